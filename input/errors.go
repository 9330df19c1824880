package input

import (
	"errors"
	"fmt"
	"io/fs"
)

// An Error is about one input, or one part of it.
type Error struct {
	Name string // of the input, as the user gave it
	Op   string // what failed: "open", "read", "list", "skip", "unpack"
	Err  error
}

func (e *Error) Error() string { return e.Name + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// A Skip is the reason why something in a folder or an archive is not taken
// as a document. It is no failure.
type Skip string

const (
	Hidden   Skip = "hidden, skipped"
	Excluded Skip = "excluded by a pattern, skipped"
	Symlink  Skip = "symbolic link, not followed"
	Loop     Skip = "symbolic link to a folder that contains it, not followed"
	Special  Skip = "neither a file nor a folder, skipped"
	Binary   Skip = "not text, skipped"
)

func (s Skip) Error() string { return string(s) }

var (
	// ErrEmpty is the error of a folder or an archive without any document.
	ErrEmpty = errors.New("no documents in it")
	// ErrTooLarge is wrapped when a document exceeds Options.MaxBytes.
	ErrTooLarge = errors.New("too large")
)

func tooLarge(limit int64) error {
	return fmt.Errorf("%w: more than %d bytes; --max-bytes sets the limit", ErrTooLarge, limit)
}

// fault makes an *Error; the path that package os puts into its errors is
// dropped, because the name says it already.
func fault(name, op string, err error) *Error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{name, op, err}
}
