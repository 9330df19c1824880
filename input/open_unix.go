//go:build unix

package input

import (
	"io"
	"os"
	"syscall"
)

// A descriptor is a regular file. It is read by plain system calls: an os.File
// asks the poller first whether it will watch the file, which it never does,
// and that takes longer than to read a small one.
type descriptor struct {
	fd   int
	name string
}

// openRegular opens a regular file for reading. Its errors are those of os.
func openRegular(name string) (io.ReadCloser, error) {
	fd, err := again(func() (int, error) { return syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0) })
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return &descriptor{fd, name}, nil
}

func (d *descriptor) Read(p []byte) (int, error) {
	n, err := again(func() (int, error) { return syscall.Read(d.fd, p) })
	switch {
	case err != nil:
		return 0, &os.PathError{Op: "read", Path: d.name, Err: err}
	case n == 0 && len(p) > 0:
		return 0, io.EOF
	}
	return n, nil
}

func (d *descriptor) Close() error { return syscall.Close(d.fd) }

// again repeats a system call that a signal interrupted.
func again(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if err != syscall.EINTR {
			return n, err
		}
	}
}
