package input

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/transform"
)

var (
	errUnclosed = errors.New("a quotation mark is not closed; read as far as a line that is a row of its own")
	errOpenEnd  = errors.New("a quotation mark is not closed at the end of the file")
)

// newTable reads the rows of a table.
func newTable(r io.Reader, sep rune) *csv.Reader {
	in := csv.NewReader(r)
	in.Comma, in.LazyQuotes, in.FieldsPerRecord, in.ReuseRecord = sep, true, -1, true
	return in
}

// A tableReader reads the rows of a table, and goes on behind a row whose quotation
// mark is not closed, which would swallow those below.
type tableReader struct {
	ration  rationed
	tape    *tape
	rows    *csv.Reader // of tape
	base    int64       // of the offsets of rows
	sep     rune
	columns int
}

func newTableReader(r io.Reader, sep rune, limit int64) *tableReader {
	t := &tableReader{ration: rationed{r: r, limit: limit}, sep: sep}
	t.tape = &tape{r: transform.NewReader(&t.ration, unmarked())}
	t.start(0)
	return t
}

// start begins to read the row at offset.
func (t *tableReader) start(offset int64) {
	t.tape.rewind(offset)
	t.base, t.rows = offset, newTable(bufio.NewReader(t.tape), t.sep)
}

// header reads the names of the columns.
func (t *tableReader) header() ([]string, error) {
	t.ration.ration = t.ration.limit
	columns, err := t.rows.Read()
	t.columns = len(columns)
	return slices.Clone(columns), err
}

// next reads a row, which is valid until the next call. Damage is what is wrong with it,
// nil mostly.
func (t *tableReader) next() (row []string, damage, err error) {
	t.ration.ration = t.ration.limit
	begin := t.base + t.rows.InputOffset()
	t.tape.mark(begin)
	if row, err = t.rows.Read(); err != nil {
		return nil, nil, err
	}
	end := t.base + t.rows.InputOffset()
	text := bytes.TrimLeft(t.tape.between(begin, end), "\r\n") // empty lines are no rows
	if open := t.isOpen(row, text); open || t.mayRunOver(text) {
		if n := t.nextRow(text, open); n > 0 {
			row, err = newTable(bytes.NewReader(text[:n]), t.sep).Read()
			t.start(end - int64(len(text)-n))
			return row, errUnclosed, err
		}
		if open {
			damage = errOpenEnd
		}
	}
	return row, damage, nil
}

// isOpen reports whether the text of a row ends between quotation marks, as only the
// last one of a file can.
func (t *tableReader) isOpen(row []string, text []byte) bool {
	if len(text) == 0 || text[len(text)-1] == '\n' && !strings.HasSuffix(row[len(row)-1], "\n") {
		return false
	}
	in := newTable(io.MultiReader(bytes.NewReader(text), strings.NewReader("\nx")), t.sep)
	in.Read()
	_, err := in.Read()
	return err == io.EOF
}

// mayRunOver reports whether a line of the text of a row, but for the first, has a
// quotation mark where one opens a column.
func (t *tableReader) mayRunOver(text []byte) bool {
	_, below, _ := bytes.Cut(text, []byte("\n"))
	return bytes.Contains(below, []byte{byte(t.sep), '"'})
}

// maxTried is how many lines of a row are tried as rows of their own.
const maxTried = 16

// nextRow is the offset in the text of a row of the first line from which on it is
// whole rows, with all quotation marks as they should be; 0 when the text itself is
// one, or there is no such line. An open text may be without any mark behind that line.
func (t *tableReader) nextRow(text []byte, open bool) int {
	if !open && t.areRows(text) {
		return 0
	}
	first, at, tried := 0, 0, 0
	for line := range bytes.Lines(text) {
		if at > 0 && bytes.Count(line, []byte{byte(t.sep)}) >= t.columns-1 {
			if (open || t.mayRunOver(text[at-1:])) && t.areRows(text[at:]) {
				return cmp.Or(first, at)
			}
			row, _ := newTable(bytes.NewReader(line), t.sep).Read()
			if first == 0 && len(row) == t.columns && t.mayRunOver(text[at-1:at+len(line)]) {
				first = at // not closed either, if rows follow
			}
			if tried++; tried == maxTried {
				break
			}
		}
		at += len(line)
	}
	return 0
}

// areRows reports whether text is rows with a column for each of the header, and each
// quotation mark within one is doubled.
func (t *tableReader) areRows(text []byte) bool {
	in := newTable(bytes.NewReader(text), t.sep)
	in.LazyQuotes = false
	in.FieldsPerRecord = t.columns
	for {
		if _, err := in.Read(); err != nil {
			return err == io.EOF
		}
	}
}
