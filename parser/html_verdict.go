package parser

import (
	"slices"
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// minBody is the length in bytes of the shortest body that a page may have.
const minBody = 100

// wallBody is the length in bytes of the longest text that a page may have that
// stands where an article should: an error, a login, a check for robots.
const wallBody = 800

// maxOffer is the same where the headline says that it is no article, with what those who
// subscribe are offered below.
const maxOffer = 4 * wallBody

// verdict empties the body of a page that is no article.
func (d *page) verdict() {
	why := d.noArticle()
	if why == "" {
		return
	}
	for i := range d.marks {
		if k := d.marks[i].kind; k == Body || k == Field || k == Repeat {
			d.set(i, Boilerplate, NoRole, "no article", why)
		}
	}
	d.art.isNone(why)
	d.fields = nil
}

// noArticle is the reason why the page is no article, "" when it is one.
func (d *page) noArticle() string {
	size := d.bodySize()
	switch {
	case size < minBody:
		return "hardly any text"
	case d.told():
		return ""
	case d.art.Timestamp.IsZero() && (size < maxOffer && d.saysWall(d.art.Title) || size < wallBody && d.wall()):
		return "page that stands for an article"
	case d.front, size < maxCardsText && d.isListing():
		return "list of stories"
	}
	return ""
}

// bodySize is the length of the body in bytes.
func (d *page) bodySize() int { return d.bodyIn(0, len(d.marks)-1) }

// bodyIn is the length in bytes of the body in some blocks.
func (d *page) bodyIn(first, last int) int {
	size := 0
	for i := first; i <= last; i++ {
		if d.isBody(i) {
			size += len(d.texts[i])
		}
	}
	return size
}

// told reports whether the metadata call the page an article.
func (d *page) told() bool {
	return slices.ContainsFunc(d.meta.Items, (*htmlpage.Item).IsArticle) || strings.EqualFold(d.meta.Tag("og:type"), "article") || d.meta.Tag("article:published_time") != ""
}

// wall reports whether a line of the text says that the page stands where an article should.
func (d *page) wall() bool {
	for i, s := range d.texts {
		if d.isBody(i) && d.html.Blocks[i].Flags&htmlpage.InTable == 0 && d.saysWall(s) {
			return true
		}
	}
	return false
}

// saysWall reports whether a rule knows s as a line of such pages.
func (d *page) saysWall(s string) bool {
	return !longer(s, maxRuleBlock) && d.means(s, rules.NoArticle)
}
