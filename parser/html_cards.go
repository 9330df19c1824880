package parser

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
)

// Cards are the beginnings of other stories: elements alike, each with a headline that is
// a link at its top. A page may be a list of them, and articles have some about them.

// Bounds of lists of cards.
const (
	minCards     = 3     // elements that are alike
	maxCard      = 700   // bytes of the longest card whose headline is a link and no heading, or that holds all of the body
	maxStory     = 400   // bytes of the longest card that stands beside a text
	maxStories   = 200   // elements that are looked at below a heading of other stories
	maxCardsText = 12000 // bytes of the longest text of a listing: longer ones are texts of an editor's
)

// maxRate is the length in bytes of a cell that is no text.
const maxRate = 40

// isListing reports whether the body is made of cards, and hardly any text stands between
// them. An article may be made of such parts as well: unless the page has no headline of
// its own, half of them have to look like teasers.
func (d *page) isListing() bool {
	cards, teasers, outside, last := 0, 0, 0, int32(-1)
	for i := range d.marks {
		if !d.isBody(i) {
			continue
		}
		card := d.cardOf(i)
		switch {
		case d.isCell(i) && len(d.texts[i]) < maxRate: // of rates or results in a box
		case card < 0:
			if outside += len(d.texts[i]); outside >= minBody {
				return false
			}
		case card != last:
			last = card
			cards++
			if d.isTeaser(card) {
				teasers++
			}
		}
	}
	headed := d.title >= 0 && d.elem(d.title).Level == 1
	return cards > 0 && (2*teasers >= cards || !headed)
}

// isTeaser reports whether an element has what a teaser has besides its
// headline: a text that breaks off, a date, or a link to read on.
func (d *page) isTeaser(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first + 1; i <= last; i++ {
		if s := d.texts[i]; endsOpen(s) || i == last && len(s) < 60 && d.html.Blocks[i].LinkDensity() > 0.9 {
			return true
		}
	}
	return d.isDated(e)
}

// teasers takes short cards beside a text out of the body, when their texts break off or
// have a date, and few of their kind are long. A page without a headline of its own that
// has more of them than of the text is a front.
func (d *page) teasers() {
	d.bounds()
	var cards []int
	teasers, long, outside, inside, last := 0, 0, 0, 0, int32(-1)
	for i := range d.marks {
		if !d.isBody(i) {
			continue
		}
		card := d.cardOf(i)
		switch {
		case card < 0:
			outside += len(d.texts[i])
		case d.exceeds(card, maxStory):
			outside += len(d.texts[i])
			if card != last {
				long++
			}
		default:
			inside += len(d.texts[i])
			cards = append(cards, i)
			if card != last && (d.breaksOff(card) || d.isDated(card)) {
				teasers++
			}
		}
		last = card
	}
	if teasers < max(minCards, 2*long) || outside < max(3*minBody, inside/4) {
		return
	}
	d.front = inside > outside && !(d.title >= 0 && d.elem(d.title).Level > 0 && d.cardOf(d.title) < 0)
	for _, i := range cards {
		d.dropHeading(i, whyStory)
		d.drop(i, whyStory)
	}
}

// whyStory is the reason of cards that stand beside a text.
const whyStory = "beginning of another story"

// isDated reports whether an element has a time element or a short line with a date.
func (d *page) isDated(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first; i <= last; i++ {
		if holdsDay(d.texts[i]) {
			return true
		}
	}
	es := d.html.Elems
	for k := e + 1; int(k) < len(es) && es[k].Parent >= e; k++ {
		if es[k].Tag == atom.Time {
			return true
		}
	}
	return false
}

// breaksOff reports whether a text of an element ends with an ellipsis.
func (d *page) breaksOff(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	return slices.ContainsFunc(d.texts[first:last+1], endsOpen)
}

// endsOpen reports whether s ends with an ellipsis, in brackets perhaps.
func endsOpen(s string) bool { return trailsOff(strings.TrimRight(s, "]) ")) }

// cardOf is the card around block i, -1 when there is none.
func (d *page) cardOf(i int) int32 {
	for e, el := range d.around(i) {
		if el.Holds(d.first, d.last) && d.exceeds(e, maxCard) {
			break
		}
		if d.alike(e) {
			return e
		}
	}
	return -1
}

