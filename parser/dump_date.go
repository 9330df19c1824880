package parser

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// The date of a page stands by its headline, else behind its text.

// farDate is the weight of a date that a label announces far from the
// headline, as those of comments and of other stories are.
const farDate = bareDate - 1

// farDates takes the weight off the dates outside of a range, and off those
// that labels announce behind the first line of the text, as they do in a
// list of works.
func (d *draft) farDates(from, to int) {
	for k := range d.dates {
		if c := &d.dates[k]; c.block < from || c.block >= to || d.behindLead(c.block) {
			c.weight = min(c.weight, farDate)
		}
	}
}

// behindLead reports whether block i stands behind the first line of the text,
// with the headline above it.
func (d *draft) behindLead(i int) bool {
	return i > d.first && d.title >= 0 && d.title < d.first
}

// hasDate reports whether a date of publication has been found by the headline,
// if only one whose day and month cannot be told apart yet.
func (d *draft) hasDate() bool {
	return slices.ContainsFunc(d.dates, func(c date) bool { return c.role == Date && c.weight >= bareDate }) ||
		slices.ContainsFunc(d.doubts, func(q doubt) bool { return q.role == Date && q.weight > bareDate })
}

// nearBelow is how many visible lines below the headline go before those above
// it.
const nearBelow = 10

// pageDate takes the date of the first line between headline and text that has
// one, whatever else is on it, else of the nearest line above, else of the
// first lines of the text or of the tail.
func (d *draft) pageDate(from, to int) {
	for i := range d.nearHeadline(from, to) {
		if d.hasDate() {
			return
		}
		d.dateIn(i)
	}
	if !d.hasDate() {
		d.tailDate()
	}
}

// nearHeadline yields the lines in which the date of a page may stand, from the
// likeliest on: those below the headline, above it, and of the text within a range,
// and those about other lines that say it.
func (d *draft) nearHeadline(from, to int) iter.Seq[int] {
	head, lead := d.first, min(d.first, to)
	if d.title >= 0 && d.title < d.first {
		head = d.title
	} else {
		lead = to
	}
	return func(yield func(int) bool) {
		below, n := d.next(head+1), 0
		for ; below < lead && n < nearBelow; below = d.next(below + 1) {
			if n++; !yield(below) {
				return
			}
		}
		for i := d.prev(min(head, len(d.blocks)-1)); i >= from; i = d.prev(i - 1) {
			if !yield(i) {
				return
			}
		}
		for i := range d.shown(below, to) {
			if !yield(i) {
				return
			}
		}
		for i := range d.repeatsTitle {
			for _, lines := range [...]iter.Seq[int]{d.below(i, belowRepeat), d.above(i, aboveRepeat)} {
				for j := range lines {
					if !yield(j) {
						return
					}
				}
			}
		}
	}
}

// Visible lines below and above another line with the headline in which its
// date may stand.
const (
	belowRepeat = 4
	aboveRepeat = 2
)

// repeatsTitle yields the other lines of a page that say its headline.
func (d *draft) repeatsTitle(yield func(int) bool) {
	least := letterWeight(d.art.Title) // a letter is a byte at least
	if least < 8 {
		return
	}
	for _, i := range d.visible {
		if i != d.title && len(d.blocks[i].Text) >= least && d.open(i) && sameWords(d.blocks[i].Text, d.art.Title) && !yield(i) {
			return
		}
	}
}

// dateIn takes the date of a line that is no text. Beside the label of an
// update only a date before the label is that of publication.
func (d *draft) dateIn(i int) {
	b := &d.blocks[i]
	if d.lines[i].signs&hasField == 0 || b.Kind == Field && b.Role != Byline && b.Role != ModifiedDate {
		return
	}
	bare := d.isDateLine(b.Text)
	if d.lines[i].prose && !(bare && d.hasClock(b.Text)) {
		return
	}
	s, ok := d.dateLead(b.Text)
	if !bare && !ok || b.Role == ModifiedDate && !d.tellsUpdate(s, len(s)) { // its label stands above
		return
	}
	if bare {
		s = d.withTime(i)
	}
	ts, problem := d.findDate(s)
	if problem == timestamp.Ambiguous && (bare || ts.Start <= len("* ")) {
		d.addDates(s, i, Date, bareDate+1)
		return
	}
	if ts.IsZero() || ts.Precision < timestamp.Day {
		return
	}
	if d.tellsUpdate(s, ts.Start) {
		d.addDates(s[ts.Start:], i, ModifiedDate, bareDate)
		return
	}
	if rest := s[ts.End():]; d.earlier(rest, ts) {
		s = rest
	} else if j := d.next(i + 1); bare && j < len(d.blocks) && d.open(j) && d.isDateLine(d.blocks[j].Text) && d.earlier(d.blocks[j].Text, ts) {
		d.addDates(d.blocks[j].Text, j, Date, bareDate)
		d.mark(j, Field, Date, "date by the headline", "")
		return
	}
	d.addDates(s, i, Date, bareDate)
	if bare || d.open(i) {
		d.mark(i, Field, Date, "date by the headline", "")
	}
}

