package input

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// isTar reports whether head begins with a tar header: a block of 512 bytes
// whose checksum is right. The magic "ustar" is missing in old archives.
func isTar(head []byte) bool {
	const block, from, to = 512, 148, 156
	if len(head) < block || head[0] == 0 {
		return false
	}
	field := bytes.Trim(head[from:to], " \x00")
	want, err := strconv.ParseInt(string(field), 8, 64)
	if err != nil {
		return false
	}
	sum := int64(to-from) * ' '
	for i, b := range head[:block] {
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
	c := &counter{r: r}
	t := tar.NewReader(c)
	for !w.ended() {
		h, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			w.fail(a.scope, fault(s.name, "unpack", tarDamage(err, c.n)))
			break
		}
		w.emitTarMember(a, h, t, c)
	}
	w.leave(a)
}

func (w *walk) emitTarMember(a archive, h *tar.Header, t *tar.Reader, c *counter) {
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
