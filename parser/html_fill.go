package parser

import (
	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// doubted is the model's probability, in 255ths, from which on a sentence is
// body when a paragraph of the body stands beside it in the same element.
const doubted = 64

// shortBody is the length in bytes of bodies in which the model is less sure of
// what stands in them.
const shortBody = 1500

// fill takes sentences for body that the model doubts, beside paragraphs of
// a short body in the same element.
func (d *page) fill() {
	if size, _ := d.bodySize(); size > shortBody {
		return
	}
	for i := range d.marks {
		if i > 0 && d.marks[i-1].kind == Body && d.joins(i, i-1) {
			d.set(i, Body, NoRole, "beside a paragraph of the body", "")
		}
	}
	for i := len(d.marks) - 2; i >= 0; i-- {
		if d.marks[i+1].kind == Body && d.joins(i, i+1) {
			d.set(i, Body, NoRole, "beside a paragraph of the body", "")
		}
	}
}

// joins reports whether block i is a sentence of the same kind of element, in
// the same one, as block k.
func (d *page) joins(i, k int) bool {
	a, b := &d.html.Blocks[i], &d.html.Blocks[k]
	if a.P < doubted || !d.isSentence(i) {
		return false
	}
	x, y := &d.html.Elems[a.Elem], &d.html.Elems[b.Elem]
	return x.Tag == y.Tag && x.Class == y.Class && x.Parent == y.Parent
}

// minSentence is the length in bytes of the shortest sentence that fill and
// belowTitle take.
const minSentence = 60

// isSentence reports whether a block that is none of the body yet reads like
// running text that no rule knows.
func (d *page) isSentence(i int) bool {
	s, b := d.texts[i], &d.html.Blocks[i]
	if d.marks[i].kind != Boilerplate || d.marks[i].why != "model" || len(s) < minSentence || !endsSentence(s) || b.LinkDensity() > 0.2 ||
		b.Flags&(htmlpage.InForm|htmlpage.InButton|htmlpage.InCaption|htmlpage.HiddenAttr) != 0 || d.html.Elems[b.Elem].Level > 0 {
		return false
	}
	_, labelled := d.p.rules.Label(s)
	return !labelled && !d.isChrome(s)
}

// belowTitle takes the sentences that stand below headline and date for the
// body of a page on which the model has found none, if its metadata call it an
// article or it shows its date there: a message of one paragraph among long
// lists of others.
func (d *page) belowTitle() {
	size, _ := d.bodySize()
	if size >= minBody || d.title < 0 || d.html.Elems[d.html.Blocks[d.title].Elem].Level != 1 || !d.told() && !d.datedBelow(d.title) {
		return
	}
	found := false
	for i := d.title + 1; i < len(d.marks) && i <= d.title+8; i++ {
		switch {
		case d.isSentence(i) || d.marks[i].kind == Body:
			d.set(i, Body, NoRole, "below the headline", "")
			found = true
		case found || d.html.Elems[d.html.Blocks[i].Elem].Level > 0:
			return
		}
	}
}

// datedBelow reports whether one of the blocks behind block i is a date.
func (d *page) datedBelow(i int) bool {
	for k := i + 1; k < len(d.texts) && k <= i+4; k++ {
		if len(d.texts[k]) < 60 && d.html.Blocks[k].LinkDensity() < 0.5 && timestamp.IsDateLine(d.texts[k]) {
			return true
		}
	}
	return false
}
