package parser

import "sync"

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
// next. The articles are all those of one document, and nobody looks at their
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
