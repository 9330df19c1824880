package linemodel

import "sort"

// maxTitleGap is how many lines above the text its headline may stand.
const maxTitleGap = 300

// candidates are the lines that may be the headline: those of a headline's
// length at the top of the page and before the text.
func (o *opinion) candidates(d *document, use func(i int)) {
	text := int(o.main.from)
	switch {
	case o.core.mass > 0:
		text = min(text, int(o.core.from))
	case o.main.mass == 0:
		text = int(d.main.from)
	}
	from, to := max(0, min(text, o.wellInto())-maxTitleGap), min(len(d.lines), text+3)
	for i := range to {
		if i == 2 && i < from {
			continue
		}
		if l := &d.scans[i]; (i < 2 || i >= from) && l.size >= 6 && l.size <= 220 && l.words+l.densest > 0 {
			use(i)
		}
	}
}

// wellInto is the line with which a tenth of what is expected to be text has
// been read. Where lists or notices cut the text in two, the core is the
// larger part and may begin behind it.
func (o *opinion) wellInto() int {
	n := len(o.p)
	return sort.Search(n, func(i int) bool { return o.body[i+1] >= o.body[n]/10 })
}

// TitleCandidates marks the lines that may be the headline, given the first
// forest's probabilities in 255ths. It is what training reads.
func TitleCandidates(lines []Line, w *Words, p []uint8) []bool {
	var d document
	d.words = w
	d.read(lines)
	o := opinion{p: p}
	o.read(&d)
	out := make([]bool, len(lines))
	o.candidates(&d, func(i int) { out[i] = true })
	return out
}
