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
	IDShape         // one word with a digit that is no date or time: 275219, 05/195, MRS-60
	DateShape       // short, with a digit, and no sentence
	NameShape       // names of people: capitals, and no sentence
	URLShape        // one word: an address
)

var shapeNames = []string{"text", "id", "date", "name", "url"}

// String is the shape as rule files write it.
func (s Shape) String() string { return shapeNames[s] }

// fits reports whether value, without outer white space, looks like s. It is
// quick and lenient, less so when no separator stands before the value: then
// the line may be prose. Only a parser of dates can tell a date.
func (s Shape) fits(value string, sep bool) bool {
	switch s {
	case IDShape:
		if series, number, ok := strings.Cut(value, " "); ok && sep && len(series) <= 4 && len(number) > 2 && strings.Trim(number, "0123456789") == "" &&
			strings.Trim(series, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && !(len(number) == len("2006") && (number[:2] == "19" || number[:2] == "20")) { // PR 5127, no MAY 2006
			value = number
		}
		return fitsID(value)
	case DateShape:
		return fitsDate(value, sep)
	case NameShape:
		return fitsName(value, sep)
	case URLShape:
		return fitsURL(value)
	}
	return value != ""
}

func fitsID(value string) bool {
	value = strings.TrimRight(value, ".,;)]|")
	if len(value) > 64 || !hasDigit(value) || isClock(value) || isNumericDate(value) {
		return false
	}
	for _, r := range value {
		if !isWord(r) && !strings.ContainsRune("-_./#:–", r) {
			return false
		}
	}
	return true
}

// isClock reports whether s is like 10:30.
func isClock(s string) bool {
	i := strings.IndexByte(s, ':')
	return (i == 1 || i == 2) && len(s) >= i+3 && strings.Trim(s, "0123456789:") == ""
}

// isNumericDate reports whether s is like 2020-10-06 or 6.10.2020.
func isNumericDate(s string) bool {
	var widths []int
	width := 0
	for _, r := range s {
		switch {
		case isDigit(r):
			width++
		case r == '-' || r == '/' || r == '.' || r == '–':
			widths = append(widths, width)
			width = 0
		default:
			return false
		}
	}
	widths = append(widths, width)
	return len(widths) == 3 && widths[1] >= 1 && widths[1] <= 2 &&
		(widths[0] == 4 && widths[2] <= 2 || widths[0] <= 2 && (widths[2] == 4 || widths[2] == 2))
}

// fitsDate accepts what is short and has digits early. Without a separator it
// wants two numbers, a long one, or hardly any words beside the number, for
// "Posted 10 wins in a row" is a headline.
func fitsDate(value string, sep bool) bool {
	if len(value) > 160 || isSentence(value) {
		return false
	}
	words, first, groups, longest := 0, -1, 0, 0
	for word := range strings.FieldsSeq(value) {
		words++
		width := 0
		for _, r := range word + " " {
			if isDigit(r) {
				width++
				longest = max(longest, width)
				continue
			}
			if width > 0 {
				groups++
				width = 0
			}
		}
		if groups > 0 && first < 0 {
			first = words
		}
	}
	if groups == 0 || words > 14 {
		return false
	}
	return sep || first <= 4 && (words <= 10 || words <= 2*groups+2) && (groups > 1 || longest >= 4 || words <= 3)
}

func fitsURL(value string) bool {
	if strings.ContainsAny(value, " \t") || len(value) < 4 {
		return false
	}
	return strings.Contains(value, "://") || strings.HasPrefix(value, "www.") ||
		strings.HasPrefix(value, "/") || strings.IndexByte(value, '.') > 0 && strings.IndexByte(value, '/') > 0
}

// particles are the small words of names and of lists of names.
const particles = " de del della delle di da das do dos du des van von der den dem ter ten te la le las los el al ul" +
	" bin bint ibn ben binti zu zum zur y e i a and und et og och en & és ve və și si ja in for of the at with" +
	" para für pour per dhe edhe na и та і й з в на "

func isParticle(word string) bool {
	return len(word) < 8 && strings.Contains(particles, " "+word+" ") ||
		strings.HasPrefix(word, "d'") || strings.HasPrefix(word, "al-")
}

// isNameParticle reports whether word, in lower case, stands within names.
func isNameParticle(word string) bool {
	switch word {
	case "de", "del", "della", "di", "da", "do", "dos", "du", "des", "van", "von", "der", "den", "ter", "ten", "la", "le", "el", "al", "bin", "bint", "ibn", "ben", "zu":
		return true
	}
	return false
}

// fitsName accepts lists of names with what bylines add to them: "Jane Doe
// and John Roe, Political Editor". Without a separator each word before the
// first comma or dash must be part of a name, and in scripts without capitals
// there may be three.
func fitsName(value string, sep bool) bool {
	value = strings.TrimRight(value, " .")
	if len(value) > 240 || isSentence(value) {
		return false
	}
	if !sep {
		return isBareName(value)
	}
	words, capitals := 0, 0
	for word := range strings.FieldsSeq(value) {
		words++
		if isNameWord(word) {
			capitals++
		}
	}
	return capitals > 0 && words <= 16 && 2*capitals >= words
}

func isBareName(value string) bool {
	words, capitals, caseless := 0, 0, 0
	for word := range strings.FieldsSeq(value) {
		if words > 0 && word[0] == '(' || word == "|" || word == "-" || word == "–" || word == "—" || word == "•" || word == "·" {
			break
		}
		words++
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(\"'“„«@"))
		switch {
		case unicode.IsUpper(first) || unicode.IsTitle(first):
			capitals++
		case unicode.IsLetter(first) && !unicode.IsLower(first):
			caseless++
		case words > 1 && isDigit(first): // a date follows
			return capitals > 0 && countWords(value) <= 16
		case words == 1 || !isParticle(word):
			return false
		}
		if last := word[len(word)-1]; last == ',' || last == ';' || last == '|' {
			break
		}
	}
	return capitals+caseless > 0 && caseless <= 3 && words <= 10 && countWords(value) <= 18
}

// isSentence reports whether s ends as sentences do, abbreviations and dates
// apart, or has the comma or full stop of a script without spaces in it.
func isSentence(s string) bool {
	for _, r := range s {
		switch r {
		case '。', '，', '！', '？':
			return true
		}
	}
	last, size := utf8.DecodeLastRuneInString(s)
	switch last {
	case '!', '?', '؟', '।', '۔', '։', ';':
		return true
	case '.':
		word := s[strings.LastIndexByte(s, ' ')+1 : len(s)-size]
		return utf8.RuneCountInString(word) > 4 && strings.IndexFunc(word, unicode.IsDigit) < 0
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
