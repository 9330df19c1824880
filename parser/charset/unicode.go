package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

var (
	littleEndian binary.ByteOrder = binary.LittleEndian
	bigEndian    binary.ByteOrder = binary.BigEndian
)

// utf8Text copies data and replaces each maximal part of an ill-formed
// sequence by one U+FFFD, as the Unicode Standard (3.9, "Substitution of
// Maximal Subparts") and WHATWG recommend.
func utf8Text(data []byte) (string, int) {
	var b strings.Builder
	b.Grow(len(data) + len(data)/64 + 16)
	replaced, start := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r != utf8.RuneError || size > 1 {
			i += size
			continue
		}
		b.Write(data[start:i])
		b.WriteString("\uFFFD")
		replaced++
		i += illFormed(data[i:])
		start = i
	}
	b.Write(data[start:])
	return b.String(), replaced
}

// illFormed is the length of the maximal ill-formed part at the start of
// data, which does not start with a whole character: 1 <= illFormed <= 3.
func illFormed(data []byte) int {
	lead := data[0]
	low, high, want := byte(0x80), byte(0xBF), 0
	switch {
	case lead >= 0xC2 && lead <= 0xDF:
		want = 1
	case lead >= 0xE0 && lead <= 0xEF:
		want = 2
	case lead >= 0xF0 && lead <= 0xF4:
		want = 3
	}
	switch lead {
	case 0xE0:
		low = 0xA0
	case 0xED:
		high = 0x9F
	case 0xF0:
		low = 0x90
	case 0xF4:
		high = 0x8F
	}
	n := 1
	for n <= want && n < len(data) && low <= data[n] && data[n] <= high {
		low, high = 0x80, 0xBF
		n++
	}
	return n
}

// utf16Text reads UTF-16. A surrogate without its partner and an odd byte at
// the end each become one U+FFFD.
func utf16Text(data []byte, order binary.ByteOrder) (string, int) {
	out := make([]byte, 0, len(data)+len(data)/2)
	replaced := 0
	for len(data) >= 2 {
		r := rune(order.Uint16(data))
		data = data[2:]
		if utf16.IsSurrogate(r) {
			pair := rune(utf8.RuneError)
			if len(data) >= 2 {
				pair = utf16.DecodeRune(r, rune(order.Uint16(data)))
			}
			r = pair
			if pair == utf8.RuneError {
				replaced++
			} else {
				data = data[2:]
			}
		}
		out = utf8.AppendRune(out, r)
	}
	if len(data) > 0 {
		out = utf8.AppendRune(out, utf8.RuneError)
		replaced++
	}
	return string(out), replaced
}

// utf32Text reads UTF-32. What is no character and a rest of fewer than four
// bytes each become one U+FFFD.
func utf32Text(data []byte, order binary.ByteOrder) (string, int) {
	out := make([]byte, 0, len(data)/2)
	replaced := 0
	for len(data) > 0 {
		r := rune(-1)
		if len(data) >= 4 {
			r = rune(order.Uint32(data))
		}
		if !utf8.ValidRune(r) {
			r = utf8.RuneError
			replaced++
		}
		out = utf8.AppendRune(out, r)
		data = data[min(4, len(data)):]
	}
	return string(out), replaced
}

// sampleSize is how much of a document is looked at to tell its encoding.
const sampleSize = 16 << 10

// UTF16 is "utf-16le" or "utf-16be" when data without byte order mark reads
// as such, else "". In the right order there are spaces, line ends, digits
// or Latin letters, with a zero byte each, and hardly a unit that text does
// not have. In text of one byte per character with a zero byte somewhere
// most pairs of bytes are two visible ASCII characters, in UTF-16 few are.
func UTF16(data []byte) string {
	data = data[:min(len(data), sampleSize)&^1]
	if bytes.IndexByte(data, 0) < 0 {
		return ""
	}
	pairs, ascii := 0, 0
	for i := 0; i < len(data); i += 2 {
		if data[i] != 0 && data[i+1] != 0 {
			pairs++
			if isPrint(rune(data[i])) && isPrint(rune(data[i+1])) {
				ascii++
			}
		}
	}
	little, big := utf16Fit(data, littleEndian), utf16Fit(data, bigEndian)
	switch {
	case 2*ascii > pairs:
		return ""
	case little > 0 && little > big:
		return "utf-16le"
	case big > 0:
		return "utf-16be"
	}
	return ""
}

// utf16Fit is the number of units of one printable character of Latin-1 less
// a fine for each unit that is unlikely in text; 0 when there are too many.
func utf16Fit(data []byte, order binary.ByteOrder) int {
	latin, bad := 0, 0
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		switch {
		case isPrint(r) || 0xA0 <= r && r <= 0xFF:
			latin++
		case !utf16.IsSurrogate(r) && !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r):
			bad++
		}
	}
	if latin < 2 || 50*bad > len(data)/2 {
		return 0
	}
	return max(latin-4*bad, 0)
}

func isPrint(r rune) bool {
	return r >= ' ' && r < 0x7F || r == '\n' || r == '\r' || r == '\t'
}
