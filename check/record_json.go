package check

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// readJSON reads records from JSON Lines, from one object or several, or from
// an array of objects. What follows an error of syntax is not read; the error
// names the line.
func readJSON(r io.Reader, k keys, yield func(*record)) error {
	lines := &lineReader{r: bufio.NewReaderSize(r, 1<<16)}
	d := json.NewDecoder(lines)
	d.UseNumber()
	for {
		start, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return lines.fault(d, err)
		}
		switch start {
		case json.Delim('{'):
			err = readObject(d, lines, k, yield)
		case json.Delim('['):
			for err == nil && d.More() {
				if start, err = d.Token(); err == nil && start != json.Delim('{') {
					err = errors.New("an element of the list is no object")
				}
				if err == nil {
					err = readObject(d, lines, k, yield)
				}
			}
			if err == nil {
				_, err = d.Token()
			}
		default:
			err = errors.New("the value is neither an object nor a list of objects")
		}
		if err != nil {
			return lines.fault(d, err)
		}
	}
}

// readObject reads the members of an object whose brace has been read.
func readObject(d *json.Decoder, lines *lineReader, k keys, yield func(*record)) error {
	rec := &record{line: lines.at(d.InputOffset())}
	var seen []string
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return err
		}
		key := t.(string)
		line := lines.at(d.InputOffset())
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		field, ok := k[key]
		switch {
		case !ok:
		case slices.Contains(seen, field):
			rec.fault(line, "the record has %q twice", key)
		default:
			seen = append(seen, field)
			rec.set(key, field, raw, line)
		}
	}
	rec.complete(k, seen)
	yield(rec)
	_, err := d.Token()
	return err
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
	}
	return "a number"
}

// A lineReader remembers where lines end that were read and are not yet
// passed, so that offsets can be turned into lines.
type lineReader struct {
	r    io.Reader
	off  int64   // read so far
	ends []int64 // offsets of line feeds, ascending, that are not passed
	line int     // line feeds that are passed
}

func (l *lineReader) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			l.ends = append(l.ends, l.off+int64(i))
		}
	}
	l.off += int64(n)
	return n, err
}

// at is the line of an offset, from one. Offsets must not descend.
func (l *lineReader) at(off int64) int {
	n, _ := slices.BinarySearch(l.ends, off)
	l.ends = l.ends[n:]
	l.line += n
	return l.line + 1
}

func (l *lineReader) fault(d *json.Decoder, err error) error {
	off := d.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		off = max(off, syntax.Offset)
	}
	return fmt.Errorf("line %d: %w", l.at(off), err)
}
