package parser

import (
	"strings"
	"unicode/utf8"
)

// Crawlers make Markdown of pages (html2text, markdownify). Its links and headings are read
// without their marks, which are a spelling of the text (variant.go): the body has them
// as they stand.

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
		if i += k; lineEnd(text[:i]) > 0 && (strings.HasPrefix(text[i:], "## ") || strings.HasPrefix(text[i:], "### ")) {
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
	if s[0] == '[' && isLinks(s) || strings.IndexByte(s, '{') >= 0 { // with attributes of Pandoc
		return s
	}
	if words := unlinked(s); hasWord(words) {
		return strings.TrimSpace(words)
	}
	return s
}

// linkWords is s with the words of links in Markdown instead of these and without
// pictures; s itself when it has none or begins within one.
func linkWords(s string) string {
	if open := strings.IndexByte(s, '['); open < 0 || open > strings.Index(s, linkSeam) {
		return s
	}
	return unlinked(s)
}

// unlinked is s without what makes links of its words.
func unlinked(s string) string {
	var sb strings.Builder
	for seam := strings.Index(s, linkSeam); seam >= 0; seam = strings.Index(s, linkSeam) {
		start, end := strings.IndexByte(s[:seam], '['), linkEnd(s[seam:])
		for end >= 0 && start >= 0 && strings.HasPrefix(s[start+1:], "![") { // a picture as link
			sb.WriteString(s[:start])
			s, seam = s[start+1:], seam-start-1
			start = strings.IndexByte(s[:seam], '[')
		}
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
		if start = strings.LastIndexByte(s[:seam], '['); picture {
			sb.WriteString(s[:start-1])
		} else {
			sb.WriteString(s[:start])
			sb.WriteString(s[start+1 : seam])
		}
		s = s[seam+end:]
	}
	sb.WriteString(s)
	return sb.String()
}

// cutLink cuts the link of Markdown off that s begins with.
func cutLink(s string) (words, address, rest string, ok bool) {
	seam := strings.Index(s, linkSeam)
	if seam < 0 || s[0] != '[' {
		return "", "", s, false
	}
	end := linkEnd(s[seam:])
	if end < 0 {
		return "", "", s, false
	}
	return s[1:seam], s[seam+len(linkSeam) : seam+end-1], s[seam+end:], true
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

// bold stands on both sides of strong words in Markdown.
const bold = "**"

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

// unbroken is the line at pos and those that a link or a heading of Markdown, which a
// program has broken at a column, goes on in, as one line.
func (r *textReader) unbroken(raw string, pos, next int) (string, int) {
	end := next
	for n := 0; openLink(r.text[pos:end]) || n == 0 && r.breaksHeading(raw, end); n++ {
		if n == maxLinkLines || end == len(r.text) {
			return raw, next
		}
		below, behind := r.cut(r.text, end)
		if strings.TrimSpace(below) == "" {
			return raw, next
		}
		end = behind
	}
	if end == next {
		return raw, next
	}
	return strings.Join(strings.Fields(r.text[pos:end]), " "), end
}

// breaksHeading reports whether raw is a heading whose next word, on the line at next,
// would not have fitted behind it.
func (r *textReader) breaksHeading(raw string, next int) bool {
	if !strings.HasPrefix(raw, "#") || next >= len(r.text) {
		return false
	}
	below, _ := r.cut(r.text, next)
	word, _, _ := strings.Cut(below, " ")
	n := utf8.RuneCountInString(raw)
	return word != "" && strings.IndexByte("#*->[!", word[0]) < 0 && n <= markdownColumn && n+1+utf8.RuneCountInString(word) > markdownColumn
}

// markdownColumn is where a program that makes Markdown of pages breaks lines (html2text).
const markdownColumn = 78
