package input

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// inspectLen is how much of a document is looked at to tell whether it is
// text.
const inspectLen = 8 << 10

// Binary formats whose beginnings can look like text.
var binaryMagics = [][]byte{
	[]byte("%PDF-"), []byte("\x89PNG\r\n\x1a\n"), []byte("\xff\xd8\xff"), []byte("GIF8"), []byte("RIFF"),
	[]byte("\x7fELF"), []byte("ID3"), []byte("OggS"), []byte("wOF"), []byte("SQLite format 3\x00"),
}

// isBinary reports whether head, the beginning of a file, cannot be text in
// any encoding. A stray NUL does not make a text binary, and every other
// byte of UTF-16 is NUL in most scripts.
func isBinary(head []byte) bool {
	for _, m := range binaryMagics {
		if bytes.HasPrefix(head, m) {
			return true
		}
	}
	head = head[:min(len(head), inspectLen)]
	var controls int
	var nul [2]int
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
		switch b := head[i]; {
		case b >= ' ':
		case b == 0:
			nul[i&1]++
		case (b < '\b' || b > '\r') && b != 0x1b && b != 0x1a: // neither white space nor ISO 2022 nor an old end of file
			controls++
		}
	}
	if wide := max(nul[0], nul[1]); wide*10 > len(head) && min(nul[0], nul[1])*20 <= wide {
		nul = [2]int{} // UTF-16
	}
	return (controls+nul[0]+nul[1])*20 > len(head)
}

// text8 is the number of bytes before the first control character but \b to \r of
// the eight that x holds, the first in its lowest bits; 8 when there is none.
// What is added to the lower seven bits of each byte reaches the upper one from
// a bound on, and never the next byte.
func text8(x uint64) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	low := x &^ high
	control := ^(low + (0x80-' ')*each)
	space := (low + (0x80-'\b')*each) &^ (low + (0x80-'\r'-1)*each)
	return bits.TrailingZeros64(control&^space&^x&high) / 8
}
