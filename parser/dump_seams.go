package parser

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some programs give the texts of a page's elements one after another with nothing
// between: "HomeNewsAbout us", "5 min readBy Jane Roe", "The ferry is late.Passengers
// wait." Where a page has many such seams its lines are cut at them.

// A seam is a place in a line where one text may end and another begin.
type seam struct {
	at   int
	kind seamKind
}

type seamKind uint8

const (
	inWord seamKind = iota // before a capital or a number behind a letter or a sign
	atStop                 // behind a full stop or its kin
	atGap                  // behind white space as wide as that between elements
)

const (
	wordLen   = 12  // bytes of a word and the space behind it, more than most have
	fewSeams  = 5   // a page with fewer has none
	seamShare = 100 // or with fewer than one in so many words
	wordShare = 25  // the same where none is at a full stop
	manySeams = 3   // of a line of such a page
	longShare = 4   // a page with one line in so many parts of it is looked through whatever stands there
	codeShare = 16  // a page on which more than one line in so many is program text has none
)

// seams are those of a page.
type seams struct {
	lines [][]seam       // of each visible line
	said  map[string]int // words with seams in them, and how often the page has them
	all   int            // but for gaps
	stops int
	words int
	code  int // lines of program text
}

// cutSeams cuts the lines of a page at their seams, if the part is one that has many.
func (d *draft) cutSeams() {
	if len(d.visible) == 0 {
		return
	}
	if l := &d.lines[d.visible[0]]; l.key && l.opens.Label() {
		return
	}
	part, longest := d.part(), 0
	for _, i := range d.visible {
		longest = max(longest, len(d.blocks[i].Text))
	}
	if len(part) > largestPage || (longest < 2*leastGlued || longest*longShare < len(part)) && !mayHaveSeams(part) {
		return
	}
	page := seams{lines: make([][]seam, 0, len(d.visible)), said: map[string]int{}}
	for _, i := range d.visible {
		page.add(d.raw(i))
	}
	if page.many() {
		d.cutPage(page.parts)
	}
}

// add finds the seams of the next line.
func (p *seams) add(s string) {
	found := seamsOf(s)
	p.lines = append(p.lines, found)
	p.words += strings.Count(s, " ") + 1
	if strings.IndexByte(";{}", s[len(s)-1]) >= 0 {
		p.code++
	}
	last := ""
	for _, m := range found {
		switch m.kind {
		case atStop:
			p.all++
			p.stops++
		case inWord:
			p.all++
			if word := wordAt(s, m.at); word != last {
				p.said[word]++
				last = word
			}
		}
	}
}

// many reports whether the page has so many that texts are glued together on it.
func (p *seams) many() bool {
	if p.code*codeShare > len(p.lines) || p.all < fewSeams {
		return false
	}
	return p.all*seamShare >= p.words && p.stops > 0 || p.all*wordShare >= p.words
}

// parts are those that line k, with text s, is cut into.
func (p *seams) parts(k int, s string) []string {
	var parts []string
	from, above := 0, 0
	for _, m := range p.lines[k] {
		if p.ends(s, s[above:m.at], m) {
			parts = append(parts, s[from:m.at])
			from = m.at
		}
		above = m.at
	}
	if p.stops == 0 && len(parts) < manySeams {
		return []string{s}
	}
	return append(parts, s[from:])
}

// ends reports whether a text ends at seam m of line s; piece is what stands between it and
// the seam before. A word that the page has again is a name with a capital in it, and so
// are most of those in the middle of a sentence.
func (p *seams) ends(s, piece string, m seam) bool {
	if m.kind == atGap {
		return p.stops > 0
	}
	if p.said[wordAt(s, m.at)] > 1 {
		return false
	}
	oneWord := strings.IndexByte(piece, ' ') < 0
	if m.kind == atStop {
		return !oneWord
	}
	return !(oneWord && startsLower(piece)) && !hasSentenceBreak(piece) && (p.stops > 0 || !isNamed(s, m.at))
}

