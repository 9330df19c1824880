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

// linkSeam stands between the words of a link in Markdown and its address, and a text
// with so many of them is read as Markdown.
const (
	linkSeam = "]("
	minSeams = 3
	perSeam  = 16 // lines for each of which there is one in a page as Markdown

	maxAddress = 2000 // bytes of an address and a title
)

// markdown reports whether text has links of Markdown, and whether all of it is Markdown
// by these or by its headings of lower rank, for programs have comments with one sign.
func markdown(text string) (linked, marked bool) {
	seams, headings := strings.Count(text, linkSeam), 0
	for i := 0; i < len(text); i++ {
		k := strings.IndexByte(text[i:], '#')
		if k < 0 {
			break
		}
		if i += k; i > 0 && text[i-1] == '\n' && (strings.HasPrefix(text[i:], "## ") || strings.HasPrefix(text[i:], "### ")) {
			headings++
		}
	}
	if seams < minSeams && headings < minSeams {
		return false, false
	}
	lines := strings.Count(text, "\n")
	return seams >= minSeams, seams*perSeam >= lines || headings >= minSeams && headings*4*perSeam >= lines
}

// withoutLinks is s with the words of links in Markdown instead of these and without
// pictures. A row of links stays, and so does what would show nothing.
func withoutLinks(s string) string {
	if s[0] == '[' && len(s) > minLinks && isLinks(s) || strings.IndexByte(s, '{') >= 0 { // with attributes of Pandoc
		return s
	}
	var sb strings.Builder
	if appendWithoutLinks(&sb, s); hasWord(sb.String()) {
		return strings.TrimSpace(sb.String())
	}
	return s
}

// appendWithoutLinks appends s to sb without what makes links of its words.
func appendWithoutLinks(sb *strings.Builder, s string) {
	for {
		seam := strings.Index(s, linkSeam)
		if seam < 0 {
			break
		}
		start, end := strings.IndexByte(s[:seam], '['), linkEnd(s[seam:])
		if end < 0 {
			sb.WriteString(s[:seam+1])
			s = s[seam+1:]
			continue
		}
		if start < 0 { // behind a picture
			sb.WriteString(s[:seam])
			s = s[seam+end:]
			continue
		}
		picture := start > 0 && s[start-1] == '!'
		if start+1 < seam && strings.HasPrefix(s[start+1:], "![") && !picture { // a picture as link
			sb.WriteString(s[:start])
			s = s[start+1:]
			continue
		}
		if start = strings.LastIndexByte(s[:seam], '['); picture {
			sb.WriteString(s[:max(0, start-1)])
		} else {
			sb.WriteString(s[:start])
			sb.WriteString(s[start+1 : seam])
		}
		s = s[seam+end:]
	}
	sb.WriteString(s)
}

// maxLinkLines is how many lines behind its first one a link may go on in.
const maxLinkLines = 4

// openLink reports whether a link begins in s and does not end there.
func openLink(s string) bool {
	if seam := strings.LastIndex(s, linkSeam); seam >= 0 && linkEnd(s[seam:]) < 0 {
		return true
	}
	open := strings.LastIndexByte(s, '[')
	return open >= 0 && strings.IndexByte(s[open:], ']') < 0
}

// withoutMarks is s without the marks of a heading or of strong words in Markdown.
func withoutMarks(s string) string {
	if t := strings.TrimLeft(s, "#"); len(t) < len(s) && strings.HasPrefix(t, " ") {
		s = strings.TrimSpace(t)
	}
	return strings.ReplaceAll(s, bold, "")
}

// linkEnd is the length of the address of a link, and of the title behind it, from its
// seam on; -1 when it has no end nearby.
func linkEnd(s string) int {
	depth := 0
	for i := 1; i < min(len(s), maxAddress); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
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
		raw := trimLineEnd(d.text[b.Span.Start:b.Span.End])
		if d.variants.linked && strings.IndexByte(raw, '\n') >= 0 { // of a link
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
