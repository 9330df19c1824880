package parser

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// News corpora and exports mark their records up with elements of their own,
// one record or more in a file (the TREC and LDC collections, Reuters-21578):
//
//	<DOC id="4417093">
//	<HEADLINE>
//	The headline, on one line or more
//	</HEADLINE>
//	<DATE> March 14, 2020 </DATE>
//	<TEXT>
//	<P>
//	A paragraph, on one line or more
//	</P>
//	</TEXT>
//	</DOC>
//
// Their elements announce fields as labels do.

// elementRoles are what elements hold, by plainName.
var elementRoles = map[string]Role{
	"docno": ID, "docid": ID, "id": ID, "newid": ID, "newsid": ID, "articleid": ID, "guid": ID, "an": ID,
	"headline": Title, "hl": Title, "hed": Title, "head": Title, "heading": Title, "title": Title, "ttl": Title, "ti": Title,
	"doctitle": Title, "newstitle": Title, "articletitle": Title, "contenttitle": Title,
	"date": Date, "datetime": Date, "pubdate": Date, "publicationdate": Date, "publishdate": Date, "published": Date, "issued": Date,
	"publishedat": Date, "publishedon": Date, "publisheddate": Date, "datepublished": Date, "datepublish": Date, "datepublication": Date,
	"updated": ModifiedDate, "modified": ModifiedDate, "lastmodified": ModifiedDate,
	"byline": Byline, "by": Byline, "author": Byline, "authors": Byline, "creator": Byline, "writer": Byline,
	"url": URL, "docurl": URL, "link": URL, "articleurl": URL, "sourceurl": URL,
	"language": Language, "lang": Language,
	"text": BodyLabel, "body": BodyLabel, "content": BodyLabel, "fulltext": BodyLabel, "maintext": BodyLabel,
	"lead": BodyLabel, "leadpara": BodyLabel, "lp": BodyLabel, "story": BodyLabel, "encoded": BodyLabel,
}

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

// plainName is an element's name in lower case without the name's space and
// signs: "pubdate" for "dc:Pub_Date".
func plainName(s string) string {
	s = s[strings.LastIndexByte(s, ':')+1:]
	return strings.ToLower(nameSigns.Replace(s))
}

var nameSigns = strings.NewReplacer("_", "", "-", "", ".", "")

// recordHead is how much of a text, in bytes, tells whether it is records.
const recordHead = 4096

// isRecord reports whether text is records: it begins with an element that HTML
// does not know, and elements of two fields or more follow, but no web page. A
// record that begins with an element of HTML has fields that HTML does not know, and
// nothing else of HTML but what lays text out.
func isRecord(text string) bool {
	head := strings.TrimLeft(text[:min(len(text), 256)], " \t\r\n\f")
	if head == "" || head[0] != '<' {
		return false
	}
	head = text[:min(len(text), recordHead)]
	var found [OtherField + 1]bool
	fields, first := 0, true
	shared, foreign := false, false
	for from := 0; ; {
		start, end := nextElement(head, from)
		if start < 0 {
			return fields > 1 && (foreign || !shared) && strings.Contains(text, "</")
		}
		from = end
		name := elementName(head[start:end])
		if name == "" {
			continue
		}
		known := atom.Lookup([]byte(strings.ToLower(name)))
		role := elementRoles[plainName(name)]
		if first {
			shared = known != 0
			if !shared {
				for a := range attributes(head[start:end]) {
					if r := elementRoles[a]; r != NoRole && !found[r] {
						found[r] = true
						fields++
					}
				}
			}
		}
		switch {
		case known == atom.Html:
			return false
		case !shared || known == 0 || known == atom.Article || role != NoRole:
		case first || !isLayout(strings.ToLower(name)):
			return false
		}
		foreign = foreign || role == ID || role == Date || role == Byline
		if role != NoRole && !found[role] && (shared || !first) {
			found[role] = true
			fields++
		}
		first = false
	}
}

// nextElement finds the next tag of an element that is not inline, comment,
// declaration or mark of a section from a place on; start is -1 when there is
// none.
func nextElement(s string, from int) (start, end int) {
	for ; from < len(s); from = end {
		if start, end = nextTag(s, from); start < 0 {
			break
		}
		if name := strings.TrimPrefix(s[start:end], "</"); !isInline(strings.ToLower(strings.TrimPrefix(name[:nameEnd(name)], "<"))) {
			return start, end
		}
	}
	return -1, -1
}

// nextTag is nextElement for inline elements too.
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

// nameEnd is where the name of an element ends that a tag begins with.
func nameEnd(tag string) int {
	if n := strings.IndexAny(tag, " \t/>"); n >= 0 {
		return n
	}
	return len(tag)
}

