package parser

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// doubted is the model's probability, in 255ths, from which on a sentence is
// body when a paragraph of the body stands beside it in the same element.
const doubted = 24

// shortBody is the length in bytes of bodies in which the model is less sure of
// what stands in them.
const shortBody = 1500

// fill takes sentences for body that the model doubts, beside paragraphs of
// the body in the same element: on pages with a short text, and where a script
// shows what is hidden.
func (d *page) fill() {
	size := d.bodySize()
	short := size <= shortBody
	for i := range d.marks {
		if (short || d.marks[i].kind == Hidden) && d.besideBody(i) {
			d.set(i, Body, NoRole, "beside a paragraph of the body", "")
		}
	}
}

// likelyHeading is the model's probability, in 255ths, from which on a heading
// between blocks of the body is body.
const likelyHeading = 64

// headings takes headings for body that the model doubts, where the body goes on
// above and below, or below surely and links stand above: the contents.
func (d *page) headings() {
	for i := d.first + 1; i < d.last; i++ {
		b := &d.html.Blocks[i]
		if d.marks[i].kind != Boilerplate || d.marks[i].why != "model" || b.P < likelyHeading || d.html.Elems[b.Elem].Level == 0 {
			continue
		}
		next := d.behindHandles(i)
		if d.marks[next].kind == Body && (d.marks[i-1].kind == Body || d.trusts(next) && d.html.Blocks[i-1].LinkDensity() >= 0.95) {
			d.set(i, Body, NoRole, "heading between blocks of the body", "")
		}
	}
}

// introduced takes lists for body that the model doubts, when a block of the body
// above ends with a colon and the body goes on below.
func (d *page) introduced() {
	for i := d.first; i < d.last-1; i++ {
		if d.marks[i].kind != Body || !d.trusts(i) || !strings.HasSuffix(d.texts[i], ":") && !strings.HasSuffix(d.texts[i], "：") {
			continue
		}
		last := d.listFrom(i + 1)
		sum := 0
		for k := i + 1; k <= last; k++ {
			if d.marks[k].kind != Boilerplate || d.marks[k].why != "model" {
				sum = 0
				break
			}
			sum += int(d.html.Blocks[k].P)
		}
		if last >= d.last || sum < likelyHeading*(last-i) || sum == 0 {
			continue
		}
		for k := i + 1; k <= last; k++ {
			d.set(k, Body, NoRole, "list below a colon", "")
		}
	}
}

// listFrom is the last block of the list that begins with block i, i-1 when none
// does.
func (d *page) listFrom(i int) int {
	last := i - 1
	for e := d.html.Blocks[i].Elem; e > 0; e = d.html.Elems[e].Parent {
		el := &d.html.Elems[e]
		first, to := el.Bounds()
		if first != i {
			break
		}
		if el.Tag == atom.Ul || el.Tag == atom.Ol {
			last = to
		}
	}
	return last
}

// behindHandles is the block behind block i, links beside a heading aside.
func (d *page) behindHandles(i int) int {
	for i++; i < d.last && d.html.Blocks[i].Flags&htmlpage.Handle != 0; i++ {
	}
	return i
}

// reach is how many blocks away the paragraph may stand beside which fill takes
// a sentence, links aside: the parts of a list of pictures or of news as they come in have
// a time and buttons between them, and boxes of related stories stand between paragraphs.
const reach = 4

// besideBody reports whether block i is a sentence that stands in an element
// like that of the nearest block of the body above it.
func (d *page) besideBody(i int) bool {
	if d.html.Blocks[i].P < doubted && d.marks[i].kind != Hidden || d.marks[i].kind == Body || !d.isSentence(i) {
		return false
	}
	for k, n := i-1, 0; k >= 0 && n < reach; k-- {
		if d.marks[k].kind == Body {
			return d.alikeBlocks(i, k) && !d.isComment(i)
		}
		if d.html.Blocks[k].LinkDensity() < 0.95 {
			n++
		}
	}
	return false
}

// alikeBlocks reports whether two blocks are of elements alike, in the same one
// or in two alike.
func (d *page) alikeBlocks(i, k int) bool {
	es := d.html.Elems
	x, y := &es[d.html.Blocks[i].Elem], &es[d.html.Blocks[k].Elem]
	if x.Tag != y.Tag || x.Class != y.Class {
		return false
	}
	return x.Parent == y.Parent || es[x.Parent].Parent == es[y.Parent].Parent && (i-k == 1 || k-i == 1) || es[x.Parent].Class != "" && es[x.Parent].Class == es[y.Parent].Class && es[x.Parent].Tag == es[y.Parent].Tag
}

