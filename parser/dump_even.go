package parser

// evenLists gives the entries of a list on a page one probability where the
// model holds some for text and some not: a list is text as a whole or not at
// all.
func (d *draft) evenLists(p []float32, at []int) {
	for from, to := 0, 0; from < len(at); from = to {
		sum, text := p[from], 0
		for to = from + 1; to < len(at) && at[to] == at[to-1]+1 && d.sameList(at[from], at[to]); to++ {
			sum += p[to]
		}
		n := to - from
		for _, s := range p[from:to] {
			if s >= bodyLine {
				text++
			}
		}
		for k := from; k < to && text > 0 && text < n; k++ {
			p[k] = sum / float32(n)
		}
	}
}

// sameList reports whether lines i and j may be entries of one list: with the
// same indentation and mark, or both with numbers.
func (d *draft) sameList(i, j int) bool {
	if d.lines[i].indent != d.lines[j].indent {
		return false
	}
	mark := listMark(d.blocks[i].Text)
	return mark != 0 && mark == listMark(d.blocks[j].Text)
}
