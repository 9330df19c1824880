package parser

// The head of a long text lists its subheadings.

// contents marks the lines of the head, two or more among the first, that are the
// subheadings of the text in their order.
func (d *draft) contents() {
	from, n, below := 0, 0, d.first
	for i, seen := d.next(0), 0; i < d.first && seen < mostHeadlines; i, seen = d.next(i+1), seen+1 {
		if d.open(i) {
			below = d.subheading(d.blocks[i].Text, below)
		}
		if !d.open(i) || below < 0 {
			from, n, below = i+1, 0, d.first
			continue
		}
		if n++; n < 2 {
			continue
		}
		for ; from <= i; from++ {
			d.mark(from, Boilerplate, NoRole, "contents of the text", "")
		}
	}
}

// subheading is the line behind line i of the text that is s and stands between
// sentences, -1 when there is none.
func (d *draft) subheading(s string, i int) int {
	for i = d.next(i + 1); i < d.last; i = d.next(i + 1) {
		if d.blocks[i].Text == s && d.open(i) && d.lines[d.prev(i-1)].end && d.leadsProse(i) {
			return i
		}
	}
	return -1
}
