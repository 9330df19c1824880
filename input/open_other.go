//go:build !unix

package input

import (
	"io"
	"os"
)

// openRegular opens a regular file for reading.
func openRegular(name string) (io.ReadCloser, error) { return os.Open(name) }
