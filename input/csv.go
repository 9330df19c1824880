package input

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A table in CSV or TSV (RFC 4180, with any of the usual separators) has a header that
// names its columns. Each row below is a record like a line of JSON Lines.

// separators are what may stand between the columns of a table.
const separators = ",;\t|"

// Bounds of a header that names columns, in bytes.
const (
	maxHeader = 4 << 10
	maxColumn = 40
)

// separator is what parts the columns of the table that head begins; 0 when it begins
// none. A table that the user has not called one has a header of names, one of them
// that of a text; or, as in other languages, a long text below it, in quotation marks or
// between tabs, and rows of as many columns.
func (o *Options) separator(head []byte) rune {
	text := utf8Head(head)
	header, _, below := bytes.Cut(text[:min(len(text), maxHeader)], []byte("\n"))
	if !below && o.Format != CSV {
		return 0
	}
	for _, sep := range separators {
		if mayName(header, byte(sep)) && o.isTable(text, sep, len(head) <= sniffLen) {
			return sep
		}
	}
	if o.Format != CSV {
		return 0
	}
	often := func(a, b rune) int {
		return bytes.Count(header, []byte(string(a))) - bytes.Count(header, []byte(string(b)))
	}
	return slices.MaxFunc([]rune(separators), often)
}

// mayName reports whether sep parts header into what is short enough for names.
func mayName(header []byte, sep byte) bool {
	for at := 0; ; {
		n := bytes.IndexByte(header[at:], sep)
		if n < 0 {
			return at > 0 && len(header)-at <= maxColumn+len("\"\"\r")
		}
		if n > maxColumn+len(`""`) {
			return false
		}
		at += n + 1
	}
}

// isTable reports whether text begins as a table with that separator. Unless it is
// whole, its last row may be cut. A column without the name of a text has one in most
// rows.
func (o *Options) isTable(text []byte, sep rune, whole bool) bool {
	in := newTable(bytes.NewReader(text), sep)
	columns, err := in.Read()
	if err != nil || !areNames(columns) {
		return false
	}
	known := slices.ContainsFunc(columns, o.isTextField)
	if !known && o.TextField != "" {
		return false
	}
	names, rows, odd := len(columns), 0, 0
	long := make([]int, len(columns)) // rows with a long text, by the column that has it
	for {
		start := in.InputOffset()
		row, err := in.Read()
		if err != nil || !whole && in.InputOffset() == int64(len(text)) {
			break
		}
		rows++
		if len(row) != names {
			odd++
		}
		if !known && o.isTextField(row[0]) {
			return false // the names stand below one another, each before its value
		}
		quoted := bytes.IndexByte(text[start:in.InputOffset()], '"') >= 0
		if i := slices.IndexFunc(row, isLong); i >= 0 && i < names && (quoted || sep == '\t') {
			long[i]++
		}
	}
	if known {
		return odd <= rows/4 && (rows > 0 || !whole)
	}
	most := slices.Max(long)
	return odd == 0 && most*2 > rows && (most > 1 || sep != '\t')
}

// areNames reports whether the columns of a header have names, two at least: short,
// different, and each with a letter, but for a first one that counts the rows.
func areNames(columns []string) bool {
	if columns[0] == "" {
		columns = columns[1:]
	}
	for i, name := range columns {
		switch {
		case len(name) > maxColumn, !strings.ContainsFunc(name, unicode.IsLetter), strings.Count(name, " ") > 3,
			strings.ContainsAny(name, ".!?<>{}"), slices.Contains(columns[:i], name):
			return false
		}
	}
	return len(columns) > 1
}

// isTextField reports whether a column of that name holds the text.
func (o *Options) isTextField(name string) bool {
	return slices.ContainsFunc(o.textFields(), func(field string) bool { return strings.EqualFold(field, name) })
}

// emitTable yields the rows of a table: one document for each.
func (w *walk) emitTable(s *source) {
	r, ok := w.open(s)
	if !ok {
		return
	}
	defer r.Close()
	a := archive{&scope{name: s.name, outer: s.scope}, s, true}
	t := newTableReader(r, w.separator(s.head), w.maxBytes())
	columns, err := t.header()
	if err != nil && err != io.EOF {
		w.fail(a.scope, fault(s.name, "unpack", err))
	}
	for n := 1; err == nil && !w.ended(); n++ {
		var row []string
		var damage error
		d := w.record(a, n)
		if row, damage, err = t.next(); err == io.EOF {
			break
		}
		if err != nil {
			w.fail(a.scope, fault(d.Name, "unpack", err))
			break
		}
		if damage != nil {
			d.Damage = fault(d.Name, "read", damage)
		}
		if len(row) != len(columns) {
			d.warn(fmt.Sprintf("has %d columns, the header %d", len(row), len(columns)))
		}
		d.data = objectOf(columns, row)
		d.size, d.decode = int64(len(d.data)), w.decodeJSON
		w.put(a.scope, d)
	}
	w.leave(a)
}

// objectOf is a row as a JSON object. Columns without a name have their number.
func objectOf(columns, row []string) []byte {
	object := []byte{'{'}
	for i, value := range row {
		name := strconv.Itoa(i + 1)
		if i < len(columns) && columns[i] != "" {
			name = columns[i]
		}
		if i > 0 {
			object = append(object, ',')
		}
		object = append(appendString(object, name), ':')
		object = appendString(object, value)
	}
	return append(object, '}')
}

// appendString appends s as JSON. Bytes that are not UTF-8 stay as they are.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"', c == '\\':
			b = append(b, '\\', c)
		case c < ' ':
			b = fmt.Appendf(b, `\u%04x`, c)
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}
