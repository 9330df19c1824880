package input

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// A gzipReader reads all members of a gzip file (RFC 1952). Zeros after the
// last member are padding; anything else there is ignored with a warning.
type gzipReader struct {
	in   *bufio.Reader
	from *counter
	z    *gzip.Reader
	warn func(string)
	meter
}

func newGzip(r io.Reader, warn func(string)) (*gzipReader, error) {
	c := &counter{r: r}
	g := &gzipReader{in: bufio.NewReaderSize(c, 64<<10), from: c, warn: warn}
	z, err := gzip.NewReader(g.in)
	if err != nil {
		return nil, g.damage(err)
	}
	g.z = z
	z.Multistream(false)
	return g, nil
}

func (g *gzipReader) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	if limit := g.add(n, g.from.n); limit != nil {
		return n, limit
	}
	if err == nil {
		return n, nil
	}
	if err != io.EOF {
		return n, g.damage(err)
	}
	return n, g.next()
}

// next goes on to the next member. Its error is io.EOF when there is none.
func (g *gzipReader) next() error {
	more, err := g.padding()
	if !more {
		return err
	}
	start := g.offset()
	if magic, _ := g.in.Peek(2); string(magic) != "\x1f\x8b" {
		g.warn(fmt.Sprintf("garbage after the compressed data at byte %d, ignored", start))
		return io.EOF
	}
	if err := g.z.Reset(g.in); err != nil {
		return g.damage(err)
	}
	g.z.Multistream(false)
	return nil
}

// padding passes over zeros and reports whether anything comes after them.
func (g *gzipReader) padding() (bool, error) {
	for {
		b, err := g.in.ReadByte()
		if err != nil {
			return false, err
		}
		if b != 0 {
			return true, g.in.UnreadByte()
		}
	}
}

// offset is the place in the compressed data.
func (g *gzipReader) offset() int64 { return g.from.n - int64(g.in.Buffered()) }

func (g *gzipReader) damage(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
		return fmt.Errorf("truncated: the gzip data end at byte %d", g.offset())
	}
	return fmt.Errorf("damaged near byte %d: %w", g.offset(), err)
}
