package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/linemodel"
)

// A text with signs of its page has a few lines of it that no rule knows: names of
// buttons and sections, notes of the paper. They are short, end no sentence, and
// stand above the running text or below it. The line model, which is asked where
// there are such lines only, tells them from a last heading or verse. Of a text
// without any sign of a page it takes none.
const (
	maxStrayHead  = 40   // columns; a longer line above the text may be its summary
	minBareNumber = 5    // digits of the number of a picture; a year has fewer
	maxStrays     = 4    // more lines below one another are a list of the text
	strayShare    = 0.4  // of the probability of the surest line of the text
	closedShare   = 0.65 // the same with boilerplate below
	strayEvidence = 0.25 // less is no sure line
	noticeShare   = 0.1  // of the same: more may be a sentence of the text
)

// strays marks the lines about the running text that say nothing of it.
func (d *draft) strays() {
	if d.exported {
		return
	}
	if found := d.strayLines(); !d.unmarked() && (len(found) > 0 || d.standsOff(d.last)) {
		d.askOfStrays(found)
	}
}

// askOfStrays asks the model about the lines found and those at the end.
func (d *draft) askOfStrays(found []int) {
	lines, at := d.modelLines(nil)
	var p linemodel.Page
	linemodel.Default().Score(&p, lines)
	sure := float32(0)
	for k, i := range at {
		if d.lines[i].prose && d.open(i) {
			sure = max(sure, p.Body[k])
		}
	}
	if sure < strayEvidence {
		return
	}
	if d.notices(&p, at, sure) {
		d.fields() // of the tail that now is behind the text
		found = d.strayLines()
	}
	d.markStrays(&p, at, found, sure)
	for _, i := range d.visible {
		if i > d.last && d.open(i) {
			d.besideText(i)
		}
	}
	d.versesBelow(found)
	d.wholeLists(found)
	if d.p.explain {
		d.explainModel(lines, at)
	}
}

// markStrays marks those lines of found that the model holds for no text, given
// how sure it is of the surest one. p has its opinion of the lines at.
func (d *draft) markStrays(p *linemodel.Page, at, found []int, sure float32) {
	for k, i := range at {
		if _, ok := slices.BinarySearch(found, i); !ok {
			continue
		}
		share := float32(strayShare)
		if i > d.last && d.closed(i) {
			share = closedShare
		}
		if p.Body[k] < share*sure {
			d.markByModel(i, p.Body[k])
		}
	}
}

// markByModel marks line i, which the model holds for text with probability p.
func (d *draft) markByModel(i int, p float32) {
	d.mark(i, Boilerplate, NoRole, whyModel, "")
	d.blocks[i].Reason.Score = max(p, leastScore)
}

// unmarked reports whether nothing in the document has been found to be of a
// page, and no label: then the lines about its text are likely to be of it.
func (d *draft) unmarked() bool {
	for _, i := range d.visible {
		if b := &d.blocks[i]; b.Kind == Boilerplate && b.Reason.Why != whyNoWords || b.Kind == Field && b.Role != Title {
			return false
		}
	}
	return true
}

// notices marks the sentences at the end that the model holds for no text by far,
// with other lines of the page between them and the text.
func (d *draft) notices(p *linemodel.Page, at []int, sure float32) (any bool) {
	for k := len(at) - 1; k > 0; k-- {
		i := at[k]
		if i > d.last {
			continue
		}
		if p.Body[k] >= noticeShare*sure || !d.standsOff(i) {
			break
		}
		last := d.beforeLast()
		d.markByModel(i, p.Body[k])
		d.lines[i].prose = false
		d.last = last
		any = true
	}
	if any {
		d.findProse()
	}
	return any
}

// standsOff reports whether the line above line i of the text is none of it, or
// short as those of a page are.
func (d *draft) standsOff(i int) bool {
	if i <= d.first {
		return false
	}
	j := d.prev(i - 1)
	for j > d.first && d.isInsert(j) {
		j = d.prev(j - 1)
	}
	l := &d.lines[j]
	return !d.open(j) || !l.prose && !l.end && !l.wraps && !(l.key && d.keyBeside(j)) && !d.hasSubheading(j)
}

