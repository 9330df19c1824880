package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands around the words of a name, and which words no name has.

// hasOrdinary reports whether s has a word in lower case that names of people
// have not, though those of papers and offices have.
func hasOrdinary(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "the", "of", "for", "in", "at", "with", "a":
			return true
		}
	}
	return false
}

// hasWholeWord reports whether w stands in text with no letter beside it.
func hasWholeWord(text, w string) bool {
	for n := newNeedle(w); ; {
		at := n.in(text)
		if at < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		text = text[at+len(w):]
		if after, _ := utf8.DecodeRuneInString(text); !isNameRune(before) && !isNameRune(after) {
			return true
		}
	}
}

// isNameRune reports whether r joins a word to a longer one or to an address.
func isNameRune(r rune) bool {
	return isWordRune(r) || strings.ContainsRune("-_@/.", r)
}

// pageName takes off what stands around a name in a line of a dump: bullets,
// the name of an image in brackets, bars, and a glued "By".
func pageName(s string) string {
	s = strings.TrimLeft(linkWords(s), "*•·▪□◦○●+-–—|#> \u00a0")
	if s != "" && s[0] == '[' {
		if end := strings.IndexByte(s, ']'); end > 0 {
			s = s[end+1:]
		}
	}
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "(BUTTON)"))
	if len(s) > 4 && strings.HasPrefix(s, "By") && unicode.IsUpper(rune(s[2])) && unicode.IsLower(rune(s[3])) {
		s = s[2:]
	}
	s = cutName(s)
	return undouble(strings.Trim(s, " \u00a0•·⋅|,-–—/:*^†"))
}

// cutName cuts a byline before what is no name any more: a dot or bar, a
// number, "in Section", "on Monday".
func cutName(s string) string {
	for i, r := range s {
		if unicode.IsDigit(r) || strings.ContainsRune("•·⋅●|–—([（", r) && !(r == '(' && nickname(s[i:])) {
			s = s[:i]
			if word := s[strings.LastIndexByte(s, ' ')+1:]; unicode.IsDigit(r) && len(word) < 3 {
				s = s[:i-len(word)] // of a channel: "G1", "R7"
			}
			break
		}
	}
	s = cutPhrase(s)
	for _, cut := range [...]string{"In ", "On ", "Posted", "Last "} { // glued to the name
		if i := strings.Index(s, cut); i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
			s = s[:i]
		}
	}
	return s
}

// cutPhrase cuts a byline before "in Section", "on Monday", "- Site", and a word that
// stood before a date which is cut off already.
func cutPhrase(s string) string {
	for _, cut := range []string{" in ", " In ", " on ", " On ", " - ", " Edited", "Updated", "Published"} {
		if before, _, found := strings.Cut(s, cut); found && strings.TrimSpace(before) != "" {
			s = before
		}
	}
	return withoutPreposition(s)
}

// withoutPreposition is s without a word at its end that stood before a date.
func withoutPreposition(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	if i := strings.LastIndexByte(s, ' '); i > 0 && beforeDates[s[i+1:]] {
		s = s[:i]
	}
	return s
}

// beforeDates are the words between a name and what was cut off behind it.
var beforeDates = wordSet("before-date")

// nickname reports whether s is one word in brackets with a name behind it.
func nickname(s string) bool {
	nick, rest, found := strings.Cut(s, ") ")
	r, _ := utf8.DecodeRuneInString(rest)
	return found && countWords(nick, 2) < 2 && unicode.IsUpper(r)
}

// undouble takes one of equal halves or thirds: "Jane Roe Jane Roe", "Jane
// RoeJane Roe".
func undouble(s string) string {
	for _, n := range [...]int{2, 3} {
		k := len(s) / n
		a := strings.TrimSpace(s[:k])
		if len(a) > 3 && utf8.ValidString(a) && a == strings.TrimSpace(s[len(s)-k:]) && strings.Count(s, a) == n {
			return a
		}
	}
	return s
}

// twice is the two or three words that s ends with twice, as the name of a
// portrait and the name below it, else s.
func twice(s string) string {
	words := strings.Fields(s)
	for n := 2; n <= 3 && len(words) > 2*n; n++ {
		if tail := words[len(words)-n:]; slices.Equal(tail, words[len(words)-2*n:len(words)-n]) {
			return strings.Join(tail, " ")
		}
	}
	return s
}

// cleanNames takes off the authors' names what a page glues to them. Of many
// words those are the name that another line begins or ends with.
func (d *draft) cleanNames() {
	var names []string
	for _, n := range d.art.Authors {
		if n = pageName(n); !hasWord(n) || len(names) > 0 && d.isNoName(n) {
			continue
		}
		if countWords(n, 4) > 3 {
			n = d.knownName(n)
		}
		names = append(names, n)
	}
	d.art.Authors = names
}

// isNoName reports whether s, which stands behind a name, is what the person is
// rather than another one.
func (d *draft) isNoName(s string) bool {
	first, _ := d.commonWords(s)
	return first || hasJobWord(s) || hasOrdinary(s)
}

// knownName is the two or three words at the beginning of s that are a line of
// their own on the page, else s.
func (d *draft) knownName(s string) string {
	words := strings.Fields(s)
	for _, n := range [...]int{3, 2} {
		name := strings.Join(words[:n], " ")
		for _, i := range d.visible {
			if t := pageName(d.blocks[i].Text); strings.HasPrefix(t, name) && len(t) < len(s) {
				return name
			}
		}
	}
	return s
}

// isCaseless reports whether s may be a person's name in a script without
// capitals: two or three words of letters.
func isCaseless(s string) bool {
	other := func(r rune) bool {
		return !unicode.Is(unicode.Lo, r) && !unicode.IsMark(r) && r != '\u200c' && !unicode.IsSpace(r)
	}
	n := countWords(s, 4)
	return (n == 2 || n == 3) && strings.IndexFunc(s, other) < 0
}
