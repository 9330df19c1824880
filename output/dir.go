package output

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"unscrape/parser"
)

// tempFolder holds files that are being written, those of each run in a folder
// of their own. A run that was killed may leave some there; the next one that
// has the output folder for itself deletes them.
const tempFolder = ".unscrape-tmp"

// DirOptions say how a Dir is written.
type DirOptions struct {
	Setup  Setup // what decides the files; Setup.Manifest is set by OpenDir
	Resume bool  // leave documents alone that have not changed since they were done
	Tool   string
	Rules  string // as in Entry
}

// A Dir is a folder with a file for each article and a manifest of what each
// was made of.
//
// Stage and Unchanged may be called concurrently. Nth and Commit are called in
// the order of the input, which decides the names, so that they do not depend
// on timing. A file is whole when it has its name: it is written elsewhere and
// then renamed. Nothing is ever written outside the folder, whatever the
// names and whatever symbolic links lie in it. As long as a Dir is open, no
// other can be opened for the same folder, unless the file system has no locks.
type Dir struct {
	root     *os.Root
	options  DirOptions
	template Template
	ext      string
	temp     string       // what is being written, in tempFolder
	serial   atomic.Int64 // of files in temp

	mu    sync.RWMutex // guards index.entries
	index *index

	names    *names
	manifest *os.File
	w        *bufio.Writer
	end      int64  // of the manifest, what is buffered included
	made     string // the folder made last
}

// ErrOtherSetup is wrapped when a folder was made with other options.
var ErrOtherSetup = errors.New("was made with other options")

