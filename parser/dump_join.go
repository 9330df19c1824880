package parser

import (
	"slices"
	"strings"

	"unscrape/parser/language"
	"unscrape/parser/linemodel"
)

// A joiner decides of the open paragraphs of a page which of those that the model
// doubts belong to the text.
type joiner struct {
	d    *draft
	p    []float32
	at   []int
	open [][2]int // lines of paragraphs

	surest, doubt float32 // the most of p, and from which share of it a sentence may be text
	heads         float32 // what a sentence below a subheading has at least, 1 when there are none
	between       float32 // what a line between two of the text has at least
}

// joinSentences gives the benefit of the doubt to sentences next to text of
// the article, and to short lines between, which are subheadings: a paragraph
// lost is worse than one too many. Lines that rules claimed do not part them. In
// languages of which the model knows no words less is enough.
func (d *draft) joinSentences(p *linemodel.Page, at []int) {
	j := joiner{d: d, p: p.Body, at: at, open: d.scratch.open[:0], surest: slices.Max(p.Body), heads: 1, between: likelyLine}
	for k := 0; k < len(at); {
		end := d.paragraph(p, at, k)
		if d.open(at[k]) {
			j.open = append(j.open, [2]int{k, end})
		}
		k = end
	}
	d.scratch.open = j.open
	j.doubt = doubtful * j.surest
	switch {
	case d.isForeign():
		j.doubt = foreignDoubt * j.surest
		j.heads, j.between = j.doubt, j.doubt
	case len(at) <= smallPage && !d.glued:
		j.heads = likelyLine
	}
	for n := range j.open {
		j.join(n, n-1)
	}
	for n := len(j.open) - 1; n >= 0; n-- {
		j.join(n, n+1)
	}
	j.joinHeadings()
	j.fillGaps()
	j.joinBeginnings()
	j.joinEnd()
	j.joinAboveButtons()
}

// foreignDoubt is doubtful for languages of which the model knows no words.
const foreignDoubt = 0.15

// text reports whether paragraph n is text.
func (j *joiner) text(n int) bool { return n >= 0 && n < len(j.open) && j.p[j.open[n][0]] >= bodyLine }

// take makes paragraph n text.
func (j *joiner) take(n int) { asText(j.p[j.open[n][0]:j.open[n][1]]) }

// block is that of the first line of paragraph n.
func (j *joiner) block(n int) int { return j.at[j.open[n][0]] }

// join takes paragraph n when it ends as a sentence and its neighbour is text.
func (j *joiner) join(n, neighbour int) {
	d, from, to := j.d, j.open[n][0], j.open[n][1]
	s := j.p[from]
	if s < bodyLine && j.text(neighbour) && d.endsText(j.at[from], j.at[to-1]) && (s >= j.doubt && d.widthOf(j.at[from:to]) >= shortSentence || s >= likelyLine) &&
		(!d.isForeign() || d.unknown(j.at[from])) {
		j.take(n)
	}
}

// joinHeadings takes the lines between text: headings above a sentence, entries
// with numbers, and others that are likely enough.
func (j *joiner) joinHeadings() {
	for n := range j.open {
		s := j.p[j.open[n][0]]
		if s >= bodyLine || !j.text(n-1) || n+1 == len(j.open) {
			continue
		}
		next := j.open[n+1]
		heads := s >= j.doubt && j.p[next[0]] >= j.heads && j.d.lines[j.at[next[1]-1]].end // a sentence
		listed := s >= j.doubt && isNumbered(j.d.blocks[j.block(n)].Text) && isNumbered(j.d.blocks[j.block(n-1)].Text)
		if heads || listed || s >= j.between && j.text(n+1) {
			j.take(n)
		}
		if heads {
			j.take(n + 1)
		}
	}
}

// findLanguage guesses the language of the page from its surest line.
func (d *draft) findLanguage(p []float32, at []int) {
	from := max(d.blocks[at[surestLine(p)]].Span.Start, 0)
	d.pageLanguage = language.Guess(composed(d.text[from:min(len(d.text), from+languageSample)]))
}

// isForeign reports whether the page is in a language of which the model knows
// no words.
func (d *draft) isForeign() bool { return d.pageLanguage != "en" && d.pageLanguage != "" }

