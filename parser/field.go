package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// Fields are values that labels announce, and where they are kept.

// fits reports whether the value has the shape that its label asks for.
func (d *draft) fits(m rules.Match) bool {
	switch roleOf[m.Role] {
	case ID:
		id, rest := cutID(m.Value)
		rest = strings.Trim(rest, " |/•·\u00a0")
		return id != "" && (rest == "" || d.isField(rest))
	case Date, ModifiedDate:
		ts, _ := d.findDate(m.Value)
		return !ts.IsZero() && ts.Start <= maxDateLead || d.isNoMoment(m.Value)
	case Byline:
		return looksLikeNames(m.Value) && (m.Sep || countWords(m.Value, 9) < 9)
	case URL:
		return looksLikeURL(m.Value)
	case Title:
		return (m.Sep || m.Code) && hasWord(m.Value)
	case Language:
		return len(m.Value) < 24 && !hasDigit(m.Value)
	case OtherField:
		return m.Sep || !endsSentence(m.Value)
	}
	return false
}

// maxDateLead is how far behind its label a date may begin, in bytes: a
// weekday, "at", or a place.
const maxDateLead = 40

// maxLineOfFields is the most bytes of a line that labels and their values fill.
const maxLineOfFields = 160

// setField marks block i as a field that label m announces and keeps the first
// value of each role.
func (d *draft) setField(i int, role Role, m rules.Match) {
	value := m.Value
	d.mark(i, Field, role, whyLabel, m.Text)
	a := d.art
	switch role {
	case ID:
		id, rest := cutID(value)
		if a.ID == "" {
			a.ID = asciiDigits(id)
		}
		d.addDates(rest, i, Date, bareDate)
	case Date:
		d.addDates(value, i, Date, weightOf(m))
	case ModifiedDate:
		d.addDates(value, i, ModifiedDate, labelledDate)
	case Title:
		if a.Title == "" {
			if a.Title = unquote(plainTitle(withoutCloser(value))); m.Label != nil && m.ID == subjectLabel {
				a.Title = withoutList(a.Title)
			}
			d.title = i
		}
	case Byline:
		if a.Authors == nil {
			a.Authors = splitNames(value)
			if n := a.Authors; len(n) == 1 && isUpperWord(n[0]) && d.first < len(d.blocks) && strings.Contains(clip(d.blocks[d.first].Text, textStart), "("+n[0]+")") {
				a.Authors = nil // the agency that the dateline names
			} else if len(n) == 2 && d.first < len(d.blocks) && strings.Contains(d.blocks[d.first].Text, n[1]) { // "By Jane Roe, Vila Nova"
				a.Authors = n[:1] // and the town that the text is about
			}
		}
	case URL:
		if a.URL == "" {
			a.URL = urlOf(value)
		}
	case Language:
		a.Language = languageTag(value)
	}
}

// setTitle takes title, which line i has, for the headline.
func (d *draft) setTitle(i int, title, why, detail string) {
	d.art.Title, d.title = plainTitle(title), i
	d.mark(i, Field, Title, why, detail)
}

// setAuthors takes names, which line i has, for those of the authors.
func (d *draft) setAuthors(i int, names []string, why string) {
	d.art.Authors = names
	d.mark(i, Field, Byline, why, "")
}

// cutID splits an identifier off the front of s: one word with a digit, or a
// short word in capitals and a number, as "MRS 60/96".
func cutID(s string) (id, rest string) {
	s = strings.TrimLeft(s, "#№: \t\u00a0\"'“«")
	word, tail, _ := strings.Cut(s, " ")
	if word == "Document" { // of field codes: "AN  Document XYZN000020180412"
		word, tail, _ = strings.Cut(tail, " ")
	}
	if !hasDigit(word) && len(word) <= 5 && isUpperWord(word) {
		next, after, _ := strings.Cut(strings.TrimLeft(tail, " "), " ")
		if hasDigit(next) {
			word, tail = s[:strings.Index(s, next)+len(next)], after
		}
	}
	word = strings.TrimRight(word, ".,;:|/)]،؛\"'”»")
	if !hasDigit(word) || len(word) > maxID || strings.Contains(word, "://") {
		return "", s
	}
	return word, tail
}

// maxID bounds the length of an identifier in bytes.
const maxID = 64

func looksLikeURL(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || !strings.Contains(s, " ") && strings.Contains(s, ".") && strings.Contains(s, "/")
}

func urlOf(s string) string {
	if i := strings.Index(s, "http"); i > 0 {
		s = s[i:]
	}
	u, _, _ := strings.Cut(s, " ")
	return strings.Trim(u, "<>()\"'{},")
}

// withoutCloser is s, the value of a label, without the bracket that closes the one before
// the label: "[Title: The mill turns again]".
func withoutCloser(s string) string {
	for _, pair := range [...]string{"[]", "()"} {
		if strings.HasSuffix(s, pair[1:]) && strings.Count(s, pair[1:]) > strings.Count(s, pair[:1]) {
			return s[:len(s)-1]
		}
	}
	return s
}

// unquote takes one pair of quotes off a value of front matter.
func unquote(s string) string {
	if len(s) > 3 && s[0] == '"' && strings.HasSuffix(s, "\",") { // of JSON
		s = s[:len(s)-1]
	}
	if len(s) > 3 && s[0] == '\'' && strings.HasSuffix(s, "',") { // of Python
		return s[1 : len(s)-2]
	}
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return strings.ReplaceAll(s[1:len(s)-1], `\"`, `"`)
	}
	return s
}

// languageTag keeps what has the shape of a BCP 47 tag.
func languageTag(s string) string {
	primary, _, _ := strings.Cut(s, "-")
	if len(primary) < 2 || len(primary) > 3 {
		return ""
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r != '-' && (r >= utf8.RuneSelf || !isWordRune(r)) }) {
		return ""
	}
	return s
}

// hasRole reports whether block i is there and a field of one of these roles.
func (d *draft) hasRole(i int, roles ...Role) bool {
	return i >= 0 && i < len(d.blocks) && d.blocks[i].Kind == Field && slices.Contains(roles, d.blocks[i].Role)
}

// isDated reports whether block i is a date of publication, or a byline with one: "by Jane
// Roe, 5 May 2020".
func (d *draft) isDated(i int) bool {
	return d.hasRole(i, Date) || d.hasRole(i, Byline) && slices.ContainsFunc(d.dates, func(c date) bool { return c.block == i })
}
