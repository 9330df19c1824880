package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
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
		d.lines[i].prose = p[k] >= bodyLine
		if d.lines[i].prose && d.open(i) {
			d.first = min(d.first, i)
			d.last = i
		}
	}
	d.dumpHeadline(at)
	d.dumpFields()
	d.dumpDate()
	d.bylines()
	for k, i := range at {
		if !d.open(i) {
			continue
		}
		if d.blocks[i].Reason.Score = p[k]; p[k] < bodyLine {
			d.blocks[i].Kind, d.blocks[i].Reason.Why = Boilerplate, "model"
		}
	}
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
// the date and the byline.
const headReach = 50

// dumpHeadline finds the headline above the first line of text, or as that
// line: the best by what a headline is like.
func (d *draft) dumpHeadline(at []int) {
	if d.last < 0 || d.art.Title != "" {
		return
	}
	first := 0
	for first < len(at) && at[first] < d.first {
		first++
	}
	best, most := -1, 0.
	for k := max(0, first-headReach); k <= first && k < len(at); k++ {
		if score, ok := d.headlineScore(at, k, first); ok && (best < 0 || score >= most) {
			best, most = at[k], score
		}
	}
	if best < 0 || most < 0 {
		return
	}
	d.title = best
	d.art.Title = plainTitle(d.blocks[best].Text)
	d.mark(best, Field, Title, "best headline above the text", "")
}

// headlineScore weighs line at[k] as the headline of the text that begins with
// at[first]. It is false when the line cannot be one.
func (d *draft) headlineScore(at []int, k, first int) (score float64, ok bool) {
	i := at[k]
	s, l := d.blocks[i].Text, d.lines[i]
	if !d.open(i) || l.width > maxHeadline || letters(s) < 8 || d.isDateLine(s) || strings.Contains(s, "(BUTTON)") || strings.Contains(s, "__") || strings.Contains(s, "://") {
		return 0, false
	}
	if r, _ := utf8.DecodeRuneInString(s); strings.ContainsRune("*+-•·–—|>(", r) || strings.HasPrefix(s, "o ") {
		return 0, false
	}
	if m, labelled := d.rules().Label(s); labelled && m.Value != "" && d.fits(m) {
		return 0, false
	}
	switch words := countWords(s, 6); {
	case noSpaces(lastRune(s)):
		score += min(float64(l.width)/8, 3)
	case words >= 6:
		score += 3
	case words >= 4:
		score += 2
	case words < 2:
		score -= 2
	}
	if l.end && endsWithStop(s) || k == first && l.end {
		score -= 4
	}
	if d.first < len(d.lines) && d.lines[d.first].indent >= 3 && l.indent == 0 { // headings stick out of the text
		score += 3
	}
	score += d.saidAgain(i, at) - 0.06*float64(first-k)
	return score, true
}

// saidAgain weighs where the page has the words of line i again: as its title
// at the very top or with the name of the site, or just anywhere, as menus
// have.
func (d *draft) saidAgain(i int, at []int) float64 {
	s, most := d.blocks[i].Text, 0.
	for n, j := range at {
		if j == i || d.lines[j].width > 2*maxHeadline {
			continue
		}
		rest, ok := cutWords(d.blocks[j].Text, s)
		switch {
		case ok && hasWord(rest) && siteSuffix(rest):
			return 4
		case ok && n < 3 && j != i:
			most = max(most, 4)
		case ok && !hasWord(rest):
			most = max(most, 1)
		}
	}
	return most
}

// dumpFields takes what labels announce in the lines around the beginning of
// the text: bylines and dates, several on one line perhaps.
func (d *draft) dumpFields() {
	var found []rules.Match
	seen := 0
	for i := d.first - 1; i >= 0 && seen < headReach; i-- {
		if d.blocks[i].Text == "" {
			continue
		}
		seen++
		if s := d.blocks[i].Text; d.blocks[i].Kind != Field && len(s) <= maxDateLine && !d.lines[i].prose {
			found = d.rules().Fields(found[:0], s)
			d.takeFields(i, found)
		}
	}
}

func (d *draft) takeFields(i int, found []rules.Match) {
	for _, m := range found {
		role := roleOf[m.Role]
		if m.Value == "" || !d.fits(m) || role != Byline && role != Date && role != ModifiedDate {
			continue
		}
		if role == Byline && (d.art.Authors != nil || !hasUpper(m.Value)) {
			continue
		}
		d.setField(i, role, m.Value, m.Text)
	}
}

// hasUpper reports whether s begins with a capital, or its script has none.
func hasUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !isLower(r)
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
			if !d.lines[i].prose && d.holdsDate(i) {
				best = i
				break
			}
		}
	}
	if best >= 0 {
		d.addDates(d.blocks[best].Text, best, Date, bareDate)
		if d.open(best) {
			d.mark(best, Field, Date, "date nearest to the headline", "")
		}
	}
}

// holdsDate reports whether line i is short and has a date, which no text
// stands around but a name or a place.
func (d *draft) holdsDate(i int) bool {
	s := d.blocks[i].Text
	if len(s) > maxDateLine || d.lines[i].prose {
		return false
	}
	ts, _ := d.findDate(s)
	return !ts.IsZero() && ts.Precision >= timestamp.Day && (d.isDateLine(s) || countWords(s, 16) < 16)
}