// endsText reports whether a paragraph from one block to another ends as a
// sentence. An entry of a list does with a full stop only: headlines ask.
func (d *draft) endsText(from, to int) bool {
	return d.lines[to].end && (!isBullet(d.blocks[from].Text) || d.stops(to))
}

// joinBeginnings takes the long line that a paragraph of the text goes on from, with
// nothing between and a blank line above: a wrap broke it off, if the only one of the
// page.
func (j *joiner) joinBeginnings() {
	d := j.d
	for n := range j.open {
		from, to := j.open[n][0], j.open[n][1]
		i := j.at[to-1]
		if j.text(n) || !j.text(n+1) || j.block(n+1) != i+1 || j.p[from] < j.doubt || isBullet(d.blocks[j.at[from]].Text) || isBullet(d.blocks[i+1].Text) {
			continue
		}
		if l := &d.lines[i]; l.width >= minBegun && !l.end && !l.key && (from == 0 || j.at[from-1] < j.at[from]-1) {
			j.take(n)
			l.wraps = true
		}
	}
}

// minBegun is the width of such a line at least.
const minBegun = 56

// joinEnd takes the sentences that, with what pages put between paragraphs, are all that
// stands between the text and the end of the page: the dump was cut off below the
// article, and the model knows that pages end with something else.
func (j *joiner) joinEnd() {
	k := len(j.at)
	for n := len(j.open) - 1; n >= 0; n-- {
		for k > j.open[n][1] && j.d.isInsert(j.at[k-1]) {
			k--
		}
		switch {
		case k != j.open[n][1]:
			return
		case j.text(n):
			for n++; n < len(j.open); n++ {
				j.take(n)
			}
			return
		case !j.isSentence(n) || len(j.open)-n > maxBehind:
			return
		}
		k = j.open[n][0]
	}
}

// maxToButtons is the most lines between the text and the buttons to share it below.
const maxToButtons = 8

// joinAboveButtons takes, on pages in languages of which the model knows no words, the
// sentences between the text and the first buttons to share it below, with a few words
// directly above one.
func (j *joiner) joinAboveButtons() {
	if !j.d.isForeign() {
		return
	}
	last := len(j.open) - 1
	for last >= 0 && !j.text(last) {
		last--
	}
	if last < 0 {
		return
	}
	end := j.open[last][1]
	for end < len(j.at) && end-j.open[last][1] < maxToButtons && !j.d.isKnownEnd(j.at[end]) {
		end++
	}
	if end == len(j.at) || !j.d.isShareLine(j.at[end]) {
		return
	}
	for n := last + 1; n < len(j.open) && j.open[n][0] < end; n++ {
		if j.p[j.open[n][0]] < leastBehind || !j.isSentence(n) {
			continue
		}
		if above := n - 1; above > last && j.block(n) == j.block(above)+1 && j.p[j.open[above][0]] >= leastBehind && countWords(j.d.blocks[j.block(above)].Text, 6) < 6 {
			j.take(above)
		}
		j.take(n)
	}
}

// isKnownEnd reports whether line i is a button to share the text, or boilerplate that
// rules know and none of what pages put between paragraphs.
func (d *draft) isKnownEnd(i int) bool {
	b := &d.blocks[i]
	return d.isShareLine(i) || b.byRule() && !d.isInsert(i)
}

// isShareLine reports whether rules know line i for a button to share the text.
func (d *draft) isShareLine(i int) bool {
	b := &d.blocks[i]
	return b.byRule() && (b.Reason.Detail == shareLine || b.Reason.Detail == networkLine)
}

// maxBehind is the most paragraphs that joinEnd takes.
const maxBehind = 3

// isSentence reports whether paragraph n ends as a sentence with a full stop and is
// not short.
func (j *joiner) isSentence(n int) bool {
	from, to := j.open[n][0], j.open[n][1]
	return j.d.endsText(j.at[from], j.at[to-1]) && j.d.stops(j.at[to-1]) && j.d.widthOf(j.at[from:to]) >= shortSentence
}

