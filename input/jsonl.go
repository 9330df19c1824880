package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// textFields are the fields that usually hold the text of a record, the most
// telling first; the last three are those of news crawlers and of schema.org.
var textFields = []string{"text", "html", "body", "content", "maintext", "full_text", "articleBody"}

// isJSONLines reports whether head begins with a line that is a JSON object,
// and the next line, as far as head has it, is one too. A first line longer
// than head must be the beginning of one.
func isJSONLines(head []byte) bool {
	text := bytes.TrimLeft(utf8Head(head), "\r\n")
	if len(text) == 0 || text[0] != '{' {
		return false
	}
	line, rest, complete := bytes.Cut(text, []byte("\n"))
	if complete || len(head) <= sniffLen {
		return json.Valid(line) && nextIsJSON(rest)
	}
	d := json.NewDecoder(bytes.NewReader(line))
	for {
		if _, err := d.Token(); err != nil {
			return errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF
		}
	}
}

// areJSONLines reports whether most lines of head are records, although one of the
// first is not: it is damaged, or a remark above them.
func (o *Options) areJSONLines(head []byte) bool {
	text := skipSpace(utf8Head(head))
	if len(text) == 0 || text[0] == '[' || !bytes.Contains(text, []byte(`{"`)) {
		return false
	}
	records, damaged, others := 0, 0, 0
	for line := range bytes.Lines(text) {
		cut := len(head) > sniffLen && line[len(line)-1] != '\n'
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0:
		case line[0] == '{' && o.beginsWithText(line) && (cut || json.Valid(line)):
			records++
		case bytes.HasPrefix(line, []byte(`{"`)):
			damaged++
		default:
			others++
		}
		if others > records+damaged+2 {
			return false
		}
	}
	return records > others && records >= damaged
}

// nextIsJSON reports whether the first line of rest that is not empty is an
// object, when all of it is there.
func nextIsJSON(rest []byte) bool {
	line, _, complete := bytes.Cut(bytes.TrimLeft(rest, "\r\n"), []byte("\n"))
	return len(line) == 0 || line[0] == '{' && (!complete || json.Valid(line))
}

// An objects counts the lines at the beginning of a stream that are JSON
// objects, each as soon as all of it has come.
type objects struct {
	n, at int  // how many, and where the last one ends
	over  bool // another line has come
}

// count goes on to count, up to most. head is all that has come so far.
func (o *objects) count(head []byte, most int) int {
	if o.at == 0 && bytes.HasPrefix(head, []byte("\ufeff")) {
		o.at = len("\ufeff")
	}
	for !o.over && o.n < most {
		o.at = len(head) - len(bytes.TrimLeft(head[o.at:], "\r\n"))
		line, _, complete := bytes.Cut(head[o.at:], []byte("\n"))
		if o.over = len(line) > 0 && line[0] != '{' || complete && !json.Valid(line); o.over || !complete {
			break
		}
		o.at += len(line)
		o.n++
	}
	return o.n
}

// emitJSONLines yields the records of a JSON Lines file: one document for
// each line that is not empty.
func (w *walk) emitJSONLines(s *source) {
	r, ok := w.openText(s)
	if !ok {
		return
	}
	defer r.Close()
	a := archive{&scope{name: s.name, outer: s.scope}, s, true}
	in := bufio.NewReaderSize(r, sniffLen)
	for n := 1; !w.ended(); n++ {
		line, err := readLine(in, w.maxBytes())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		d := w.record(a, n)
		if len(bytes.TrimSpace(line)) > 0 && (err == nil || err == io.EOF) {
			d.data, d.size, d.decode = line, int64(len(line)), w.decodeJSON
			d.pausing = s.live > 0 && !hasLine(in)
			w.put(a.scope, d)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			w.fail(a.scope, fault(d.Name, "unpack", err))
		}
		if err != nil && !errors.Is(err, ErrTooLarge) {
			break
		}
	}
	w.leave(a)
}

// hasLine reports whether a line can be read that is not empty without waiting
// for it.
func hasLine(in *bufio.Reader) bool {
	ready, _ := in.Peek(in.Buffered())
	return bytes.IndexByte(skipSpace(ready), '\n') >= 0
}

// readLine reads a line. One of more than limit bytes is passed over.
func readLine(in *bufio.Reader, limit int64) (line []byte, err error) {
	for long := false; ; {
		part, err := in.ReadSlice('\n')
		if long = long || int64(len(line)+len(part)) > limit; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
		case long && (err == nil || err == io.EOF):
			return nil, tooLarge(limit)
		default:
			return line, err
		}
	}
}

