package parser

import (
	"slices"

	"unscrape/parser/language"
	"unscrape/parser/linemodel"
)

// joinSentences gives the benefit of the doubt to sentences next to text of
// the article, and to short lines between, which are subheadings: a paragraph
// lost is worse than one too many. Lines that rules claimed do not part them.
func (d *draft) joinSentences(p *linemodel.Page, at []int) {
	open := make([][2]int, 0, len(at)) // paragraphs
	for k := 0; k < len(at); {
		end := d.paragraph(p, at, k)
		if d.open(at[k]) {
			open = append(open, [2]int{k, end})
		}
		k = end
	}
	doubt, small := doubtful*slices.Max(p.Body), len(at) <= smallPage && !d.glued
	foreign := d.isForeign()
	least := float32(likely)
	if foreign {
		least = doubt
	}
	text := func(n int) bool { return n >= 0 && n < len(open) && p.Body[open[n][0]] >= bodyLine }
	take := func(n int) {
		for k := open[n][0]; k < open[n][1]; k++ {
			p.Body[k] = max(p.Body[k], bodyLine)
		}
	}
	join := func(n, neighbour int) {
		from, to := open[n][0], open[n][1]
		if s := p.Body[from]; s < bodyLine && text(neighbour) && d.endsText(at[from], at[to-1]) && (s >= doubt && d.widthOf(at[from:to]) >= shortSentence || s >= likely) && (!foreign || d.unknown(at[from])) {
			take(n)
		}
	}
	for n := range open {
		join(n, n-1)
	}
	for n := len(open) - 1; n >= 0; n-- {
		join(n, n+1)
	}
	for n := range open {
		s := p.Body[open[n][0]]
		if s >= bodyLine || !text(n-1) || n+1 == len(open) {
			continue
		}
		next := open[n+1]
		heads := (small || foreign) && s >= doubt && p.Body[next[0]] >= least && d.lines[at[next[1]-1]].end // a sentence
		if heads || s >= least && text(n+1) || s >= doubt && isNumbered(d.blocks[at[open[n][0]]].Text) && isNumbered(d.blocks[at[open[n-1][0]]].Text) {
			take(n)
		}
		if heads {
			take(n + 1)
		}
	}
	d.fillGaps(p.Body, at, open, text, take, doubt/doubtful, foreign)
}

// findLanguage guesses the language of the page from its surest line.
func (d *draft) findLanguage(p []float32, at []int) {
	best := 0
	for k := range p {
		if p[k] > p[best] {
			best = k
		}
	}
	from := max(d.blocks[at[best]].Span.Start, 0)
	d.pageLanguage = language.Guess(d.text[from:min(len(d.text), from+languageSample)])
}

// isForeign reports whether the page is in a language of which the model knows
// no words.
func (d *draft) isForeign() bool { return d.pageLanguage != "en" && d.pageLanguage != "" }

// endsText reports whether a paragraph from one block to another ends as a
// sentence. An entry of a list does with a full stop only: headlines ask.
func (d *draft) endsText(from, to int) bool {
	return d.lines[to].end && (!isBullet(d.blocks[from].Text) || d.stops(to))
}

// fillGaps makes short lines between two paragraphs of the text text, as the entries
// of a list are, when the model holds them for likely enough together.
func (d *draft) fillGaps(p []float32, at []int, open [][2]int, text func(n int) bool, take func(n int), surest float32, foreign bool) {
	last := -1
	for n := range open {
		if !text(n) {
			continue
		}
		if gap := open[last+1 : n]; last >= 0 && len(gap) > 1 && len(gap) <= maxGap && d.fillable(p, at, gap, surest, foreign && open[n][0]-open[last][1] == lines(gap)) { // no line that a rule knows
			for k := last + 1; k < n; k++ {
				take(k)
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

// fillable reports whether the paragraphs of a gap may be text.
func (d *draft) fillable(p []float32, at []int, gap [][2]int, surest float32, unsure bool) bool {
	sum, lowest, mean := float32(0), float32(gapLowest), float32(gapMean)
	if unsure {
		lowest, mean = foreignLowest, foreignMean
	}
	for _, g := range gap {
		if l := &d.lines[at[g[1]-1]]; p[g[0]] < lowest*surest || l.width > gapWidth || !d.unknown(at[g[0]]) {
			return false
		}
		sum += p[g[0]]
	}
	return sum >= mean*surest*float32(len(gap))
}

// lines is the number of lines of some paragraphs.
func lines(paragraphs [][2]int) (n int) {
	for _, g := range paragraphs {
		n += g[1] - g[0]
	}
	return n
}
