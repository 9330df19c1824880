package input

import (
	"bytes"
	"fmt"
	"io"
	"sync"
)

// sniffLen is how much of a source is looked at to tell what it is. What is
// not longer has then been read.
const sniffLen = 64 << 10

// A source is a stream of bytes that is a document or holds documents. Its
// beginning has been read, through any compression.
type source struct {
	name   string
	path   string // as Document.Path
	scope  *scope // nil for a path named by the user
	nested int    // archives around it
	meter  *meter
	live   int // for a stream whose bytes may be long in coming: Options.telling

	head    []byte // the first bytes of the content
	whole   bool   // head is all of the content
	one     bool   // Options.Whole says so
	packing []kind // compressions around the content, the outermost first
	size    int64  // of the content, -1 when unknown

	// Unless whole, one of these leads to the rest.
	again func() (io.ReadCloser, error) // opens it as it was found, packed, at any time
	rest  io.Reader                     // the content after head; to be read before the next source is
	codec *codec                        // the innermost decompressor of what was opened last; nil when nothing is packed

	warnings []string
}

// begin reads the beginning of r, which is the content as it was found. An
// error that comes later than the first byte will come again.
func (s *source) begin(r io.Reader) error {
	buf := heads.Get().(*[sniffLen + 1]byte)
	defer heads.Put(buf)
	n, err := fill(buf[:], r, s.live)
	s.head, s.whole = bytes.Clone(buf[:n]), err == io.EOF
	if s.whole {
		s.size = int64(n)
		return nil
	}
	if err != nil && n == 0 {
		return err
	}
	if s.rest = r; err != nil {
		s.rest = &failed{err, r}
	}
	return nil
}

// fill reads until p is full or, when enough is not 0, begins with so many JSON
// objects, each on a line. Unlike that of io.ReadFull, its error tells an end
// from data that are cut short.
func fill(p []byte, r io.Reader, enough int) (n int, err error) {
	var o objects
	for n < len(p) && err == nil && (enough == 0 || o.count(p[:n], enough) < enough) {
		var k int
		k, err = r.Read(p[n:])
		n += k
	}
	return n, err
}

var heads = sync.Pool{New: func() any { return new([sniffLen + 1]byte) }}

// A failed reader returns an error that has been seen already; then it goes
// on, where there is anything to go on with.
type failed struct {
	err  error
	next io.Reader
}

func (f *failed) Read(p []byte) (int, error) {
	if err := f.err; err != nil {
		if f.next != nil {
			f.err = nil
		}
		return 0, err
	}
	return f.next.Read(p)
}

// unpack replaces the beginning of s by the beginning of what is compressed
// in it, if anything is.
func (s *source) unpack() error {
	for n := 0; ; n++ {
		k := kindOf(s.head)
		if !k.compressed() {
			return nil
		}
		if n == maxPacking {
			return fmt.Errorf("%w: compressed more than %d times", ErrDepth, maxPacking)
		}
		if s.whole {
			packed := s.head
			s.again = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(packed)), nil }
			s.packing = nil
		}
		if err := s.within(k); err != nil {
			return err
		}
	}
}

// within reads the beginning of what k compresses.
func (s *source) within(k kind) error {
	s.size = -1
	if s.again == nil {
		z, err := decompress(k, s.stream(), s.meter, s.warn)
		if err != nil {
			return err
		}
		s.codec = z
		return s.begin(z)
	}
	s.whole = false
	s.packing = append(s.packing, k)
	r, err := s.content(s.warn)
	if err != nil {
		return err
	}
	defer r.Close()
	err = s.begin(r)
	if err != nil && s.codec.gzip != nil && s.codec.gzip.salvage(warcVersion) {
		err = s.begin(r) // of a WARC file only the first record is lost
		s.whole = false
	}
	if s.rest = nil; !s.whole {
		s.warnings = nil // they will come again
	}
	return err
}

// content opens the content. When s cannot be opened again, content may be
// called once.
func (s *source) content(warn func(string)) (io.ReadCloser, error) {
	if s.whole {
		return io.NopCloser(bytes.NewReader(s.head)), nil
	}
	if s.again == nil {
		return both{s.stream(), []any{s.rest}}, nil
	}
	raw, err := s.again()
	if err != nil {
		return nil, err
	}
	r := both{raw, []any{raw}}
	if s.nested == 0 {
		r.Reader = s.meter.counted(raw)
	}
	for _, k := range s.packing {
		z, err := decompress(k, r.Reader, s.meter, warn)
		if err != nil {
			r.Close()
			return nil, err
		}
		s.codec = z
		r.Reader, r.under = z, append([]any{z}, r.under...)
	}
	return r, nil
}

// stream is the content, once.
func (s *source) stream() io.Reader { return io.MultiReader(bytes.NewReader(s.head), s.rest) }

func (s *source) warn(text string) { s.warnings = append(s.warnings, text) }
