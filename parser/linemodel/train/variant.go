package main

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/internal/align"
	"unscrape/parser/internal/compose"
	"unscrape/parser/linemodel"
)

// variants are pages made from a page: in other languages, little of it with
// its article and without, glued to one line, and with its lines broken at a
// column. Which of
// them a dump has follows from the page's name.
type variants struct{ disguises []*compose.Disguise }

func (v *variants) of(p *page) []*page {
	n := compose.Seed(p.name)
	var out []*page
	count := uint32(len(v.disguises))
	switch p.tool {
	case tools[n%3]:
		q := p.disguised(v.disguises[n/3%count])
		out = append(out, q, q.cropped(n/512, 3), q.bare(n/2048, 30))
	case tools[(n+1)%3]:
		d := v.disguises[(n/3+1+n/64%(count-1))%count]
		q, g := p.disguised(d), p.glued().disguised(d)
		q.tool, g.tool = "disguised2", "glued disguised2"
		out = append(out, q, q.cropped(n/1024, 25), q.bare(n/4096, 250), g)
	default:
		out = append(out, p.cropped(n/256, 10), p.bare(n/8192, 50), p.glued())
	}
	if p.tool == tools[n/64%2] {
		out = append(out, p.wrapped(66+int(n/128%15)))
	}
	return out
}

// cropped is a part of the page: some lines of its top, those from the
// headline to the text, the first lines of the text, and some lines behind the
// text. With few others around it is a clean article.
func (p *page) cropped(seed uint32, others int) *page {
	next := compose.Random(seed)
	from, to := p.reach()
	head := max(0, from-1-next(6))
	for i := head; i < from; i++ {
		if p.isTitle(i) {
			head = i
		}
	}
	end := from
	for n := 2 + next(14); end <= to && n > 0; end++ {
		if p.body(end) {
			n--
		}
	}
	q := p.empty("cropped " + p.tool)
	q.take(p, 0, min(next(others), head))
	q.take(p, head, end)
	q.take(p, to+1, to+1+next(others))
	return q
}

// bare is a part of the page without its article: lines from above the text
// and from below it, of a menu, a list of headlines, comments, a footer.
func (p *page) bare(seed uint32, lines int) *page {
	next := compose.Random(seed)
	from, to := p.reach()
	q := p.empty("bare " + p.tool)
	q.headline = ""
	n := 4 + next(lines)
	above := max(0, from-1-next(4)) // not the headline
	size := above + max(0, len(p.lines)-to-1)
	start := next(size - n + 1)
	q.take(p, start, min(start+n, above))
	if rest := start + n - above; rest > 0 {
		q.take(p, to+1+max(0, start-above), to+1+rest)
	}
	return q
}

// glued is the page when all of it stands on one line, which is then cut at the
// ends of sentences.
func (p *page) glued() *page {
	var sb strings.Builder
	for _, l := range p.lines {
		sb.WriteString(strings.TrimSpace(l.Text))
		sb.WriteByte(' ')
	}
	q := p.empty("glued " + p.tool)
	for _, s := range linemodel.Sentences(nil, strings.TrimSpace(sb.String())) {
		q.lines = append(q.lines, linemodel.Line{Text: s})
		q.tokens = append(q.tokens, align.Tokens(s))
	}
	q.goldTokens = p.goldTokens
	q.matched = align.Lines(q.tokens, q.goldTokens)
	return q
}

// empty is a page of no lines with what is known of p.
func (p *page) empty(tool string) *page {
	return &page{name: p.name, tool: tool, gold: p.gold, headline: p.headline, validation: p.validation, fold: p.fold}
}

// take adds lines of p; what belongs to its body belongs to q's.
func (q *page) take(p *page, from, to int) {
	for i := max(0, from); i < min(to, len(p.lines)); i++ {
		q.lines = append(q.lines, p.lines[i])
		q.tokens = append(q.tokens, p.tokens[i])
		q.matched = append(q.matched, p.matched[i])
		if p.body(i) {
			q.goldTokens = append(q.goldTokens, p.tokens[i]...)
		}
	}
}

// disguised is the page in another language. What belongs to the body is
// known from the original.
func (p *page) disguised(d *compose.Disguise) *page {
	q := *p
	q.tool = "disguised"
	q.lines = make([]linemodel.Line, len(p.lines))
	for i, l := range p.lines {
		q.lines[i] = linemodel.Line{Text: strings.TrimSuffix(d.Text(l.Text+"\n"), "\n"), BlankBefore: l.BlankBefore}
	}
	q.headline = ""
	if p.headline != "" {
		q.headline = plain(d.Text(p.gold.Title))
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
