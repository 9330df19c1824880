package parser

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
