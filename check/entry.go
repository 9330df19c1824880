package check

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

// An entry is what is kept of an article until all have been seen: under 200
// bytes with the name of its file. Hashes are zero when there is nothing to
// hash.
type entry struct {
	file                string
	id, title, body     uint64
	sketch              uint64 // valid when size >= minSketched
	first, last         uint64 // passages of the body that may be boilerplate
	published           int64  // seconds; the largest number when unknown
	size, length        uint32 // of the body, in bytes and in code points
	folder              uint32
	line                uint32
	firstLine, lastLine uint32
	facts               facts
}

// facts are what the summary counts.
type facts uint8

const (
	hasBody facts = 1 << iota
	hasTimestamp
	hasTitle
	hasID
	hasAuthors
	hasClock // the timestamp has a time of day
	hasZone  // and a zone that the text states
)

// A found is an article on its way into the corpus.
type found struct {
	entry
	folder string
	rules  []*Rule // that fired, each once
}

// shared is the length in bytes up to which a passage may be one that several
// articles share.
const shared = 240

func newFound(s *subject, findings []Finding) found {
	f := found{folder: folderOf(s), entry: entry{
		file:      s.file,
		line:      uint32(s.line),
		id:        hash(s.ID),
		title:     hash(strings.ToLower(s.Title)),
		body:      hash(s.Body),
		size:      uint32(len(s.Body)),
		length:    uint32(len(s.Body)),
		published: seconds(s.Timestamp),
		facts:     factsOf(s.Article),
	}}
	if start := s.start(); s.text != nil && start != parser.Unknown {
		line, _ := s.text.at(start.Start)
		f.line = uint32(line)
	}
	if s.bytes.foreign() {
		f.length = uint32(utf8.RuneCountInString(s.Body))
	}
	if len(s.Body) >= minSketched {
		f.sketch = sketch(s.Body)
	}
	f.ends(s)
	for i := range findings {
		if r := findings[i].Rule; !slices.Contains(f.rules, r) {
			f.rules = append(f.rules, r)
		}
	}
	return f
}

// ends remembers the first and the last passage of a body of several.
func (f *found) ends(s *subject) {
	parts := s.body()
	if len(parts) < 3 {
		return
	}
	line := func(p passage) uint32 {
		if s.text == nil || p.span == parser.Unknown {
			return f.line
		}
		n, _ := s.text.at(p.span.Start)
		return uint32(n)
	}
	if p := parts[0]; len(p.text) <= shared {
		f.first, f.firstLine = hash(p.text), line(p)
	}
	if p := parts[len(parts)-1]; len(p.text) <= shared {
		f.last, f.lastLine = hash(p.text), line(p)
	}
}

// folderOf is the folder that the summary counts an article in: that of its
// file, or of the input that a record names as its source.
func folderOf(s *subject) string {
	name := s.file
	if s.text == nil && s.Source != "" {
		name = s.Source
	}
	return path.Dir(strings.ReplaceAll(local(name), "!", "!/"))
}

func hash(s string) uint64 {
	if s == "" {
		return 0
	}
	return xxhash.Sum64String(s)
}

func seconds(t timestamp.Timestamp) int64 {
	if t.IsZero() {
		return 1<<63 - 1
	}
	return t.Time.Unix()
}

func factsOf(a *parser.Article) (f facts) {
	set := func(bit facts, on bool) {
		if on {
			f |= bit
		}
	}
	set(hasBody, a.Body != "")
	set(hasTimestamp, !a.Timestamp.IsZero())
	set(hasTitle, a.Title != "")
	set(hasID, a.ID != "")
	set(hasAuthors, len(a.Authors) > 0)
	set(hasClock, a.Timestamp.Precision >= timestamp.Minute)
	set(hasZone, a.Timestamp.Precision >= timestamp.Minute && a.Timestamp.Zone == timestamp.Stated)
	return f
}
