package input

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
)

// A Document is one input to be parsed, with what its container knows about
// it. It is read at most once.
type Document struct {
	Name    string // as the user gave it; archive.zip!member for what lies in a container
	Format  Format // Auto, Text or HTML
	Charset string // as declared by HTTP or MIME; "" when not declared
	URL     string // address it was fetched from; "" when unknown
	Date    string // when it was captured or sent, as the container writes it; never the time of publication
	Fields  []Field

	// Warnings are oddities of the container that did not harm the
	// document. They are complete when it has been read.
	Warnings []string

	data    []byte                                   // the content, when open is nil
	open    func(d *Document) (io.ReadCloser, error) // nil when data holds the content
	size    int64                                    // -1 when unknown
	limit   int64                                    // Options.MaxBytes
	guarded bool                                     // leave it out when it is binary
}

// A Field is a member of a JSON Lines record that unscrape does not read. Value is
// the JSON as it stood there.
type Field struct {
	Name  string
	Value json.RawMessage
}

// Size is the number of bytes of the document, -1 when unknown before it is
// read.
func (d *Document) Size() int64 { return d.size }

// Open returns the content, unpacked and without any limit. The caller
// closes it.
func (d *Document) Open() (io.ReadCloser, error) {
	if d.open == nil {
		return io.NopCloser(bytes.NewReader(d.data)), nil
	}
	r, err := d.open(d)
	if err != nil {
		return nil, fault(d.Name, "open", err)
	}
	return r, nil
}

// ReadAll returns the whole content, in the storage of buf where that is
// large enough; what buf held is lost. The error is an *Error: ErrTooLarge
// when the limit of Options is exceeded, Binary when the document was found
// in a folder and is not text. No content comes with an error.
func (d *Document) ReadAll(buf []byte) ([]byte, error) {
	buf = buf[:0]
	if d.open == nil {
		buf = append(buf, d.data...)
		return buf, d.inspect(buf)
	}
	r, err := d.Open()
	if err != nil {
		return buf, err
	}
	defer r.Close()
	if d.size > 0 {
		buf = slices.Grow(buf, int(min(d.size, d.limit)+1))
	}
	inspected := false
	for {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, max(64<<10, cap(buf)/4))
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if !inspected && (len(buf) >= sniffLen || err == io.EOF) {
			inspected = true
			if err := d.inspect(buf); err != nil {
				return buf[:0], err
			}
		}
		if int64(len(buf)) > d.limit {
			return buf[:0], fault(d.Name, "read", tooLarge(d.limit))
		}
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf[:0], fault(d.Name, "read", err)
		}
	}
}

// inspect refuses what is too large or, where that matters, not text.
func (d *Document) inspect(head []byte) error {
	if int64(len(head)) > d.limit {
		return fault(d.Name, "read", tooLarge(d.limit))
	}
	if d.guarded && binary(head) {
		return fault(d.Name, "skip", Binary)
	}
	return nil
}

// Limit is the number of bytes that the document may have.
func (d *Document) Limit() int64 { return d.limit }

// TooLarge is the error of a document that exceeds its limit, for callers that
// read it by Open.
func (d *Document) TooLarge() error { return fault(d.Name, "read", tooLarge(d.limit)) }
