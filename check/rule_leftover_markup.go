package check

import "strings"

var leftoverMarkup = &Rule{
	ID:       "leftover-markup",
	Severity: Warning,
	Title:    "the text has markup in it",
	Why:      "Tags, entities, short codes of blog software and pieces of script belong to the page and not to the text.",
	Mend:     "Give unscrape the page as HTML instead of text that was cut out of it, or decode entities once more where the data was fetched.",
	Fires:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\nThe bridge opened again on Tuesday.<br/> The town council said so after nine months of work.\n"),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\nThe bridge <opened> again at 5 & 6 o'clock [sic], after nine months of work, the town council said.\n"),
	article: func(s *subject) {
		if !s.bytes.any("<&[{(@!>}") {
			return
		}
		if s.Title != "" {
			if words := markup(s.Title); words != "" {
				s.reportWords(s.headline(), words, "markup in the title: %s", words)
			}
		}
		for _, p := range s.body() {
			if words := markup(p.text); words != "" {
				s.reportWords(p, words, "markup in the text: %s", words)
				return
			}
		}
	},
}

// markup is the first piece of markup in s, "" when there is none.
func markup(s string) string {
	ended := endings{text: s}
	for i := 0; i < len(s); i++ {
		n := 0
		switch s[i] {
		case '<':
			n = tag(s[i:])
		case '&':
			n = entity(s[i:])
		case '[':
			n = ended.shortCode(i)
		case '{':
			if strings.HasPrefix(s[i:], "{{") || strings.HasPrefix(s[i:], "{%") {
				n = 2
			}
		}
		if n > 0 {
			return s[i : i+n]
		}
	}
	for _, words := range scriptWords {
		if strings.Contains(s, words) {
			return words
		}
	}
	return ""
}

// scriptWords stand in scripts and style sheets and hardly in prose. Each has
// a byte that the rule looks for first.
var scriptWords = []string{
	"function(", "document.getElementById(", "document.write(", "addEventListener(", "jQuery(", "});",
	"!important", "@media ", "@import ", "<!--", "-->", "<![CDATA[",
}

// tags are the elements of HTML that text in files has left over.
var tags = wordSet(`a abbr article aside b blockquote br button caption center cite code dd del div dl dt em embed
	figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main
	meta nav noscript object ol option p picture pre q s script section select small source span strike strong style
	sub sup svg table tbody td textarea tfoot th thead title tr u ul video wbr`)

// entities are the names of character references that are not words.
var entities = wordSet(`amp apos bull copy euro gt hellip laquo ldquo lsaquo lsquo lt mdash middot nbsp ndash quot
	raquo rdquo reg rlm lrm rsaquo rsquo sbquo shy thinsp times trade zwj zwnj`)

// shortCodes are those of blog software and message boards that may stand
// without attributes.
var shortCodes = wordSet("audio b caption color embed gallery i img li list playlist quote s size table td tr u url video")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// tag is the length of the tag that s starts with, up to its name when it does
// not end; 0 when there is none. s starts with "<".
func tag(s string) int {
	i := 1
	if strings.HasPrefix(s[i:], "/") {
		i++
	}
	end := i + nameLen(s[i:])
	if end == len(s) || !tags[strings.ToLower(s[i:end])] {
		return 0
	}
	switch rest := clip(s[end:], maxTag); {
	case rest[0] == '>':
		return end + 1
	case rest[0] == '/' && strings.HasPrefix(rest, "/>"):
		return end + 2
	case rest[0] == ' ':
		if close := strings.IndexByte(rest, '>'); close >= 0 && (rest[1] == '/' || strings.Contains(rest[:close], "=")) {
			return end + close + 1
		}
	}
	return 0
}

// entity is the length of the character reference that s starts with, 0 when
// there is none. s starts with "&".
func entity(s string) int {
	end := 1
	if strings.HasPrefix(s, "&#") {
		end = 2
	}
	end += nameLen(s[end:])
	if end == len(s) || s[end] != ';' || end > 12 {
		return 0
	}
	if s[1] == '#' && end > 2 || entities[s[1:end]] {
		return end + 1
	}
	return 0
}

// maxTag bounds how far the end of a tag and that of a short code are looked for, in bytes.
const maxTag = 300

func clip(s string, n int) string { return s[:min(len(s), n)] }

// endings knows where the end tags of short codes stand in a text for the last time, so
// that a text with many short codes is not searched for each.
type endings struct {
	text string
	last map[string]int // by name; -1 for those that it has not
}

// shortCode is the length of a short code as [caption id="a"] or [/quote] that begins with
// the "[" at a place of the text; 0 when there is none.
func (e *endings) shortCode(at int) int {
	s := clip(e.text[at:], maxTag)
	i := 1
	if strings.HasPrefix(s[i:], "/") {
		i++
	}
	end := i + nameLen(s[i:])
	close := strings.IndexByte(s, ']')
	if close < 0 || end == i {
		return 0
	}
	name := strings.ToLower(s[i:end])
	attributes := strings.Contains(s[end:close], `="`) || s[end] == '='
	if attributes || shortCodes[name] && close == end && (i == 2 || e.of(name) > at) {
		return close + 1
	}
	return 0
}

// of is where the last end tag of a name begins, -1 when there is none.
func (e *endings) of(name string) int {
	last, known := e.last[name]
	if !known {
		if e.last == nil {
			e.last = map[string]int{}
		}
		last = strings.LastIndex(e.text, "[/"+name+"]")
		e.last[name] = last
	}
	return last
}

// nameLen is the length of the letters and digits of ASCII, and of "_" and
// "-", that s starts with.
func nameLen(s string) int {
	for i := 0; i < len(s); i++ {
		b := s[i]
		if !(b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '-') {
			return i
		}
	}
	return len(s)
}
