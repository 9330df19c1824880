package parser

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// others takes out of the body what others wrote: readers below the heading of
// the comments, the articles that follow the first one on the same page, and offices
// below the mark that ends a release.
func (d *page) others() {
	if from := d.commentsFrom(); from >= 0 {
		d.dropFrom(from, "below the heading of the comments")
	}
	if from := d.nextArticle(); from >= 0 {
		d.dropFrom(from, "another article")
	}
	if i := d.endMark(); i >= 0 {
		d.drop(i, "end mark")
		d.dropFrom(i+1, whyBehindEnd)
	}
	d.replies()
	d.signedPosts()
	d.teasers()
	d.belowRelated()
}

// maxEndMark is the length in bytes of the longest mark that ends a text.
const maxEndMark = 24

// endMark is the block of the body with the mark that ends a release, "- END -", when half
// of the body stands before it, or with signs for one behind most of it; -1 when there is
// none.
func (d *page) endMark() int {
	size, all := 0, d.bodySize()
	for i := range d.marks {
		s := d.texts[i]
		if !d.isBody(i) {
			continue
		}
		if len(s) <= maxEndMark && (size*4 >= all*3 || size*2 >= all && hasWord(s)) { // signs may part a text
			if r := d.p.rules.Boilerplate(s); r.Says(rules.End) && r.At != rules.Tail && r.ID != endOrnament {
				return i
			}
		}
		size += len(s)
	}
	return -1
}

// dropFrom takes what stands from a block on out of the body.
func (d *page) dropFrom(from int, why string) {
	for i := from; i < len(d.marks); i++ {
		if d.isBody(i) {
			d.drop(i, why)
		}
	}
}

// replies takes what readers wrote out of the body, by the elements around it,
// unless nothing else is there.
func (d *page) replies() {
	d.bounds()
	asked, own := d.html.HasProp("answerCount", "upvoteCount"), 0
	var theirs []int
	for i := range d.marks {
		switch {
		case !d.isBody(i):
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
		d.drop(i, "element of readers")
	}
}

// inReply reports whether an element around a block, but not around all of the
// body, is of comments, or of answers where one question is asked.
func (d *page) inReply(i int, asked bool) bool {
	for _, e := range d.around(i) {
		if e.Holds(d.first, d.last) {
			break
		}
		if beginsComment(e.ID) || beginsComment(e.Class) {
			return true
		}
		switch e.Prop() {
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
		if strings.HasPrefix(w, "comment") && !strings.HasPrefix(w, "commentary") {
			return true
		}
	}
	return false
}

// minTimes is how many dates show that what stands below a heading is of
// readers, maxReaders in how many blocks they are looked for, firstReader in how many
// the first of them.
const (
	minTimes    = 2
	maxReaders  = 60
	firstReader = 15
)

// commentsFrom is the heading of the comments when the body goes on behind it
// with texts that have a date each, -1 otherwise.
func (d *page) commentsFrom() int {
	size := 0
	for i := range d.marks {
		heads := size >= minBody && d.isCommentsHead(i)
		if heads && d.datesFrom(i) >= minTimes {
			return i
		}
		if d.isBody(i) && !heads {
			size += len(d.texts[i])
		}
	}
	return -1
}

// isCommentsHead reports whether block i is the heading of the comments, rather than a link
// to them or an item of a row of buttons.
func (d *page) isCommentsHead(i int) bool {
	b := &d.html.Blocks[i]
	return len(d.texts[i]) <= 60 && b.LinkDensity() <= 0.5 && b.Flags&htmlpage.InList == 0 && d.means(d.texts[i], rules.Comments)
}

// datesFrom is the number of dates and of times that are over on short lines behind
// a block.
func (d *page) datesFrom(i int) int {
	n := 0
	for k := i + 1; k <= min(i+maxReaders, len(d.texts)-1) && n < minTimes; k++ {
		if s := d.texts[k]; len(s) < maxDateLine/2 && (holdsDay(s) || d.isAge(s)) {
			n++
		}
		if n == 0 && k-i >= firstReader {
			break
		}
	}
	return n
}

// isAge reports whether s says how long ago something was.
func (d *page) isAge(s string) bool {
	return d.p.rules.Boilerplate(s).Is(relativeTime)
}

// Bounds of posts of readers that no heading and no class tells.
const (
	minSigned = 3  // lines alike with who wrote and when
	maxSigned = 70 // bytes of such a line
)

// signedPosts takes out of the body what stands below lines alike that say who wrote and at
// what time of which day, up to the end of the element around them, behind a text of some
// length.
func (d *page) signedPosts() {
	type posts struct{ first, last, n, above int }
	var kinds map[string]posts
	size := 0
	for i := range d.marks {
		if !d.isBody(i) {
			continue
		}
		if d.isSigned(i) {
			if kinds == nil {
				kinds = map[string]posts{}
			}
			kind := d.elem(i).Tag.String() + " " + kindOf(d.elem(i))
			p, ok := kinds[kind]
			if !ok {
				p.first, p.above = i, size
			}
			p.last = i
			p.n++
			kinds[kind] = p
		}
		size += len(d.texts[i])
	}
	for _, p := range slices.SortedFunc(maps.Values(kinds), func(a, b posts) int { return a.first - b.first }) {
		if p.n < minSigned || p.above < 5*minBody || p.above < (size-p.above)/2 || !d.isBody(p.first) {
			continue
		}
		_, end := d.html.Elems[d.html.Blocks[p.first].Elem].Bounds()
		for _, e := range d.around(p.first) {
			if _, end = e.Bounds(); end >= p.last {
				break
			}
		}
		d.dropHeading(p.first, whySigned)
		for i := p.first; i <= end; i++ {
			if d.isBody(i) {
				d.drop(i, whySigned)
			}
		}
	}
}

// whySigned is the reason of posts of readers.
const whySigned = "signed by readers"

// dropHeading takes the heading of the body right above a block out of it.
func (d *page) dropHeading(i int, why string) {
	if i > d.first && i-1 != d.title && d.isBody(i-1) && d.elem(i-1).Level > 0 {
		d.drop(i-1, why)
	}
}

// isSigned reports whether a block begins with a short line that has a time of a day
// beside other words.
func (d *page) isSigned(i int) bool {
	s, _, _ := strings.Cut(d.texts[i], "\n")
	if len(s) > maxSigned || d.elem(i).Level > 0 || !hasDigit(s) {
		return false
	}
	ts, _ := timestamp.Find(s, d.dateOptions())
	return ts.Precision >= timestamp.Minute && letterWeight(strings.Replace(s, ts.Raw, "", 1)) > 2
}

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
	es := d.html.Elems
	for i := d.title + 1; i < len(d.marks); i++ {
		if d.elem(i).Level != 1 {
			continue
		}
		if e := d.articleOf(i); e >= 0 && e != own && es[e].Parent == es[own].Parent {
			first, _ := es[e].Bounds()
			return first
		}
	}
	return -1
}

// articleOf is the article element around a block, -1 when there is none.
func (d *page) articleOf(i int) int32 {
	for e, el := range d.around(i) {
		if el.Tag == atom.Article {
			return e
		}
	}
	return -1
}
