package input

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf16"
)

// inspectLen is how much of a document is looked at to tell whether it is
// text.
const inspectLen = 8 << 10

// Binary formats whose beginnings can look like text.
var binaryMagics = [][]byte{
	[]byte("%PDF-"), []byte("\x89PNG\r\n\x1a\n"), []byte("\xff\xd8\xff"), []byte("GIF8"), []byte("RIFF"),
	[]byte("\x7fELF"), []byte("ID3"), []byte("OggS"), []byte("wOF"), []byte("SQLite format 3\x00"),
}

// isBinary reports whether head, the beginning of a file, cannot be text in any
// encoding. A few stray control characters do not make a text binary. Of UTF-16
// many bytes look like them: NUL, and whatever numbers the script has.
func isBinary(head []byte) bool {
	for _, m := range binaryMagics {
		if bytes.HasPrefix(head, m) {
			return true
		}
	}
	head = head[:min(len(head), inspectLen)]
	return countControls(head)*20 > len(head) && !isUTF16(head, binary.LittleEndian) && !isUTF16(head, binary.BigEndian)
}

// countControls counts what is neither a character nor white space nor part of
// ISO 2022 nor an old end of file.
func countControls(head []byte) (n int) {
	for i := 0; i < len(head); i++ {
		for i+8 <= len(head) {
			c := text8(binary.LittleEndian.Uint64(head[i:]))
			i += c
			if c < 8 {
				break
			}
		}
		if i == len(head) {
			break
		}
		if b := head[i]; b < ' ' && (b < '\b' || b > '\r') && b != 0x1b && b != 0x1a {
			n++
		}
	}
	return n
}

// isUTF16 reports whether nearly all of head is characters of UTF-16. Of random
// data a sixth is not.
func isUTF16(head []byte, order binary.ByteOrder) bool {
	units := make([]uint16, len(head)/2)
	for i := range units {
		units[i] = order.Uint16(head[2*i:])
	}
	odd := 0
	for _, r := range utf16.Decode(units) {
		if r == unicode.ReplacementChar || !unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			odd++
		}
	}
	return len(units) > 0 && odd*50 <= len(units)
}

// text8 is the number of bytes before the first control character but \b to \r of
// the eight that x holds, the first in its lowest bits; 8 when there is none.
// What is added to the lower seven bits of each byte reaches the upper one from
// a bound on, and never the next byte.
func text8(x uint64) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	if (x-' '*each)&^x&high == 0 { // as most: no byte is below a space
		return 8
	}
	low := x &^ high
	control := ^(low + (0x80-' ')*each)
	space := (low + (0x80-'\b')*each) &^ (low + (0x80-'\r'-1)*each)
	return bits.TrailingZeros64(control&^space&^x&high) / 8
}