// hasClock reports whether the date of s has a time of day, which no heading of
// a part of a text has.
func (d *draft) hasClock(s string) bool {
	ts, _ := d.findDate(s)
	return ts.Precision >= timestamp.Minute
}

// earlier reports whether s begins with a date of a day before ts. Of two
// dates side by side the later is that of an update.
func (d *draft) earlier(s string, ts timestamp.Timestamp) bool {
	next, _ := d.findDate(s)
	return next.Precision >= timestamp.Day && !hasWord(s[:next.Start]) && next.Time.Before(ts.Time) && !sameDay(next, ts)
}

// Bounds of a line that has a date beside other things, in words, and of one
// that begins with it.
const (
	maxDateWords = 16
	maxLeadWords = 40
)

// dateLead is the beginning of a line that may have a date, its parts set
// apart. A line of many words has it at its beginning.
func (d *draft) dateLead(s string) (string, bool) {
	if len(s) > 4*maxDateLine {
		return "", false
	}
	words := countWords(s, maxLeadWords)
	s = unglue(clip(s, maxDateLine))
	if words < maxDateWords {
		return s, true
	}
	ts, _ := d.findDate(s)
	return s, words < maxLeadWords && !ts.IsZero() && ts.Start <= maxDateLead
}

// dateRole is ModifiedDate when the label of an update stands in s, a line with
// a date, else Date.
func (d *draft) dateRole(s string) Role {
	if d.tellsUpdate(s, len(s)) {
		return ModifiedDate
	}
	return Date
}

// tellsUpdate reports whether the label of an update stands in s before end.
func (d *draft) tellsUpdate(s string, end int) bool {
	return slices.ContainsFunc(d.rules().Fields(nil, s), func(m rules.Match) bool { return roleOf[m.Role] == ModifiedDate && m.Start < end })
}

// How far behind the text a date may stand, in visible lines, with a label and
// without.
const (
	labelledTail = 80
	bareTail     = 8

	maxTailWords = 16 // of a line with a date that no label announces
)

// tailDate looks for the date of a page that has it behind its text, up to the
// comments and the list of other stories: one that a label announces, else one
// on a line of its own or beside a name. It must be the only one there.
func (d *draft) tailDate() {
	labelled, bare := datesBehind{}, datesBehind{}
	for i, n := d.next(d.last+1), 0; i < len(d.blocks) && n < labelledTail; i, n = d.next(i+1), n+1 {
		b := &d.blocks[i]
		if d.endsStory(i) {
			break
		}
		s, ok := d.dateLead(b.Text)
		if !ok {
			continue
		}
		switch m, ok := d.rules().Label(s); {
		case ok && roleOf[m.Role] == Date && m.Value == "" && m.Alone:
			if i = d.next(i + 1); i < len(d.blocks) {
				labelled.add(d, d.blocks[i].Text, i)
			}
			continue
		case ok && (roleOf[m.Role] == Date || roleOf[m.Role] == Byline) && d.fits(m), d.besideByline(i) && d.isDateLine(s):
			labelled.add(d, s, i)
			continue
		}
		if (n < bareTail || bare.text != "" && n < 2*bareTail) && countWords(s, maxTailWords) < maxTailWords {
			bare.add(d, s, i)
		}
	}
	if labelled.two {
		d.dates = slices.DeleteFunc(d.dates, func(c date) bool { return c.role == Date })
	} else if !labelled.take(d) {
		bare.take(d)
	}
}

// datesBehind are the dates found in the tail of a page.
type datesBehind struct {
	text  string
	block int
	ts    timestamp.Timestamp
	two   bool // of different days
}

func (b *datesBehind) add(d *draft, s string, block int) {
	ts, problem := d.findDate(s)
	if ts.Precision < timestamp.Day && problem != timestamp.Ambiguous || !ts.IsZero() && (d.tellsUpdate(s, ts.Start) || strings.HasPrefix(s[ts.End():], ";")) {
		return
	}
	switch {
	case b.text == "":
		b.text, b.block, b.ts = s, block, ts
	case !sameDay(b.ts, ts):
		b.two = true
	}
}

// besideByline reports whether one of the two lines above block i or the one
// below is the label of a byline.
func (d *draft) besideByline(i int) bool {
	above := d.prev(i - 1)
	for _, j := range []int{above, d.prev(above - 1), d.next(i + 1)} {
		if j < 0 || j >= len(d.blocks) {
			continue
		}
		if m, ok := d.labelOf(j); ok && roleOf[m.Role] == Byline {
			return true
		}
	}
	return false
}

// take makes the date that of the page when it is the only one.
func (b *datesBehind) take(d *draft) bool {
	if b.text == "" || b.two {
		return false
	}
	d.addDates(b.text, b.block, Date, bareDate)
	if d.blocks[b.block].Kind != Field {
		d.mark(b.block, Field, Date, "date behind the text", "")
	}
	return true
}

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
