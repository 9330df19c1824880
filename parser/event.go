package parser

import (
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// venue is the label of a place, which events have and articles.
const venue = "venue"

// events takes the boxes of events beside the text for running text, as "Date: / Time: /
// Venue:" are: lines of keys, a date and a venue among them, below the date of the
// document itself or with a time of day and no field of an article.
func (d *draft) events() {
	found := false
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		if i >= d.first && i <= d.last {
			i = d.last
			continue
		}
		if m, ok := d.valueOf(i); !ok || m.ID != venue {
			continue
		}
		from, to := d.keysAbout(i)
		date, timed, others := -1, false, false
		for k := from; k <= to; k = d.next(k + 1) {
			m, ok := d.valueOf(k)
			if !ok {
				continue
			}
			switch role := roleOf[m.Role]; {
			case role != Date && role != OtherField:
				others = true
			case role == Date && date < 0 && hasDigit(m.Value):
				date = k
				ts, _ := d.findDate(m.Value)
				timed = timed || ts.Precision > timestamp.Day
			case role == Date:
				timed = true
			}
		}
		if date < 0 || !d.datedAbove(from) && (!timed || others) {
			continue
		}
		found = true
		if i < d.first {
			d.event = min(date, i)
		}
		for k := min(date, i); k <= max(date, i); k = d.next(k + 1) {
			d.lines[k].prose = true
		}
	}
	if found {
		d.findProse()
	}
}

// valueOf is the label of line i and its value; ok is false when the line has none.
func (d *draft) valueOf(i int) (m rules.Match, ok bool) {
	if !d.lines[i].key || !d.lines[i].opens.Label() || !d.open(i) {
		return m, false
	}
	m, ok = d.labelOf(i)
	return m, ok && m.Value != ""
}

// besideVenue reports whether the label of a venue is on one of the lines of keys that
// line i is among.
func (d *draft) besideVenue(i int) bool {
	from, to := d.keysAbout(i)
	for k := from; k <= to; k = d.next(k + 1) {
		if m, ok := d.valueOf(k); ok && m.ID == venue {
			return true
		}
	}
	return false
}

// keysAbout are the first and the last of the few lines of keys that line i is among.
func (d *draft) keysAbout(i int) (from, to int) {
	from, to = i, i
	for n, k := 1, d.prev(i-1); n < maxBoxLines && k >= 0 && d.lines[k].key && d.open(k); n, k = n+1, d.prev(k-1) {
		from = k
	}
	for n, k := 1, d.next(i+1); n < maxBoxLines && k < len(d.blocks) && d.lines[k].key && d.open(k); n, k = n+1, d.next(k+1) {
		to = k
	}
	return from, to
}

// headLines is how many visible lines may stand above the text of an article that is no
// whole page.
const headLines = 12

// datedAbove reports whether a line that is no key but a date stands in the head above
// line i.
func (d *draft) datedAbove(i int) bool {
	for n, k := 0, d.next(0); n < headLines && k < i; n, k = n+1, d.next(k+1) {
		if l := &d.lines[k]; !l.key && l.signs&hasField != 0 && l.width <= maxDateLine && d.isDateLine(d.blocks[k].Text) {
			return true
		}
	}
	return false
}
