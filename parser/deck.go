package parser

import (
	"slices"
	"strings"

	"unscrape/parser/timestamp"
)

// maxBelowDeck is how many visible lines may stand between a deck and the date
// below it: the writer, the section, buttons.
const maxBelowDeck = 5

// findDeck tells the sentence below the headline that the date stands below: it
// is text, and the head goes on behind it.
func (d *draft) findDeck() {
	deck := d.first
	if deck >= d.last || !d.lines[deck].end || d.lines[deck].wraps {
		return
	}
	i := d.next(deck + 1)
	for n := 0; i < d.last && !d.holdsMoment(i); n++ {
		if n == maxBelowDeck || d.lines[i].prose || d.lines[i].end && d.lines[i].width >= shortSentence {
			return
		}
		i = d.next(i + 1)
	}
	if i >= d.last || d.dateAbove(deck) || d.dateBelow(i) || d.besideVenue(i) {
		return
	}
	d.deck = deck
	d.findProse()
}

// dateAbove reports whether a line above block i is a date, or whether none may
// be a headline.
func (d *draft) dateAbove(i int) bool {
	headline := false
	for i = d.prev(i - 1); i >= 0; i = d.prev(i - 1) {
		if d.holdsMoment(i) {
			return true
		}
		headline = headline || letterWeight(d.blocks[i].Text) >= minHeadline
	}
	return !headline
}

// dateBelow reports whether a line below block i and the dates directly below that is a
// date, as in a chronicle.
func (d *draft) dateBelow(i int) bool {
	text := false
	for i = d.next(i + 1); i <= d.last; i = d.next(i + 1) {
		moment := d.holdsMoment(i)
		if moment && text {
			return true
		}
		text = text || !moment
	}
	return false
}

// holdsMoment reports whether line i is nothing but a whole date, perhaps with
// the label of publication or other fields behind bars.
func (d *draft) holdsMoment(i int) bool {
	s := d.blocks[i].Text
	if len(s) <= maxLineOfFields && strings.ContainsAny(s, "|·•") && slices.ContainsFunc(strings.FieldsFunc(s, func(r rune) bool { return r == '|' || r == '•' || r == '·' }), d.isDateLine) {
		return true
	}
	if d.lines[i].signs&hasField == 0 || d.lines[i].prose || d.lines[i].width > maxDateWithLabel {
		return false
	}
	if d.isDateLine(s) {
		return true
	}
	m, ok := d.labelOf(i)
	if !ok || !isDateRole(roleOf[m.Role]) || m.ID == genericDateLabel {
		return false
	}
	ts, _ := d.findDate(m.Value)
	return ts.Precision >= timestamp.Day
}
