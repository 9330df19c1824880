package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What digits a text has, those of all scripts among them.

// allDigits reports whether s is digits of ASCII and nothing else.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// hasDigit reports whether a digit of any script is in s.
func hasDigit(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c-'0' < 10 {
			return true
		}
		if c >= "\u0660"[0] && utf8.RuneStart(c) && c != "“"[0] { // the first digits beyond ASCII; no sign of punctuation
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsDigit(r) {
				return true
			}
		}
	}
	return false
}

// endsInDigit reports whether the last character of s is a digit of any script.
func endsInDigit(s string) bool { return unicode.IsDigit(lastRune(s)) }

func isASCIIDigit(r rune) bool { return '0' <= r && r <= '9' }

// asciiDigits writes the decimal digits of all scripts as ASCII.
func asciiDigits(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		if v := digitValue(r); v >= 0 {
			return '0' + rune(v)
		}
		return r
	}, s)
}

// digitValue is the value of a decimal digit of any script, -1 for others.
// Unicode lays each script's digits out in runs of ten from zero to nine.
func digitValue(r rune) int {
	if r < 0x80 || !unicode.IsDigit(r) {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10
		}
	}
	return -1
}

// firstDigit is the offset of the first digit of any script in s, -1 when it has
// none.
func firstDigit(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			if at := strings.IndexFunc(s[i:], unicode.IsDigit); at >= 0 {
				return i + at
			}
			return -1
		}
		if '0' <= s[i] && s[i] <= '9' {
			return i
		}
	}
	return -1
}

// countDigits is how many digits of any script s has.
func countDigits(s string) (n int) {
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
