package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// This file puts into the body what the model doubts and the page itself shows to be text.

// Probabilities by the model, in 255ths, from which on what it doubts is body.
const (
	likelySentence = 24 // a sentence beside a paragraph of the body in the same element
	likelyHeading  = 64 // a heading between blocks of the body
)

// Bounds of what is put in.
const (
	shortBody   = 1500    // bytes of bodies in which the model is less sure of what stands in them
	minSentence = 60      // bytes of the shortest sentence
	minAnswer   = 32      // letters and digits of a block of an answer
	maxAnswers  = 1 << 16 // bytes of answers that are looked at

	// Blocks that the paragraph may stand away beside which a sentence is taken, links aside:
	// the parts of a list of pictures or of news as they come in have a time and buttons
	// between them, and boxes of related stories stand between paragraphs.
	reach = 4
)

// fill takes sentences for body that the model doubts, beside paragraphs of
// the body in the same element: on pages with a short text, and where a script
// shows what is hidden.
func (d *page) fill() {
	short := d.bodySize() <= shortBody
	for i := range d.marks {
		if (short || d.marks[i].kind == Hidden) && d.besideBody(i) {
			d.set(i, Body, NoRole, "beside a paragraph of the body", "")
		}
	}
}

// besideBody reports whether block i is a sentence that stands in an element
// like that of the nearest block of the body above it.
func (d *page) besideBody(i int) bool {
	if d.html.Blocks[i].P < likelySentence && d.marks[i].kind != Hidden || !d.isSentence(i) {
		return false
	}
	for k, n := i-1, 0; k >= 0 && n < reach; k-- {
		if d.isBody(k) {
			return d.alikeBlocks(i, k) && !d.inReply(i, true)
		}
		if d.html.Blocks[k].LinkDensity() < 0.95 {
			n++
		}
	}
	return false
}

// alikeBlocks reports whether two blocks are of elements alike, in the same one
// or in two alike.
func (d *page) alikeBlocks(i, k int) bool {
	x, y := d.elem(i), d.elem(k)
	if x.Tag != y.Tag || x.Class != y.Class {
		return false
	}
	up, other := &d.html.Elems[max(0, x.Parent)], &d.html.Elems[max(0, y.Parent)]
	return up == other || up.Class != "" && up.Class == other.Class && up.Tag == other.Tag
}

// isSentence reports whether a block that is none of the body yet reads like
// running text that no rule knows.
func (d *page) isSentence(i int) bool {
	s, b := d.texts[i], &d.html.Blocks[i]
	if len(s) < minSentence || !d.doubted(i) && (d.marks[i].kind != Hidden || b.Flags&htmlpage.Unseen != 0) || !endsSentence(s) && !unstopped(s) || b.LinkDensity() > 0.2 ||
		b.Flags&(htmlpage.InForm|htmlpage.InButton|htmlpage.InCaption) != 0 || d.elem(i).Level > 0 {
		return false
	}
	_, labelled := d.p.rules.Label(s)
	return !labelled && !d.p.rules.Knows(s)
}

// unstopped reports whether s ends with a letter of a script that ends sentences
// by white space only, and is too long for a headline or a button: Thai and Lao.
func unstopped(s string) bool {
	r := lastRune(s)
	return r >= 0x0E00 && r <= 0x0EFF && len(s) >= 4*minSentence
}

// headings takes headings for body that the model doubts, where the body goes on
// above and below, or below surely and links stand above: the contents.
func (d *page) headings() {
	for i := d.first + 1; i < d.last; i++ {
		if !d.doubted(i) || d.html.Blocks[i].P < likelyHeading || d.elem(i).Level == 0 {
			continue
		}
		next := i + 1
		for next < d.last && d.html.Blocks[next].Flags&htmlpage.Handle != 0 {
			next++
		}
		if d.isBody(next) && (d.isBody(i-1) || d.trusts(next) && d.html.Blocks[i-1].LinkDensity() >= 0.95) {
			d.set(i, Body, NoRole, "heading between blocks of the body", "")
		}
	}
}

// introduced takes lists for body that the model doubts, when a block of the body
// above ends with a colon and the body goes on below.
func (d *page) introduced() {
	for i := d.first; i < d.last-1; i++ {
		if !d.isBody(i) || !d.trusts(i) || !endsInColon(d.texts[i]) {
			continue
		}
		if last := d.listFrom(i + 1); last < d.last && d.doubt(i+1, last) >= likelyHeading {
			for k := i + 1; k <= last; k++ {
				d.set(k, Body, NoRole, "list below a colon", "")
			}
		}
	}
}

