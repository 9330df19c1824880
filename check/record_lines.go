package check

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"

	"unscrape/parser/charset"
)

// decoded reads what a byte order mark or zero bytes tell to be UTF-16 as
// UTF-8, and leaves byte order marks out.
func decoded(r io.Reader) *bufio.Reader {
	const sample = 4 << 10
	in := bufio.NewReaderSize(r, sample)
	head, _ := in.Peek(sample)
	name, mark := charset.BOM(head)
	in.Discard(mark)
	if name == "" {
		name = charset.UTF16(head)
	}
	if enc, err := htmlindex.Get(name); err == nil && name != "utf-8" {
		return bufio.NewReader(transform.NewReader(in, enc.NewDecoder()))
	}
	return in
}

// inUTF8 reads a record in the encoding that it most probably has. ok is false
// when that is UTF-8, a few damaged characters or none.
func inUTF8(record []byte) (text string, ok bool) {
	if utf8.Valid(record) || charset.UTF8(record) {
		return "", false
	}
	text, _ = charset.Text(record, charset.Detect(record, ""))
	return text, true
}

// A lineReader is what a decoder of records reads. It holds what was read since
// the record began, so that offsets can be turned into lines and a damaged
// record can be passed over.
type lineReader struct {
	r     io.Reader
	err   error  // of r; io.EOF at its end
	held  []byte // what was read from base on
	base  int64  // offset of held
	given int    // bytes of held that the decoder has
	off   int64  // an offset
	line  int    // line feeds before it
}

func (l *lineReader) Read(p []byte) (int, error) {
	if l.given == len(l.held) && !l.more() {
		return 0, l.err
	}
	n := copy(p, l.held[l.given:])
	l.given += n
	return n, nil
}

// more reads on. It is false when there is nothing more.
func (l *lineReader) more() bool {
	before := len(l.held)
	for l.err == nil && len(l.held) == before {
		l.held = slices.Grow(l.held, 32<<10)
		n, err := l.r.Read(l.held[before:cap(l.held)])
		l.held, l.err = l.held[:before+n], err
	}
	return len(l.held) > before
}

// letGo lets go of what is before an offset, if the decoder has it.
func (l *lineReader) letGo(off int64) {
	if done := min(int(off-l.base), l.given); done > len(l.held)/2 {
		l.held = append(l.held[:0], l.held[done:]...)
		l.base += int64(done)
		l.given -= done
	}
}

// between is what is held between two offsets.
func (l *lineReader) between(from, to int64) []byte { return l.held[from-l.base : to-l.base] }

// at is the line of an offset, from one. Offsets must not descend.
func (l *lineReader) at(off int64) int {
	l.line += bytes.Count(l.between(l.off, off), []byte("\n"))
	l.off = off
	return l.line + 1
}

// next finds the first byte from an offset on that is not one of those to
// pass; ok is false when there is none.
func (l *lineReader) next(off int64, pass string) (at int64, first byte, ok bool) {
	for i := int(off - l.base); ; i++ {
		if i == len(l.held) && !l.more() {
			return l.base + int64(i), 0, false
		}
		if first = l.held[i]; strings.IndexByte(pass, first) < 0 {
			return l.base + int64(i), first, true
		}
	}
}

// rest is what is behind an offset in its line; nil when that is longer than
// lines of records are.
func (l *lineReader) rest(off int64) []byte {
	const longest = 4 << 20
	for from := off; from-off < longest; {
		if i := bytes.IndexByte(l.held[from-l.base:], '\n'); i >= 0 {
			return l.between(off, from+int64(i))
		}
		if from = l.base + int64(len(l.held)); !l.more() {
			return l.between(off, from)
		}
	}
	return nil
}

// column is how many bytes that are held are before an offset in its line.
func (l *lineReader) column(off int64) int {
	before := l.between(l.base, off)
	return len(before) - 1 - bytes.LastIndexByte(before, '\n')
}

// pass passes over a damaged record that begins at an offset, in a column. The
// next one begins with a brace that is the first sign of its line and no
// further in. next is the offset of the brace, lines how many lines were
// passed; ok is false when there is none.
func (l *lineReader) pass(off int64, column int) (next int64, lines int, ok bool) {
	for {
		off = l.behindLine(off)
		lines++
		at, first, ok := l.next(off, " \t\r")
		if !ok || first == '{' && int(at-off) <= column {
			return at, lines, ok
		}
	}
}

// behindLine is the offset behind the line that an offset is in. What is
// before that is let go.
func (l *lineReader) behindLine(off int64) int64 {
	for {
		l.letGo(off)
		if i := bytes.IndexByte(l.held[off-l.base:], '\n'); i >= 0 {
			return off + int64(i) + 1
		}
		if off = l.base + int64(len(l.held)); !l.more() {
			return off
		}
	}
}

// rewind makes the decoder read from an offset on, behind so many line feeds.
func (l *lineReader) rewind(off int64, line int) {
	l.given, l.off, l.line = int(off-l.base), off, line
}
