package htmlpage

import "golang.org/x/net/html/atom"

// isUnit reports whether elements of a tag are text as a whole or not at all.
func isUnit(tag atom.Atom) bool {
	switch tag {
	case atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Blockquote, atom.Figure:
		return true
	}
	return false
}

// even gives all blocks of a list, a table, a quotation or a figure their mean
// probability where some are body and some are not, inner ones first. Those
// with a third of the body or more hold the page's columns rather than a list.
func (j *judge) even() {
	blocks := j.page.Blocks
	j.inBody = grow(j.inBody, len(blocks)+1)
	j.inBody[0] = 0
	for i := range blocks {
		j.inBody[i+1] = j.inBody[i]
		if b := &blocks[i]; b.Body {
			j.inBody[i+1] += b.end - b.start
		}
	}
	for k := len(j.page.Elems) - 1; k > 0; k-- {
		e := &j.page.Elems[k]
		if !isUnit(e.Tag) || e.first >= e.last {
			continue
		}
		in := j.inBody[e.last+1] - j.inBody[e.first]
		if in > 0 && in*3 < j.inBody[len(blocks)] {
			level(blocks[e.first : e.last+1])
		}
	}
}

// level gives the blocks that are shown their mean probability if they are not
// all alike.
func level(blocks []Block) {
	sum, shown, body := 0, 0, 0
	for i := range blocks {
		if b := &blocks[i]; b.Flags&Unseen == 0 {
			sum += int(b.P)
			shown++
			body += flag(b.Body)
		}
	}
	if body == 0 || body == shown {
		return
	}
	mean := uint8(sum / shown)
	for i := range blocks {
		if b := &blocks[i]; b.Flags&Unseen == 0 {
			b.P, b.Body = mean, mean >= accepted
		}
	}
}
