package parser

import (
	"strings"
	"unicode/utf8"
)

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
