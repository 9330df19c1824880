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
// A box that is no body as a whole, and less than an eighth of it, is none in
// parts. In other languages than English figures are judged block by block: the
// forest for these has seen captions, and that for English few.
func (j *judge) even(foreign bool, accepted uint8) {
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
		box := e.isBox() && !j.holdsTitle(e)
		if !isUnit(e.Tag) && !box || e.first >= e.last || foreign && e.Tag == atom.Figure {
			continue
		}
		least := int32(3)
		if box {
			least = 8
		}
		in := j.inBody[e.last+1] - j.inBody[e.first]
		if in > 0 && in*least < j.inBody[len(blocks)] {
			level(blocks[e.first:e.last+1], box, accepted)
		}
	}
}

// maxBox is how many blocks a box has at most.
const maxBox = 11

// isBox reports whether an element may be a box within a text: a small div with
// a class.
func (e *Elem) isBox() bool {
	return e.Tag == atom.Div && e.Class != "" && e.last-e.first < maxBox
}

// holdsTitle reports whether an element holds the headline or a heading of the
// first level.
func (j *judge) holdsTitle(e *Elem) bool {
	for i := e.first; i <= e.last; i++ {
		if j.page.Elems[j.page.Blocks[i].Elem].Level == 1 || j.facts[i].title == 2 {
			return true
		}
	}
	return false
}

// level gives the blocks that are shown their mean probability if they are not
// all alike. Those of a box weigh by their length, and have to be no body.
func level(blocks []Block, box bool, accepted uint8) {
	sum, weights, shown, body := 0, 0, 0, 0
	for i := range blocks {
		if b := &blocks[i]; b.Flags&Unseen == 0 {
			weight := 1
			if box {
				weight = int(b.end-b.start) + 20
			}
			sum += int(b.P) * weight
			weights += weight
			shown++
			body += flag(b.Body)
		}
	}
	if body == 0 || body == shown {
		return
	}
	mean := uint8(sum / weights)
	if box && mean >= accepted {
		return
	}
	for i := range blocks {
		if b := &blocks[i]; b.Flags&Unseen == 0 {
			b.P, b.Body = mean, mean >= accepted
		}
	}
}
