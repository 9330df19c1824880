package parser

import (
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
		if !d.isBody(i) || d.trusts(i) || b.Links() != 1 || b.LinkDensity() < 0.4 || b.LinkDensity() > 0.97 ||
			b.Flags&(htmlpage.InList|htmlpage.InTable) != 0 || b.Join != htmlpage.Paragraph || i+1 < len(d.marks) && d.html.Blocks[i+1].Join != htmlpage.Paragraph {
			continue
		}
		words := strings.TrimRight(d.texts[i][:b.Beside()], " ")
		if words != "" && (endsInColon(words) && countWords(words, 5) <= 4 || d.means(words, rules.Related)) {
			d.drop(i, "words for other stories and a link")
		}
	}
}

// Bounds of records of a page.
const (
	minRecord = 2  // labels
	maxRecord = 60 // blocks
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
		if first, last := e.Bounds(); first > end && last-first < maxRecord && d.isRecord(first, last) {
			for i := first; i <= last; i++ {
				if d.isBody(i) {
					d.drop(i, "record of the page")
				}
			}
		}
	}
}

// isRecord reports whether every other one of a range of blocks is a label, and
// one of them that of a date or a name.
func (d *page) isRecord(first, last int) bool {
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
	if longer(s, maxRuleBlock) {
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
	case i > 0 && !d.trusts(i) && d.marks[i-1].kind == Boilerplate && d.html.Blocks[i-1].Flags&htmlpage.Handle == 0 && d.elem(i-1).Level > 0:
		return "below a heading of none of the article"
	}
	return ""
}

// maxTagLine is how many characters a labelled value has that is taken off the
// end of the body.
const maxTagLine = 79
