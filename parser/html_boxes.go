package parser

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// boxes takes blocks out of the body that the elements around them show to be
// none of it: the text beside a form, captions of pictures, links that lead elsewhere, and
// numbers of readers.
func (d *page) boxes() {
	size := d.bodySize()
	d.besideCell(size)
	forms, captions, figures := d.formsAround(), d.captions(), d.figures()
	for i := d.first; i <= min(d.last, d.first+maxSkips) && (d.marks[i].kind != Body || d.skips(i)); i++ {
		if d.marks[i].kind == Body {
			d.set(i, Boilerplate, NoRole, "link to a place in the page", "")
		}
	}
	for i := range d.marks {
		switch {
		case d.marks[i].kind != Body || len(d.texts[i]) > maxBox:
		case d.inBox(i, size/4, forms):
			d.set(i, Boilerplate, NoRole, "beside a form", "")
		case 2*captions < size && d.isCaption(i):
			d.set(i, Boilerplate, NoRole, "caption", "")
		case figures <= maxFigures && d.isFigure(i):
			d.set(i, Boilerplate, NoRole, "number or rating", "")
		case d.isBoxOfLinks(i):
			d.set(i, Boilerplate, NoRole, "box of links", "")
		case d.isCounter(i):
			d.set(i, Boilerplate, NoRole, "number of a picture", "")
		case d.classSays(d.html.Blocks[i].Elem, "signature"):
			d.set(i, Boilerplate, NoRole, "signature", "")
		case d.classSays(d.html.Blocks[i].Elem, unheard...):
			d.set(i, Boilerplate, NoRole, "for screen readers or none", "")
		case d.inWikiBox(i):
			d.set(i, Boilerplate, NoRole, "box of a wiki", "")
		case isShortcode(d.texts[i]):
			d.set(i, Boilerplate, NoRole, "command of a content system", "")
		case d.isLineNumbers(i):
			d.set(i, Boilerplate, NoRole, "numbers of lines", "")
		}
	}
}

// besideCell takes what stands in other cells of a row out of the body when one
// cell has most of it, or half of it and the headline, and the model is not sure: pages
// laid out in tables.
func (d *page) besideCell(size int) {
	longest := -1
	for i := range d.marks {
		if d.marks[i].kind == Body && (longest < 0 || len(d.texts[i]) > len(d.texts[longest])) {
			longest = i
		}
	}
	if longest < 0 || d.html.Blocks[longest].Flags&htmlpage.InTable == 0 {
		return
	}
	for e := d.html.Blocks[longest].Elem; e > 0; e = d.html.Elems[e].Parent {
		el := &d.html.Elems[e]
		if el.Tag != atom.Td || el.Holds(d.first, d.last) {
			continue
		}
		sure, least := uint8(trusted), 3*size/4
		if d.title >= 0 && el.Holds(d.title, d.title) {
			sure, least = almostSure, size/2
		}
		if d.bodyIn(e) < least {
			continue
		}
		first, last := d.html.Elems[d.html.Elems[e].Parent].Bounds()
		for i := first; i <= last; i++ {
			if d.marks[i].kind == Body && !el.Holds(i, i) && d.html.Blocks[i].P < sure {
				d.set(i, Boilerplate, NoRole, "beside the cell of the text", "")
			}
		}
	}
}

// almostSure is the model's probability, in 255ths, from which on what stands beside the
// cell of the headline and of most of the text is text.
const almostSure = 242

// bodyIn is the length in bytes of the body in an element.
func (d *page) bodyIn(e int32) int {
	size := 0
	first, last := d.html.Elems[e].Bounds()
	for i := first; i <= last; i++ {
		if d.marks[i].kind == Body {
			size += len(d.texts[i])
		}
	}
	return size
}

