package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Mojibake is the number of characters in text that look like UTF-8 read as
// windows-1252 or ISO-8859-1, as "é" for é and "â€™" for ’. It is no proof:
// "Å»" may be a quoted Å. Nothing is mended, since what was lost on the way
// cannot be known.
func Mojibake(text string) (count int) {
	for {
		i := strings.IndexByte(text, 0xC3) // leads à to ô, the lead bytes of UTF-8 as characters
		if i < 0 {
			return count
		}
		text = text[i:]
		size := mojibakeLen(text)
		if size > 0 {
			count++
		}
		text = text[max(size, 1):]
	}
}

// mojibakeLen is the length of the misread character that text starts with;
// 0 when it starts with none.
func mojibakeLen(text string) (size int) {
	var raw [utf8.UTFMax]byte
	for n := range raw {
		r, width := utf8.DecodeRuneInString(text[size:])
		c, ok := misreadByte(r)
		if !ok || width == 0 {
			return 0
		}
		raw[n] = c
		size += width
		if utf8.FullRune(raw[:n+1]) {
			char, length := utf8.DecodeRune(raw[:n+1])
			if length == n+1 && n > 0 && isWritten(char) {
				return size
			}
			return 0
		}
	}
	return 0
}

// misreadByte is the byte that was read as r. Five bytes have no character in
// windows-1252; one of them stands for all.
func misreadByte(r rune) (c byte, ok bool) {
	switch {
	case 0x80 <= r && r <= 0xFF:
		return byte(r), true
	case r == utf8.RuneError:
		return 0x8D, true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// isWritten reports whether a character occurs in the texts of a living
// language: those of the blocks from U+0180 to U+036F hardly do, and would
// be seen in French capitals before a closing quote.
func isWritten(r rune) bool { return r < 0x180 || r >= 0x370 }
