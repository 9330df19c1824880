package parser

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// boxes takes blocks out of the body that the elements around them show to be
// none of it: the text beside a form, captions of pictures, links that lead elsewhere, and
// numbers of readers.
func (d *page) boxes() {
	d.bounds()
	size := d.bodySize()
	d.besideCell(size)
	for i := d.first; i <= min(d.last, d.first+maxSkips) && (!d.isBody(i) || d.skips(i)); i++ {
		if d.isBody(i) {
			d.drop(i, "link to a place in the page")
		}
	}
	figures, forms, classed := d.figures(), d.formsAround(), 2*d.captioned() < size
	for i := range d.marks {
		if !d.isBody(i) || len(d.texts[i]) > maxBox {
			continue
		}
		switch {
		case d.inBox(i, size/4, forms):
			d.drop(i, "beside a form")
		case d.isCaption(i, classed):
			d.drop(i, "caption")
		case figures <= maxFigures && d.isFigure(i):
			d.drop(i, "number or rating")
		case d.isBoxOfLinks(i):
			d.drop(i, "box of links")
		case signsPost(d.texts[i]):
			d.drop(i, whyEmbedded)
		case d.isCounter(i):
			d.drop(i, "number of a picture")
		case d.classSays(d.html.Blocks[i].Elem, unheard...):
			d.drop(i, "for screen readers, or a signature")
		case d.inWikiBox(i):
			d.drop(i, "box of a wiki")
		case isShortcode(d.texts[i]):
			d.drop(i, "command of a content system")
		case d.isLineNumbers(i):
			d.drop(i, "numbers of lines")
		}
	}
}

// Bounds of boxes.
const (
	maxBox    = 500          // bytes of a block that boxes takes out
	maxInBox  = maxBox + 200 // bytes of all text in a box
	boxLevels = 4            // elements around a block that are looked at
)

// besideCell takes what stands in other cells of a row out of the body when one
// cell has most of it, or half of it and the headline, and the model is not sure: pages
// laid out in tables.
func (d *page) besideCell(size int) {
	longest := d.first
	for i := range d.marks {
		if d.isBody(i) && len(d.texts[i]) > len(d.texts[longest]) {
			longest = i
		}
	}
	if longest >= len(d.marks) || d.html.Blocks[longest].Flags&htmlpage.InTable == 0 {
		return
	}
	for _, cell := range d.around(longest) {
		if cell.Tag != atom.Td {
			continue
		}
		sure, least := uint8(trusted), 3*size/4
		if cell.Holds(d.title, d.title) {
			sure, least = almostSure, size/2
		}
		if d.bodyIn(cell.Bounds()) < least {
			continue
		}
		first, last := d.html.Elems[cell.Parent].Bounds()
		for i := first; i <= last; i++ {
			if d.isBody(i) && !cell.Holds(i, i) && d.html.Blocks[i].P < sure {
				d.drop(i, "beside the cell of the text")
			}
		}
	}
}

// maxSkips is how many blocks of links to places in the page a text may begin
// with.
const maxSkips = 8

// skips reports whether a block is links within the page and nothing else.
func (d *page) skips(i int) bool {
	if d.html.Blocks[i].LinkDensity() < 0.95 || d.elem(i).Level > 0 {
		return false
	}
	return !slices.ContainsFunc(d.html.Elems, func(e htmlpage.Elem) bool {
		return e.Tag == atom.A && e.Holds(i, i) && !strings.HasPrefix(e.Link(), "#")
	})
}

// figures is how many numbers of readers the body has.
func (d *page) figures() (n int) {
	for i := range d.marks {
		if d.isBody(i) && d.isFigure(i) {
			n++
		}
	}
	return n
}

// formsAround are the elements that hold a form close below them.
func (d *page) formsAround() map[int32]bool {
	around := make(map[int32]bool)
	for i := range d.html.Elems {
		if d.html.Elems[i].Tag != atom.Form {
			continue
		}
		for e, n := int32(i), 0; e > 0 && n <= boxLevels; e, n = d.html.Elems[e].Parent, n+1 {
			around[e] = true
		}
	}
	return around
}

// inBox reports whether one of the elements around a block holds a form and no
// more text than most bytes. Where the model is sure of the block, the
// element's class has to tell what it offers; with such a class, a link will do
// instead of a form.
func (d *page) inBox(i, most int, forms map[int32]bool) bool {
	for e := range d.boxesAround(i) {
		el := &d.html.Elems[e]
		first, last := el.Bounds()
		offers := hasPart(el, offers)
		if first == last && !forms[e] || !(offers && forms[e]) && d.exceeds(e, most) {
			continue
		}
		if forms[e] && !d.trusts(i) || offers && (forms[e] || d.holdsLink(e)) {
			return true
		}
	}
	return false
}

// boxesAround yields the nearest elements around block i that hold little text.
func (d *page) boxesAround(i int) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		n := 0
		for e := range d.around(i) {
			if n++; n > boxLevels || d.exceeds(e, maxInBox) || !yield(e) {
				return
			}
		}
	}
}

