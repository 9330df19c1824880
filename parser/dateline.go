package parser

import "strings"

// datelineAbove joins a place and an agency on a line of their own with the text that
// goes on below: "TOWN, 5 May (Example) -".
func (d *draft) datelineAbove() {
	i := d.first - 1
	if i < 0 || d.first >= len(d.blocks) || !d.lines[i].shown || !isDateline(d.blocks[i].Text) {
		return
	}
	if !d.open(i) && d.blocks[i].Kind != Boilerplate {
		return
	}
	d.mark(i, Body, NoRole, "", "")
	d.lines[i].wraps = true
	d.first = i
}

// mailBehind marks the last line of the text when it is a few words and an address of
// mail, as who wrote it or what the agency says of itself.
func (d *draft) mailBehind() {
	for i := d.prev(len(d.blocks) - 1); i > d.first; i = d.prev(i - 1) {
		if !d.open(i) {
			continue
		}
		s := d.blocks[i].Text
		if words, last, _ := cutLastWord(s); words != "" && d.lines[i].width < proseWidth && isAddress(last) && !strings.HasSuffix(words, ":") && d.endsAbove(i) {
			d.mark(i, Boilerplate, NoRole, "address", "")
		}
		return
	}
}
