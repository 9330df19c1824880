package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unglue sets the parts of a line of a dump apart that its markup had apart:
// "Jane RoeMay 3, 2020Updated", "May 3, 20205 min". Names with a capital
// within are cut too, so the result is for dates only.
func unglue(s string) string {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return s
	}
	var sb strings.Builder
	from, prev := 0, rune(0)
	for i, r := range s {
		if unicode.IsLower(prev) && unicode.IsUpper(r) || isASCIIDigit(prev) && yearEnds(s[:i], s[i:]) {
			sb.WriteString(s[from:i])
			sb.WriteByte(' ')
			from = i
		}
		prev = r
	}
	if from == 0 {
		return s
	}
	sb.WriteString(s[from:])
	return sb.String()
}

// yearEnds reports whether before ends with a year behind a sign and after
// begins with a word, perhaps behind one or two digits, as the time of reading
// is.
func yearEnds(before, after string) bool {
	n := len(before)
	if n < 6 || isASCIIDigit(rune(before[n-5])) || before[n-4:n-2] != "19" && before[n-4:n-2] != "20" || !isASCIIDigit(rune(before[n-2])) {
		return false
	}
	rest := strings.TrimLeft(after, "0123456789")
	count := len(after) - len(rest)
	if count > 0 {
		rest = strings.TrimLeft(rest, " -")
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return count <= 2 && unicode.IsLetter(r)
}
