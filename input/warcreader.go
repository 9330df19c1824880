package input

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

const (
	warcVersion = "WARC/1."
	warcMark    = "\n" + warcVersion // begins a record, within other data

	// warcHeaderLen is how long the header of a record, or the HTTP header
	// in it, may be.
	warcHeaderLen = 64 << 10

	// maxReread bounds what is read again because records state wrong
	// lengths.
	maxReread = 1 << 30
)

// A record is the header of a WARC record.
type record struct {
	offset      int64 // in the unpacked data
	kind        string
	uri, date   string
	contentType string
	truncated   string // why the content was shortened; "" when it was not
	segmented   bool   // the content goes on in another record
	length      int64  // of the content; < 0 when the header states none
}

// A warcReader reads records one after the other. The Content-Length of a
// record is not trusted: a record must be followed by another one or by the
// end, and nothing is allocated by it.
type warcReader struct {
	in     *bufio.Reader
	from   *rereader
	n      int         // records begun so far
	left   int64       // of the content of the current record, not read yet
	reread int         // bytes read again
	broken bool        // the data cannot be decompressed here
	limit  int64       // for one content
	gzip   *gzipReader // what the data come out of; nil when nothing is packed with gzip
}

func newWARCReader(r io.Reader, c *codec, limit int64) *warcReader {
	from := &rereader{r: r}
	w := &warcReader{in: bufio.NewReaderSize(from, warcHeaderLen), from: from, limit: limit}
	if c != nil {
		w.gzip = c.gzip
	}
	return w
}

// A rereader is a reader to which bytes can be given back.
type rereader struct {
	back []byte
	r    io.Reader
	n    int64 // offset of the next byte
}

func (r *rereader) Read(p []byte) (n int, err error) {
	if len(r.back) > 0 {
		n = copy(p, r.back)
		r.back = r.back[n:]
	} else {
		n, err = r.r.Read(p)
	}
	r.n += int64(n)
	return n, err
}

func (r *warcReader) offset() int64 { return r.from.n - int64(r.in.Buffered()) }

// next reads the header of the next record. Its error is io.EOF when there is
// none.
func (r *warcReader) next() (record, error) {
	if err := r.skipContent(); err != nil {
		return record{}, err
	}
	if err := r.boundary(); err != nil {
		return record{}, err
	}
	r.n++
	rec := record{offset: r.offset(), length: -1}
	for size := 0; ; {
		line, err := r.in.ReadSlice('\n')
		if size += len(line); size > warcHeaderLen || err == bufio.ErrBufferFull {
			return rec, fmt.Errorf("the record at byte %d has a header without end", rec.offset)
		}
		if err != nil {
			return rec, r.damage(err)
		}
		if line = bytes.TrimRight(line, "\r\n"); len(line) == 0 {
			break
		}
		rec.field(line)
	}
	if rec.length < 0 {
		return rec, fmt.Errorf("the record at byte %d has no valid Content-Length", rec.offset)
	}
	r.left = rec.length
	return rec, nil
}

// maxFieldName is the length of the longest name of a field that is known.
const maxFieldName = len("warc-segment-number")

// lowerCase writes ASCII in lower case, and returns its length; 0 for what is
// longer than dst.
func lowerCase(dst, src []byte) int {
	if len(src) > len(dst) {
		return 0
	}
	for i, c := range src {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		dst[i] = c
	}
	return len(src)
}

// field takes in a line of the header.
func (rec *record) field(line []byte) {
	name, value, _ := bytes.Cut(line, []byte(":"))
	value = bytes.TrimSpace(value)
	var lower [maxFieldName]byte
	switch string(lower[:lowerCase(lower[:], name)]) {
	case "warc-type":
		rec.kind = strings.ToLower(string(value))
	case "warc-target-uri":
		rec.uri = strings.Trim(string(value), "<>") // WARC 1.0 prints them so, and wget does
	case "warc-date":
		rec.date = string(value)
	case "warc-truncated":
		rec.truncated = string(value)
	case "warc-segment-number":
		rec.segmented = true
	case "content-type":
		rec.contentType = string(value)
	case "content-length":
		if n, err := strconv.ParseInt(string(value), 10, 64); err == nil {
			rec.length = n
		}
	}
}

// boundary passes over the line ends before a record. Its error is io.EOF
// when none comes.
func (r *warcReader) boundary() error {
	if _, err := r.lineEnds(); err != nil {
		return err
	}
	if head, err := r.in.Peek(len(warcVersion)); string(head) != warcVersion {
		if err != nil && err != io.EOF {
			return r.damage(err)
		}
		return fmt.Errorf("no WARC record at byte %d", r.offset())
	}
	return nil
}

// lineEnds passes over line ends and returns some of them. Its error is io.EOF
// when nothing else comes.
func (r *warcReader) lineEnds() (some []byte, err error) {
	for {
		b, err := r.in.ReadByte()
		if err == io.EOF {
			return some, err
		}
		if err != nil {
			return some, r.damage(err)
		}
		if b != '\r' && b != '\n' {
			return some, r.in.UnreadByte()
		}
		if len(some) < 16 {
			some = append(some, b)
		}
	}
}

