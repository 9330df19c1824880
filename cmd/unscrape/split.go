package main

import (
	"context"
	"io"
	"sync"

	"unscrape/input"
	"unscrape/parser"
)

// A file of more than splitBytes, or standard input, that is made of articles
// is dealt out in parts of about partBytes, each a whole number of articles, so
// that its size bounds neither memory nor the number of workers.
const (
	splitBytes = 4 << 20
	partBytes  = 256 << 10
)

// splits reports whether a document is to be dealt out in parts.
func splits(doc *input.Document) bool {
	return doc.Format != input.HTML && (doc.Size() > splitBytes || doc.Name == "-")
}

// split deals out the parts of a large document, or the whole when it is not
// made of articles. It is false when the run is to end.
func (d *dealer) split(ctx context.Context, doc input.Document) (more bool) {
	defer func() {
		if r := recover(); r != nil {
			more = d.add(ctx, outcome{doc: doc, err: panicked(doc.Name, r)}, -1)
		}
	}()
	r, err := doc.Open()
	if err != nil {
		return d.add(ctx, outcome{doc: doc, err: err}, -1)
	}
	defer r.Close()
	buf := partRoom(partBytes)
	var splitter *parser.Splitter
	number := 0
	for first := true; ; first = false {
		n, err := io.ReadFull(r, buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			if number > 0 {
				number++
			}
			return d.add(ctx, outcome{doc: doc, part: buf, number: number, last: true}, -1)
		}
		if err != nil {
			return d.add(ctx, outcome{doc: doc, err: &input.Error{Name: doc.Name, Op: "read", Err: err}}, -1)
		}
		if first {
			splitter = d.p.Splitter(buf)
		}
		if splitter == nil && doc.Size() > doc.Limit() {
			return d.add(ctx, outcome{doc: doc, err: doc.TooLarge()}, -1)
		}
		cut := 0
		if splitter != nil {
			cut = splitter.Last(buf)
		}
		if int64(len(buf)-cut) > doc.Limit() {
			return d.add(ctx, outcome{doc: doc, err: doc.TooLarge()}, -1)
		}
		rest := buf[cut:]
		next := append(partRoom(len(rest)+max(partBytes, len(rest)/2)), rest...)
		if cut > 0 {
			number++
			if !d.add(ctx, outcome{doc: doc, part: buf[:cut], number: number}, -1) {
				return false
			}
		}
		buf = next
	}
}

// partRooms has the memory of parts that are done with, empty.
var partRooms sync.Pool // of *[]byte

// partRoom is room for n bytes.
func partRoom(n int) []byte {
	if room, _ := partRooms.Get().(*[]byte); room != nil && cap(*room) >= n {
		return *room
	}
	return make([]byte, 0, n+n/4) // the rest of the part before it differs from part to part
}
