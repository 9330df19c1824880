package htmlpage

import (
	"cmp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Meta is what the markup of a page says about its article, as written.
type Meta struct {
	Tags      []Tag      // meta elements, in order
	Items     []*Item    // JSON-LD
	Questions []Question // that the page answers, by JSON-LD
	Title     string     // of the title element
	Headings  []string   // h1 that are shown, in order, those left out that are links to the front page
	Canonical string     // address by link rel=canonical
	Short     string     // address by link rel=shortlink
	Language  string     // of the html element
	Site      string     // name of the site

	front string // text of an h1 that is a link to the front page
}

// A Tag is a meta element: its name, property or itemprop in lower case, and
// its content.
type Tag struct{ Name, Content string }

// Tag is the content of the first meta element with one of the names, in the
// order of the names.
func (m *Meta) Tag(names ...string) string {
	for _, n := range names {
		for _, t := range m.Tags {
			if t.Name == n {
				return t.Content
			}
		}
	}
	return ""
}

// Meta collects what the markup says.
func (p *Page) Meta() Meta {
	m := Meta{}
	if p.Root != nil {
		for c := p.Root.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Html {
				m.Language = goquery.NewDocumentFromNode(c).AttrOr("lang", "")
			}
		}
	}
	for _, pt := range p.Points {
		m.see(p, pt)
	}
	m.Items, m.Questions = items(append(p.LD[:len(p.LD):len(p.LD)], m.described()...))
	m.Site = m.Tag("og:site_name", "application-name", "twitter:app:name:iphone")
	for _, it := range m.Items {
		m.Site = cmp.Or(m.Site, it.Publisher)
	}
	m.Site = cmp.Or(m.Site, m.front)
	return m
}

func (m *Meta) see(p *Page, pt Point) {
	switch pt.Node.DataAtom {
	case atom.Meta:
		m.tag(pt.Node)
	case atom.Title:
		if m.Title == "" && p.Elems[pt.Elem].Tag == atom.Head {
			m.Title = fold(Clean(goquery.NewDocumentFromNode(pt.Node).Text()))
		}
	case atom.H1:
		if p.Elems[pt.Elem].Flags&(Unseen|HiddenAttr) == 0 {
			switch t := fold(Clean(string(appendText(nil, pt.Node)))); {
			case t == "":
			case linksFront(pt.Node):
				m.front = t
			default:
				m.Headings = append(m.Headings, t)
			}
		}
	case atom.Link:
		switch rel := attr(pt.Node, "rel"); {
		case rel == "canonical" && m.Canonical == "":
			m.Canonical = strings.TrimSpace(attr(pt.Node, "href"))
		case rel == "shortlink" && m.Short == "":
			m.Short = strings.TrimSpace(attr(pt.Node, "href"))
		}
	}
}

// appendText adds the text in n, with a space where a line or a block ends.
func appendText(out []byte, n *html.Node) []byte {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch how := displayOf(c.DataAtom); {
		case c.Type == html.TextNode:
			out = append(out, c.Data...)
		case how == skipped:
		case how == inline:
			out = appendText(out, c)
		default:
			out = append(appendText(append(out, ' '), c), ' ')
		}
	}
	return out
}

// linksFront reports whether a heading is in a link to a site's front page, or
// holds one.
func linksFront(n *html.Node) bool {
	if up := n.Parent; up != nil && up.DataAtom == atom.A {
		return isFront(attr(up, "href"))
	}
	a := goquery.NewDocumentFromNode(n).Find("a").First()
	return a.Length() > 0 && isFront(a.AttrOr("href", ""))
}

// isFront reports whether an address has no path.
func isFront(address string) bool {
	_, rest, absolute := strings.Cut(address, "://")
	if !absolute {
		return address == "/"
	}
	i := strings.IndexAny(rest, "/?#")
	return rest != "" && (i < 0 || rest[i:] == "/")
}

func (m *Meta) tag(n *html.Node) {
	content := fold(attr(n, "content"))
	if content == "" {
		return
	}
	for _, a := range n.Attr {
		if a.Key == "name" || a.Key == "property" || a.Key == "itemprop" || a.Key == "http-equiv" {
			m.Tags = append(m.Tags, Tag{strings.ToLower(a.Val), content})
		}
	}
}

// described is the JSON-LD that stands in meta elements rather than in scripts.
func (m *Meta) described() (out []string) {
	for _, t := range m.Tags {
		if strings.HasSuffix(t.Name, "ld+json") {
			out = append(out, t.Content)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// fold trims white space and makes runs of it one space.
func fold(s string) string {
	return strings.Join(strings.Fields(directionMarks.Replace(s)), " ")
}

var directionMarks = strings.NewReplacer("\u200e", "", "\u200f", "", "\u061c", "")

// Evidence is what the judge takes from the metadata.
func (m *Meta) Evidence() Evidence {
	ev := Evidence{Description: m.Tag("og:description", "description", "twitter:description")}
	add := func(s string) {
		if s != "" && len(ev.Titles) < maxTitles {
			ev.Titles = append(ev.Titles, s)
		}
	}
	add(m.Tag("og:title"))
	for _, it := range m.Items {
		if it.IsArticle() {
			add(it.Headline)
			if len(it.Body) > len(ev.Body) {
				ev.Body = it.Body
			}
		}
	}
	add(m.Title)
	ev.Authors, ev.Site = m.authors(), m.Site
	return ev
}

// maxAuthors and maxTitles bound the names and headlines that the judge looks for.
const (
	maxAuthors = 6
	maxTitles  = 50
)

// authors are the names of authors as JSON-LD and the plainest meta elements
// have them.
func (m *Meta) authors() []string {
	var out []string
	for _, it := range m.Items {
		if it.IsArticle() {
			out = append(out, it.Authors...)
		}
	}
	for _, t := range m.Tags {
		switch t.Name {
		case "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author":
			out = append(out, t.Content)
		}
	}
	return out[:min(maxAuthors, len(out))]
}
