package main

import (
	_ "embed"
	"fmt"
	"html"
	"strings"

	"unscrape/parser/internal/compose"
)

//go:embed parts.txt
var partsFile string

// parts are usual class names by the part of the page that they stand for.
var parts = func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(partsFile) {
		if part, names, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			m[part] = strings.Fields(names)
		}
	}
	return m
}()

// A theme is how the markup of a page is written. The same part has the same
// markup all over the page.
type theme struct {
	naming    naming
	elements  bool // with nav, article, figure
	table     bool // columns are cells
	bare      bool // stories in lists and comments have no elements of their own
	flat      int  // in so many of a hundred cases a part has no element of its own
	deep      int  // how many elements more may be around a part
	paragraph int  // style of paragraphs, see composer.paragraph
	other     int  // another style, of so many of a hundred paragraphs
	mixed     int
	first     int // style of the first one, as other ones when it is less than 0
	list      int // style of lists of links, see composer.links
	label     int // style of headings over boxes, see composer.label
	headline  int // the same of the page's own headline
	under     int // the same of headings within the text
	small     int // style of single lines
	teaser    int // style of lists of stories
	prefix    string
	attrs     map[string]string // by part
}

// naming is how class names are made.
type naming int

const (
	usual   naming = iota
	hashed         // as scripts make them
	utility        // of looks, not of parts
	nameless
)

func newTheme(d *compose.Draw) theme {
	t := theme{
		naming:    naming(d.Next(4)),
		elements:  d.Often(45),
		table:     d.Often(20),
		bare:      d.Often(25),
		flat:      []int{0, 10, 40, 85}[d.Next(4)],
		deep:      d.Next(4),
		paragraph: []int{0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6}[d.Next(11)],
		other:     d.Next(8),
		mixed:     []int{0, 0, 0, 0, 10, 25, 50}[d.Next(7)],
		first:     []int{-1, -1, -1, -1, -1, -1, 1, 3, 7, 8}[d.Next(10)],
		list:      d.Next(8),
		label:     d.Next(7),
		headline:  []int{0, 0, 0, 0, 1, 3, 4, 6}[d.Next(8)],
		under:     d.Next(10),
		small:     d.Next(5),
		teaser:    d.Next(6),
		prefix:    []string{"", "", "", "td-", "c-", "the-", "js-", "news__", "m_"}[d.Next(9)],
		attrs:     map[string]string{},
	}
	if t.paragraph == 2 && d.Often(60) {
		t.under = 5 // lines as well
	}
	return t
}

// elementOf are the elements that tell what a part is.
var elementOf = map[string]string{
	"nav": "nav", "top": "header", "bottom": "footer", "main": "main", "side": "aside", "article": "article", "picture": "figure",
	"caption": "figcaption", "date": "time", "box": "section", "related": "section", "teaser": "article", "comment": "article", "bio": "aside", "inset": "aside",
}

// attrsOf are the attributes of a part's element.
func (c *composer) attrsOf(part string) string {
	a, ok := c.attrs[part]
	if !ok {
		kind := c.naming
		if c.Often(12) {
			kind = naming(c.Next(4))
		}
		if a = c.names(kind, part); a != "" {
			key := "class"
			if c.Often(15) && part != "teaser" && part != "comment" {
				key = "id"
			}
			a = fmt.Sprintf(` %s="%s"`, key, a)
		}
		c.attrs[part] = a
	}
	return a
}

var looks = strings.Fields("flex grid block mt-4 mb-2 px-4 py-8 text-sm text-lg text-xl font-bold font-semibold leading-6 w-full md:w-1/2 col-8 col-md-4 " +
	"gap-2 items-center rounded border-b bg-white text-gray-600 relative overflow-hidden d-flex p-3 small bold left right f12 f14 w300 cl")

func (c *composer) names(kind naming, part string) string {
	switch kind {
	case usual:
		s := c.prefix + pick(c, parts[part])
		if c.Often(25) {
			s += " " + pick(c, parts[part])
		}
		return s
	case hashed:
		n := c.Next(1 << 24)
		return []string{fmt.Sprintf("css-%06x", n), fmt.Sprintf("sc-%05x-%d", n>>4, n%3), fmt.Sprintf("_%06x_%d", n, n%90), fmt.Sprintf("x%x y%x", n%4096, n>>12)}[c.prefixed()]
	case utility:
		var s []string
		for range 1 + c.Next(4) {
			s = append(s, pick(c, looks))
		}
		return strings.Join(s, " ")
	}
	return ""
}

// prefixed is a number from 0 to 3 that is the same all over a page.
func (c *composer) prefixed() int { return (len(c.prefix) + c.deep) % 4 }

func pick[T any](c *composer, list []T) T { return list[c.Next(len(list))] }

// tagOf is the element for a part.
func (c *composer) tagOf(part string) string {
	if tag := elementOf[part]; tag != "" && c.elements {
		return tag
	}
	return "div"
}

func (c *composer) open(tag, attrs string) { fmt.Fprintf(c, "<%s%s>", tag, attrs) }

func (c *composer) close(tag string) { fmt.Fprintf(c, "</%s>\n", tag) }

// in writes an element around what inside writes.
func (c *composer) in(tag, attrs string, inside func()) {
	c.open(tag, attrs)
	inside()
	c.close(tag)
}

// part writes an element for a part of the page, with others around it or none at
// all, as the theme wants.
func (c *composer) part(name string, inside func()) {
	alike := name == "teaser" || name == "comment" // all of them
	if alike && c.bare || c.Often(c.flat) && !alike && name != "page" && name != "row" {
		inside()
		return
	}
	more := 0
	if !alike && c.Often(40) {
		more = c.Next(c.deep + 1)
	}
	for k := range more {
		c.open("div", c.attrsOf(fmt.Sprint("row", k)))
	}
	c.in(c.tagOf(name), c.attrsOf(name), inside)
	for range more {
		c.close("div")
	}
}

// say writes a text.
func (c *composer) say(s string) { c.WriteString(html.EscapeString(s)) }

// link writes a link.
func (c *composer) link(s, attrs string) {
	fmt.Fprintf(c, `<a%s href="%s">`, attrs, c.address())
	c.say(s)
	c.WriteString("</a>")
}

func (c *composer) address() string {
	return fmt.Sprintf([]string{"/%d", "/news/%d.html", "https://www.zeitung.example/%d/", "/?p=%d"}[c.prefixed()], c.Next(100000))
}
