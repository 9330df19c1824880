package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
)

// markedWriters finds the names that stand in elements which the markup says
// to be of the author: itemprop or property "author", rel=author, the classes
// of hCard and of bylines.
func (d *page) markedWriters(add func(names []string, source string, weight, block int)) {
	of := writer{block: -1}
	for i := range d.html.Elems {
		e := &d.html.Elems[i]
		block, last := e.Bounds()
		if last > block+1 || !d.atEdge(block, 6, 8) && !(hCard(e.Class) && d.atEdge(block, 6, farCard) && d.inArticle(block)) || e.Node == nil || len(d.texts[block]) > 2*maxNames {
			continue
		}
		source, w := authorMark(e.Node)
		if w == 0 && e.Class == "name" && authorClass(d.html.Elems[e.Parent].Class) {
			source, w = "class of author", 5
		}
		if w == 0 || d.html.Blocks[block].Flags&htmlpage.InCaption != 0 || d.classSays(int32(i), "comment") || d.isOneOfMany(block) {
			continue
		}
		name := d.nameIn(e.Node)
		if name == "" || !looksLikeNames(name) && !(countWords(name, 2) == 1 && (w == 7 || source == userClass || hCard(e.Class))) || countWords(name, 7) > 6 || strings.ContainsAny(name, "0123456789?!:") {
			continue
		}
		apart := w == 3 || source != of.source || block != of.block // who is linked to may be another one than the writers
		if w == 3 && block < d.first && block > d.title && personal(name) {
			w = 5
		}
		if apart {
			add(of.names, of.source, of.weight, of.block)
			of = writer{source: source, block: block}
		}
		if names := splitNames(name); len(names) > 0 && !slices.ContainsFunc(of.names, func(n string) bool { return sameWords(n, names[0]) }) {
			of.names, of.weight = append(of.names, names...), w
		}
	}
	add(of.names, of.source, of.weight, of.block)
}

// farCard is how many blocks behind the text a card of the author may stand in the element
// of the article, below boxes of other stories.
const farCard = 40

// inArticle reports whether a block is in the article element of the headline.
func (d *page) inArticle(block int) bool {
	if d.title < 0 {
		return false
	}
	own := d.articleOf(d.title)
	return own >= 0 && d.articleOf(block) == own
}

// signed finds the name with which a text ends, set apart by its letters or an initial: it is
// the last block of the body or stands behind it.
func (d *page) signed(add func(names []string, source string, weight, block int)) {
	if i := d.last; i >= d.first && strings.HasSuffix(d.texts[i], ")") { // "(Agency - author: Jane Roe, editor: John Doe)"
		add(splitNames(d.labelledName(d.texts[i][strings.LastIndexByte(d.texts[i], '(')+1:])), "name behind the text", 3, i)
	}
	for i := max(1, d.last); i <= min(d.last+1, len(d.marks)-1) && d.first <= d.last; i++ {
		if d.isSignature(i) {
			add([]string{d.texts[i]}, "name below the text", 3, i)
		}
	}
}

func (d *page) isSignature(i int) bool {
	b, s := &d.html.Blocks[i], d.texts[i]
	switch d.html.Elems[b.Elem].Tag {
	case atom.Strong, atom.B, atom.Em, atom.I:
	default: // a name with an initial
		if _, n := utf8.DecodeRuneInString(s); !strings.HasPrefix(s[n:], ". ") {
			return false
		}
	}
	return b.Flags&(htmlpage.InList|htmlpage.InTable|htmlpage.InQuote|htmlpage.InLink) == 0 && personal(s) && !d.p.rules.Knows(s) && d.isBody(i-1) && endsSentence(d.texts[i-1])
}

// authorMark is what an element says about its text being the author, and the
// weight of its word.
func authorMark(n *html.Node) (source string, weight int) {
	for _, a := range n.Attr {
		switch {
		case (a.Key == "itemprop" || a.Key == "property") && authorProps[strings.ToLower(a.Val)]:
			return "<" + n.Data + "> " + a.Val, 7
		case a.Key == "typeof" && a.Val == "schema:Person": // Drupal
			source, weight = "typeof schema:Person", 5
		case a.Key == "rel" && a.Val == "author":
			source, weight = "rel=author", 6
		case a.Key == "class" && weight == 0 && strings.HasPrefix(a.Val, userClass):
			source, weight = userClass, 4
		case a.Key == "class" && weight < 5 && authorClass(a.Val):
			source, weight = "class of author", 5
		case a.Key == "href" && weight == 0 && htmlpage.PersonAddress(a.Val):
			source, weight = "link to a person", 3
		}
	}
	return source, weight
}

// hCard reports whether a class is that of the name in an hCard, or of the card
// of an author. Such a name may be that of a user.
func hCard(class string) bool {
	fn, card, author := false, false, false
	for w := range strings.FieldsSeq(class) {
		fn, card, author = fn || w == "fn", card || w == "vcard", author || w == "author"
	}
	return fn || card && author
}

// userClass begins the class of the names of those who write in a forum.
const userClass = "username"

var authorProps = map[string]bool{"author": true, "creator": true, "schema:author": true, "schema:creator": true, "dc:creator": true, "dcterms:creator": true}

// authorClass reports whether a class is that of an author's name, rather than
// of what else is told of authors.
func authorClass(class string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(class)) {
		if w == "fn" || w == "auth" || w == "by" || slices.ContainsFunc(writerWords, func(s string) bool { return strings.Contains(w, s) }) && !slices.ContainsFunc(besideName, func(s string) bool { return strings.Contains(w, s) }) {
			return true
		}
	}
	return false
}

// nameIn is the name in an element of an author: all of its text, what stands
// behind a label in it, or what it calls a name; "" when it holds more.
func (d *page) nameIn(n *html.Node) string {
	texts := textsOf(n)
	if named := findProp(n, "name"); named != nil {
		texts = textsOf(named)
	}
	if len(texts) == 2 {
		switch {
		case d.isByline(texts[0]):
			texts = texts[1:]
		case strings.Contains(texts[1], "@"), strings.HasSuffix(texts[0], ",") && !looksLikeNames(texts[1]): // a paper in quotation marks
			texts = texts[:1]
		}
	}
	if len(texts) != 1 {
		return ""
	}
	name, _, dated := d.byline(texts[0])
	if dated {
		return ""
	}
	if i := strings.LastIndexByte(name, ' '); len(name)-i > 5 {
		name = strings.TrimSuffix(name, ".") // the end of "Written by Jane Roe."
	}
	return name
}

// isByline reports whether s is the label of a byline and nothing else.
func (d *page) isByline(s string) bool {
	m, ok := d.p.rules.Label(s)
	return ok && roleOf[m.Role] == Byline && m.Value == ""
}

// maxTexts bounds the texts of an element that are looked at.
const maxTexts = 4

// textsOf are the first texts in an element that are more than white space and signs.
func textsOf(n *html.Node) (out []string) {
	for c := range n.Descendants() {
		if c.Type != html.TextNode {
			continue
		}
		if s := strings.Join(strings.Fields(htmlpage.Clean(c.Data)), " "); hasWord(s) {
			if out = append(out, s); len(out) == maxTexts {
				break
			}
		}
	}
	return out
}

// findProp is the first element in n with an itemprop, nil when there is none.
func findProp(n *html.Node, prop string) *html.Node {
	for c := range n.Descendants() {
		if slices.Contains(c.Attr, html.Attribute{Key: "itemprop", Val: prop}) {
			return c
		}
	}
	return nil
}