// isNamed reports whether the word of s about at has a capital and stands between words
// in small letters.
func isNamed(s string, at int) bool {
	s, at = s[max(0, at-maxWord):min(len(s), at+maxWord)], min(at, maxWord)
	from, to := strings.LastIndexByte(s[:at], ' '), strings.IndexByte(s[at:], ' ')
	return from > 0 && to > 0 && startsUpper(s[from+1:]) && startsLower(s[strings.LastIndexByte(s[:from], ' ')+1:]) && startsLower(s[at+to+1:])
}

// maxWord is how far a word goes in bytes, before and behind a seam in it.
const maxWord = 64

// wordAt is the letters of s about at.
func wordAt(s string, at int) string {
	before := s[max(0, at-maxWord):at]
	tail := s[at:min(len(s), at+maxWord)]
	behind := len(tail) - len(strings.TrimLeftFunc(tail, unicode.IsLetter))
	return s[at-len(lettersBehind(before)) : at+behind]
}

// lettersBehind are the letters that s ends with.
func lettersBehind(s string) string {
	return s[len(strings.TrimRightFunc(s, unicode.IsLetter)):]
}

// mayHaveSeams reports whether many would hold of text, by the capitals directly behind
// small letters and behind the full stops of sentences. Of letters beyond ASCII it knows the
// Cyrillic, the Greek and those of Western Europe.
func mayHaveSeams(text string) bool {
	all, stops := 0, 0
	for i := 2; i < len(text); i += 8 {
		found := uint64(highBits)
		if len(text)-i >= 8 {
			found = capitals(load64(text[i:]))
		}
		for ; found != 0; found &= found - 1 {
			at := i + bits.TrailingZeros64(found)/8
			if at >= len(text) || text[at-1] == ' ' || !mayBeCapital[text[at]] || !mayEndText(text[:at]) || !unicode.IsUpper(runeAt(text, at)) {
				continue
			}
			if all++; text[at-1] == '.' {
				stops++
			}
		}
	}
	return all >= fewSeams && (all*seamShare*wordLen >= len(text) && stops > 1 || all*wordShare*wordLen >= len(text))
}

// capitals has the highest bit of each of the eight bytes of w set that is a capital or
// begins a character of two bytes.
func capitals(w uint64) uint64 {
	c := w &^ highBits
	ascii := (c + lowBits*(0x80-'A')) &^ (c + lowBits*(0x7F-'Z')) &^ w
	return (ascii | w&(w<<1)&^(w<<2)) & highBits
}

// mayEndText reports whether s ends with a small letter, or with one and a full stop.
func mayEndText(s string) bool {
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	return unicode.IsLower(lastRune(s))
}

// mayBeCapital are the first bytes of capitals.
var mayBeCapital = func() (t [256]bool) {
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = true
	}
	t[0xC3], t[0xCE], t[0xD0] = true, true, true
	return t
}()

// seamsOf finds the seams of s, but for those in addresses and program text.
func seamsOf(s string) (found []seam) {
	for from := 0; from < len(s); {
		if n := wideGap(s, from); n > 0 {
			if from += n; from < len(s) {
				found = append(found, seam{from, atGap})
			}
			continue
		}
		to := len(s)
		if n := strings.IndexByte(s[from:], ' '); n >= 0 {
			to = from + n + 1
		}
		if longer := wordSeams(found, s, from, to); len(longer) > len(found) && !isCodeWord(s[from:to]) {
			found = longer
		}
		from = to
	}
	return found
}

// wideGap is the length of the white space that goes on at s[at:], 0 when it is as narrow
// as that between words or sentences.
func wideGap(s string, at int) int {
	n := len(s[at:]) - len(strings.TrimLeft(s[at:], " "))
	if at < 2 || n == 1 && isSentenceEnd(rune(s[at-2])) {
		return 0
	}
	return n
}

// isCodeWord reports whether word is of an address or of program text.
func isCodeWord(word string) bool {
	if strings.ContainsAny(word, `_=/\{}<>@#%`) {
		return true
	}
	if at := strings.IndexByte(word, '('); at > 0 && isLower(lastRune(word[:at])) {
		return true
	}
	dots := 0
	for i := 1; i < len(word)-1; i++ {
		if word[i] == '.' && unicode.IsLetter(runeAt(word, i+1)) {
			dots++
		}
	}
	return dots > 1
}

