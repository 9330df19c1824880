package parser

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/linemodel"
)

// A page dumped whole, with its menus, lists and footers, is told by its many
// fragments: short lines that end no sentence. Rules cannot draw the line
// between them and the article; the line model does. It has a say only where
// fragments are many or where it is certain of many lines itself, never in
// clean text.
const (
	minFragments  = 14   // fewer stand in clean articles too, as lists and subheadings
	minUnknown    = 8    // of them, lines that no rule knows
	fragmentShare = 0.35 // of the visible lines
	headFragments = 8    // so many above the text are a menu

	crowd         = 10 // fragments from which the model is asked what it is certain of
	crowdShare    = 0.25
	furniture     = 0.06 // probability below which it is certain that a line is no text
	minFurniture  = 8    // such lines outside of the running text, or
	someFurniture = 3    // so many where fragments are many, and a third of the lines outside if nearly all is text, or
	maxList       = 40   // so many anywhere where fragments are many

	bodyLine = 0.5  // probability from which a line is text of the article
	doubtful = 0.2  // of the surest line's, the same for a sentence next to such a line
	sureText = 0.7  // the same of one line at least when the article is brief
	almost   = 0.35 // the same for a long paragraph of a page without any such line
	likely   = 0.4  // the same for a short sentence next to one, and for any line between two of them

	mayBeText = 0.2 // the same for lines that the rules take a closer look at

	smallPage = 64 // visible lines of a page with so little on it that half of the doubt is enough
)

// crowding says how much of a part is fragments.
type crowding uint8

const (
	clean crowding = iota
	crowded
	dumped
)

// crowding tells a page dumped whole from a text that may be one.
func (d *draft) crowding() crowding {
	if d.art.ID != "" && d.art.Title != "" {
		return clean
	}
	if d.glued {
		return dumped
	}
	f := d.countFragments()
	switch {
	case d.bodyLabel < 0 && f.unknown >= minUnknown && f.all >= minFragments && f.share(fragmentShare) && (f.head >= headFragments || f.longest >= minFragments):
		return dumped
	case f.all >= crowd && f.share(crowdShare):
		return crowded
	}
	return clean
}

// fragments are counts of short lines that end no sentence. The cells of a row of
// a menu count as lines.
type fragments struct {
	visible      int // lines, of any kind
	all          int
	unknown      int // those that no rule knows
	head         int // those above the text
	run, longest int // those that follow one another
}

func (d *draft) countFragments() (f fragments) {
	for _, i := range d.visible {
		l := d.lines[i]
		f.visible++
		if l.prose && l.end || d.blocks[i].Kind == Field {
			f.run = 0
			continue
		}
		if n := d.cells(i); n >= minCells {
			f.visible += n
			f.add(n, true, i < d.first)
		} else if l.prose || l.wraps || l.end && l.width >= shortSentence {
			f.run = 0
		} else {
			f.add(1, d.open(i), i < d.first)
		}
	}
	return f
}

// share reports whether the fragments are that share of all lines.
func (f *fragments) share(least float64) bool { return float64(f.all) >= least*float64(f.visible) }

func (f *fragments) add(n int, unknown, head bool) {
	f.all += n
	f.run += n
	f.longest = max(f.longest, f.run)
	if unknown {
		f.unknown += n
	}
	if head {
		f.head += n
	}
}

// cells is the number of signs of line i that part the cells of a table.
func (d *draft) cells(i int) int {
	if d.lines[i].signs != hasAny { // it is all ASCII
		return 0
	}
	return strings.Count(d.blocks[i].Text, cellSign)
}

// furnished reports whether the model is certain of enough lines above and
// below the text that it finds: the list of a clean article stands between its
// paragraphs.
func (d *draft) furnished(c crowding, p []float32, at []int) bool {
	first, last := len(p), -1
	for k, s := range p {
		if s >= bodyLine {
			first, last = min(first, k), k
		}
	}
	low, outside, certain, text := 0, 0, 0, 0
	for k, s := range p {
		if d.blocks[at[k]].Kind == Field {
			continue
		}
		out := k < first || k > last
		if out {
			outside++
		}
		if s >= bodyLine {
			text++
		} else if s < furniture {
			low++
			if out {
				certain++
			}
		}
	}
	if c == dumped && (low >= maxList || certain >= someFurniture && (text*3 <= len(p)*2 || certain*3 >= outside)) {
		return true
	}
	return certain >= minFurniture && certain*3 >= outside*2
}

