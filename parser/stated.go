package parser

import (
	"strings"
	"unicode"

	"unscrape/parser/language"
	"unscrape/parser/timestamp"
)

// Stated is what the container of a document says of its article beside the
// text, as the other fields of a record do. It counts where the text does not
// say it. Zero values mean that nothing is said, and so do "None", "null" and the like.
type Stated struct {
	ID       string
	Title    string
	Date     string   // of publication, as written or in seconds or milliseconds since 1970
	Modified string   // the same of the last change
	Authors  []string // as written: with "By" perhaps, or several in one
	URL      string
	Language string
}

// take fills in what the text of an article does not say.
func (p *Parser) take(a *Article, s Stated) {
	if a.ID == "" && !saysNone(s.ID) {
		a.ID = p.statedID(s.ID)
	}
	if url := strings.TrimSpace(s.URL); a.URL == "" && looksLikeURL(url) {
		a.URL = url
	}
	if a.Title == "" && !saysNone(s.Title) {
		a.Title = plainTitle(strings.TrimSpace(s.Title))
	}
	if a.Authors == nil {
		for _, names := range s.Authors {
			if m, ok := p.rules.Label(names); ok && roleOf[m.Role] == Byline && m.Value != "" {
				names = m.Value
			}
			if strings.ContainsFunc(names, unicode.IsLetter) && !saysNone(names) { // no number of a user
				a.Authors = append(a.Authors, splitNames(names)...)
			}
		}
	}
	if a.Language == "" {
		a.Language = languageTag(strings.TrimSpace(s.Language))
	}
	p.takeDate(a, &a.Timestamp, s.Date)
	p.takeDate(a, &a.Modified, s.Modified)
}

// statedID is s in digits of ASCII, without the label that may stand before it. The sign of
// a label has a space behind it, that of a space of names has none.
func (p *Parser) statedID(s string) string {
	s = asciiDigits(strings.TrimSpace(s))
	if m, ok := p.rules.Label(s); ok && m.Sep && roleOf[m.Role] == ID && strings.Contains(s, " ") {
		if id, rest := cutID(m.Value); id != "" && rest == "" {
			return id
		}
	}
	return s
}

// takeDate reads s, which is one date, into a timestamp of an article that has none, and
// warns when s is in doubt.
func (p *Parser) takeDate(a *Article, to *timestamp.Timestamp, s string) {
	if !to.IsZero() || s == "" {
		return
	}
	o := p.dates
	o.Epoch = true
	if o.Language == "" {
		o.Guess = func() string { return language.Guess(composed(clip(a.Body, languageSample))) }
	}
	ts, problem := timestamp.Parse(s, o)
	if problem == timestamp.NoProblem {
		*to = ts
	} else if w, ok := dateWarning(s, problem, Unknown); ok {
		a.Warnings = append(a.Warnings, w)
	}
}
