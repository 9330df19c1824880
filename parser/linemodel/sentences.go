package linemodel

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastSentence is the bytes of the shortest part that Sentences cuts off.
const leastSentence = 20

// Sentences cuts a line behind full stops and their kin and appends the parts
// to dst. The parts joined are the line; white space and closing quotes belong
// to the part before them. It is for lines that hold a whole page, where a cut
// at an abbreviation does no harm.
func Sentences(dst []string, line string) []string {
	from := 0
	for i, r := range line {
		if !endsSentence(r) || i-from < leastSentence {
			continue
		}
		end := i + utf8.RuneLen(r)
		if end < from || !begins(line, &end, r) || r == '.' && abbreviates(line[from:i]) {
			continue
		}
		dst = append(dst, line[from:end])
		from = end
	}
	if from < len(line) {
		dst = append(dst, line[from:])
	}
	return dst
}

func endsSentence(r rune) bool { return strings.ContainsRune(".!?…。！？؟۔।॥", r) }

// begins moves end behind closing quotes and white space and reports whether
// a sentence may begin there: not with a small letter, and not without white
// space unless stop is of a script that has none.
func begins(line string, end *int, stop rune) bool {
	rest := strings.TrimLeft(line[*end:], `"')]”’»」』）`)
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	*end = len(line) - len(next)
	first, _ := utf8.DecodeRuneInString(next)
	return next != "" && !unicode.IsLower(first) && (len(next) < len(rest) || stop >= 0x3000)
}

// abbreviates reports whether s ends with a word of one or two letters or
// digits, which a full stop may belong to.
func abbreviates(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return utf8.RuneCountInString(word) <= 2
}
