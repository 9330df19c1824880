package parser

import "strings"

// Where the running text of a draft begins and ends.

// findProse sets first and last from the open blocks. A document without any
// running text has its sentences count as such.
func (d *draft) findProse() {
	d.first, d.last = len(d.blocks), -1
	headline := d.windowsHeadline()
	for _, i := range d.visible {
		if !d.lines[i].prose || !d.open(i) || i <= d.deck {
			continue
		}
		if d.last < 0 && i != d.event && d.lines[i].signs&hasField != 0 && d.isDateLine(d.blocks[i].Text) { // in two sentences
			d.lines[i].prose = false
			continue
		}
		if i == headline || headline >= 0 && i == d.visible[0] || d.last < 0 && (d.headsDate(i) || d.headsAsSentence(i)) {
			d.lines[i].prose = false
			continue
		}
		d.first = min(d.first, i)
		d.last = i
	}
	if d.last >= 0 {
		d.lastSentence()
		return
	}
	for _, i := range d.visible {
		if d.lines[i].end && d.open(i) && d.lines[i].width >= shortSentence {
			d.lines[i].prose = true
			d.first = min(d.first, i)
			d.last = i
		}
	}
}

// windowsHeadline is the line of the headline that the first line, the name of a page's
// window, says with the name of the site; -1 when the first line is no such name or
// does not read as running text.
func (d *draft) windowsHeadline() int {
	if len(d.visible) == 0 {
		return -1
	}
	first := d.visible[0]
	if l := &d.lines[first]; !l.prose || !d.open(first) || l.width > maxHeadline {
		return -1
	}
	window := d.blocks[first].Text
	for _, i := range d.visible[1:min(len(d.visible), 1+windowAbove)] {
		if d.lines[i].width <= maxHeadline && d.open(i) && namesWindow(window, d.blocks[i].Text) {
			return i
		}
	}
	return -1
}

// windowAbove is how many lines may stand between the name of a window and the headline.
const windowAbove = 8

// lastSentence moves last on to the last line that ends with a full stop, which
// may be a short paragraph, up to the first line of boilerplate but for links to
// other articles and numbers of pages, which stand between paragraphs.
func (d *draft) lastSentence() {
	for i := d.last + 1; i < len(d.blocks) && !d.closesText(i); i++ {
		if d.isShortParagraph(i) {
			d.last = i
		}
	}
}

// closesText reports whether line i is boilerplate that stands between no paragraphs.
func (d *draft) closesText(i int) bool {
	return d.blocks[i].Reason.Why == WhyRule && !inserts[d.blocks[i].Reason.Detail]
}

// isShortParagraph reports whether line i ends with a full stop, the paper behind it perhaps,
// and is no date.
func (d *draft) isShortParagraph(i int) bool {
	l := &d.lines[i]
	return d.open(i) && l.width >= shortSentence && (l.end || l.signs&hasClause != 0 && isSigned(d.blocks[i].Text)) && endsWithStop(d.blocks[i].Text) && (l.key || l.signs&hasField == 0 || !d.isDateLine(d.blocks[i].Text))
}

// isSigned reports whether s is a sentence and a word or two with a capital for the paper, in
// brackets or behind a dash or slash: "… he said. (PNA)", "… he said. —Example".
func isSigned(s string) bool {
	from := max(0, len(s)-maxSetOff/2)
	k := max(strings.LastIndexAny(s[from:], "-–—/(["), 0)
	name, said := strings.Trim(s[from+k:], "-–—/()[] "), strings.TrimRight(s[:from+k], "-–— ")
	return k > 0 && startsUpper(name) && (allCapitals(name) || s[len(s)-len(name)-1] != ' ') && countWords(name, 3) < 3 && endsSentence(said) && endsWithStop(said)
}

// beforeLast is what last is without the line that it is: above a short paragraph, which
// nothing parts from the text, the nearest line that it may be, above another one the
// short paragraph that goes on with the running text above, or that text.
func (d *draft) beforeLast() int {
	i, short := d.last-1, -1
	for ; i > d.first && !(d.lines[i].prose && d.open(i)); i-- {
		switch {
		case d.closesText(i):
			short = -1
		case short >= 0 || !d.isShortParagraph(i):
		case !d.lines[d.last].prose:
			return i
		default:
			short = i
		}
	}
	return max(short, i)
}

// shortSentence is the width from which a line that ends as a sentence may be
// all the text that a document has.
const shortSentence = 20