// hasSubheading reports whether the text has one above line j, apart from its
// paragraphs as line j is.
func (d *draft) hasSubheading(j int) bool {
	return d.lines[j].blanks > 0 && slices.ContainsFunc(d.visible, func(k int) bool {
		l := &d.lines[k]
		return k > d.first && k < j && l.blanks == d.lines[j].blanks && !l.prose && !l.end && d.open(k) && d.leadsProse(k)
	})
}

// isInsert reports whether line i is one of those that pages put between the paragraphs
// of a text.
func (d *draft) isInsert(i int) bool {
	b := &d.blocks[i]
	return b.Kind == Boilerplate && inserts[b.Reason.Detail]
}

// versesBelow takes back the lines behind the text that stand directly below
// another short line that was kept: the verses of one poem go together.
func (d *draft) versesBelow(found []int) {
	for _, i := range found {
		if i > d.last+1 && d.open(i-1) && !d.lines[i-1].end {
			d.takeBack(i)
		}
	}
}

// wholeLists takes back entries of lists of which half or more were kept.
func (d *draft) wholeLists(found []int) {
	for k := 0; k < len(found); {
		mark, from := listMark(d.blocks[found[k]].Text), k
		for k++; k < len(found) && mark != 0 && listMark(d.blocks[found[k]].Text) == mark && d.prev(found[k]-1) == found[k-1]; k++ {
		}
		kept := 0
		for _, i := range found[from:k] {
			if d.open(i) {
				kept++
			}
		}
		for _, i := range found[from:k] {
			if !d.open(i) && 2*kept >= k-from {
				d.takeBack(i)
			}
		}
	}
}

// closed reports whether boilerplate stands directly below line i, other than what was
// a stray itself.
func (d *draft) closed(i int) bool {
	j := d.next(i + 1)
	return j < len(d.blocks) && d.blocks[j].Kind == Boilerplate && d.blocks[j].Reason.Why != whyModel
}

// strayLines are the open lines outside of the running text that may be of the
// page rather than of the text.
func (d *draft) strayLines() []int {
	var found []int
	run := 0 // of lines of found that no other stands between
	longRun := func() {
		if run > maxStrays {
			found = found[:len(found)-run]
		}
		run = 0
	}
	for _, i := range d.visible {
		switch {
		case i >= d.first && i <= d.last, d.open(i) && d.besideText(i):
		case d.isStray(i):
			found = append(found, i)
			run++
		default:
			longRun()
		}
	}
	longRun()
	if len(found) == 2 && d.isCouplet(found[0], found[1]) {
		return nil
	}
	return found
}

// isCouplet reports whether lines i and j are two verses of about the same width.
func (d *draft) isCouplet(i, j int) bool {
	a, b := d.lines[i].width, d.lines[j].width
	return j == i+1 && max(a, b)*3 <= min(a, b)*4 && countWords(d.blocks[i].Text, 4) > 3
}

// besideText marks line i outside of the running text when it is an address, the
// number of a picture, or a number or time by a line of boilerplate: how many
// there are of what that line names.
func (d *draft) besideText(i int) bool {
	s, why := d.blocks[i].Text, ""
	switch {
	case len(s) <= maxClock && hasDigit(s) && letterWeight(s) == 0 && d.numberAlone(i):
		why = "number without a label"
	case i > d.last && d.lines[i].key && isPhone(s[indexColon(s):]):
		why = "telephone"
	case i > d.last && isLinkRow(s):
		why = "row of links"
	case i < d.first && d.title >= 0 && i > d.title && d.lines[i].width < maxPlaceAgency && isPlaceAndCaseless(s):
		why = "place and agency"
	case (i < d.first || s[0] == '*') && isRole(strings.TrimLeft(s, "* ")):
		why = "what the writer is"
	case strings.HasPrefix(s, "http") && strings.Contains(s, "://") && !strings.ContainsAny(s, " \t"):
		why = "address"
	default:
		return false
	}
	d.mark(i, Boilerplate, NoRole, why, "")
	return true
}

