package input

import (
	"archive/tar"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// tarBlock is what the parts of a tar file are a multiple of.
const tarBlock = 512

// isTar reports whether head begins with a tar header: a block whose checksum is
// right. The magic "ustar" is missing in old archives.
func isTar(head []byte) bool {
	const from, to = 148, 156
	if len(head) < tarBlock || head[0] == 0 {
		return false
	}
	field := bytes.Trim(head[from:to], " \x00")
	want, err := strconv.ParseInt(string(field), 8, 64)
	if err != nil {
		return false
	}
	sum := int64(to-from) * ' '
	for i, b := range head[:tarBlock] {
		if i < from || i >= to {
			sum += int64(b)
		}
	}
	return sum == want
}

// emitTar yields the documents in a tar file (POSIX pax, GNU, v7).
func (w *walk) emitTar(s *source) {
	a, ok := w.enter(s)
	if !ok {
		return
	}
	r, ok := w.open(s)
	if !ok {
		return
	}
	defer r.Close()
	c := &tarCounter{counter: counter{r: r}}
	t := tar.NewReader(c)
	for !w.ended() {
		h, err := t.Next()
		if err == nil {
			w.emitTarMember(a, h, t, c)
			continue
		}
		if err == io.EOF {
			break
		}
		salvaged := false
		err = tarDamage(err, c.n)
		if errors.Is(err, tar.ErrHeader) {
			t, salvaged, err = c.salvage(err)
		}
		w.fail(a.scope, fault(s.name, "unpack", err))
		if !salvaged {
			break
		}
	}
	w.leave(a)
}

// A tarCounter counts what is read of a tar file, and remembers the last block that
// was read by itself, as headers are.
type tarCounter struct {
	counter
	last [tarBlock]byte
}

func (c *tarCounter) Read(p []byte) (int, error) {
	n, err := c.counter.Read(p)
	if n == tarBlock {
		copy(c.last[:], p)
	}
	return n, err
}

// salvage goes on behind a damaged header, to the next block that is one. Its error
// says what is lost, and why.
func (c *tarCounter) salvage(why error) (t *tar.Reader, found bool, err error) {
	block, _, _ := bytes.Cut(c.last[:100], []byte{0})
	name := string(block)
	c.r = bufio.NewReader(c.r)
	io.CopyN(io.Discard, c, -c.n&(tarBlock-1))
	for err == nil && !found {
		_, err = io.ReadFull(c, c.last[:])
		found = err == nil && isTar(c.last[:])
	}
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return nil, false, fmt.Errorf("%w; lost are %q and whatever else lies behind it", why, name)
	}
	if err != nil {
		return nil, false, err
	}
	header := bytes.NewReader(bytes.Clone(c.last[:]))
	return tar.NewReader(io.MultiReader(header, c)), true, fmt.Errorf("%w; lost are %q and whatever else lies before byte %d", why, name, c.n-tarBlock)
}

func (w *walk) emitTarMember(a archive, h *tar.Header, t *tar.Reader, c *tarCounter) {
	m := a.member(h.Name, h.Size)
	why := w.left(a, h.Name)
	switch h.Typeflag {
	case tar.TypeReg, tar.TypeGNUSparse:
	case tar.TypeDir:
		return
	case tar.TypeLink, tar.TypeSymlink:
		why = Symlink
	default:
		why = Special
	}
	if why != nil {
		w.fail(a.scope, fault(m.name, "skip", why))
		return
	}
	err := m.begin(t)
	if err == nil {
		err = m.unpack()
	}
	if err != nil {
		w.fail(a.scope, fault(m.name, "unpack", tarDamage(err, c.n)))
		return
	}
	w.expand(&m)
}

func tarDamage(err error, offset int64) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("truncated: the tar data end at byte %d", offset)
	case errors.Is(err, tar.ErrHeader):
		return fmt.Errorf("tar data damaged near byte %d: %w", offset, err)
	}
	return err
}