// atRecord reports whether a record begins here.
func (r *warcReader) atRecord() bool {
	head, _ := r.in.Peek(len(warcVersion))
	return string(head) == warcVersion
}

// damage is the meaning of an error of the data below, in a record.
func (r *warcReader) damage(err error) error {
	if err == io.EOF {
		return fmt.Errorf("truncated: the WARC data end at byte %d, in a record", r.offset())
	}
	r.broken = true
	return err
}

// content reads what is left of the content of rec. Where its length is wrong
// the content goes as far as the next record, and odd says so.
func (r *warcReader) content(rec record) (data []byte, odd string, err error) {
	if r.left > r.limit {
		return nil, "", tooLarge(r.limit)
	}
	buf := make([]byte, 0, min(r.left, warcHeaderLen))
	for r.left > 0 {
		buf = slices.Grow(buf, int(min(r.left, int64(len(buf)), 1<<20)))
		n, err := r.in.Read(buf[len(buf):min(int64(cap(buf)), int64(len(buf))+r.left)])
		buf, r.left = buf[:len(buf)+n], r.left-int64(n)
		if err == io.EOF && bytes.Contains(buf, []byte(warcMark)) {
			return r.untilNext(rec, buf)
		}
		if err != nil {
			return nil, "", r.damage(err)
		}
	}
	ends, err := r.lineEnds()
	switch {
	case err == io.EOF, err == nil && r.atRecord(), r.gzip != nil && r.gzip.startsAt(r.offset()):
		return buf, "", nil // what is wrong with another member is not wrong with this
	case err != nil:
		return nil, "", err
	}
	return r.untilNext(rec, append(buf, ends...))
}

// untilNext is the content of rec, which has a wrong length: what was read, up
// to the first record in it or, when there is none, with what comes before the
// next.
func (r *warcReader) untilNext(rec record, read []byte) (data []byte, odd string, err error) {
	r.left = 0
	next, _ := r.in.Peek(len(warcMark) - 1) // it may begin in one and end in the other
	if i := bytes.Index(append(read, next...), []byte(warcMark)); i >= 0 {
		if r.unread(read[i:]); r.reread > maxReread {
			return nil, "", fmt.Errorf("the record at byte %d has a wrong Content-Length, %d, as too many before", rec.offset, rec.length)
		}
		read = read[:i]
	} else if read, err = r.readToNext(read); err != nil {
		return nil, "", err
	}
	for range 2 { // the line ends behind a content
		read = bytes.TrimSuffix(bytes.TrimSuffix(read, []byte("\n")), []byte("\r"))
	}
	return read, fmt.Sprintf("the record at byte %d has a wrong Content-Length, %d; its text goes as far as the next record", rec.offset, rec.length), nil
}

// readToNext appends what comes before the next record.
func (r *warcReader) readToNext(buf []byte) ([]byte, error) {
	for lineStart := false; !lineStart || !r.atRecord(); {
		line, err := r.in.ReadSlice('\n')
		buf = append(buf, line...)
		switch {
		case err == io.EOF:
			return buf, nil
		case err != nil && err != bufio.ErrBufferFull:
			return nil, r.damage(err)
		case int64(len(buf)) > r.limit:
			return nil, tooLarge(r.limit)
		}
		lineStart = err == nil
	}
	return buf, nil
}

func (r *warcReader) unread(b []byte) {
	buffered, _ := r.in.Peek(r.in.Buffered())
	r.from.back = slices.Concat(b, buffered, r.from.back)
	r.from.n -= int64(len(b) + len(buffered))
	r.in.Reset(r.from)
	r.reread += len(b)
}

// skipContent passes over what is left of the content of the current record.
// Where another record begins, the content has ended.
func (r *warcReader) skipContent() error {
	for r.left > 0 {
		window, err := r.in.Peek(int(min(r.left, int64(r.in.Size()))))
		if i := bytes.Index(window, []byte(warcMark)); i >= 0 {
			r.left = 0
			r.in.Discard(i)
			return Warning(fmt.Sprintf("the record before byte %d has a wrong Content-Length", r.offset()+1))
		}
		n := len(window)
		if int64(n) < r.left && err == nil {
			n -= len(warcMark) - 1 // it may begin here
		}
		r.in.Discard(n)
		r.left -= int64(n)
		if err != nil && r.left > 0 {
			return r.damage(err)
		}
	}
	return nil
}

// resume goes on behind damage and reports whether there is anything.
func (r *warcReader) resume() bool {
	r.left = 0
	if r.broken {
		if r.gzip == nil || !r.gzip.salvage(warcVersion) {
			return false
		}
		r.broken = false
		r.in.Reset(r.from)
		return true
	}
	if r.reread > maxReread {
		return false
	}
	for {
		if r.atRecord() {
			return true
		}
		if err := r.line(); err != nil {
			return err != io.EOF && r.damage(err) != nil && r.resume()
		}
	}
}

// line passes over the rest of a line.
func (r *warcReader) line() error {
	_, err := r.in.ReadSlice('\n')
	for err == bufio.ErrBufferFull {
		_, err = r.in.ReadSlice('\n')
	}
	return err
}
