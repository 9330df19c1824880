package htmlpage

import "strings"

// attrScan goes through the attributes of a tag. After next has returned
// false, pos is behind the tag's '>', or len(src) when the tag is not closed.
type attrScan struct {
	src      string
	pos      int
	from, to int // the attribute as written
	nameEnd  int
	val      int // where the value begins, without its quote
	valEnd   int
}

func (a *attrScan) name() string  { return a.src[a.from:a.nameEnd] }
func (a *attrScan) value() string { return a.src[a.val:a.valEnd] }

func (a *attrScan) next() bool {
	src := a.src
	for {
		i := skipSpace(src, a.pos)
		if i >= len(src) {
			a.pos = len(src)
			return false
		}
		if src[i] == '>' {
			a.pos = i + 1
			return false
		}
		if a.attr(i); a.nameEnd > a.from {
			return true
		}
	}
}

// behindTag is the index behind a tag whose name ends at pos.
func behindTag(src string, pos int) int {
	a := attrScan{src: src, pos: pos}
	for a.next() {
	}
	return a.pos
}

// attr reads the attribute at i. It may turn out to have no name, as the
// slash of <br />.
func (a *attrScan) attr(i int) {
	src := a.src
	a.from = i
	if src[i] == '=' { // an equals sign cannot end a name that has not begun
		i++
	}
	for i < len(src) && src[i] != '=' && !endsTagName(src[i]) {
		i++
	}
	a.nameEnd, a.to, a.val, a.valEnd, a.pos = i, i, i, i, i
	i = skipSpace(src, i)
	if i >= len(src) {
		a.pos = len(src)
		return
	}
	if src[i] == '/' {
		a.pos = i + 1
		return
	}
	if src[i] != '=' {
		a.pos = i
		return
	}
	i = skipSpace(src, i+1)
	if i >= len(src) {
		a.pos = len(src)
		return
	}
	a.readValue(i)
}

func (a *attrScan) readValue(i int) {
	src := a.src
	switch q := src[i]; q {
	case '>':
		a.pos, a.val, a.valEnd = i, i, i
	case '"', '\'':
		a.val = i + 1
		n := strings.IndexByte(src[a.val:], q)
		if n < 0 {
			a.pos, a.valEnd, a.to = len(src), len(src), len(src)
			return
		}
		a.valEnd = a.val + n
		a.pos, a.to = a.valEnd+1, a.valEnd+1
	default:
		a.val = i
		for i < len(src) && src[i] != '>' && !isSpace(src[i]) {
			i++
		}
		a.pos, a.valEnd, a.to = i, i, i
	}
}

func skipSpace(src string, i int) int {
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	return i
}

// keepsAttr reports whether the reader looks at an attribute of a tag, or the
// parser needs it to build its tree.
func keepsAttr(tag, name, value string) bool {
	if hasUpper(name) {
		name = strings.ToLower(name)
	}
	switch name {
	case "class", "id", "itemprop", "hidden", "aria-hidden", "role", "datetime":
		return true
	case "title":
		return tag == "abbr" // of hAtom: the time in full
	case "href":
		return len(tag) > 1 || PersonAddress(value) || isFront(value) || withinPage(value)
	case "rel":
		return len(tag) > 1 || strings.Contains(value, "author")
	case "content":
		return len(tag) == 4 || len(value) < 60 // meta, microdata
	case "property":
		return len(tag) == 4 || propOfField(value) // meta, RDFa
	case "typeof":
		return value == "schema:Person"
	case "name", "charset", "http-equiv":
		return len(tag) == 4 // meta
	case "lang", "xml:lang":
		return len(tag) == 4 // html
	case "type", "encoding":
		return len(tag) > 4 // input, script, annotation-xml
	case "start":
		return len(tag) == 2 // ol
	case "style":
		return strings.Contains(value, "none") || strings.Contains(value, "hidden") || tag == "span" && strings.Contains(value, "display")
	}
	return strings.HasPrefix(name, "data-") && strings.HasSuffix(name, "id") &&
		(strings.Contains(name, "article") || strings.Contains(name, "news") || strings.Contains(name, "story") || strings.Contains(name, "node") || strings.Contains(name, "post"))
}

// withinPage reports whether an address leads to a place of the same page, or a
// script makes something of it.
func withinPage(href string) bool {
	return href == "" || href[0] == '#' || len(href) > 11 && href[:11] == "javascript:"
}

// propOfField reports whether a property of RDFa is an author or a date.
func propOfField(prop string) bool {
	for _, w := range [...]string{"author", "creator", "date", "created", "published", "modified"} {
		if strings.Contains(prop, w) {
			return true
		}
	}
	return false
}

// PersonAddress reports whether an address is that of a person's page.
func PersonAddress(href string) bool {
	for i := range len(href) {
		switch href[i] { // the rarest letter of each word
		case 'u':
			if isAt(href, i-1, "author") || isAt(href, i-1, "autor") || isAt(href, i-3, "columnist") {
				return true
			}
		case 'f':
			if isAt(href, i-3, "profile") || isAt(href, i-3, "staff") {
				return true
			}
		case 'p':
			if isAt(href, i, "people") || isAt(href, i-2, "reporter") {
				return true
			}
		case 'b':
			if isAt(href, i-6, "contributor") || isAt(href, i-1, "/by/") {
				return true
			}
		case 'w':
			if isAt(href, i, "writer") {
				return true
			}
		case 'j':
			if isAt(href, i, "journalist") {
				return true
			}
		}
	}
	return false
}

// isAt reports whether word stands at s[i:].
func isAt(s string, i int, word string) bool {
	return i >= 0 && len(s)-i >= len(word) && s[i:i+len(word)] == word
}

// mentionsLD reports whether a script's type is that of JSON-LD.
func mentionsLD(typ string) bool {
	return strings.Contains(typ, "json") && strings.Contains(typ, "ld")
}

func hasUpper(s string) bool {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}
