package parser

import (
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// takesEvent takes the box of an event about line i, with the label of a venue or one that
// says no more than "Date:", for running text, and reports whether there is one, as "Date: /
// Time: / Venue:": lines of keys, a date and a venue among them, below the date of the
// document itself or with a time of day and no field of an article.
func (d *draft) takesEvent(i int) bool {
	from, to := d.keyRun(i, maxBoxLines)
	if from == to {
		return false
	}
	date, place := -1, -1
	timed, others := false, false
	for k := from; k <= to; k = d.next(k + 1) {
		m, ok := d.valueOf(k)
		if !ok {
			others = others || d.blocks[k].Kind == Field && !d.hasRole(k, Date, OtherField)
			continue
		}
		switch role := roleOf[m.Role]; {
		case m.ID == venueLabel:
			place = k
		case role != Date && role != OtherField:
			others = true
		case role == Date && date < 0:
			date = k
			ts, _ := d.findDate(m.Value)
			timed = ts.Precision > timestamp.Day
		case role == Date:
			timed = true
		}
	}
	if date < 0 || place < 0 || !d.datedAbove(from) && (!timed || others) {
		return false
	}
	if date < d.first {
		d.event = min(date, place)
	}
	for k := min(date, place); k <= max(date, place); k = d.next(k + 1) {
		d.lines[k].prose = true
	}
	d.findProse()
	return true
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
	from, to := d.keyRun(i, maxBoxLines)
	for k := from; k <= to; k = d.next(k + 1) {
		if m, ok := d.valueOf(k); ok && m.ID == venueLabel {
			return true
		}
	}
	return false
}

// keyRun are the first and the last of the lines of keys that line i is among, no more
// than most on either side of it.
func (d *draft) keyRun(i, most int) (from, to int) {
	from, to = i, i
	for k, n := d.prev(i-1), 0; n < most && k >= 0 && d.lines[k].key; k, n = d.prev(k-1), n+1 {
		from = k
	}
	for k, n := d.next(i+1), 0; n < most && k < len(d.blocks) && d.lines[k].key; k, n = d.next(k+1), n+1 {
		to = k
	}
	return from, to
}

// eventBox reports whether the date of block i belongs to a box of the body,
// as "Date: / Time: / Venue:" does: lines of keys that are no labels of ours
// stand around it and none that is.
func (d *draft) eventBox(i int) bool {
	if !d.lines[i].key {
		return false
	}
	from, to := d.keyRun(i, maxKeyed)
	for k := from; k <= to; k = d.next(k + 1) {
		m, ok := d.labelOf(k)
		if k != i && (ok && (i < d.first || roleOf[m.Role] != OtherField) && d.fits(m) || d.blocks[k].Kind == Field && d.blocks[k].Role != OtherField) {
			return false
		}
	}
	return from < to
}

// inBox reports whether line i behind the running text, of a known label, is one of the
// few lines of keys of a box of the text: about an event, with its date, or directly
// below the text and with more keys that are no labels.
func (d *draft) inBox(i int) bool {
	from, to := i, i
	for from-1 > d.last && d.lines[from-1].key && i-from < maxKeyed {
		from--
	}
	for to+1 < len(d.blocks) && d.lines[to+1].key && to-i < maxKeyed {
		to++
	}
	lines, unknown := to-from+1, 0
	for k := from; k <= to; k++ {
		m, ok := d.labelOf(k)
		if ok && m.ID == genericDateLabel && d.eventBox(k) {
			return true
		}
		if !ok {
			unknown++
		}
	}
	return unknown*2 > lines && d.prev(from-1) == d.last
}

// maxKeyed bounds the lines of keys on either side of one of a box of the text.
const maxKeyed = 24

// headLines is how many visible lines may stand above the text of an article that is no
// whole page.
const headLines = 12

// datedAbove reports whether a line that is no key but a date stands in the head above
// line i.
func (d *draft) datedAbove(i int) bool {
	for n, k := 0, d.next(0); n < headLines && k < i; n, k = n+1, d.next(k+1) {
		if l := &d.lines[k]; !l.key && l.signs&hasField != 0 && d.isDateLine(d.blocks[k].Text) {
			return true
		}
	}
	return false
}
