package parser

import "strings"

// Texts keep elements of the page within their lines now and then, as "The <b>bridge</b>
// is open": what these hold is read, and the tags are not.

// taggedHead is how much of a text, in bytes, tells whether it has such elements.
const taggedHead = 4096

// hasInline reports whether elements within lines end in s and no others are named in
// it, as they are where the text is about them.
func hasInline(s string) bool {
	if !strings.Contains(s, "</") {
		return false
	}
	ended := false
	for from := 0; ; {
		start, end := nextTag(s, from)
		if start < 0 {
			return ended
		}
		switch name := inlineName(s[start:end]); {
		case isInline(name):
			ended = ended || s[start+1] == '/'
		case name != "br":
			return false
		}
		from = end
	}
}

// withoutInline is s without the tags of elements within lines; a line break becomes a
// space.
func withoutInline(s string) string {
	var sb strings.Builder
	done := 0
	for from := 0; ; {
		start, end := nextTag(s, from)
		if start < 0 {
			break
		}
		from = end
		switch name := inlineName(s[start:end]); {
		case name == "br":
			sb.WriteString(s[done:start] + " ")
		case isInline(name):
			sb.WriteString(s[done:start])
		default:
			continue
		}
		done = end
	}
	if done == 0 {
		return s
	}
	sb.WriteString(s[done:])
	return sb.String()
}

// inlineName is the name of the element, in lower case, that a tag without anything
// but attributes begins or ends; "" for "<b and c>".
func inlineName(tag string) string {
	tag = strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(tag, ">"), "/"), "<")
	tag = strings.TrimPrefix(tag, "/")
	name, rest, _ := strings.Cut(tag, " ")
	if strings.TrimSpace(rest) != "" && !strings.Contains(rest, "=") {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(name))
}
