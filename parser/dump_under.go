package parser

import (
	"strings"

	"unscrape/parser/linemodel"
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
		for k := from; k < to; k++ {
			p.Body[k] = max(p.Body[k], bodyLine)
		}
		d.named = true
		return
	}
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
