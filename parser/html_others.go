package parser

import (
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// others takes out of the body what others wrote: readers below the heading of
// the comments, and the articles that follow the first one on the same page.
func (d *page) others() {
	if from := d.commentsFrom(); from >= 0 {
		d.drop(from, "below the heading of the comments")
	}
	if from := d.nextArticle(); from >= 0 {
		d.drop(from, "another article")
	}
	d.replies()
	d.teasers()
	d.stories()
}

// replies takes what readers wrote out of the body, by the elements around it,
// unless nothing else is there.
func (d *page) replies() {
	d.bounds()
	asked, own := d.html.HasProp("answerCount", "upvoteCount"), 0
	var theirs []int
	for i := range d.marks {
		switch {
		case d.marks[i].kind != Body:
		case d.inReply(i, asked):
			theirs = append(theirs, i)
		default:
			own += len(d.texts[i])
		}
	}
	if own < minBody {
		return
	}
	for _, i := range theirs {
		d.set(i, Boilerplate, NoRole, "element of readers", "")
	}
}

// inReply reports whether an element around a block, but not around all of the
// body, is of comments, or of answers where one question is asked.
func (d *page) inReply(i int, asked bool) bool {
	for e := d.html.Blocks[i].Elem; e > 0 && !d.html.Elems[e].Holds(d.first, d.last); e = d.html.Elems[e].Parent {
		el := &d.html.Elems[e]
		if beginsComment(el.ID) || beginsComment(el.Class) {
			return true
		}
		switch el.Prop() {
		case "comment":
			return true
		case "suggestedAnswer", "acceptedAnswer":
			return asked
		}
	}
	return false
}

// beginsComment reports whether one of the words in a class or id begins with
// the word for comments.
func beginsComment(class string) bool {
	if !strings.Contains(class, "omment") {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(class)) {
		if strings.HasPrefix(w, "comment") && !strings.HasPrefix(w, "commentary") || strings.HasPrefix(w, "kommentar") {
			return true
		}
	}
	return false
}

// teasers takes the beginnings of other stories that stand before or behind all
// of the text out of the body.
func (d *page) teasers() {
	open := 0
	for i := range d.marks {
		if d.marks[i].kind == Body && endsOpen(d.texts[i]) {
			open++
		}
	}
	if open < minCards {
		return
	}
	d.bounds()
	var cards []int
	teasers, outside, run := 0, 0, 0 // run: changes between text and cards
	last, inCards := int32(-1), false
	for i := range d.marks {
		if d.marks[i].kind != Body {
			continue
		}
		card := d.cardOf(i)
		if card < 0 {
			outside += len(d.texts[i])
		} else {
			cards = append(cards, i)
		}
		if i > d.first && inCards != (card >= 0) {
			run++
		}
		if inCards = card >= 0; run > 1 {
			return
		}
		if card >= 0 && card != last {
			if last = card; d.breaksOff(card) {
				teasers++
			}
		}
	}
	if teasers < minCards || outside < minBody {
		return
	}
	for _, i := range cards {
		d.set(i, Boilerplate, NoRole, "beginning of another story", "")
	}
}

// breaksOff reports whether a text of an element ends with an ellipsis.
func (d *page) breaksOff(e int32) bool {
	first, last := d.html.Elems[e].Bounds()
	for i := first; i <= last; i++ {
		if endsOpen(d.texts[i]) {
			return true
		}
	}
	return false
}

// endsOpen reports whether s ends with an ellipsis, in brackets perhaps.
func endsOpen(s string) bool {
	return trailsOff(strings.TrimRight(s, "]) "))
}

// drop takes what stands from a block on out of the body.
func (d *page) drop(from int, why string) {
	for i := from; i < len(d.marks); i++ {
		if d.marks[i].kind == Body {
			d.set(i, Boilerplate, NoRole, why, "")
		}
	}
}

// minTimes is how many dates show that what stands below a heading is of
// readers, maxReaders in how many blocks they are looked for.
const (
	minTimes   = 2
	maxReaders = 60
)

// commentsFrom is the heading of the comments when the body goes on behind it
// with texts that have a date each, -1 otherwise.
func (d *page) commentsFrom() int {
	size := 0
	for i := range d.marks {
		switch {
		case d.marks[i].kind == Body && (size < minBody || !d.isCommentsHead(i)):
			size += len(d.texts[i])
		case size >= minBody && d.isCommentsHead(i) && d.datesFrom(i) >= minTimes:
			return i
		}
	}
	return -1
}

func (d *page) isCommentsHead(i int) bool {
	b := &d.html.Blocks[i]
	if len(d.texts[i]) > 60 || b.LinkDensity() > 0.5 || strings.HasPrefix(d.texts[i], ">") { // quoted in a letter
		return false
	}
	r := d.p.rules.Boilerplate(d.texts[i])
	return r != nil && r.Means == rules.Comments
}

// datesFrom is the number of dates and of times that are over on short lines behind
// a block.
func (d *page) datesFrom(i int) int {
	n := 0
	for k := i + 1; k <= min(i+maxReaders, len(d.texts)-1) && n < minTimes; k++ {
		s := d.texts[k]
		if len(s) >= maxDateLine/2 {
			continue
		}
		if ts, _ := timestamp.Find(s, d.dateOptions()); hasDigit(s) && ts.Precision >= timestamp.Day || d.isAge(s) {
			n++
		}
	}
	return n
}

// tellsTime reports whether s is a date or how long ago something was.
func (d *page) tellsTime(s string) bool { return d.dated(s) || d.isAge(s) }

// isAge reports whether s says how long ago something was.
func (d *page) isAge(s string) bool {
	r := d.p.rules.Boilerplate(s)
	return r != nil && r.ID == relativeTime
}

// relativeTime is the rule for times as readers' comments have them: "2 hours ago".
const relativeTime = "relative-time"

// nextArticle is the first block of an article element behind the one that holds
// the headline, when it has a first-level heading of its own; -1 when there is
// none.
func (d *page) nextArticle() int {
	if d.title < 0 {
		return -1
	}
	own := d.articleOf(d.title)
	if own < 0 {
		return -1
	}
	for i := d.title + 1; i < len(d.marks); i++ {
		if d.html.Elems[d.html.Blocks[i].Elem].Level != 1 {
			continue
		}
		e := d.articleOf(i)
		if first, _ := d.html.Elems[max(e, 0)].Bounds(); e >= 0 && e != own && d.html.Elems[e].Parent == d.html.Elems[own].Parent && first > d.title {
			return first
		}
	}
	return -1
}

// articleOf is the article element around a block, -1 when there is none.
func (d *page) articleOf(i int) int32 {
	for e := d.html.Blocks[i].Elem; e > 0; e = d.html.Elems[e].Parent {
		if d.html.Elems[e].Tag == atom.Article {
			return e
		}
	}
	return -1
}
