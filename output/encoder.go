// Package output writes articles as JSON, JSON Lines and YAML.
//
// An Encoder turns one article into bytes and keeps no state, so that several
// goroutines can share it; whoever puts the articles in order writes its
// Frame around them. Key order is fixed, HTML is not escaped, and strings read
// back exactly; identifiers and timestamps are always strings.
package output

import (
	"encoding/json"
	"slices"

	"unscrape/check"
	"unscrape/parser"
	"unscrape/parser/timestamp"
)

// Options say what of an article is written. The zero value writes the whole
// record without _meta.
type Options struct {
	Single bool     // for JSON: one object instead of an array
	Fields []string // names of the record's fields to write; nil means all that are present
	Meta   bool     // add _meta: how the article was read
}

// A Field is a value that the input carried beside the article and that is
// passed through, as in JSON Lines.
type Field struct {
	Name string
	Raw  json.RawMessage // valid JSON
}

const (
	fieldID = iota
	fieldTimestamp
	fieldTitle
	fieldBody
	fieldAuthors
	fieldModified
	fieldURL
	fieldLanguage
	fieldSource
)

var fieldNames = []string{"id", "timestamp", "title", "body", "authors", "modified", "url", "language", "source"}

// metaName is the key of what is said about the record.
const metaName = "_meta"

// FieldNames are the names of the record's fields, in order.
func FieldNames() []string { return slices.Clone(fieldNames) }

// An Encoder writes articles in one format. It is immutable.
type Encoder struct {
	style  *style
	fields []int // in the order of the record
	extra  bool  // pass further fields through
	meta   bool
}

// NewEncoder returns an encoder for the format. It fails when an option names
// a field that the record does not have; the error names the nearest one.
func NewEncoder(f Format, o Options) (*Encoder, error) {
	e := &Encoder{style: f.style(o.Single), extra: o.Fields == nil, meta: o.Meta}
	for _, name := range o.Fields {
		if !slices.Contains(fieldNames, name) {
			return nil, check.Unknown("field", name, fieldNames)
		}
	}
	for i, name := range fieldNames {
		if o.Fields == nil || slices.Contains(o.Fields, name) {
			e.fields = append(e.fields, i)
		}
	}
	return e, nil
}

// Frame is what to write around and between the articles of a stream.
func (e *Encoder) Frame() Frame { return e.style.frame }

// Append appends the article to dst, without a line end. Further fields, no two
// of one name, come after those of the record, unless Options.Fields chose
// among these. One that has the name of a field of the record, and another
// value, gets underscores before its name.
func (e *Encoder) Append(dst []byte, a *parser.Article, extra []Field) []byte {
	w := writer{dst: dst, style: e.style}
	start := len(dst)
	w.open(&w.record)
	for _, f := range e.fields {
		w.field(f, a)
	}
	if e.extra {
		w.extra(a, extra)
	}
	if e.meta {
		w.metadata(a)
	}
	if !w.more {
		return append(w.dst[:start], "{}"...)
	}
	w.close(&w.record)
	return w.dst
}

// A writer appends one record. more is whether the innermost object that is
// open has a member already.
type writer struct {
	*style
	dst  []byte
	more bool
}

func (w *writer) open(b *braces) {
	w.dst = append(w.dst, b.open...)
	w.more = false
}

func (w *writer) close(b *braces) {
	w.dst = append(w.dst, b.close...)
	w.more = true
}

// next begins a further member.
func (w *writer) next(b *braces) {
	if w.more {
		w.dst = append(w.dst, b.next...)
	} else {
		w.dst = append(w.dst, b.first...)
	}
	w.more = true
}

// member begins a member with a name of ours.
func (w *writer) member(b *braces, name string) {
	w.next(b)
	w.dst = append(w.dst, w.keyQuote...)
	w.dst = append(w.dst, name...)
	w.dst = append(w.dst, w.keyQuote...)
	w.dst = append(w.dst, w.colon...)
}

func (w *writer) string(s string) { w.dst = appendQuoted(w.dst, s, w.special) }

func (w *writer) null() { w.dst = append(w.dst, "null"...) }

func (w *writer) stringOrNull(s string) {
	if s == "" {
		w.null()
		return
	}
	w.string(s)
}

func (w *writer) timestamp(t timestamp.Timestamp) {
	w.dst = append(w.dst, '"')
	w.dst = append(t.Append(w.dst), '"')
}

func (w *writer) field(f int, a *parser.Article) {
	switch f {
	case fieldID:
		w.member(&w.record, "id")
		w.stringOrNull(a.ID)
	case fieldTimestamp:
		w.member(&w.record, "timestamp")
		if a.Timestamp.IsZero() {
			w.null()
		} else {
			w.timestamp(a.Timestamp)
		}
	case fieldTitle:
		w.member(&w.record, "title")
		w.stringOrNull(a.Title)
	case fieldBody:
		w.member(&w.record, "body")
		w.body(a.Body)
	case fieldAuthors:
		w.authors(a.Authors)
	case fieldModified:
		if !a.Modified.IsZero() {
			w.member(&w.record, "modified")
			w.timestamp(a.Modified)
		}
	case fieldURL:
		w.optional("url", a.URL)
	case fieldLanguage:
		w.optional("language", a.Language)
	case fieldSource:
		w.optional("source", a.Source)
	}
}

func (w *writer) body(s string) {
	if w.literal {
		if dst, ok := appendLiteral(w.dst, s); ok {
			w.dst = dst
			return
		}
	}
	w.string(s)
}

func (w *writer) authors(names []string) {
	if len(names) == 0 {
		return
	}
	w.member(&w.record, "authors")
	w.dst = append(w.dst, '[')
	for i, name := range names {
		if i > 0 {
			w.dst = append(w.dst, w.flow.next...)
		}
		w.string(name)
	}
	w.dst = append(w.dst, ']')
}

func (w *writer) optional(name, value string) {
	if value != "" {
		w.member(&w.record, name)
		w.string(value)
	}
}

// longKey is where YAML wants a key announced: it takes at most 1024
// characters before the colon, escapes included.
const longKey = 100

// key writes a name that is not ours.
func (w *writer) key(name string) {
	if w.literal && len(name) > longKey {
		w.dst = append(w.dst, "? "...)
		w.string(name)
		w.dst = append(w.dst, "\n: "...)
		return
	}
	w.string(name)
	w.dst = append(w.dst, w.colon...)
}
