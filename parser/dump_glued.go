package parser

import (
	"slices"
	"strings"
	"unicode"

	"unscrape/parser/linemodel"
	"unscrape/parser/timestamp"
)

// A page of which all stands on a few lines has no lines for the model to tell
// apart; the sentences take their place. Running text on one line stays whole:
// the model must be certain of some sentences that they are none of an
// article's.
const (
	mostGlued     = 5       // visible lines of such a page
	leastGlued    = 1000    // bytes of the longest
	largestPage   = 1 << 20 // bytes; more is no page
	gluedShare    = 0.12    // of the text, the pieces that are none of an article's,
	certainPieces = 5       // or so many of them
	leastPieces   = 10      // sentences of a page
)

// cutSentences cuts the lines of a page glued together at the ends of
// sentences, if the part is one.
func (d *draft) cutSentences() {
	if !d.mayBeGlued() {
		return
	}
	d.glued = d.cutPage(func(_ int, s string) []string { return linemodel.Sentences(nil, s) })
}

// cutPage cuts visible line k, with text s, into parts(k, s), and reports whether it did:
// the model must hold enough of the parts for those of a page.
func (d *draft) cutPage(parts func(k int, s string) []string) bool {
	var lines []linemodel.Line
	var cuts []cut
	for k, i := range d.visible {
		c, at := cut{block: i}, 0
		for _, s := range parts(k, d.raw(i)) {
			if at > 0 {
				c.at = append(c.at, at)
			}
			at += len(s)
			lines = append(lines, linemodel.Line{Text: s})
		}
		cuts = append(cuts, c)
	}
	if len(lines) < leastPieces || len(lines) > mostLines || !isPage(lines) {
		return false
	}
	d.split(cuts)
	return true
}

// mayBeGlued reports whether the part is a few lines, a very long one among
// them and none of them with a label.
func (d *draft) mayBeGlued() bool {
	visible, longest := 0, 0
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		visible++
		longest = max(longest, len(d.blocks[i].Text))
		if visible > mostGlued {
			return false
		}
	}
	if longest < leastGlued || longest > largestPage {
		return false
	}
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		if _, ok := d.labelOf(i); ok {
			return false
		}
	}
	return true
}

// isPage reports whether the model is certain of enough of the lines that they
// are no text of an article, and holds some for text.
func isPage(lines []linemodel.Line) bool {
	var p linemodel.Page
	linemodel.Default().Score(&p, lines)
	all, none, certain, body := 0, 0, 0, false
	for k, l := range lines {
		all += len(l.Text)
		if p.Body[k] < furniture {
			none += len(l.Text)
			certain++
		}
		body = body || p.Body[k] >= bodyLine
	}
	return body && (float64(none) >= gluedShare*float64(all) || certain >= certainPieces)
}

// endsLine reports whether the source has a line end behind block i.
func (d *draft) endsLine(i int) bool {
	end := d.blocks[i].Span.End
	return end == len(d.text) || lineEnd(d.text[:end]) > 0
}

// A page glued to one line has no line for its headline. It begins with the name of its
// window, though, which is the headline and perhaps the name of the site, and has the
// headline again above the text.
const (
	leastAgain      = 12 // bytes of a headline, and its words
	leastWordsAgain = 3
	headBelow       = 200 // bytes behind the headline in which the date may stand
	headAbove       = 6   // lines between it and the text
)

