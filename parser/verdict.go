package parser

import "unscrape/parser/rules"

// verdict decides whether the part is an article at all. Login pages, error
// pages and listings are not; their text is no body.
func (d *draft) verdict() {
	why := d.noArticle()
	if why == "" {
		return
	}
	for i := range d.blocks {
		if d.open(i) {
			d.mark(i, Boilerplate, NoRole, "no article", why)
		}
	}
	*d.art = Article{URL: d.art.URL, Source: d.art.Source, Text: d.art.Text, Encoding: d.art.Encoding, Warnings: d.art.Warnings}
	d.art.Warnings = append(d.art.Warnings, Warning{"no-article", why, Unknown})
}

// noArticle is the reason why the part is no article, "" when it is one.
func (d *draft) noArticle() string {
	short, bodies, labelled, wall := 0, 0, 0, false
	var mass int32
	for i := range d.blocks {
		b := &d.blocks[i]
		switch {
		case b.Kind == Field && b.Role == Title:
			labelled++
		case b.Kind == Boilerplate && b.Reason.Why == "rule":
			wall = wall || d.means(i) == rules.NoArticle
		case d.open(i) && (d.lines[i].prose || d.lines[i].end):
			bodies++
			mass += d.lines[i].width
		case d.open(i):
			short++
		}
	}
	switch {
	case wall && mass < 3*longProse:
		return "error, login or notice page"
	case labelled >= minListing && bodies < labelled:
		return "listing of headlines"
	case bodies == 0 && short >= minListing:
		return "short lines only"
	}
	return ""
}

// minListing is the number of lines without any sentence from which a
// document is a listing rather than a note.
const minListing = 6

func (d *draft) means(i int) rules.Meaning {
	if r := d.rules().Boilerplate(d.blocks[i].Text); r != nil {
		return r.Means
	}
	return rules.Nothing
}
