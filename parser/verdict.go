package parser

import (
	"slices"
	"strings"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
)

// verdict decides whether the part is an article at all. Login pages, error
// pages and listings are not; their text is no body.
func (d *draft) verdict() {
	why := d.noArticle()
	if why == "" {
		return
	}
	for _, i := range d.visible {
		if d.open(i) {
			d.mark(i, Boilerplate, NoRole, "no article", why)
		}
	}
	d.art.isNone(why)
}

// A tally counts the visible lines of a part by what they were taken for.
type tally struct {
	visible   int
	sentences int   // open running text
	labels    int   // labels and their values
	titles    int   // of these, for headlines
	chrome    int   // boilerplate that rules know
	mass      int32 // columns of the sentences
}

func (d *draft) tally() tally {
	t := tally{visible: len(d.visible)}
	for _, i := range d.visible {
		switch b := &d.blocks[i]; {
		case b.byLabel():
			t.labels++
			if b.Role == Title {
				t.titles++
			}
		case b.byRule():
			t.chrome++
		case d.open(i) && (d.lines[i].prose || d.lines[i].end):
			t.sentences++
			t.mass += d.lines[i].width
		}
	}
	return t
}

// noArticle is the reason why the part is no article, "" when it is one.
func (d *draft) noArticle() string {
	if d.nothing != "" {
		return d.nothing
	}
	t := d.tally()
	if why := d.standsForArticle(t); why != "" {
		return why
	}
	return d.listing(t)
}

// maxLogins is how many fields and links of a form to log in the head of a page has that
// is an article all the same.
const maxLogins = 2

// standsForArticle is the reason why the part is what a site shows in the place of an
// article, "" when it is no such page.
func (d *draft) standsForArticle(t tally) string {
	stated, headed := d.dated(), d.title >= 0
	bare := !stated && !headed
	switch {
	case d.wall && t.mass < 3*longProse && !(headed && t.sentences > 1 && d.logins <= maxLogins) &&
		(!stated || d.isError() || !headed && t.sentences == 0):
		return "error, login or notice page"
	case d.wall && !stated && t.mass < maxOffer && d.headedByWall():
		return "login page with its offers"
	case bare && t.chrome >= 3 && t.sentences <= 1 && t.mass < longProse:
		return "notice among buttons"
	case bare && t.labels == 0 && t.visible < minListingLines && t.mass < longProse && d.formOnly():
		return "form"
	case !stated && t.labels == 0 && d.consentOnly():
		return "cookie notice with its choices"
	case d.logOnly():
		return "log of a program"
	}
	return ""
}

// headedByWall reports whether the headline, or a line above all sentences of a part without
// one, is known to rules for one of a page that stands for an article.
func (d *draft) headedByWall() bool {
	if d.title >= 0 {
		return d.saysWall(d.art.Title)
	}
	for _, i := range d.visible {
		if d.open(i) && d.lines[i].prose {
			return false
		}
		if r := d.matched(i); r != nil && r.Means == rules.NoArticle && r.ID != loginForm {
			return true
		}
	}
	return false
}

// saysWall reports whether a rule knows s for a line of a page that stands for an article.
func (d *draft) saysWall(s string) bool {
	r := d.rules().Boilerplate(s)
	return r != nil && r.Means == rules.NoArticle
}

// listing is the reason why the part lists articles or other things, or has notices and
// buttons only; "" when it does not.
func (d *draft) listing(t tally) string {
	switch {
	case (d.dumped || d.wall || t.chrome >= leastStories && d.sameLinks()) && d.datedTeasers():
		return "list of news with their dates"
	case d.dumped && d.onlyNews():
		return "list of stories with their dates"
	case !d.dumped && t.visible >= 2*minDatedLines && d.datedLines():
		return "list of news in short lines with their dates"
	case t.visible >= minListingLines && d.timedLines():
		return "headlines with the time of each"
	case t.visible >= 2*minDatedLines && d.summaries():
		return "list of summaries with their dates"
	case t.titles >= minListingLines:
		return "listing of headlines"
	case t.sentences == 0 && t.labels == 0 && t.visible >= minListingLines:
		return "short lines only"
	case t.visible >= 2*minListingLines && t.mass < 3*longProse*minListingLines && d.sameLine() >= minListingLines:
		return "the same line over and over"
	case t.labels == 0 && !d.dated() && !d.named && t.mass < 3*longProse && t.sentences <= 2 && d.furnitureOnly():
		return "notices and buttons only, by the line model"
	}
	return ""
}

// sameLine is how often the most frequent line stands in the part, 0 when its
// repeats are less than a third of all lines.
func (d *draft) sameLine() int {
	seen, most := map[string]int{}, 0
	for _, i := range d.visible {
		s := d.blocks[i].Text
		seen[s]++
		if d.lines[i].width >= shortSentence {
			most = max(most, seen[s])
		}
	}
	if most*3 < len(d.visible) {
		return 0
	}
	return most
}

// furnitureOnly reports whether the line model is certain that no line of the
// part is text of an article, and one at least is known for that.
func (d *draft) furnitureOnly() bool {
	if !slices.ContainsFunc(d.visible, d.isFurniture) ||
		slices.ContainsFunc(d.visible, func(i int) bool { return d.open(i) && d.endsUnmarked(i) }) { // which the model has seen little of
		return false
	}
	lines, _ := d.modelLines(nil)
	var p linemodel.Page
	linemodel.Default().Score(&p, lines)
	return len(p.Body) > 0 && slices.Max(p.Body) < furniture
}

// isFurniture reports whether rules know line i for a button or a notice of a page, other
// than those that stand between paragraphs.
func (d *draft) isFurniture(i int) bool {
	b := &d.blocks[i]
	return b.byRule() && !strings.HasPrefix(b.Reason.Detail, "end-") && !d.isInsert(i)
}

// minListingLines is the number of lines without any sentence from which a
// document is a listing rather than a note.
const minListingLines = 6

// dated reports whether the part has an identifier, a date or a byline, which
// pages that stand in the place of an article have not.
func (d *draft) dated() bool {
	return d.art.ID != "" || d.art.Authors != nil || !d.art.Timestamp.IsZero()
}
