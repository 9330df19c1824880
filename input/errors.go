package input

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// An Error is about one input, or one part of it.
type Error struct {
	Name string // of the input, as the user gave it
	Op   string // what failed: "open", "read", "list", "skip", "unpack"
	Err  error
}

func (e *Error) Error() string { return cmp.Or(e.Name, `""`) + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// A Skip is the reason why something in a folder or an archive is not taken
// as a document. It is no failure and worth no more than a count.
type Skip string

const (
	Hidden   Skip = "hidden, skipped"
	Excluded Skip = "excluded by a pattern, skipped"
	Symlink  Skip = "link, not followed"
	Binary   Skip = "not text, skipped"
)

func (s Skip) Error() string { return string(s) }

// A Warning is something odd that did no harm and that users want to know.
type Warning string

const (
	Loop    Warning = "symbolic link to a folder that contains it, not followed"
	Special Warning = "neither a file nor a folder, skipped"
)

func (w Warning) Error() string { return string(w) }

// Errors that an *Error may wrap.
var (
	ErrEmpty       = errors.New("no documents in it")
	ErrTooLarge    = errors.New("too large")          // a document beyond Options.MaxBytes
	ErrBomb        = errors.New("decompression bomb") // data that unpack to absurdly more than they are
	ErrDepth       = errors.New("nested too deep")    // an archive in an archive in an archive
	ErrUnsupported = errors.New("cannot be read")     // a kind of archive that has no reader
	errCutShort    = errors.New("cut short")
	errSocket      = errors.New("a socket, which cannot be read")
	errAddress     = errors.New("an address, not a file; fetch it, as curl -s ADDRESS | unscrape does")
	errInterrupted = errors.New("interrupted")
	errStdinTwice  = errors.New("standard input can be read only once")
)

func tooLarge(limit int64) error {
	return fmt.Errorf("%w: more than %d bytes; --max-bytes sets the limit", ErrTooLarge, limit)
}

// fault makes an *Error; the path that package os puts into its errors is
// dropped, because the name says it already.
func fault(name, op string, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	if err == io.ErrUnexpectedEOF {
		err = errCutShort
	}
	return &Error{name, op, err}
}
