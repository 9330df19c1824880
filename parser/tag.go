package parser

import (
	"iter"
	"strings"
)

// Tags stand in records, in the fragments that scrapers cut out of pages, and in texts
// that keep elements of the page within their lines, as "The <b>bridge</b> is open".

// isLayout reports whether elements of a name only lay the text of the element
// around them out.
func isLayout(name string) bool {
	switch name {
	case "p", "para", "paragraph", "s", "br", "hr", "div":
		return true
	}
	return false
}

// isInline reports whether elements of a name stand within a sentence.
func isInline(name string) bool {
	switch name {
	case "a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "small", "img", "cite", "abbr":
		return true
	}
	return false
}

// tags are where the tags in s begin and end: those of elements, comments and
// declarations, and the marks of sections.
func tags(s string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for from := 0; ; {
			start, end := nextTag(s, from)
			if start < 0 || !yield(start, end) {
				return
			}
			from = end
		}
	}
}

// nextElement is nextTag without the tags of inline elements.
func nextElement(s string, from int) (start, end int) {
	for start, end = nextTag(s, from); start >= 0; start, end = nextTag(s, end) {
		if name, _ := tagName(s[start:end]); !isInline(strings.ToLower(name)) {
			break
		}
	}
	return start, end
}

// nextTag is the first tag in s from a place on, as tags gives it; start is -1 when there
// is none.
func nextTag(s string, from int) (start, end int) {
	unclosed := 0 // no tag that begins before it has an end
	for ; from < len(s); from++ {
		i := strings.IndexAny(s[from:], "<]")
		if i < 0 {
			break
		}
		from += i
		rest := s[from:]
		switch {
		case strings.HasPrefix(rest, "]]>"):
			return from, from + len("]]>")
		case strings.HasPrefix(rest, "<![CDATA["):
			return from, from + len("<![CDATA[")
		case rest[0] == ']' || from < unclosed || !opensTag(rest[1:]):
			continue
		}
		n := strings.IndexAny(rest, ">\n")
		if n >= 0 && rest[n] == '>' {
			return from, from + n + 1
		}
		if unclosed = from + n; n < 0 {
			unclosed = len(s)
		}
	}
	return -1, -1
}

// opensTag reports whether s may stand behind the "<" of a tag.
func opensTag(s string) bool {
	s = strings.TrimPrefix(s, "/")
	return s != "" && ('a' <= s[0]|0x20 && s[0]|0x20 <= 'z' || s[0] == '!' || s[0] == '?')
}

// tagName is the name of the element that a tag begins or ends; "" for other tags.
func tagName(tag string) (name string, ends bool) {
	name, ends = strings.CutPrefix(strings.TrimPrefix(tag, "<"), "/")
	if name = name[:nameEnd(name)]; name == "" || name == tag || !isASCIILetter(name[0]) {
		return "", ends
	}
	return name, ends
}

// elementName is the name of the element that a start tag opens; "" for other
// tags.
func elementName(tag string) string {
	if name, ends := tagName(tag); !ends {
		return name
	}
	return ""
}

// nameEnd is where the name of an element ends that s begins with.
func nameEnd(s string) int {
	if n := strings.IndexAny(s, " \t/>"); n >= 0 {
		return n
	}
	return len(s)
}

// whiteSpace parts the attributes of a tag.
const whiteSpace = " \t\r\n\f"

// attributes are the names, by plainName, and the values of a tag's attributes.
func attributes(tag string) iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		for rest := tag[nameEnd(tag):]; ; {
			name, value, ok := strings.Cut(rest, "=")
			if value = strings.TrimLeft(value, whiteSpace); !ok || value == "" {
				return
			}
			name = strings.TrimRight(name, whiteSpace)
			name = name[strings.LastIndexAny(name, whiteSpace)+1:] // the others have no value
			if quote := value[0]; quote == '"' || quote == '\'' {
				value, rest, _ = strings.Cut(value[1:], value[:1])
			} else {
				value, rest, _ = strings.Cut(strings.TrimRight(value, "/>"), " ")
			}
			if !yield(plainName(name), cleanText(value)) {
				return
			}
		}
	}
}

// endsBlock is the tag that s starts with, "<" when it starts with none, and whether a
// paragraph or a line of text ends there.
func endsBlock(s string) (tag string, ends bool) {
	start, end := nextTag(s[:min(len(s), maxTag)], 0)
	if start != 0 {
		return s[:1], false
	}
	tag = s[:end]
	switch name := strings.ToLower(strings.Trim(tag, "</> ")); name {
	case "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote":
		return tag, tag[1] == '/'
	case "br":
		return tag, true
	}
	return tag, false
}

// maxTag bounds how far, in bytes, the end of such a tag is looked for.
const maxTag = 256

// replaceTags is s with another text for each tag.
func replaceTags(s, with string) string {
	return mapTags(s, func(string) string { return with })
}

// mapTags is s with what a function gives for each tag.
func mapTags(s string, with func(tag string) string) string {
	var sb strings.Builder
	done := 0
	for start, end := range tags(s) {
		sb.WriteString(s[done:start])
		sb.WriteString(with(s[start:end]))
		done = end
	}
	if done == 0 {
		return s
	}
	sb.WriteString(s[done:])
	return sb.String()
}

// hasInline reports whether elements within lines end in s and no others are named in
// it, as they are where the text is about them.
func hasInline(s string) bool {
	if !strings.Contains(s, "</") {
		return false
	}
	ended := false
	for start, end := range tags(s) {
		switch name := inlineName(s[start:end]); {
		case isInline(name):
			ended = ended || s[start+1] == '/'
		case name != "br":
			return false
		}
	}
	return ended
}

// withoutInline is s without the tags of elements within lines; a line break becomes a
// space.
func withoutInline(s string) string {
	return mapTags(s, func(tag string) string {
		switch name := inlineName(tag); {
		case name == "br":
			return " "
		case isInline(name):
			return ""
		}
		return tag
	})
}

// inlineName is the name of the element, in lower case, that a tag without anything
// but attributes begins or ends; "" for "<b and c>".
func inlineName(tag string) string {
	_, rest, _ := strings.Cut(strings.Trim(tag, "</>"), " ")
	if strings.TrimSpace(rest) != "" && !strings.Contains(rest, "=") {
		return ""
	}
	name, _ := tagName(tag)
	return strings.ToLower(name)
}
