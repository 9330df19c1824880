package parser

import (
	"slices"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
)

// Lists within the text of a page and behind it: keywords, and headlines of
// other stories below a heading that says so. Their entries are no subheadings
// and no last lines of the text.

// maxEntries is how many entries of such a list are looked at, and tagWidth the
// columns of the longest keyword.
const (
	maxEntries = 12
	tagWidth   = 40
)

// lists marks, below the first line of the text, the labels of keywords and, when
// they have no value on their line, what stands below them; and the headlines below
// headings of other stories.
func (d *draft) lists(p *linemodel.Page, at []int) {
	from := slices.IndexFunc(p.Body, func(s float32) bool { return s >= bodyLine })
	if from < 0 {
		return
	}
	for k := from; k < len(at); k++ {
		switch i, below := at[k], at[k+1:]; {
		case d.isTagsLabel(i, p.Body[k] >= bodyLine):
			d.mark(i, Boilerplate, NoRole, whyLabel, tagsLabel)
			d.entries(below, "keyword", tagWidth)
		case d.hasTags(i):
			d.mark(i, Field, OtherField, whyLabel, tagsLabel)
			d.lines[i].prose = false
		case d.isAboutAuthor(i):
			d.authorNote(p, at, k)
		case !d.isKnown(i, rules.Related) || d.teasers(p, at, k+1) || k+1 == len(at) || p.Body[k+1] >= bodyLine:
		default:
			d.entries(below[:1], "other story", longProse)
		}
	}
}

// Bounds of a list of other stories with a summary of each: how many it has, the
// columns of a summary, and the lines above one: its headline, its section, the
// date of the story before.
const (
	minTeasers   = 2
	maxSummary   = 220
	aboveSummary = 4
)

// teasers marks the headlines and summaries below a heading of other stories,
// from line k on, and reports whether there are any.
func (d *draft) teasers(p *linemodel.Page, at []int, k int) bool {
	end := d.teasersEnd(p, at, k)
	for _, i := range at[k:end] {
		if d.open(i) {
			d.strike(i, "other story", "")
		}
	}
	return end > k
}

// teasersEnd is the line behind a list of other stories with summaries that
// begins with line k; k when none does. Text that goes on behind a link has no
// headline for each paragraph.
func (d *draft) teasersEnd(p *linemodel.Page, at []int, k int) int {
	end := k
	for pairs := 0; ; pairs++ {
		summary, behind := d.summaryBelow(p, at, end)
		if behind == summary || summary == end {
			if pairs < minTeasers || behind > summary {
				return k
			}
			return end
		}
		if end = behind; d.widthOf(at[summary:end]) > maxSummary {
			return k
		}
	}
}

// summaryBelow is the first paragraph from line k on that stops, not far below,
// and where it ends: at its beginning when none does.
func (d *draft) summaryBelow(p *linemodel.Page, at []int, k int) (summary, end int) {
	for above := 0; above <= aboveSummary && k < len(at) && d.mayBeTeaser(at[k]); above++ {
		end = d.paragraph(p, at, k)
		if d.stops(at[end-1]) {
			return k, end
		}
		k = end
	}
	return k, k
}

// maxNote is how many paragraphs a note about the author has at most.
const maxNote = 3

// isAboutAuthor reports whether line i is the heading of such a note.
func (d *draft) isAboutAuthor(i int) bool {
	return d.open(i) && d.ruleOf(i).Is(aboutAuthor)
}

// authorNote marks the heading in line k and the note below it, when a line that
// a rule knows or the end follows.
func (d *draft) authorNote(p *linemodel.Page, at []int, k int) {
	end := k + 1
	for n := 0; n < maxNote && end < len(at) && d.open(at[end]); n++ {
		end = d.paragraph(p, at, end)
	}
	if end < len(at) && d.open(at[end]) {
		return
	}
	for _, i := range at[k:end] {
		d.strike(i, "note about the author", "")
	}
}

// mayBeTeaser reports whether block i is open or known for a headline of such a
// list.
func (d *draft) mayBeTeaser(i int) bool {
	return d.open(i) || d.blocks[i].Kind == Boilerplate && d.blocks[i].Reason.Why == whyBelow
}

// isTagsLabel reports whether line i is the label of keywords and nothing else.
// Papers have an English one in their text.
func (d *draft) isTagsLabel(i int, text bool) bool {
	if d.lines[i].prose || d.blocks[i].Kind == Boilerplate {
		return false
	}
	m, ok := d.labelOf(i)
	return ok && m.ID == tagsLabel && m.Value == "" && !(text && m.Lang == "en")
}

// hasTags reports whether line i is the label of keywords, a separator and keywords,
// and is not in English.
func (d *draft) hasTags(i int) bool {
	if !d.lines[i].opens.Label() || !d.open(i) || d.lines[i].width >= longProse {
		return false
	}
	m, ok := d.labelOf(i)
	return ok && m.ID == tagsLabel && m.Value != "" && m.Sep && m.Lang != "en"
}

// isKnown reports whether block i is boilerplate by a rule that means m.
func (d *draft) isKnown(i int, m rules.Meaning) bool {
	b := &d.blocks[i]
	return b.byRule() && b.Reason.Detail != relatedInline && d.ruleOf(i).Says(m)
}

// endsStory reports whether block i heads the comments or a list of other stories.
func (d *draft) endsStory(i int) bool {
	return d.isKnown(i, rules.Related) || d.headsComments(i)
}

// entries marks the first of some lines up to one that is wide, ends as a
// sentence or is known for something else.
func (d *draft) entries(at []int, why string, width int32) {
	for _, i := range at[:min(maxEntries, len(at))] {
		l := &d.lines[i]
		b := &d.blocks[i]
		taken := b.byLabel() // the label's value, or taken for a label
		if !taken && !d.open(i) || l.width > width || l.prose || l.wraps || d.stops(i) {
			return
		}
		d.mark(i, Boilerplate, NoRole, why, "")
	}
}
