package input

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// An item is a file that is yet to be opened, or news of the search for it.
type item struct {
	name  string
	scope *scope      // the named folder that it lies in; nil for a path named by the user
	mode  fs.FileMode // type bits
	end   bool        // scope has been searched
	err   error
}

// A scope is a folder named by the user, or an archive. The counts are
// written by the consumer of Walk alone.
type scope struct {
	name      string
	outer     *scope // what it lies in, nil when it was named by the user
	documents int
	failed    bool // something in it could not be read
	excluded  bool // something in it was
}

// found yields the files of paths, in order. Nothing but folders is opened.
func found(paths []string, o Options) iter.Seq[item] {
	return func(yield func(item) bool) {
		for _, p := range paths {
			if !find(p, o, yield) {
				return
			}
		}
	}
}

func find(path string, o Options, yield func(item) bool) bool {
	if path == "-" {
		return yield(item{name: path})
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) && strings.Contains(path, "://") {
		err = errAddress
	}
	if err != nil {
		return yield(item{name: path, err: fault(path, "open", err)})
	}
	if info.Mode()&fs.ModeSocket != 0 {
		return yield(item{name: path, err: fault(path, "open", errSocket)})
	}
	if !info.IsDir() {
		return yield(item{name: path, mode: info.Mode().Type()})
	}
	in := &scope{name: path}
	f := finder{Options: o, scope: in, yield: yield}
	return f.folder(path, []fs.FileInfo{info}) && yield(item{name: path, scope: in, end: true})
}

// A finder searches one folder.
type finder struct {
	Options
	scope *scope
	yield func(item) bool
}

// folder yields what lies in path. above is path and the folders that
// contain it, kept only where a symbolic link could lead back to one.
func (f *finder) folder(path string, above []fs.FileInfo) bool {
	entries, err := list(path)
	if err != nil && !f.yield(item{name: path, scope: f.scope, err: fault(path, "list", err)}) {
		return false
	}
	prefix := path
	if !strings.HasSuffix(path, "/") {
		prefix += "/"
	}
	for _, e := range entries {
		if !f.entry(prefix+e.name, e, above) {
			return false
		}
	}
	return true
}

func (f *finder) entry(path string, e entry, above []fs.FileInfo) bool {
	if !f.Hidden && e.name[0] == '.' {
		return f.leave(path, Hidden)
	}
	within := path[len(f.scope.name):]
	if match(f.Exclude, within) {
		return f.leave(path, Excluded)
	}
	if e.mode&fs.ModeSymlink != 0 {
		if !f.FollowSymlinks {
			return f.leave(path, Symlink)
		}
		return f.link(path, e, above)
	}
	switch {
	case e.mode.IsDir() && f.Leave != "" && e.name == filepath.Base(f.Leave) && sameFile(path, f.Leave):
		return f.leave(path, Excluded)
	case e.mode.IsDir():
		if f.FollowSymlinks {
			info, err := os.Stat(path)
			if err != nil {
				return f.yield(item{name: path, scope: f.scope, err: fault(path, "open", err)})
			}
			above = append(above, info)
		}
		return f.folder(path, above)
	case !e.mode.IsRegular():
		return f.leave(path, Special)
	case len(f.Include) > 0 && !match(f.Include, within):
		return f.leave(path, Excluded)
	}
	return f.yield(item{name: path, scope: f.scope, mode: e.mode})
}

func sameFile(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

// link follows a symbolic link, unless it leads to a folder above it.
func (f *finder) link(path string, e entry, above []fs.FileInfo) bool {
	info, err := os.Stat(path)
	if err != nil {
		return f.yield(item{name: path, scope: f.scope, err: fault(path, "open", err)})
	}
	if slices.ContainsFunc(above, func(a fs.FileInfo) bool { return os.SameFile(a, info) }) {
		return f.leave(path, Loop)
	}
	e.mode = info.Mode().Type()
	return f.entry(path, e, above)
}

func (f *finder) leave(path string, why error) bool {
	return f.yield(item{name: path, scope: f.scope, err: fault(path, "skip", why)})
}

// match reports whether a glob matches path, a path within a folder. A glob
// without a slash, other than one at its end, is held against the last element.
func match(globs []string, path string) bool {
	path = strings.TrimLeft(path, "/")
	for _, g := range globs {
		g, p := strings.TrimSuffix(g, "/"), path
		if !strings.Contains(g, "/") {
			p = p[strings.LastIndexByte(p, '/')+1:]
		}
		if doublestar.MatchUnvalidated(strings.TrimPrefix(g, "/"), p) {
			return true
		}
	}
	return false
}

// An entry is less than a fs.DirEntry, so that a million of them in one
// folder take tens of megabytes and not hundreds.
type entry struct {
	name string
	mode fs.FileMode
}

// list returns the entries of a folder, sorted so that the paths of all
// files beneath come out in bytewise order: a folder sorts as its name with
// a slash. With an error come the entries read before it.
func list(path string) ([]entry, error) {
	d, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	var all []entry
	for err == nil {
		var some []fs.DirEntry
		some, err = d.ReadDir(1024)
		for _, e := range some {
			all = append(all, entry{e.Name(), e.Type()})
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return strings.Compare(a.key(), b.key()) })
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return all, err
}

func (e entry) key() string {
	if e.mode.IsDir() {
		return e.name + "/"
	}
	return e.name
}
