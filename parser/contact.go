package parser

import (
	"slices"
	"strings"
)

// Behind a text stands how those who sent it are reached.

// contactLabel is the rule for labels of how an office is reached, and maxSender is how
// many lines its name has above them.
const (
	contactLabel = "contact"
	maxSender    = 4
)

// senders marks the lines between the text and a telephone or an address that name the
// office to be reached there, with a blank line above them.
func (d *draft) senders() {
	from := d.next(d.last + 1)
	if d.last < 0 || from == d.last+1 {
		return
	}
	names, i := false, from
	for ; i < min(from+maxSender, len(d.blocks)) && d.open(i) && !d.lines[i].end; i++ {
		names = names || isBody(d.blocks[i].Text)
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
