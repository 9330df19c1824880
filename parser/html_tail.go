package parser

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// readAlso takes paragraphs out of the body that are a few words and a link up to the end,
// unless the model is sure of them: words for other stories, or in any language words with
// a colon.
func (d *page) readAlso() {
	for i := range d.marks {
		b := &d.html.Blocks[i]
		if !d.isBody(i) || b.P >= almostSure || b.Links() != 1 || b.LinkDensity() < 0.4 || b.LinkDensity() > 0.97 || d.trusts(i) && countWords(d.texts[i][b.Beside():], minTitled) < minTitled ||
			b.Flags&(htmlpage.InList|htmlpage.InTable) != 0 || b.Join != htmlpage.Paragraph || i+1 < len(d.marks) && d.html.Blocks[i+1].Join != htmlpage.Paragraph {
			continue
		}
		words := strings.TrimRight(d.texts[i][:b.Beside()], " ")
		if words != "" && (endsInColon(words) && countWords(words, 5) <= 4 || d.means(words, rules.Related)) {
			d.drop(i, "words for other stories and a link")
		}
	}
}

// Bounds of what is taken out.
const (
	minRecord  = 2  // labels of a record of the page
	maxRecord  = 60 // blocks of one
	minTitled  = 6  // words of the headline of another story where the model is sure of the block
	maxContact = 80 // characters of a line of an address
	maxTags    = 12 // items of a list behind the text, below a heading of none
)

// records takes tables and lists of labels and values out of the end of the
// body that tell who made the page and when.
func (d *page) records() {
	_, end := d.prose()
	for k := range d.html.Elems {
		e := &d.html.Elems[k]
		if e.Tag != atom.Table && e.Tag != atom.Dl {
			continue
		}
		if first, last := e.Bounds(); first > end && last-first < maxRecord && d.isPageRecord(first, last) {
			for i := first; i <= last; i++ {
				if d.isBody(i) {
					d.drop(i, "record of the page")
				}
			}
		}
	}
}

// isPageRecord reports whether every other one of a range of blocks is a label, and
// one of them that of a date or a name.
func (d *page) isPageRecord(first, last int) bool {
	labels, told := 0, false
	for i := first; i <= last; i++ {
		m, ok := d.p.rules.Label(d.texts[i])
		switch {
		case ok && m.Value == "":
			told = told || isDateRole(roleOf[m.Role]) || roleOf[m.Role] == Byline
			labels++
		case strings.HasSuffix(d.texts[i], ":") && len(d.texts[i]) <= maxKey:
			labels++
		}
	}
	return told && labels >= minRecord && 2*labels >= last-first
}

// contacts takes paragraphs of short lines out of the second half of the body that end with
// an address of mail: who speaks for an office.
func (d *page) contacts() {
	from, size, all := 0, 0, d.bodySize()
	for i, s := range d.texts {
		size += d.bodyIn(i, i)
		if d.html.Blocks[i].Join != htmlpage.LineBreak {
			from = i
		}
		if i > from && d.isBody(i) && (i+1 == len(d.texts) || d.html.Blocks[i+1].Join != htmlpage.LineBreak) && strings.Contains(s, "@") && 2*size >= all &&
			!slices.ContainsFunc(d.texts[from:i+1], func(s string) bool { return longer(s, maxContact) || endsSentence(s) }) {
			for k := from; k <= i; k++ {
				d.drop(k, "address of an office")
			}
		}
	}
}

// tail takes what is no running text off the end of the body: names with an
// address, lists of tags, labelled values, what stands below a heading that is
// no part of the article.
func (d *page) tail() {
	for i := len(d.marks) - 1; i >= 0; i-- {
		if !d.isBody(i) {
			continue
		}
		why := d.tailFragment(i)
		if why == "" {
			return
		}
		d.drop(i, why)
	}
}

// tailFragment is the reason why the last block of the body is none of it.
func (d *page) tailFragment(i int) string {
	s, b := d.texts[i], &d.html.Blocks[i]
	if len(d.art.Title) >= minCopy && strings.Contains(s, d.art.Title) && strings.Contains(s, "://") {
		return "how to cite the page"
	}
	if longer(s, maxRuleBlock) {
		if r := d.p.rules.Boilerplate(s); r != nil && b.P < almostSure && r.At != rules.Head {
			return "notice"
		}
		return ""
	}
	if d.elem(i).Level > 0 {
		if d.trusts(i) {
			return ""
		}
		return "heading with nothing below it"
	}
	m, labelled := d.p.rules.Label(s)
	switch {
	case isDeskCode(s):
		return "initials of those who wrote it"
	case strings.Contains(s, "@") && len(s) < 80:
		return "name and address"
	case b.Links() >= 2 && b.LinkDensity() >= 0.4 && !endsSentence(s):
		return "list of links"
	case labelled && roleOf[m.Role] == OtherField && !longer(s, maxTagLine) && !(startsLower(m.Value) && endsSentence(s)):
		return whyLabel
	case !d.trusts(i) && endsInColon(s), !endsSentence(s) && strings.Contains(s, "P.O. Box "):
		return "label with nothing below it, or address"
	case i > 0 && !d.trusts(i) && d.marks[i-1].kind == Boilerplate && d.html.Blocks[i-1].Flags&htmlpage.Handle == 0 && d.elem(i-1).Level > 0:
		return "below a heading of none of the article"
	}
	return ""
}

// maxTagLine is how many characters a labelled value has that is taken off the
// end of the body.
const maxTagLine = 79
