package htmlpage

import "testing"

// TestUnitsAreBodyAsAWhole has a list, a table and a quotation whose blocks the
// forests hold for body in part.
func TestUnitsAreBodyAsAWhole(t *testing.T) {
	const text = "<p>A paragraph that is much longer than the list and the table below it, as they mostly are on pages.</p>"
	for _, c := range []struct {
		name, src string
		p, want   []uint8
	}{
		{"mixed list", text + "<ul><li>oak<li>iron<li>tar</ul>", []uint8{200, 200, 180, 10}, []uint8{200, 130, 130, 130}},
		{"mostly no body", text + "<ol><li>oak<li>iron<li>tar</ol>", []uint8{200, 200, 10, 0}, []uint8{200, 70, 70, 70}},
		{"alike", text + "<ul><li>oak<li>iron</ul>", []uint8{200, 200, 120}, []uint8{200, 200, 120}},
		{"inner list first", text + "<ul><li><p>oak</p><ul><li>iron<li>tar</ul><li>rope</ul>", []uint8{200, 200, 200, 100, 40}, []uint8{200, 135, 135, 135, 135}},
		{"no unit", text + "<div><p>oak</p><p>iron</p></div>", []uint8{200, 200, 10}, []uint8{200, 200, 10}},
		{"box that is none", text + "<div class=x><p>oak</p><p>iron</p></div>", []uint8{200, 120, 10}, []uint8{200, 63, 63}},
		{"box that is body", text + "<div class=x><p>oak</p><p>iron</p></div>", []uint8{200, 200, 100}, []uint8{200, 200, 100}},
		{"box of the headline", text + "<div class=x><h1>oak</h1><p>iron</p></div>", []uint8{200, 10, 120}, []uint8{200, 10, 120}},
		{"columns of the page", "<table><tr><td>" + text + "<td>News</table>", []uint8{200, 10}, []uint8{200, 10}},
	} {
		p := Read("<body>" + c.src)
		if len(p.Blocks) != len(c.p) {
			t.Fatalf("%s: %d blocks", c.name, len(p.Blocks))
		}
		for i := range p.Blocks {
			p.Blocks[i].P, p.Blocks[i].Body = c.p[i], c.p[i] >= ofEnglish.accepted
		}
		j := judge{page: p, facts: make([]facts, len(p.Blocks))}
		j.even(false, ofEnglish.accepted)
		for i, want := range c.want {
			if b := &p.Blocks[i]; b.P != want || b.Body != (want >= ofEnglish.accepted) {
				t.Errorf("%s: block %q has %d, %v, want %d", c.name, p.Text(i), b.P, b.Body, want)
			}
		}
	}
}