// doubt is the mean probability of blocks that the model doubts, 0 when one of them is
// something else.
func (d *page) doubt(first, last int) int {
	sum := 0
	for i := first; i <= last; i++ {
		if !d.doubted(i) {
			return 0
		}
		sum += int(d.html.Blocks[i].P)
	}
	return sum / max(1, last-first+1)
}

// listFrom is the last block of the list that begins with block i, i-1 when none
// does.
func (d *page) listFrom(i int) int {
	last := i - 1
	for _, e := range d.around(i) {
		first, to := e.Bounds()
		if first != i {
			break
		}
		if e.Tag == atom.Ul || e.Tag == atom.Ol {
			last = to
		}
	}
	return last
}

// answers takes questions and their answers for body that the metadata say the
// page gives, whatever the model thinks of them: they often stand in parts that
// open on a click.
func (d *page) answers() {
	if len(d.meta.Questions) == 0 {
		return
	}
	asked := make(map[string]bool)
	var given strings.Builder
	for _, q := range d.meta.Questions {
		if given.Len()+len(q.Answer) > maxAnswers {
			break
		}
		asked[letterString(q.Name)] = true
		given.WriteString(letterString(replaceTags(q.Answer, " ")))
		given.WriteByte(' ')
	}
	all, answered := given.String(), false
	for i := len(d.marks) - 1; i >= 0; i-- {
		s := letterString(d.texts[i])
		switch {
		case s == "" || !d.shown(i):
		case asked[s] && answered, len(s) >= minAnswer && strings.Contains(all, s):
			answered = !asked[s]
			d.html.Blocks[i].P = certain
			if asked[s] {
				d.html.Blocks[i].Join = htmlpage.Paragraph
			}
			if d.marks[i].kind == Boilerplate {
				d.set(i, Body, NoRole, "question and answer of the metadata", "")
			}
		default:
			answered = false
		}
	}
}

// certain is the probability, in 255ths, of blocks that the page itself calls text.
const certain = 255

// letterString is the folded letters and digits of s.
func letterString(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for _, r := range s {
		if isWordRune(r) {
			out.WriteRune(fold(r))
		}
	}
	return out.String()
}

// belowTitle takes the sentences that stand below the headline for the body of
// a page on which the model has found none: a message of one paragraph among
// long lists of others.
func (d *page) belowTitle() {
	if d.bodySize() >= minBody {
		return
	}
	if !d.headsText() {
		d.described()
		return
	}
	found := false
	for i := d.title + 1; i < len(d.marks) && i <= d.title+8; i++ {
		switch {
		case d.isSentence(i) || d.isBody(i):
			d.set(i, Body, NoRole, "below the headline", "")
			found = true
			d.fill()
		case d.shown(i) && (found || d.elem(i).Level > 0):
			return
		}
	}
}

// headsText reports whether the headline is shown and is that of an article: its
// date stands below, the metadata say so, or it is a heading of several words
// that the page's title has.
func (d *page) headsText() bool {
	if d.title < 0 || d.html.Blocks[d.title].LinkDensity() > 0.5 {
		return false
	}
	level, s := d.elem(d.title).Level, d.art.Title
	several := countWords(s, 4) == 4 || noSpaces(lastRune(s)) && utf8.RuneCountInString(s) >= 8
	switch {
	case d.datedBelow(d.title):
		return level == 1 || several
	case level == 1 && d.told():
		return true
	}
	return level > 0 && several && (strings.Contains(d.meta.Title, s) || sameWords(d.meta.Tag("og:title"), s))
}

// datedBelow reports whether one of the blocks behind block i is a date.
func (d *page) datedBelow(i int) bool {
	return slices.ContainsFunc(d.texts[i+1:min(i+5, len(d.texts))], timestamp.IsDateLine)
}

// described takes what the page's description quotes for the body of a page
// without a headline, and the sentences beside it, when the page has a time element: a
// message of a channel.
func (d *page) described() {
	about := letterString(d.meta.Tag("og:description"))
	if len(about) < minAnswer || !slices.ContainsFunc(d.html.Points, func(pt htmlpage.Point) bool { return pt.Node.DataAtom == atom.Time }) {
		return
	}
	for i := range d.marks {
		if s := letterString(d.texts[i]); !d.isSentence(i) || !strings.HasPrefix(s, about) && !strings.Contains(about, s) {
			continue
		}
		for k := i; k >= 0 && d.elem(i).Holds(k, k) && k != d.title; k-- {
			d.set(k, Body, NoRole, "quoted by the description", "")
		}
	}
	d.fill()
}
