package input

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

const gzipMagic = "\x1f\x8b\x08"

// A gzipReader reads all members of a gzip file (RFC 1952). Zeros after the
// last member are padding; anything else there is ignored with a warning.
type gzipReader struct {
	tape   *tape
	in     *bufio.Reader // of tape
	z      *gzip.Reader  // nil before the first member
	member int64         // offset of the current member
	ready  []byte        // unpacked already
	warn   func(string)
}

func newGzip(r io.Reader, warn func(string)) *gzipReader {
	t := &tape{r: r}
	return &gzipReader{tape: t, in: bufio.NewReaderSize(t, 32<<10), warn: warn}
}

func (g *gzipReader) Read(p []byte) (int, error) {
	if len(g.ready) > 0 {
		n := copy(p, g.ready)
		g.ready = g.ready[n:]
		return n, nil
	}
	if g.z == nil {
		if err := g.start(); err != nil {
			return 0, err
		}
	}
	n, err := g.z.Read(p)
	if err == io.EOF {
		err = g.next()
	}
	return n, err
}

// start begins to read the member that lies here.
func (g *gzipReader) start() (err error) {
	g.member = g.offset()
	g.tape.mark(g.member)
	if g.z == nil {
		g.z, err = gzip.NewReader(g.in)
	} else {
		err = g.z.Reset(g.in)
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err == nil {
		g.z.Multistream(false)
	}
	return err
}

// next goes on to the next member. Its error is io.EOF when there is none.
func (g *gzipReader) next() error {
	if err := skipZeros(g.in); err != nil {
		return err
	}
	if magic, _ := g.in.Peek(2); string(magic) != gzipMagic[:2] {
		g.warn(fmt.Sprintf("garbage after the compressed data at byte %d, ignored", g.offset()))
		return io.EOF
	}
	return g.start()
}

// salvage goes on behind a damaged member, to the next whose content begins
// with prefix, and reports whether there is one.
func (g *gzipReader) salvage(prefix string) bool {
	g.ready = nil
	for from := g.member + 1; ; from = g.member + 1 {
		g.tape.rewind(from)
		g.in.Reset(g.tape)
		if !g.find() {
			return false
		}
		if g.start() != nil {
			continue
		}
		buf := make([]byte, len(prefix))
		if n, _ := io.ReadFull(g.z, buf); string(buf[:n]) == prefix {
			g.ready = buf
			return true
		}
	}
}

// find goes to the next place that looks like the beginning of a member.
func (g *gzipReader) find() bool {
	for {
		_, err := g.in.Peek(len(gzipMagic))
		if err != nil {
			return false
		}
		window, _ := g.in.Peek(g.in.Buffered())
		if i := bytes.Index(window, []byte(gzipMagic)); i >= 0 {
			g.in.Discard(i)
			return true
		}
		g.in.Discard(len(window) - len(gzipMagic) + 1)
	}
}

// offset is the place in the compressed data.
func (g *gzipReader) offset() int64 { return g.tape.at - int64(g.in.Buffered()) }

// skipZeros passes over zeros. Its error is io.EOF when nothing comes after
// them.
func skipZeros(r *bufio.Reader) error {
	for {
		b, err := r.ReadByte()
		if err != nil {
			return err
		}
		if b != 0 {
			return r.UnreadByte()
		}
	}
}
