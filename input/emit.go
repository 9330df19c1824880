package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

// A walk turns what was found into documents. Only sniff is called
// concurrently.
type walk struct {
	Options
	ctx     context.Context
	stdin   io.Reader
	yield   func(Document, error) bool
	stopped bool // the consumer has had enough
}

// A sniffed is an item and, when it is a regular file, its beginning.
type sniffed struct {
	item
	source
}

// sniff reads the beginning of a regular file. Standard input and special
// files, which can be read only once and may block, are left to emit.
func (w *walk) sniff(it item) sniffed {
	s := sniffed{it, source{name: it.name, path: it.name, scope: it.scope, size: -1}}
	if it.name == "-" {
		s.path = "stdin"
	}
	if it.err != nil || it.end || it.name == "-" || !it.mode.IsRegular() {
		return s
	}
	s.meter = &meter{read: w.Read}
	if err := s.beginFile(); err != nil {
		s.err = fault(it.name, "read", err)
	}
	return s
}

// beginFile reads the beginning of a regular file and of what is compressed
// in it.
func (s *source) beginFile() error {
	f, err := openRegular(s.name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := s.begin(f); err != nil {
		return err
	}
	if s.rest = nil; s.whole {
		s.meter.progress(s.size)
	} else {
		info, err := os.Stat(s.name)
		if err != nil {
			return err
		}
		s.size = info.Size()
		name := s.name
		s.again = func() (io.ReadCloser, error) { return openFile(name) }
	}
	return s.unpack()
}

func (w *walk) ended() bool { return w.stopped || w.ctx.Err() != nil }

// emit yields the documents of one item.
func (w *walk) emit(s sniffed) {
	switch {
	case s.end:
		w.close(s.item.scope)
	case s.err != nil:
		w.fail(s.item.scope, s.err)
	case s.item.name == "-" || !s.mode.IsRegular():
		w.emitStream(&s.source)
	default:
		w.expand(&s.source)
	}
}

// emitStream yields the documents of standard input or of a special file
// named by the user.
func (w *walk) emitStream(s *source) {
	r, err := w.openStream(s.name)
	if err == nil {
		s.meter, s.live = new(meter), w.telling()
		err = s.begin(s.meter.counted(&cancelable{ctx: w.ctx, r: r}))
	}
	if err == nil {
		err = s.unpack()
	}
	if err != nil {
		w.fail(s.scope, fault(s.name, "read", err))
		return
	}
	w.expand(s)
}

func (w *walk) openStream(name string) (io.Reader, error) {
	if name != "-" {
		return &special{name: name}, nil
	}
	r := w.stdin
	if w.stdin = nil; r == nil {
		return nil, errStdinTwice
	}
	return r, nil
}

// expand yields the documents of s: itself, or what it contains.
func (w *walk) expand(s *source) {
	if s.scope != nil && w.Own != nil && w.Own(s.path, s.head) {
		w.fail(s.scope, fault(s.name, "skip", Excluded))
		return
	}
	k := w.kind(s.head)
	if k == jsonLines || k == jsonText || k == table || k == plain {
		s.one = w.Whole != nil && w.Whole(s.name, s.head)
	}
	if s.one {
		k = plain
	}
	switch k {
	case plain:
		w.emitDocument(s, nil)
	case zipped:
		w.emitZip(s)
	case tarred:
		w.emitTar(s)
	case warcs:
		w.emitWARC(s)
	case jsonLines:
		w.emitJSONLines(s)
	case jsonText:
		w.emitJSON(s)
	case table:
		w.emitTable(s)
	case mhtml:
		w.emitDocument(s, w.decodeMHTML)
	case mbox:
		w.emitMbox(s)
	case unsupported:
		w.fail(s.scope, fault(s.name, "open", fmt.Errorf("this kind of archive %w; unpack it, or make it a zip or tar", ErrUnsupported)))
	}
}

// emitDocument yields s as one document.
func (w *walk) emitDocument(s *source, decode func(*Document, []byte) ([]byte, error)) {
	d := w.document(s)
	d.decode = decode
	if err := d.inspect(s.head); err != nil {
		w.fail(s.scope, fault(s.name, "skip", err))
		return
	}
	if s.scope == nil && decode == nil && w.Format == Auto && isBinary(s.head) {
		d.warn("does not look like text; read as text all the same")
	}
	d.guarded = false // its head has been looked at
	switch {
	case s.whole:
		d.data = s.head
	case s.again == nil && s.nested > 0: // the archive goes on behind it
		var err error
		if d.data, err = readAll(s.stream(), nil, s.size, d.limit, d.inspect); err != nil {
			w.fail(s.scope, fault(s.name, "read", err))
			return
		}
		d.size = int64(len(d.data))
	default:
		d.open = s.content
	}
	w.put(s.scope, d)
}

// document is a document with nothing in it.
func (w *walk) document(s *source) Document {
	d := Document{Name: s.name, path: s.path, Warnings: s.warnings, size: s.size, limit: w.maxBytes(), Whole: s.one, contained: s.nested > 0, guarded: s.scope != nil}
	if w.Format == Text || w.Format == HTML {
		d.Format = w.Format
	}
	return d
}

// put yields a document.
func (w *walk) put(in *scope, d Document) {
	for s := in; s != nil; s = s.outer {
		s.documents++
	}
	if !w.ended() {
		w.stopped = !w.yield(d, nil)
	}
}

// fail yields an error.
func (w *walk) fail(in *scope, err error) {
	var skip Skip
	var warning Warning
	switch {
	case errors.As(err, &skip):
		for s := in; s != nil && skip == Excluded; s = s.outer {
			s.excluded = true
		}
	case !errors.As(err, &warning):
		for s := in; s != nil; s = s.outer {
			s.failed = true
		}
	}
	if !w.ended() {
		w.stopped = !w.yield(Document{}, err)
	}
}

// close reports a folder or an archive in which nothing was found.
func (w *walk) close(s *scope) {
	if s.documents > 0 || s.failed {
		return
	}
	err := ErrEmpty
	if s.excluded && len(w.Include)+len(w.Exclude) > 0 {
		err = fmt.Errorf("%w but what --include or --exclude leaves out", ErrEmpty)
	}
	w.fail(s.outer, fault(s.name, "list", err))
}
