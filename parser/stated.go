package parser

import (
	"strings"
	"unicode"

	"unscrape/parser/timestamp"
)

// Stated is what the container of a document says of its article beside the
// text, as the other fields of a record do. It counts where the text does not
// say it. Zero values mean that nothing is said, and so do "None", "null" and the like.
type Stated struct {
	ID      string
	Title   string
	Date    string   // of publication, as written
	Authors []string // as written: with "By" perhaps, or several in one
	URL     string
}

// take fills in what the text of an article does not say.
func (p *Parser) take(a *Article, s Stated) {
	if a.ID == "" && !saysNone(s.ID) {
		a.ID = strings.TrimSpace(s.ID)
	}
	if a.URL == "" && looksLikeURL(s.URL) {
		a.URL = s.URL
	}
	if a.Title == "" && !saysNone(s.Title) {
		a.Title = strings.TrimSpace(s.Title)
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
	if !a.Timestamp.IsZero() || s.Date == "" {
		return
	}
	if ts, problem := timestamp.Parse(s.Date, p.dates); problem == timestamp.NoProblem {
		a.Timestamp = ts
	}
}
