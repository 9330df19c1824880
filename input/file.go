package input

import (
	"fmt"
	"io"
	"os"
)

// openFile opens a regular file so that its end is an error when it comes
// before the size that the file had when it was opened.
func openFile(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	return &file{f, 0, info.Size()}, nil
}

// A file hides every method of its os.File but these two: io.Copy would use
// others and miss the end that came too early.
type file struct {
	f          *os.File
	read, size int64
}

func (f *file) Close() error { return f.f.Close() }

func (f *file) Read(p []byte) (int, error) {
	n, err := f.f.Read(p)
	f.read += int64(n)
	if err == io.EOF && f.read < f.size {
		err = fmt.Errorf("shrank while it was read: %d of %d bytes", f.read, f.size)
	}
	return n, err
}

// both reads from one thing and closes others.
type both struct {
	io.Reader
	under []any
}

// Close closes what can be closed.
func (b both) Close() error {
	var first error
	for _, u := range b.under {
		if c, ok := u.(io.Closer); ok {
			if err := c.Close(); err != nil && first == nil {
				first = err
			}
		}
	}
	return first
}
