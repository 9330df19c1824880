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
	bodyLine   = 0.5  // probability from which a line is text of the article
	doubtful   = 0.2  // of the surest line's, the same for a sentence next to such a line
	sureText   = 0.7  // the same of one line at least when the article is brief
	almost     = 0.35 // the same for a long paragraph of a page without any such line
	likelyLine = 0.4  // the same for a short sentence next to one, and for any line between two of them

	mayBeText = 0.2 // the same for lines that the rules take a closer look at

	smallPage = 64 // visible lines of a page with so little on it that half of the doubt is enough
)

// mostLines is how many visible lines the model is asked about, which takes 1 KB for each:
// more are no page.
const mostLines = 1 << 16

// modelLines are the visible lines as the model reads them, and their blocks; none when
// there are too many. It was not taught program text and does not read it, nor what stands in
// lists, ranges of blocks.
func (d *draft) modelLines(lists blockRanges) (lines []linemodel.Line, at []int) {
	if len(d.visible) > mostLines {
		return nil, nil
	}
	lines, at = d.scratch.model[:0], d.scratch.at[:0]
	blanks, below := 0, 0
	for _, i := range d.visible {
		b := &d.blocks[i]
		blanks += i - below
		below = i + 1
		if b.Kind == Hidden && b.Reason.Why == whyProgram {
			continue
		}
		if lists.holds(i) {
			continue
		}
		lines = append(lines, linemodel.Line{Text: d.raw(i), BlankBefore: blanks})
		at = append(at, i)
		blanks = 0
	}
	trimPadded(lines)
	if d.variants.spelled && isDecomposed(d.text) {
		for k := range lines {
			lines[k].Text = composed(lines[k].Text)
		}
	}
	if d.variants.marked {
		for k, i := range at {
			lines[k].Text = withoutMarks(d.blocks[i].Text)
		}
	}
	if d.margin > 0 && d.margin != textIndent { // of a text that was set in as a whole
		for k := range lines {
			lines[k].Text = strings.TrimLeft(lines[k].Text, " \t")
		}
	}
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

// dump marks the lines of a whole page by the model. The first line of the
// text then ends the head, where headline, date and byline are looked for. It
// is false, and nothing is marked, when the part is no whole page.
func (d *draft) dump() bool {
	crowding := d.crowding()
	if crowding == uncrowded {
		return false
	}
	lines, at := d.modelLines(nil)
	if len(lines) == 0 {
		return false
	}
	p := d.scratch.page
	linemodel.Default().ScorePage(&p, lines)
	lists := d.storyLists()
	if holdsForText(p.Body, at, lists) {
		lines, at = d.modelLines(lists)
		linemodel.Default().ScorePage(&p, lines)
	}
	if d.glued {
		lines, at = d.cutHead(&p, lines, at)
	}
	d.scratch.page = p
	d.paragraphs(&p, at)
	if !d.glued && !d.told(crowding, &p, at) {
		d.wordless() // again: signs were taken for the ends of paragraphs
		return false
	}
	d.markLists(lists)
	d.inspectLikely(p.Body, at)
	d.reopen()
	d.notice(p.Body, at)
	if slices.Max(p.Body) < bodyLine {
		if d.underName(&p, at); !d.named {
			d.underDate(&p, at)
		}
	}
	d.lists(&p, at)
	d.findLanguage(p.Body, at)
	d.joinSentences(&p, at)
	d.evenLists(p.Body, at)
	d.behindInserts(&p, at)
	d.datesAbove(p.Body, at)
	d.writersAbove(p.Body, at)
	d.findText(&p, at)
	d.speaks = max(0, min(d.first, d.last)) // not the menu
	d.when, d.found.text = d.dateOptions(), ""
	d.head(p.Titles, at)
	d.markRest(p.Body, at)
	d.captionsAbove()
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
		if k > 0 && d.wraps(i-1, p.Joined[k]) {
			d.lines[i-1].wraps = true
		}
		if d.open(i) {
			d.first = min(d.first, i)
			d.last = i
		}
	}
}

// wraps reports whether line i, text of the article, goes on in the next one: lines cut at
// the ends of sentences do, those cut at seams do not; joined is what the model says of others.
func (d *draft) wraps(i int, joined bool) bool {
	if d.endsLine(i) {
		return joined
	}
	return d.glued
}

// markRest gives the open lines the probabilities p and marks those that are no
// text.
func (d *draft) markRest(p []float32, at []int) {
	for k, i := range at {
		if !d.open(i) {
			continue
		}
		if d.blocks[i].Reason.Score = max(p[k], leastScore); p[k] < bodyLine {
			d.blocks[i].Kind, d.blocks[i].Reason.Why = Boilerplate, whyModel
		}
	}
}

// datesAbove takes dates off the beginning of the text, but for those that the
// next line goes on from.
func (d *draft) datesAbove(p []float32, at []int) {
	for k, i := range at[:len(at)-1] {
		if p[k] < bodyLine || !d.open(i) {
			continue
		}
		if d.lines[i].signs&hasField == 0 || !d.isDateLine(d.blocks[i].Text) || !beginsClause(d.blocks[at[k+1]].Text) {
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
// colons. Those that rules know are boilerplate.
func (d *draft) reopen() {
	for _, i := range d.visible {
		b := &d.blocks[i]
		if b.Kind != Field || b.Role != OtherField || b.Reason.Why != whyLabel && b.Reason.Why != whyKeyAbove {
			continue
		}
		if m, ok := d.labelOf(i); !ok || m.Value == "" {
			d.takeBack(i)
			if r := d.ruleOf(i); r != nil {
				d.strips(r, i)
			}
		}
	}
}
