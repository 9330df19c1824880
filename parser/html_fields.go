package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// labels finds the identifier that a visible line announces.
func (d *page) labels() {
	var found []rules.Match
	for i := range d.texts {
		s := d.texts[i]
		if !d.shown(i) || longer(s, maxDateLine) || d.marks[i].kind == Body && i > d.first+1 || d.html.Blocks[i].Flags&htmlpage.InLink != 0 || !hasDigit(s) {
			continue
		}
		found = d.p.rules.Fields(found[:0], s)
		for _, m := range found {
			if roleOf[m.Role] != ID || m.Value == "" || !m.Fits || d.art.ID != "" {
				continue
			}
			if id, rest := cutID(m.Value); id != "" && strings.TrimSpace(rest) == "" {
				d.art.ID = asciiDigits(id)
				d.set(i, Field, ID, "label", m.Text)
			}
		}
	}
}

// chooseRest fills identifier and address.
func (d *page) chooseRest() {
	if d.art.ID == "" {
		d.chooseID()
	}
	if d.art.URL == "" {
		for _, u := range [...]string{d.meta.Canonical, d.meta.Tag("og:url")} {
			if d.art.URL == "" && looksLikeURL(u) {
				d.art.URL = u
			}
		}
	}
}

// startsWithNumber reports whether a list item shows a number of its own.
func startsWithNumber(s string) bool {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsDigit(r) {
			break
		}
		i += n
	}
	return i > 0 && i < len(s) && strings.IndexByte(".):", s[i]) >= 0
}

// minMailHead is how many labelled lines the head of a message has at least.
const minMailHead = 3

// headOfMail takes the lines out of the body with which a message begins that
// was saved as a page: sender, receivers, time and subject.
func (d *page) headOfMail() {
	end, subject := d.first, false
	for ; end <= d.last; end++ {
		m, ok := d.p.rules.Label(d.texts[end])
		if !ok || m.Value == "" {
			break
		}
		subject = subject || roleOf[m.Role] == Title
	}
	if !subject || end-d.first < minMailHead {
		return
	}
	for i := d.first; i < end; i++ {
		if d.marks[i].kind == Body {
			d.set(i, Field, OtherField, "head of a message", "")
		}
	}
	d.bounds()
}
