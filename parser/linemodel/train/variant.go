package main

import (
	"hash/fnv"
	"strings"
	"unicode/utf8"

	"unscrape/parser/internal/align"
	"unscrape/parser/linemodel"
)

// variants are pages made from a page: in another language, and with its lines
// broken at a column. Each page has one of either of its three dumps.
type variants struct{ disguises []*disguise }

func (v *variants) of(p *page) []*page {
	h := fnv.New32a()
	h.Write([]byte(p.name))
	n := h.Sum32()
	var out []*page
	if tools[n%3] == p.tool {
		out = append(out, p.disguised(v.disguises[n/3%uint32(len(v.disguises))]))
	}
	if p.tool == tools[n/64%2] {
		out = append(out, p.wrapped(66+int(n/128%15)))
	}
	return out
}

// disguised is the page in another language. What belongs to the body is
// known from the original.
func (p *page) disguised(d *disguise) *page {
	q := *p
	q.tool = "disguised"
	q.lines = make([]linemodel.Line, len(p.lines))
	for i, l := range p.lines {
		q.lines[i] = linemodel.Line{Text: strings.TrimSuffix(d.text(l.Text+"\n"), "\n"), BlankBefore: l.BlankBefore}
	}
	q.headline = ""
	if p.headline != "" {
		q.headline = plain(d.text(p.gold.Title))
	}
	return &q
}

// wrapped is the page with its lines broken at a column.
func (p *page) wrapped(columns int) *page {
	q := &page{name: p.name, tool: "wrapped", gold: p.gold, headline: p.headline, goldTokens: p.goldTokens, validation: p.validation, fold: p.fold}
	for i, l := range p.lines {
		blank := l.BlankBefore
		for _, piece := range wrapLine(l.Text, columns) {
			q.lines = append(q.lines, linemodel.Line{Text: piece, BlankBefore: blank})
			blank = 0
			t := align.Tokens(piece)
			q.tokens = append(q.tokens, t)
			m := 0
			if p.body(i) {
				m = len(t)
			}
			q.matched = append(q.matched, m)
		}
	}
	return q
}

// wrapLine breaks a line at spaces; the pieces keep its indent.
func wrapLine(s string, columns int) []string {
	text := strings.TrimLeft(s, " ")
	indent := s[:len(s)-len(text)]
	var out []string
	line, width := indent, len(indent)
	for w := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(w)
		if width > len(indent) && width+n > columns {
			out = append(out, line)
			line, width = indent, len(indent)
		}
		if width > len(indent) {
			line += " "
			width++
		}
		line += w
		width += n
	}
	return append(out, line)
}