// elementName is the name of the element that a start tag opens; "" for other
// tags.
func elementName(tag string) string {
	name := strings.TrimPrefix(tag, "<")
	if name = name[:nameEnd(name)]; name == tag || !opensTag(name) || name[0] == '!' || name[0] == '?' {
		return ""
	}
	return name
}

// cutElements makes blocks of their own of the tags of records.
func cutElements(text string, blocks []Block) []Block {
	out := make([]Block, 0, 2*len(blocks))
	for _, b := range blocks {
		if b.Kind == Blank {
			out = append(out, b)
			continue
		}
		line := text[:b.Span.End]
		for pos := b.Span.Start; pos < len(line); {
			start, end := nextElement(line, pos)
			if start < 0 {
				start, end = len(line), len(line)
			}
			for end := pos; end < start; { // at the ends of escaped paragraphs
				if k := strings.Index(line[end:start], escapedEnd); k >= 0 {
					end += k + len(escapedEnd)
				} else {
					end = start
				}
				if s := replaceTags(trimLineEnd(line[pos:end]), ""); strings.TrimSpace(s) != "" && !isControl(s) {
					out = append(out, Block{Span: Span{pos, end}, Kind: Body, Text: elementText(s)})
					pos = end
				}
			} // else it belongs to the tag behind it
			if strings.TrimSpace(line[end:]) == "" {
				end = len(line)
			}
			if pos < end {
				out = append(out, Block{Span: Span{pos, end}, Kind: Hidden, Reason: Reason{Why: "markup"}})
			}
			pos = end
		}
	}
	return out
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

// escapedEnd is the end of a paragraph of markup that stands in a record as text.
const escapedEnd = "&lt;/p&gt;"

// elementText is what a reader sees of s. Feeds have markup as text.
func elementText(s string) string {
	if s = cleanText(s); strings.Contains(s, "</") || strings.HasSuffix(s, "<br>") || strings.HasSuffix(s, "/>") {
		s = cleanText(replaceTags(s, " "))
	}
	return s
}

// isControl reports whether s is a reference to a control character, as Reuters
// has them about its texts.
func isControl(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == len("&#2;") && strings.HasPrefix(s, "&#") && s[3] == ';' && isASCIIDigit(rune(s[2]))
}

// replaceTags is s with another text for each tag.
func replaceTags(s, with string) string {
	var sb strings.Builder
	for {
		start, end := nextTag(s, 0)
		if start < 0 {
			break
		}
		sb.WriteString(s[:start])
		sb.WriteString(with)
		s = s[end:]
	}
	if sb.Len() == 0 {
		return s
	}
	sb.WriteString(s)
	return sb.String()
}

// recordStarts are the blocks at which the records of a file begin: those of the
// outermost element that is there twice, of elements that announce no field.
// Within another element, such ones are sections unless they have a date, a
// number or an address.
func recordStarts(text string, blocks []Block) []int {
	var open []string
	var names []string
	starts := make(map[string][]int)
	own := make(map[string]bool) // elements with fields that sections have not
	for i := range blocks {
		if blocks[i].Kind != Hidden {
			continue
		}
		tag := strings.TrimSpace(text[blocks[i].Span.Start:blocks[i].Span.End])
		if strings.HasPrefix(tag, "</") {
			if k := slices.Index(open, plainName(strings.TrimSuffix(tag[2:], ">"))); k >= 0 {
				open = open[:k]
			}
			continue
		}
		name := plainName(elementName(tag))
		if name == "" || isLayout(name) || strings.HasSuffix(tag, "/>") {
			continue
		}
		switch role := elementRoles[name]; {
		case role == Date || role == ID || role == URL || name == dateline:
			for _, o := range open {
				own[o] = true
			}
		case role == NoRole && len(open) < recordDepth && !holdsText(blocks, i):
			if starts[name] == nil {
				names = append(names, name)
			}
			starts[name] = append(starts[name], i)
			own[name] = own[name] || len(open) == 0 || recordID(tag) != ""
		}
		open = append(open, name)
	}
	for _, n := range names {
		if at := starts[n]; own[n] && (len(at) > 1 || n == "item" || n == "entry") { // those of feeds, with its own title above
			aboveRecords(blocks[:at[0]])
			at[0] = 0
			return at
		}
	}
	return []int{0}
}

// recordDepth is how many elements may be around records.
const recordDepth = 3

// aboveRecords marks what is said of all records of a file.
func aboveRecords(blocks []Block) {
	for i := range blocks {
		if b := &blocks[i]; b.Kind == Body {
			b.Kind, b.Reason.Why = Boilerplate, "above the first record"
		}
	}
}

// holdsText reports whether text follows the tag in block i rather than another
// element.
func holdsText(blocks []Block, i int) bool {
	for i++; i < len(blocks) && blocks[i].Kind == Blank; i++ {
	}
	return i < len(blocks) && blocks[i].Kind == Body
}
