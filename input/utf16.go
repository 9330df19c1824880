package input

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// utf16Name is the name of the UTF-16 that head is in: it has a byte order mark, or
// begins as JSON does, with a bracket and half a character of zeros. It is "" for all
// else.
func utf16Name(head []byte) string {
	if len(head) < 2 {
		return ""
	}
	switch string(head[:2]) {
	case "\xff\xfe", "{\x00", "[\x00":
		return "utf-16le"
	case "\xfe\xff", "\x00{", "\x00[":
		return "utf-16be"
	}
	return ""
}

// utf16Of makes UTF-8 of what head begins, when that is UTF-16, and takes the mark off.
// It is nil for all else.
func utf16Of(head []byte) transform.Transformer {
	switch utf16Name(head) {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()
	}
	return nil
}

// unmarked takes a byte order mark off, and makes UTF-8 of the UTF-16 behind one. All
// other bytes it leaves.
func unmarked() transform.Transformer { return unicode.BOMOverride(transform.Nop) }

// utf8Head is head without a byte order mark, and in UTF-8 when it is UTF-16.
func utf8Head(head []byte) []byte {
	if t := utf16Of(head); t != nil {
		head, _, _ = transform.Bytes(t, head[:len(head)&^1])
	}
	return bytes.TrimPrefix(head, []byte("\ufeff"))
}

// openText opens what s holds as open does, in UTF-8 when it is UTF-16.
func (w *walk) openText(s *source) (io.ReadCloser, bool) {
	r, ok := w.open(s)
	if t := utf16Of(s.head); ok && t != nil {
		return both{transform.NewReader(r, t), []any{r}}, true
	}
	return r, ok
}
