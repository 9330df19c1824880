package parser

import (
	"strconv"
	"strings"
	"unicode"

	"unscrape/parser/htmlpage"
)

// This file makes the article of what the blocks of a page were found to be: its body
// and its ledger, with the values that the page offers for each field.

// body joins the blocks of the body.
func (d *page) body() string {
	var sb strings.Builder
	sb.Grow(d.bodySize() + len(d.marks))
	prev, broken := -1, true
	for i := range d.marks {
		b := &d.html.Blocks[i]
		broken = broken || b.Join == htmlpage.Paragraph
		if !d.isBody(i) {
			continue
		}
		switch {
		case prev < 0:
		case broken:
			sb.WriteString("\n\n")
		case b.Join == htmlpage.LineBreak:
			sb.WriteByte('\n')
		case spaced(d.texts[prev], d.texts[i]):
			sb.WriteByte(' ')
		}
		if b.Item > 0 && !startsWithNumber(d.texts[i]) {
			d.texts[i] = strconv.Itoa(int(b.Item)) + ". " + d.texts[i]
		}
		if prev >= 0 && (broken || b.Join == htmlpage.LineBreak) {
			sb.WriteString(d.html.Indent(i))
		}
		sb.WriteString(d.texts[i])
		prev, broken = i, false
	}
	return sb.String()
}

// startsWithNumber reports whether a list item shows a number of its own.
func startsWithNumber(s string) bool {
	rest := strings.TrimLeftFunc(s, unicode.IsDigit)
	return rest != "" && rest != s && strings.IndexByte(".):", rest[0]) >= 0
}

// ledger makes the blocks of the article. Fields that stand in markup only
// come first.
func (d *page) ledger() []Block {
	out := append(roomFor(len(d.fields) + len(d.texts))[:0], d.fields...)
	markups := make([]Markup, len(d.texts))
	for i := range d.texts {
		b, e, m := &d.html.Blocks[i], d.elem(i), &d.marks[i]
		markups[i] = Markup{
			Tag: e.Tag.String(), LinkDensity: b.LinkDensity(), Landmark: e.Mark.String(), Depth: max(0, int(e.Depth)-1), Heading: int(e.Level),
		}
		span := Unknown
		if b.Start >= 0 {
			span = Span{b.Start, b.End}
		}
		r := Reason{Why: m.why, Detail: m.detail}
		if m.why == whyModel {
			r.Score = float32(b.P) / 255
		}
		out = append(out, Block{Span: span, Text: d.texts[i], Kind: m.kind, Role: m.role, Join: Join(b.Join), Reason: r, Markup: &markups[i]})
	}
	return out
}

// A Candidate is a value that a web page offers for a field. Those of one
// field stand together, in the order in which the page was searched; one of
// them was chosen.
type Candidate struct {
	Role   Role   // ID, Title, Date, ModifiedDate or Byline
	Text   string // as the page has it
	Source string // where: "json-ld headline", "og:title", "h1", "shown", ...
	Weight int    // what speaks for it, agreement of the others included; 0 where the first one counts
	Reason string // why it was chosen, or was not
}

// mostCandidates is how many values of one field are weighed against one another:
// more than pages have, but for broken and hostile ones.
const mostCandidates = 500

// Reasons of candidates.
const (
	chosen     = "chosen"
	weighsLess = "weighs less"
	lessExact  = "the same day, less exact"
	sameValue  = "says the same"
	otherID    = "another source comes first"
	siteName   = "name of the site, weighs less"
)

// offer notes a candidate for a field.
func (d *page) offer(r Role, text, source string, weight int, reason string) {
	d.art.Candidates = append(d.art.Candidates, Candidate{r, text, source, weight, reason})
}
