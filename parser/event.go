package parser

import "unscrape/parser/rules"

// venue is the label of a place, which events have and articles.
const venue = "venue"

// events takes the boxes of events beside the text for running text, as "Date: / Time: /
// Venue:" are: lines of keys, a date and a venue among them, below the date of the
// document itself.
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
		date := -1
		for k := from; k <= to && date < 0; k = d.next(k + 1) {
			if m, ok := d.valueOf(k); ok && roleOf[m.Role] == Date && hasDigit(m.Value) {
				date = k
			}
		}
		if date < 0 || !d.datedAbove(from) {
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
