package parser

import (
	"slices"
	"strings"

	"unscrape/parser/linemodel"
)

// What tells a page dumped whole from a clean text: how many fragments it has, and
// how many lines outside of its text the model is certain of.
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
	maxBare       = 2    // lines above the text of a page without such lines
)

// crowding says how much of a part is fragments.
type crowding uint8

const (
	uncrowded crowding = iota
	crowded
	dumped
)

// crowding tells a page dumped whole from a text that may be one.
func (d *draft) crowding() crowding {
	if d.art.ID != "" && d.art.Title != "" || d.beginsAsAct() {
		return uncrowded
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
	return uncrowded
}

// maxAboveKind is how many lines of a letterhead stand above the kind of an act.
const maxAboveKind = 8

// beginsAsAct reports whether the kind of an act stands among the first lines, below those
// who issue it: no menu stands above.
func (d *draft) beginsAsAct() bool {
	return slices.ContainsFunc(d.visible[:min(maxAboveKind+1, len(d.visible))], func(i int) bool { return d.matched(i).Is(actKind) })
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
		switch {
		case l.prose && l.end || d.blocks[i].Kind == Field:
			f.run = 0
		case d.cells(i) >= minCells:
			n := d.cells(i)
			f.visible += n
			f.add(n, true, i < d.first)
		case l.prose || l.wraps || l.end && l.width >= shortSentence:
			f.run = 0
		default:
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
	if d.lines[i].signs&hasWide == 0 {
		return 0
	}
	return strings.Count(d.blocks[i].Text, cellSign)
}

// furnished reports whether the model is certain of enough lines above and
// below the text that it finds: the list of a clean article stands between its
// paragraphs. A text right below its headline without any line that rules know
// for one of a page is clean, whatever the model holds of its lists.
func (d *draft) furnished(c crowding, p []float32, at []int) bool {
	first, last := len(p), -1
	for k, s := range p {
		if s >= bodyLine {
			first, last = min(first, k), k
		}
	}
	if first <= maxBare && d.knownLines() == 0 {
		return false
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
func (d *draft) buttons(c crowding) bool { return c == dumped && d.knownLines() >= minChrome }

// knownLines is how many lines of the part rules know for those of a page.
func (d *draft) knownLines() (n int) {
	for _, i := range d.visible {
		if d.blocks[i].Kind == Boilerplate && d.blocks[i].Reason.Why != whyNoWords {
			n++
		}
	}
	return n
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
	for i := range d.shown(d.first, len(d.blocks)) {
		if d.headsComments(i) {
			break
		}
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

// told reports whether the model, given what it says of the lines, is to tell
// the text of a part from the page: where it finds none, or too little to be
// sure, the rules know better.
func (d *draft) told(c crowding, p *linemodel.Page, at []int) bool {
	surest := slices.Max(p.Body)
	return d.furnished(c, p.Body, at) && (surest >= sureText || d.lift(p, at) || (surest >= bodyLine || d.buttons(c)) && !d.briefArticle())
}
