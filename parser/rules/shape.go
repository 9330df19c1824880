package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shape is what the values of a label look like.
type Shape uint8

const (
	AnyText   Shape = iota
	IDShape         // one word with a digit: 275219, 05/195, MRS-60
	DateShape       // short, with a digit, and no sentence
	NameShape       // names of people: capitals, no digits at first, and no sentence
	URLShape        // one word: an address
)

var shapeNames = []string{"text", "id", "date", "name", "url"}

// String is the shape as rule files write it.
func (s Shape) String() string { return shapeNames[s] }

// fits reports whether value, without outer white space, looks like s. It
// is quick and lenient: only a parser of dates can tell a date.
func (s Shape) fits(value string) bool {
	switch s {
	case IDShape:
		return fitsID(value)
	case DateShape:
		return len(value) <= 160 && hasDigit(value) && !isSentence(value) && countWords(value) <= 14
	case NameShape:
		return fitsName(value)
	case URLShape:
		return fitsURL(value)
	}
	return value != ""
}

func fitsID(value string) bool {
	value = strings.TrimRight(value, ".,;)]|")
	if len(value) > 64 || !hasDigit(value) {
		return false
	}
	for _, r := range value {
		if !isWord(r) && !strings.ContainsRune("-_./#:–", r) {
			return false
		}
	}
	return true
}

func fitsURL(value string) bool {
	if strings.ContainsAny(value, " \t") || len(value) < 4 {
		return false
	}
	return strings.Contains(value, "://") || strings.HasPrefix(value, "www.") ||
		strings.HasPrefix(value, "/") || strings.IndexByte(value, '.') > 0 && strings.IndexByte(value, '/') > 0
}

// fitsName accepts lists of names with what bylines add to them: "Jane Doe
// and John Roe, Political Editor".
func fitsName(value string) bool {
	if len(value) > 240 || isSentence(value) {
		return false
	}
	words, capitals := 0, 0
	for word := range strings.FieldsSeq(value) {
		words++
		if isNameWord(word) {
			capitals++
		} else if words == 1 {
			return false
		}
	}
	return words > 0 && words <= 16 && 2*capitals >= words
}

// isSentence reports whether s ends as sentences do, initials apart, or has
// the comma or full stop of a script without spaces in it.
func isSentence(s string) bool {
	if strings.ContainsAny(s, "。，！？") {
		return true
	}
	last, size := utf8.DecodeLastRuneInString(s)
	switch last {
	case '!', '?', '؟', '।', '۔', '։', ';':
		return true
	case '.':
		word := s[strings.LastIndexByte(s, ' ')+1 : len(s)-size]
		return utf8.RuneCountInString(word) > 3 || strings.IndexFunc(word, unicode.IsLetter) < 0
	}
	return false
}

func countWords(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
