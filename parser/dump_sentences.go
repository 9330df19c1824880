package parser

import "unscrape/parser/linemodel"

// A page of which all stands on a few lines has no lines for the model to tell
// apart; the sentences take their place. Running text on one line stays whole:
// the model must be certain of some sentences that they are none of an
// article's.
const (
	mostGlued     = 5       // visible lines of such a page
	leastGlued    = 1000    // bytes of the longest
	largestPage   = 1 << 20 // bytes; more is no page
	gluedShare    = 0.12    // of the text, the pieces that are none of an article's,
	certainPieces = 5       // or so many of them
	leastPieces   = 10      // sentences of a page
)

// cutSentences cuts the lines of a page glued together at the ends of
// sentences, if the part is one.
func (d *draft) cutSentences() {
	if !d.mayBeGlued() {
		return
	}
	d.glued = d.cutPage(func(_ int, s string) []string { return linemodel.Sentences(nil, s) })
}

// cutPage cuts visible line k, with text s, into parts(k, s), and reports whether it did:
// the model must hold enough of the parts for those of a page.
func (d *draft) cutPage(parts func(k int, s string) []string) bool {
	var lines []linemodel.Line
	var cuts []cut
	for k, i := range d.visible {
		c, at := cut{block: i}, 0
		for _, s := range parts(k, d.raw(i)) {
			if at > 0 {
				c.at = append(c.at, at)
			}
			at += len(s)
			lines = append(lines, linemodel.Line{Text: s})
		}
		cuts = append(cuts, c)
	}
	if len(lines) < leastPieces || !isPage(lines) {
		return false
	}
	d.split(cuts)
	return true
}

// mayBeGlued reports whether the part is a few lines, a very long one among
// them and none of them with a label.
func (d *draft) mayBeGlued() bool {
	visible, longest := 0, 0
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		visible++
		longest = max(longest, len(d.blocks[i].Text))
		if visible > mostGlued {
			return false
		}
	}
	if longest < leastGlued || longest > largestPage {
		return false
	}
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		if _, ok := d.labelOf(i); ok {
			return false
		}
	}
	return true
}

// isPage reports whether the model is certain of enough of the lines that they
// are no text of an article, and holds some for text.
func isPage(lines []linemodel.Line) bool {
	var p linemodel.Page
	linemodel.Default().Score(&p, lines)
	all, none, certain, body := 0, 0, 0, false
	for k, l := range lines {
		all += len(l.Text)
		if p.Body[k] < furniture {
			none += len(l.Text)
			certain++
		}
		body = body || p.Body[k] >= bodyLine
	}
	return body && (float64(none) >= gluedShare*float64(all) || certain >= certainPieces)
}

// endsLine reports whether the source has a line end behind block i.
func (d *draft) endsLine(i int) bool {
	end := d.blocks[i].Span.End
	return end == len(d.text) || d.text[end-1] == '\n' || d.text[end-1] == '\r'
}
