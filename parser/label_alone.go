package parser

import (
	"strings"

	"unscrape/parser/rules"
)

// A label may stand alone on its line, and its value on the next one.

// labelAlone reads a label whose value stands on the next line.
func (d *draft) labelAlone(i int, m rules.Match, role Role) {
	if d.blocks[i].Text[0] == '(' { // "(File photo)" announces nothing
		return
	}
	j := d.belowInColumn(i)
	switch {
	case role == OtherField && d.blocks[i].Text[0] == '[': // nor does "[ Photo ]" in a message
		d.mark(i, Field, role, whyNoValue, m.Text)
	case role == BodyLabel:
		if m.Sep || m.Code || d.art.Title != "" || j >= d.first { // else an entry of a menu, and the headline below it
			d.headsText(i, m)
		}
	case j >= len(d.blocks) || j > i+3 || !d.open(j):
		d.withoutValue(i, m, role)
	default:
		m.Value = d.blocks[j].Text
		if role == URL && !d.fits(m) { // the word for where a text is to be found may name who printed it
			if by, ok := d.rules().Label(m.Text + ": " + m.Value); ok {
				m.Label, role = by.Label, roleOf[by.Role]
			}
		}
		d.labelAbove(i, j, m, role)
	}
}

// belowInColumn is the line that stands below the label i: the next one, or where several
// labels stand side by side above as many values, the one in the same column.
func (d *draft) belowInColumn(i int) int {
	from, to := i, i
	for d.besideNext(from - 1) {
		from--
	}
	for d.besideNext(to) {
		to++
	}
	first := d.next(to + 1)
	for k := from; k < to; k++ {
		if m, ok := d.rules().Label(d.blocks[k].Text); !ok || m.Value != "" || !d.besideNext(first+k-from) {
			return d.next(i + 1)
		}
	}
	return first + i - from
}

// besideNext reports whether block i+1 is the next part of the line of block i.
func (d *draft) besideNext(i int) bool {
	if i < 0 || i+1 >= len(d.blocks) || d.blocks[i].Text == "" || d.blocks[i+1].Text == "" {
		return false
	}
	span := d.blocks[i].Span
	return span.End > span.Start && !d.endsLine(i)
}

// labelAbove takes line j for the value of the label alone on line i above it, if it
// fits.
func (d *draft) labelAbove(i, j int, m rules.Match, role Role) {
	m.Sep = m.Sep || role == Title && d.belowPair(i)
	switch {
	case m.ID == descriptionLabel && d.isAllText(j):
		d.headsText(i, m)
	case d.belowPair(i) && !d.longValue(j) && (role == OtherField || role == Byline && !d.fits(m)):
		d.mark(i, Field, OtherField, whyLabel, m.Text)
		d.mark(j, Field, OtherField, whyLabel, m.Text)
	case m.ID == sectionLabel && i < d.first && d.art.Title == "" && strings.HasPrefix(d.blocks[i].Text, "【"):
		d.mark(i, Field, role, whyNoValue, m.Text) // the section, and the headline below it
	case role == OtherField && (m.Sep && bullet(m.Value) != 0 || d.isMenuEntry(i, j, m)):
		// a list of the text, or a menu and the headline below it
	case d.fitsBelow(j, m, role):
		d.mark(i, Field, role, whyLabel, m.Text)
		if role == Date {
			m.Value = d.withTimeInColumn(j, m.Value)
		}
		if role == Byline && d.open(i-1) && hasJobWord(d.blocks[i].Text) && personal(d.blocks[i-1].Text) && isOfficeName(m.Value) { // the writer, the job, the paper
			d.mark(j, Field, OtherField, whyLabel, m.Text)
			j, m.Value = i-1, d.blocks[i-1].Text
		}
		d.setField(j, role, m)
		for k := j + 1; m.ID == contactLabel && m.Sep && i > d.last && d.open(k) && !d.lines[k].prose && !(d.lines[k].end && d.lines[k].width >= proseWidth); k++ {
			d.mark(k, Field, OtherField, "goes on with the field", "")
		}
	default:
		d.withoutValue(i, m, role)
	}
}

