package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// afterEnd marks what follows an end mark, when most of the text stands before
// it.
func (d *draft) afterEnd() {
	var rows *signRows
	for _, i := range d.visible {
		if d.mass == 0 || d.lines[i].above*4 < d.mass*3 {
			continue
		}
		if d.open(i) && isSignOff(d.blocks[i].Text) {
			d.mark(i, Boilerplate, NoRole, "agency signs off", "")
			d.behindEnd(i)
			return
		}
		r := d.matched(i)
		if !r.Says(rules.End) || d.blocks[i].Kind != Boilerplate {
			continue
		}
		if rows == nil && r.ID == endOrnament {
			rows = d.signRows()
		}
		if r.ID != endOrnament || !rows.parts(i, d.blocks[i].Text) {
			d.behindEnd(i)
			return
		}
	}
}

// behindEnd marks what stands behind the end mark in block i.
func (d *draft) behindEnd(i int) {
	for k := d.next(i + 1); k < len(d.blocks); k = d.next(k + 1) {
		if d.open(k) {
			d.mark(k, Boilerplate, NoRole, whyBehindEnd, "")
		}
	}
}

// belowRow takes back what stands below a row of signs at the end of a clean text when
// it is running text itself: the row parted the text.
func (d *draft) belowRow() {
	sentences := 0
	var mark string // the last one before these
	for _, i := range d.visible {
		if d.blocks[i].Reason.Why == whyBehindEnd {
			if d.isSentence(i) {
				sentences++
			}
		} else if r := d.matched(i); sentences == 0 && r.Says(rules.End) {
			mark = r.ID
		}
	}
	if mark != endOrnament || sentences < minParted {
		return
	}
	for i := range d.blocks {
		if d.blocks[i].Reason.Why == whyBehindEnd {
			d.takeBack(i)
		}
	}
	d.findProse()
}

// minParted is how many sentences below a row of signs are text: the site says one about
// itself or the writer.
const minParted = 2

// isSignOff reports whether s is a long dash or a row of signs and the name of an agency
// in capitals, "-- BERNAMA", or somebody's initials with dots.
func isSignOff(s string) bool {
	name := strings.TrimLeft(s, "-—=")
	if len(s)-len(name) < 2 || len(s) > maxDeskCode {
		return false
	}
	name = strings.TrimSpace(name)
	return len(name) > 2 && isUpperWord(name) || isInitials(name)
}

// isInitials reports whether s is two letters or more with a dot behind each.
func isInitials(s string) bool {
	n := 0
	for letter := range strings.SplitSeq(strings.TrimSuffix(s, "."), ".") {
		if letter = strings.TrimLeft(letter, " "); utf8.RuneCountInString(letter) != 1 || !isWordRune(runeAt(letter, 0)) {
			return false
		}
		n++
	}
	return n > 1 && strings.HasSuffix(s, ".")
}

// signRows are what tells a row of signs that parts a text from one that ends it.
type signRows struct {
	first map[string]int // the first row of these signs below running text
	below []int32        // width of the sentences from each block on
}

func (d *draft) signRows() *signRows {
	rows := &signRows{map[string]int{}, make([]int32, len(d.blocks)+1)}
	for i, b := range d.blocks {
		if d.matched(i).Is(endOrnament) && d.lines[i].above > 0 {
			if _, known := rows.first[b.Text]; !known {
				rows.first[b.Text] = i
			}
		}
	}
	for i := len(d.blocks) - 1; i >= 0; i-- {
		rows.below[i] = rows.below[i+1]
		if d.open(i) && d.lines[i].end {
			rows.below[i] += d.lines[i].width
		}
	}
	return rows
}

// parts reports whether the row of signs s in block i, with running text before
// it, parts the text: a good part of its sentences is below, or some are and others
// stand between it and the same row further up.
func (rows *signRows) parts(i int, s string) bool {
	below := rows.below[i]
	return below*3 > rows.below[0]-below || below > 0 && below < rows.below[rows.first[s]]
}

// withinText reports whether the word for the end in block i is a word of a
// table or of a sentence that was cut: it follows a line directly that ends no
// sentence.
func (d *draft) withinText(r *rules.Rule, i int) bool {
	return r.ID == endWord && d.open(i-1) && !d.lines[i-1].end
}

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
	for noticeRules[r.ID] && d.lines[i].wraps {
		i++
	}
	return i
}
