package parser

import "unscrape/parser/rules"

// noticeRules are the rules for notices that are as long as paragraphs.
var noticeRules = map[string]bool{"copyright": true, "reproduction-notice": true, "export-notice": true, "mail-footer": true}

// noticeGoesOn marks the lines that a notice, which r matches at line i, is wrapped on.
func (d *draft) noticeGoesOn(i int, r *rules.Rule) {
	for k, end := i+1, d.noticeEnd(r, i); k <= end; k++ {
		if d.open(k) {
			d.strike(k, "goes on from", r.ID)
		}
	}
}

// noticeEnd is the last line of the notice that r matches at line i.
func (d *draft) noticeEnd(r *rules.Rule, i int) int {
	for noticeRules[r.ID] && i+1 < len(d.blocks) && d.lines[i].wraps {
		i++
	}
	return i
}

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
	if d.last < 0 || from <= d.last+1 || from == len(d.blocks) {
		return
	}
	names, i := false, from
	for ; i < min(from+maxSender, len(d.blocks)) && d.open(i) && !d.lines[i].end && d.lines[i].shown && d.lines[i].width < proseWidth; i++ {
		names = names || isBody(d.blocks[i].Text)
	}
	if !names || i == len(d.blocks) || d.blocks[i].Kind != Field || d.blocks[i].Role != OtherField {
		return
	}
	if m, ok := d.labelOf(i); !ok || m.ID != contactLabel {
		return
	}
	for k := from; k < i; k++ {
		d.mark(k, Boilerplate, NoRole, "sender above a contact", "")
	}
}
