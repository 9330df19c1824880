package htmlpage

import "unscrape/parser/internal/forest"

// This file is what training needs and nothing else does.

// PathWords calls f with the class words of block i and its ancestors.
func (p *Page) PathWords(i int, f func(word string)) {
	buf := new([64]byte)
	for e := p.Blocks[i].Elem; e > 0; e = p.Elems[e].Parent {
		el := &p.Elems[e]
		f("<" + el.Tag.String())
		g := func(w []byte) { f(string(w)) }
		eachClassWord(el.Class, buf, g)
		eachClassWord(el.ID, buf, g)
	}
}

// FirstNames are the names of the first forest's features.
func FirstNames() []string { return append(append([]string(nil), ownNames...), nearNames()...) }

// SecondNames are the names of the second forest's features.
func SecondNames() []string { return append(FirstNames(), secondNames...) }

// Rows are the rows of all blocks, of the second forest when
// the probabilities by the first one are given. With foreign they are made as
// if the language of the page were unknown.
func (p *Page) Rows(ev Evidence, first []uint8, foreign bool) []uint8 {
	j := judge{foreign: foreign}
	j.read(p, ev)
	j.firstColumns()
	width, o := firstWidth, opinion{p: first}
	if first != nil {
		j.form(&o)
		width = secondWidth
	}
	out := make([]uint8, len(p.Blocks)*width)
	for i := range p.Blocks {
		row := out[i*width : (i+1)*width]
		j.columns.Row(row[:firstWidth], i)
		if first != nil {
			j.second(&filler{row: row, n: firstWidth}, &o, i)
		}
	}
	return out
}

// Said is what the forests say of the blocks of a page, and what
// the second one read of them.
type Said struct {
	First  []uint8 // probability of body by the first forest, in 255ths
	Second []int32 // log-odds in 4096ths by the second one
	rows   []uint8
}

// Row is what the second forest read of block i.
func (s *Said) Row(i int) []uint8 { return s.rows[i*secondWidth : (i+1)*secondWidth] }

// Say asks the forests about all blocks.
func (p *Page) Say(ev Evidence, first *forest.Symmetric, second *forest.Forest) *Said {
	var j judge
	var o opinion
	j.read(p, ev)
	j.first(first, &o)
	s := &Said{First: o.p, rows: p.Rows(ev, o.p, false)}
	for i := range p.Blocks {
		s.Second = append(s.Second, second.Score(s.Row(i)))
	}
	return s
}
