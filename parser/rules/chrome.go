package rules

import (
	"strings"
	"unicode/utf8"
)

// Chrome returns the number of words of menus and buttons that line consists
// of, as in "Share Facebook Twitter Print" or "Home | News | Sport"; 0 when
// anything else is in it. Numbers, as counters of shares, are passed over.
// One word says little: "News" is a button and a headline.
func (s *Set) Chrome(line string) int {
	words := 0
	for i := skipSigns(line, 0); i < len(line); i = skipSigns(line, i) {
		end := s.chromeWord(line, i)
		if end == i {
			return 0
		}
		words++
		i = end
	}
	return words
}

// Knows reports whether line is furniture of pages: words of menus and buttons, or what
// a rule matches.
func (s *Set) Knows(line string) bool { return s.Chrome(line) > 0 || s.Boilerplate(line) != nil }

// chromeWord returns the end of the longest word of menus at line[i:]; i when
// there is none.
func (s *Set) chromeWord(line string, i int) int {
	end := i
	for _, p := range s.parts {
		var h hits
		p.find(ofWords, line, i, &h)
		for _, x := range h.list[:h.n] {
			end = max(end, int(x.end))
		}
	}
	return end
}

// skipSigns returns the offset of the first letter at or behind i that belongs
// to no number.
func skipSigns(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isDigit(r):
			end, _ := numberEnd(s, i)
			i = max(end, i+size)
		case !isWord(r) || fold(r) == gone:
			i += size
		default:
			return i
		}
	}
	return i
}

// OfSite reports whether line has a word for what belongs to a site: a channel, a page
// of its own, a notice.
func (s *Set) OfSite(line string) bool {
	low := strings.ToLower(line)
	for _, p := range s.parts {
		for _, word := range p.sites {
			if strings.Contains(low, word) {
				return true
			}
		}
	}
	return false
}
