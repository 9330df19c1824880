// Package htmlpage reads the source of a web page into blocks of text and
// tells, by markup and text, which of them are the article.
package htmlpage

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Page is the text of a page: its elements that hold text, in the order of
// their start tags, and its blocks, in reading order. Every text node outside
// script and style belongs to exactly one block, unless it is white space.
//
// 0 <= Blocks[i].start <= Blocks[i].end <= len(text); Elems[0] is the root and
// Elems[i].Parent < i.
type Page struct {
	Root   *html.Node // the tree; its texts carry the scanner's marks: see Clean
	Elems  []Elem
	Blocks []Block
	Points []Point  // nodes that may say something about the article
	LD     []string // contents of JSON-LD scripts
	Deep   bool     // tags of elements were left out because they are nested too deep

	scan source
	text []byte // texts of all blocks, each followed by a line feed
	str  string // text, once all blocks are read
	used []bool // runs that the walker met

	open   bool  // the last block takes more text
	space  bool  // white space was read and not yet written
	indent int   // length of the white space written before the next block
	join   Join  // of the next block
	item   int32 // number of the list item that the next block begins, else 0
	run    int   // last run met, -1 when unknown
}

// Elem is an element and what it passes on to its content.
type Elem struct {
	Node   *html.Node
	Parent int32
	Tag    atom.Atom // 0 for elements that HTML does not know
	Depth  int16     // 0 for html
	Level  int8      // of the heading around, else 0
	Mark   Landmark
	Flags  Flags
	Within bool // a link to a place of the same page
	Class  string
	ID     string
	hash   uint32 // of Class, where the element holds blocks
	items  int32  // of an ordered list, so far
	index  int16  // among the parent's elements
	kids   int16  // elements directly below

	first, last int32 // blocks in the element; first > last when there are none
	sums
	weights
}

// sums are over all blocks in an element.
type sums struct {
	size, link, prose int32 // length of all text, of text in links, of text in sentences
}

// Holds reports whether the element holds blocks first to last.
func (e *Elem) Holds(first, last int) bool { return int(e.first) <= first && last <= int(e.last) }

// Prop is the name of the property that the element has in the page's
// microdata, "" when it has none.
func (e *Elem) Prop() string {
	if e.Node == nil {
		return ""
	}
	return attr(e.Node, "itemprop")
}

// Link is the address that the element or the first link in it leads to, as it is
// written; "" when there is none.
func (e *Elem) Link() string {
	if e.Node == nil {
		return ""
	}
	if e.Tag == atom.A {
		return attr(e.Node, "href")
	}
	for n := range e.Node.Descendants() {
		if n.DataAtom == atom.A {
			return attr(n, "href")
		}
	}
	return ""
}

// HasProp reports whether an element has a property of one of these names.
func (p *Page) HasProp(names ...string) bool {
	for i := range p.Points {
		if slices.Contains(names, attr(p.Points[i].Node, "itemprop")) {
			return true
		}
	}
	return false
}

// Flags say where a text stands.
type Flags uint32

const (
	InLink Flags = 1 << iota
	InList
	InTable
	InFigure
	InCaption
	InQuote
	InForm
	InPre
	InButton
	InHead
	Unseen     // in an element that is never shown
	HiddenAttr // hidden by an attribute or inline style
	AriaHidden // kept from screen readers
	PersonLink // in a link to a person's page
	Handle     // in a heading, but none of its words: a link to it or to its source
)

// Landmark is the nearest ancestor that tells what its content is.
type Landmark uint8

const (
	NoLandmark Landmark = iota
	Article
	Main
	Nav
	Aside
	Header
	Footer
)

var landmarkNames = [...]string{"", "article", "main", "nav", "aside", "header", "footer"}

// String is the name of the element, "" for NoLandmark.
func (l Landmark) String() string { return landmarkNames[l] }

// Join says how a block follows the block before it.
type Join uint8

const (
	Paragraph Join = iota // begins a paragraph
	LineBreak             // a line of its own within the paragraph
	Wrapped               // goes on in the same line
)

// A Block is a run of text without the border of a block element in it.
type Block struct {
	Elem  int32 // nearest element around all of the text
	Start int   // where its text begins in the source, -1 when unknown
	End   int   // where it ends
	Join  Join
	Item  int32 // number that a browser shows before an item of an ordered list, else 0
	Flags Flags // of any of its text: InLink and PersonLink; otherwise the element's
	P     uint8 // probability of being of the article, in 255ths
	Body  bool  // is of the article

	Related bool // announces links to other stories, by the rules

	start, end int32 // in Page.text
	indent     int32 // length of the white space before start that begins its first line
	passed     passed
	link       int32 // bytes within links
	links      int16 // links that it holds
}

// A Point is a node that may say something about the article: meta, link,
// time, title, h1, or one with itemprop, rel=author or a data-*-id.
type Point struct {
	Node  *html.Node
	Elem  int32 // element around it
	Own   int32 // the element that it is, -1 when it is empty
	Block int   // the block that its text is in, if it has any
}

// Text is the text of block i, its white space folded.
func (p *Page) Text(i int) string {
	b := &p.Blocks[i]
	return p.str[b.start:b.end]
}

// Indent is the white space before the text of block i in its line, as it
// stands in program text.
func (p *Page) Indent(i int) string {
	b := &p.Blocks[i]
	return p.str[b.start-b.indent : b.start]
}

