package parser

import (
	"iter"
	"slices"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

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
	least := letters(d.art.Title) // a letter is a byte at least
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
	if rest := s[ts.Start+len(ts.Raw):]; d.earlier(rest, ts) {
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
