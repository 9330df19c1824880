package parser

import (
	"slices"
	"strings"
)

// Letters that are sent out begin with whom they greet, and end with a farewell and with
// how their senders are reached.

// Bounds of a greeting and of a farewell: their words, and the lines of who signs.
const (
	maxGreeting = 8
	maxSigners  = 8
)

// greeting marks whom a letter greets, between its fields and the text, and the
// farewell behind the text with the names and offices below it.
func (d *draft) greeting() {
	i := d.prev(d.first - 1)
	if i < 0 || d.first == len(d.blocks) || !d.open(i) || d.lines[i].wraps || !greets(d.blocks[i].Text) {
		return
	}
	if above := d.prev(i - 1); above < 0 || d.blocks[above].Kind != Field {
		return
	}
	d.mark(i, Boilerplate, NoRole, "greeting", "")
	for k, n := d.prev(len(d.blocks)-1), 0; k > d.last && n < maxSigners; k = d.prev(k - 1) {
		if !d.open(k) {
			continue
		}
		if n++; greets(d.blocks[k].Text) {
			d.farewell(k)
			return
		}
	}
}

// farewell marks the open lines from line i on.
func (d *draft) farewell(i int) {
	for ; i < len(d.blocks); i = d.next(i + 1) {
		if d.open(i) {
			d.mark(i, Boilerplate, NoRole, "farewell", "")
		}
	}
}

// greets reports whether s is a few words and a comma.
func greets(s string) bool {
	return isComma(lastRune(s)) && countWords(s, maxGreeting+1) <= maxGreeting
}

// maxSender is how many lines the name of an office has above how it is reached.
const maxSender = 4

// senders marks the lines between the text and a telephone or an address that name the
// office to be reached there, with a blank line above them.
func (d *draft) senders() {
	from := d.next(d.last + 1)
	if d.last < 0 || from == d.last+1 {
		return
	}
	names, i := false, from
	for ; i < min(from+maxSender, len(d.blocks)) && d.open(i) && !d.lines[i].end; i++ {
		names = names || isOfficeName(d.blocks[i].Text)
	}
	if !names || !d.hasRole(i, OtherField) {
		return
	}
	if m, _ := d.labelOf(i); m.Label != nil && m.ID == contactLabel {
		for k := from; k < i; k++ {
			d.mark(k, Boilerplate, NoRole, "sender above a contact", "")
		}
	}
}

// mailBehind marks the last line of the text when it is a few words and an address of
// mail, as who wrote it or what the agency says of itself, or has the writer's name
// and such an address.
func (d *draft) mailBehind() {
	for i := d.prev(len(d.blocks) - 1); i > d.first; i = d.prev(i - 1) {
		if !d.open(i) {
			continue
		}
		s := d.blocks[i].Text
		if strings.Contains(s, "@") && d.lines[i].width <= maxWriterNote && slices.ContainsFunc(d.art.Authors, func(name string) bool {
			return strings.Contains(strings.ToLower(s), strings.ToLower(name))
		}) {
			d.mark(i, Boilerplate, NoRole, "note on the writer", "")
			return
		}
		if words, last, _ := cutLastWord(s); words != "" && d.lines[i].width < proseWidth && isAddress(last) && !strings.HasSuffix(words, ":") && d.endsAbove(i) {
			d.mark(i, Boilerplate, NoRole, "address", "")
		}
		return
	}
}
