package input

import (
	"archive/zip"
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// Parts of a zip file begin with these (APPNOTE.TXT, 4.3).
const (
	zipLocalHeader = "PK\x03\x04"
	zipDirectory   = "PK\x01\x02"
	zipDescriptor  = "PK\x07\x08"
)

const zipDescribed = 8 // bit of the flags: sizes and checksum follow the data

// salvageZip yields the members of a zip file whose table of contents, which
// stands at its end, cannot be read: it has been cut short. Members are found
// by their local headers, one after the other.
func (w *walk) salvageZip(a archive, r io.Reader, why error) {
	c := &counter{r: r}
	z := &zipScanner{in: bufio.NewReader(c), from: c}
	for !w.ended() {
		m, err := z.next()
		if err == nil {
			err = w.emitSalvaged(a, m)
		}
		if err == nil {
			continue
		}
		switch {
		case err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF):
			err = fmt.Errorf("truncated: the zip data end at byte %d", z.offset())
		case err == errZipDirectory:
			err = fmt.Errorf("damaged: no table of contents at byte %d: %w", z.offset(), why)
		default:
			err = fmt.Errorf("damaged near byte %d: %w", z.offset(), err)
		}
		w.fail(a.scope, fault(a.name, "unpack", err))
		return
	}
}

// emitSalvaged yields what is in one member. Its error concerns the archive.
func (w *walk) emitSalvaged(a archive, m *salvaged) error {
	s := a.member(m.name, -1)
	if strings.HasSuffix(m.name, "/") {
		return m.drain()
	}
	if why := w.left(a, m.name); why != nil {
		w.fail(a.scope, fault(s.name, "skip", why))
		return m.drain()
	}
	if err := s.begin(s.meter.limited(m)); err != nil {
		return err
	}
	if err := s.unpack(); err != nil {
		w.fail(a.scope, fault(s.name, "unpack", err))
		return m.drain()
	}
	w.expand(&s)
	return m.drain()
}

var errZipDirectory = errors.New("end of the members")

// A zipScanner finds members by their local headers.
type zipScanner struct {
	in   *bufio.Reader
	from *counter
}

func (z *zipScanner) offset() int64 { return z.from.n - int64(z.in.Buffered()) }

// next goes to the next member; the one before must have been read.
func (z *zipScanner) next() (*salvaged, error) {
	var h [30]byte
	if _, err := io.ReadFull(z.in, h[:4]); err != nil {
		return nil, err
	}
	if string(h[:4]) != zipLocalHeader {
		return nil, errZipDirectory
	}
	if _, err := io.ReadFull(z.in, h[4:]); err != nil {
		return nil, err
	}
	le := binary.LittleEndian
	variable := make([]byte, int(le.Uint16(h[26:]))+int(le.Uint16(h[28:])))
	if _, err := io.ReadFull(z.in, variable); err != nil {
		return nil, err
	}
	m := &salvaged{name: string(variable[:le.Uint16(h[26:])]), in: z.in, sum: crc32.NewIEEE(), want: le.Uint32(h[14:])}
	flags, method, packed := le.Uint16(h[6:]), le.Uint16(h[8:]), uint64(le.Uint32(h[18:]))
	m.described = flags&zipDescribed != 0
	switch {
	case flags&zipEncrypted != 0:
		return nil, fmt.Errorf("%s is encrypted and %w", m.name, ErrUnsupported)
	case !m.described:
		if packed == 1<<32-1 {
			packed = zip64Size(variable[le.Uint16(h[26:]):])
		}
		m.z = unzip(method, io.LimitReader(z.in, int64(min(packed, 1<<62))))
	case method == zip.Deflate:
		m.z = unzip(method, z.in) // deflate knows its own end, and reads no byte beyond it
	default:
		return nil, fmt.Errorf("%s has no size", m.name)
	}
	return m, nil
}

// zip64Size is the packed size in the extra fields of a local header
// (APPNOTE.TXT, 4.5.3), 0 when there is none.
func zip64Size(extra []byte) uint64 {
	le := binary.LittleEndian
	for len(extra) >= 4 {
		id, n := le.Uint16(extra), int(le.Uint16(extra[2:]))
		if extra = extra[4:]; n > len(extra) {
			return 0
		}
		if id == 1 && n >= 16 {
			return le.Uint64(extra[8:])
		}
		extra = extra[n:]
	}
	return 0
}

// A salvaged is a member that is being read. Its checksum is verified at its
// end.
type salvaged struct {
	name      string
	in        *bufio.Reader
	z         io.Reader
	described bool
	sum       interface {
		io.Writer
		Sum32() uint32
	}
	want uint32
	err  error // what Read returned last
}

func (m *salvaged) Read(p []byte) (int, error) {
	if m.err != nil {
		return 0, m.err
	}
	n, err := m.z.Read(p)
	m.sum.Write(p[:n])
	if err == io.EOF {
		err = m.end()
	}
	m.err = err
	return n, err
}

// end reads the data descriptor, where there is one: perhaps a magic, the
// checksum, and two sizes of 4 or 8 bytes each.
func (m *salvaged) end() error {
	if m.described {
		d, err := m.in.Peek(4)
		if string(d) == zipDescriptor {
			m.in.Discard(4)
			d, err = m.in.Peek(4)
		}
		if err != nil {
			return io.ErrUnexpectedEOF
		}
		m.want = binary.LittleEndian.Uint32(d)
		m.in.Discard(4 + m.sizes())
	}
	if m.sum.Sum32() != m.want {
		return zip.ErrChecksum
	}
	return io.EOF
}

// sizes is how long the sizes in the data descriptor are: what follows them
// tells.
func (m *salvaged) sizes() int {
	d, _ := m.in.Peek(4 + 16 + 4)
	if len(d) == 24 && (string(d[20:]) == zipLocalHeader || string(d[20:]) == zipDirectory) {
		return 16
	}
	return 8
}

// drain reads the member to its end.
func (m *salvaged) drain() error {
	io.Copy(io.Discard, m)
	if m.err == io.EOF {
		return nil
	}
	return m.err
}
