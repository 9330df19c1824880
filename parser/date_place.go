package parser

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/timestamp"
)

// Dates share a line with the place where a text was written, with the paper and the
// issue that it stood in, and with the section of a site.

// maxPlaceLine bounds the width in columns of a line of a place and a date, and
// maxPlaceWords the words of the place, prepositions and the word for day.
const (
	maxPlaceLine  = 80
	maxPlaceWords = 5
)

// isPlaceAndDate reports whether line i of the head is the name of a place or of
// an agency and a whole date, as "V Dubové dne 3. června 2015" above a press
// release is. Without a time of day the line may be a headline itself, if none
// is left.
func (d *draft) isPlaceAndDate(i int) bool {
	s := d.blocks[i].Text
	if d.lines[i].width > maxPlaceLine || !hasDigit(s) {
		return false
	}
	ts, _ := d.findDate(s)
	if ts.Precision < timestamp.Day {
		return false
	}
	before, behind := s[:ts.Start], s[ts.End():]
	if i >= d.first {
		return isGiven(before, behind)
	}
	if isPostStamp(s) {
		return true
	}
	if rest, agency, _ := behindDateline(before, "", behind); agency && rest == "" { // what a dateline says, alone
		return true
	}
	switch timed := ts.Precision >= timestamp.Minute; {
	case ts.Start == 0:
		return timed && (isPlace(behind) || isSectionWord(behind)) || (namesPaper(behind) || isIssue(behind)) && d.wordsBesides(i)
	case isIssue(behind), isIssue(before) && len(behind) <= len(" года"):
		return d.wordsBesides(i)
	case len(behind) > len(" года"), !timed && (letterWeight(ts.Raw) < 3 && !isDesk(strings.TrimSpace(before)) && !isGiven(before, behind) || !d.anotherHeadline(i)):
		return false
	case fewCaseless(strings.TrimSpace(before)) && (len(d.dates) == 0 && strings.Contains(ts.Raw, "الموافق") || timed && d.anotherHeadline(i)):
		return true // a place and a day by two calendars, a section
	}
	if on := strings.TrimRight(before, " :"); countWords(on, 4) < 4 && (strings.HasSuffix(on, " في") || strings.HasSuffix(on, " بتاريخ")) {
		return true // a place and the Arabic for on
	}
	words, named := 0, false
	for w := range strings.FieldsSeq(before) {
		if strings.ContainsAny(w, "\"”“»«„") { // of the name of a paper
			named, words = true, words+1
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		named = named || unicode.IsUpper(r) && words < 2
		if words++; !unicode.IsUpper(r) && utf8.RuneCountInString(w) > 4 {
			return false
		}
	}
	return named && words <= maxPlaceWords
}

// isGiven reports whether s says behind a text where and when it was given, and nothing
// else: before the date a short word with a capital and the name of a place, as "V Telči
// dne 3. 6. 2019" and "U Zagrebu, 4. svibnja 2021." do.
func isGiven(before, behind string) bool {
	first, place, _ := strings.Cut(before, " ")
	return startsUpper(first) && utf8.RuneCountInString(first) <= 2 && startsUpper(place) && len(behind) <= len(" года")
}

// isPostStamp reports whether s ends with who posted a text and when, in brackets, the moment
// in digits.
func isPostStamp(s string) bool {
	if !strings.HasSuffix(s, "]") {
		return false
	}
	k := strings.LastIndex(s, ", [")
	return k > 0 && hasDigit(s[k:]) && letterWeight(s[k:]) == 0
}

// isPlace reports whether s, which stands behind a date with its time, is a dash
// and the name of a place, as " – Rožnov pod Radhoštěm".
func isPlace(s string) bool {
	name := strings.TrimLeft(s, " –—-|,")
	if len(name)+2 > len(s) || len(s) > maxTerm || hasDigit(s) {
		return false
	}
	words := 0
	for w := range strings.FieldsSeq(name) {
		if words++; !startsUpper(w) && (words == 1 || utf8.RuneCountInString(w) > 4) {
			return false
		}
	}
	return words > 0 && words <= maxPlaceWords
}

// namesPaper reports whether s, which stands behind a date, is the word for a paper, its
// name in quotation marks, its town in brackets and the number of the issue perhaps.
func namesPaper(s string) bool {
	end := strings.LastIndexAny(s, "\"»”“")
	if end < 0 {
		return false
	}
	_, n := utf8.DecodeRuneInString(s[end:])
	rest := strings.Trim(s[end+n:], " ,")
	if _, issue, ok := strings.Cut(rest, ")"); ok {
		rest = issue
	}
	return isInQuotes(strings.TrimLeft(s[:end+n], " ,")) && (rest == "" || isIssue(rest))
}

// isSectionWord reports whether s, which stands behind a date with its time, is one
// word in the place of a section's name: " Culture", with a capital where there are
// any.
func isSectionWord(s string) bool {
	word, ok := strings.CutPrefix(s, " ")
	return ok && utf8.RuneCountInString(word) > 3 && !startsLower(word) && !strings.ContainsFunc(word, func(r rune) bool { return !isWordRune(r) })
}

// isIssue reports whether s, which stands behind the name of a paper and a date,
// is the number of the issue, of the page or both: "(N 044)", ", N 88 (4121), p. 8",
// with the section in brackets behind it perhaps.
func isIssue(s string) bool {
	if k := strings.LastIndex(s, " ("); k > 0 && s[len(s)-1] == ')' && !hasDigit(s[k:]) {
		s = s[:k]
	}
	n := 0
	for part := range strings.FieldsFuncSeq(asciiDigits(s), func(r rune) bool { return strings.ContainsRune(",،()[]", r) }) {
		if part = strings.TrimRight(strings.Trim(part, " г."), pageSigns); part == "" {
			continue
		}
		digits := strings.TrimLeftFunc(part, func(r rune) bool { return !unicode.IsDigit(r) })
		if n++; !allDigits(digits) || countWords(part[:len(part)-len(digits)], 3) > 2 {
			return false
		}
	}
	return n > 0
}

// pageSigns are words for the page of a paper that stand behind its number.
const pageSigns = "면版頁页"

// wordsBesides reports whether a line of the head about line i has a few words, as a
// headline has.
func (d *draft) wordsBesides(i int) bool {
	for k := range d.aboutInHead(i) {
		if countWords(d.blocks[k].Text, 3) >= 3 {
			return true
		}
	}
	return false
}

// anotherHeadline reports whether the headline is known or a line of the head about
// line i may be it.
func (d *draft) anotherHeadline(i int) bool {
	if d.art.Title != "" {
		return true
	}
	for k := range d.aboutInHead(i) {
		if d.readsAsHeadline(k) && !d.isSectionName(k) {
			return true
		}
	}
	return false
}

// aboutInHead yields the open ones of the headLines lines above line i and, as far as
// they are of the head, below it.
func (d *draft) aboutInHead(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := range d.above(i, headLines) {
			if d.open(k) && !yield(k) {
				return
			}
		}
		for k := range d.below(i, headLines) {
			if k >= d.first || d.open(k) && !yield(k) {
				return
			}
		}
	}
}
