package parser

import (
	"strings"
	"time"
	"unicode"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// Weights of the evidence that a date is the time of publication.
const (
	proseDate    = 1 // a part of the first line of a page on one line
	bareDate     = 4 // a line of its own without a label
	createdDate  = 6 // when the text was written
	labelledDate = 8
)

// weightOf is the weight of the date that label m announces.
func weightOf(m rules.Match) int {
	if m.Label != nil && m.ID == createdLabel {
		return createdDate
	}
	return labelledDate
}

// isDateRole reports whether a role is that of a time.
func isDateRole(r Role) bool { return r == Date || r == ModifiedDate }

// findDate is the first date in s. The last answer is kept, for the same value
// is asked for when a label is tried and when it is taken.
func (d *draft) findDate(s string) (timestamp.Timestamp, timestamp.Problem) {
	if s != d.found.text {
		d.found.text = s
		d.found.ts, d.found.problem = timestamp.Find(s, d.when)
		if saysDayTwice(s, d.found.ts) {
			d.found.ts, d.found.problem = timestamp.Timestamp{}, timestamp.NoDate
		}
	}
	return d.found.ts, d.found.problem
}

// saysDayTwice reports whether ts was read across the seam of a day without a
// year that a page says twice: "March 11March 11".
func saysDayTwice(s string, ts timestamp.Timestamp) bool {
	end := strings.IndexFunc(ts.Raw, unicode.IsLetter)
	if ts.Start == 0 || end <= 0 {
		return false
	}
	day, month := strings.TrimSpace(ts.Raw[:end]), strings.TrimRight(ts.Raw[end:], "0123456789 ")
	return strings.HasSuffix(strings.TrimRight(s[:ts.Start], " "), month) && strings.HasSuffix(ts.Raw, day)
}

// isDateLine reports whether s is a date and nothing else of weight: besides what
// timestamp.IsDateLine passes over, the initials of an agency, the editors, a user or a
// counter may stand behind it, and a year of the Hebrew calendar before it.
func (d *draft) isDateLine(s string) bool {
	if len(s) > maxDateLine {
		return false
	}
	if timestamp.IsDateLine(s) {
		return true
	}
	if _, year, ok := strings.Cut(s, "תש"); ok { // the year of the Hebrew calendar, before the date: תשפ"א, 26.03.2021
		_, rest, _ := strings.Cut(year, " ")
		return timestamp.IsDateLine(rest)
	}
	if k := strings.LastIndexByte(s, ' '); k > 0 && isSender(s[k:]) { // "28. máj 2020 o 11:02 TASR"
		return timestamp.IsDateLine(s[:k])
	}
	if k := strings.LastIndexByte(s, ','); k > 0 && k+2 < len(s) && len(s)-k <= maxSetOff && isASCIIDigit(rune(s[k+2])) && d.rules().Boilerplate(s[k+2:]).Is(viewCounter) { // "21 Aug 2019, 13:08, 2104 reads"
		return timestamp.IsDateLine(s[:k])
	}
	if k := behindDate(s); k > 0 {
		return timestamp.IsDateLine(s[:k])
	}
	if when, who, ok := strings.Cut(s, " from "); ok && looksLikeNames(who) { // an agency for press releases
		return timestamp.IsDateLine(when)
	}
	at := strings.LastIndexByte(s, '(') // (local time)
	return at > 0 && s[len(s)-1] == ')' && !hasDigit(s[at:]) && countWords(s[at:], 5) < 5 && timestamp.IsDateLine(s[:at])
}

// holdsDay reports whether s, no longer than lines with a date are, has a whole date in
// it, in whatever order.
func holdsDay(s string) bool {
	if len(s) > maxDateLine {
		return false
	}
	ts, problem := timestamp.Find(s, timestamp.Options{})
	return problem == timestamp.Ambiguous || ts.Precision >= timestamp.Day
}

// behindDate is where the word for who wrote something begins that s ends with, and the
// one word of a user's name: "11 February 2016 by admin"; 0 when there is none.
func behindDate(s string) int {
	k := max(strings.LastIndexByte(s, ' '), 0)
	j := max(strings.LastIndexByte(s[:k], ' '), 0)
	if !byWords[strings.TrimLeft(s[j:k], " ")] {
		return 0
	}
	return j
}

var byWords = wordSet("by")

// isSender reports whether s, a space and a word, is the initials of an agency or the word
// for the editors.
func isSender(s string) bool {
	return len(s) > 3 && len(s) <= maxAgencyCode && isUpperWord(s[1:]) || jobWords[strings.ToLower(s[1:])]
}

// maxAgencyCode is the most bytes of a space and the initials of an agency.
const maxAgencyCode = 9

// Bounds of lines with a date.
const (
	maxDateLine      = 160 // bytes of one that is nothing but dates
	maxBareDate      = 48  // bytes of one that is a date with hardly a word about it
	maxDateWithLabel = 96  // columns of a label and its date
)

// isNoMoment reports whether s is a time as "2 hours ago", an ambiguous date or one that
// there is not: no timestamp is made of it, but it is no text either.
func (d *draft) isNoMoment(s string) bool {
	_, problem := timestamp.Parse(s, d.when)
	return problem == timestamp.RelativeTime || problem == timestamp.Ambiguous || problem == timestamp.Impossible
}

// addDates keeps the dates of a field as candidates. The value of a label may
// hold further labels, as "Updated … / Original …" does.
func (d *draft) addDates(s string, block int, role Role, weight int) {
	for isDateRole(role) {
		s, role = d.addDate(s, block, role, weight)
	}
}

// addDate keeps the first date of a field. The value of the label directly behind it and
// its role are left; NoRole when that is no label of a date.
func (d *draft) addDate(s string, block int, role Role, weight int) (value string, next Role) {
	ts, problem := d.findDate(s)
	if ts.IsZero() {
		if problem == timestamp.Ambiguous || problem == timestamp.Impossible {
			d.doubts = append(d.doubts, doubt{s, problem, role, weight, block})
		}
		return "", NoRole
	}
	d.dates = append(d.dates, date{ts, role, weight, block})
	rest := strings.TrimLeft(s[ts.End():], " \t\u00a0-–—|/,;.()")
	if m, ok := d.rules().Label(rest); ok {
		if other, _ := d.findDate(m.Value); roleOf[m.Role] == Date && other.IsZero() { // the time of that day perhaps
			if both, _ := d.findDate(ts.Raw + " " + m.Value); both.Precision > max(ts.Precision, timestamp.Day) {
				d.dates[len(d.dates)-1].ts = both
				return "", NoRole
			}
		}
		return m.Value, roleOf[m.Role]
	}
	if d.lines[block].signs&hasWide != 0 {
		other, _ := d.findDate(rest)
		if m, ok := d.rules().Label(strings.Trim(rest[other.End():], " ()（）") + ":"); ok && roleOf[m.Role] == ModifiedDate && other.Precision >= timestamp.Day { // 2020/10/6 7:00 (2020/10/6 9:00 更新)
			d.dates = append(d.dates, date{other, ModifiedDate, weight, block})
		}
	}
	return "", NoRole
}

// dateLines marks the lines of the head and the tail that are nothing but a
// date. The first in the head is nearest to the headline and weighs most.
func (d *draft) dateLines() {
	for i := range d.edges() {
		if i < d.first && d.lines[i].width <= maxTimeLine && d.next(i+1) == d.first && d.isTimeLine(d.blocks[i].Text) {
			d.mark(i, Field, OtherField, "time of day above the text", "")
			continue
		}
		if !d.open(i) && (len(d.dates) > 0 || d.blocks[i].Reason.Why != whyBehindEnd) || !d.isDateLine(d.blocks[i].Text) && !d.isPlaceAndDate(i) || i > d.last && d.eventBox(i) {
			continue
		}
		w := bareDate
		if i > d.last {
			w--
		}
		d.mark(i, Field, Date, whyDateLine, "")
		d.addDates(d.withTime(i), i, Date, w)
	}
}

// isTimeLine reports whether s is nothing but a time of day: a date before it makes it
// a moment.
func (d *draft) isTimeLine(s string) bool {
	return hasDigit(s) && timestamp.IsDateLine("1 May 2000, "+s) && !d.isDateLine(s)
}

// withTime is the text of a date's line i with the time of day that is all of the line
// below or directly above it, which becomes a part of the field.
func (d *draft) withTime(i int) string {
	s := d.blocks[i].Text
	if strings.ContainsRune(s, ':') {
		return s
	}
	below, above := d.next(i+1), d.prev(i-1)
	for below < d.first && d.blocks[below].Reason.Why == whyNoWords { // bars between
		below = d.next(below + 1)
	}
	for _, j := range [...]int{below, above} {
		if !d.mayBeTime(j, i) || j == above && (j < i-1 || !d.isTimeLine(d.blocks[j].Text)) {
			continue
		}
		if both, ok := d.atTime(s, d.blocks[j].Text); ok && d.isDateLine(both) {
			d.mark(j, Field, Date, whyTimeOfDate, "")
			return both
		}
	}
	return s
}

// mayBeTime reports whether line j is as short as a time of day, and open or, below the
// text as the date on line i is, behind the end mark.
func (d *draft) mayBeTime(j, i int) bool {
	if j < 0 || j == len(d.blocks) || d.lines[j].width > maxTimeLine || !hasDigit(d.blocks[j].Text) {
		return false
	}
	return d.open(j) || i > d.last && d.blocks[j].Reason.Why == whyBehindEnd
}

// atTime is a day with the time of day behind it, if they are such.
func (d *draft) atTime(day, time string) (both string, ok bool) {
	if ts, _ := d.findDate(day); ts.Precision != timestamp.Day {
		return "", false
	}
	both = day + " " + time
	ts, _ := d.findDate(both)
	return both, ts.Precision >= timestamp.Minute
}

// withLabelledTime is the value of the label of a date on line i with the time of
// day that another label announces on the line below, which becomes a field.
func (d *draft) withLabelledTime(i int, value string) string {
	j := d.next(i + 1)
	if j == len(d.blocks) || j > i+2 || !d.open(j) || !d.lines[j].key {
		return value
	}
	if m, ok := d.labelOf(j); ok && roleOf[m.Role] == Date {
		if both, ok := d.atTime(value, m.Value); ok {
			d.mark(j, Field, Date, whyTimeOfDate, m.Text)
			return both
		}
	}
	return value
}

// maxTimeLine bounds the width in columns of a line that is a time of day.
const maxTimeLine = 16

// chooseDate picks the time of publication and of the last change.
func (d *draft) chooseDate() {
	d.settleDoubts()
	best, mod := -1, -1
	for i, c := range d.dates {
		switch {
		case c.role == ModifiedDate:
			if mod < 0 || c.weight > d.dates[mod].weight {
				mod = i
			}
		case best < 0 || c.weight > d.dates[best].weight || c.weight != createdDate && moreExact(c, d.dates[best]):
			best = i
		}
	}
	if mod >= 0 {
		d.art.Modified = d.dates[mod].ts
	}
	if best >= 0 {
		d.art.Timestamp = d.dates[best].ts
		return
	}
	if mod >= 0 && d.dates[mod].block < max(d.first, d.headEnd) {
		d.art.Timestamp = d.dates[mod].ts
		d.art.Warnings = append(d.art.Warnings, Warning{"timestamp-of-update", "the text states the time of an update only", d.blocks[d.dates[mod].block].Span})
	}
}

// moreExact reports whether a states the same day as b, no less plainly, and
// the time of day besides.
func moreExact(a, b date) bool {
	return b.ts.Precision == timestamp.Day && a.ts.Precision > timestamp.Day && a.ts.Time.Format(time.DateOnly) == b.ts.Time.Format(time.DateOnly)
}
