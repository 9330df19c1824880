package input

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// An archive is a tar or zip file whose members are being listed.
type archive struct {
	*scope
	source *source
	taken  bool // Include holds for the archive, not for its members
}

// open opens what s holds, which the caller closes. It is false, and the fault is
// told, when that fails.
func (w *walk) open(s *source) (io.ReadCloser, bool) {
	r, err := s.content(s.warn)
	if err != nil {
		w.fail(s.scope, fault(s.name, "open", err))
	}
	return r, err == nil
}

// enter begins to list what s contains. It is false when s lies too deep.
func (w *walk) enter(s *source) (archive, bool) {
	if s.nested == maxNested {
		w.fail(s.scope, fault(s.name, "unpack", fmt.Errorf("%w: archives in archives in archives are not unpacked", ErrDepth)))
		return archive{}, false
	}
	return archive{&scope{name: s.name, outer: s.scope}, s, s.scope != nil}, true
}

// leave reports what was odd about the archive as a whole.
func (w *walk) leave(a archive) {
	for _, text := range a.source.warnings {
		w.fail(a.outer, fault(a.name, "read", Warning(text)))
	}
	w.close(a.scope)
}

// member is the source of a file in the archive, whose beginning is yet to
// be read. The path is kept as the archive writes it, ".." included: it is a
// name, not a place.
func (a archive) member(path string, size int64) source {
	path = strings.TrimPrefix(path, "./")
	return source{name: a.name + "!" + path, path: a.source.path + "/" + path, scope: a.scope, nested: a.source.nested + 1, meter: a.source.meter, size: size}
}

// record is a document with the given number in a file of records.
func (w *walk) record(a archive, number int) Document {
	n := strconv.Itoa(number)
	return Document{Name: a.name + "!" + n, path: a.source.path + "/" + n, limit: w.maxBytes(), Encoding: utf16Name(a.source.head), contained: true, guarded: true}
}

// left is why the member at path is left out, nil when it is not.
func (w *walk) left(a archive, path string) error {
	switch {
	case !w.Hidden && hiddenWithin(path):
		return Hidden
	case matchWithin(w.Exclude, path), len(w.Include) > 0 && !a.taken && !match(w.Include, path):
		return Excluded
	}
	return nil
}

// hiddenWithin reports whether an element of path begins with a dot.
func hiddenWithin(path string) bool {
	for e := range strings.SplitSeq(path, "/") {
		if strings.HasPrefix(e, ".") && e != "." && e != ".." {
			return true
		}
	}
	return false
}

// matchWithin reports whether a glob matches path or a folder above it.
func matchWithin(globs []string, path string) bool {
	if len(globs) == 0 {
		return false
	}
	path = strings.TrimPrefix(path, "./")
	for i, c := range path {
		if c == '/' && match(globs, path[:i]) {
			return true
		}
	}
	return match(globs, path)
}
