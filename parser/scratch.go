package parser

import (
	"sync"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
)

// A scratch is what drafts know of their lines and no article keeps. It is
// handed on from draft to draft, for fresh memory is slow memory.
type scratch struct {
	lines   []line
	visible []int
	ruled   []*rules.Rule
	before  []int32
	byWords []int
	likely  []int
	model   []linemodel.Line // of modelLines
	at      []int
	open    [][2]int // of a joiner
	page    linemodel.Page
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// release ends the draft.
func (d *draft) release() {
	d.scratch.lines, d.scratch.visible, d.scratch.ruled = d.lines, d.visible, d.ruled
	scratches.Put(d.scratch)
}

// zeroed is a slice of n zeros, in the place of s if it has room.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}
