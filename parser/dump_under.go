package parser

import (
	"strings"

	"unscrape/parser/linemodel"
	"unscrape/parser/timestamp"
)

// underName makes the paragraphs directly below the page's headline text, when
// the model is sure of none: a page whose article is one paragraph among long
// menus. The first line, the name of the window, tells the headline.
func (d *draft) underName(p *linemodel.Page, at []int) {
	name := windowName(d.blocks[at[0]].Text)
	if letters(name) < 8 || countWords(name, 3) < 3 && !noSpaces(lastRune(name)) {
		return
	}
	for from := 2; from < len(at); from++ {
		to, width := from, int32(0)
		for ; to < len(at) && d.open(at[to]) && d.lines[at[to]].width >= 2*shortSentence && d.stops(at[to]); to++ {
			width += d.lines[at[to]].width
		}
		if width < longProse || !sameWords(d.blocks[at[from-1]].Text, name) {
			continue
		}
		asText(p.Body[from:to])
		d.named = true
		return
	}
}

// underDate makes the one paragraph below the headline and the only date of a page text,
// when the model is sure of none: a short story among menus. It is the line of which the
// model is surest.
func (d *draft) underDate(p *linemodel.Page, at []int) {
	best, dates := 0, 0
	for k, i := range at {
		if p.Body[k] > p.Body[best] {
			best = k
		}
		if d.isWholeDate(i) {
			dates++
		}
	}
	i := at[best]
	if dates == 0 || dates > maxDates || p.Body[best] < minStory || d.lines[i].width < minStoryWidth || !d.open(i) || !d.stops(i) {
		return
	}
	dated, headed := false, false
	for k := best - 1; k >= max(0, best-aboveStory); k-- {
		l := &d.lines[at[k]]
		if d.isWholeDate(at[k]) {
			dated = true
		} else if d.open(at[k]) && !l.end && l.width >= shortSentence {
			headed = true
		}
	}
	if dated && headed {
		p.Body[best] = bodyLine
	}
}

// Bounds of a story of one paragraph among menus.
const (
	minStory      = 0.05 // probability that it is text
	minStoryWidth = 50   // of it
	aboveStory    = 8    // lines in which its headline and its date stand
)

// isWholeDate reports whether line i is a date with its year and nothing else, or was
// taken for one.
func (d *draft) isWholeDate(i int) bool {
	s := d.blocks[i].Text
	if d.lines[i].signs&hasField == 0 || len(s) > maxDateLine || !d.isDateLine(s) && !d.isDated(i) {
		return false
	}
	ts, _ := d.findDate(s)
	return ts.Precision >= timestamp.Day
}

// windowName is s without the name of the site behind it.
func windowName(s string) string {
	for _, sep := range titleSeparators {
		if head, _, ok := strings.Cut(s, sep); ok {
			return head
		}
	}
	return s
}