// fillGaps makes short lines between two paragraphs of the text text, as the
// entries of a list are, when the model holds them for likely enough together.
func (j *joiner) fillGaps() {
	last := -1
	for n := range j.open {
		if !j.text(n) {
			continue
		}
		if gap := j.open[last+1 : n]; last >= 0 && len(gap) > 1 && len(gap) <= maxGap && j.fillable(gap, j.open[n][0]-j.open[last][1]) {
			for k := last + 1; k < n; k++ {
				j.take(k)
			}
		}
		last = n
	}
}

// Bounds of what stands between paragraphs of the text and is text, too: its
// lines, and what it must have of the surest line's probability on the whole
// and line by line.
const (
	maxGap        = 16
	gapMean       = 0.35
	gapLowest     = 0.2
	foreignMean   = 0.2 // in languages of which the model knows no words
	foreignLowest = 0.08
	gapWidth      = 60 // columns of the widest line
)

// fillable reports whether the paragraphs of a gap of some lines may be text.
func (j *joiner) fillable(gap [][2]int, size int) bool {
	sum, lowest, mean := float32(0), float32(gapLowest), float32(gapMean)
	if j.d.isForeign() && size == lines(gap) { // no line that a rule knows
		lowest, mean = foreignLowest, foreignMean
	}
	for _, g := range gap {
		if j.p[g[0]] < lowest*j.surest || j.d.lines[j.at[g[1]-1]].width > gapWidth || !j.d.unknown(j.at[g[0]]) {
			return false
		}
		sum += j.p[g[0]]
	}
	return sum >= mean*j.surest*float32(len(gap))
}

// lines is the number of lines of some paragraphs.
func lines(paragraphs [][2]int) (n int) {
	for _, g := range paragraphs {
		n += g[1] - g[0]
	}
	return n
}

// leastBehind is the probability from which a sentence is text behind an insert.
const leastBehind = 0.03

// behindInserts makes a sentence of a small page text when nothing but what pages put
// between paragraphs parts it from the text above: the model knows little of so short an
// article, and takes its last words for those of the page.
func (d *draft) behindInserts(p *linemodel.Page, at []int) {
	if len(at) > smallPage {
		return
	}
	text, broken := false, false
	for k, end := 0, 0; k < len(at); k = end {
		end = d.paragraph(p, at, k)
		switch i := at[k]; {
		case d.open(i) && p.Body[k] >= bodyLine:
			text, broken = true, false
		case d.open(i) && broken && p.Body[k] >= leastBehind && d.stops(at[end-1]) && d.widthOf(at[k:end]) >= shortSentence:
			asText(p.Body[k:end])
			broken = false
		case text && d.isInsert(i):
			broken = true
		default:
			text, broken = false, false
		}
	}
}

// asText makes lines text.
func asText(p []float32) {
	for k := range p {
		p[k] = max(p[k], bodyLine)
	}
}

// evenLists gives the entries of a list on a page one probability where the
// model holds some for text and some not: a list is text as a whole or not at
// all. Entries in small letters rather are below a line of text, their heading.
func (d *draft) evenLists(p []float32, at []int) {
	const belowHeading = 0.02 // what that adds to their probability
	for from, to := 0, 0; from < len(at); from = to {
		sum, text := p[from], 0
		for to = from + 1; to < len(at) && at[to] == at[to-1]+1 && d.sameList(at[from], at[to]); to++ {
			sum += p[to]
		}
		n := to - from
		for _, s := range p[from:to] {
			if s >= bodyLine {
				text++
			}
		}
		even := sum / float32(n)
		if even < bodyLine && from > 0 && p[from-1] >= bodyLine && startsLower(strings.TrimLeft(d.blocks[at[from]].Text, "-*•·–— ")) {
			even += belowHeading
		}
		for k := from; k < to && text > 0 && text < n; k++ {
			p[k] = even
		}
	}
}

// sameList reports whether lines i and j may be entries of one list: with the
// same indentation and mark, or both with numbers.
func (d *draft) sameList(i, j int) bool {
	if d.lines[i].indent != d.lines[j].indent {
		return false
	}
	mark := listMark(d.blocks[i].Text)
	return mark != 0 && mark == listMark(d.blocks[j].Text)
}
