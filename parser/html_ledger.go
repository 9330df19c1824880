package parser

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
)

// ledger makes the blocks of the article. Fields that stand in markup only
// come first.
func (d *page) ledger() []Block {
	out := slices.Grow(d.fields, len(d.texts))
	markups := make([]Markup, len(d.texts))
	paths := newPaths(d.html)
	for i := range d.texts {
		b, m := &d.html.Blocks[i], &d.marks[i]
		e := &d.html.Elems[b.Elem]
		markups[i] = Markup{
			Path: paths.path(b.Elem), Class: paths.class(b.Elem), LinkDensity: b.LinkDensity(),
			Landmark: e.Mark.String(), Depth: max(0, int(e.Depth)-1), Heading: int(e.Level),
		}
		span := Unknown
		if b.Start >= 0 {
			span = Span{b.Start, b.End}
		}
		r := Reason{Why: m.why, Detail: m.detail}
		if m.why == "model" {
			r.Score = float32(b.P) / 255
		}
		out = append(out, Block{Span: span, Text: d.texts[i], Kind: m.kind, Role: m.role, Join: Join(b.Join), Reason: r, Markup: &markups[i]})
	}
	return out
}

// paths remembers the paths of elements that hold several blocks.
type paths struct {
	page  *htmlpage.Page
	paths []string
}

func newPaths(p *htmlpage.Page) *paths { return &paths{p, make([]string, len(p.Elems))} }

// path is the names of the elements from body to e, as "main>article>p".
func (s *paths) path(e int32) string {
	el := &s.page.Elems[e]
	if e == 0 || el.Tag == atom.Html || el.Tag == atom.Body {
		return ""
	}
	if s.paths[e] == "" {
		name := el.Tag.String()
		if el.Tag == 0 {
			name = "*"
		}
		if up := s.path(el.Parent); up != "" {
			name = up + ">" + name
		}
		s.paths[e] = name
	}
	return s.paths[e]
}

// class is the class and id of the nearest element that has any.
func (s *paths) class(e int32) string {
	for ; e > 0; e = s.page.Elems[e].Parent {
		el := &s.page.Elems[e]
		switch {
		case el.ID == "" && el.Class == "":
			continue
		case el.ID == "":
			return el.Class
		}
		return strings.TrimSpace(el.Class + " " + el.ID)
	}
	return ""
}
