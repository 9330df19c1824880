package parser

import (
	"slices"
	"strings"
	"unicode"

	"unscrape/parser/linemodel"
)

// The lines of a page that are one paragraph: broken off by a browser at its
// column, or cut to pieces where links stand in it. The line model tells most
// of them by their letters in lower case, which many scripts have not.

// paragraphs tells in p.Joined which lines go on with the one before them, and
// gives all lines of a paragraph the mean of what the model says of them: a
// part of a paragraph is no text alone.
func (d *draft) paragraphs(p *linemodel.Page, at []int) {
	d.partQuestions(p, at)
	d.joinColumn(p, at)
	d.joinPieces(p, at)
	list := false
	for k := 0; k < len(at); {
		end := d.paragraph(p, at, k)
		if list = d.isList(at[k:end], list); list {
			clear(p.Joined[k:end])
			for _, i := range at[k : end-1] {
				d.lines[i].wraps = false
			}
		} else if end-k > 1 {
			d.even(p.Body[k:end], at[k:end])
			for _, i := range at[k+1 : end] {
				d.lines[i].joined = true
			}
		}
		k = end
	}
}

// partQuestions parts Greek questions, which end with a semicolon, from the
// answers below them.
func (d *draft) partQuestions(p *linemodel.Page, at []int) {
	for k := 1; k < len(at); k++ {
		if s, ok := strings.CutSuffix(d.blocks[at[k-1]].Text, ";"); ok && unicode.Is(unicode.Greek, lastRune(s)) && startsUpper(d.blocks[at[k]].Text) {
			p.Joined[k] = false
		}
	}
}

// paragraph is the end of the paragraph that begins at line k.
func (d *draft) paragraph(p *linemodel.Page, at []int, k int) int {
	for k++; k < len(at) && at[k-1] == at[k]-1 && d.open(at[k-1]) && d.open(at[k]) && (p.Joined[k] || d.lines[at[k-1]].wraps); k++ {
	}
	return k
}

// even makes all of p their mean, a wide line weighing more.
func (d *draft) even(p []float32, at []int) {
	sum, width := float32(0), float32(0)
	for k, i := range at {
		w := float32(d.lines[i].width)
		sum += p[k] * w
		width += w
	}
	for k := range p {
		p[k] = sum / max(width, 1)
	}
}

// Bounds of lists whose entries begin in lower case.
const (
	minListLines = 3
	entryWidth   = 45 // columns of the longest
)

// isList reports whether lines that seem to be one paragraph are short all of
// them, as pieces between links and lines of a column are not, or have room for more, and
// end no sentence, unless by an abbreviation. Behind a list two are enough.
func (d *draft) isList(at []int, behind bool) bool {
	least := minListLines
	if behind {
		least--
	}
	if len(at) < least {
		return false
	}
	stops, numbered := 0, 0
	for _, i := range at {
		if isNumbered(d.blocks[i].Text) {
			numbered++
		}
	}
	if numbered == len(at) || d.isEnumeration(at) {
		return true
	}
	wide := false
	for _, i := range at {
		l := &d.lines[i]
		if l.wraps || lastRune(d.blocks[i].Text) == ',' {
			return false
		}
		wide = wide || l.width > entryWidth
		if d.stops(i) {
			stops++
		}
	}
	if wide {
		return stops == 0 && d.hasRoom(at)
	}
	return stops == 0 || stops == 1 && len(at) > minListLines
}

// hasRoom reports whether a line but the last two has room for the first word of the next, up
// to the width of the others: nothing broke it off. None is wider than a terminal.
func (d *draft) hasRoom(at []int) bool {
	widest := int32(0)
	for _, i := range at {
		if s := d.blocks[i].Text; strings.IndexByte(",.:;)", s[0]) >= 0 || s[len(s)-1] == '(' { // a piece of a sentence
			return false
		}
		widest = max(widest, d.lines[i].width)
	}
	if widest > usualColumn {
		return false
	}
	for k, i := range at[:len(at)-2] {
		if first, _, _ := strings.Cut(d.blocks[at[k+1]].Text, " "); d.lines[i].width+1+columns(first) < widest {
			return true
		}
	}
	return false
}

// isEnumeration reports whether all lines but the last, and the first with a colon perhaps,
// end with a semicolon, or with a comma below the colon, and the last with a full stop.
func (d *draft) isEnumeration(at []int) bool {
	heads := strings.HasSuffix(d.blocks[at[0]].Text, ":")
	last := at[len(at)-1]
	if heads {
		at = at[1:]
	}
	if len(at) < 2 || !d.stops(last) {
		return false
	}
	commas := heads && len(at) >= minListLines
	for _, i := range at[:len(at)-1] {
		if s := d.blocks[i].Text; !strings.HasSuffix(s, ";") && !(commas && strings.HasSuffix(s, ",") && d.lines[i].width < proseWidth) {
			return false
		}
	}
	return true
}

// Bounds of the column that a browser broke the lines of a page at.
const (
	minColumn   = 60
	maxColumn   = 120
	usualColumn = 82 // the most that a terminal's leave, with some slack
	minFull     = 3  // lines that fill it, end no sentence and go on directly below
)

