package main

import (
	"io"
	"slices"

	"unscrape/output"
	"unscrape/parser"
)

// An articleWriter puts the frame of the format around encoded articles. When
// a single object may be right it waits for a second article before it begins
// an array.
type articleWriter struct {
	w              io.Writer
	single, stream *output.Encoder
	mayBeSingle    bool

	buf     []byte // whole records that were not written yet
	pending []byte // the first article as it stands in an array
	only    []byte // the same on its own, while no second one has come
	n       int
}

// write writes one encoded article. first is the article itself when it is the
// first of its document, or of the first part of that.
func (w *articleWriter) write(encoded []byte, first *parser.Article, extra []output.Field) error {
	if w.n == 0 && w.mayBeSingle && first != nil {
		w.only = w.single.Append(nil, first, extra)
	}
	return w.record(encoded)
}

// writeFailure writes a record in the place of a document that could not be
// read.
func (w *articleWriter) writeFailure(source string, err error) error {
	why := cause(err).Error()
	if w.n == 0 && w.mayBeSingle {
		w.only = w.single.AppendFailure(nil, source, why)
	}
	return w.record(w.stream.AppendFailure(nil, source, why))
}

func (w *articleWriter) record(encoded []byte) error {
	w.n++
	if w.n == 1 && w.only != nil {
		w.pending = append([]byte(nil), encoded...)
		return nil
	}
	if w.only != nil {
		w.only = nil
		if err := w.put(w.stream.Frame().Begin, w.pending); err != nil {
			return err
		}
	}
	before := w.stream.Frame().Separator
	if w.n == 1 {
		before = w.stream.Frame().Begin
	}
	return w.put(before, encoded)
}

// put buffers one record, so that small ones go out together.
func (w *articleWriter) put(before string, article []byte) error {
	w.buf = append(append(append(w.buf, before...), article...), w.stream.Frame().Tail...)
	if len(w.buf) < writeBytes {
		return nil
	}
	return w.flush()
}

// writeBytes is how much is worth a system call.
const writeBytes = 64 << 10

// flush writes what was buffered.
func (w *articleWriter) flush() error {
	if len(w.buf) == 0 {
		return nil
	}
	_, err := w.w.Write(w.buf)
	w.buf = w.buf[:0]
	return err
}

// end writes what closes the frame.
func (w *articleWriter) end() error {
	f := w.stream.Frame()
	switch {
	case w.only != nil:
		f = w.single.Frame()
		w.buf = slices.Concat(w.buf, []byte(f.Begin), w.only, []byte(f.Tail), []byte(f.End))
	case w.n == 0:
		w.buf = append(w.buf, f.Empty...)
	default:
		w.buf = append(w.buf, f.End...)
	}
	return w.flush()
}