// OpenDir makes or opens an output folder. It must be closed. The error wraps
// ErrInUse when another Dir is open for it, in this process or in another.
func OpenDir(name string, o DirOptions) (*Dir, error) {
	t, err := ParseTemplate(o.Setup.Name)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(name, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	o.Setup.Manifest = 1
	d := &Dir{root: root, options: o, template: t, ext: "." + o.Setup.Format, names: newNames()}
	if err := d.open(); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func (d *Dir) open() error {
	var err error
	if info, err := d.root.Stat(ManifestName); err == nil && !info.Mode().IsRegular() {
		return about(ManifestName, errIrregular)
	}
	if d.manifest, err = d.root.OpenFile(ManifestName, os.O_RDWR|os.O_CREATE, 0o666); err != nil {
		return about(ManifestName, err)
	}
	if err := d.prepare(); err != nil {
		return err
	}
	if d.index, err = loadIndex(d.manifest); err != nil {
		return err
	}
	d.names.take(ManifestName)
	if err := d.reserve(); err != nil {
		return err
	}
	// What follows the last whole line was being written when a run was killed.
	d.end = d.index.end
	if err := d.manifest.Truncate(d.end); err != nil {
		return err
	}
	if _, err := d.manifest.Seek(d.end, io.SeekStart); err != nil {
		return err
	}
	d.w = bufio.NewWriterSize(d.manifest, 1<<16)
	if d.end == 0 {
		return d.line(d.options.Setup)
	}
	if d.index.setup != d.options.Setup {
		return fmt.Errorf("%w: %s", ErrOtherSetup, d.index.setup.difference(d.options.Setup))
	}
	return nil
}

// prepare makes the folder for what is being written, after what killed runs
// left of theirs has been deleted.
func (d *Dir) prepare() error {
	alone, err := lock(d.manifest)
	if err == nil && alone {
		err = d.root.RemoveAll(tempFolder)
	}
	if err != nil {
		return err
	}
	d.temp = path.Join(tempFolder, strconv.FormatUint(rand.Uint64(), 36))
	return d.root.MkdirAll(d.temp, 0o777)
}

// reserve takes the names that earlier runs gave, and deletes files of
// entries that were replaced by others when a run was killed.
func (d *Dir) reserve() error {
	for e, err := range d.index.live(d.manifest, true) {
		if err != nil {
			return err
		}
		for _, f := range e.Outputs {
			d.names.take(f.Path)
		}
	}
	for e, err := range d.index.live(d.manifest, false) {
		if err != nil {
			return err
		}
		for _, f := range e.Outputs {
			if d.names.isTaken(f.Path) {
				continue
			}
			if err := d.remove(f.Path); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s Setup) difference(t Setup) string {
	switch {
	case s.Format != t.Format:
		return "--output " + s.Format
	case s.Name != t.Name:
		return "--name " + strconv.Quote(s.Name)
	}
	return cmp.Or(s.Options, "none")
}

// line appends a line to the manifest.
func (d *Dir) line(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	n, err := d.w.Write(append(b, '\n'))
	d.end += int64(n)
	return err
}

// Close writes the manifest out. It must be called at the end of every run,
// one that was interrupted too.
func (d *Dir) Close() error {
	var err error
	if d.w != nil {
		err = d.w.Flush()
	}
	if d.temp != "" {
		err = errors.Join(err, d.root.RemoveAll(d.temp))
		d.root.Remove(tempFolder) // in vain while another run has files there
	}
	if d.manifest != nil { // last of all, because it is locked
		err = errors.Join(err, d.manifest.Close())
	}
	return errors.Join(err, d.root.Close())
}

// Digest is the SHA-256 of content as the manifest writes it.
func Digest(content []byte) string {
	return fmt.Sprintf("%x", sha256.Sum256(content))
}

// Nth counts the documents of one name, in the order of the input: it is 0 for the
// first in this run, then 2, 3 and so on.
func (d *Dir) Nth(input string) int {
	first := Entry{Input: input}
	d.mu.Lock()
	defer d.mu.Unlock()
	x := d.index.entries[first.key()]
	x.met++
	d.index.entries[first.key()] = x
	if x.met == 1 {
		return 0
	}
	return int(x.met)
}

// Unchanged reports whether an earlier run did the document of e with the same content
// and the same rules of the user, and its files are as that run wrote them, so that it
// is to be left alone.
func (d *Dir) Unchanged(e Entry) bool {
	if !d.options.Resume {
		return false
	}
	e.Rules = d.options.Rules
	d.mu.RLock()
	x := d.index.entries[e.key()]
	d.mu.RUnlock()
	if x.sum != e.sum() || x.size != e.Size || x.at >= d.index.end {
		return false
	}
	made, err := readEntryAt(d.manifest, x.at, d.index.end)
	return err == nil && !slices.ContainsFunc(made.Outputs, func(f File) bool { return compare(d.root, f) != "" })
}

// A Staged is the file of an article without its name yet.
type Staged struct {
	temp string
	path string // as the template wants it
	file File
}

// Stage writes content, the article as it is to stand in its file, under a
// temporary name. source is the path of its document.
func (d *Dir) Stage(a *parser.Article, source string, content []byte) (Staged, error) {
	s := Staged{
		temp: path.Join(d.temp, strconv.FormatInt(d.serial.Add(1), 10)),
		path: d.template.Path(a, source),
		file: File{Size: int64(len(content)), SHA256: Digest(content)},
	}
	return s, d.root.WriteFile(s.temp, content, 0o666)
}

// Commit gives the files of a document their names and enters it into the
// manifest. The fields Tool, Rules and Outputs of e are set here. Files that
// an earlier run made of the document, and this one did not, are deleted.
func (d *Dir) Commit(e Entry, staged []Staged) error {
	old, err := d.earlier(e)
	if err != nil {
		return err
	}
	for _, f := range old {
		d.names.release(f.Path)
	}
	e.Tool, e.Rules, e.Outputs = d.options.Tool, d.options.Rules, nil
	for _, s := range staged {
		s.file.Path = d.names.claim(s.path, d.ext)
		e.Outputs = append(e.Outputs, s.file)
	}
	if len(old) > 0 && !slices.Equal(old, e.Outputs) {
		// Killed between here and the end, the next run must do it again.
		between := e
		between.Status, between.Outputs = statusReplacing, old
		if err := d.enter(between); err != nil {
			return err
		}
		if err := d.w.Flush(); err != nil {
			return err
		}
	}
	for i, s := range staged {
		if err := d.rename(s.temp, e.Outputs[i].Path); err != nil {
			return err
		}
	}
	if err := d.enter(e); err != nil {
		return err
	}
	return d.discard(old, e.Outputs)
}

// Fail enters a document that could not be read, of which e says nothing but which one
// it is. What an earlier run made of it stays.
func (d *Dir) Fail(e Entry, reason error) error {
	e.Tool, e.Rules, e.Status, e.Error = d.options.Tool, d.options.Rules, StatusFailed, reason.Error()
	var err error
	if e.Outputs, err = d.earlier(e); err != nil {
		return err
	}
	return d.enter(e)
}

// Trim deletes what an earlier run made of parts that the document of e no longer has.
// parts is how many it has now, 0 when it was not read in parts.
func (d *Dir) Trim(e Entry, parts int) error {
	e = Entry{Input: e.Input, Nth: e.Nth, Status: statusDropped}
	if parts > 0 {
		if err := d.drop(e); err != nil {
			return err
		}
	}
	for e.Part = parts + 1; d.has(e); e.Part++ {
		if err := d.drop(e); err != nil {
			return err
		}
	}
	return nil
}

func (d *Dir) has(e Entry) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	x := d.index.entries[e.key()]
	return x.at > 0 && !x.dropped
}

// drop deletes the files of a part of a document.
func (d *Dir) drop(e Entry) error {
	if !d.has(e) {
		return nil
	}
	old, err := d.earlier(e)
	if err != nil {
		return err
	}
	for _, f := range old {
		d.names.release(f.Path)
	}
	if err := d.enter(e); err != nil {
		return err
	}
	return d.discard(old, nil)
}

// enter appends an entry to the manifest and its index.
func (d *Dir) enter(e Entry) error {
	if e.Raw = nil; !utf8.ValidString(e.Input) {
		e.Raw = []byte(e.Input)
	}
	x := newDone(e, d.end)
	if err := d.line(e); err != nil {
		return err
	}
	d.mu.Lock()
	x.met = d.index.entries[e.key()].met
	d.index.entries[e.key()] = x
	d.mu.Unlock()
	return nil
}

// earlier returns the files that the document of e has now.
func (d *Dir) earlier(e Entry) ([]File, error) {
	d.mu.RLock()
	x := d.index.entries[e.key()]
	d.mu.RUnlock()
	if x.at == 0 {
		return nil, nil
	}
	if err := d.w.Flush(); err != nil {
		return nil, err
	}
	old, err := readEntryAt(d.manifest, x.at, d.end)
	return old.Outputs, err
}
