package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What letters a text has, and what it begins and ends with.

// lastRune is the last character of s, utf8.RuneError when it has none.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// isLower reports whether r is lower case in a script whose names begin with a
// capital. Georgian letters count as lower case and have no such capitals.
func isLower(r rune) bool { return unicode.IsLower(r) && !unicode.Is(unicode.Georgian, r) }

// startsLower reports whether s begins with a letter in lower case. Names do not,
// in scripts with capitals and in those without.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLower(r)
}

// startsUpper reports whether s begins with a capital.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isUpperWord reports whether s is capitals and nothing else.
func isUpperWord(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return s != ""
}

// allCapitals reports whether s has letters and no small one, in a script with both.
func allCapitals(s string) bool {
	for i := range len(s) {
		if 'a' <= s[i] && s[i] <= 'z' { // most lines are told by their first word
			return false
		}
	}
	upper := strings.ToUpper(s)
	return s == upper && strings.ToLower(s) != upper
}

// titleCase reports whether most of the longer words of s begin with a
// capital, as headlines in English do, or all its letters are capitals.
func titleCase(s string) bool {
	upper, lower := 0, 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "\"'“‘«(")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) && utf8.RuneCountInString(w) > 3:
			lower++
		}
	}
	return upper >= 2 && upper > 2*lower
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// noSpaces reports whether r belongs to a script that writes no spaces between
// words: Han, kana, their punctuation, Thai, Lao, Khmer, Burmese.
func noSpaces(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF || r >= 0xFF00 && r <= 0xFF60 || r >= 0x20000 && r <= 0x3FFFD || isSoutheastAsian(r)
}

// isSoutheastAsian reports whether r is Thai, Lao, Burmese or Khmer.
func isSoutheastAsian(r rune) bool {
	return r >= 0x0E00 && r <= 0x0EFF || r >= 0x1000 && r <= 0x109F || r >= 0x1780 && r <= 0x17FF
}

// maxLetterWeight is more than any headline is asked to have.
const maxLetterWeight = 24

// letterWeight is what the letters of s weigh, up to maxLetterWeight or one more: one
// each in ASCII, two where isWide holds, which is true of ideographs and of all alphabets
// below U+1100, accented Latin, Cyrillic and Arabic among them, and one elsewhere.
func letterWeight(s string) int {
	n := 0
	for i, size := 0, 0; i < len(s) && n < maxLetterWeight; i += size {
		r := rune(s[i])
		if size = 1; r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r < utf8.RuneSelf {
			if c := byte(r) | 0x20; 'a' <= c && c <= 'z' {
				n++
			}
		} else if unicode.IsLetter(r) {
			if n++; isWide(r) {
				n++
			}
		}
	}
	return n
}
