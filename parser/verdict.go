package parser

import (
	"slices"
	"strings"

	"unscrape/parser/linemodel"
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

// noArticle is the reason why the part is no article, "" when it is one.
func (d *draft) noArticle() string {
	visible, sentences, titles, labels, chrome := 0, 0, 0, 0, 0
	var mass int32
	for _, i := range d.visible {
		b := &d.blocks[i]
		visible++
		switch {
		case b.Kind == Field && b.Reason.Why == "label":
			labels++
			if b.Role == Title {
				titles++
			}
		case b.Kind == Boilerplate && b.Reason.Why == "rule":
			chrome++
		case d.open(i) && (d.lines[i].prose || d.lines[i].end):
			sentences++
			mass += d.lines[i].width
		}
	}
	switch {
	case d.nothing != "":
		return d.nothing
	case d.wall && (!d.dated() || d.isError()) && mass < 3*longProse:
		return "error, login or notice page"
	case d.title < 0 && !d.dated() && chrome >= 3 && sentences <= 1 && mass < longProse:
		return "notice among buttons"
	case d.title < 0 && !d.dated() && labels == 0 && visible < minListing && mass < longProse && d.formOnly():
		return "form"
	case labels == 0 && !d.dated() && chrome >= minConsent && d.consentOnly():
		return "cookie notice with its choices"
	case chrome >= leastStories && d.listedStories():
		return "list of stories with their dates"
	case d.dumped && d.datedTeasers():
		return "list of news with their dates"
	case titles >= minListing && sentences < titles:
		return "listing of headlines"
	case sentences == 0 && labels == 0 && visible >= minListing:
		return "short lines only"
	case visible >= 2*minListing && mass < 3*longProse*minListing && d.sameLine() >= minListing:
		return "the same line over and over"
	case labels == 0 && !d.dated() && !d.named && mass < 3*longProse && sentences <= 2 && d.furnitureOnly():
		return "notices and buttons only, by the line model"
	}
	return ""
}

// sameLine is how often the most frequent line stands in the part, 0 when its
// repeats are less than a third of all lines.
func (d *draft) sameLine() int {
	seen, most, visible := map[string]int{}, 0, 0
	for _, i := range d.visible {
		s := d.blocks[i].Text
		visible++
		seen[s]++
		if d.lines[i].width >= shortSentence {
			most = max(most, seen[s])
		}
	}
	if most*3 < visible {
		return 0
	}
	return most
}

// furnitureOnly reports whether the line model is certain that no line of the
// part is text of an article, and one at least is known for that, other than those
// that stand between paragraphs.
func (d *draft) furnitureOnly() bool {
	known := false
	for _, i := range d.visible {
		b := &d.blocks[i]
		if d.open(i) && d.endsUnmarked(i) { // which the model has seen little of
			return false
		}
		known = known || !d.isInsert(i) && (b.Kind == Boilerplate && b.Reason.Why == "rule" && !strings.HasPrefix(b.Reason.Detail, "end-") || d.chromeOf(i) > 0)
	}
	if !known {
		return false
	}
	lines, _ := d.modelLines()
	var p linemodel.Page
	linemodel.Default().Score(&p, lines)
	return len(p.Body) == 0 || slices.Max(p.Body) < furniture
}

// minListing is the number of lines without any sentence from which a
// document is a listing rather than a note.
const minListing = 6

// dated reports whether the part has an identifier, a date or a byline, which
// pages that stand in the place of an article have not.
func (d *draft) dated() bool {
	return d.art.ID != "" || d.art.Authors != nil || !d.art.Timestamp.IsZero()
}
