package parser

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// variants are those that a text has: what is read in another spelling.
type variants struct {
	spelled bool // other spaces, letters apart
	linked  bool // links of Markdown
	marked  bool // so many that all of it is Markdown
}

func (v variants) any() bool { return v.spelled || v.linked }

// fold is s without the variants. It allocates nothing when s has none.
func (v variants) fold(s string) string {
	if v.spelled {
		s = withoutVariants(s)
	}
	if v.linked && strings.Contains(s, linkSeam) {
		s = withoutLinks(s)
	}
	return s
}

// Web pages have no-break spaces in names, dates and headlines, and some texts have
// letters apart from their accents (Unicode Standard Annex 15, form D). While a text is
// read, the plain space and the composed letter take the place of such variants, so
// that labels, rules and names are found; the text of the article is then given
// as it was written.

// hasVariants reports whether text has one of the variants; spaced says that it has
// such a space, and references is the part of it that may have references to one.
func hasVariants(text string, spaced bool, references string) bool {
	return spaced || isDecomposed(text) || strings.Contains(references, "&nbsp;") || strings.Contains(references, "&#160;")
}

// isDecomposed reports whether text has one of the combining marks of letters that
// there are composed ones of, U+0300 to U+033F.
func isDecomposed(text string) bool { return strings.IndexByte(text, 0xCC) >= 0 }

// withoutVariants is s with plain spaces and composed letters. It allocates nothing
// when s has no variants.
func withoutVariants(s string) string {
	if strings.IndexByte(s, 0xC2) >= 0 && strings.Contains(s, "\u00a0") || strings.IndexByte(s, 0xE2) >= 0 && strings.Contains(s, "\u202f") {
		s = plainSpaces.Replace(s)
	}
	return composed(s)
}

// composed is s with composed letters.
func composed(s string) string {
	if !isDecomposed(s) {
		return s
	}
	return norm.NFC.String(s)
}

var plainSpaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// isNoBreak reports whether s starts with a no-break space, wide or narrow.
func isNoBreak(s string) bool {
	return s[0] == 0xC2 && strings.HasPrefix(s, "\u00a0") || s[0] == 0xE2 && strings.HasPrefix(s, "\u202f")
}

// foldBlocks takes the variants out of the texts of blocks.
func (v variants) foldBlocks(blocks []Block) {
	for i := range blocks {
		blocks[i].Text = v.fold(blocks[i].Text)
	}
}

// clean is what a reader sees of a piece of the text, without variants when the
// document has some.
func (d *draft) clean(raw string) string {
	return d.variants.fold(cleanText(raw))
}

// asWritten gives the blocks of the article the text that stands in the document.
func (d *draft) asWritten() {
	for _, i := range d.visible {
		if !d.open(i) {
			continue
		}
		b := &d.blocks[i]
		raw := d.raw(i)
		if d.variants.linked && strings.ContainsAny(raw, "\n\u2028\u2029") { // of a link
			raw = strings.Join(strings.Fields(raw), " ")
		}
		if strings.Contains(raw, b.Text) { // as most lines
			continue
		}
		if s := cleanText(raw); d.variants.fold(s) == b.Text {
			b.Text = s
		}
	}
}
