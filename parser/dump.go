package parser

import (
	"unscrape/parser/linemodel"
	"unscrape/parser/timestamp"
)

// A page dumped whole, with its menus, lists and footers, is told by its many
// fragments: short lines that end no sentence. Rules cannot draw the line
// between them and the article; the line model does. Documents with labels at
// their head and clean text never come before it.
const (
	minFragments  = 14   // fewer stand in clean articles too, as lists and subheadings
	minUnknown    = 8    // of them, lines that no rule knows
	fragmentShare = 0.35 // of the visible lines
	headFragments = 8    // so many above the text are a menu
	bodyLine      = 0.5  // probability from which a line is text of the article
	doubtful      = 0.2  // the same for a sentence next to such a line
)

// isDump reports whether the part is a page dumped whole.
func (d *draft) isDump() bool {
	if d.bodyLabel >= 0 || d.art.ID != "" && d.art.Title != "" {
		return false
	}
	visible, fragments, unknown, head, run, longest := 0, 0, 0, 0, 0, 0
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.Text == "" {
			continue
		}
		visible++
		l := d.lines[i]
		if b.Kind == Field || l.prose || l.wraps || l.end && l.width >= shortSentence {
			run = 0
			continue
		}
		fragments++
		if d.open(i) {
			unknown++
		}
		if i < d.first {
			head++
		}
		run++
		longest = max(longest, run)
	}
	if unknown < minUnknown || fragments < minFragments || float64(fragments) < fragmentShare*float64(visible) {
		return false
	}
	return head >= headFragments || longest >= minFragments
}

// dump marks the lines of a whole page by the model. The first line of the
// text then ends the head.
func (d *draft) dump() {
	lines := make([]linemodel.Line, 0, len(d.blocks))
	at := make([]int, 0, len(d.blocks))
	blanks := 0
	for i := range d.blocks {
		if d.blocks[i].Text == "" {
			blanks++
			continue
		}
		raw := trimLineEnd(d.text[d.blocks[i].Span.Start:d.blocks[i].Span.End])
		lines = append(lines, linemodel.Line{Text: raw, BlankBefore: blanks})
		at = append(at, i)
		blanks = 0
	}
	model := linemodel.Default()
	p := model.Score(nil, lines)
	d.joinSentences(p, at)
	d.first, d.last = len(d.blocks), -1
	for k, i := range at {
		if p[k] >= bodyLine && d.open(i) {
			d.first = min(d.first, i)
			d.last = i
		}
	}
	d.dumpHeadline(at)
	for k, i := range at {
		if !d.open(i) {
			continue
		}
		if d.blocks[i].Reason.Score = p[k]; p[k] < bodyLine {
			d.blocks[i].Kind, d.blocks[i].Reason.Why = Boilerplate, "model"
		}
		d.lines[i].prose = p[k] >= bodyLine
	}
	d.dumpDate()
	if d.last < 0 {
		d.nothing = "no line of running text by the line model"
	}
}

// joinSentences gives the benefit of the doubt to sentences that stand next to
// text of the article: a paragraph lost is worse than one too many.
func (d *draft) joinSentences(p []float32, at []int) {
	join := func(k, neighbour int) {
		i := at[k]
		if p[k] < bodyLine && p[k] >= doubtful && p[neighbour] >= bodyLine && d.open(i) && d.lines[i].end && d.lines[i].width >= shortSentence {
			p[k] = bodyLine
		}
	}
	for k := 1; k < len(p); k++ {
		join(k, k-1)
	}
	for k := len(p) - 2; k >= 0; k-- {
		join(k, k+1)
	}
}

// headReach is how many visible lines above the text may hold the headline,
// the date and the byline, and how many below the date may.
const headReach = 24

// dumpHeadline finds the headline above the first line of text: the line
// nearest to it that the page says again elsewhere, as in its title or in a
// path of sections; else the nearest that is long enough.
func (d *draft) dumpHeadline(at []int) {
	if d.last < 0 || d.art.Title != "" {
		return
	}
	near, repeated := -1, -1
	seen := 0
	for k := len(at) - 1; k >= 0; k-- {
		i := at[k]
		if i >= d.first {
			continue
		}
		if seen++; seen > headReach {
			break
		}
		s := d.blocks[i].Text
		if !d.open(i) || d.lines[i].width > maxHeadline || letters(s) < 8 || d.isDateLine(s) || isBreadcrumb(s) {
			continue
		}
		if repeated < 0 && countWords(s, 3) >= 3 && d.saidAgain(i, at) {
			repeated = i
		}
		if near < 0 && !d.lines[i].end && (countWords(s, 4) >= 4 || noSpaces(lastRune(s)) && d.lines[i].width > 12) {
			near = i
		}
	}
	title := repeated
	if title < 0 {
		title = near
	}
	if title < 0 {
		return
	}
	d.title = title
	d.art.Title = plainTitle(d.blocks[title].Text)
	d.mark(title, Field, Title, "headline nearest to the text", "")
}

// saidAgain reports whether the page has the words of line i in another line,
// alone or with the name of the site.
func (d *draft) saidAgain(i int, at []int) bool {
	s := d.blocks[i].Text
	for _, j := range at {
		if j == i || d.lines[j].width > 2*maxHeadline {
			continue
		}
		if rest, ok := cutWords(d.blocks[j].Text, s); ok && (!hasWord(rest) || siteSuffix(rest)) {
			return true
		}
	}
	return false
}

// dumpDate takes the dates of lines near the first line of the text. Dates
// that labels announce have been taken before.
func (d *draft) dumpDate() {
	if d.last < 0 {
		return
	}
	best, distance := -1, headReach+1
	seen := 0
	for i := d.first - 1; i >= 0 && seen < headReach; i-- {
		if d.blocks[i].Text == "" {
			continue
		}
		seen++
		if d.holdsDate(i) && seen < distance {
			best, distance = i, seen
		}
	}
	if best < 0 {
		seen = 0
		for i := d.first; i < len(d.blocks) && seen < headReach/4; i++ {
			if d.blocks[i].Text == "" {
				continue
			}
			seen++
			if d.blocks[i].Kind != Body && d.holdsDate(i) {
				best = i
				break
			}
		}
	}
	if best >= 0 {
		d.addDates(d.blocks[best].Text, best, Date, bareDate)
		if d.blocks[best].Kind == Boilerplate {
			d.mark(best, Field, Date, "date nearest to the headline", "")
		}
	}
}

// holdsDate reports whether line i is short and has a date, which no text
// stands around but a name or a place.
func (d *draft) holdsDate(i int) bool {
	s := d.blocks[i].Text
	if len(s) > maxDateLine || d.blocks[i].Kind == Body {
		return false
	}
	ts, _ := d.findDate(s)
	return !ts.IsZero() && ts.Precision >= timestamp.Day && (d.isDateLine(s) || countWords(s, 16) < 16)
}
