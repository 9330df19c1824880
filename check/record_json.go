package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// readJSON reads records from JSON Lines, from one object or several, or from
// an array of objects. What is damaged is passed over, up to the next line that
// begins as a record does.
func readJSON(r io.Reader, k keys, yield func(*record)) error {
	in := newJSONReader(r, k)
	for {
		rec, err := in.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if rec != nil {
			yield(rec)
		}
	}
}

// A jsonReader reads records one after the other.
type jsonReader struct {
	keys
	lines   *lineReader
	d       *json.Decoder
	from    int64 // what the offsets of d count from
	inArray bool
	over    bool // there is nothing behind a damaged record
}

func newJSONReader(r io.Reader, k keys) *jsonReader {
	in := &jsonReader{keys: k, lines: &lineReader{r: r}}
	in.decode(0)
	return in
}

// decode begins to decode at an offset.
func (in *jsonReader) decode(off int64) {
	var r io.Reader = in.lines
	in.from = off
	if in.inArray {
		r = io.MultiReader(strings.NewReader("["), r)
		in.from--
	}
	in.d = json.NewDecoder(r)
	in.d.UseNumber()
	if in.inArray {
		in.d.Token()
	}
}

func (in *jsonReader) offset() int64 { return in.from + in.d.InputOffset() }

// space is what may stand between records.
func (in *jsonReader) space() string {
	if in.inArray {
		return " \t\r\n,"
	}
	return " \t\r\n"
}

// next is the next record; nil when it was the beginning or the end of an
// array. The error is io.EOF at the end, and else that of reading.
func (in *jsonReader) next() (rec *record, err error) {
	begin, first, ok := in.lines.next(in.offset(), in.space())
	if in.over || !ok && !in.inArray {
		return nil, in.lines.err
	}
	line, column := in.lines.at(begin), in.lines.column(begin)
	in.lines.letGo(begin)
	switch {
	case !ok:
		err = io.ErrUnexpectedEOF
	case first == '[' && !in.inArray, first == ']' && in.inArray:
		in.inArray = first == '['
		_, err = in.d.Token()
	case first == '{':
		rec, err = in.object(begin, line)
	default:
		rec, err = in.other(line)
	}
	if err == nil {
		return rec, nil
	}
	if in.lines.err != nil && in.lines.err != io.EOF {
		return nil, in.lines.err
	}
	return in.damaged(begin, line, column, err), nil
}

// object reads an object that begins at an offset, in a line.
func (in *jsonReader) object(begin int64, line int) (*record, error) {
	rec := &record{line: line}
	if _, err := in.d.Token(); err != nil {
		return nil, err
	}
	var seen []string
	for in.d.More() {
		t, err := in.d.Token()
		if err != nil {
			return nil, err
		}
		key := t.(string)
		line := in.lines.at(in.offset())
		var raw json.RawMessage
		if err := in.d.Decode(&raw); err != nil {
			return nil, err
		}
		field, ok := in.keys[key]
		switch {
		case !ok:
		case slices.Contains(seen, field):
			rec.fault(line, "the record has %q twice", key)
		default:
			seen = append(seen, field)
			rec.set(key, field, raw, line)
		}
	}
	if _, err := in.d.Token(); err != nil {
		return nil, err
	}
	rec.complete(in.keys, seen)
	if better := in.recoded(in.lines.between(begin, in.offset()), line); better != nil {
		return better, nil
	}
	return rec, nil
}

// other reads a value that is no object.
func (in *jsonReader) other(line int) (*record, error) {
	var raw json.RawMessage
	if err := in.d.Decode(&raw); err != nil {
		return nil, err
	}
	return noRecord(line, kindOf(raw), "an object"), nil
}

// recoded is the record that a text, which begins in a line, is when read in
// another encoding; nil when it needs none or is no record then either.
func (in *jsonReader) recoded(text []byte, line int) *record {
	better, ok := inUTF8(text)
	if !ok {
		return nil
	}
	again := newJSONReader(strings.NewReader(better), in.keys)
	again.lines.line = line - 1
	rec, err := again.next()
	if err != nil || rec == nil || rec.damaged != nil {
		return nil
	}
	if _, _, more := again.lines.next(again.offset(), in.space()); more {
		return nil
	}
	return rec
}

// damaged passes over a record that cannot be read, unless that is because of
// an encoding in which letters have bytes of signs.
func (in *jsonReader) damaged(begin int64, line, column int, err error) *record {
	rest := in.lines.rest(begin)
	rec := in.recoded(rest, line)
	several := in.inArray && (rest == nil || bytes.Count(rest, []byte("{")) > 1)
	next, passed, ok := in.lines.pass(begin, column)
	in.over = !ok
	in.lines.rewind(next, line-1+passed)
	in.decode(next)
	if rec != nil {
		return rec
	}
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = errors.New("the record is cut short")
	}
	if several && passed == 1 {
		err = fmt.Errorf("%w; the rest of the line is passed over", err)
	}
	return &record{line: line, damaged: passedOver(line, line+passed-1, err)}
}

func (r *record) set(key, field string, raw json.RawMessage, line int) {
	var text *string
	if json.Unmarshal(raw, &text) == nil {
		r.setString(key, field, text, line)
		return
	}
	if field == "authors" && json.Unmarshal(raw, &r.article.Authors) == nil {
		return
	}
	r.fault(line, "%q is %s, not a string", key, kindOf(raw))
	var number json.Number
	if field == "id" && json.Unmarshal(raw, &number) == nil {
		r.article.ID = number.String()
	}
}

func kindOf(raw json.RawMessage) string {
	switch bytes.TrimSpace(raw)[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "a boolean"
	case '"':
		return "a string"
	case 'n':
		return "null"
	}
	return "a number"
}
