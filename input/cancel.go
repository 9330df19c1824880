package input

import (
	"context"
	"io"
	"os"
)

// A cancelable reads from something that may block for ever, a pipe or a
// terminal, and stops waiting for it when ctx is done.
type cancelable struct {
	ctx   context.Context
	r     io.Reader
	buf   [64 << 10]byte
	ready []byte // part of buf that has been read
	err   error
}

func (c *cancelable) Read(p []byte) (int, error) {
	if len(c.ready) == 0 && c.err == nil {
		c.fill()
	}
	if len(c.ready) == 0 {
		return 0, c.err
	}
	n := copy(p, c.ready)
	c.ready = c.ready[n:]
	return n, nil
}

// fill reads into buf, unless ctx is done before; then buf is not touched
// again.
func (c *cancelable) fill() {
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	go func() {
		n, err := c.r.Read(c.buf[:])
		done <- result{n, err}
	}()
	select {
	case got := <-done:
		c.ready, c.err = c.buf[:got.n], got.err
	case <-c.ctx.Done():
		c.err = errInterrupted
	}
}

// A special file, such as a named pipe, is opened when it is first read: that may
// take until somebody writes to it.
type special struct {
	name string
	file *os.File // nil until then
}

func (s *special) Read(p []byte) (n int, err error) {
	if s.file == nil {
		if s.file, err = os.Open(s.name); err != nil {
			return 0, err
		}
	}
	return s.file.Read(p)
}
