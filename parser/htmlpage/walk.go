package htmlpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// walk goes through the content of n, whose element is e.
func (p *Page) walk(n *html.Node, e int32) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			p.run = -1
			p.add(c.Data, e)
		case html.ElementNode:
			p.element(c, e)
		}
	}
}

func (p *Page) element(n *html.Node, parent int32) {
	how := displayOf(n.DataAtom)
	switch how {
	case skipped:
		p.skip(n)
		return
	case lineStop:
		p.lineBreak(parent)
		return
	case rule:
		p.flush(Paragraph)
		return
	}
	p.point(n, parent)
	if n.FirstChild == nil {
		return
	}
	if how == inline && (n.DataAtom == 0 && isCustomBlock(n) || n.DataAtom == atom.Span && p.Elems[parent].Level == 0 && isBlockByStyle(n)) {
		how = block
	}
	switch up := &p.Elems[parent]; {
	case how != inline:
	case up.Level > 0 && isHandle(n):
		p.handle(n, parent, Wrapped)
		return
	case up.Flags&InPre != 0 && isLineNumber(n):
		p.handle(n, parent, LineBreak)
		return
	}
	e := p.enter(n, parent)
	switch how {
	case block:
		p.flush(p.rowJoin(joinBefore(n), parent))
		if n.DataAtom == atom.Li {
			p.number(parent)
		}
		p.walk(n, e)
		p.flush(p.rowJoin(joinAfter(n), e))
		if n.DataAtom == atom.Li {
			p.item = 0
		}
	case boxed:
		p.flush(Wrapped)
		p.walk(n, e)
		p.flush(Wrapped)
	case unseen:
		p.flush(Wrapped)
		p.Elems[e].Flags |= Unseen
		p.walk(n, e)
		p.flush(Wrapped)
	default:
		p.apart(n, parent)
		p.walk(n, e)
		if p.open && len(p.Elems) > int(e)+1 && holdsBlock(n) {
			p.flush(Paragraph)
		}
	}
	p.leave(e)
}

// holdsBlock reports whether an inline element has a block element directly in
// it: what stands behind it is none of its lines.
func holdsBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && displayOf(c.DataAtom) == block {
			return true
		}
	}
	return false
}

// minCustom is the length in bytes of a text from which on an element of the
// page's own making is a paragraph rather than a part of one.
const minCustom = 80

// isCustomBlock reports whether an element that HTML does not know begins with
// a long text.
func isCustomBlock(n *html.Node) bool {
	c := n.FirstChild
	return strings.Contains(n.Data, "-") && c.Type == html.TextNode && len(strings.TrimSpace(c.Data)) >= minCustom
}

// isBlockByStyle reports whether the inline style of an element makes a paragraph of it.
func isBlockByStyle(n *html.Node) bool {
	display := styleOf(attr(n, "style"), "display")
	return display == "block" || display == "list-item" || display == "table"
}

// handle makes a block of its own of an element in a heading, or in program
// text, that is none of its words; join is how text stands beside it.
func (p *Page) handle(n *html.Node, parent int32, join Join) {
	if p.open {
		p.flush(join)
	}
	e := p.enter(n, parent)
	p.Elems[e].Flags |= Handle
	p.walk(n, e)
	p.flush(join)
	p.leave(e)
}

// isLineNumber reports whether an element of program text has the number of a
// line.
func isLineNumber(n *html.Node) bool {
	c := n.FirstChild
	if n.DataAtom != atom.Span || c.NextSibling != nil || c.Type != html.TextNode || !strings.Contains(attr(n, "class"), "ln") && !strings.Contains(attr(n, "class"), "line") {
		return false
	}
	_, err := strconv.Atoi(strings.TrimSpace(Clean(c.Data)))
	return err == nil
}

