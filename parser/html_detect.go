package parser

import "strings"

// looksLikeHTML reports whether text is a web page or a fragment of one:
// it begins with markup, or much of it is tags of paragraphs and the like.
// A text with a few stray tags is none.
func looksLikeHTML(text string) bool {
	head := strings.TrimLeft(text[:min(len(text), 4096)], " \t\r\n\f")
	if head == "" || !strings.Contains(head, "<") {
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
	return manyTags(lower, len(head))
}

// tagBytes is the most text that there is for each tag of a block in a
// fragment of HTML.
const tagBytes = 1500

// manyTags counts the tags that end lines or blocks, opened and closed.
func manyTags(lower string, size int) bool {
	opened, closed := 0, 0
	for _, t := range [...]string{"p", "div", "br", "h1", "h2", "h3", "ul", "li", "article", "section", "table", "blockquote"} {
		opened += strings.Count(lower, "<"+t+">") + strings.Count(lower, "<"+t+" ") + strings.Count(lower, "<"+t+"/")
		closed += strings.Count(lower, "</"+t+">")
	}
	return opened >= 2 && (closed >= 1 || opened >= 4) && opened*tagBytes >= size
}