// cutHead cuts the line in which the text of a page glued to one line begins, or one above
// it, at the headline that the page begins with and has again, and behind the date that
// follows. It gives the lines that there are then and their blocks, and p their
// probabilities. Without such a headline no line is one and nothing else.
func (d *draft) cutHead(p *linemodel.Page, lines []linemodel.Line, at []int) ([]linemodel.Line, []int) {
	p.Titles = p.Titles[:0]
	title := d.repeatedHead()
	if title == "" {
		return lines, at
	}
	k, place := d.lastSaid(title, p.Body, at)
	if k < 0 {
		return lines, at
	}
	s := d.raw(at[k])
	end := place + len(title)
	if end < len(s) && strings.IndexByte("?!", s[end]) >= 0 { // which the window leaves out
		end++
	}
	ends := []int{place, behindSpace(s, end)}
	if ts, _ := d.findDate(s[ends[1]:min(len(s), ends[1]+headBelow)]); ts.Precision >= timestamp.Day {
		ends = append(ends, behindSpace(s, ends[1]+ts.End()))
	}
	// The last part is as likely text as the line was or, directly above text, as that is.
	rest := p.Body[k]
	if rest < bodyLine && k+1 < len(at) {
		rest = p.Body[k+1]
	}
	var cuts []int
	var probs []float32
	for _, end := range ends {
		if end > 0 && end < len(s) {
			cuts = append(cuts, end)
		}
		if end > 0 {
			probs = append(probs, leastScore)
		}
	}
	if end := ends[len(ends)-1]; end < len(s) {
		probs = append(probs, rest)
	}
	d.split([]cut{{block: at[k], at: cuts}})
	p.Body = slices.Replace(p.Body, k, k+1, probs...)
	p.Joined = slices.Replace(p.Joined, k, k+1, make([]bool, len(probs))...)
	p.Titles = append(p.Titles, linemodel.Title{Line: k + min(place, 1)})
	return d.modelLines(nil)
}

// lastSaid is the last line down to the first one of text that says title, and where; the
// very first time, in the name of the window, does not count. It is -1 when there is none,
// or when it is far above the text.
func (d *draft) lastSaid(title string, p []float32, at []int) (k, place int) {
	first := slices.IndexFunc(p, func(s float32) bool { return s >= bodyLine })
	k = -1
	for j, n := 0, 0; j <= first; j++ {
		s := d.raw(at[j])
		said := strings.Count(s, title)
		if n += said; said > 0 && n > 1 {
			k, place = j, strings.LastIndex(s, title)
		}
	}
	if k < first-headAbove {
		k = -1
	}
	return k, place
}

// repeatedHead is the longest beginning of the part that it has again: a page begins with
// the name of its window, which is the headline. It is "" when that is too short for a
// headline, or when more of the name seems to follow.
func (d *draft) repeatedHead() string {
	first := &d.blocks[d.visible[0]]
	text := strings.TrimLeft(d.text[first.Span.Start:d.blocks[len(d.blocks)-1].Span.End], " \t")
	if len(text) < 2*leastAgain {
		return ""
	}
	head, best := text[:min(len(text), maxHeadline)], 0
	for at := leastAgain; ; at++ {
		n := strings.Index(text[at:], head[:leastAgain])
		if n < 0 {
			break
		}
		at += n
		best = max(best, sharedWords(head, text[at:]))
	}
	if best < leastAgain || countWords(head[:best], leastWordsAgain) < leastWordsAgain || !d.endsWindow(text[best:]) {
		return ""
	}
	return head[:best]
}

// sharedWords is the length of what a and b begin with alike, up to the end of a word and
// the punctuation behind it.
func sharedWords(a, b string) int {
	n := sharedStart(a, b)
	if isWordRune(runeAt(a, n)) || isWordRune(runeAt(b, n)) {
		return max(0, strings.LastIndexByte(a[:n], ' '))
	}
	for n < min(len(a), len(b)) && a[n] == b[n] && strings.IndexByte("?!.)", a[n]) >= 0 {
		n++
	}
	return n
}

// endsWindow reports whether s goes on behind the headline in the name of a window: with a
// sign and the name of the site, or with the first words of a menu.
func (d *draft) endsWindow(s string) bool {
	s = strings.TrimLeft(s, " ")
	if r := runeAt(s, 0); s == "" || !isWordRune(r) && !unicode.IsPunct(r) || strings.ContainsRune("|–—-·•»:/›", r) {
		return true
	}
	at := 0
	for range 3 {
		n := strings.IndexByte(s[at:], ' ')
		if n < 0 {
			return false
		}
		if at += n; d.rules().Knows(s[:at]) {
			return true
		}
		at++
	}
	return false
}

// behindSpace is the place in s behind the spaces at i.
func behindSpace(s string, i int) int {
	return len(s) - len(strings.TrimLeft(s[i:], " "))
}
