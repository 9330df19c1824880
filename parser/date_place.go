package parser

import (
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
	maxPlaceWords = 4
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
	if ts.IsZero() || ts.Precision < timestamp.Day {
		return false
	}
	if i >= d.first {
		return i > d.last && isGiven(s, ts)
	}
	if s[len(s)-1] == ']' && isStamp(s) { // who posted it and when
		return true
	}
	if rest, agency, ok := behindDateline(s[:ts.Start], s[ts.Start+len(ts.Raw):]); ok && agency && rest == "" { // what a dateline says, alone
		return true
	}
	if ts.Start == 0 {
		rest := s[len(ts.Raw):]
		return ts.Precision >= timestamp.Minute && (isPlace(rest) || isSectionWord(rest) && d.wordsBesides(i)) || isPageOf(rest) || namesPaper(rest) && d.wordsBesides(i)
	}
	switch rest := s[ts.Start+len(ts.Raw):]; {
	case isIssue(rest):
		return d.wordsBesides(i)
	case len(rest) > len(" года"):
		return false
	}
	if ts.Precision == timestamp.Day && (letters(ts.Raw) < 3 && !isDesk(strings.TrimSpace(s[:ts.Start])) || !d.anotherHeadline(i)) {
		return false
	}
	if fewCaseless(strings.TrimSpace(s[:ts.Start])) && (len(d.dates) == 0 && strings.Contains(ts.Raw, "الموافق") || ts.Precision >= timestamp.Minute && d.anotherHeadline(i)) {
		return true // a place and a day by two calendars, a section
	}
	words, named := 0, false
	for w := range strings.FieldsSeq(s[:ts.Start]) {
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
// else: a short word with a capital, the name of a place, and the date ts, as "V Telči
// dne 3. 6. 2019" and "U Zagrebu, 4. svibnja 2021." do.
func isGiven(s string, ts timestamp.Timestamp) bool {
	first, place, ok := strings.Cut(s[:ts.Start], " ")
	r, _ := utf8.DecodeRuneInString(place)
	return ok && utf8.RuneCountInString(first) <= 2 && unicode.IsUpper(r) && startsUpper(first) &&
		countWords(place, maxPlaceWords) < maxPlaceWords && len(s)-ts.Start-len(ts.Raw) <= len(" года")
}

// isPlace reports whether s, which stands behind a date with its time, is a dash
// and the name of a place, as " – Rožnov pod Radhoštěm".
func isPlace(s string) bool {
	name := strings.TrimLeft(s, " –—-|,")
	if len(name)+2 > len(s) || len(s) > maxKey || hasDigit(s) {
		return false
	}
	words, short := 0, true
	for w := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(w)
		words++
		short = unicode.IsUpper(r) || words > 1 && utf8.RuneCountInString(w) <= 4 && short
		if !short {
			return false
		}
	}
	last := strings.LastIndexByte(name, ' ') + 1
	r, _ := utf8.DecodeRuneInString(name[last:])
	return words > 0 && words <= maxPlaceWords && unicode.IsUpper(r)
}

// namesPaper reports whether s, which stands behind a date, is the word for a paper, its
// name in quotation marks, its town in brackets and the number of the issue perhaps.
func namesPaper(s string) bool {
	s = strings.Trim(s, " ,")
	end := strings.LastIndexAny(s, "\"»”“")
	if end <= 0 || len(s) > maxDateLine {
		return false
	}
	_, n := utf8.DecodeRuneInString(s[end:])
	rest := strings.Trim(s[end+n:], " ,")
	if town, issue, ok := strings.Cut(rest, ")"); ok && rest[0] == '(' && !hasDigit(town) {
		rest = issue
	}
	return isInQuotes(s[:end+n]) && (rest == "" || isIssue(rest))
}

// isSectionWord reports whether s, which stands behind a date with its time, is one
// word in the place of a section's name: " Culture", with a capital where there are
// any.
func isSectionWord(s string) bool {
	if len(s) < 2 || s[0] != ' ' || len(s) > maxKey {
		return false
	}
	n := 0
	for _, r := range s[1:] {
		if !isWordRune(r) || unicode.IsDigit(r) || n == 0 && isLower(r) {
			return false
		}
		n++
	}
	return n > 3
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
		if n++; n > 3 || !allDigits(digits) || len(digits) > 5 || countWords(part[:len(part)-len(digits)], 3) > 2 {
			return false
		}
	}
	return n > 0
}

// pageSigns are words for the page of a paper that stand behind its number.
const pageSigns = "면版頁页"

// isPageOf reports whether s, which stands behind a date, is the number of a page and the
// word for one: " 9면", " 第12版".
func isPageOf(s string) bool {
	return len(s) <= maxAgencyCode*2 && strings.ContainsAny(s, pageSigns) && isIssue(s)
}

// wordsBesides reports whether another line of the head has a few words, as a
// headline has.
func (d *draft) wordsBesides(i int) bool {
	for k := d.next(0); k < d.first && k < len(d.blocks); k = d.next(k + 1) {
		if k != i && d.open(k) && countWords(d.blocks[k].Text, 3) >= 3 {
			return true
		}
	}
	return false
}

// anotherHeadline reports whether the headline is known or a line of the head
// other than line i may be it.
func (d *draft) anotherHeadline(i int) bool {
	if d.art.Title != "" {
		return true
	}
	for k := d.next(0); k < d.first && k < len(d.blocks); k = d.next(k + 1) {
		if k != i && d.open(k) && d.readsAsHeadline(k) && !d.isSectionName(k) {
			return true
		}
	}
	return false
}
