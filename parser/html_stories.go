package parser

import (
	"cmp"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// Below an article stand lists of others: headlines that are links as a whole,
// each with a summary, a section or a date perhaps.

// Bounds of such a list: how many stories with a summary it has, the characters
// of a headline, of a summary and of a date or a section, and how many of the
// last stand above a headline.
const (
	minStories   = 3
	maxStoryHead = 180
	maxStoryText = 300
	maxStoryNote = 40
	maxNotes     = 3
)

// stories takes lists of other stories with summaries out of the body that stand
// below a heading which says so, or outside of the element with the headline and
// the text before them.
func (d *page) stories() {
	if d.title < 0 {
		return
	}
	own, first, last := 0, d.title, d.title
	for i := 0; i < len(d.marks); {
		if end := d.storiesFrom(i); own >= minBody && end > i && (d.belowRelated(i) || !d.around(first, last, i)) {
			for k := i; k < end; k++ {
				if d.marks[k].kind == Body {
					d.set(k, Boilerplate, NoRole, "list of other stories", "")
				}
			}
			i = end
			continue
		}
		if d.marks[i].kind == Body && !d.isStoryHead(i) && !d.isStoryNote(i) {
			own += len(d.texts[i])
			first, last = min(first, i), max(last, i)
		}
		i++
	}
}

// belowRelated reports whether the block before block i is the heading of a list
// of other stories. "Read more" as a link is none.
func (d *page) belowRelated(i int) bool {
	return i > 0 && d.html.Blocks[i-1].Related && d.html.Blocks[i-1].Links() == 0
}

// around reports whether the smallest element with the blocks from first to last
// holds block i, too.
func (d *page) around(first, last, i int) bool {
	e := d.html.Blocks[first].Elem
	for e > 0 && !d.html.Elems[e].Holds(first, last) {
		e = d.html.Elems[e].Parent
	}
	return d.html.Elems[e].Holds(i, i)
}

// storiesFrom is the block behind a list that begins with block i, i when none
// does. Text that goes on behind it has no headline above each paragraph.
func (d *page) storiesFrom(i int) int {
	if !d.isStoryHead(i) && !(d.isStoryNote(i) && i+1 < len(d.marks) && d.isStoryHead(i+1)) {
		return i
	}
	end, summaries := i, 0
	for k := i; k < len(d.marks); {
		notes := 0
		for k < len(d.marks) && !d.isStoryHead(k) && d.isStoryNote(k) && notes < maxNotes {
			k++
			notes++
		}
		if k == len(d.marks) || !d.isStoryHead(k) {
			break
		}
		k++
		if k < len(d.marks) && d.isStoryText(k) {
			k++
			summaries++
		}
		end = k
	}
	if summaries < minStories || end < len(d.marks) && d.marks[end].kind == Body && !d.isStoryNote(end) && d.around(i, end-1, end) {
		return i
	}
	return end
}

// isStoryHead reports whether a block is a headline and a link as a whole.
func (d *page) isStoryHead(i int) bool {
	s := d.texts[i]
	return d.shown(i) && d.html.Blocks[i].LinkDensity() >= 0.95 && len(s) > maxStoryNote/2 && utf8.RuneCountInString(s) <= maxStoryHead && d.linksHome(i)
}

// linksHome reports whether the link of a block may lead to a page of the same
// site.
func (d *page) linksHome(i int) bool {
	to, err := url.Parse(d.linkOf(i))
	if err != nil || to.Host == "" {
		return true
	}
	own, err := url.Parse(cmp.Or(d.meta.Canonical, d.art.URL))
	return err != nil || own.Host == "" || strings.TrimPrefix(to.Host, "www.") == strings.TrimPrefix(own.Host, "www.")
}

// linkOf is the address of the link that a block is in or holds first, "" when
// there is none.
func (d *page) linkOf(i int) string {
	own := d.html.Blocks[i].Elem
	for e := own; e > 0; e = d.html.Elems[e].Parent {
		if d.html.Elems[e].Tag == atom.A {
			return d.html.Elems[e].Link()
		}
	}
	return d.html.Elems[own].Link()
}

// isStoryText reports whether a block is as long as a summary.
func (d *page) isStoryText(i int) bool {
	s := d.texts[i]
	return d.shown(i) && d.html.Blocks[i].LinkDensity() < 0.5 && endsSentence(s) && utf8.RuneCountInString(s) <= maxStoryText
}

// isStoryNote reports whether a block is as short as a date or a section.
func (d *page) isStoryNote(i int) bool {
	s := d.texts[i]
	return utf8.RuneCountInString(s) <= maxStoryNote && !endsSentence(s)
}
