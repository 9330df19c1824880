package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Entries of lists begin with a sign or a number.

// listMark is the sign that an entry of a list begins with, '1' for any
// number, 'a' for any letter; 0 when s is none.
func listMark(s string) rune {
	if isLettered(s) {
		return 'a'
	}
	if s != "" && isASCIILetter(s[0]) && s[0] != 'o' { // as most lines
		return 0
	}
	if isNumbered(s) {
		return '1'
	}
	return bullet(s)
}

// bullet is the sign with a space behind it that s begins with; 0 when there is none.
func bullet(s string) rune {
	if r, n := utf8.DecodeRuneInString(s); strings.ContainsRune("-*•·–—+o", r) && strings.HasPrefix(s[n:], " ") {
		return r
	}
	return 0
}

// isNumbered reports whether s begins with a number as the entries of a list do:
// "3. Third".
func isNumbered(s string) bool {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return n > 0 && n < 3 && len(s) > n+2 && (s[n] == '.' || s[n] == ')') && s[n+1] == ' '
}

// isLettered reports whether s begins with a letter and a bracket, as the entries of a
// list do: "a) First".
func isLettered(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return len(s) > n+1 && s[n] == ')' && s[n+1] == ' ' && unicode.IsLetter(r)
}

// isBullet reports whether s begins with the sign of a list's entry.
func isBullet(s string) bool {
	return len(s) > 2 && (s[0] == '*' || s[0] == '+' || s[0] == 'o') && s[1] == ' ' || len(s) > 4 && s[:4] == "• "
}
