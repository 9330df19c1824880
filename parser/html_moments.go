package parser

import (
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// moments are the times that a page states.
type moments struct {
	d      *page
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
	c := &moments{d: d}
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
		}
	}
	for _, pt := range d.html.Points {
		if pt.Node.DataAtom != atom.Meta {
			c.timePoint(pt)
		}
	}
	c.address()
	c.lines()
	c.updates()
	c.elsewhere()
	return c.found, c.doubts
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
	if s != "" && weight > 0 {
		c.add(moment{ts: c.d.timeIn(s), role: role, source: source, weight: weight, block: -1, told: true})
	}
}

func (c *moments) add(m moment) {
	if m.weight > 0 && !m.ts.IsZero() && m.ts.Time.Year() > 1970 && len(c.found) < mostCandidates {
		if m.ts.Precision < timestamp.Day {
			if m.weight = (m.weight + 1) / 2; m.weight < 2 && !m.told {
				return
			}
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

// updates takes the dates that the page shows without a word for those of an
// update where its metadata call that day the day of the last change, and
// another one the day of publication.
func (c *moments) updates() {
	for i := range c.found {
		m := &c.found[i]
		if !m.told && m.role == Date && c.states(m.ts, ModifiedDate) && !c.states(m.ts, Date) {
			m.role = ModifiedDate
		}
	}
}

// states reports whether the metadata state the day of a time as that of a role.
func (c *moments) states(ts timestamp.Timestamp, role Role) bool {
	for i := range c.found {
		if m := &c.found[i]; m.block < 0 && m.role == role && sameDay(m.ts, ts) {
			return true
		}
	}
	return false
}

// metaPoint reads a meta element that stands in the text, as microdata has it.
func (c *moments) metaPoint(n *html.Node) {
	prop, value := datesOf(n)
	switch {
	case len(value) > maxDateLine:
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
			if value == "" && n.DataAtom == atom.Abbr {
				value = a.Val
			}
		case "datetime", "content":
			if value == "" || a.Key == "datetime" {
				value = a.Val
			}
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
		updated = updated || w == "updated" || w == "modified"
	}
	switch {
	case published && !updated, published && n.DataAtom == atom.Abbr:
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
	case strings.Contains(prop, "datepublished"), strings.Contains(prop, "dc:date"), strings.Contains(prop, "dc:created"):
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
		value = c.d.texts[block]
	}
	if len(value) <= maxDateLine {
		m.ts, m.source = c.d.timeIn(value), strings.TrimSpace("<"+n.Data+"> "+prop)
		c.add(m)
	}
}

// lines reads the dates that are shown around the headline and below the text.
func (c *moments) lines() {
	d := c.d
	for i := range d.edge(8, 6) {
		s := d.texts[i]
		if longer(s, maxDateLine) || d.isBody(i) && !timestamp.IsDateLine(s) {
			continue
		}
		ts, problem := timestamp.Find(s, d.dateOptions())
		if problem == timestamp.Ambiguous {
			ts = c.ordered(s, i)
		}
		if ts.IsZero() {
			c.doubt(s, problem, d.nearness(i))
			continue
		}
		m := moment{ts: c.settle(ts), role: d.roleAt(i, ts.Start), source: "shown", weight: d.nearness(i), block: i}
		switch {
		case m.role == Date:
			m.weight += 3
			m.told = true
		case m.role == ModifiedDate:
			m.told = true
		case timestamp.IsDateLine(s):
			m.role = Date
		default:
			m.role = Date
			m.weight -= 2
			if l, ok := d.p.rules.Label(s); ok && roleOf[l.Role] != Byline {
				m.weight -= 3
			}
		}
		if i == d.title { // what it is about
			m.weight = inHeadline
		}
		c.add(m)
		c.more(s, m)
	}
}

// inHeadline is the weight of a date in the headline.
const inHeadline = 2

// more adds the labelled dates behind the first one of a line.
func (c *moments) more(s string, m moment) {
	ts := m.ts
	for at := ts.Start + len(ts.Raw); at < len(s); at += ts.Start + len(ts.Raw) {
		if ts, _ = timestamp.Find(s[at:], c.d.dateOptions()); ts.IsZero() {
			return
		}
		if m.role = c.d.dateLabel(s[at:], ts.Start); m.role != NoRole {
			m.ts, m.told = ts, true
			c.add(m)
		}
	}
}

// ordered reads the ambiguous date of a block in the order in which it is a
// day that the metadata or the markup around it state, or else in that which
// the other dates of the page prove; the zero value when nothing helps.
func (c *moments) ordered(s string, block int) (ts timestamp.Timestamp) {
	o := c.d.dateOptions()
	for _, o.Order = range [...]timestamp.Order{timestamp.DMY, timestamp.MDY} {
		if ts, _ = timestamp.Find(s, o); !ts.IsZero() && (c.states(ts, Date) || c.states(ts, ModifiedDate) || c.marks(ts, block)) {
			return ts
		}
	}
	if o.Order = c.d.shownOrder(); o.Order == timestamp.NoOrder {
		return timestamp.Timestamp{}
	}
	ts, _ = timestamp.Find(s, o)
	return ts
}

// shownOrder is the order of day and month that short texts of the page prove,
// if they agree.
func (d *page) shownOrder() timestamp.Order {
	var p proof
	for i, s := range d.texts {
		if hasDigit(s) && !d.isBody(i) && !longer(s, maxDateLine) {
			p.add(timestamp.OrderProof(s))
		}
	}
	return p.order
}

// marks reports whether an element of a block states the day of a time.
func (c *moments) marks(ts timestamp.Timestamp, block int) bool {
	for i := range c.found {
		if m := &c.found[i]; m.block == block && sameDay(m.ts, ts) {
			return true
		}
	}
	return false
}

// doubt notes a date near the headline that could not be read.
func (c *moments) doubt(s string, problem timestamp.Problem, nearness int) {
	switch {
	case nearness < 9:
	case problem == timestamp.Ambiguous:
		c.doubts = append(c.doubts, Warning{"ambiguous-timestamp", "day and month cannot be told apart (--date-order decides): " + s, Unknown})
	case problem == timestamp.Impossible:
		c.doubts = append(c.doubts, Warning{"impossible-timestamp", "there is no such date: " + s, Unknown})
	}
}

// settle changes day and month of a date of three numbers when the metadata
// state that day, and not the one read.
func (c *moments) settle(ts timestamp.Timestamp) timestamp.Timestamp {
	t := ts.Time
	if ts.Precision < timestamp.Day || t.Day() > 12 || strings.IndexFunc(ts.Raw, unicode.IsLetter) >= 0 || c.states(ts, Date) || c.states(ts, ModifiedDate) {
		return ts
	}
	other := ts
	other.Time = time.Date(t.Year(), time.Month(t.Day()), int(t.Month()), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	if c.states(other, Date) || c.states(other, ModifiedDate) {
		return other
	}
	return ts
}
