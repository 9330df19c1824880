package parser

// ledger makes the blocks of the article. Fields that stand in markup only
// come first.
func (d *page) ledger() []Block {
	out := append(roomFor(len(d.fields) + len(d.texts))[:0], d.fields...)
	markups := make([]Markup, len(d.texts))
	for i := range d.texts {
		b, m := &d.html.Blocks[i], &d.marks[i]
		e := &d.html.Elems[b.Elem]
		markups[i] = Markup{
			Tag: e.Tag.String(), LinkDensity: b.LinkDensity(), Landmark: e.Mark.String(), Depth: max(0, int(e.Depth)-1), Heading: int(e.Level),
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
