package input

import (
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// maxWindow bounds the memory that a zstd or xz stream may ask for: that of
// the highest ordinary levels, zstd -19 and xz -9.
const maxWindow = 64 << 20

func (k kind) compressed() bool { return plain < k && k <= bzip2ed }

var kindNames = [...]string{gzipped: "gzip", zstandard: "zstd", xzed: "xz", bzip2ed: "bzip2"}

// A codec decompresses. Its errors name the offset in the compressed data.
type codec struct {
	kind kind
	from *counter
	z    io.Reader
	warn func(string)
	gzip *gzipReader   // when kind is gzipped
	zstd *zstd.Decoder // when kind is zstandard
}

// decompress reads what is compressed in r. The caller closes it.
func decompress(k kind, r io.Reader, m *meter, warn func(string)) (*codec, error) {
	c := &codec{kind: k, from: &counter{r: r}, warn: warn}
	var err error
	switch k {
	case gzipped:
		c.gzip = newGzip(c.from, warn)
		c.z = c.gzip
	case zstandard:
		c.zstd, err = newZstd(c.from)
		c.z = c.zstd
	case xzed:
		c.z, err = newXz(c.from)
	case bzip2ed:
		c.z = bzip2.NewReader(c.from)
	}
	if err != nil {
		return nil, c.damage(err)
	}
	c.z = m.limited(c.z)
	return c, nil
}

// newZstd reads on the caller's goroutine alone.
func newZstd(r io.Reader) (*zstd.Decoder, error) {
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
}

func (c *codec) Read(p []byte) (int, error) {
	n, err := readSafely(c.z, p)
	switch {
	case err == nil, err == io.EOF:
		return n, err
	case isNoStream(err):
		c.warn("garbage after the compressed data, ignored")
		return n, io.EOF
	}
	return n, c.damage(err)
}

// isNoStream reports whether a decoder says err of data that do not begin as a
// stream. The first one did, by which its kind was told, so that they stand behind
// a whole one. Package xz does not export its error.
func isNoStream(err error) bool {
	return err == bzip2.StructuralError("bad magic value in continuation file") || errors.Is(err, zstd.ErrMagicMismatch) ||
		err.Error() == "xz: invalid header magic bytes"
}

// readSafely reads from a decoder. One that panics, on data that it does not
// foresee, costs these data only.
func readSafely(r io.Reader, p []byte) (n int, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			n, err = 0, fmt.Errorf("the decoder failed: %v", cause)
		}
	}()
	return r.Read(p)
}

func (c *codec) Close() error {
	if c.zstd != nil {
		c.zstd.Close()
	}
	return nil
}

// damage says what an error of the decoder means to the user.
func (c *codec) damage(err error) error {
	offset := c.from.n
	if c.gzip != nil {
		offset = c.gzip.offset()
	}
	switch {
	case errors.Is(err, ErrBomb), errors.Is(err, errGarbage):
		return err
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("truncated: the %s data end at byte %d", kindNames[c.kind], offset)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, errWindow):
		return fmt.Errorf("%w: it asks for a window of more than %d bytes; compress it again at a lower level", ErrTooLarge, maxWindow)
	}
	return fmt.Errorf("%s data damaged near byte %d: %w", kindNames[c.kind], offset, err)
}
