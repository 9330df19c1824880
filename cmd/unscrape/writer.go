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

	pending []byte // the first article as it stands in an array
	only    []byte // the same on its own, while no second one has come
	n       int
}

// write writes one encoded article. first is the article itself when it is the
// first of its document.
func (w *articleWriter) write(encoded []byte, first *parser.Article, extra []output.Field) error {
	if w.n == 0 && w.mayBeSingle {
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

func (w *articleWriter) put(before string, article []byte) error {
	if _, err := io.WriteString(w.w, before); err != nil {
		return err
	}
	_, err := w.w.Write(article)
	return err
}

// end writes what closes the frame.
func (w *articleWriter) end() error {
	f := w.stream.Frame()
	switch {
	case w.only != nil:
		f = w.single.Frame()
		_, err := w.w.Write(slices.Concat([]byte(f.Begin), w.only, []byte(f.End)))
		return err
	case w.n == 0:
		_, err := io.WriteString(w.w, f.Empty)
		return err
	}
	_, err := io.WriteString(w.w, f.End)
	return err
}
