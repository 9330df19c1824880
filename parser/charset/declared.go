package charset

import (
	"bytes"
	"strings"
)

// How far into a document its declaration may stand: WHATWG looks at 1,024
// bytes of HTML, but scripts and comments push it further down in practice.
const (
	textHead = 1 << 10
	htmlHead = 4 << 10
)

// Declared is the label of the encoding that a document gives itself, as
// written: in an XML declaration, in a meta element, or in a line
// "Content-Type:" of saved headers. It is "" when there is none. Zero bytes
// are passed over, so that data may be UTF-16. When there are none, data is
// in an encoding that has ASCII as a part, and a label of UTF-16 is taken
// for UTF-8, as WHATWG prescribes.
func Declared(data []byte) string {
	head := data[:min(len(data), textHead)]
	if bytes.IndexByte(head, '<') >= 0 {
		head = data[:min(len(data), htmlHead)]
	}
	wide := bytes.IndexByte(head, 0) >= 0
	if wide {
		head = bytes.ReplaceAll(head, []byte{0}, nil)
	}
	label := xmlLabel(head)
	for pos := 0; label == ""; {
		i := indexCharset(head[pos:])
		if i < 0 {
			return ""
		}
		pos += i + len("charset")
		if declares(head[:pos-len("charset")]) {
			label = labelAt(head[pos:])
		}
	}
	if !wide && strings.HasPrefix(Name(label), "utf-16") {
		return "utf-8"
	}
	return label
}

// xmlLabel is the encoding of <?xml version="1.0" encoding="..."?>.
func xmlLabel(head []byte) string {
	head = bytes.TrimLeft(head, " \t\r\n")
	if !hasPrefix(head, "<?xml") {
		return ""
	}
	decl, _, ok := bytes.Cut(head, []byte("?>"))
	if !ok {
		return ""
	}
	_, value, ok := bytes.Cut(decl, []byte("encoding"))
	if !ok {
		return ""
	}
	return labelAt(value)
}

// indexCharset is the place of the word charset, in the ways it is written.
func indexCharset(head []byte) int {
	first := -1
	for _, word := range []string{"charset", "CHARSET", "Charset"} {
		if i := bytes.Index(head, []byte(word)); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// declares reports whether the word charset after before stands in a meta
// element or in a header line, and not in a sentence about encodings.
func declares(before []byte) bool {
	if tag := bytes.LastIndexByte(before, '<'); tag > bytes.LastIndexByte(before, '>') {
		return foldPrefix(before[tag+1:], "meta")
	}
	line := before[bytes.LastIndexAny(before, "\r\n")+1:]
	return foldPrefix(line, "content-type:")
}

func foldPrefix(s []byte, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(string(s[:len(prefix)]), prefix)
}

// labelAt reads the value after an attribute's or a parameter's name: an
// equals sign and a word, in quotes or not; "" when there is none.
func labelAt(s []byte) string {
	s = bytes.TrimLeft(s, " \t\r\n")
	if len(s) == 0 || s[0] != '=' {
		return ""
	}
	s = bytes.TrimLeft(s[1:], " \t\r\n\"'")
	end := bytes.IndexAny(s, " \t\r\n\"'<>;?/")
	if end < 0 || end > 40 {
		return ""
	}
	return string(s[:end])
}