// isComment reports whether an element around a block is of a reader's.
func (d *page) isComment(i int) bool {
	for e := d.html.Blocks[i].Elem; e > 0; e = d.html.Elems[e].Parent {
		el := &d.html.Elems[e]
		if hasPart(el, readers) {
			return true
		}
		switch el.Prop() {
		case "comment", "suggestedAnswer", "acceptedAnswer":
			return true
		}
	}
	return false
}

// readers are parts of the classes of what readers wrote.
var readers = []string{"comment", "reply", "replies"}

// minSentence is the length in bytes of the shortest sentence that fill and
// belowTitle take.
const minSentence = 60

// unstopped reports whether s ends with a letter of a script that ends sentences
// by white space only, and is too long for a headline or a button: Thai and Lao.
func unstopped(s string) bool {
	r := lastRune(s)
	return r >= 0x0E00 && r <= 0x0EFF && len(s) >= 4*minSentence
}

// isSentence reports whether a block that is none of the body yet reads like
// running text that no rule knows.
func (d *page) isSentence(i int) bool {
	s, b := d.texts[i], &d.html.Blocks[i]
	if !(d.marks[i].kind == Boilerplate && d.marks[i].why == "model" || d.marks[i].kind == Hidden && b.Flags&htmlpage.Unseen == 0) || len(s) < minSentence || !endsSentence(s) && !unstopped(s) || b.LinkDensity() > 0.2 ||
		b.Flags&(htmlpage.InForm|htmlpage.InButton|htmlpage.InCaption) != 0 || d.html.Elems[b.Elem].Level > 0 {
		return false
	}
	_, labelled := d.p.rules.Label(s)
	return !labelled && !d.isChrome(s)
}

// belowTitle takes the sentences that stand below the headline for the body of
// a page on which the model has found none: a message of one paragraph among
// long lists of others.
func (d *page) belowTitle() {
	size := d.bodySize()
	if size >= minBody {
		return
	}
	if !d.headsText() {
		d.described()
		return
	}
	found := false
	for i := d.title + 1; i < len(d.marks) && i <= d.title+8; i++ {
		switch {
		case !d.shown(i):
		case d.isSentence(i) || d.marks[i].kind == Body:
			d.set(i, Body, NoRole, "below the headline", "")
			found = true
			d.fill()
		case found || d.html.Elems[d.html.Blocks[i].Elem].Level > 0:
			return
		}
	}
}

// described takes what the page's description quotes for the body of a page
// without a headline, and the sentences beside it, when a time stands near: a
// message of a channel.
func (d *page) described() {
	about := letterString(d.meta.Tag("og:description"))
	if len(about) < minAnswer {
		return
	}
	for i := range d.marks {
		s := letterString(d.texts[i])
		if !d.isSentence(i) || d.html.Blocks[i].P < doubted || !strings.HasPrefix(s, about) && !strings.Contains(about, s) || !d.timed(i) {
			continue
		}
		for k := i - 1; k >= 0 && d.html.Elems[d.html.Blocks[i].Elem].Holds(k, k) && k != d.title; k-- {
			d.set(k, Body, NoRole, "quoted by the description", "")
		}
		d.set(i, Body, NoRole, "quoted by the description", "")
	}
	d.fill()
}

// timed reports whether one of the nearest elements around a block holds a time.
func (d *page) timed(i int) bool {
	for e, n := d.html.Blocks[i].Elem, 0; e > 0 && n < boxLevels; e, n = d.html.Elems[e].Parent, n+1 {
		for _, pt := range d.html.Points {
			if pt.Node.DataAtom == atom.Time && d.html.Elems[e].Holds(pt.Block, pt.Block) {
				return true
			}
		}
	}
	return false
}

// headsText reports whether the headline is shown and is that of an article: its
// date stands below, the metadata say so, or it is a heading of several words
// that the page's title has.
func (d *page) headsText() bool {
	if d.title < 0 || d.html.Blocks[d.title].LinkDensity() > 0.5 {
		return false
	}
	level, s := d.html.Elems[d.html.Blocks[d.title].Elem].Level, d.art.Title
	several := countWords(s, 4) == 4 || noSpaces(lastRune(s)) && utf8.RuneCountInString(s) >= 8
	switch {
	case d.datedBelow(d.title):
		return level == 1 || several
	case level == 1 && d.told():
		return true
	}
	return level > 0 && several && (strings.Contains(d.meta.Title, s) || sameWords(d.meta.Tag("og:title"), s))
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
