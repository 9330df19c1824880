package input

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"time"
)

// isMbox reports whether head begins as a file of mail does (RFC 4155, appendix
// A): with a line that begins with "From " and ends with a date, and the header
// of a message. A single message that needs no decoding is a text with labels at
// its head and stays as it is.
func isMbox(head []byte) bool {
	line, rest, complete := bytes.Cut(head, []byte("\n"))
	if !complete || !beginsMessage(line) {
		return false
	}
	name, _, ok := bytes.Cut(rest, []byte(":"))
	if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t\r\n") {
		return false
	}
	return len(head) >= sniffLen || isMHTML(rest) || hasMessage(rest)
}

// hasMessage reports whether a line of text stands before a message.
func hasMessage(text []byte) bool {
	for {
		i := bytes.Index(text, []byte("\nFrom "))
		if i < 0 {
			return false
		}
		text = text[i+1:]
		if line, _, _ := bytes.Cut(text, []byte("\n")); beginsMessage(line) {
			return true
		}
	}
}

// beginsMessage reports whether a line stands before a message: it has "From ",
// an address, and a date as ctime of C writes it, maybe with a zone: "Tue Oct  6
// 03:39:00 2020".
func beginsMessage(line []byte) bool {
	if !bytes.HasPrefix(line, []byte("From ")) {
		return false
	}
	words := strings.Fields(string(line))
	for i := 2; i+4 < len(words); i++ {
		date, zone := strings.Join(words[i:i+4], " ")+" "+words[len(words)-1], words[i+4:len(words)-1]
		if _, err := time.Parse("Mon Jan 2 15:04:05 2006", date); err == nil && len(zone) <= 1 {
			return true
		}
	}
	return false
}

// emitMbox yields the messages of a file of mail.
func (w *walk) emitMbox(s *source) {
	r, ok := w.open(s)
	if !ok {
		return
	}
	defer r.Close()
	a := archive{&scope{name: s.name, outer: s.scope}, s, true}
	m := messages{in: bufio.NewReaderSize(r, sniffLen), limit: w.maxBytes()}
	readLine(m.in, m.limit) // before the first message
	for n := 1; !m.ended && !w.ended(); n++ {
		d := w.record(a, n)
		var err error
		if d.data, err = m.next(); err != nil {
			w.fail(a.scope, fault(d.Name, "unpack", err))
			continue
		}
		if d.size = int64(len(d.data)); isMHTML(d.data) {
			d.decode = w.decodeMHTML
		}
		w.put(a.scope, d)
	}
	w.leave(a)
}

// messages reads a file of mail, from behind the line before a message.
type messages struct {
	in    *bufio.Reader
	limit int64
	ended bool // there are no more
}

// next is the next message, and goes on behind the line before the one after it.
func (m *messages) next() (message []byte, err error) {
	for large, empty := false, false; ; {
		line, err := readLine(m.in, m.limit)
		switch {
		case errors.Is(err, ErrTooLarge):
			large = true
		case err != nil && err != io.EOF:
			m.ended = true
			return nil, err
		}
		m.ended = err == io.EOF
		last := m.ended || empty && beginsMessage(line)
		if !last || m.ended {
			message = append(message, unquoted(line)...)
		}
		if large = large || int64(len(message)) > m.limit; large {
			message = nil
		}
		switch {
		case last && large:
			return nil, tooLarge(m.limit)
		case last:
			return withoutEmptyLine(message), nil
		}
		empty = len(bytes.TrimRight(line, "\r\n")) == 0
	}
}

// unquoted is a line without the sign that was put before it because it began
// as the line before a message does.
func unquoted(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
		return line[1:]
	}
	return line
}

func withoutEmptyLine(message []byte) []byte {
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		if bytes.HasSuffix(message, []byte(end)) {
			return message[:len(message)-len(end)/2]
		}
	}
	return message
}
