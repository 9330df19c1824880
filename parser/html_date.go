package parser

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"unscrape/parser/timestamp"
)

// A moment is a candidate for the time of publication or of the last change.
type moment struct {
	ts     timestamp.Timestamp
	role   Role // Date or ModifiedDate
	source string
	weight int
	block  int // where it is shown, -1 when it is not
}

// publishedTags and modifiedTags are the meta elements that hold dates, with
// the weight of their word.
var publishedTags = map[string]int{
	"article:published_time": 10, "article:published": 10, "og:published_time": 9, "datepublished": 9, "date_published": 8,
	"parsely-pub-date": 9, "sailthru.date": 8, "dc.date.issued": 8, "dcterms.issued": 8, "dcterms.created": 7, "dc.date": 7,
	"dc.date.created": 7, "dc.created": 7, "citation_publication_date": 8, "citation_date": 7, "citation_online_date": 7,
	"article.published": 9, "article_date_original": 9, "pubdate": 8, "publish-date": 8, "publish_date": 8, "publishdate": 8,
	"published_time": 8, "publication_date": 8, "originalpublicationdate": 8, "article.created": 7, "cxenseparse:recs:publishtime": 8,
	"bt:pubdate": 8, "ptime": 7, "date": 5, "created": 5, "rnews:datepublished": 8, "displaydate": 6, "artpubdate": 8,
	"cxenseparse:publishtime": 8, "publisheddate": 8, "pub_date": 8, "article:create_at": 6, "weibo:article:create_at": 8,
}

var modifiedTags = map[string]int{
	"article:modified_time": 8, "og:updated_time": 6, "datemodified": 8, "last-modified": 5, "dcterms.modified": 7,
	"dc.date.modified": 7, "article:modified": 8, "lastmod": 6, "weibo:article:update_at": 7, "revised": 5, "modified": 5,
}

// chooseDate weighs the times that the page states. Those of the same day
// speak for one another; among them the most exact is taken.
func (d *page) chooseDate() {
	found := d.moments()
	if m := chooseMoment(found, Date); m != nil {
		d.art.Timestamp = m.ts
		d.dateFields(found, m)
	}
	if m := chooseMoment(found, ModifiedDate); m != nil {
		d.art.Modified = m.ts
		d.dateFields(found, m)
	}
	if d.art.Timestamp.IsZero() && !d.art.Modified.IsZero() {
		d.art.Timestamp = d.art.Modified
		d.art.Warnings = append(d.art.Warnings, Warning{"timestamp-of-update", "the page states the time of an update only", Unknown})
	}
}

// dateFields notes the winner in the ledger, and where the page shows its day.
func (d *page) dateFields(found []moment, m *moment) {
	shown := false
	for _, f := range found {
		if f.role == m.role && f.block >= 0 && f.weight > 1 && d.marks[f.block].kind == Boilerplate && sameDay(f.ts, m.ts) {
			d.set(f.block, Field, m.role, "date", f.source)
			shown = shown || f.block == m.block
		}
	}
	if !shown {
		d.fields = append(d.fields, Block{Span: Unknown, Text: m.ts.Raw, Kind: Field, Role: m.role, Reason: Reason{Why: "date", Detail: m.source}})
	}
}

func chooseMoment(found []moment, role Role) *moment {
	var best *moment
	most := 0
	for i := range found {
		m := &found[i]
		if m.role != role {
			continue
		}
		w := m.weight * 4
		for k := range found {
			if k != i && found[k].role == role && sameDay(m.ts, found[k].ts) {
				w += found[k].weight
			}
		}
		w += int(m.ts.Precision)
		if m.ts.Zone != timestamp.NoZone {
			w++
		}
		if w > most {
			best, most = m, w
		}
	}
	if best == nil {
		return nil
	}
	for i := range found { // the most exact of the same day
		m := &found[i]
		if m.role == role && sameDay(m.ts, best.ts) && m.weight >= 6 && (m.ts.Precision > best.ts.Precision ||
			m.ts.Precision == best.ts.Precision && best.ts.Zone == timestamp.NoZone && m.ts.Zone != timestamp.NoZone) {
			best = m
		}
	}
	return best
}

// sameDay reports whether two times may be of the same day where they were
// written: a zone may put one of them a day off.
func sameDay(a, b timestamp.Timestamp) bool {
	if a.Precision < timestamp.Day || b.Precision < timestamp.Day {
		return false
	}
	diff := a.Time.Sub(b.Time).Abs().Hours()
	if a.Precision == timestamp.Day && b.Precision == timestamp.Day {
		return diff < 1
	}
	ay, am, ad := a.Time.Date()
	by, bm, bd := b.Time.Date()
	return ay == by && am == bm && ad == bd || diff < 14
}

// moments collects the dates of the page.
func (d *page) moments() []moment {
	var found []moment
	add := func(s, source string, role Role, weight, block int) {
		if s == "" || weight <= 0 {
			return
		}
		ts, _ := timestamp.Parse(s, d.dateOptions())
		if ts.IsZero() {
			ts, _ = timestamp.Find(s, d.dateOptions())
		}
		if !ts.IsZero() && ts.Time.Year() > 1970 {
			found = append(found, moment{ts, role, source, weight, block})
		}
	}
	for i := range d.meta.Items {
		it := &d.meta.Items[i]
		w := 6
		if it.IsArticle() {
			w = 10
		}
		add(it.Published, "json-ld datePublished", Date, w, -1)
		add(it.Modified, "json-ld dateModified", ModifiedDate, w, -1)
	}
	for _, t := range d.meta.Tags {
		add(t.Content, t.Name, Date, publishedTags[t.Name], -1)
		add(t.Content, t.Name, ModifiedDate, modifiedTags[t.Name], -1)
	}
	for _, pt := range d.html.Points {
		d.timePoint(pt.Node, pt.Block, add)
	}
	d.dateLines(add)
	return found
}