// linkedHead reports whether the first words of an element, a kicker or a date
// aside, are a headline that is a link, and something stands behind it.
func (d *page) linkedHead(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first; i <= min(last-1, first+2); i++ {
		if s := d.texts[i]; d.html.Blocks[i].LinkDensity() > 0.9 && (countWords(s, 3) == 3 || noSpaces(lastRune(s))) {
			return !d.staysHere(e, i) && (d.elem(i).Level > 1 || i == first && !d.exceeds(e, maxCard))
		}
	}
	return false
}

// staysHere reports whether the link in block i of element e leads to a place of
// the same page.
func (d *page) staysHere(e int32, i int) bool {
	es := d.html.Elems
	for k := e; int(k) < len(es) && (k == e || es[k].Parent >= e); k++ {
		first, _ := es[k].Bounds()
		if first > i {
			break
		}
		if first == i && es[k].Within {
			return true
		}
	}
	return false
}

// A cardKind tells elements that are alike: those of one parent, or articles anywhere.
type cardKind struct {
	parent int32 // -1 for articles
	tag    atom.Atom
	class  string // the answer of kindOf
}

// alike reports whether element e and two more have a linked headline, and stand in the
// same element or are articles.
func (d *page) alike(e int32) bool {
	if d.cards == nil {
		d.cards = map[cardKind]int{}
		for k := range d.html.Elems {
			if k := int32(k); d.linkedHead(k) {
				el := &d.html.Elems[k]
				d.cards[cardKind{el.Parent, el.Tag, kindOf(el)}]++
				if el.Tag == atom.Article {
					d.cards[cardKind{-1, el.Tag, kindOf(el)}]++
				}
			}
		}
	}
	if len(d.cards) == 0 || !d.linkedHead(e) {
		return false
	}
	el := &d.html.Elems[e]
	return d.cards[cardKind{el.Parent, el.Tag, kindOf(el)}] >= minCards || el.Tag == atom.Article && d.cards[cardKind{-1, el.Tag, kindOf(el)}] >= minCards
}

// kindOf is the first word of the class of an element, a number at its end aside.
func kindOf(e *htmlpage.Elem) string {
	word, _, _ := strings.Cut(e.Class, " ")
	return strings.TrimRight(word, "0123456789")
}

// belowRelated takes lists of stories below a heading for them out of the body, behind most
// of the text: elements alike that begin with a link each.
func (d *page) belowRelated() {
	above, behind := 0, d.bodySize() // bytes of the body
	for k := range d.marks {
		if d.isBody(k) {
			above += len(d.texts[k])
			behind -= len(d.texts[k])
		}
		if !d.html.Blocks[k].Related || d.elem(k).Level == 0 || k+1 == len(d.marks) {
			continue
		}
		last := d.lastOfLinked(d.outermost(k+1, k))
		if above < behind-d.bodyIn(k+1, last) {
			continue
		}
		for i := k + 1; i <= last; i++ {
			if d.isBody(i) {
				behind -= len(d.texts[i])
				d.drop(i, "below a heading of other stories")
			}
		}
	}
}

// outermost is the largest element around block i that does not hold block k, 0 when there
// is none.
func (d *page) outermost(i, k int) (out int32) {
	for e, el := range d.around(i) {
		if el.Holds(k, k) {
			break
		}
		out = e
	}
	return out
}

// lastOfLinked is the last block of element e and of those behind it that are alike, or of
// the like elements in e when it has none beside it, as far as each begins with a link; -1
// when fewer than two do, or nothing but links stands in them.
func (d *page) lastOfLinked(e int32) int {
	es := d.html.Elems
	for e > 0 {
		items, end, more := 0, -1, false
		for k := e; int(k) < len(es) && k < e+maxStories && es[k].Parent >= es[e].Parent; k++ {
			if es[k].Parent != es[e].Parent || es[k].Tag != es[e].Tag || kindOf(&es[k]) != kindOf(&es[e]) {
				continue
			}
			first, last := es[k].Bounds()
			if first > last || d.html.Blocks[first].LinkDensity() <= 0.9 || d.exceeds(k, maxStory) {
				break
			}
			items, end, more = items+1, last, more || last > first
		}
		if items > 1 && more {
			return end
		}
		if e++; int(e) >= len(es) || es[e].Parent != e-1 {
			break
		}
	}
	return -1
}
