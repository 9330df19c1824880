package parser

import (
	"slices"
	"strings"

	"unscrape/parser/rules"
)

// Headings of a site have lists below them: other articles, buttons, answers of polls,
// comments.

// related marks the short lines below the heading of a list of other articles
// or of buttons, up to the next running text.
func (d *draft) related() {
	lastText := d.lastText()
	end, wasBehind := 0, false // of the last list
	for _, i := range d.visible {
		r := d.matched(i)
		behind := i > d.last || i >= lastText
		if !r.Says(rules.Related) || d.blocks[i].Kind != Boilerplate || i <= d.first || i < end && behind == wasBehind {
			continue // no heading, or one within that list
		}
		end, wasBehind = d.listBelow(i, d.boxEnd(i, lastText), behind, r), behind
	}
}

// listBelow marks the list below heading i, which r matches, and returns where it
// ends. Behind the text, and up to the end of a box, blank lines and prose do not end
// it.
func (d *draft) listBelow(i, box int, behind bool, r *rules.Rule) int {
	k, last := d.next(i+1), -1
	for ; k < len(d.blocks); k = d.next(k + 1) {
		if !behind && k > box && d.lines[k].blanks >= 1 && !d.spacedItem(i, k) {
			break
		}
		if !d.open(k) {
			continue
		}
		if k > box && (!behind && d.lines[k].prose || d.isText(k)) && !d.boxed(i, k) && !d.nextEntry(k) {
			if !behind && last > box && d.next(last+1) == k && d.isBriefer(last) {
				d.takeBack(last)
			}
			break
		}
		d.strike(k, whyBelow, r.ID)
		last = k
	}
	return k
}

// isBriefer reports whether line i, above a paragraph of the text, has a few words, no
// number and half the width of the headline above it in a list: it is a subheading.
func (d *draft) isBriefer(i int) bool {
	above, s := d.prev(i-1), d.blocks[i].Text
	return countWords(s, 5) < 5 && !hasDigit(s) && d.blocks[above].Reason.Why == whyBelow && 2*d.lines[i].width <= d.lines[above].width
}

// maxBoxLines bounds the visible lines of a box from its heading to the word for its end.
const maxBoxLines = 8

// boxEnd is the line with the word for the end of the box of the site that line i
// heads above the last line of the text, -1 when there is none.
func (d *draft) boxEnd(i, lastText int) int {
	for k, n := d.next(i+1), 0; k < lastText && n < maxBoxLines; k, n = d.next(k+1), n+1 {
		if d.ruleOf(k).Is(endWord) {
			return k
		}
	}
	return -1
}

// nextEntry reports whether line k begins with the sign of the entry directly
// above it.
func (d *draft) nextEntry(k int) bool {
	above := &d.blocks[k-1]
	return above.Reason.Why == whyBelow && sameSign(above.Text, d.blocks[k].Text)
}

// boxed reports whether line k is the only entry below the heading i, a sentence
// as long as a headline: the heading ends with a colon, and a blank line stands below.
func (d *draft) boxed(i, k int) bool {
	j := d.next(k + 1)
	return strings.HasSuffix(d.blocks[i].Text, ":") && k == i+1 && d.lines[k].width < 2*proseWidth &&
		!hasSentenceBreak(d.blocks[k].Text) && (j == len(d.blocks) || d.lines[j].blanks > 0)
}

// spacedItem reports whether line k is the first below the heading i of a list,
// in a text whose lines all have blank ones above, and text stands below it.
func (d *draft) spacedItem(i, k int) bool {
	j, n := d.next(k+1), d.lines[i].blanks
	return d.next(i+1) == k && d.lines[k].blanks == n && j < len(d.blocks) && d.lines[j].blanks == n && d.lines[j].prose
}

// lastText is the last open line that is text rather than a headline, -1 when
// there is none.
func (d *draft) lastText() int {
	for i := d.prev(len(d.blocks) - 1); i >= 0; i = d.prev(i - 1) {
		if d.open(i) && d.isText(i) {
			return i
		}
	}
	return -1
}

