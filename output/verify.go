package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
)

// A Fault is something in an output folder that is not as the manifest says.
type Fault struct {
	Path    string // of the file, relative to the folder
	Input   string // what it was made of; "" when the manifest does not know the file
	Problem string
}

// A ManifestReader reads the manifest of a folder that nothing is written to.
type ManifestReader struct {
	root  *os.Root
	file  *os.File
	index *index
}

// OpenManifest opens the manifest of an output folder. It must be closed.
func OpenManifest(name string) (*ManifestReader, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	m := &ManifestReader{root: root}
	m.file, err = openRegular(root, ManifestName)
	if err == nil {
		m.index, err = loadIndex(m.file)
	} else if errors.Is(err, fs.ErrNotExist) {
		err = errors.New("no " + ManifestName + " in it, which --out-dir writes")
	}
	if err != nil {
		m.Close()
		return nil, err
	}
	return m, nil
}

// Close closes the manifest.
func (m *ManifestReader) Close() error {
	if m.file != nil {
		m.file.Close()
	}
	return m.root.Close()
}

// Entries yields what became of each document, in the order in which they
// were done.
func (m *ManifestReader) Entries() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range m.index.live(m.file, true) {
			if e.Status != statusDropped && !yield(e, err) {
				return
			}
		}
	}
}

// Stale yields the entries that another version of the tool or of the rules
// made. Rules of users count when rules has any.
func (m *ManifestReader) Stale(tool, rules string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range m.Entries() {
			made := e.Rules
			if !strings.Contains(rules, "+") {
				made, _, _ = strings.Cut(made, "+")
			}
			if err == nil && e.Tool == tool && made == rules {
				continue
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// Verify reads all files of the folder and yields those that are missing,
// different, or unknown to the manifest.
func (m *ManifestReader) Verify() iter.Seq2[Fault, error] {
	return func(yield func(Fault, error) bool) {
		known := newNames()
		known.take(ManifestName)
		for e, err := range m.Entries() {
			if err != nil {
				yield(Fault{}, err)
				return
			}
			if e.Status == statusReplacing && !yield(Fault{Path: ManifestName, Input: e.Input, Problem: "was being replaced when a run was killed; --resume does it again"}, nil) {
				return
			}
			for _, f := range e.Outputs {
				known.take(f.Path)
				if problem := compare(m.root, f); problem != "" && !yield(Fault{f.Path, e.Input, problem}, nil) {
					return
				}
			}
		}
		m.unknown(known, yield)
	}
}

// compare says what is wrong with a file in an output folder, "" when nothing is.
func compare(root *os.Root, f File) string {
	r, err := openRegular(root, f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "missing"
	case errors.Is(err, errIrregular):
		return errIrregular.Error()
	case err != nil:
		return bare(err).Error()
	}
	defer r.Close()
	if info, err := r.Stat(); err == nil && info.Size() != f.Size {
		return fmt.Sprintf("has %d bytes, not %d", info.Size(), f.Size)
	}
	h := sha256.New()
	_, err = io.Copy(h, r)
	switch {
	case err != nil:
		return bare(err).Error()
	case fmt.Sprintf("%x", h.Sum(nil)) != f.SHA256:
		return "has other content"
	}
	return ""
}

// unknown yields the files that the manifest does not know.
func (m *ManifestReader) unknown(known *names, yield func(Fault, error) bool) {
	var walk func(folder string) bool
	walk = func(folder string) bool {
		entries, err := fs.ReadDir(m.root.FS(), folder)
		if err != nil {
			return yield(Fault{}, err)
		}
		for _, e := range entries {
			name := e.Name()
			if folder != "." {
				name = folder + "/" + name
			}
			more := true
			switch {
			case e.IsDir() && name != tempFolder:
				more = walk(name)
			case !e.IsDir() && !known.isTaken(name):
				more = yield(Fault{Path: name, Problem: "not in the manifest"}, nil)
			}
			if !more {
				return false
			}
		}
		return true
	}
	walk(".")
}