// unheard are parts of the classes of text that is read out only, or that search
// engines are asked to leave alone.
var unheard = []string{"screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "robots-nocontent"}

// wikiBoxes are parts of the classes of tables that a wiki sets beside or below
// its text: facts in short, links to pages alike, notices to writers.
var wikiBoxes = []string{"infobox", "navbox", "ambox", "mbox-"}

// inWikiBox reports whether a block is in such a table.
func (d *page) inWikiBox(i int) bool {
	b := &d.html.Blocks[i]
	if b.Flags&htmlpage.InTable == 0 {
		return false
	}
	for e := b.Elem; e > 0; e = d.html.Elems[e].Parent {
		if el := &d.html.Elems[e]; el.Tag == atom.Table && hasPart(el, wikiBoxes) {
			return !el.Holds(d.first, d.last)
		}
	}
	return false
}

// isShortcode reports whether s is a command in brackets that a content system
// was to replace: [gallery ids="1,2"].
func isShortcode(s string) bool {
	if len(s) < 4 || s[0] != '[' || strings.IndexByte(s, ']') != len(s)-1 || !strings.Contains(s, "=") {
		return false
	}
	name, _, ok := strings.Cut(s[1:], " ")
	return ok && strings.IndexFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' && r != '_' }) < 0
}

// maxSkips is how many blocks of links to places in the page a text may begin
// with.
const maxSkips = 8

// skips reports whether a block outside of lists is links within the page and
// nothing else.
func (d *page) skips(i int) bool {
	b := &d.html.Blocks[i]
	if b.LinkDensity() < 0.95 || b.Links() == 0 || b.Flags&(htmlpage.InList|htmlpage.InTable) != 0 || d.html.Elems[b.Elem].Level > 0 {
		return false
	}
	for k := int(b.Elem); k < len(d.html.Elems); k++ {
		e := &d.html.Elems[k]
		if first, last := e.Bounds(); e.Tag == atom.A && first <= i && last >= i && (e.Node == nil || !linksWithin(e.Node)) {
			return false
		}
	}
	return true
}

func linksWithin(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "href" {
			return strings.HasPrefix(a.Val, "#")
		}
	}
	return false
}

// maxApart is how many blocks two pictures of a series stand apart at most.
const maxApart = 30

// isCounter reports whether a block is a number, a stroke and the number of all,
// as below the pictures of a series: another block has the next number or the
// one before.
func (d *page) isCounter(i int) bool {
	n, all, ok := counter(d.texts[i])
	if !ok {
		return false
	}
	for _, s := range d.texts[max(0, i-maxApart):min(len(d.texts), i+maxApart)] {
		if k, of, ok := counter(s); ok && of == all && (k == n+1 || k == n-1) {
			return true
		}
	}
	return false
}

// counter reads a number and the number of all, as in 2/7.
func counter(s string) (n, all int, ok bool) {
	if len(s) > 9 {
		return 0, 0, false
	}
	a, b, ok := strings.Cut(s, "/")
	if !ok {
		return 0, 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(a))
	all, err2 := strconv.Atoi(strings.TrimSpace(b))
	return n, all, err == nil && err2 == nil && n > 0 && n <= all
}

// captions is the length of the body's captions: where they are most of it, the
// pictures are what the page tells of.
func (d *page) captions() int {
	n := 0
	for i := range d.marks {
		if d.marks[i].kind == Body && d.classSays(d.html.Blocks[i].Elem, "caption") {
			n += len(d.texts[i])
		}
	}
	return n
}

// maxBox bounds the length in bytes of a block that boxes takes out.
const maxBox = 500

// boxLevels is how many elements around a block are looked at.
const boxLevels = 4

// formsAround are the elements that hold a form close below them.
func (d *page) formsAround() map[int32]bool {
	var around map[int32]bool
	for i := range d.html.Elems {
		if d.html.Elems[i].Tag != atom.Form {
			continue
		}
		if around == nil {
			around = make(map[int32]bool)
		}
		for e, n := int32(i), 0; e > 0 && n <= boxLevels; e, n = d.html.Elems[e].Parent, n+1 {
			around[e] = true
		}
	}
	return around
}

// offers are parts of the classes of boxes that offer a newsletter or a
// subscription.
var offers = []string{"newsletter", "subscribe", "subscription", "signup", "sign-up", "paywall", "mc4wp", "optin"}

// inBox reports whether one of the elements around a block holds a form and no
// more text than most bytes. Where the model is sure of the block, the
// element's class has to tell what it offers; with such a class, a link will do
// instead of a form.
func (d *page) inBox(i, most int, forms map[int32]bool) bool {
	b := &d.html.Blocks[i]
	for e, n := b.Elem, 0; e > 0 && n < boxLevels; e, n = d.html.Elems[e].Parent, n+1 {
		offers := hasPart(&d.html.Elems[e], offers)
		if d.exceeds(e, maxBox+200) {
			return false
		}
		first, last := d.html.Elems[e].Bounds()
		if first == last && !forms[e] || !(offers && forms[e]) && d.exceeds(e, most) {
			continue
		}
		if forms[e] && !d.trusts(i) || offers && (forms[e] || d.holdsLink(e)) {
			return true
		}
	}
	return false
}

