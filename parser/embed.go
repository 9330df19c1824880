package parser

import "strings"

// whyEmbedded is the reason of the lines of a post of a network.
const whyEmbedded = "post of a network"

// embedded reports whether line i is what is left of a post that a page shows: the
// address of its picture, or who wrote it and when, as in "— Jane Roe (@janeroe)
// May 3, 2020". The words of a post that end with such an address go with it.
func (d *draft) embedded(i int) bool {
	s := d.blocks[i].Text
	if s[0] != 'p' && s[0] != "—"[0] { // as most lines
		return false
	}
	if strings.HasPrefix(s, "pic.twitter.com/") {
		return !strings.ContainsRune(s, ' ')
	}
	name, ok := strings.CutPrefix(s, "— ")
	if !ok || len(s) > maxDateLine {
		return false
	}
	_, rest, ok := strings.Cut(name, "(@")
	_, date, closed := strings.Cut(rest, ") ")
	if !ok || !closed || !d.isDateLine(date) {
		return false
	}
	if j := d.prev(i - 1); j >= 0 && d.open(j) && (strings.Contains(d.blocks[j].Text, "pic.twitter.com/") || strings.Contains(d.blocks[j].Text, "https://t.co/")) {
		d.mark(j, Boilerplate, NoRole, whyEmbedded, "")
		d.lines[j].prose = false
	}
	return true
}
