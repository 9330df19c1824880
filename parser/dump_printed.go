package parser

import (
	"strings"
)

// printedTitle mends the headline that was chosen: a page prints it with a date or
// a site's name, or on two lines.
func (d *draft) printedTitle() {
	d.beforeDate()
	d.wholeTitle()
	for d.withoutSite() {
	}
}

// retitle takes another line for the headline that was chosen; that becomes
// its repeat.
func (d *draft) retitle(i int, why string) {
	d.mark(d.title, Repeat, NoRole, "repeat of the headline with more", "")
	d.setTitle(i, d.blocks[i].Text, why, "")
}

// beforeDate cuts the headline off a date in a column of its own behind it.
func (d *draft) beforeDate() {
	raw := d.raw(d.title)
	at := strings.LastIndex(raw, "   ")
	if at <= 0 {
		return
	}
	head, date := strings.TrimSpace(raw[:at]), strings.TrimSpace(raw[at:])
	if !d.isDateLine(date) || countWords(head, 2) < 2 {
		return
	}
	d.art.Title = plainTitle(head)
	d.addDates(date, d.title, Date, bareDate)
}

// wholeTitle joins the headline with the visible line below it, or with the one
// above, when a browser broke it or another line of the page says both as one,
// as the name of its window does.
func (d *draft) wholeTitle() {
	if letterWeight(d.art.Title) < 8 {
		return
	}
	if below := d.next(d.title + 1); below < len(d.blocks) && (d.brokenAt(d.title, below) || d.brokenAtColumn(d.title, below) || d.saysBoth(d.title, below)) {
		sep := ""
		if spaced(d.art.Title, d.blocks[below].Text) {
			sep = " "
		}
		d.art.Title += sep + d.blocks[below].Text
		d.mark(below, Field, Title, "headline goes on", "")
		return
	}
	above := d.prev(d.title - 1)
	if above < 0 || !d.mayName(above) || d.isSectionName(above) || countWords(d.blocks[above].Text, 2) < 2 {
		return
	}
	if d.saysBoth(above, d.title) {
		d.mark(d.title, Field, Title, "headline goes on", "")
		d.art.Title = plainTitle(d.blocks[above].Text) + " " + d.art.Title
		d.title = above
		d.mark(above, Field, Title, whyModel, "")
	}
}

// brokenAt reports whether the headline in block i goes on in the block below:
// a browser broke it, and centred both lines.
func (d *draft) brokenAt(i, below int) bool {
	a, b := &d.lines[i], &d.lines[below]
	if below != i+1 || !d.open(below) || b.prose || a.indent < minCentred || a.width < widestTitle || b.indent <= a.indent || a.end {
		return false
	}
	off := 2*a.indent + a.width - 2*b.indent - b.width
	return off >= -2 && off <= 2
}

// brokenAtColumn reports whether the headline in block i fills the column of the page and
// goes on, for its last words, in the line directly below.
func (d *draft) brokenAtColumn(i, below int) bool {
	a, b, s := &d.lines[i], &d.lines[below], d.blocks[below].Text
	return d.width > 0 && below == i+1 && d.open(below) && !b.prose && !a.end && a.indent == b.indent && b.width < d.width*3/4 && a.width+a.indent <= d.width &&
		overflows(*a, s, d.width) && !d.isDateLine(s) && !d.isLabelled(s) && !b.opens.Line()
}

// Bounds of a headline that a browser broke and centred, in columns: its
// indentation and the width of its first line.
const (
	minCentred  = 4
	widestTitle = 44
)

// saysBoth reports whether a line of the page says those of two blocks, of
// which one is the headline and the other open, as one.
func (d *draft) saysBoth(first, second int) bool {
	if !d.open(first) && !d.open(second) {
		return false
	}
	a, b := d.blocks[first].Text, d.blocks[second].Text
	for _, i := range d.visible {
		s := d.blocks[i].Text
		if i != first && i != second && len(s) > len(a) && len(s) <= 4*maxHeadline && begins(s, a, b) {
			return true
		}
	}
	return false
}

// begins reports whether s begins with the words of a and, behind nothing but
// white space or a bracket, those of b, and says no more but a site's name.
func begins(s, a, b string) bool {
	rest, ok := cutWords(s, a)
	if !ok || !hasWord(b) {
		return false
	}
	rest = strings.TrimLeft(rest, ":!?.,*_\"'”’")
	gap := strings.TrimLeft(rest, " \u00a0\t([")
	if len(gap) == len(rest) || !isWordRune(runeAt(gap, 0)) {
		return false
	}
	if rest, ok = cutWords(rest, b); !ok {
		return false
	}
	rest = strings.TrimLeft(rest, ")]*_\"'”’.!? ")
	return rest == "" || strings.HasPrefix(rest, "|") || siteSuffix(" "+rest)
}

// withoutSite takes the name of the site off the headline: the page shows the
// headline alone elsewhere, or the name, or sets it off with a bar in its first
// lines.
func (d *draft) withoutSite() bool {
	title, top, window := d.art.Title, 0, d.visible[0]
	whole := window != d.title && namesWindow(d.blocks[window].Text, title) // with the name of the site
	for range d.shown(0, d.title) {
		top++
	}
	for _, sep := range titleSeparators {
		at := strings.LastIndex(title, sep)
		if at <= 0 {
			continue
		}
		head, tail := title[:at], title[at+len(sep):]
		if i := d.says(head); i >= 0 && letterWeight(head) >= 8 && (top < 3 || !d.isSectionName(i)) {
			d.retitle(i, "headline without the site's name")
			return true
		}
		short := !(whole && !setsOff[sep]) && countWords(tail, 6) < 6 && len(tail) < len(head)
		if short && (top < 3 && setsOff[sep] || d.says(tail) >= 0 || d.ownsPage(tail)) {
			d.art.Title = strings.TrimSpace(head)
			return true
		}
	}
	return false
}

// setsOff are the separators that no headline has within it.
var setsOff = map[string]bool{" | ": true, " » ": true, " :: ": true, "｜": true, " ｜ ": true}

// ownsPage reports whether the notice of copyright names s.
func (d *draft) ownsPage(s string) bool {
	if letterWeight(s) < 4 {
		return false
	}
	for i := range d.above(len(d.blocks), noticeLines) {
		if i <= d.title {
			break
		}
		if t := d.blocks[i].Text; len(t) <= maxNotice && strings.Contains(t, s) && (strings.Contains(t, "©") || strings.Contains(t, "(c)") || strings.Contains(t, "opyright")) {
			return true
		}
	}
	return false
}

// Bounds of a notice of copyright: its length in bytes, and how many visible
// lines from the end of a page it is looked for.
const (
	maxNotice   = 300
	noticeLines = 100
)

// says is the open line nearest to the text that has the words of s and no
// other, -1 when there is none.
func (d *draft) says(s string) int {
	found := -1
	for _, i := range d.visible {
		if i > d.first && found >= 0 {
			break
		}
		if i != d.title && d.open(i) && sameWords(d.blocks[i].Text, s) {
			found = i
		}
	}
	return found
}