// withoutValue marks a label that has a sign behind it and no value.
func (d *draft) withoutValue(i int, m rules.Match, role Role) {
	if m.Sep {
		d.mark(i, Field, role, whyNoValue, m.Text)
	}
}

// headsText marks the label alone on line i, below which the text begins. Behind the
// text, with nothing but buttons below, it names a field of a form.
func (d *draft) headsText(i int, m rules.Match) {
	if j := d.next(i + 1); i > d.last && d.last >= 0 && (j >= len(d.blocks) || d.ruleOf(j) != nil) {
		d.mark(i, Field, OtherField, whyNoValue, m.Text)
		return
	}
	d.mark(i, Field, BodyLabel, whyLabel, m.Text)
	d.bodyLabel = i
}

// isMenuEntry reports whether line i, which reads as a label, is a word of a menu above
// line j, which is a headline or another button.
func (d *draft) isMenuEntry(i, j int, m rules.Match) bool {
	return !m.Sep && !m.Code && i < d.first && (d.longValue(j) || d.rules().Knows(m.Value))
}

// fitsBelow reports whether line j, which is m's value, fits below its label: it is no
// label itself, no button and not too long.
func (d *draft) fitsBelow(j int, m rules.Match, role Role) bool {
	if _, other := d.rules().Label(m.Value); other || len(m.Value) > maxFieldLine {
		return false
	}
	if role == OtherField {
		return d.lines[j].width < longProse && d.fits(m) && (m.Sep || !d.isDateLine(m.Value)) && (m.ID == descriptionLabel || m.ID == deckLabel || !d.isStatement(j))
	}
	return (m.Code || !d.rules().Knows(m.Value)) && d.fits(m) // a code's value may be a language, which menus have too
}

// contactDigits is of how many columns one is a digit in a line with a telephone number.
const contactDigits = 12

// isStatement reports whether line j is a sentence of running text that tells no way to
// reach an office, as one with a telephone number or an address does.
func (d *draft) isStatement(j int) bool {
	l := &d.lines[j]
	return l.prose && l.end && contactDigits*countDigits(d.blocks[j].Text) < int(l.width) && strings.IndexByte(d.blocks[j].Text, '@') < 0
}

// belowPair reports whether the two lines above line i are a label and its value, as in
// a column of both.
func (d *draft) belowPair(i int) bool {
	value := d.prev(i - 1)
	label := d.prev(value - 1)
	if label < 0 || d.blocks[value].Kind != Field || !d.blocks[label].byLabel() || d.blocks[value].Reason.Detail != d.blocks[label].Reason.Detail {
		return false
	}
	m, ok := d.labelOf(label)
	return ok && m.Alone || d.blocks[label].Text == d.blocks[label].Reason.Detail
}

// betweenLabelAndText reports whether line i stands between a labelled line and the first
// one of running text, as "Body" does in what databases export.
func (d *draft) betweenLabelAndText(i int) bool {
	above := d.prev(i - 1)
	return above >= 0 && d.blocks[above].byLabel() && d.next(i+1) == d.first
}

// longValue reports whether line j is longer than the names of sections and
// places are.
func (d *draft) longValue(j int) bool {
	s := d.blocks[j].Text
	return countWords(s, 4) > 3 || noSpaces(lastRune(s)) && d.lines[j].width > 12
}

// withTimeInColumn is the value of a date's label on line j with the time of day that
// stands below its own label, in a column of both; these become fields.
func (d *draft) withTimeInColumn(j int, value string) string {
	label := d.next(j + 1)
	time := d.next(min(label+1, len(d.blocks)))
	if time == len(d.blocks) || !d.open(time) || d.lines[time].width > maxTimeLine {
		return value
	}
	m, ok := d.labelOf(label)
	both, timed := d.atTime(value, d.blocks[time].Text)
	if !ok || roleOf[m.Role] != Date || !timed {
		return value
	}
	d.mark(label, Field, Date, whyTimeOfDate, m.Text)
	d.mark(time, Field, Date, whyTimeOfDate, m.Text)
	return both
}