// maxPlaceAgency bounds the width in columns of the names of a place and an agency.
const maxPlaceAgency = 32

// isLinkRow reports whether s is names between bars, the address of a channel among them.
func isLinkRow(s string) bool {
	return strings.Contains(s, "@") && strings.Count(s, " | ") > 1
}

// isPhone reports whether s, the value of a key, is a telephone number.
func isPhone(s string) bool {
	digits := 0
	for _, r := range s {
		if '0' <= r && r <= '9' {
			digits++
		} else if !strings.ContainsRune(" :：+-–.()/\u00a0", r) {
			return false
		}
	}
	return digits >= 6
}

// maxClock bounds the length in bytes of a number or time, as "00:00/02:07".
const maxClock = 16

// numberAlone reports whether the number or time on line i stands by boilerplate or, in
// the head, is a time, the number of a picture, or below a field.
func (d *draft) numberAlone(i int) bool {
	s, above := d.blocks[i].Text, Blank
	if j := d.prev(i - 1); j >= 0 {
		above = d.blocks[j].Kind
	}
	return above == Boilerplate || i < d.first &&
		(strings.Contains(s, ":") || allDigits(s) && (len(s) >= minBareNumber || above == Field) || d.closed(i))
}

// isStray reports whether line i is short, ends no sentence, and is neither an
// entry of a list or of a box of keys nor a part of a wrapped paragraph.
func (d *draft) isStray(i int) bool {
	l, s := d.lines[i], d.blocks[i].Text
	if !d.open(i) || l.end || l.width >= proseWidth || i < d.first && l.width > maxStrayHead {
		return false
	}
	if above := d.prev(i - 1); i > d.last && (above == d.last || above > d.last && d.open(above) && d.headsSentence(above)) && d.isClause(i) {
		return false
	}
	switch {
	case l.wraps || i > 0 && d.lines[i-1].wraps, i < d.bodyLabel, s[0] == '#',
		beginsEntry(s), len(s) > 1 && isASCIIDigit(rune(s[0])) && (s[1] == '.' || s[1] == ')'),
		strings.HasPrefix(s, "「") && strings.HasSuffix(s, "」"),
		d.headsList(i), i > d.last && d.headsSentence(i),
		l.key && d.keyBeside(i), hasDigit(s) && (d.digitsAt(d.prev(i-1)) || d.digitsAt(d.next(i+1))), d.isTableRow(i):
		return false
	}
	return true
}

// headsSentence reports whether the next line, below a blank one, is a sentence.
func (d *draft) headsSentence(i int) bool {
	j := d.next(i + 1)
	return j > i+1 && d.open(j) && (d.lines[j].end || d.isClause(j))
}

// isClause reports whether line i, of a script without full stops, may say something: it
// is longer than most buttons, without a space.
func (d *draft) isClause(i int) bool {
	s := d.blocks[i].Text
	return d.lines[i].width >= unstoppedClause && isSoutheastAsian(lastRune(s)) && !strings.Contains(s, " ")
}

// unstoppedClause is the width of the shortest such line.
const unstoppedClause = 18

// digitsAt reports whether line i is open and has a digit: next to another it
// is one of a programme or of results.
func (d *draft) digitsAt(i int) bool {
	return d.open(i) && !d.lines[i].prose && hasDigit(d.blocks[i].Text)
}

// headsList reports whether the entries of a list stand below line i.
func (d *draft) headsList(i int) bool {
	j := d.next(i + 1)
	return d.open(j) && beginsEntry(d.blocks[j].Text)
}

// beginsEntry reports whether s begins with a sign of the entries of lists.
func beginsEntry(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-*•·・–—", r)
}

// keyBeside reports whether a line next to line i is a key and its value.
func (d *draft) keyBeside(i int) bool {
	up, down := d.prev(i-1), d.next(i+1)
	return d.open(up) && d.lines[up].key || d.open(down) && d.lines[down].key
}