// add appends the text of a node to the open block, or opens one.
func (p *Page) add(data string, elem int32) {
	flags := p.Elems[elem].Flags
	for i := 0; i < len(data); {
		c := data[i]
		if c <= ' ' {
			p.white(c, flags)
			i++
			continue
		}
		if c < 0xC2 {
			n := i + 1
			for n < len(data) && data[n] > ' ' && data[n] < utf8.RuneSelf {
				n++
			}
			p.write(data[i:n], elem)
			i = n
			continue
		}
		r, n := utf8.DecodeRuneInString(data[i:])
		switch {
		case r >= firstMark && p.isMark(int(r-firstMark), data[i+n:]):
			p.run = int(r - firstMark)
		case r == '\u00a0' && p.Elems[elem].Tag == atom.Code:
			p.white(' ', flags|InPre) // lines of program text that are elements each
		case r == '\u00a0' || r == '\u3000' || r >= '\u2000' && r <= '\u200a' || r == '\u202f' || r == '\u205f' || r == '\u2028' || r == '\u2029' || r == '\u1680':
			p.white(' ', flags)
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == '\u2060' || r == '\u200e' || r == '\u200f' || r == '\u061c': // no reader sees them
		default:
			p.write(data[i:i+n], elem)
		}
		i += n
	}
}

// isMark reports whether the character before rest is mark i rather than a
// character of the page's own: a mark occurs once, and before text that begins
// as its run does. Text in svg that begins with '<' may have been markup.
func (p *Page) isMark(i int, rest string) bool {
	if i >= len(p.scan.runs) || p.used[i] {
		return false
	}
	switch c := p.scan.src[p.scan.runs[i].start]; {
	case c == '<', c == '&', c == 0:
	case rest == "", rest[0] != c:
		return false
	}
	p.used[i] = true
	return true
}

// white takes white space.
func (p *Page) white(c byte, flags Flags) {
	if flags&InPre == 0 {
		p.space = true
		return
	}
	p.whiteInPre(c)
}

// whiteInPre takes white space of program text, which is kept except at the
// ends of lines.
func (p *Page) whiteInPre(c byte) {
	switch {
	case c == '\n' && p.open:
		p.text = append(bytes.TrimRight(p.text, " \t"), '\n')
	case c == '\n':
		p.outdent()
	default:
		if c != '\t' {
			c = ' '
		}
		p.text = append(p.text, c)
		if !p.open {
			p.indent++
		}
	}
}

// outdent takes the white space before the next block back.
func (p *Page) outdent() {
	p.text = p.text[:len(p.text)-p.indent]
	p.indent = 0
}

// write appends visible characters to the block.
func (p *Page) write(s string, elem int32) {
	if !p.open {
		p.begin(elem)
	}
	b := &p.Blocks[len(p.Blocks)-1]
	from := len(p.text)
	if p.space && from > int(b.start) && p.text[from-1] != '\n' {
		p.text = append(p.text, ' ')
	}
	p.space = false
	p.text = append(p.text, s...)
	e := &p.Elems[elem]
	if e.Flags&InLink != 0 {
		b.link += int32(len(p.text) - from)
	}
	if b.Elem != elem {
		b.Elem = p.common(b.Elem, elem)
	}
	if p.run >= 0 {
		p.spanOf(b)
	}
	b.Flags |= e.Flags & (InLink | PersonLink)
}

// begin opens a block in elem.
func (p *Page) begin(elem int32) {
	if e := &p.Elems[elem]; e.Flags&InPre == 0 && e.Tag != atom.Code {
		p.outdent()
	}
	at := int32(len(p.text))
	p.Blocks = append(p.Blocks, Block{Elem: elem, Start: -1, End: -1, Join: p.join, Item: p.item, start: at, end: at, indent: int32(p.indent)})
	p.open, p.space, p.indent, p.join, p.item = true, false, 0, Paragraph, 0
}

// spanOf widens the span of the block by the run of the text just added.
func (p *Page) spanOf(b *Block) {
	s := p.scan.runs[p.run]
	if b.Start < 0 {
		b.Start, b.End, b.passed = s.start, s.end, s.passed
		return
	}
	b.Start, b.End = min(b.Start, s.start), max(b.End, s.end)
}

// flush closes the open block; the next one follows it as join says.
func (p *Page) flush(join Join) {
	p.join = join
	if !p.open {
		p.outdent()
		return
	}
	b := &p.Blocks[len(p.Blocks)-1]
	for p.text[len(p.text)-1] <= ' ' {
		p.text = p.text[:len(p.text)-1]
	}
	b.end = int32(len(p.text))
	p.text = append(p.text, '\n')
	p.open, p.space = false, false
}

// common is the nearest common ancestor of two elements.
func (p *Page) common(a, b int32) int32 {
	for a != b {
		if a < b {
			b = p.Elems[b].Parent
		} else {
			a = p.Elems[a].Parent
		}
	}
	return a
}

// AfterPicture reports whether a picture stands before the block.
func (b *Block) AfterPicture() bool { return b.passed&passedPicture != 0 }

// Links is the number of links in the block.
func (b *Block) Links() int { return int(b.links) }

// Beside is the length of the block's text outside of links.
func (b *Block) Beside() int { return int(max(0, b.end-b.start-b.link)) }

// LinkDensity is the share of the block's text in links, 0 to 1.
func (b *Block) LinkDensity() float32 {
	if b.end == b.start {
		return 0
	}
	return float32(min(b.link, b.end-b.start)) / float32(b.end-b.start)
}

// Bounds are the first and the last block in the element; first > last when
// there are none.
func (e *Elem) Bounds() (first, last int) { return int(e.first), int(e.last) }
