// Package input turns what users name on a command line into documents:
// files, folders, standard input, and what lies compressed or packed in
// them.
//
// Walk yields documents in an order that depends on nothing but the names
// and the contents: paths in the order given, folders sorted bytewise by
// path, members of an archive in the archive's order. One input that cannot
// be read is one *Error; the iteration goes on behind it.
//
// Behind Walk lie three steps. found lists files (folder.go). sniff reads
// the beginning of each, through compression, several files at a time
// (source.go, kind.go). emit makes a document of what is plain and opens what
// is a container, one file of this package for each kind. Large plain files
// and large members of zip archives are left to whoever calls ReadAll, so
// that reading is as parallel as the caller; everything else is read in
// passing. Memory is bounded by the documents in flight.
package input

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"sync/atomic"

	"github.com/bmatcuk/doublestar/v4"
)

// Format says how a document is to be read.
type Format uint8

const (
	Auto  Format = iota // by content
	Text                // plain text; compression and archives are still seen through
	HTML                // HTML or XHTML; likewise
	JSONL               // JSON Lines; only in Options
	WARC                // WARC or WET; only in Options
	CSV                 // CSV or TSV with a header; only in Options
)

// DefaultMaxBytes is the limit for one document when Options states none.
const DefaultMaxBytes = 256 << 20

// Options says what Walk takes and how far it goes. The zero value is the
// default.
type Options struct {
	MaxBytes       int64    // limit for one document, unpacked; 0 means DefaultMaxBytes
	Format         Format   // of all documents; Auto looks at each
	Include        []string // globs; when there are any, files in folders and archives that match none are left out
	Exclude        []string // globs; files and folders in folders and archives that match one are left out
	Hidden         bool     // take files and folders whose names begin with a dot
	FollowSymlinks bool     // within folders; a path named by the user is always followed
	Leave          string   // a folder that is left out within others, as one that is written to; "" for none
	TextField      string   // JSON and CSV: the field that holds the document; "" means the first that it has of text, html, body, content, maintext, full_text, articleBody, else the longest text

	// Whole reports whether a file, by its name and its first bytes, is one document
	// whatever format of records it has; nil means that none is.
	Whole func(name string, head []byte) bool

	// Own reports whether a file, by its path and its first bytes, is one that the caller
	// writes, which is left out of folders and archives; nil means that none is.
	Own func(path string, head []byte) bool

	// Decode makes UTF-8 of a record of JSON or CSV that is not, and names the encoding
	// that it had; nil leaves it.
	Decode func(record []byte) (text []byte, encoding string)

	// Read, when it is not nil, counts the bytes read of the files that
	// Measure measures, roughly: it is there to show progress.
	Read *atomic.Int64
}

// Check reports the first malformed glob.
func (o Options) Check() error {
	for _, g := range slices.Concat(o.Include, o.Exclude) {
		if !doublestar.ValidatePattern(g) {
			return fmt.Errorf("malformed pattern %q: a [ or { must be closed, or have a backslash before it", g)
		}
	}
	return nil
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// Walk yields the documents of paths; "-" stands for stdin, which is read
// only then. An error is an *Error about one input. When it wraps a Skip,
// something in a folder or an archive was left out on purpose; when it wraps
// a Warning, something is odd; in both cases nothing failed. A folder or an
// archive without any document is an error. When ctx is done the sequence
// ends, without an error.
//
// The documents of one Walk may be read concurrently and in any order, also when
// it has ended.
func Walk(ctx context.Context, paths []string, stdin io.Reader, o Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		w := &walk{Options: o, ctx: ctx, stdin: stdin, yield: yield}
		for it := range ahead(ctx, found(paths, o), w.sniff) {
			w.emit(it)
			if w.ended() {
				return
			}
		}
	}
}

// Measure is the number of bytes of the files that Walk would read, as they
// lie on disk; what cannot be seen counts nothing. It ends early when ctx is
// done.
func Measure(ctx context.Context, paths []string, o Options) (bytes int64) {
	for it := range found(paths, o) {
		if ctx.Err() != nil {
			break
		}
		if it.err != nil || it.end || !it.mode.IsRegular() {
			continue
		}
		if info, err := os.Stat(it.name); err == nil {
			bytes += info.Size()
		}
	}
	return bytes
}
