package parser

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
)

// repeats marks the blocks of the body that say the headline again. A heading
// between paragraphs may have the words of the headline: it stays.
func (d *page) repeats() {
	if letterWeight(d.art.Title) < 4 {
		return
	}
	from, to := d.prose()
	for i, s := range d.texts {
		inside := i > from && i < to && d.trusts(i) && d.elem(i).Level > 0
		if i != d.title && !inside && d.shown(i) && len(s) <= 2*len(d.art.Title)+80 && sameWords(s, d.art.Title) {
			d.set(i, Repeat, NoRole, "repeat of the headline", "")
		}
	}
}

// Bounds of copies.
const (
	minCopy  = 50 // bytes from which on no other part of an article repeats a text by chance
	minPull  = 20 // the same where the class says that it is pulled out of the text
	maxPulls = 50 // quotations of a page that are looked for in its paragraphs
)

// copies takes paragraphs out of the body that say again what the body says:
// word for word what stands above, unless the model is sure of them, and
// quotations that are set apart from the paragraph they are a part of.
func (d *page) copies() {
	d.typed()
	above, pulls := make(map[string]bool), 0
	for i := range d.marks {
		if !d.isBody(i) || len(d.texts[i]) < minCopy && !d.isPulled(i) {
			continue
		}
		b, s := &d.html.Blocks[i], d.texts[i]
		switch {
		case b.Flags&(htmlpage.InList|htmlpage.InTable|htmlpage.InPre) != 0 || d.elem(i).Level > 0:
		case above[s] && !d.trusts(i):
			d.set(i, Repeat, NoRole, "says again what stands above", "")
		case pulls < maxPulls && d.setApart(i):
			if pulls++; d.partOfParagraph(i) || b.Flags&htmlpage.InQuote != 0 && d.classSays(b.Elem, "pullquote", "pull-quote", "pull ") {
				d.set(i, Repeat, NoRole, "part of a paragraph set apart", "")
			}
		}
		above[s] = true
	}
}

// typed takes lines of program text out of the body that a field for copying has
// as well.
func (d *page) typed() {
	typed := make(map[string]bool)
	for i := range d.marks {
		switch {
		case !d.isBody(i):
		case d.elem(i).Tag == atom.Textarea:
			for line := range strings.Lines(d.texts[i]) {
				typed[strings.TrimSpace(line)] = true
			}
			d.html.Blocks[i].Join = htmlpage.Paragraph
		case typed[d.texts[i]]:
			d.set(i, Repeat, NoRole, "says again what stands above", "")
		}
	}
}

// isPulled reports whether the class of a block says that it is pulled out of
// the text.
func (d *page) isPulled(i int) bool {
	return len(d.texts[i]) >= minPull && d.classSays(d.html.Blocks[i].Elem, "pull")
}

// setApart reports whether a block is marked as a quotation or stands beside
// the text.
func (d *page) setApart(i int) bool {
	b := &d.html.Blocks[i]
	return b.Flags&htmlpage.InQuote != 0 || d.elem(i).Mark == htmlpage.Aside || d.classSays(b.Elem, "quote", "pull")
}

// partOfParagraph reports whether a paragraph of the body has the words of a
// block and more; its first letter may be a capital in the block only.
func (d *page) partOfParagraph(i int) bool {
	s := strings.Trim(d.texts[i], " .…\"'“”„‘’«»")
	_, first := utf8.DecodeRuneInString(s)
	for k, t := range d.texts {
		if d.isBody(k) && len(t) > len(d.texts[i])+8 && d.html.Blocks[k].Flags&htmlpage.InQuote == 0 && strings.Contains(t, s[first:]) {
			return true
		}
	}
	return false
}
