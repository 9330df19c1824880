package parser

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
)

// Lengths in bytes from which on a text is one that no other part of an article
// repeats by chance: as a paragraph, and within one.
const (
	minCopy = 40
	minPull = 60
	minText = 20 // of what the class says is pulled out of the text
)

// maxPulls bounds the quotations of a page that are looked for in its
// paragraphs.
const maxPulls = 50

// copies takes paragraphs out of the body that say again what the body says:
// word for word what stands above, unless the model is sure of them, and
// quotations that are set apart from the paragraph they are a part of.
func (d *page) copies() {
	d.typed()
	above, pulls := make(map[string]bool), 0
	for i := range d.marks {
		if d.marks[i].kind != Body || len(d.texts[i]) < minCopy && !d.isPulled(i) {
			continue
		}
		b, s := &d.html.Blocks[i], d.texts[i]
		switch {
		case b.Flags&(htmlpage.InList|htmlpage.InTable|htmlpage.InPre) != 0 || d.html.Elems[b.Elem].Level > 0:
		case above[s] && !d.trusts(i):
			d.set(i, Repeat, NoRole, "says again what stands above", "")
		case (len(s) >= minPull || d.isPulled(i)) && pulls < maxPulls && d.setApart(i):
			if pulls++; d.partOfParagraph(i) {
				d.set(i, Repeat, NoRole, "part of a paragraph set apart", "")
			}
		}
		above[s] = true
	}
}

// typed takes lines of program text out of the body that a field for copying has
// as well.
func (d *page) typed() {
	var typed map[string]bool
	for i := range d.marks {
		switch {
		case d.marks[i].kind != Body:
		case d.html.Elems[d.html.Blocks[i].Elem].Tag == atom.Textarea:
			if typed == nil {
				typed = make(map[string]bool)
			}
			for line := range strings.Lines(d.texts[i]) {
				typed[strings.TrimSpace(line)] = true
			}
			d.html.Blocks[i].Join = htmlpage.Paragraph
		case typed[d.texts[i]] && d.classSays(d.html.Blocks[i].Elem, "line", "code"):
			d.set(i, Repeat, NoRole, "says again what stands above", "")
		}
	}
}

// isPulled reports whether the class of a block says that it is pulled out of
// the text.
func (d *page) isPulled(i int) bool {
	return len(d.texts[i]) >= minText && d.classSays(d.html.Blocks[i].Elem, "pull")
}

// setApart reports whether a block is marked as a quotation or stands beside
// the text.
func (d *page) setApart(i int) bool {
	b := &d.html.Blocks[i]
	return b.Flags&htmlpage.InQuote != 0 || d.html.Elems[b.Elem].Mark == htmlpage.Aside || d.classSays(b.Elem, "quote", "pull")
}

// partOfParagraph reports whether a paragraph of the body has the words of a
// block and more; its first letter may be a capital in the block only.
func (d *page) partOfParagraph(i int) bool {
	s := strings.Trim(d.texts[i], " .…\"'“”„‘’«»")
	_, first := utf8.DecodeRuneInString(s)
	if !hasWord(s[first:]) {
		return false
	}
	for k := range d.marks {
		if k != i && d.marks[k].kind == Body && len(d.texts[k]) > len(d.texts[i])+8 && d.html.Blocks[k].Flags&htmlpage.InQuote == 0 && strings.Contains(d.texts[k], s[first:]) {
			return true
		}
	}
	return false
}