// wordSeams appends the seams of s[from:to], a word, to found.
func wordSeams(found []seam, s string, from, to int) []seam {
	var before [3]rune // the characters before r, the last one first
	small := 0         // small letters directly before r
	for i, r := range s[from:to] {
		if unicode.IsLower(r) {
			small++
		} else {
			if kind, ok := seamBefore(s, from+i, r, before, small); ok {
				found = append(found, seam{from + i, kind})
			}
			small = 0
		}
		before = [3]rune{r, before[0], before[1]}
	}
	return found
}

// seamBefore reports whether there is a seam before r, which stands at s[i] behind the
// characters before and so many small letters.
func seamBefore(s string, i int, r rune, before [3]rune, small int) (kind seamKind, ok bool) {
	prev := before[0]
	sentence := isSentenceEnd(prev) && unicode.IsLower(before[1]) && unicode.IsLower(before[2]) || prev == '”' && isSentenceEnd(before[1])
	switch {
	case unicode.IsUpper(r):
		next := runeAt(s, i+utf8.RuneLen(r))
		switch {
		case sentence:
			return atStop, next == ' ' || unicode.IsLower(next)
		case small >= 2 || small == 1 && strings.HasSuffix(s[:i], "By") && unicode.IsLower(next):
			return inWord, !isMixed(s, i)
		case isASCIIDigit(prev) || strings.ContainsRune(")]”’", prev):
			return inWord, unicode.IsLower(next) || yearEnds(s[:i], s[i:])
		}
		capitals := unicode.IsUpper(prev) && unicode.IsUpper(before[1]) && unicode.IsUpper(before[2])
		return inWord, capitals && unicode.IsLower(next) && unicode.IsLower(runeAt(s, i+utf8.RuneLen(r)+utf8.RuneLen(next)))
	case r == '“' || r == '«' || r == '©':
		if sentence {
			return atStop, true
		}
		return inWord, small >= 2
	case isASCIIDigit(r):
		return inWord, small >= 2 || sentence && prev != '.' || isASCIIDigit(prev) && yearEnds(s[:i], s[i:])
	}
	return inWord, false
}

// runeAt is the character of s at i, RuneError at its end.
func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return r
}

// isMixed reports whether the capital at s[at] is one that a word has in it: "YouTube",
// "macOS", "McDonald".
func isMixed(s string, at int) bool {
	for _, w := range mixedWords {
		if strings.HasSuffix(s[:at], w[0]) && strings.HasPrefix(s[at:], w[1]) {
			return true
		}
	}
	rest := strings.TrimLeftFunc(s[at:], unicode.IsUpper)
	if n := utf8.RuneCountInString(s[at : len(s)-len(rest)]); n > 1 && n < 4 && !unicode.IsLetter(runeAt(rest, 0)) {
		return true
	}
	switch lettersBehind(s[max(0, at-maxWord):at]) {
	case "Mac", "Mc", "De", "La", "Le", "Di", "Fitz", "van", "von", "isi", "kwa", "ama":
		return true
	}
	return false
}

// mixedWords are the parts of words with a capital in them that many pages have.
var mixedWords = [...][2]string{
	{"You", "Tube"}, {"Linked", "In"}, {"Whats", "App"}, {"Face", "Time"}, {"Java", "Script"}, {"Type", "Script"},
	{"Word", "Press"}, {"Git", "Hub"}, {"Pay", "Pal"}, {"Tik", "Tok"}, {"Mac", "Book"}, {"Chat", "GPT"}, {"Open", "AI"},
	{"Power", "Point"}, {"Sound", "Cloud"}, {"Play", "Station"}, {"Master", "Card"}, {"Fed", "Ex"}, {"Dev", "Ops"},
	{"Hub", "Spot"}, {"Mail", "Chimp"}, {"Quick", "Books"}, {"Buzz", "Feed"}, {"Huff", "Post"}, {"Tech", "Crunch"},
	{"", "Innen"}, // in German, for women and men
}
