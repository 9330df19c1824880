package parser

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Blocks are cut where one line holds what is to be marked apart.

// A cut is a block that is to be cut, and the offsets at which it is, relative
// to its span and ascending.
type cut struct {
	block int
	at    []int
	added int // blocks that this cut and those before it add; split sets it
}

// split cuts blocks, those of cuts in ascending order, so that each part is
// marked on its own.
func (d *draft) split(cuts []cut) {
	added := 0
	for k := range cuts {
		added += len(cuts[k].at)
		cuts[k].added = added
	}
	if added == 0 {
		return
	}
	from, to := len(d.blocks), len(d.blocks)+added
	d.blocks, d.lines = slices.Grow(d.blocks, added)[:to], slices.Grow(d.lines, added)[:to]
	for _, c := range slices.Backward(cuts) {
		behind := from - c.block - 1 // blocks up to the next cut
		copy(d.blocks[to-behind:to], d.blocks[from-behind:from])
		copy(d.lines[to-behind:to], d.lines[from-behind:from])
		to -= behind + len(c.at) + 1
		d.cutBlock(c, to)
		from = c.block
	}
	d.findVisible()
	d.shift(cuts)
}

// cutBlock puts the parts of a block at place to, at or behind its own.
func (d *draft) cutBlock(c cut, to int) {
	b, l := d.blocks[c.block], d.lines[c.block]
	start := b.Span.Start
	for k := range len(c.at) + 1 {
		end := b.Span.End
		if k < len(c.at) {
			end = b.Span.Start + c.at[k]
		}
		part, pl := b, line{}
		part.Span = Span{start, end}
		part.Text = d.clean(trimLineEnd(d.text[start:end]))
		if k < len(c.at) {
			part.Text = withoutBar(part.Text)
		}
		if part.Text == "" {
			part.Kind = Blank
		} else {
			pl = d.line(part.Text)
			pl.prose = readsAsProse(part.Text, pl)
		}
		pl.indent, pl.above = l.indent, l.above
		if k == 0 && pl.shown {
			pl.blanks = l.blanks
		}
		pl.wraps = k == len(c.at) && l.wraps
		d.blocks[to+k], d.lines[to+k] = part, pl
		start = end
	}
}

// withoutBar is s without the sign that parts it from what stands behind it.
func withoutBar(s string) string {
	if k := strings.LastIndexByte(s, ' '); k > 0 {
		switch s[k+1:] {
		case ";", "/", "//", "|", "•", "·", "▪", "¦":
			return strings.TrimRight(s[:k], " ")
		}
		if r, _ := utf8.DecodeRuneInString(s[k+1:]); isPictogram(r) {
			return strings.TrimRight(s[:k], " ")
		}
	}
	return s
}

// shift moves what points to blocks behind cuts.
func (d *draft) shift(cuts []cut) {
	move := func(block *int) {
		k, _ := slices.BinarySearchFunc(cuts, *block, func(c cut, block int) int { return c.block - block })
		if k > 0 {
			*block += cuts[k-1].added
		}
	}
	for _, block := range []*int{&d.first, &d.last, &d.title, &d.deck, &d.event, &d.bodyLabel, &d.speaks, &d.headEnd} {
		move(block)
	}
	for k := range d.dates {
		move(&d.dates[k].block)
	}
	for k := range d.doubts {
		move(&d.doubts[k].block)
	}
}
