package main

import (
	"context"
	"io"
	"sync"

	"unscrape/input"
	"unscrape/parser"
)

// A file of more than splitBytes, or more than a document may have, and standard
// input, when made of articles, are dealt out in parts of about partBytes, each a whole
// number of articles, so that their size bounds neither memory nor the number of workers.
const (
	splitBytes = 4 << 20
	partBytes  = 256 << 10
)

// splits reports whether a document is to be dealt out in parts.
func splits(doc *input.Document) bool {
	return doc.Format != input.HTML && (doc.Size() > min(splitBytes, doc.Limit()) || doc.Name == "-")
}

// split deals out the parts of a large document, or the whole when it is not
// made of articles. It is false when the run is to end.
func (d *dealer) split(ctx context.Context, whole outcome) (more bool) {
	fail := func(err error) bool {
		o := whole
		o.err = err
		return d.add(ctx, o, -1)
	}
	defer func() {
		if r := recover(); r != nil {
			more = fail(panicked(whole.doc.Name, r))
		}
	}()
	r, err := whole.doc.Open()
	if err != nil {
		return fail(err)
	}
	defer r.Close()
	c := cutter{p: d.p, doc: &whole.doc, r: r, buf: partRoom(partBytes)}
	o := whole
	for !o.last {
		if o.part, o.last, err = c.next(); err != nil {
			return fail(err)
		}
		if o.number > 0 || !o.last {
			o.number++
		}
		if !d.add(ctx, o, -1) {
			return false
		}
	}
	return true
}

// A cutter cuts the content of a document into parts.
type cutter struct {
	p        *parser.Parser
	doc      *input.Document
	r        io.Reader        // of the content
	buf      []byte           // what has been read of the next part, and behind it
	splitter *parser.Splitter // nil until the beginning has been read, and for what is one part
	begun    bool             // it has been
}

// next is the next part, which is the caller's, and whether it is the last.
func (c *cutter) next() (part []byte, last bool, err error) {
	for {
		n, err := io.ReadFull(c.r, c.buf[len(c.buf):cap(c.buf)])
		c.buf = c.buf[:len(c.buf)+n]
		ended := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !ended {
			return nil, true, &input.Error{Name: c.doc.Name, Op: "read", Err: err}
		}
		if ended && int64(len(c.buf)) <= c.doc.Limit() {
			return c.buf, true, nil
		}
		if !c.begun {
			c.begun, c.splitter = true, c.p.Splitter(c.buf)
		}
		cut := 0
		if c.splitter != nil {
			cut = c.splitter.Last(c.buf)
		}
		if c.splitter == nil && c.doc.Size() > c.doc.Limit() || int64(len(c.buf)-cut) > c.doc.Limit() {
			return nil, true, c.doc.TooLarge()
		}
		if ended {
			return c.buf, true, nil
		}
		part, rest := c.buf[:cut], c.buf[cut:]
		c.buf = append(partRoom(len(rest)+max(partBytes, len(rest)/2)), rest...)
		if cut > 0 {
			return part, false, nil
		}
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
