package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sameWords reports whether a and b have the same letters and digits in the
// same order, whatever their case, quotes, dashes, punctuation and spaces.
// It is false when either has none.
func sameWords(a, b string) bool {
	rest, ok := cutWords(b, a)
	return ok && !hasWord(rest)
}

// Bounds of nearlySame: letters that the texts need, and how many of these one
// difference in letters is allowed for.
const (
	minNear   = 16
	maxNear   = 300
	nearShare = 8
)

// nearlySame reports whether a and b are the same headline with a few letters
// changed, as a mistake in typing or in reading a scan does. What stands
// behind in brackets does not count.
func nearlySame(a, b string) bool {
	x, y := wordRunes(a), wordRunes(b)
	n := min(len(x), len(y))
	if n < minNear || max(len(x), len(y)) > maxNear {
		return false
	}
	return distance(x, y) <= n/nearShare
}

// wordRunes are the folded letters and digits of s up to a bracket at its end.
func wordRunes(s string) []rune {
	if i := lastBracket(s); i > 0 {
		s = s[:i]
	}
	var found []rune
	for _, r := range s {
		if isWordRune(r) {
			found = append(found, fold(r))
		}
	}
	return found
}

// distance is the number of letters to insert, delete or replace to make b of
// a (Levenshtein, "Binary codes capable of correcting deletions, insertions,
// and reversals", 1966).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// cutWords reports whether s begins with the letters and digits of prefix, in
// the sense of sameWords, and returns what follows them in s, punctuation
// included. It is false when prefix has no letter.
func cutWords(s, prefix string) (rest string, ok bool) {
	if s != "" && prefix != "" && isASCIILetter(s[0]) && isASCIILetter(prefix[0]) && s[0]|0x20 != prefix[0]|0x20 {
		return s, false
	}
	i := sharedStart(s, prefix)
	ok = i > 0
	for _, p := range prefix[i:] {
		if !isWordRune(p) {
			continue
		}
		r, n := nextWordRune(s[i:])
		if n == 0 || fold(r) != fold(p) {
			return s, false
		}
		i += n
		ok = true
	}
	return s[i:], ok
}

// sharedStart is the length of what s and t both begin with, byte for byte, up
// to the end of its last letter or digit.
func sharedStart(s, t string) int {
	n := 0
	for n < len(s) && n < len(t) && s[n] == t[n] {
		n++
	}
	for n > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:n])
		if isWordRune(r) {
			break
		}
		n -= size
	}
	return n
}

// nextWordRune finds the first letter or digit of s and the offset behind it.
func nextWordRune(s string) (r rune, end int) {
	for i, r := range s {
		if isWordRune(r) {
			return r, i + utf8.RuneLen(r)
		}
	}
	return 0, 0
}

func isWordRune(r rune) bool {
	if uint32(r) < utf8.RuneSelf {
		return wordLow[r]
	}
	return isWordHigh(r)
}

// wordLow has the letters and digits of ASCII.
var wordLow = func() (t [utf8.RuneSelf]bool) {
	for c := range byte(len(t)) {
		t[c] = isASCIILetter(c) || '0' <= c && c <= '9'
	}
	return t
}()

func isWordHigh(r rune) bool {
	switch { // letters of scripts that much text is in
	case r >= 0xF8 && r <= 0x24F, r >= 0x400 && r <= 0x481, r >= 0x620 && r <= 0x64A, r >= 0x4E00 && r <= 0x9FA5, r >= 0xAC00 && r <= 0xD7A3:
		return true
	}
	if r >= 0x2000 && r < 0x2070 || r >= 0x2190 && r < 0x2C00 { // punctuation; arrows, lines and other signs
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mc, r) || unicode.Is(unicode.Mn, r)
}

func hasWord(s string) bool {
	_, n := nextWordRune(s)
	return n > 0
}

// fold maps the forms of a letter to one: case, dotted and dotless i, Arabic
// and Persian yeh and kaf.
func fold(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return r
	case r == 'ı' || r == 'İ':
		return 'i'
	case r == 'ي' || r == 'ى':
		return 'ی'
	case r == 'ك':
		return 'ک'
	}
	return unicode.ToLower(r)
}

// longer reports whether s has more characters than most.
func longer(s string, most int) bool {
	return len(s) > most && (len(s) > utf8.UTFMax*most || utf8.RuneCountInString(s) > most)
}

// countWords counts the words of s that white space separates, up to limit.
func countWords(s string, limit int) int {
	n, in := 0, false
	for _, r := range s {
		space := r == ' ' || r == '\t' || r >= utf8.RuneSelf && unicode.IsSpace(r)
		if !space && !in {
			if n++; n >= limit {
				return n
			}
		}
		in = !space
	}
	return n
}

// cutAny cuts s before the first of the given signs.
func cutAny(s, signs string) (before, after string) {
	if i := strings.IndexAny(s, signs); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// cutFirst cuts s before the first of the given separators.
func cutFirst(s string, separators []string) (before, after string) {
	end := len(s)
	for _, sep := range separators {
		if i := strings.Index(s, sep); i >= 0 {
			end = min(end, i)
		}
	}
	return s[:end], s[end:]
}

// cutLastWord cuts s at the space or colon before its last word, which may be the only one;
// ok is false when there is none.
func cutLastWord(s string) (rest, word string, ok bool) {
	s = strings.TrimRight(s, " \u00a0")
	i := strings.LastIndexAny(s, " \u00a0:：")
	if i < 0 {
		return "", s, s != ""
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+n:], true
}

// clip is s up to n bytes, whole runes only.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