// isHandle reports whether an element in a heading is none of its words: a link
// to the heading, or the links with which readers of a wiki edit it.
func isHandle(n *html.Node) bool {
	if n.DataAtom == atom.Span {
		return strings.Contains(attr(n, "class"), "editsection")
	}
	c := n.FirstChild
	if n.DataAtom != atom.A || c.NextSibling != nil || c.Type != html.TextNode {
		return false
	}
	switch strings.TrimSpace(Clean(c.Data)) {
	case "#", "¶", "§", "🔗":
		return true
	}
	return false
}

// number notes the number that a browser shows before an item of a list.
func (p *Page) number(parent int32) {
	if up := &p.Elems[parent]; up.Tag == atom.Ol {
		up.items++
		p.item = up.items
	}
}

// skip keeps the content of a JSON-LD script that the scanner has not cut.
func (p *Page) skip(n *html.Node) {
	if n.FirstChild != nil && mentionsLD(attr(n, "type")) {
		p.LD = append(p.LD, n.FirstChild.Data)
	}
}

// lineBreak is a br: one ends a line, two end a paragraph. A heading goes on.
func (p *Page) lineBreak(e int32) {
	p.outdent()
	switch {
	case p.open && p.Elems[e].Level > 0:
		p.space = true
	case p.open && p.Elems[e].Flags&InPre != 0:
		p.text = append(p.text, '\n')
	case p.open:
		p.flush(LineBreak)
	case p.join == Wrapped:
		p.join = LineBreak
	default:
		p.join = Paragraph
	}
}

// joinBefore is how the first text in a block element follows what is before
// it: items of a list are lines, cells of a row stand side by side.
func joinBefore(n *html.Node) Join {
	switch n.DataAtom {
	case atom.Li, atom.Dd:
		if previousElement(n) != nil {
			return LineBreak
		}
	case atom.Tr:
		if previousElement(n) != nil || n.Parent.DataAtom == atom.Tbody && previousElement(n.Parent) != nil {
			return LineBreak
		}
	case atom.Td, atom.Th:
		if previousElement(n) != nil {
			return Wrapped
		}
		return joinBefore(n.Parent)
	case atom.P, atom.Div, atom.Span:
		if li := n.Parent; li.DataAtom == atom.Li && onlyChild(n) {
			if before := previousElement(li); before == nil || before.FirstChild == nil || onlyChild(before.FirstChild) {
				return joinBefore(li)
			}
		}
	}
	return Paragraph
}

// onlyChild reports whether an element has no other beside it.
func onlyChild(n *html.Node) bool {
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		if c != n && c.Type == html.ElementNode {
			return false
		}
	}
	return true
}

// rowJoin is join, but cells without text, of which e is one or the row that
// has no others so far, do not make the next one go on in the line before.
func (p *Page) rowJoin(join Join, e int32) Join {
	if join == Wrapped && !p.open && int(p.Elems[e].first) == len(p.Blocks) {
		return p.join
	}
	return join
}

// joinAfter is how text follows that stands directly behind a block element.
func joinAfter(n *html.Node) Join {
	switch n.DataAtom {
	case atom.Td, atom.Th:
		return Wrapped
	}
	return Paragraph
}

func previousElement(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}

// apart keeps the texts of inline elements that touch from becoming one word:
// <a>Home</a><a>News</a>, two times, and in containers of no running text
// <span>Jane Roe</span><time>3 May</time>.
func (p *Page) apart(n *html.Node, parent int32) {
	before := n.PrevSibling
	if before == nil || before.Type != html.ElementNode || displayOf(before.DataAtom) != inline {
		return
	}
	up := &p.Elems[parent]
	if n.DataAtom == before.DataAtom && (n.DataAtom == atom.A || n.DataAtom == atom.Time) || up.Flags&InPre == 0 && (holdsFields(up.Tag) || up.Tag == atom.Span && classHoldsFields(up.Class)) {
		p.space = true
	}
}

// classHoldsFields reports whether a class is that of a byline or a date.
func classHoldsFields(class string) bool {
	for _, w := range [...]string{"meta", "byline", "author", "posted"} {
		if strings.Contains(class, w) {
			return true
		}
	}
	return false
}

