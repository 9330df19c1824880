package parser

import "strings"

// Behind a text stands who signs it. Acts and letters end with the office and the name of
// who signs them, at both ends of a line, and with the place below.

// signedBy marks the line behind the running text that is the office and the name of who
// signs it, and the words below; the date and the number there are fields.
func (d *draft) signedBy() {
	for k := len(d.visible) - 1; k >= 0; k-- {
		i := d.visible[k]
		if d.lines[i].above < d.mass || d.lines[i].prose || d.mass == 0 {
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
			if d.open(j) && (!d.lines[j].end || endsInitial(d.blocks[j].Text)) && d.lines[j].width < maxShortLine && !hasDigit(d.blocks[j].Text) {
				d.mark(j, Boilerplate, NoRole, "below the signature", "")
			}
		}
		return
	}
}

// maxMailSignature is the most lines of a signature of mail.
const maxMailSignature = 6

// mailSignature marks the line of two hyphens that parts a mail from who sent it, and the
// few lines below it, one of them with an address (RFC 3676, section 4.3).
func (d *draft) mailSignature() {
	addressed := false
	for n, k := 0, len(d.visible)-1; n <= maxMailSignature && k > 0; n, k = n+1, k-1 {
		switch s := d.blocks[d.visible[k]].Text; {
		case s == "--" && addressed:
			for _, i := range d.visible[k:] {
				if d.open(i) {
					d.mark(i, Boilerplate, NoRole, "signature", "")
				}
			}
			return
		case s == "--", d.lines[d.visible[k]].width > maxMailLine:
			return
		default:
			addressed = addressed || strings.Contains(s, "@")
		}
	}
}

// maxMailLine is the most columns that mail is wrapped at.
const maxMailLine = 80

// maxSignerOffice is the most words of the office of who signs.
const maxSignerOffice = 10

// isOfficeAndName reports whether s is words without a number and, behind a wide gap, a
// person's name: "Minister of Forests          J. Roe".
func isOfficeAndName(s string) bool {
	const gap = "    "
	office, name, ok := strings.Cut(s, gap)
	name = strings.TrimLeft(name, " ")
	return ok && !strings.Contains(name, gap) && personal(name) && !hasDigit(s) && !endsSentence(s) &&
		hasWord(office) && countWords(office, maxSignerOffice+1) <= maxSignerOffice
}

// signedAtRight is the line from which on nothing but lines far to the right of the last
// sentence of the text is open, as those who sign an act stand; len(d.blocks) when there
// is none.
func (d *draft) signedAtRight() int {
	i := len(d.blocks)
	if last := d.last; last < 0 || !d.lines[last].end || d.lines[last].indent >= centred/2 {
		return i
	}
	for ; i-1 > d.last; i-- {
		if l := &d.lines[i-1]; d.open(i-1) && (l.indent < centred || l.width >= maxShortLine || d.stops(i-1) || listMark(d.blocks[i-1].Text) != 0) {
			break
		}
	}
	return i
}

// Bounds of the lines that sign a text: how many, the columns of each, fewer in scripts
// without spaces, and the words of all.
const (
	maxSigning      = 2
	signingWidth    = 40
	signingNoSpaces = 12
	signingWords    = 5
)

// signedInWords reports whether nothing but a few words on a line or two is open behind
// the last sentence of the text.
func (d *draft) signedInWords() bool {
	last := d.last
	if last < 0 || d.first == last || !d.stops(last) || d.lines[last].width < signingWidth {
		return false
	}
	lines, words := 0, 0
	for i := d.nextOpen(last + 1); i < len(d.blocks); i = d.nextOpen(i + 1) {
		if isDeskCode(d.blocks[i].Text) {
			continue
		}
		lines++
		words += countWords(d.blocks[i].Text, signingWords+1)
		if lines > maxSigning || words > signingWords || !d.maySign(i) {
			return false
		}
	}
	return lines > 0
}

// maySign reports whether line i may sign a text: it is no clause, of a script that ends
// none with a sign perhaps, nothing of a list or a table, no outcry and nothing said.
func (d *draft) maySign(i int) bool {
	s, l := d.blocks[i].Text, &d.lines[i]
	switch end := lastRune(s); {
	case l.width > signingWidth, isSoutheastAsian(end), noSpaces(end) && l.width > signingNoSpaces:
		return false
	case l.key, listMark(s) != 0, hasDigit(s), strings.Contains(s, "  "):
		return false
	default:
		return !strings.ContainsAny(s, "!?！？؟") && !strings.ContainsRune(closers+":：", end)
	}
}
