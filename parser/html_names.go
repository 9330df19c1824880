package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/timestamp"
)

// bylineEdges are the signs that stand around the parts of a byline.
const bylineEdges = " \t·•|-–—,:/⋅●"

// byline takes label, date and what stands behind separators off a byline.
func (d *page) byline(s string) (name string, labelled, dated bool) {
	if ts, _ := timestamp.Find(s, d.dateOptions()); !ts.IsZero() {
		dated = true
		before, after := s[:ts.Start], s[ts.End():]
		if s = d.withoutDateLabel(before); !hasWord(s) {
			s = after
		}
	}
	s = strings.Trim(s, bylineEdges)
	if m, ok := d.p.rules.Label(s); ok && roleOf[m.Role] == Byline {
		s, labelled = m.Value, true
	} else if label, rest, _ := strings.Cut(s, " "); d.isByline(label) && withoutCase(rest) {
		s, labelled = rest, dated
	}
	if labelled {
		s = d.beforeLabel(s)
	}
	s, _ = cutFirst(s, besideNames)
	s, _ = cutAny(s, "|")
	if s = strings.Trim(s, bylineEdges); dated || labelled {
		s = cutPhrase(s)
	}
	if name, ok := reporterIn(s); ok {
		s, labelled = name, true
	}
	if d.p.rules.Knows(s) {
		return "", labelled, dated
	}
	return s, labelled, dated
}

// beforeLabel is s up to a word in it that is a label with a colon: "Jane Roe
// Photo: John Doe".
func (d *page) beforeLabel(s string) string {
	before, _, ok := strings.Cut(s, ": ")
	if i := strings.LastIndexByte(before, ' '); ok && i > 0 {
		if _, ok := d.p.rules.Label(s[i+1:]); ok {
			return before[:i]
		}
	}
	return s
}

// withoutDateLabel is s without the words at its end, five at most, that announce a date,
// "Jane Roe on", "Jane Roe. Published on", and "" when all of it does, as "Posted on".
func (d *page) withoutDateLabel(s string) string {
	s = strings.TrimRight(s, " ")
	name := s
	for rest, n := s, 0; n < 5 && rest != ""; n++ {
		rest, _, _ = cutLastWord(rest)
		if m, ok := d.p.rules.Label(strings.TrimLeft(s[len(rest):], " ")); ok && m.Value == "" && isDateRole(roleOf[m.Role]) {
			name = rest
		}
	}
	return name
}

// withoutCase reports whether s begins with a letter of a script that has no
// capitals: there a label may stand before a name without a colon.
func withoutCase(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Lo, r)
}

// hanNames are the names in a line of labels and names of two to four ideographs
// with spaces between them, as "记者 沈若溪 通讯员 顾长林"; nil for other lines.
func (d *page) hanNames(s string) []string {
	if s[0] < 0xE4 || s[0] > 0xE9 {
		return nil
	}
	var names []string
	labels := 0
	for w := range strings.FieldsSeq(s) {
		switch n := utf8.RuneCountInString(w); {
		case d.isByline(w):
			labels++
		case labels == 0 || n < 2 || n > 4:
			return nil
		default:
			names = append(names, w)
		}
	}
	return names
}

// labelledName is the name behind the label of a byline within a line; "" when
// there is none.
func (d *page) labelledName(s string) string {
	for _, m := range d.p.rules.Fields(nil, s) {
		if roleOf[m.Role] == Byline && m.Start > 0 && looksLikeNames(m.Value) {
			return m.Value
		}
	}
	return ""
}

// isPartOfPageTitle reports whether s is all that the page's title says before or behind
// one of its separators, as the name of the site is.
func (d *page) isPartOfPageTitle(s string) bool {
	for _, sep := range titleSeparators {
		if strings.HasSuffix(d.meta.Title, sep+s) || strings.HasPrefix(d.meta.Title, s+sep) {
			return true
		}
	}
	return false
}

// allCommon reports whether all words of a name stand in lower case elsewhere on
// the page, as those of headings and sections do.
func (d *page) allCommon(name string) bool {
	for w := range strings.FieldsSeq(name) {
		low := strings.ToLower(strings.Trim(w, ".,"))
		if low == w || !slices.ContainsFunc(d.texts, func(s string) bool { return hasWholeWord(s, low) }) {
			return false
		}
	}
	return true
}

// initialsOf reports whether s is the first letters of the words of a name, as
// shown where a portrait is missing.
func initialsOf(s, name string) bool {
	var initials strings.Builder
	for w := range strings.FieldsSeq(name) {
		initials.WriteByte(w[0])
	}
	return initials.Len() > 1 && initials.String() == s
}

// saysAgain reports whether a block behind block i begins with a name.
func (d *page) saysAgain(i int, name string) bool {
	return slices.ContainsFunc(d.texts[i+1:], func(s string) bool { return strings.HasPrefix(s, name) })
}

// inTitle reports whether a name of several words is a part of the headline.
func (d *page) inTitle(name string) bool {
	return countWords(name, 2) > 1 && strings.Contains(d.art.Title, name)
}