// buttons reports whether rules know lines of the part for those of a page, so
// that the model may hold none of it for text.
func (d *draft) buttons(c crowding) bool {
	known := 0
	for _, i := range d.visible {
		if d.blocks[i].Kind == Boilerplate && d.blocks[i].Reason.Why != noWords {
			known++
		}
	}
	return c == dumped && known >= minChrome
}

// briefArticle reports whether the part has an article too short for the model:
// a date above two sentences or more with hardly anything between them. The
// entries of a listing have dates and headlines between them.
func (d *draft) briefArticle() bool {
	dates := len(d.dates)
	for i := range min(d.first, len(d.blocks)) {
		if d.open(i) && d.isDateLine(d.blocks[i].Text) {
			dates++
		}
	}
	sentences, others, since := 0, 0, 0
	for i := d.next(d.first); i < len(d.blocks) && !headsComments(d.blocks[i]); i = d.next(i + 1) {
		switch {
		case !d.open(i):
		case d.lines[i].end && d.lines[i].width >= shortSentence:
			sentences++
			others, since = others+since, 0
		default:
			since++
		}
	}
	return dates > 0 && dates <= maxDates && sentences > 1 && others < sentences
}

// maxDates is how many dates an article has above its text: of publication, of
// the last change, of the visit.
const maxDates = 3

// modelLines are the visible lines as the model reads them, and their blocks.
// It was not taught program text and does not read it.
func (d *draft) modelLines() (lines []linemodel.Line, at []int) {
	lines, at = d.scratch.model[:0], d.scratch.at[:0]
	blanks, below := 0, 0
	for _, i := range d.visible {
		b := &d.blocks[i]
		blanks += i - below
		below = i + 1
		if b.Kind == Hidden && b.Reason.Why == programText {
			continue
		}
		lines = append(lines, linemodel.Line{Text: trimLineEnd(d.text[b.Span.Start:b.Span.End]), BlankBefore: blanks})
		at = append(at, i)
		blanks = 0
	}
	trimPadded(lines)
	d.scratch.model, d.scratch.at = lines, at
	return lines, at
}

// trimPadded takes the white space off the ends of lines when nearly all have
// some: the model knows it for a sign of single lines.
func trimPadded(lines []linemodel.Line) {
	padded := 0
	for k := range lines {
		if t := lines[k].Text; t[len(t)-1] == ' ' {
			padded++
		}
	}
	if padded*padShare < len(lines)*(padShare-1) {
		return
	}
	for k := range lines {
		lines[k].Text = strings.TrimRight(lines[k].Text, " ")
	}
}

// padShare tells a page whose lines are padded: all but one in so many.
const padShare = 10

// told reports whether the model, given what it says of the lines, is to tell
// the text of a part from the page: where it finds none, or too little to be
// sure, the rules know better.
func (d *draft) told(c crowding, p *linemodel.Page, at []int) bool {
	surest := slices.Max(p.Body)
	return d.furnished(c, p.Body, at) && (surest >= sureText || d.lift(p, at) || (surest >= bodyLine || d.buttons(c)) && !d.briefArticle())
}

// dump marks the lines of a whole page by the model. The first line of the
// text then ends the head, where headline, date and byline are looked for. It
// is false, and nothing is marked, when the part is no whole page.
func (d *draft) dump() bool {
	crowding := d.crowding()
	if crowding == clean {
		return false
	}
	lines, at := d.modelLines()
	if len(lines) == 0 {
		return false
	}
	p := d.scratch.page
	linemodel.Default().ScorePage(&p, lines)
	d.scratch.page = p
	d.paragraphs(&p, at)
	if !d.glued && !d.told(crowding, &p, at) {
		return false
	}
	d.inspectLikely(p.Body, at)
	d.reopen()
	d.surest(p.Body, at)
	if slices.Max(p.Body) < bodyLine {
		d.underName(&p, at)
	}
	d.lists(&p, at)
	d.findLanguage(p.Body, at)
	d.joinSentences(&p, at)
	d.evenLists(p.Body, at)
	d.behindBreaks(&p, at)
	d.datesAbove(p.Body, at)
	d.findText(&p, at)
	d.speaks = max(0, min(d.first, d.last)) // not the menu
	d.when, d.found.text = d.dateOptions(), ""
	if d.glued {
		p.Titles = nil // no line is a headline and nothing else
	}
	d.head(p.Titles, at)
	d.markRest(p.Body, at)
	if d.p.explain {
		d.explainModel(lines, at)
	}
	if d.last < 0 {
		d.nothing = "no line of running text by the line model"
	}
	return true
}

