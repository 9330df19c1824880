package input

import (
	"fmt"
	"io"
	"sync/atomic"
)

const (
	// maxNested is how many archives may lie in one another.
	maxNested = 2
	// maxPacking is how many compressions may lie around one content.
	maxPacking = 2

	// Text shrinks to a tenth or a twentieth, the most repetitive log to a
	// hundredth. Data that grow more than maxRatio times, and beyond what
	// memory holds with ease, are a bomb.
	maxRatio = 400
)

var ratioFloor int64 = 64 << 20 // less in tests

// A meter watches how much the data of one file grow, all that is nested in
// it included.
type meter struct {
	in, out atomic.Int64
	read    *atomic.Int64 // Options.Read
}

// progress counts bytes of the file that lies on disk.
func (m *meter) progress(n int64) {
	if m.read != nil {
		m.read.Add(n)
	}
}

// counted counts what is read of the file itself.
func (m *meter) counted(r io.Reader) io.Reader {
	return &tap{r, func(n int) error {
		m.progress(int64(n))
		m.in.Add(int64(n))
		return nil
	}}
}

// limited counts what comes out of a decompressor.
func (m *meter) limited(r io.Reader) io.Reader {
	return &tap{r, func(n int) error { return m.unpacked(int64(n)) }}
}

// unpacked counts n unpacked bytes.
func (m *meter) unpacked(n int64) error {
	out := m.out.Add(n)
	if out > ratioFloor && out/maxRatio > m.in.Load() {
		return fmt.Errorf("%w: it grows more than %d times; unpack it first if that is right", ErrBomb, maxRatio)
	}
	return nil
}

// A tap sees how much is read through it.
type tap struct {
	r    io.Reader
	seen func(n int) error
}

func (t *tap) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	if stop := t.seen(n); stop != nil {
		return n, stop
	}
	return n, err
}

// A counter counts what is read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