// elsewhere are parts of the classes of boxes that share an article, sort it or lead to others.
var elsewhere = []string{"share", "sharing", "social", "related", "recommend", "readmore", "read-more", "read-also", "readalso", "tags", "breadcrumb", "toolbar", "tools", "pagination", "pager", "post-nav", "nav-links"}

// maxBeside is how many bytes of signs and spaces a link has beside it in a box of links.
const maxBeside = 4

// isBoxOfLinks reports whether a block is links only, in an element that says that they lead
// elsewhere.
func (d *page) isBoxOfLinks(i int) bool {
	b := &d.html.Blocks[i]
	beside := len(d.texts[i]) - int(b.LinkDensity()*float32(len(d.texts[i])))
	if b.Links() == 1 && beside > 0 || beside > maxBeside*b.Links() || endsSentence(d.texts[i]) {
		return false
	}
	for e, n := b.Elem, 0; e > 0 && n < boxLevels && !d.exceeds(e, maxBox+200); e, n = d.html.Elems[e].Parent, n+1 {
		el := &d.html.Elems[e]
		if el.Tag == atom.Nav || slices.ContainsFunc(elsewhere, func(w string) bool { return containsFold(el.Class, w) }) {
			return true
		}
	}
	return false
}

// figureParts are parts of the classes of numbers that say how many have read an article, and
// what they think of it.
var figureParts = []string{"views", "count", "rating", "votes"}

// figures is how many of them the body has.
func (d *page) figures() (n int) {
	for i := range d.marks {
		if d.marks[i].kind == Body && d.isFigure(i) {
			n++
		}
	}
	return n
}

// maxFigures is how many an article has that are none of its text: what is reviewed is rated
// in it.
const maxFigures = 2

// isFigure reports whether a block without letters is such a number, or stars.
func (d *page) isFigure(i int) bool {
	s := d.texts[i]
	if s == "" || len(s) > maxFigure || isASCIILetter(s[0]) { // as most
		return false
	}
	return letters(s) == 0 && (strings.ContainsAny(s, "★☆⭐") || hasPart(&d.html.Elems[d.html.Blocks[i].Elem], figureParts))
}

// maxFigure bounds the length of such a block in bytes.
const maxFigure = 40

// hasPart reports whether class or id of an element contain one of the words.
func hasPart(e *htmlpage.Elem, words []string) bool {
	if e.Class == "" && e.ID == "" {
		return false
	}
	for _, w := range words {
		if containsFold(e.Class, w) || containsFold(e.ID, w) {
			return true
		}
	}
	return false
}

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

// isCaption reports whether a block has the class of a caption, or ends with the
// credit of a picture. Where the model is sure of the block, it has to end so,
// or have such a class itself, and stand behind a picture.
func (d *page) isCaption(i int) bool {
	b := &d.html.Blocks[i]
	switch {
	case d.html.Elems[b.Elem].Level > 0:
		return false
	case d.trusts(i):
		return b.AfterPicture() && (d.endsWithCredit(i) || d.isCredit(i) || hasPart(&d.html.Elems[b.Elem], describes))
	}
	return d.classSays(b.Elem, "caption") || hasPart(&d.html.Elems[b.Elem], describes) || d.endsWithCredit(i)
}

// describes are parts of the classes of what describes a picture.
var describes = []string{"img_desc", "img-desc", "imgdesc", "photo_desc", "photo-desc", "pic_desc", "pic-desc", "picdesc", "wp-caption"}

// isCredit reports whether a block is the credit of a picture and nothing else.
func (d *page) isCredit(i int) bool {
	if len(d.texts[i]) > minBody {
		return false
	}
	r := d.p.rules.Boilerplate(d.texts[i])
	return r != nil && r.Means == rules.Caption
}

func (d *page) endsWithCredit(i int) bool {
	s := d.texts[i]
	if len(s) > maxCaption {
		return false
	}
	from := creditStart(s, len(s))
	if strings.HasSuffix(s, ")") {
		from = strings.LastIndexByte(s, '(')
	}
	if from <= 0 {
		return false
	}
	r := d.p.rules.Boilerplate(strings.Trim(s[from:], "() "))
	return r != nil && r.Means == rules.Caption
}
