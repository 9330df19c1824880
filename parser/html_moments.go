package parser

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// moments are the times that a page states.
type moments struct {
	d      *page
	order  func() timestamp.Order // shownOrder, once it is needed
	found  []moment
	doubts []Warning // about dates near the headline that could not be read
}

// publishedTags and modifiedTags are the meta elements that hold dates, with
// the weight of their word.
var publishedTags = map[string]int{
	"article:published_time": 10, "article:published": 10, "og:published_time": 9, "og:article:published_time": 9, "datepublished": 9, "date_published": 8,
	"parsely-pub-date": 9, "sailthru.date": 8, "dc.date.issued": 8, "dcterms.issued": 8, "dcterms.created": 7, "dc.date": 7,
	"dc.date.created": 7, "dc.created": 7, "citation_publication_date": 8, "citation_date": 7, "citation_online_date": 7,
	"article.published": 9, "article_date_original": 9, "pubdate": 8, "publish-date": 8, "publish_date": 8, "publishdate": 8,
	"published_time": 8, "publication_date": 8, "originalpublicationdate": 8, "article.created": 7, "cxenseparse:recs:publishtime": 8,
	"bt:pubdate": 8, "ptime": 7, "date": 5, "created": 5, "rnews:datepublished": 8, "displaydate": 6, "artpubdate": 8,
	"cxenseparse:publishtime": 8, "publisheddate": 8, "pub_date": 8, "article:create_at": 6, "weibo:article:create_at": 8,
}

var modifiedTags = map[string]int{
	"article:modified_time": 8, "og:article:modified_time": 8, "og:updated_time": 6, "datemodified": 8, "last-modified": 5, "dcterms.modified": 7,
	"dc.date.modified": 7, "article:modified": 8, "lastmod": 6, "weibo:article:update_at": 7, "revised": 5, "modified": 5,
}

// moments collects the times of the page, and doubts about its dates.
func (d *page) moments() ([]moment, []Warning) {
	c := &moments{d: d, order: sync.OnceValue(d.shownOrder)}
	for _, it := range d.meta.Items {
		w := 6
		if it.IsArticle() {
			w = 10
		}
		c.told(it.Published, "json-ld datePublished", Date, w)
		c.told(it.Modified, "json-ld dateModified", ModifiedDate, w)
	}
	for _, t := range d.meta.Tags {
		role, weight := roleOfTag(t.Name)
		c.told(t.Content, t.Name, role, weight)
	}
	for _, pt := range d.html.Points {
		if pt.Node.DataAtom == atom.Meta {
			c.metaPoint(pt.Node)
		} else {
			c.timePoint(pt)
		}
	}
	c.address()
	c.lines()
	c.updates()
	if !c.dated() {
		c.elsewhere()
	}
	if !c.dated() {
		c.dateline()
	}
	return c.found, c.doubts
}

// dated reports whether a time of publication is found that has some weight.
func (c *moments) dated() bool {
	return slices.ContainsFunc(c.found, func(m moment) bool { return m.role == Date && m.weight > 1 })
}

// dateline takes the date of the dateline that the text begins with.
func (c *moments) dateline() {
	d := c.d
	if d.first > d.last {
		return
	}
	s := clip(d.texts[d.first], textStart)
	ts, _ := timestamp.Find(s, d.dateOptions())
	if agency, ok := inDateline(s, ts); ok && agency {
		c.add(moment{ts: ts, role: Date, source: "dateline", weight: 3, block: -1, told: true})
	}
}

// roleOfTag is what the date in a meta element is, by its name, and the weight
// of its word; 0 when the name speaks of none.
func roleOfTag(name string) (Role, int) {
	if w := publishedTags[name]; w > 0 {
		return Date, w
	}
	if w := modifiedTags[name]; w > 0 {
		return ModifiedDate, w
	}
	switch {
	case !strings.Contains(name, "publish"):
		return NoRole, 0
	case strings.Contains(name, "date"), strings.HasSuffix(name, "published"):
		return Date, 7
	case strings.Contains(name, "time"):
		return Date, 5
	}
	return NoRole, 0
}

// told adds a time of the page's metadata.
func (c *moments) told(s, source string, role Role, weight int) {
	if s != "" && len(s) <= maxDateLine && weight > 0 {
		c.add(moment{ts: c.d.timeIn(s), role: role, source: source, weight: weight, block: -1, told: true})
	}
}