// joinColumn joins the lines that fill the column of a page which has one.
func (d *draft) joinColumn(p *linemodel.Page, at []int) {
	w, full, broken := d.column(at), 0, 0
	if w == 0 {
		return
	}
	indented := w <= usualColumn && d.allIndented(at)
	if indented {
		w = max(w, usualColumn-3)
	}
	fills := func(k int) bool {
		i, next := at[k-1], at[k]
		return next == i+1 && !isBullet(d.blocks[next].Text) &&
			d.lines[i].width >= w/2 && overflows(d.lines[i], d.blocks[next].Text, w)
	}
	for k := 1; k < len(at); k++ {
		if fills(k) {
			full++
			if !endsSentence(d.blocks[at[k-1]].Text) {
				broken++
			}
		}
	}
	if !indented && (broken < minFull && !(broken == full && broken > 1 && w <= usualColumn) || broken*4 < full*3) {
		return
	}
	d.width = w
	for k := 1; k < len(at); k++ {
		if !fills(k) {
			continue
		}
		if !d.open(at[k-1]) {
			d.strikeRest(at[k-1], at[k])
			continue
		}
		if d.blocks[at[k]].byRule() && !endsSentence(d.blocks[at[k-1]].Text) {
			d.takeBack(at[k]) // words in the middle of a sentence
		}
		p.Joined[k] = p.Joined[k] || d.open(at[k])
	}
}

// strikeRest marks a line that goes on with a sentence of which the line above is
// known for none of an article's.
func (d *draft) strikeRest(above, i int) {
	b := &d.blocks[above]
	known := b.Reason.Why == WhyRule || b.Reason.Why == whyBelow || b.Reason.Why == whyGoesOn
	if known && d.open(i) && !endsSentence(b.Text) {
		d.strike(i, whyGoesOn, "")
	}
}

// allIndented reports whether nearly all lines are indented, the entries of
// lists behind asterisks more than the others, as one browser writes pages.
func (d *draft) allIndented(at []int) bool {
	flush, entries := 0, 0
	for _, i := range at {
		switch l := &d.lines[i]; {
		case l.indent+d.margin < textIndent:
			flush++
		case l.indent+d.margin > textIndent && isBullet(d.blocks[i].Text):
			entries++
		}
	}
	return entries >= minListLines && flush*10 < len(at)
}

// textIndent is the indentation of that browser's text, in columns.
const textIndent = 3

// column is the width that no line of the page exceeds, 0 when that is none of
// a browser.
func (d *draft) column(at []int) int32 {
	w := int32(0)
	for _, i := range at {
		if n := d.lines[i].width + d.lines[i].indent; n > w && !strings.Contains(d.blocks[i].Text, "://") { // which is not broken
			w = n
		}
	}
	if w < minColumn || w > maxColumn {
		return 0
	}
	return w
}

// Pieces of a paragraph: the first is long, and the last ends the sentence.
const (
	minPiece    = 30
	maxPieces   = 6
	likelyPiece = 0.3 // of the probability of the page's surest line, the first one's
)

// joinPieces joins the lines that a paragraph with links was cut to: the first
// has more than one sentence, or stands behind text and is no heading of what
// follows.
func (d *draft) joinPieces(p *linemodel.Page, at []int) {
	least := min(bodyLine, likelyPiece*slices.Max(p.Body))
	for k := range at {
		if p.Body[k] < least || k+1 == len(at) || at[k+1] != at[k]+1 || !d.beginsPieces(at, k) || d.areResults(at[k]) {
			continue
		}
		end := d.endOfPieces(at, k)
		if end > 0 && !d.open(at[end]) { // its full stop, whoever joins the lines
			d.takeBack(at[end])
		}
		if end > 0 && (hasSentenceBreak(d.blocks[at[k]].Text) || k > 0 && p.Body[k-1] >= least && end > k+1 && !startsUpper(d.blocks[at[end]].Text)) {
			for j := k + 1; j <= end; j++ {
				p.Joined[j] = true
			}
		}
	}
}

// areResults reports whether line i and the next one end with a number each, as results do
// below one another.
func (d *draft) areResults(i int) bool {
	return endsInDigit(d.blocks[i].Text) && endsInDigit(d.blocks[i+1].Text) && d.lines[i+1].width >= minPiece/2
}

// endOfPieces is the piece with which the sentence ends that begins in line k, 0
// when it does not end soon.
func (d *draft) endOfPieces(at []int, k int) int {
	for end := k + 1; end < len(at) && end-k < maxPieces && at[end] == at[end-1]+1 && d.mayGoOn(at[end]); end++ {
		if d.stops(at[end]) {
			return end
		}
	}
	return 0
}

// beginsPieces reports whether line k is long and ends in the middle of a
// sentence.
func (d *draft) beginsPieces(at []int, k int) bool {
	l, s := &d.lines[at[k]], d.blocks[at[k]].Text
	return d.open(at[k]) && l.width >= minPiece && !l.key && goesOn(s, *l) && goesOnBehind(s) && !isBullet(s) && !strings.Contains(s, "©") && d.creditBehind(at[k]) == ""
}

// mayGoOn reports whether line i may be a piece of a paragraph, perhaps no more
// than its full stop.
func (d *draft) mayGoOn(i int) bool {
	if d.open(i) {
		return !isBullet(d.blocks[i].Text)
	}
	return d.blocks[i].Reason.Why == whyNoWords && d.stops(i)
}

// inSentence reports whether line i is one of several of a paragraph that ends
// with a full stop.
func (d *draft) inSentence(i int) bool {
	if !d.lines[i].joined && (i+1 >= len(d.lines) || !d.lines[i+1].joined) {
		return false
	}
	for i+1 < len(d.lines) && d.lines[i+1].joined {
		i++
	}
	return d.stops(i)
}

// stops reports whether line i ends with a full stop.
func (d *draft) stops(i int) bool { return d.lines[i].end && endsWithStop(d.blocks[i].Text) }

// goesOnBehind reports whether s ends with a letter, a digit, a mark on one or a
// comma.
func goesOnBehind(s string) bool {
	r := lastRune(s)
	return isWordRune(r) || unicode.IsMark(r) || isComma(r) || r == '、'
}
