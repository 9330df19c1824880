package htmlpage

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// deepLimit is how deep elements may be nested in a page that html.Parse
// refuses. Elements whose end tag is optional do not count, so that the
// parser's own limit of 512 is not met again.
const deepLimit = 100

// Read reads the source of a page. It never fails: what cannot be parsed is
// read without its markup.
func Read(src string) *Page { return ReadWith(src, builtin().classes) }

// ReadWith is Read with class weights that training is about to try.
func ReadWith(src string, classes *Classes) *Page {
	p := pages.get()
	p.reset()
	scanSource(src, 0, &p.scan)
	root, err := html.Parse(bytes.NewReader(p.scan.out))
	if err != nil {
		p.Deep = true
		scanSource(src, deepLimit, &p.scan)
		if root, err = html.Parse(bytes.NewReader(p.scan.out)); err != nil {
			scanSource(src, 1, &p.scan)
			root, _ = html.Parse(bytes.NewReader(p.scan.out))
		}
	}
	p.Root, p.LD = root, p.scan.ld
	p.read()
	classes.weighAll(p.Elems)
	return p
}

// Release gives the memory of the page back. The page must not be used any
// more; texts that were taken from it may.
func (p *Page) Release() {
	if len(p.scan.src) <= maxSpare {
		p.Root, p.scan.src, p.str = nil, "", ""
		pages.put(p)
	}
}

func (p *Page) reset() {
	*p = Page{
		Elems: p.Elems[:0], Blocks: p.Blocks[:0], Points: p.Points[:0],
		scan: source{out: p.scan.out, runs: p.scan.runs}, text: p.text[:0], used: p.used[:0],
	}
}

func (p *Page) read() {
	p.used = append(p.used, make([]bool, len(p.scan.runs))...)
	p.Elems = append(p.Elems, Elem{Parent: -1, Depth: -1})
	if p.Root != nil {
		p.walk(p.Root, 0)
	}
	p.flush(Paragraph)
	p.str = string(p.text)
	p.Elems[0].last = int32(len(p.Blocks) - 1)
	for i := range p.Elems {
		if e := &p.Elems[i]; e.Tag == atom.A && e.first <= e.last && e.first >= 0 {
			p.Blocks[e.first].links++
		}
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.Flags |= p.Elems[b.Elem].Flags
	}
}

// point notes nodes that may say something about the article.
func (p *Page) point(n *html.Node, parent int32) {
	switch n.DataAtom {
	case atom.Meta, atom.Link, atom.Time, atom.Title, atom.H1:
	default:
		if !pointsByAttr(n) {
			return
		}
	}
	at := len(p.Blocks)
	if p.open {
		at--
	}
	own := int32(-1)
	if n.FirstChild != nil {
		own = int32(len(p.Elems))
	}
	p.Points = append(p.Points, Point{n, parent, own, at})
}

func pointsByAttr(n *html.Node) bool {
	for i := range n.Attr {
		switch a := &n.Attr[i]; {
		case a.Key == "itemprop", a.Key == "property", a.Key == "title":
			return true
		case a.Key == "rel" && strings.Contains(a.Val, "author"):
			return true
		case strings.HasPrefix(a.Key, "data-"):
			return true
		}
	}
	return false
}

// Clean takes the scanner's marks out of the text of a node.
func Clean(s string) string {
	if strings.IndexByte(s, 0xF3) < 0 && strings.IndexByte(s, 0xF4) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= firstMark && r <= lastMark {
			return -1
		}
		return r
	}, s)
}
