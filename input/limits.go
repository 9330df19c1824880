package input

import (
	"errors"
	"fmt"
	"io"
)

// Text that people write shrinks to a tenth or a twentieth, the most
// repetitive log to a hundredth. Data that grow more than maxRatio times,
// and beyond what memory holds with ease, are a bomb.
const (
	maxRatio   = 400
	ratioFloor = 64 << 20
)

// ErrBomb is wrapped when compressed data unpack to absurdly more than they
// are.
var ErrBomb = errors.New("decompression bomb")

// A meter watches how much compressed data grow.
type meter struct{ out int64 }

// add counts n unpacked bytes, made of the first in compressed ones.
func (m *meter) add(n int, in int64) error {
	m.out += int64(n)
	if m.out > ratioFloor && m.out/maxRatio > in {
		return fmt.Errorf("%w: %d bytes unpack to more than %d", ErrBomb, in, m.out)
	}
	return nil
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
