package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/timestamp"
)

// Lines of the head that are no headlines are told by their shape.

// maxButton is the most columns of a button that trails off, "検索中...", in a script that
// parts no words.
const maxButton = 12

// unlikeHeadline reports whether s has the shape of something else that stands in the
// head of a page: an entry of a list, an address, a button, the weather, a page of a
// paper.
func unlikeHeadline(s string, l *line) bool {
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("-*•·–—|>(", first), letterWeight(s) < 4:
		return true
	case strings.Contains(s, "://"), strings.HasPrefix(s, "//"), strings.IndexByte(s, '@') > 0 && !strings.Contains(s, " "):
		return true
	case strings.Contains(s, "__"), strings.HasSuffix(s, "(BUTTON)"):
		return true
	case strings.IndexByte(s, '@') > 0 && isContact(s), endsInPhone(s):
		return true
	case trailsOff(s) && countWords(s, 4) < 4 && !(noSpaces(lastRune(strings.TrimRight(s, ".…"))) && l.width > maxButton):
		return true
	case (strings.Contains(s, "°") || strings.Contains(s, "℃")) && countWords(s, 5) < 5:
		return true
	case strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）"), isReport(s):
		return true
	case isPostStamp(s), isAgencyDateline(s), isWireCode(s), l.key && isCounters(s), l.signs&hasWide != 0 && strings.Contains(s, "□ "): // boxes to tick
		return true
	}
	_, reporter := reporterIn(s)
	return reporter
}

// isContact reports whether a word of s is an address of mail.
func isContact(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if strings.IndexByte(w, '@') > 0 && isAddress(strings.Trim(w, "<>(),;.")) {
			return true
		}
	}
	return false
}

// endsInPhone reports whether s ends with a telephone number in brackets: who answers
// stands before it.
func endsInPhone(s string) bool {
	const leastDigits = 7
	if !strings.HasSuffix(s, ")") {
		return false
	}
	k := strings.LastIndexByte(s, '(')
	return k > 0 && countDigits(s[k:]) >= leastDigits && letterWeight(s[k:]) == 0 && !timestamp.IsDateLine(s[k+1:len(s)-1])
}

// trailsOff reports whether s ends with an ellipsis.
func trailsOff(s string) bool { return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") }

// isWireCode reports whether s is the line of codes that an agency's wire begins a
// dispatch with: capitals and digits in a few groups, most of them with a digit.
func isWireCode(s string) bool {
	if len(s) > maxTerm || !startsUpper(s) {
		return false
	}
	if slug, number, ok := strings.Cut(s, ","); ok && len(number) == 4 && allDigits(number) && strings.IndexByte(slug, '-') > 0 { // AM-Low River,0471
		return true
	}
	first, rest, _ := strings.Cut(s, " ")
	if len(first) < 5 || !allDigits(first[len(first)-3:]) {
		return false
	}
	words, numbers := 0, 0
	for w := range strings.FieldsSeq(rest) {
		if words++; hasDigit(w) {
			numbers++
		}
	}
	return words > 1 && 2*numbers >= words
}

// isCounters reports whether s is keys with a number for each: "Read today: 12 |
// in all: 880". Times of day are none.
func isCounters(s string) bool {
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("|,،;/•·", r) }) {
		at := indexColon(part)
		if at <= 0 || isASCIIDigit(rune(part[at-1])) || !hasDigit(part[at:]) || hasWord(strings.TrimFunc(part[at:], func(r rune) bool { return !unicode.IsLetter(r) })) {
			return false
		}
	}
	return true
}