// timePoint reads a time element or an element with a date as itemprop.
func (d *page) timePoint(n *html.Node, block int, add func(s, source string, role Role, weight, block int)) {
	prop, value := "", ""
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop":
			prop = strings.ToLower(a.Val)
		case "datetime", "content":
			if value == "" || a.Key == "datetime" {
				value = a.Val
			}
		}
	}
	if block >= len(d.texts) {
		block = -1
	}
	role, weight := Date, 0
	switch {
	case n.DataAtom == atom.Meta && strings.Contains(prop, "datemodified"):
		role, weight = ModifiedDate, 8
	case n.DataAtom == atom.Meta && strings.Contains(prop, "datepublished"):
		weight = 9
	case strings.Contains(prop, "datepublished"):
		weight = min(9, d.nearness(block))
	case strings.Contains(prop, "datemodified"):
		role, weight = ModifiedDate, min(8, d.nearness(block))
	case n.DataAtom == atom.Time:
		weight = d.nearness(block)
		if block >= 0 && d.updated(block) {
			role = ModifiedDate
		}
	}
	if weight == 0 || n.DataAtom == atom.Meta && prop == "" {
		return
	}
	if value == "" && block >= 0 {
		value = d.texts[block]
	}
	if len(value) <= maxDateLine {
		add(value, "<"+n.Data+"> "+prop, role, weight, block)
	}
}

// nearness is the weight of a date that is shown at a block: most between the
// headline and the text, little in lists of other stories.
func (d *page) nearness(block int) int {
	if block < 0 || !d.shown(block) {
		return 2
	}
	head := d.first
	if d.title >= 0 {
		head = max(head, d.title)
	}
	switch {
	case block >= max(0, min(d.first, d.titleOr(d.first))-8) && block <= head+3:
		return 12
	case block > d.last && block <= d.last+6:
		return 4
	}
	return 1
}

func (d *page) titleOr(i int) int {
	if d.title >= 0 {
		return d.title
	}
	return i
}

// updated reports whether the text of a block or the block before it calls
// its date that of an update.
func (d *page) updated(block int) bool {
	s := d.texts[block]
	if len(s) <= maxDateLine {
		if ts, _ := timestamp.Find(s, d.dateOptions()); !ts.IsZero() {
			if r := d.dateLabel(s, ts.Start); r != NoRole {
				return r == ModifiedDate
			}
		}
	}
	if block > 0 && len(d.texts[block-1]) <= maxDateLine {
		m, ok := d.p.rules.Label(d.texts[block-1])
		return ok && m.Value == "" && roleOf[m.Role] == ModifiedDate
	}
	return false
}

// dateLabel is the role that the words before the date at start give it,
// NoRole when they give it none: ModifiedDate in "By Jane Roe | Updated May 3".
func (d *page) dateLabel(s string, start int) Role {
	for k := start; k > 0 && k > start-40; k-- {
		if r := s[k-1]; k != start && (r == ' ' || r == '|') || k == 1 {
			at := k
			if k == 1 {
				at = 0
			}
			if m, ok := d.p.rules.Label(s[at:]); ok {
				if r := roleOf[m.Role]; r == Date || r == ModifiedDate {
					return r
				}
			}
		}
	}
	return NoRole
}

// dateLines reads the dates that are shown around the headline and below the
// text.
func (d *page) dateLines(add func(s, source string, role Role, weight, block int)) {
	for i := range d.edge(8, 6) {
		s := d.texts[i]
		if len(s) > maxDateLine || d.marks[i].kind == Body && !timestamp.IsDateLine(s) {
			continue
		}
		ts, _ := timestamp.Find(s, d.dateOptions())
		if ts.IsZero() {
			continue
		}
		weight := d.nearness(i)
		role := d.dateLabel(s, ts.Start)
		switch {
		case role == Date:
			weight += 3
		case role == ModifiedDate:
		case i > 0 && d.updated(i):
			role = ModifiedDate
		case timestamp.IsDateLine(s):
			role = Date
		default:
			role = Date
			weight -= 2
			if m, ok := d.p.rules.Label(s); ok && roleOf[m.Role] != Byline {
				weight -= 3
			}
		}
		add(ts.Raw, "shown", role, weight, i)
		d.moreDates(s, ts, weight, i, add)
	}
}

// moreDates adds the labelled dates behind the first one of a line.
func (d *page) moreDates(s string, ts timestamp.Timestamp, weight, block int, add func(s, source string, role Role, weight, block int)) {
	for at := ts.Start + len(ts.Raw); at < len(s); at += ts.Start + len(ts.Raw) {
		if ts, _ = timestamp.Find(s[at:], d.dateOptions()); ts.IsZero() {
			return
		}
		if role := d.dateLabel(s[at:], ts.Start); role != NoRole {
			add(ts.Raw, "shown", role, weight, block)
		}
	}
}
