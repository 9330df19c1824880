package output

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"
)

// ManifestName is the file in an output folder that says what each file was
// made of: JSON Lines, a Setup first, then an Entry for each document, in the
// order in which they were done. A later entry for the same document replaces
// an earlier one. A last line without a line end was being written when a run
// was killed, and counts for nothing.
const ManifestName = "unscrape-manifest.jsonl"

// Setup is what decides how articles are written. Runs that go on with a
// folder must have the same.
type Setup struct {
	Manifest int    `json:"manifest"` // version of this format, 1
	Format   string `json:"format"`
	Name     string `json:"name"`    // template
	Options  string `json:"options"` // everything else, as it was given
}

// An Entry is what became of one document.
type Entry struct {
	Input   string `json:"input"`          // its name, as the user gave it
	Raw     []byte `json:"raw,omitempty"`  // the bytes of Input when these are no UTF-8, which JSON cannot hold
	Nth     int    `json:"nth,omitempty"`  // of the documents with this name, from 2; 0 for the first
	Part    int    `json:"part,omitempty"` // of a document that is read in parts, from 1
	Size    int64  `json:"size"`
	SHA256  string `json:"sha256,omitempty"` // of the bytes that were parsed
	Tool    string `json:"tool"`             // version of unscrape
	Rules   string `json:"rules"`            // version of the rules; those of the user behind a plus sign each
	Status  string `json:"status"`
	Error   string `json:"error,omitempty"`
	Outputs []File `json:"outputs,omitempty"`
}

// Values of Entry.Status.
const (
	StatusDone      = "done"
	StatusNoArticle = "no article"
	StatusFailed    = "failed"
	statusReplacing = "replacing" // its files are being replaced
	statusDropped   = "dropped"   // a part that the document no longer has
)

// A File is a file in the output folder.
type File struct {
	Path   string `json:"path"` // relative to the folder, with slashes
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// key tells the documents, and the parts of each, apart.
func (e *Entry) key() uint64 {
	if e.Nth == 0 && e.Part == 0 {
		return nameHash(e.Input)
	}
	return nameHash(fmt.Sprintf("%s\x00%d\x00%d", e.Input, e.Nth, e.Part))
}

// sum is what has to be the same for a document to be unchanged: its content and the
// rules of the user.
func (e *Entry) sum() uint64 {
	_, own, _ := strings.Cut(e.Rules, "+")
	return nameHash(e.SHA256 + "\x00" + own)
}

// A manifestLine is a whole line of a manifest and its offset.
type manifestLine struct {
	at   int64
	text []byte
}

// readManifest yields the lines of a manifest that are whole. The first is a
// Setup.
func readManifest(r io.Reader) iter.Seq2[manifestLine, error] {
	return func(yield func(manifestLine, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		var line manifestLine
		for {
			part, err := in.ReadSlice('\n')
			line.text = append(line.text, part...)
			if err == bufio.ErrBufferFull {
				continue
			}
			if err != nil && err != io.EOF {
				yield(line, about(ManifestName, err))
			}
			if err != nil || !yield(line, nil) {
				return
			}
			line.at += int64(len(line.text))
			line.text = line.text[:0]
		}
	}
}

// readSetup reads the first line.
func readSetup(line []byte) (Setup, error) {
	var s Setup
	if err := json.Unmarshal(line, &s); err != nil || s.Manifest == 0 {
		return s, errors.New(ManifestName + " is not a manifest; name another folder")
	}
	if s.Manifest != 1 {
		return s, fmt.Errorf("%s has format %d, which a newer version of unscrape writes", ManifestName, s.Manifest)
	}
	return s, nil
}

// IsManifest reports whether the file at a path, which begins with head, is the manifest
// of an output folder.
func IsManifest(name string, head []byte) bool {
	if path.Base(name) != ManifestName {
		return false
	}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	_, err := readSetup(line)
	return err == nil
}

func readEntry(line []byte) (e Entry, err error) {
	if err := json.Unmarshal(line, &e); err != nil {
		return e, fmt.Errorf("%s is damaged; without it the folder is written anew: %w", ManifestName, err)
	}
	if e.Raw != nil {
		e.Input = string(e.Raw)
	}
	return e, nil
}

// A done is what the index keeps of an entry.
type done struct {
	at      int64  // offset of the line; 0 when there is none
	sum     uint64 // of the Entry; 0, which nothing equals, when the document is not done
	size    int64
	dropped bool
	met     int32 // documents of this name in this run
}

func newDone(e Entry, at int64) done {
	x := done{at: at, size: e.Size, dropped: e.Status == statusDropped}
	if e.Status == StatusDone || e.Status == StatusNoArticle {
		x.sum = e.sum()
	}
	return x
}

// An index finds the last entry of each document. It takes some 50 bytes for
// each.
type index struct {
	setup   Setup
	entries map[uint64]done
	end     int64 // of the last whole line
}

// loadIndex reads the manifest in f.
func loadIndex(f io.Reader) (*index, error) {
	x := &index{entries: map[uint64]done{}}
	for line, err := range readManifest(f) {
		if err != nil {
			return nil, err
		}
		x.end = line.at + int64(len(line.text))
		if line.at == 0 {
			if x.setup, err = readSetup(line.text); err != nil {
				return nil, err
			}
			continue
		}
		e, err := readEntry(line.text)
		if err != nil {
			return nil, err
		}
		x.entries[e.key()] = newDone(e, line.at)
	}
	return x, nil
}

// live yields the last entry of each document, in the order of the file; or,
// when live is false, all the other entries.
func (x *index) live(f io.ReadSeeker, live bool) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			yield(Entry{}, err)
			return
		}
		for line, err := range readManifest(f) {
			if err == nil && line.at == 0 {
				continue
			}
			var e Entry
			if err == nil {
				e, err = readEntry(line.text)
			}
			if err == nil && (x.entries[e.key()].at == line.at) != live {
				continue
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// readEntryAt reads the line at an offset of a manifest of size bytes.
func readEntryAt(f io.ReaderAt, at, size int64) (Entry, error) {
	line, err := bufio.NewReader(io.NewSectionReader(f, at, size-at)).ReadBytes('\n')
	if err != nil {
		return Entry{}, err
	}
	return readEntry(line)
}
