package parser

import (
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// wallBody is the length in bytes of the longest text that a page may have that
// stands where an article should: an error, a login, a check for robots.
const wallBody = 800

// noArticle is the reason why the page is no article, "" when it is one.
func (d *page) noArticle() string {
	size := d.bodySize()
	switch {
	case size < minBody:
		return "hardly any text"
	case d.told():
		return ""
	case size < wallBody && d.art.Timestamp.IsZero() && d.wall():
		return "page that stands for an article"
	case size < maxListing && d.isListing():
		return "list of stories"
	}
	return ""
}

// bodySize is the length of the body in bytes.
func (d *page) bodySize() int {
	size := 0
	for i := range d.marks {
		if d.marks[i].kind == Body {
			size += len(d.texts[i])
		}
	}
	return size
}

// told reports whether the metadata call the page an article.
func (d *page) told() bool {
	for i := range d.meta.Items {
		if d.meta.Items[i].IsArticle() {
			return true
		}
	}
	return strings.EqualFold(d.meta.Tag("og:type"), "article") || d.meta.Tag("article:published_time") != ""
}

// wall reports whether the page stands where an article should: it asks for a
// password under no other headline, its headline or its text says so, or the rules know all of its text.
func (d *page) wall() bool {
	if d.html.Password >= 0 && (d.art.Title == "" || d.isChrome(d.art.Title)) || d.onlyRules() || d.saysWall(d.meta.Title) {
		return true
	}
	for i := range d.marks {
		if (i == d.title || d.marks[i].kind == Body && d.html.Blocks[i].Flags&htmlpage.InTable == 0) && d.saysWall(d.texts[i]) {
			return true
		}
	}
	return false
}

// saysWall reports whether a rule knows s as a line of such pages.
func (d *page) saysWall(s string) bool {
	if s == "" || tooLong(s) {
		return false
	}
	r := d.p.rules.Boilerplate(s)
	return r != nil && r.Means == rules.NoArticle
}

// onlyRules reports whether the rules know all that the body is made of.
func (d *page) onlyRules() bool {
	for i := range d.marks {
		if d.marks[i].kind == Body && d.p.rules.Boilerplate(d.texts[i]) == nil {
			return false
		}
	}
	return true
}

// minCards is how many elements are alike in a list, maxListing the length in
// bytes of its longest text: longer ones are texts of an editor's.
const (
	minCards   = 3
	maxListing = 12000
)

// isListing reports whether the body is made of the beginnings of other
// stories: they, or the one that the model took for text, stand in elements alike
// that have a linked headline each, and there is hardly any text between them.
// An article may be made of such parts as well: unless the page has no headline of
// its own, half of them have to look like teasers.
func (d *page) isListing() bool {
	cards, teasers, outside, last := 0, 0, 0, int32(-1)
	for i := range d.marks {
		if d.marks[i].kind != Body {
			continue
		}
		card := d.cardOf(i)
		switch {
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
	headed := d.title >= 0 && d.html.Elems[d.html.Blocks[d.title].Elem].Level == 1
	return cards > 0 && (2*teasers >= cards || !headed)
}

// isTeaser reports whether an element has what a teaser has besides its
// headline: a text that breaks off, a date, or a link to read on.
func (d *page) isTeaser(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first + 1; i <= last; i++ {
		s := d.texts[i]
		switch {
		case endsOpen(s):
			return true
		case i == last && len(s) < 60 && d.html.Blocks[i].LinkDensity() > 0.9:
			return true
		case len(s) < maxDateLine && hasDigit(s):
			if ts, _ := timestamp.Find(s, d.dateOptions()); ts.Precision >= timestamp.Day {
				return true
			}
		}
	}
	return false
}

// cardOf is the element around block i that is one of several alike, with a
// linked headline at its top; -1 when there is none.
func (d *page) cardOf(i int) int32 {
	es := d.html.Elems
	for e := d.html.Blocks[i].Elem; e > 0 && !(es[e].Holds(d.first, d.last) && d.exceeds(e, maxCard)); e = es[e].Parent {
		if d.linkedHead(e) && d.alike(e) {
			return e
		}
	}
	return -1
}

// maxCard is the length in bytes of the longest teaser whose headline is a link
// and no heading, or that holds all of the body.
const maxCard = 700

// linkedHead reports whether the first words of an element, a kicker or a date
// aside, are a headline that is a link, and something stands behind it.
func (d *page) linkedHead(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first; i <= min(last-1, first+2); i++ {
		b := &d.html.Blocks[i]
		if b.LinkDensity() <= 0.9 || countWords(d.texts[i], 3) < 3 && !noSpaces(lastRune(d.texts[i])) {
			continue
		}
		if d.staysHere(e, i) {
			return false
		}
		if d.html.Elems[b.Elem].Level > 1 || d.html.Elems[d.html.Elems[b.Elem].Parent].Level > 1 {
			return true
		}
		return i == first && !d.exceeds(e, maxCard)
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
// headline, stand in the one around it.
func (d *page) alike(e int32) bool {
	es, n := d.html.Elems, 0
	for k := es[e].Parent + 1; int(k) < len(es) && es[k].Parent >= es[e].Parent; k++ {
		if es[k].Parent == es[e].Parent && es[k].Tag == es[e].Tag && sameKind(&es[k], &es[e]) && d.linkedHead(k) {
			if n++; n >= minCards {
				return true
			}
		}
	}
	return false
}

// sameKind reports whether the first word of the classes of two elements is
// the same, a number at its end aside.
func sameKind(a, b *htmlpage.Elem) bool { return kindOf(a) == kindOf(b) }

func kindOf(e *htmlpage.Elem) string {
	word, _, _ := strings.Cut(e.Class, " ")
	return strings.TrimRight(word, "0123456789")
}
