package parser

import "strings"

// The author of a page whom no label announces, by the headline.

// pageByline looks for the author of a page without a labelled one: the line
// of one person's name by the headline that has the most evidence, or that directly above
// it when it is the owner of the page.
func (d *draft) pageByline(from, to int) {
	if d.art.Authors != nil || d.title < 0 {
		return
	}
	best, most := -1, enoughForName-1
	var names []string
	weigh := func(i int) {
		dated, name := false, d.nameBehindDash(i)
		if name == "" {
			name, dated = d.nameIn(i, true)
		}
		if name != "" {
			if e := d.nameEvidence(i, name, dated, most); e > most && (!isCaseless(name) || e >= enoughForCaseless && d.onlyIn(name)) {
				best, most, names = i, e, splitNames(d.withoutRole(name))
			}
		}
	}
	for i := range d.shown(from, to) {
		weigh(i)
	}
	if len(names) > 0 && d.ownsPage(names[0]) {
		if above := d.prevWords(best); above > d.title && !strings.ContainsAny(d.blocks[above].Text, "—–“\"") {
			most = enoughForName - 1
			weigh(above)
		}
	}
	if len(names) == 0 || d.allCommon(names[0]) {
		return
	}
	d.art.Authors = names
	if d.open(best) {
		d.mark(best, Field, Byline, "name by the headline", "")
	}
}