// isBoxOfLinks reports whether a block is links only, in an element that says that they lead
// elsewhere.
func (d *page) isBoxOfLinks(i int) bool {
	b, s := &d.html.Blocks[i], d.texts[i]
	if b.Links() == 1 && b.Beside() > 0 || b.Beside() > maxBeside*b.Links() || endsSentence(s) {
		return false
	}
	for e := range d.boxesAround(i) {
		if el := &d.html.Elems[e]; el.Tag == atom.Nav || hasWordOf(el.Class, elsewhere) {
			return true
		}
	}
	return false
}

// maxBeside is how many bytes of signs and spaces a link has beside it in a box of links.
const maxBeside = 4

// holdsLink reports whether an element holds a block that is a link or a button.
func (d *page) holdsLink(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first; i <= last; i++ {
		if b := &d.html.Blocks[i]; b.LinkDensity() > 0.9 || b.Flags&htmlpage.InButton != 0 {
			return true
		}
	}
	return false
}

// exceeds reports whether the texts in an element are longer than most bytes.
func (d *page) exceeds(e int32, most int) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first; i <= last && most >= 0; i++ {
		most -= len(d.texts[i])
	}
	return most < 0
}

// maxFigures is how many numbers of readers an article has that are none of its text: what
// is reviewed is rated in it. maxFigure bounds the length of their blocks in bytes.
const (
	maxFigures = 2
	maxFigure  = 40
)

// isFigure reports whether a block without letters is stars, or a number that says how many
// have read an article, and what they think of it.
func (d *page) isFigure(i int) bool {
	s := d.texts[i]
	if len(s) > maxFigure || isASCIILetter(s[0]) { // as most
		return false
	}
	return letterWeight(s) == 0 && (strings.ContainsAny(s, "★☆⭐") || hasPart(d.elem(i), figureParts))
}

// isCaption reports whether a block has the class of a caption, or ends with the
// credit of a picture. Where the model is sure of the block, it has to end so, and
// with a bracket or behind a picture, or, where classed, to have such a class itself.
func (d *page) isCaption(i int, classed bool) bool {
	e := d.elem(i)
	switch {
	case e.Level > 0:
		return false
	case d.trusts(i):
		return classed && hasClass(e, captions) || strings.HasSuffix(d.texts[i], ")") && d.endsWithCredit(i) || d.html.Blocks[i].AfterPicture() && (d.endsWithCredit(i) || len(d.texts[i]) <= minBody && d.means(d.texts[i], rules.Caption) || hasPart(e, describes))
	}
	b := &d.html.Blocks[i]
	return b.Flags&htmlpage.InFigure != 0 && b.AfterPicture() && len(d.texts[i]) <= maxCaption && !endsSentence(d.texts[i]) || d.classSays(b.Elem, "caption") || hasPart(e, describes) || d.endsWithCredit(i)
}

// captioned is the length in bytes of the body that has the class of a caption: a page of
// pictures may be nothing else.
func (d *page) captioned() (size int) {
	for i := range d.marks {
		if d.isBody(i) && hasClass(d.elem(i), captions) {
			size += len(d.texts[i])
		}
	}
	return size
}

// endsWithCredit reports whether a block ends with the credit of a picture, in brackets
// perhaps.
func (d *page) endsWithCredit(i int) bool {
	s := d.texts[i]
	if len(s) > maxCaption {
		return false
	}
	if columns(s) <= maxPhotographed && photographed(s) {
		return true
	}
	from := creditStart(s, len(s))
	if strings.HasSuffix(s, ")") {
		from = strings.LastIndexByte(s, '(')
	}
	return from > 0 && d.means(strings.Trim(s[from:], "() "), rules.Caption)
}

// maxApart is how many blocks two pictures of a series stand apart at most.
const maxApart = 30

// isCounter reports whether a block is a number, a stroke and the number of all,
// as below the pictures of a series: another block has the next number or the
// one before.
func (d *page) isCounter(i int) bool {
	n, all := counter(d.texts[i])
	return n > 0 && slices.ContainsFunc(d.texts[max(0, i-maxApart):min(len(d.texts), i+maxApart)], func(s string) bool {
		k, of := counter(s)
		return k > 0 && of == all && (k == n+1 || k == n-1)
	})
}

// counter reads a number and the number of all, as in 2/7; 0 when s is none of that.
func counter(s string) (n, all int) {
	if len(s) > 9 {
		return 0, 0
	}
	a, b, _ := strings.Cut(s, "/")
	n, _ = strconv.Atoi(strings.TrimSpace(a))
	if all, _ = strconv.Atoi(strings.TrimSpace(b)); n > all {
		return 0, 0
	}
	return n, all
}

// inWikiBox reports whether a block is in a table that a wiki sets beside or below its
// text, but not all of the body is.
func (d *page) inWikiBox(i int) bool {
	for _, e := range d.around(i) {
		if e.Tag == atom.Table && hasPart(e, wikiBoxes) {
			return !e.Holds(d.first, d.last)
		}
	}
	return false
}

// isShortcode reports whether s is a command in brackets that a content system
// was to replace: [gallery ids="1,2"].
func isShortcode(s string) bool {
	if s[0] != '[' || strings.IndexByte(s, ']') != len(s)-1 || !strings.Contains(s, "=") {
		return false
	}
	name, _, _ := strings.Cut(s[1:], " ")
	return strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-_") == ""
}
