package output

import "unicode/utf8"

// jsonQuoted are the bytes to look at in a JSON string (RFC 8259, section 7),
// yamlQuoted those in a quoted scalar of YAML and yamlLiteral those in a
// literal block.
const (
	jsonQuoted  = quotes
	yamlQuoted  = quotes | foreign
	yamlLiteral = foreign
)

// hostile reports whether YAML must not find the character raw: it is outside
// of the printable set or a line break of YAML 1.1 (YAML 1.2.2, section 5.1;
// 1.1, section 4.2).
func hostile(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t'
	case r >= 0x7f && r < 0xa0, r == 0x2028, r == 0x2029, r == 0xfeff, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}

// appendQuoted appends s in double quotes. JSON's escapes are a part of
// YAML's, so the bytes to look at are all that the two differ in. A byte that
// is no UTF-8 is written as U+FFFD, as encoding/json does.
func appendQuoted(dst []byte, s string, special charset) []byte {
	if !utf8.ValidString(s) {
		s = string([]rune(s))
	}
	dst = append(dst, '"')
	for clean := 0; ; {
		i := special.next(s, clean)
		dst = append(dst, s[clean:i]...)
		if i == len(s) {
			return append(dst, '"')
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		clean = i + size
		if r < utf8.RuneSelf || hostile(r) {
			dst = appendEscape(dst, r)
		} else {
			dst = append(dst, s[i:clean]...)
		}
	}
}

const hex = "0123456789abcdef"

// appendEscape appends the escape of a character below U+10000.
func appendEscape(dst []byte, r rune) []byte {
	switch r {
	case '\n':
		return append(dst, '\\', 'n')
	case '"', '\\':
		return append(dst, '\\', byte(r))
	case '\t':
		return append(dst, '\\', 't')
	case '\r':
		return append(dst, '\\', 'r')
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	}
	return append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}

// appendLiteral appends s as a literal block of YAML, indented by two spaces.
// It reports false, and appends nothing, when a literal block could not be
// read back exactly: the text begins or ends with white space, which would
// change its indentation or its end, or has a hostile character.
func appendLiteral(dst []byte, s string) ([]byte, bool) {
	if s == "" || s[0] == ' ' || s[0] == '\t' || s[0] == '\n' || s[len(s)-1] == '\n' || !utf8.ValidString(s) {
		return dst, false
	}
	start := len(dst)
	dst = append(dst, "|-\n  "...)
	for clean := 0; ; {
		i := yamlLiteral.next(s, clean)
		dst = append(dst, s[clean:i]...)
		if i == len(s) {
			return dst, true
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		clean = i + size
		if hostile(r) {
			return dst[:start], false
		}
		dst = append(dst, s[i:clean]...)
		if r == '\n' && s[clean] != '\n' {
			dst = append(dst, "  "...)
		}
	}
}