// inspectLikely takes a closer look at the lines that may be text.
func (d *draft) inspectLikely(p []float32, at []int) {
	likely := d.scratch.likely[:0]
	for k, i := range at {
		if p[k] >= mayBeText {
			likely = append(likely, i)
		}
	}
	d.scratch.likely = likely
	d.inspect(likely)
}

// findText sets first and last from the lines that the model holds for text, and
// tells which of them go on in the next.
func (d *draft) findText(p *linemodel.Page, at []int) {
	d.first, d.last = len(d.blocks), -1
	for k, i := range at {
		d.lines[i].prose = p.Body[k] >= bodyLine
		if !d.lines[i].prose {
			continue
		}
		if k > 0 && (p.Joined[k] || d.glued && !d.endsLine(i-1)) && at[k-1] == i-1 && d.lines[i-1].prose {
			d.lines[i-1].wraps = true
		}
		if d.open(i) {
			d.first = min(d.first, i)
			d.last = i
		}
	}
}

// markRest gives the open lines the probabilities p and marks those that are no
// text.
func (d *draft) markRest(p []float32, at []int) {
	for k, i := range at {
		if !d.open(i) {
			continue
		}
		if d.blocks[i].Reason.Score = max(p[k], leastScore); p[k] < bodyLine {
			d.blocks[i].Kind, d.blocks[i].Reason.Why = Boilerplate, byModel
		}
	}
}

// datesAbove takes dates off the beginning of the text, but for those that the
// next line goes on from.
func (d *draft) datesAbove(p []float32, at []int) {
	for k, i := range at {
		if p[k] < bodyLine || !d.open(i) {
			continue
		}
		if s := d.blocks[i].Text; !hasDigit(s) || !d.isDateLine(s) || k+1 == len(at) || !beginsClause(d.blocks[at[k+1]].Text) {
			return
		}
		p[k] = 0
	}
}

// beginsClause reports whether s begins with a capital, a letter of a script
// without them, or a quotation.
func beginsClause(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && !isLower(r) || strings.ContainsRune("\"'“„«「『‘—–-", r)
}

// surest holds the paragraph that the model is surest of for text when it is
// long, ends as a sentence, and no line reached bodyLine: a short notice among
// menus is an article too.
func (d *draft) surest(p []float32, at []int) {
	best := 0
	for k := range p {
		if p[k] > p[best] {
			best = k
		}
	}
	l := d.lines[at[best]]
	if p[best] >= almost && p[best] < bodyLine && l.width >= longProse && l.end && d.open(at[best]) {
		p[best] = bodyLine
	}
}

// byModel is why a line is boilerplate that the line model holds for no text.
const byModel = "model"

// leastScore tells a line of no probability from one that the model did not
// see.
const leastScore = 1e-6

// explainModel names the features that weighed most for what the model
// decided.
func (d *draft) explainModel(lines []linemodel.Line, at []int) {
	linemodel.Default().Explain(lines, func(k int, weights []linemodel.Weight) {
		b := &d.blocks[at[k]]
		if b.Reason.Score == 0 {
			return
		}
		var sb strings.Builder
		for n, w := range weights[:min(len(weights), shownFeatures)] {
			if n > 0 {
				sb.WriteByte(' ')
			}
			fmt.Fprintf(&sb, "%s %+.1f", w.Name, w.Delta)
		}
		b.Reason.Detail = "(" + sb.String() + ")"
	})
}

// shownFeatures is how many features the ledger names for a line.
const shownFeatures = 3

// reopen takes back the lines below labels without a value, and unknown keys:
// among the entries of a menu, "Contact" announces nothing, and headlines have
// colons.
func (d *draft) reopen() {
	for _, i := range d.visible {
		b := &d.blocks[i]
		if b.Kind != Field || b.Role != OtherField || b.Reason.Why != "label" && b.Reason.Why != keyAbove {
			continue
		}
		if m, ok := d.labelOf(i); !ok || m.Value == "" {
			b.Kind, b.Role, b.Reason = Body, NoRole, Reason{}
		}
	}
}
