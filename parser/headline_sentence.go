package parser

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Headlines that have a sentence in them or are one.

// mostAbove is among how many visible lines from the first on a headline of two
// parts is looked for.
const mostAbove = 6

// twoPartHeadlines takes the first lines that read as headlines of two parts for
// no running text.
func (d *draft) twoPartHeadlines() {
	for _, i := range d.visible[:min(len(d.visible), mostAbove)] {
		if l := &d.lines[i]; l.prose && (d.twoParts(i) || l.end && l.width < longProse && endsInUnit(d.blocks[i].Text)) {
			d.lines[i].prose = false
		}
	}
}

// units are short forms of what is counted, with the full stop that ends them.
var units = wordSet("unit")

// endsInUnit reports whether s is one sentence that ends with a number and a unit's short
// form, as headlines do with its full stop only: "Prices up by 2.4 proc."
func endsInUnit(s string) bool {
	before, last, _ := cutLastWord(s)
	return units[last] && hasDigit(before[strings.LastIndexByte(before, ' ')+1:]) && !hasSentenceBreak(s)
}

// twoParts reports whether line i is a sentence and what goes with it without a
// full stop, as "“We carry on”. Talk with a miller" is: it is the first, with blank
// lines between it and the text, or what was said comes first.
func (d *draft) twoParts(i int) bool {
	l, s := d.lines[i], d.blocks[i].Text
	if l.end || l.wraps || l.signs&hasClause == 0 || l.width >= longProse {
		return false
	}
	if d.belowFields(i) && i+1 < len(d.blocks) && (d.blocks[i+1].Text == "" || d.isDatedAbove(i)) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("«“„\"", first) && (strings.Contains(s, "». ") || strings.Contains(s, "”. ") || strings.Contains(s, "“. ") || strings.Contains(s[1:], "\". "))
}

// isDatedAbove reports whether one of the two lines above line i is its date.
func (d *draft) isDatedAbove(i int) bool {
	return slices.ContainsFunc(slices.Collect(d.above(i, 2)), d.isDated)
}

// belowFields reports whether nothing but names and lines with a key or a date, or what
// may be one, stands above line i.
func (d *draft) belowFields(i int) bool {
	for k := d.prev(i - 1); k >= 0; k = d.prev(k - 1) {
		if l := &d.lines[k]; l.prose || !l.key && !hasDigit(d.blocks[k].Text) && !allPersonal(d.blocks[k].Text) {
			return false
		}
	}
	return true
}

// sentenceAsHeadline reports whether a line with a full stop is a headline
// all the same: written in title case, the first one above a date or a byline, or short
// above much longer paragraphs.
func (d *draft) sentenceAsHeadline(i, j int) bool {
	s := d.blocks[i].Text
	if hasSentenceBreak(s) {
		return false
	}
	if titleCase(s) && countWords(s, 4) >= 4 {
		return true
	}
	if d.hasRole(d.next(i+1), Date, Byline) && (i == d.next(0) || !d.lines[i].prose && d.headsAsSentence(i)) {
		return true
	}
	if d.lines[i].width > maxSentenceHeadline || j == i+1 {
		return false
	}
	n := 0
	for k := j; k < len(d.blocks) && n < 3; k = d.nextOpen(k + 1) {
		if d.lines[k].width < 2*maxSentenceHeadline {
			return false
		}
		n++
	}
	return n == 3
}

// headsAsSentence reports whether line i, the first of the text, is a headline that asks or calls, or
// one with a full stop above a date or a writer: one sentence that is no speech, with more
// below and no other headline above.
func (d *draft) headsAsSentence(i int) bool {
	l, s := &d.lines[i], d.blocks[i].Text
	if !l.end || l.wraps || l.width >= maxSaying || !strings.ContainsRune("?？؟!！", lastRune(s)) && !(trailsOff(s) && d.belowFields(i)) && !(endsWithStop(s) && d.aboveField(i)) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(s); !isWordRune(first) && !strings.ContainsRune("¿¡", first) { // somebody says so
		return false
	}
	if j := d.next(i + 1); j == len(d.blocks) || hasSentenceBreak(s) || d.lines[j].end && d.lines[j].width <= l.width {
		return false
	}
	for k := d.prev(i - 1); k >= 0; k = d.prev(k - 1) {
		if !d.open(k) || d.lines[k].width < minHeadline || d.lines[k].signs&hasField != 0 && d.isDateLine(d.blocks[k].Text) {
			continue
		}
		if m, ok := d.valueOf(k); !ok || roleOf[m.Role] == Title {
			return false
		}
	}
	return true
}

// aboveField reports whether a date or the label of a writer stands directly below line i.
func (d *draft) aboveField(i int) bool {
	j := d.next(i + 1)
	if j == len(d.blocks) || d.lines[j].end && d.lines[j].width >= proseWidth {
		return false
	}
	if d.lines[j].signs&hasField != 0 && d.isDateLine(d.blocks[j].Text) {
		return true
	}
	m, ok := d.labelOf(j)
	return ok && d.isByline(m)
}

// headsDate reports whether line i, which ends no sentence but has one in it, is a
// headline: a date stands below it, with nothing but short lines between.
func (d *draft) headsDate(i int) bool {
	l := &d.lines[i]
	if l.end || l.wraps || l.width >= maxSaying || l.signs&hasClause == 0 || endsInColon(d.blocks[i].Text) {
		return false
	}
	for j, n := d.next(i+1), 0; j < len(d.blocks) && n < linesToDate && d.lines[j].width < maxShortLine && !d.lines[j].end; j, n = d.next(j+1), n+1 {
		if d.lines[j].signs&hasField != 0 && (d.isDated(j) || d.isDateLine(d.blocks[j].Text)) {
			return true
		}
	}
	return false
}

// maxSaying is the most columns of a headline of two sentences.
const maxSaying = 140
