package output

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printable makes s safe for a terminal and keeps it on one line: control
// characters (C0, DEL, C1), line and paragraph separators, bidirectional
// controls and bytes that are no UTF-8 become visible escapes.
func Printable(s string) string {
	clean := true
	for _, r := range s {
		if r == utf8.RuneError || !Safe(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var sb strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&sb, `\x%02x`, s[i])
		case Safe(r):
			sb.WriteRune(r)
		case r < 0x80:
			fmt.Fprintf(&sb, `\x%02x`, r)
		default:
			fmt.Fprintf(&sb, `\u%04x`, r)
		}
		i += n
	}
	return sb.String()
}

// Safe reports whether r can neither command nor mislead a terminal, nor end a line.
func Safe(r rune) bool {
	if r < 0x20 || r == 0x7F || r >= 0x80 && r < 0xA0 {
		return false
	}
	return !unicode.Is(unicode.Bidi_Control, r) && r != '\u2028' && r != '\u2029'
}
