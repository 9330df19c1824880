package parser

import (
	"cmp"
	"strings"

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
	for i, looked := 0, 0; i < len(d.marks); i++ { // looked is behind the last list
		if i >= looked {
			end, ok := d.storiesFrom(i)
			for k := i; ok && k < end; k++ {
				if own >= minBody && (d.belowRelated(k) || !d.around(first, last, k)) {
					d.dropStories(k, end)
					break
				}
			}
			looked = max(end, i)
		}
		if d.marks[i].kind == Body && !d.isStoryHead(i) && !d.isStoryNote(i) {
			own += len(d.texts[i])
			first, last = min(first, i), max(last, i)
		}
	}
}

// dropStories takes a list out of the body.
func (d *page) dropStories(from, to int) {
	for i := from; i < to; i++ {
		if d.marks[i].kind == Body {
			d.set(i, Boilerplate, NoRole, "list of other stories", "")
		}
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

// storiesFrom is the block behind the headlines, summaries and dates that begin
// with block i, and whether they are a list: text that goes on behind it has no
// headline above each paragraph.
func (d *page) storiesFrom(i int) (end int, ok bool) {
	if !d.isStoryHead(i) && !(d.isStoryNote(i) && i+1 < len(d.marks) && d.isStoryHead(i+1)) {
		return i, false
	}
	end = i
	summaries := 0
	for k := i; k < len(d.marks); {
		for notes := 0; k < len(d.marks) && !d.isStoryHead(k) && d.isStoryNote(k) && notes < maxNotes; notes++ {
			k++
		}
		if k == len(d.marks) || !d.isStoryHead(k) {
			break
		}
		if k++; k < len(d.marks) && d.isStoryText(k) {
			k++
			summaries++
		}
		end = k
	}
	goesOn := end < len(d.marks) && d.marks[end].kind == Body && !d.isStoryNote(end) && d.around(i, end-1, end)
	return end, summaries >= minStories && !goesOn
}

// isStoryHead reports whether a block is a headline and a link as a whole.
func (d *page) isStoryHead(i int) bool {
	s := d.texts[i]
	return d.shown(i) && d.html.Blocks[i].LinkDensity() >= 0.95 && len(s) > maxStoryNote/2 && !longer(s, maxStoryHead) && d.linksHome(i)
}

// linksHome reports whether the link of a block may lead to a page of the same
// site.
func (d *page) linksHome(i int) bool {
	to := hostOf(d.linkOf(i))
	own := hostOf(cmp.Or(d.meta.Canonical, d.art.URL))
	return to == "" || own == "" || to == own
}

// hostOf is the host of an address without "www.", "" when it has none.
func hostOf(address string) string {
	_, host, _ := strings.Cut(address, "//")
	if k := strings.IndexAny(host, "/?#"); k >= 0 {
		host = host[:k]
	}
	return strings.TrimPrefix(host, "www.")
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
	return d.shown(i) && d.html.Blocks[i].LinkDensity() < 0.5 && endsSentence(s) && !longer(s, maxStoryText)
}

// isStoryNote reports whether a block is as short as a date or a section.
func (d *page) isStoryNote(i int) bool {
	s := d.texts[i]
	return !longer(s, maxStoryNote) && !endsSentence(s)
}
