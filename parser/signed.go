package parser

import "strings"

// Acts and letters end with the office and the name of who signs them, at both ends of
// a line, and with the place below.

// signedBy marks the line behind the running text that is the office and the name of who
// signs it, and the words below; the date and the number there are fields.
func (d *draft) signedBy() {
	for k := len(d.visible) - 1; k >= 0; k-- {
		i := d.visible[k]
		if d.mass.before[i] < d.mass.total || d.lines[i].prose || d.mass.total == 0 {
			return
		}
		if !d.open(i) || d.lines[i].blanks == 0 || !isOfficeAndName(d.blocks[i].Text) {
			continue
		}
		if k+1 < len(d.visible) && isOfficeAndName(d.blocks[d.visible[k+1]].Text) { // a table
			return
		}
		d.mark(i, Boilerplate, NoRole, "signature", "")
		for _, j := range d.visible[k+1:] {
			if d.open(j) && !d.lines[j].end && d.lines[j].width < maxKey && !hasDigit(d.blocks[j].Text) {
				d.mark(j, Boilerplate, NoRole, "below the signature", "")
			}
		}
		return
	}
}

// maxOffice is the most words of an office.
const maxOffice = 10

// isOfficeAndName reports whether s is words without a number and, behind a wide gap, a
// person's name: "Minister of Forests          J. Roe".
func isOfficeAndName(s string) bool {
	const gap = "    "
	office, name, ok := strings.Cut(s, gap)
	name = strings.TrimLeft(name, " ")
	return ok && !strings.Contains(name, gap) && personal(name) && !hasDigit(s) && !endsSentence(s) &&
		hasWord(office) && countWords(office, maxOffice+1) <= maxOffice
}
