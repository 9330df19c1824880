package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a text tells of is said by its headline too, while the names of offices, papers and
// sections above it have other words.

// Bounds of words that two lines share: letters of the shortest word that counts, and of
// the beginning that is compared, as endings vary by case and number; runes of those in
// scripts without spaces; and the bytes of the text that are looked at.
const (
	minToldWord = 4
	toldStem    = 5
	hangulStem  = 2 // both, where signs are syllables
	toldText    = 4 << 10
)

// toldBelow is found from the first candidate on that says what the text does, a third of its
// words or more, when lines of the page or blank ones part them and the first one is the name
// of an office or has no word of the text, or the kind of what an office sends out stands
// between.
func (d *draft) toldBelow(found []int) []int {
	if len(found) < 2 || d.first >= len(d.blocks) || !slices.ContainsFunc(found[1:], d.mayTell) {
		return found
	}
	text := strings.ToLower(clip(d.text[d.blocks[d.first].Span.Start:], toldText))
	name := d.blocks[found[0]].Text
	told, _ := wordsTold(name, text)
	letterhead := told == 0 || isOfficeName(name)
	for k := 1; k < len(found); k++ {
		told, words := wordsTold(d.blocks[found[k]].Text, text)
		if told < 2 || 3*told < words || !d.mayTell(found[k]) {
			continue
		}
		if found[k] > found[k-1]+1 && (letterhead || d.releasedBetween(found[0], found[k])) {
			return found[k:]
		}
		letterhead = false // the headline stands directly below it
	}
	return found
}

// mayTell reports whether line i above the text is longer than a name and neither a
// sentence, a part of one, a key and its value nor who wrote or sent the text.
func (d *draft) mayTell(i int) bool {
	l, s := &d.lines[i], d.blocks[i].Text
	person, _, _ := strings.Cut(s, ",")
	return i < d.first && !l.end && !l.wraps && !l.key && !d.lines[i+1].lower && d.longerThanName(i) && !isOfficeNameOnly(s) && !personal(person)
}

// wordsTold is how many longer words of s begin as words of text, which is in lower
// case, and how many longer words s has. Of scripts without spaces it counts signs in twos.
func wordsTold(s, text string) (said, words int) {
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !isWordRune(r) && !unicode.IsMark(r) }) {
		if noSpaces(lastRune(w)) {
			for i, r := range w {
				if next := i + utf8.RuneLen(r); next < len(w) {
					_, n := utf8.DecodeRuneInString(w[next:])
					words++
					if strings.Contains(text, w[i:next+n]) {
						said++
					}
				}
			}
			continue
		}
		least, stem := minToldWord, toldStem
		if unicode.Is(unicode.Hangul, lastRune(w)) {
			least, stem = hangulStem, hangulStem
		}
		if utf8.RuneCountInString(w) < least {
			continue
		}
		words++
		if beginsWord(text, clipRunes(w, stem)) {
			said++
		}
	}
	return said, words
}

// beginsWord reports whether a word of text begins with stem.
func beginsWord(text, stem string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], stem)
		if at < 0 {
			return false
		}
		at += from
		if before := lastRune(text[:at]); !isWordRune(before) && !unicode.IsMark(before) {
			return true
		}
		from = at + len(stem)
	}
}

// clipRunes is the first n runes of s.
func clipRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
