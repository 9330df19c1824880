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
	byWords []int
	likely  []int
	model   []linemodel.Line // of modelLines
	at      []int
	open    [][2]int // of a joiner
	page    linemodel.Page
	labels  [lastLabels]labelled // of labelOf
}

// lastLabels is how many labels are kept: more than boxes have lines of keys.
const lastLabels = 64

// labelled is a line and the label that it begins with.
type labelled struct {
	line  string
	match rules.Match
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// release ends the draft.
func (d *draft) release() {
	d.scratch.lines, d.scratch.visible, d.scratch.ruled = d.lines, d.visible, d.ruled
	clear(d.scratch.labels[:]) // the rules of another parser differ
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

// rooms has the blocks of documents that are done with, cleared: of a page with
// many lines they take most of the memory, and fresh memory is slow memory.
var rooms sync.Pool // of *[]Block

// roomFor is room for n blocks, all zero.
func roomFor(n int) []Block {
	if room, _ := rooms.Get().(*[]Block); room != nil && cap(*room) >= n {
		return (*room)[:n]
	}
	return make([]Block, n, n+n/4)
}

// Recycle takes the memory of ledgers back for the documents that are parsed
// next. The articles are all those of one document, one at least, and nobody looks at their
// ledgers again: these are nil from now on.
func Recycle(articles []*Article) {
	room := articles[0].room
	for _, a := range articles {
		a.Ledger, a.room = nil, nil
	}
	if room != nil {
		clear(room)
		rooms.Put(&room)
	}
}