// isText reports whether line k is longer than a headline, or ends with a full
// stop as hardly one does, or goes on on the next line.
func (d *draft) isText(k int) bool {
	l := d.lines[k]
	return l.width >= longProse || l.wraps || l.width >= shortSentence && d.stops(k)
}

// maxPoll is how many answers a poll has at most.
const maxPoll = 8

// pollAbove marks a poll from its question to its button i, with short answers between,
// and reports whether there is one.
func (d *draft) pollAbove(i int) bool {
	for j, n := d.prev(i-1), 0; j > d.first && n <= maxPoll; j, n = d.prev(j-1), n+1 {
		if n > 1 && isQuestion(d.blocks[j].Text) {
			for ; j <= i; j = d.next(j + 1) {
				if d.open(j) {
					d.strike(j, WhyRule, pollButton)
				}
			}
			return true
		}
		if d.lines[j].end {
			break
		}
	}
	return false
}

// pollAnswers marks the short lines directly below a question that the site puts to its
// readers, or below the heading of one, with the question itself.
func (d *draft) pollAnswers() {
	for _, i := range d.visible {
		if d.blocks[i].Kind != Boilerplate {
			continue
		}
		r := d.matched(i)
		if r == nil || r.ID != pollHead && (!strings.HasPrefix(r.ID, "rate-") || !isQuestion(d.blocks[i].Text)) {
			continue
		}
		for k := i + 1; k < len(d.blocks) && k <= i+maxPoll; k++ {
			s := d.blocks[k].Text
			if s == "" || !isQuestion(s) && (d.lines[k].end || d.open(k) && (countWords(s, 4) > 3 || r.ID != pollHead && personal(s))) {
				break
			}
			if d.open(k) {
				d.strike(k, whyBelow, r.ID)
			}
		}
	}
}

// itemsOfText takes back the words of menus that are entries of a list within the text,
// most of which are none.
func (d *draft) itemsOfText() {
	end := 0 // of the last list
	measured := false
	for _, i := range d.visible {
		if i < end || !d.isMenuWord(i) {
			continue
		}
		mark := listMark(d.blocks[i].Text)
		if mark == 0 {
			continue
		}
		start, words := i, 0
		for start > 0 && listMark(d.blocks[start-1].Text) == mark {
			start--
		}
		for end = start; end < len(d.blocks) && listMark(d.blocks[end].Text) == mark; end++ {
			if d.isMenuWord(end) {
				words++
			}
		}
		if words*3 > end-start {
			continue
		}
		if !measured {
			d.proseMass()
			measured = true
		}
		before := d.lines[start].above
		rest := d.mass - before
		for k := start; k < end && before > rest/20 && rest > before/20; k++ {
			if d.isMenuWord(k) {
				d.takeBack(k)
			}
		}
	}
}

// isMenuWord reports whether line i was marked for the words of menus that it is.
func (d *draft) isMenuWord(i int) bool {
	b := &d.blocks[i]
	return b.Kind == Boilerplate && b.Reason.Why == whyMenu || b.byRule() && b.Reason.Detail == navigationLine
}

// isQuestion reports whether s ends with a question mark.
func isQuestion(s string) bool { return strings.ContainsRune("?؟？;", lastRune(s)) }

// comments marks what stands below the heading of readers' comments, when most
// of the text stands above it.
func (d *draft) comments() {
	if !slices.ContainsFunc(d.visible, d.headsComments) {
		return
	}
	var mass, below int32
	from := -1
	for _, i := range d.visible {
		if from < 0 && mass > 0 && d.headsComments(i) && !d.leadsProse(i) {
			from = i
		}
		if d.open(i) && d.lines[i].end {
			if mass += d.lines[i].width; from >= 0 {
				below += d.lines[i].width
			}
		}
	}
	if from < 0 || below*3 > mass {
		return
	}
	for i := from + 1; i < len(d.blocks); i++ {
		if d.open(i) {
			d.mark(i, Boilerplate, NoRole, "below the comments' heading", "")
		}
	}
}

// headsComments reports whether block i is the heading of readers' comments.
func (d *draft) headsComments(i int) bool { return d.isKnown(i, rules.Comments) }
