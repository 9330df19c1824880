package parser

import (
	"slices"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// Articles too short for the model to be sure of any line: what else tells where they stand.

// On a page with a short article the model is sure of no line, though it holds
// those of the article for the likeliest. Where a date or a byline announces an
// article, the paragraphs below that stand out are its text.
const (
	outstand   = 0.3  // of the surest line's probability
	follows    = 0.1  // the same for a sentence with a full stop behind the first paragraph
	behindList = 0.5  // the same of one behind a list of other stories, or
	noDoubt    = 0.05 // its probability
	announcing = 24   // visible lines between what announces the text and its first paragraph
	minBrief   = 100  // columns of all the text
)

// A brief is the text of a short article: lines of its paragraphs, their width in
// columns, their sentences as far as two each, and the dates below the first.
type brief struct {
	text             [][2]int
	width            int32
	sentences, dates int
}

// lift makes the paragraphs text that stand out on a page with an announced
// article, and reports whether there are any.
func (d *draft) lift(p *linemodel.Page, at []int) bool {
	from, surest := d.announced(at), float32(0)
	for k, i := range at {
		if d.open(i) {
			surest = max(surest, p.Body[k])
		}
	}
	if from < 0 {
		return false
	}
	b := d.briefText(p, at, from, surest)
	if b.width < minBrief || b.sentences < 2 || b.dates > 0 && b.dates >= len(b.text)-1 {
		return false
	}
	if end := b.text[len(b.text)-1][1]; slices.ContainsFunc(at[from:end], func(i int) bool { return d.isKnown(i, rules.NoArticle) }) {
		return false
	}
	raise(p, b.text, surest)
	return true
}

// briefText gathers the paragraphs from a line on that stand out, up to the
// comments.
func (d *draft) briefText(p *linemodel.Page, at []int, from int, surest float32) (b brief) {
	since, list := 0, false // a list of other stories has begun
	for k := from; k < len(at); {
		if len(b.text) > 0 && d.endsStory(at[k]) {
			if d.headsComments(at[k]) {
				break
			}
			list = true
			if end := d.teasersEnd(p, at, k+1); end > k+1 {
				k = end
				continue
			}
		}
		end := d.paragraph(p, at, k)
		switch {
		case d.standsOut(p.Body[k]/surest, at[k:end], len(b.text) > 0) && (!list || d.stops(at[end-1]) && p.Body[k] >= min(noDoubt, behindList*surest)):
			b.text = append(b.text, [2]int{k, end})
			b.width += d.widthOf(at[k:end])
			b.sentences += d.sentences(at[k:end])
		case len(b.text) == 0:
			if since += end - k; since > announcing {
				return b
			}
		case !list && d.holdsDate(at[k]):
			b.dates++
		}
		k = end
	}
	return b
}

// standsOut reports whether a paragraph, given its share of the surest line's
// probability, is text of a short article, behind other text or as the first.
func (d *draft) standsOut(share float32, at []int, behind bool) bool {
	last, least, wide := at[len(at)-1], float32(outstand), int32(2*shortSentence)
	if behind && d.stops(last) {
		least, wide = follows, shortSentence
	}
	return share >= least && d.unknown(at[0]) && d.lines[last].end && d.widthOf(at) >= wide
}

// raise makes paragraphs text. What stands between two is as likely as it would be
// on a page with a sure line.
func raise(p *linemodel.Page, text [][2]int, surest float32) {
	scale := sureText / surest
	for n, t := range text {
		if n > 0 {
			for k := text[n-1][1]; k < t[0]; k++ {
				p.Body[k] = min(p.Body[k]*scale, likelyLine-leastScore)
			}
		}
		for k := t[0]; k < t[1]; k++ {
			p.Body[k] = max(p.Body[k]*scale, bodyLine)
		}
	}
}

// announced is the line behind the last one of the head that has the date, the
// author or the number of an article, -1 when none has.
func (d *draft) announced(at []int) int {
	found := -1
	for k, i := range at {
		if i >= d.first && found >= 0 {
			break
		}
		b := &d.blocks[i]
		if d.hasRole(i, Date, ModifiedDate, Byline, ID) || d.open(i) && d.isDateLine(b.Text) {
			found = k + 1
		}
	}
	return found
}

// unknown reports whether block i is open and no rule matches it, wherever that
// may stand.
func (d *draft) unknown(i int) bool {
	return d.open(i) && (len(d.blocks[i].Text) > maxRuleLine || d.ruleOf(i) == nil)
}

// widthOf is the width of all of some lines.
func (d *draft) widthOf(at []int) (w int32) {
	for _, i := range at {
		w += d.lines[i].width
	}
	return w
}

// sentences counts those of a paragraph as far as two.
func (d *draft) sentences(at []int) int {
	n := 1
	for k, i := range at {
		if d.lines[i].end && k < len(at)-1 || hasSentenceBreak(d.blocks[i].Text) {
			n = 2
		}
	}
	return n
}

// underName makes the paragraphs directly below the page's headline text, when
// the model is sure of none: a page whose article is one paragraph among long
// menus. The first line, the name of the window, tells the headline.
func (d *draft) underName(p *linemodel.Page, at []int) {
	name, _ := cutFirst(d.blocks[at[0]].Text, titleSeparators) // of the window
	if letterWeight(name) < 8 || countWords(name, 3) < 3 && !noSpaces(lastRune(name)) {
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
	best, dates := surestLine(p.Body), 0
	for _, i := range at {
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

// surestLine is the line of the highest probability, the first of several.
func surestLine(p []float32) int { return slices.Index(p, slices.Max(p)) }

// notice holds the paragraph that the model is surest of for text when it is
// long, ends as a sentence, and no line reached bodyLine: a short notice among
// menus is an article too.
func (d *draft) notice(p []float32, at []int) {
	best := surestLine(p)
	l := d.lines[at[best]]
	if p[best] >= almost && l.width >= longProse && l.end {
		p[best] = max(p[best], bodyLine)
	}
}
