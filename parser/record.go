package parser

import (
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
	fields := make(map[Role]bool)
	first, shared, foreign := true, false, false
	for start, end := range tags(head) {
		name := strings.ToLower(elementName(head[start:end]))
		if name == "" || isInline(name) {
			continue
		}
		known, role := atom.Lookup([]byte(name)), elementRoles[plainName(name)]
		if first {
			shared = known != 0
		}
		switch {
		case known == atom.Html:
			return false
		case !shared || known == 0 || known == atom.Article || role != NoRole:
		case first || !isLayout(name):
			return false
		}
		foreign = foreign || role == ID || role == Date || role == Byline
		if first && !shared {
			for a := range attributes(head[start:end]) {
				fields[elementRoles[a]] = true
			}
		} else {
			fields[role] = true
		}
		first = false
	}
	delete(fields, NoRole)
	return len(fields) > 1 && (foreign || !shared) && strings.Contains(text, "</")
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
				out = append(out, Block{Span: Span{pos, end}, Kind: Hidden, Reason: Reason{Why: whyMarkup}})
			}
			pos = end
		}
	}
	return out
}

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

// recordStarts are the blocks at which the records of a file begin: those of the
// outermost element that is there twice, of elements that announce no field.
// Within another element, such ones are sections unless they have a date, a
// number or an address.
func recordStarts(text string, blocks []Block) []int {
	var open openElements
	var names []string
	starts := make(map[string][]int)
	own := make(map[string]bool) // elements with fields that sections have not
	for i := range blocks {
		if blocks[i].Kind != Hidden {
			continue
		}
		tag := strings.TrimSpace(text[blocks[i].Span.Start:blocks[i].Span.End])
		name, ends := tagName(tag)
		if name = plainName(name); ends {
			if k := open.innermost(name); k >= 0 {
				open = open[:k]
			}
			continue
		}
		if name == "" || isLayout(name) || strings.HasSuffix(tag, "/>") {
			continue
		}
		switch role := elementRoles[name]; {
		case role == Date || role == ID || role == URL || name == datelineElement:
			for _, e := range open {
				own[e.name] = true
			}
		case role == NoRole && len(open) < recordDepth && !holdsText(blocks, i):
			if starts[name] == nil {
				names = append(names, name)
			}
			starts[name] = append(starts[name], i)
			own[name] = own[name] || len(open) == 0 || recordID(tag) != ""
		}
		open = open.with(element{name: name})
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
	i = notBlank(blocks, i+1)
	return i < len(blocks) && blocks[i].Kind == Body
}

// notBlank is the first block from i on that is not blank, len(blocks) when all are.
func notBlank(blocks []Block, i int) int {
	for i < len(blocks) && blocks[i].Kind == Blank {
		i++
	}
	return i
}
