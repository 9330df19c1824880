package parser

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"unscrape/parser/charset"
)

// decode turns the bytes of a document into text, which is always valid
// UTF-8. The text leaves out a byte order mark at the start and holds
// everything else, with line feeds where lines end with carriage returns only; spans count
// in it. It does not alias data.
//
// declared is the label of the encoding by the container of the document,
// "" when it gives none; then the document's own declaration counts. What
// decides, in this order: a byte order mark; being valid UTF-8; zero bytes
// as in UTF-16; multi-byte characters of which most are UTF-8; the declared
// encoding, when the bytes make sense in it; the look of the bytes.
func decode(data []byte, declared string) (text string, enc Encoding, warns []Warning) {
	mark, size := charset.BOM(data)
	data = data[size:]
	if declared == "" {
		declared = charset.Declared(data)
	}
	enc.Declared = charset.Name(declared)
	switch {
	case mark != "":
		enc.Used, enc.Detected = mark, mark
	case isUTF8(data):
		text, enc.Used = string(data), "utf-8"
	default:
		enc.Used = chooseEncoding(data, enc.Declared)
		if enc.Used != "utf-8" && enc.Used != enc.Declared {
			enc.Detected = enc.Used
		}
	}
	if text == "" {
		text, enc.Replaced = charset.Text(data, enc.Used)
	}
	if strings.IndexByte(text, '\r') >= 0 && strings.IndexByte(text, '\n') < 0 { // old Macintosh
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	warns = decodeWarnings(text, declared, &enc)
	if mended, ok := decodeTwice(text); ok && enc.Used == "utf-8" {
		text = mended
		warns = append(warns, Warning{"encoded-twice", "the text was encoded as UTF-8 twice, one layer was taken off", Unknown})
	}
	return text, enc, warns
}

// isUTF8 reports whether data needs no look at other encodings: it is valid
// and lacks the signs of encodings that consist of ASCII bytes, the zero
// bytes of UTF-16 and the escapes of ISO-2022-JP.
func isUTF8(data []byte) bool {
	return bytes.IndexByte(data[:min(len(data), 4<<10)], 0) < 0 &&
		bytes.IndexByte(data, '\x1b') < 0 && utf8.Valid(data)
}

// chooseEncoding is the encoding of data without byte order mark that is not
// plainly UTF-8.
func chooseEncoding(data []byte, declared string) string {
	if name := charset.UTF16(data); name != "" {
		return name
	}
	if charset.UTF8(data) {
		return "utf-8"
	}
	return charset.Detect(data, declared)
}

// decodeWarnings puts the doubts about the encoding into words and keeps an
// unknown label as written. Of text in ASCII no label is wrong.
func decodeWarnings(text, label string, enc *Encoding) (warns []Warning) {
	warn := func(code, format string, args ...any) {
		warns = append(warns, Warning{Code: code, Message: fmt.Sprintf(format, args...), Span: Unknown})
	}
	switch {
	case label == "":
	case enc.Declared == "":
		enc.Declared = label
		warn("unknown-charset", "the declared encoding %q is not known, read as %s", label, enc.Used)
	case !charset.Agree(enc.Declared, enc.Used) && !charset.IsASCII(text):
		enc.Detected = enc.Used
		warn("charset-mismatch", "declared as %s, but the bytes are %s", enc.Declared, enc.Used)
	}
	if enc.Replaced > 0 {
		warn("replaced-characters", "%d sequences of bytes could not be read as %s", enc.Replaced, enc.Used)
	}
	return warns
}

// decodeTwice mends text that was UTF-8, was taken for ISO 8859-1, and was
// encoded as UTF-8 again: "donâ\u0080\u0099t" for "don’t". It does so only
// where there is no doubt: the text has control characters of the C1 set, which
// no text has, nothing beyond U+00FF, and as bytes of ISO 8859-1 it is valid
// UTF-8.
func decodeTwice(text string) (mended string, ok bool) {
	if !hasC1(text) {
		return text, false
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r > 0xFF {
			return text, false
		}
		out = append(out, byte(r))
		i += n
	}
	if !utf8.Valid(out) {
		return text, false
	}
	return string(out), true
}

// hasC1 reports whether text has a character from U+0080 to U+009F.
func hasC1(text string) bool {
	for i := 0; ; {
		n := strings.IndexByte(text[i:], 0xC2)
		if n < 0 || i+n+1 >= len(text) {
			return false
		}
		if i += n + 1; text[i] < 0xA0 {
			return true
		}
	}
}
