package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/klauspost/compress/gzip"
)

const (
	gzipMagic  = "\x1f\x8b\x08"
	gzipHeader = 10 // bytes of a header without optional fields
)

// maxStarts is more than the members that a WARC reader has not come to yet.
const maxStarts = 4096

var errGarbage = errors.New("between its members there is garbage")

// A gzipReader reads all members of a gzip file (RFC 1952). Zeros after the
// last member are padding; anything else there is ignored with a warning.
type gzipReader struct {
	tape   *tape
	in     *bufio.Reader // of tape
	z      *gzip.Reader  // nil before the first member
	member int64         // offset of the current member
	ready  []byte        // unpacked already
	out    int64         // unpacked bytes returned so far
	starts []int64       // values of out where members begin, those asked for excepted
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
		g.out += int64(n)
		return n, nil
	}
	if g.z == nil {
		if err := g.start(); err != nil {
			return 0, err
		}
	}
	n, err := g.z.Read(p)
	g.out += int64(n)
	if err == io.EOF {
		err = g.next()
	}
	return n, err
}

// startsAt reports whether a member begins at offset of the unpacked data,
// which must not be less than in the call before.
func (g *gzipReader) startsAt(offset int64) bool {
	i, found := slices.BinarySearch(g.starts, offset)
	g.starts = g.starts[i:]
	return found
}

// start begins to read the member that lies here.
func (g *gzipReader) start() (err error) {
	g.member = g.offset()
	g.tape.mark(g.member)
	g.starts = append(g.starts[max(0, len(g.starts)-maxStarts):], g.out)
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
		return g.garbage()
	}
	return g.start()
}

// garbage passes over what is no member. Its error is io.EOF when no other
// member follows.
func (g *gzipReader) garbage() error {
	at := g.offset()
	g.member = at
	g.tape.mark(at)
	if g.salvage("") {
		g.ready, g.member = nil, at // the caller decides whether to go on
		return fmt.Errorf("%w at byte %d", errGarbage, at)
	}
	g.warn(fmt.Sprintf("garbage after the compressed data at byte %d, ignored", at))
	return io.EOF
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
		buf := make([]byte, max(len(prefix), 1))
		if n, _ := io.ReadFull(g.z, buf); n == len(buf) && bytes.HasPrefix(buf, []byte(prefix)) {
			g.ready = buf
			return true
		}
	}
}

// find goes to the next place that looks like the beginning of a member.
func (g *gzipReader) find() bool {
	for {
		g.tape.mark(g.offset()) // or long garbage would push what follows off it
		if _, err := g.in.Peek(gzipHeader); err != nil {
			return false
		}
		window, _ := g.in.Peek(g.in.Buffered())
		i := bytes.Index(window, []byte(gzipMagic))
		switch {
		case i < 0:
			g.in.Discard(len(window) - len(gzipMagic) + 1)
		case len(window)-i < gzipHeader: // the rest of it has not been read
			g.in.Discard(i)
		case isHeader(window[i:]):
			g.in.Discard(i)
			return true
		default:
			g.in.Discard(i + 1)
		}
	}
}

// isHeader reports whether what begins as a member does goes on as the header of
// one: no flag that RFC 1952 reserves, and a level of compression that it names.
func isHeader(b []byte) bool {
	flags, level := b[3], b[8]
	return flags&0xe0 == 0 && (level == 0 || level == 2 || level == 4)
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