// holdsFields reports whether an element, as a rule, holds other things than
// running text.
func holdsFields(a atom.Atom) bool {
	switch a {
	case atom.Div, atom.Header, atom.Footer, atom.Section, atom.Aside, atom.Nav, atom.Ul, atom.Address, atom.Form:
		return true
	}
	return false
}

// enter adds the element n to the page.
func (p *Page) enter(n *html.Node, parent int32) int32 {
	up := &p.Elems[parent]
	e := Elem{
		Node:   n,
		Parent: parent, Tag: n.DataAtom, Depth: up.Depth + 1, Level: up.Level, Flags: up.Flags, Mark: up.Mark,
		index: up.kids, first: int32(len(p.Blocks)),
	}
	up.kids++
	e.Flags &^= PersonLink
	e.byTag()
	for i := range n.Attr {
		e.byAttr(&n.Attr[i])
	}
	if p.open {
		e.first--
	}
	p.Elems = append(p.Elems, e)
	return int32(len(p.Elems) - 1)
}

// leave closes element e.
func (p *Page) leave(e int32) { p.Elems[e].last = int32(len(p.Blocks) - 1) }

func (e *Elem) byTag() {
	switch e.Tag {
	case atom.A:
		e.Flags |= InLink
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		e.Level = int8(e.Tag.String()[1] - '0')
	case atom.Ul, atom.Ol, atom.Dl:
		e.Flags |= InList
	case atom.Table:
		e.Flags |= InTable
	case atom.Figure:
		e.Flags |= InFigure
	case atom.Figcaption:
		e.Flags |= InCaption
	case atom.Blockquote:
		e.Flags |= InQuote
	case atom.Form:
		e.Flags |= InForm
	case atom.Pre, atom.Textarea, atom.Xmp, atom.Plaintext:
		e.Flags |= InPre
	case atom.Button, atom.Select, atom.Label:
		e.Flags |= InButton
	case atom.Head:
		e.Flags |= InHead
	case atom.Article:
		e.Mark = Article
	case atom.Main:
		e.Mark = Main
	case atom.Nav:
		e.Mark = Nav
	case atom.Aside:
		e.Mark = Aside
	case atom.Header:
		e.Mark = Header
	case atom.Footer:
		e.Mark = Footer
	}
}

func (e *Elem) byAttr(a *html.Attribute) {
	switch a.Key {
	case "class":
		e.Class = a.Val
	case "id":
		e.ID = a.Val
	case "href":
		if e.Tag == atom.A && PersonAddress(a.Val) {
			e.Flags |= PersonLink
		}
		e.Within = e.Tag == atom.A && withinPage(a.Val)
	case "hidden":
		if a.Val != "until-found" {
			e.Flags |= HiddenAttr
		}
	case "aria-hidden":
		if a.Val == "true" {
			e.Flags |= AriaHidden
		}
	case "style":
		if hidesByStyle(a.Val) {
			e.Flags |= HiddenAttr
		}
	case "start":
		if n, err := strconv.ParseInt(a.Val, 10, 32); err == nil && e.Tag == atom.Ol {
			e.items = int32(n) - 1
		}
	case "role":
		if m, ok := roleMarks[a.Val]; ok {
			e.Mark = m
		}
	}
}

var roleMarks = map[string]Landmark{
	"article": Article, "main": Main, "navigation": Nav, "menu": Nav, "menubar": Nav,
	"complementary": Aside, "banner": Header, "contentinfo": Footer,
}

// hidesByStyle reports whether an inline style takes the element out of sight.
func hidesByStyle(style string) bool {
	return strings.HasPrefix(styleOf(style, "display"), "none") || strings.HasPrefix(styleOf(style, "visibility"), "hidden")
}

// styleOf is the value of a property in an inline style, the last one of several, "" when it
// has none.
func styleOf(style, property string) (value string) {
	for decl := range strings.SplitSeq(style, ";") {
		if name, v, _ := strings.Cut(decl, ":"); strings.EqualFold(strings.TrimSpace(name), property) {
			value = strings.TrimSpace(v)
		}
	}
	return value
}
