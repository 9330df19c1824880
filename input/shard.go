package input

import (
	"errors"
	"fmt"
	"hash/fnv"
	"iter"
)

// A Share is one of several parts of an input: number Index, from 1, of
// Count. The zero value is all of it.
type Share struct{ Index, Count int }

// ParseShare reads a share as "2/8".
func ParseShare(s string) (Share, error) {
	var sh Share
	var rest string
	n, _ := fmt.Sscanf(s, "%d/%d%s", &sh.Index, &sh.Count, &rest)
	if n != 2 || sh.Index < 1 || sh.Index > sh.Count {
		return Share{}, fmt.Errorf("%q is not I/N with 1 <= I <= N, as 2/8", s)
	}
	return sh, nil
}

// Of yields the documents and errors of docs that belong to the share, which
// their names alone decide: the shares of a folder stay what they are when
// files are added to it.
func (s Share) Of(docs iter.Seq2[Document, error]) iter.Seq2[Document, error] {
	if s.Count < 2 {
		return docs
	}
	return func(yield func(Document, error) bool) {
		for d, err := range docs {
			name := d.Name
			var e *Error
			if errors.As(err, &e) {
				name = e.Name
			}
			if s.has(name) && !yield(d, err) {
				return
			}
		}
	}
}

func (s Share) has(name string) bool {
	h := fnv.New64a()
	h.Write([]byte(name))
	return int(h.Sum64()%uint64(s.Count)) == s.Index-1
}
