package input

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
)

// maxPath is longer than any system's longest path.
const maxPath = 1 << 16

var errNotNUL = errors.New("the names in the list of files must end in NUL, not in a newline, as find -print0 writes them")

// FilesFrom yields the names in r, each ended by a NUL (the last may lack
// it), as find -print0 writes them. It ends after the first error.
func FilesFrom(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		s := bufio.NewScanner(r)
		s.Buffer(nil, maxPath)
		s.Split(splitNUL)
		for s.Scan() {
			if len(s.Bytes()) == 0 {
				yield("", errors.New("empty name in the list of files"))
				return
			}
			if !yield(s.Text(), nil) {
				return
			}
		}
		err := s.Err()
		if errors.Is(err, bufio.ErrTooLong) {
			err = errNotNUL
		}
		if err != nil {
			yield("", err)
		}
	}
}

func splitNUL(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	switch {
	case !atEOF || len(data) == 0:
		return 0, nil, nil
	case data[len(data)-1] == '\n':
		return 0, nil, errNotNUL
	}
	return len(data), data, nil
}
