package input

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// A walk turns sniffed items into documents. Only sniff is called
// concurrently.
type walk struct {
	Options
	stdin io.Reader
	yield func(Document, error) bool
}

// emit yields the documents of one item. It returns false when the consumer
// has had enough.
func (w *walk) emit(s sniffed) bool {
	switch {
	case s.end:
		if s.root.docs == 0 && !s.root.failed {
			return w.fail(s.item, fault(s.name, "list", ErrEmpty))
		}
		return true
	case s.err != nil:
		return w.fail(s.item, s.err)
	case s.name == "-":
		return w.stream(s, w.stdin)
	case !s.mode.IsRegular():
		f, err := os.Open(s.name)
		if err != nil {
			return w.fail(s.item, fault(s.name, "open", err))
		}
		return w.stream(s, f)
	}
	if kindOf(s.head) == plain && s.root != nil && binary(s.head) {
		return w.fail(s.item, fault(s.name, "skip", Binary))
	}
	d := w.document(s)
	d.size = s.size
	if s.whole {
		d.data = s.head
	} else {
		d.open = func(*Document) (io.ReadCloser, error) { return openFile(s.name) }
	}
	return w.decoded(s, d)
}

// stream yields the document in r, which can be read only once.
func (w *walk) stream(s sniffed, r io.Reader) bool {
	if r == nil {
		return w.fail(s.item, fault(s.name, "read", errors.New("standard input can be read only once")))
	}
	if s.name == "-" {
		w.stdin = nil
	}
	head := make([]byte, sniffLen)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return w.fail(s.item, fault(s.name, "read", err))
	}
	s.head = head[:n]
	d := w.document(s)
	d.open = func(*Document) (io.ReadCloser, error) {
		return both{io.MultiReader(bytes.NewReader(s.head), r), r}, nil
	}
	return w.decoded(s, d)
}

func (w *walk) document(s sniffed) Document {
	return Document{Name: s.name, Format: w.Format, size: -1, limit: w.maxBytes(), guarded: s.root != nil}
}

// decoded yields d, whose content is still compressed where s says so.
func (w *walk) decoded(s sniffed, d Document) bool {
	if kindOf(s.head) == gzipped {
		packed := d
		d.data, d.size = nil, -1
		d.open = func(d *Document) (io.ReadCloser, error) {
			r, err := packed.Open()
			if err != nil {
				return nil, err
			}
			z, err := newGzip(r, func(text string) { d.Warnings = append(d.Warnings, text) })
			if err != nil {
				r.Close()
				return nil, err
			}
			return both{z, r}, nil
		}
	}
	if s.root != nil {
		s.root.docs++
	}
	return w.yield(d, nil)
}

func (w *walk) fail(it item, err error) bool {
	var skip Skip
	if it.root != nil && !errors.As(err, &skip) {
		it.root.failed = true
	}
	return w.yield(Document{}, err)
}

// both reads from one thing and closes another.
type both struct {
	io.Reader
	under any
}

func (b both) Close() error {
	if c, ok := b.under.(io.Closer); ok {
		return c.Close()
	}
	return nil
}
