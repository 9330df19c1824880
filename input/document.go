package input

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
)

// A Document is one input to be parsed, with what its container knows about
// it. It is read at most once. Everything but Name is complete only when it
// has been read.
type Document struct {
	Name     string // as the user gave it; archive.zip!member for what lies in a container
	Format   Format // Auto, Text or HTML
	Charset  string // as declared by HTTP or MIME; "" when not declared
	Encoding string // that the content was decoded from already; "" when it is as it was found
	URL      string // address it was fetched from; "" when unknown
	Date     string // when it was captured or sent, as the container writes it; never the time of publication

	// Fields are the members of a JSON record, or the columns of a row, other than the
	// text, in the order in which they stand there, or the title, the authors and the date
	// of a message; nil for all other documents.
	Fields []Field

	// Whole is what Options.Whole has said of the file.
	Whole bool

	// Warnings are oddities of the container that did not harm the document.
	Warnings []string

	// Damage is what is wrong with a document of which something could be read all the
	// same, an *Error; nil for most.
	Damage error

	path      string                                         // as Path
	data      []byte                                         // the content, when open is nil
	open      func(warn func(string)) (io.ReadCloser, error) // the content, when it is not at hand
	decode    func(d *Document, raw []byte) ([]byte, error)  // what makes the content text; nil when it is
	size      int64                                          // -1 when unknown
	limit     int64                                          // Options.MaxBytes
	contained bool                                           // as Contained
	guarded   bool                                           // leave it out when it is binary
	pausing   bool                                           // as Pausing
}

// A Field is a member of a JSON object, whose Value is the JSON as it stood there, or
// a column of a table or something of a message, whose Value is made as JSON.
type Field struct {
	Name  string
	Value json.RawMessage
}

// Path is Name with a slash instead of an exclamation mark between an archive
// and what lies in it.
func (d *Document) Path() string { return d.path }

// Contained reports whether the document lies in an archive or is one of the
// records of a file.
func (d *Document) Contained() bool { return d.contained }

// Size is the number of bytes of the document, -1 when unknown before it is
// read.
func (d *Document) Size() int64 { return d.size }

// Pausing reports whether what follows the document may be long in coming, so
// that a caller had better not wait for it.
func (d *Document) Pausing() bool { return d.pausing }

// Limit is the number of bytes that the document may have.
func (d *Document) Limit() int64 { return d.limit }

// TooLarge is the error of a document that exceeds its limit, for callers that
// read it by Open.
func (d *Document) TooLarge() error { return fault(d.Name, "read", tooLarge(d.limit)) }

// Open returns the content as a stream, which the caller closes. Nothing is left out,
// and nothing limited but what has to be decoded.
func (d *Document) Open() (io.ReadCloser, error) {
	switch {
	case d.decode == nil && d.open == nil:
		return io.NopCloser(bytes.NewReader(d.data)), nil
	case d.decode != nil:
		content, err := d.ReadAll(nil)
		return io.NopCloser(bytes.NewReader(content)), err
	}
	r, err := d.open(d.warn)
	if err != nil {
		return nil, fault(d.Name, "open", err)
	}
	return both{uncut{r}, []any{r}}, nil
}

// An uncut reader does not end with io.ErrUnexpectedEOF, which io.ReadFull
// could not tell from its own.
type uncut struct{ io.Reader }

func (u uncut) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	if err == io.ErrUnexpectedEOF {
		err = errCutShort
	}
	return n, err
}

func (d *Document) warn(text string) { d.Warnings = append(d.Warnings, text) }

// InMemory reports whether the content is at hand, so that ReadAll needs no
// buffer.
func (d *Document) InMemory() bool { return d.open == nil }

// ReadAll returns the whole content: that of a document InMemory itself, which
// the caller must not change, and any other in the storage of buf where that is
// large enough; what buf held is lost. The error is an *Error: ErrTooLarge
// when the limit of Options is exceeded, Binary when the document was found
// in a folder or an archive and is not text. No content comes with an error.
func (d *Document) ReadAll(buf []byte) ([]byte, error) {
	buf, err := d.raw(buf[:0])
	if err == nil && d.decode != nil {
		buf, err = d.decode(d, buf)
	}
	if err == nil && int64(len(buf)) > d.limit {
		err = tooLarge(d.limit)
	}
	if err != nil {
		return buf[:0], fault(d.Name, "read", err)
	}
	return buf, nil
}

// raw appends the content as it was found to buf.
func (d *Document) raw(buf []byte) ([]byte, error) {
	if d.decode == nil && d.size > d.limit {
		return buf, tooLarge(d.limit)
	}
	if d.open == nil {
		return d.data, d.inspect(d.data)
	}
	r, err := d.open(d.warn)
	if err != nil {
		return buf, err
	}
	defer r.Close()
	return readAll(r, buf, d.size, d.limit, d.inspect)
}

// inspect refuses what nobody named and is not text.
func (d *Document) inspect(head []byte) error {
	if d.guarded && d.decode == nil && isBinary(head) {
		return Binary
	}
	return nil
}

// readAll appends r to buf, up to limit bytes. size is a guess, or -1. As
// soon as there is enough for it, inspect sees the beginning.
func readAll(r io.Reader, buf []byte, size, limit int64, inspect func([]byte) error) ([]byte, error) {
	if size >= 0 {
		buf = slices.Grow(buf, int(min(size, limit, 16<<20))+bytes.MinRead)
	}
	start := len(buf)
	for inspected := false; ; {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, max(32<<10, cap(buf)/4))
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if !inspected && (len(buf)-start >= inspectLen || err == io.EOF) {
			inspected = true
			if err := inspect(buf[start:]); err != nil {
				return buf, err
			}
		}
		if int64(len(buf)-start) > limit {
			return buf, tooLarge(limit)
		}
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
}
