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
	maxCardsText = 12000 // bytes of the longest text: longer ones are texts of an editor's
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
		s := d.texts[i]
		if endsOpen(s) || holdsDay(s) || i == last && len(s) < 60 && d.html.Blocks[i].LinkDensity() > 0.9 {
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

// teasers takes cards whose texts break off and that stand before or behind all of the
// text out of the body.
func (d *page) teasers() {
	open := 0
	for i := range d.marks {
		if d.isBody(i) && endsOpen(d.texts[i]) {
			open++
		}
	}
	if open < minCards {
		return
	}
	d.bounds()
	var text, cards []int
	teasers, outside, last := 0, 0, int32(-1)
	for i := range d.marks {
		if !d.isBody(i) {
			continue
		}
		card := d.cardOf(i)
		if card < 0 {
			text = append(text, i)
			outside += len(d.texts[i])
			continue
		}
		cards = append(cards, i)
		if card != last && d.breaksOff(card) {
			teasers++
		}
		last = card
	}
	if teasers < minCards || outside < minBody || cards[0] < text[len(text)-1] && text[0] < cards[len(cards)-1] {
		return
	}
	for _, i := range cards {
		d.drop(i, "beginning of another story")
	}
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
		if d.linkedHead(e) && d.alike(e) {
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
		if first, _ := es[k].Bounds(); first == i && es[k].Within {
			return true
		}
	}
	return false
}

// alike reports whether minCards elements of the kind of e, with a linked
// headline, stand in the one around it, or anywhere when they are articles.
func (d *page) alike(e int32) bool {
	es, n := d.html.Elems, 0
	own := &es[e]
	for k := own.Parent + 1; int(k) < len(es) && es[k].Parent >= own.Parent; k++ {
		if es[k].Parent == own.Parent && es[k].Tag == own.Tag && kindOf(&es[k]) == kindOf(own) && d.linkedHead(k) {
			if n++; n >= minCards {
				return true
			}
		}
	}
	return own.Tag == atom.Article && d.cardKinds()[kindOf(own)] >= minCards
}

// cardKinds counts the article elements with a linked headline by their kind.
func (d *page) cardKinds() map[string]int {
	if d.cards == nil {
		d.cards = map[string]int{}
		for e := range d.html.Elems {
			if el := &d.html.Elems[e]; el.Tag == atom.Article && d.linkedHead(int32(e)) {
				d.cards[kindOf(el)]++
			}
		}
	}
	return d.cards
}

// kindOf is the first word of the class of an element, a number at its end aside.
func kindOf(e *htmlpage.Elem) string {
	word, _, _ := strings.Cut(e.Class, " ")
	return strings.TrimRight(word, "0123456789")
}