// decodeJSON makes a document of a record: its text, and all its other
// fields.
func (w *walk) decodeJSON(d *Document, line []byte) ([]byte, error) {
	if w.Decode != nil && !utf8.Valid(line) {
		line, d.Encoding = w.Decode(line)
	}
	fields, err := splitObject(bytes.TrimSpace(line))
	if err != nil {
		return nil, err
	}
	i, err := w.textField(fields)
	if err != nil {
		return nil, err
	}
	text, ok := textOf(fields[i].Value)
	if !ok {
		return nil, fmt.Errorf("the field %q is no string", fields[i].Name)
	}
	if d.Format = w.document(&source{}).Format; d.Format == Auto && strings.EqualFold(fields[i].Name, "html") {
		d.Format = HTML
	}
	if u := slices.IndexFunc(fields, func(f Field) bool { return strings.EqualFold(f.Name, "url") }); u >= 0 {
		json.Unmarshal(fields[u].Value, &d.URL) // stays empty when it is no string
		d.URL = strings.TrimSpace(d.URL)
	}
	d.Fields = slices.Delete(fields, i, i+1)
	return []byte(text), nil
}

// textOf is the text that a value holds: a string, the paragraphs of an array of
// strings with blank lines between, or what an object of WordPress's REST API calls
// rendered.
func textOf(value []byte) (text string, ok bool) {
	var err error
	switch value[0] {
	case '"':
		err = json.Unmarshal(value, &text)
	case '[':
		var paragraphs []string
		err = json.Unmarshal(value, &paragraphs)
		text = strings.Join(paragraphs, "\n\n")
	case '{':
		var content struct{ Rendered *string }
		if err = json.Unmarshal(value, &content); err == nil && content.Rendered != nil {
			return *content.Rendered, true
		}
		return "", false
	default:
		return "", false
	}
	return text, err == nil
}

// minText is how many bytes a text has at least whose field has none of the usual names.
const minText = 160

// longText is how long the text is that a value holds; 0 when it is short or no words.
func longText(value []byte) int {
	if len(value) < minText {
		return 0
	}
	text, ok := textOf(value)
	if !ok || !isLong(text) {
		return 0
	}
	return len(text)
}

// isLong reports whether text is as long as one whose field has none of the usual names.
func isLong(text string) bool { return len(text) >= minText && strings.ContainsAny(text, " 。") }

// textFields are the names of the fields that may hold the text, the first of
// them that a record has.
func (o *Options) textFields() []string {
	if o.TextField != "" {
		return []string{o.TextField}
	}
	return textFields
}

// textField is the index of the field that holds the text: where none has one of the
// usual names, as in other languages, the longest.
func (o *Options) textField(fields []Field) (int, error) {
	names := o.textFields()
	for _, name := range names {
		if i := slices.IndexFunc(fields, func(f Field) bool { return strings.EqualFold(f.Name, name) }); i >= 0 {
			return i, nil
		}
	}
	longest, at := 0, -1
	for i, f := range fields {
		if n := longText(f.Value); o.TextField == "" && n > longest {
			longest, at = n, i
		}
	}
	if at >= 0 {
		return at, nil
	}
	return 0, fmt.Errorf("no field %s; --text-field names the one that holds the text", strings.Join(names, ", "))
}

// splitObject returns the members of a JSON object, in order. Their values
// alias it. Of members with one name the last counts, as in encoding/json.
func splitObject(object []byte) ([]Field, error) {
	if !json.Valid(object) {
		var check json.RawMessage
		return nil, fmt.Errorf("not JSON: %w", json.Unmarshal(object, &check))
	}
	if object[0] != '{' {
		return nil, errors.New("not a JSON object")
	}
	var fields []Field
	for rest := skipSpace(object[1:]); rest[0] != '}'; {
		name, after := splitValue(rest)
		value, after := splitValue(skipSpace(skipSpace(after)[1:])) // behind the colon
		f := Field{Value: value}
		if err := json.Unmarshal(name, &f.Name); err != nil {
			return nil, err
		}
		fields = append(fields, f)
		if rest = skipSpace(after); rest[0] == ',' {
			rest = skipSpace(rest[1:])
		}
	}
	return lastOfEach(fields), nil
}

// lastOfEach are the members without those whose name a later one has.
func lastOfEach(fields []Field) []Field {
	seen := make(map[string]bool, len(fields))
	from := len(fields)
	for i := len(fields) - 1; i >= 0; i-- {
		if f := fields[i]; !seen[f.Name] {
			seen[f.Name] = true
			from--
			fields[from] = f
		}
	}
	return fields[from:]
}

func skipSpace(b []byte) []byte { return bytes.TrimLeft(b, " \t\r\n") }

// splitValue splits valid JSON behind its first value.
func splitValue(b []byte) (value, rest []byte) {
	depth := 0
	for i := 0; ; {
		switch b[i] {
		case '"':
			i += stringLen(b[i:])
		case '{', '[':
			depth++
			i++
		case '}', ']':
			depth--
			i++
		case ',', ':':
			i++
		default:
			if i += bytes.IndexAny(b[i:], ",:]}\"{[ \t\r\n"); depth > 0 {
				i += len(b[i:]) - len(skipSpace(b[i:]))
			}
		}
		if depth == 0 {
			return b[:i], b[i:]
		}
	}
}

// stringLen is the length of the JSON string that b begins with.
func stringLen(b []byte) int {
	for i := 1; ; i++ {
		i += bytes.IndexAny(b[i:], `"\`)
		if b[i] == '"' {
			return i + 1
		}
		i++ // what is escaped
	}
}
