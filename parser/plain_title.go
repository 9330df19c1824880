package parser

import (
	"strings"
	"unicode/utf8"
)

// Headlines are set off by signs: "# …" in Markdown, "== … ==" in a wiki, "****** … ******"
// and "■ …" in plain text.

// frameSigns stand in rows on both sides of a headline, emphasis alone, and headSigns before it.
const (
	frameSigns = "*=-~+#_"
	emphasis   = "_*"
	headSigns  = "■□◆◇●▲▶►▷★☆※❖»›☞"
)

// unframed is s without the signs that set it off as a headline: rows of one sign on both
// sides, one of emphasis, brackets about all of it, a sign before it, and the mark of Textile.
func unframed(s string) string {
	if len(s) < 4 {
		return s
	}
	if c := s[0]; c < utf8.RuneSelf {
		if strings.IndexByte(frameSigns, c) >= 0 && c == s[len(s)-1] {
			inner := strings.Trim(s, s[:1])
			before := strings.Index(s, inner)
			behind := len(s) - before - len(inner)
			if before >= 2 && (behind >= 2 || c == '#') || c == '#' && inner != "" && inner[0] == ' ' || before == 1 && behind == 1 && strings.IndexByte(emphasis, c) >= 0 && inner != "" && inner[0] != ' ' && strings.IndexByte(inner, c) < 0 {
				return strings.TrimSpace(inner)
			}
		}
		if c == '<' {
			return withoutHeadingTags(s)
		}
		return strings.TrimPrefix(s, "h1. ")
	}
	r, n := utf8.DecodeRuneInString(s)
	if inner, ok := strings.CutSuffix(s[n:], "】"); ok && r == '【' && inner != "" && !strings.ContainsRune(inner, '【') {
		return strings.TrimSpace(inner)
	}
	if strings.ContainsRune(headSigns, r) && (r != '»' && r != '›' || s[n] == ' ') { // not a quotation mark
		return strings.TrimLeft(s[n:], " ")
	}
	return s
}

// withoutHeadingTags is s without the tags of a heading, if they are about all of it.
func withoutHeadingTags(s string) string {
	for _, name := range [...]string{"h1", "h2", "title"} {
		inner, ok := strings.CutSuffix(s, "</"+name+">")
		if k := strings.IndexByte(inner, '>'); ok && k > 0 && elementName(s) == name {
			return strings.TrimSpace(inner[k+1:])
		}
	}
	return s
}

// plainTitle takes off the signs that set a headline off, those that part fields or close
// the headline of a wire, and what stands behind a link that is the headline.
func plainTitle(s string) string {
	s = unframed(s)
	for _, sign := range [...]string{"#", "="} { // of Markdown, of AsciiDoc
		if t := strings.TrimLeft(s, sign); t != s && t != "" && (t[0] == ' ' || t[0] >= utf8.RuneSelf) {
			s = strings.TrimSpace(t)
		}
	}
	if words, _, _, ok := cutLink(s); ok && words != "" {
		s = strings.TrimSpace(words)
	}
	if s != "" && s[0] == '[' {
		s = withoutLinkNumbers(s)
	}
	s = unframed(s) // "# **…**"
	s = strings.TrimSuffix(strings.TrimSuffix(s, " ="), " /")
	return strings.TrimRight(s, " |\u00a0•·;")
}
