package parser

import (
	"slices"
	"strings"
)

// A headline stands more than once: in the label, in print, on top of the page
// with the name of the site.

// printedHeadline finds the headline that a labelled title announces, and
// keeps its printed form; without one, the labelled form stands.
func (d *draft) printedHeadline() {
	for _, same := range []func(a, b string) bool{sameWords, nearlySame} {
		for i := d.next(0); i <= d.first && i < len(d.blocks); i = d.next(i + 1) {
			if d.open(i) && same(d.blocks[i].Text, d.art.Title) {
				d.mark(d.title, Repeat, NoRole, "repeat of the headline", "")
				d.entitle(i, d.blocks[i].Text, "headline of the label", "")
				return
			}
		}
	}
	d.datedHeadline()
	if d.title < d.first {
		d.aboveHeadline(d.title) // the name of the form that the labels are of
	}
}

// datedHeadline finds the printed form of a labelled title with a date behind
// it on the same line.
func (d *draft) datedHeadline() {
	for i := d.next(0); i <= d.first && i < len(d.blocks); i = d.next(i + 1) {
		rest, ok := cutWords(d.blocks[i].Text, d.art.Title)
		if rest = strings.Trim(rest, " \t\u00a0-–—|,;.\"'”’»)"); !ok || !d.open(i) || !d.isDateLine(rest) {
			continue
		}
		d.mark(i, Repeat, NoRole, "repeat of the headline with a date", "")
		d.addDates(rest, i, Date, bareDate)
		d.aboveHeadline(i)
		return
	}
}

// repeats marks the lines that say the headline again, wherever they stand,
// and takes a repeat off the front of the text that it is glued to.
func (d *draft) repeats() {
	title := d.art.Title
	if letterWeight(title) < 4 {
		return
	}
	d.trimSite()
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		if !d.open(i) {
			continue
		}
		rest, ok := cutWords(d.blocks[i].Text, d.art.Title)
		switch {
		case !ok:
			if i < d.first && d.saysInTwo(i, d.next(i+1)) {
				d.mark(i, Repeat, NoRole, "repeat of the headline", "")
				d.mark(d.next(i+1), Repeat, NoRole, "repeat of the headline", "")
			}
		case !hasWord(rest):
			if !d.headsSection(i) {
				d.mark(i, Repeat, NoRole, "repeat of the headline", "")
			}
		case (i <= d.first || i > d.last) && siteSuffix(rest):
			d.mark(i, Repeat, NoRole, "repeat of the headline with a site's name", "")
		case countsPicture(rest):
			d.mark(i, Repeat, NoRole, "repeat of the headline below a picture", "")
		case i <= d.first && glued(rest):
			d.cutRepeat(i, rest)
		}
	}
}

// saysInTwo reports whether the open lines i and j say the headline together.
func (d *draft) saysInTwo(i, j int) bool {
	rest, ok := cutWords(d.art.Title, d.blocks[i].Text)
	return ok && d.open(j) && hasWord(rest) && sameWords(rest, d.blocks[j].Text)
}

// countsPicture reports whether rest is a separator, a word and a number, as the names of
// pictures have behind the headline: " - Photo 2."
func countsPicture(rest string) bool {
	rest = strings.TrimRight(rest, ". ")
	return endsInDigit(rest) && countWords(rest, 4) <= 3 && siteSuffix(rest)
}

// farBelow is how many lines below the first of the text a line with the headline
// may be the heading of a section.
const farBelow = 8

// headsSection reports whether line i stands far down in the text, between a
// sentence and another.
func (d *draft) headsSection(i int) bool {
	if i <= d.first || i >= d.last {
		return false
	}
	at, _ := slices.BinarySearch(d.visible, i)
	from, _ := slices.BinarySearch(d.visible, d.first)
	return at-from > farBelow && d.lines[d.visible[at-1]].end && d.leadsProse(i)
}

// cutRepeat cuts the headline off line i, where rest, the text, is glued to it.
func (d *draft) cutRepeat(i int, rest string) {
	raw := d.text[d.blocks[i].Span.Start:d.blocks[i].Span.End]
	at := d.placeOf(raw, strings.TrimSpace(rest))
	if at <= 0 {
		return
	}
	d.split([]cut{{block: i, at: []int{at}}})
	d.mark(i, Repeat, NoRole, "repeat of the headline, glued to the text", "")
	d.lines[i+1].prose = true
	d.first, d.last = min(d.first, i+1), max(d.last, i+1)
}

// glued reports whether rest, which follows the headline on the same line,
// begins a sentence of its own: with an article or a preposition in capitals, where the
// headline's own sentence would go on in lower case, or with a name.
func glued(rest string) bool {
	t := strings.TrimLeft(rest, " \u00a0\t\u3000")
	word, _, _ := strings.Cut(t, " ")
	return columns(t) >= proseWidth && startsUpper(t) && columns(word) <= 3
}

// endsWith reports whether s is a few words, a colon or bar, and the headline,
// as in "Press release: …".
func endsWith(s, headline string) bool {
	_, rest := cutAny(s, ":：|»-–—")
	return sameWords(rest, headline)
}
