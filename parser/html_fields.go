package parser

import (
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// labels finds the identifier that a visible line announces.
func (d *page) labels() {
	var found []rules.Match
	for i := range d.texts {
		s := d.texts[i]
		if !d.shown(i) || longer(s, maxDateLine) || d.isBody(i) && i > d.first+1 || d.html.Blocks[i].Flags&htmlpage.InLink != 0 || !hasDigit(s) {
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