func (c *moments) add(m moment) {
	if m.weight > 0 && !m.ts.IsZero() && m.ts.Time.Year() > 1970 && len(c.found) < mostCandidates {
		if m.ts.Precision < timestamp.Day {
			m.weight = (m.weight + 1) / 2
		}
		c.found = append(c.found, m)
	}
}

func (d *page) timeIn(s string) timestamp.Timestamp {
	ts, _ := timestamp.Parse(s, d.dateOptions())
	if ts.IsZero() {
		ts, _ = timestamp.Find(s, d.dateOptions())
	}
	return ts
}

// metaPoint reads a meta element that stands in the text, as microdata has it.
func (c *moments) metaPoint(n *html.Node) {
	prop, value := datesOf(n)
	switch {
	case strings.Contains(prop, "datemodified"):
		c.told(value, "<meta> "+prop, ModifiedDate, 8)
	case strings.Contains(prop, "datepublished"):
		c.told(value, "<meta> "+prop, Date, 9)
	}
}

// datesOf are the itemprop of an element, in lower case, and the value that it
// states for it.
func datesOf(n *html.Node) (prop, value string) {
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop", "property":
			prop = strings.ToLower(a.Val)
		case "class":
			if prop == "" {
				prop = hAtom(n, a.Val)
			}
		case "title":
			if n.DataAtom == atom.Abbr {
				value = a.Val
			}
		case "datetime", "content":
			value = a.Val
		}
	}
	return prop, value
}

// hAtom is the property that the class of a time states: WordPress and Blogger
// write "published" and "updated". An "entry-date" that is "updated" only is
// that of publication in many themes.
func hAtom(n *html.Node, class string) string {
	if n.DataAtom != atom.Time && n.DataAtom != atom.Abbr {
		return ""
	}
	published, updated := false, false
	for w := range strings.FieldsSeq(class) {
		published = published || w == "published" || w == "entry-date"
		updated = updated || w == "updated"
	}
	switch {
	case published && !updated:
		return "datepublished"
	case updated && !published:
		return "datemodified"
	}
	return ""
}

// timePoint reads a time element or an element with a date as itemprop.
func (c *moments) timePoint(pt htmlpage.Point) {
	n, elem, block := pt.Node, pt.Elem, pt.Block
	prop, value := datesOf(n)
	if block >= len(c.d.texts) {
		block = -1
	}
	m := moment{role: Date, block: block, weight: c.d.nearness(block)}
	switch {
	case strings.Contains(prop, "datepublished"), strings.Contains(prop, "dc:date"):
		m.told, m.weight = true, min(9, m.weight)
		if m.weight == belowBody && !c.d.classSays(elem, "comment") {
			m.weight = 6 // the foot of a post of Blogger states its time
		}
	case strings.Contains(prop, "datemodified"):
		m.role, m.told, m.weight = ModifiedDate, true, min(8, m.weight)
	case n.DataAtom != atom.Time:
		return
	case block >= 0 && c.d.updated(block):
		m.role, m.told = ModifiedDate, true
	}
	if value == "" && block >= 0 {
		value = strings.Join(textsOf(n), " ") // day and time may stand in elements of their own
	}
	if len(value) <= maxDateLine {
		m.ts, m.source = c.d.timeIn(value), strings.TrimSpace("<"+n.Data+"> "+prop)
		c.add(m)
	}
}

// address adds the day in the path of the page's own address, as in
// /2019/10/03/ or /2019/oct/03/: content systems put the day of publication
// there.
func (c *moments) address() {
	for _, s := range [...]string{c.d.art.URL, c.d.meta.Canonical, c.d.meta.Tag("og:url")} {
		if day := dayInPath(s); day != "" {
			c.told(day, "address", Date, 5)
			return
		}
	}
}

// dayInPath is the day that three segments of an address's path name, year
// first, with spaces between them; "" when there is none.
func dayInPath(address string) string {
	u, err := url.Parse(address)
	if err != nil || !looksLikeURL(address) {
		return ""
	}
	parts := strings.Split(u.Path, "/")
	for i := 0; i+2 < len(parts); i++ {
		y, m, d := parts[i], parts[i+1], parts[i+2]
		switch {
		case len(y) != 4 || !allDigits(y) || y < "1990" || y > "2100" || !allDigits(d):
		case allDigits(m):
			return y + "-" + m + "-" + d
		default:
			return d + " " + m + " " + y
		}
	}
	return ""
}
