package parser

import "strings"

// looksLikeHTML reports whether text is a web page or a fragment of one:
// it begins with markup, or much of it is tags of paragraphs and the like.
// A text with a few stray tags is none.
func looksLikeHTML(text string) bool {
	head := strings.TrimLeft(text[:min(len(text), 4096)], " \t\r\n\f")
	if !strings.Contains(head, "<") {
		return false
	}
	lower := strings.ToLower(head)
	if strings.HasPrefix(lower, "<!doctype html") || strings.HasPrefix(lower, "<html") {
		return true
	}
	if strings.HasPrefix(lower, "<?xml") || strings.HasPrefix(lower, "<!--") {
		return strings.Contains(lower, "<html") || strings.Contains(lower, "<body") || strings.Contains(lower, "<div")
	}
	if head[0] == '<' && (strings.Contains(lower, "<head") || strings.Contains(lower, "<body") || strings.Contains(lower, "<meta")) {
		return true
	}
	return manyTags(lower, len(head)) || isElement(text)
}

// maxElement is the length in bytes below which a text that is one element is no page,
// whatever its container says.
const maxElement = 4 * minBody

// isElement reports whether text is one element of a block from its first byte to its last.
func isElement(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || text[0] != '<' {
		return false
	}
	name := strings.ToLower(elementName(text[:min(len(text), maxBlockTag)]))
	switch name {
	case "p", "div", "article", "section", "blockquote":
		end := "</" + name + ">"
		return len(text) >= len(end) && strings.EqualFold(text[len(text)-len(end):], end)
	}
	return false
}

// maxBlockTag is how far into a text its first tag has its name.
const maxBlockTag = 16

// tagBytes is the most text that there is for each tag of a block in a
// fragment of HTML.
const tagBytes = 1500

// manyTags reports whether lower, the beginning of a text of that size in lower case, has
// as many tags that end lines or blocks as HTML has.
func manyTags(lower string, size int) bool {
	opened, closed := 0, 0
	for _, t := range [...]string{"p", "div", "br", "h1", "h2", "h3", "ul", "li", "article", "section", "table", "blockquote"} {
		opened += strings.Count(lower, "<"+t+">") + strings.Count(lower, "<"+t+" ") + strings.Count(lower, "<"+t+"/")
		closed += strings.Count(lower, "</"+t+">")
	}
	return opened >= 2 && (closed >= 1 || opened >= 4 || atEdges(lower)) && opened*tagBytes >= size
}

// atEdges reports whether two lines of lower or more begin with a paragraph or end with a
// line break.
func atEdges(lower string) bool {
	n := 0
	for line := range strings.Lines(lower) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "<p>") || strings.HasSuffix(line, "<br>") || strings.HasSuffix(line, "<br/>") || strings.HasSuffix(line, "<br />") {
			n++
		}
	}
	return n >= 2
}

// framesText reports whether a page is no more than the frame that browsers and
// converters put about plain text: no elements but one that keeps the lines, or one
// at most about paragraphs with empty lines between.
func framesText(page string) bool {
	kept, boxes, body, tags := false, 0, 0, 0
	for from := 0; ; tags++ {
		start, end := nextTag(page, from)
		if start < 0 {
			return tags == strings.Count(page, "<") && (kept || body > 0 && hasEmptyLine(page[body:]))
		}
		switch name := strings.ToLower(elementName(page[start:end])); name {
		case "": // the end of an element or a declaration
			if strings.HasPrefix(page[start:], "<!--") {
				return false
			}
		case "pre":
			kept = true
		case "body":
			body = end
		case "div", "main", "article", "section":
			if boxes++; boxes > 1 {
				return false
			}
		case "html", "head", "meta", "title", "link":
		default:
			if !isInline(name) {
				return false
			}
		}
		from = end
	}
}

// hasEmptyLine reports whether an empty line stands in what is left of s, text of a page,
// without the space and the tags about it.
func hasEmptyLine(s string) bool {
	for s = strings.TrimSpace(s); strings.HasPrefix(s, "<"); {
		_, s, _ = strings.Cut(s, ">")
		s = strings.TrimSpace(s)
	}
	for strings.HasSuffix(s, ">") {
		s = strings.TrimSpace(s[:max(strings.LastIndexByte(s, '<'), 0)])
	}
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) == "" {
			return true
		}
	}
	return false
}
