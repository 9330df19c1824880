package parser

import (
	"slices"
	"strings"

	"unscrape/parser/timestamp"
)

// How far behind the text a date may stand, in visible lines, with a label and
// without.
const (
	labelledTail = 80
	bareTail     = 8

	maxTailWords = 16 // of a line with a date that no label announces
)

// tailDate looks for the date of a page that has it behind its text, up to the
// comments and the list of other stories: one that a label announces, else one
// on a line of its own or beside a name. It must be the only one there.
func (d *draft) tailDate() {
	labelled, bare := datesBehind{}, datesBehind{}
	for i, n := d.next(d.last+1), 0; i < len(d.blocks) && n < labelledTail; i, n = d.next(i+1), n+1 {
		b := &d.blocks[i]
		if d.endsStory(i) {
			break
		}
		s, ok := d.dateLead(b.Text)
		if !ok {
			continue
		}
		switch m, ok := d.rules().Label(s); {
		case ok && roleOf[m.Role] == Date && m.Value == "" && m.Alone:
			if i = d.next(i + 1); i < len(d.blocks) {
				labelled.add(d, d.blocks[i].Text, i)
			}
			continue
		case ok && (roleOf[m.Role] == Date || roleOf[m.Role] == Byline) && d.fits(m), d.besideByline(i) && d.isDateLine(s):
			labelled.add(d, s, i)
			continue
		}
		if (n < bareTail || bare.text != "" && n < 2*bareTail) && countWords(s, maxTailWords) < maxTailWords {
			bare.add(d, s, i)
		}
	}
	if labelled.two {
		d.dates = slices.DeleteFunc(d.dates, func(c date) bool { return c.role == Date })
	} else if !labelled.take(d) {
		bare.take(d)
	}
}

// datesBehind are the dates found in the tail of a page.
type datesBehind struct {
	text  string
	block int
	ts    timestamp.Timestamp
	two   bool // of different days
}

func (b *datesBehind) add(d *draft, s string, block int) {
	ts, problem := d.findDate(s)
	if ts.Precision < timestamp.Day && problem != timestamp.Ambiguous || !ts.IsZero() && (d.tellsUpdate(s, ts.Start) || strings.HasPrefix(s[ts.Start+len(ts.Raw):], ";")) {
		return
	}
	switch {
	case b.text == "":
		b.text, b.block, b.ts = s, block, ts
	case !sameDay(b.ts, ts):
		b.two = true
	}
}

// besideByline reports whether one of the two lines above block i or the one
// below is the label of a byline.
func (d *draft) besideByline(i int) bool {
	above := d.prev(i - 1)
	for _, j := range []int{above, d.prev(above - 1), d.next(i + 1)} {
		if j < 0 || j >= len(d.blocks) {
			continue
		}
		if m, ok := d.labelOf(j); ok && roleOf[m.Role] == Byline {
			return true
		}
	}
	return false
}

// take makes the date that of the page when it is the only one.
func (b *datesBehind) take(d *draft) bool {
	if b.text == "" || b.two {
		return false
	}
	d.addDates(b.text, b.block, Date, bareDate)
	if d.blocks[b.block].Kind != Field {
		d.mark(b.block, Field, Date, "date behind the text", "")
	}
	return true
}
