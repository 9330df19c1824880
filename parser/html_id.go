package parser

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// idTags are the meta elements that hold the article's identifier.
var idTags = []string{"article:id", "articleid", "article_id", "article-id", "article.id", "cxenseparse:recs:articleid", "parsely-post-id",
	"content-id", "contentid", "content_id", "newsid", "news_id", "story-id", "storyid", "story_id", "post-id", "postid", "post_id", "dc.identifier", "bt:id", "identifier", "dable:item_id"}

// idKeys are the keys in the query of the page's own address that say that
// their value identifies it.
var idKeys = []string{"id", "aid", "nid", "articleid", "article_id", "newsid", "news_id", "storyid", "story_id", "postid", "post_id", "idxno"}

// labels finds the identifier that a visible line announces.
func (d *page) labels() {
	var found []rules.Match
	for i, s := range d.texts {
		next := "" // what a label alone may announce
		if i+1 < len(d.texts) && len(s) <= maxKey && len(d.texts[i+1]) <= maxID {
			next = d.texts[i+1]
		}
		if !d.shown(i) || longer(s, maxLineOfFields) || d.isBody(i) && i > d.first+1 || d.html.Blocks[i].Flags&htmlpage.InLink != 0 || !hasDigit(s) && !hasDigit(next) {
			continue
		}
		found = d.p.rules.Fields(found[:0], s)
		if m, ok := d.p.rules.Label(s); ok && m.Value == "" {
			m.Value, m.Fits = next, true
			found = append(found, m)
		}
		for _, m := range found {
			if roleOf[m.Role] != ID || !m.Fits || d.art.ID != "" {
				continue
			}
			if id, rest := cutID(m.Value); id != "" && strings.TrimSpace(rest) == "" {
				d.art.ID = asciiDigits(id)
				d.set(i, Field, ID, whyLabel, m.Text)
				if m.Value == next {
					d.set(i+1, Field, ID, whyLabel, m.Text)
				}
			}
		}
	}
}

// chooseRest fills identifier and address.
func (d *page) chooseRest() {
	if d.art.ID == "" {
		d.chooseID()
	}
	for i := max(0, d.top()-2); i < min(d.first, len(d.texts)) && d.art.ID == ""; i++ {
		if id := numbered(d.texts[i]); id != "" && d.shown(i) && i != d.title && d.html.Blocks[i].Flags&(htmlpage.InLink|htmlpage.InList) == 0 && !d.isCell(i) {
			d.art.ID = asciiDigits(id)
			d.set(i, Field, ID, "number above the text", "")
		}
	}
	for _, u := range [...]string{d.meta.Canonical, d.meta.Tag("og:url")} {
		if d.art.URL == "" && looksLikeURL(u) {
			d.art.URL = u
		}
	}
}

// chooseID takes the first identifier that the page's markup states, the plainest word
// first.
func (d *page) chooseID() {
	for _, n := range idTags {
		d.offerID(n, d.meta.Tag(n))
	}
	for _, t := range d.meta.Tags {
		if idName(t.Name) {
			d.offerID(t.Name, t.Content)
		}
	}
	for _, it := range d.meta.Items {
		if it.IsArticle() {
			d.offerID("json-ld identifier", it.ID)
		}
	}
	d.dataIDs()
	d.bodyIDs()
	d.addressIDs()
	d.postIDs()
}

// offerID takes an identifier if it looks like one and none was found yet.
func (d *page) offerID(source, id string) {
	id = strings.TrimSpace(id)
	if id == "" || len(id) > 40 || !hasDigit(id) || strings.ContainsAny(id, " /:?") {
		return
	}
	why := otherID
	switch ascii := asciiDigits(id); d.art.ID {
	case "":
		why, d.art.ID = chosen, ascii
		d.field(ID, id, "identifier", source)
	case ascii:
		why = sameValue
	}
	d.offer(ID, id, source, 0, why)
}

// idName reports whether the name of a meta element ends with a word for the
// identifier of an article, behind the name of a service: "dtk:articleid".
func idName(name string) bool {
	return slices.ContainsFunc(idSuffixes, func(w string) bool { return len(name) > len(w) && strings.HasSuffix(name, w) })
}

var idSuffixes = []string{"articleid", "article_id", "article-id", "newsid", "news_id", "news-id", "storyid", "story_id", "story-id"}

// dataIDs offers the attributes that name an identifier: those of an element
// that holds the body, or else those that all say the same, as other ones may
// be of other articles.
func (d *page) dataIDs() {
	source, only, same := "", "", true
	for _, pt := range d.html.Points {
		for _, a := range pt.Node.Attr {
			if !dataKeys[a.Key] {
				continue
			}
			if d.holdsBody(pt) {
				d.offerID(a.Key, a.Val)
				return
			}
			same = same && (only == "" || only == a.Val)
			source, only = a.Key, a.Val
		}
	}
	if same {
		d.offerID(source, only)
	}
}

var dataKeys = map[string]bool{
	"data-article-id": true, "data-articleid": true, "data-news-id": true, "data-newsid": true, "data-story-id": true, "data-storyid": true,
	"data-history-node-id": true, "data-node-id": true,
}

// postIDs offers the attributes of an element that holds the body whose name
// buttons and lists of stories use as well.
func (d *page) postIDs() {
	for _, pt := range d.html.Points {
		for _, a := range pt.Node.Attr {
			if (a.Key == "data-post-id" || a.Key == "data-postid") && d.holdsBody(pt) {
				d.offerID(a.Key, a.Val)
			}
		}
	}
}

// holdsBody reports whether the element of a point holds all of the body.
func (d *page) holdsBody(pt htmlpage.Point) bool {
	return pt.Own >= 0 && d.html.Elems[pt.Own].Holds(d.first, d.last)
}

// bodyIDs offers the identifiers that WordPress themes write into the class of
// the body, "single postid-275", and into the id of the article's element,
// "post-275".
func (d *page) bodyIDs() {
	for i := range d.html.Elems {
		e := &d.html.Elems[i]
		switch {
		case e.Tag == atom.Body:
			for c := range strings.FieldsSeq(e.Class) {
				if id, ok := strings.CutPrefix(c, "postid-"); ok {
					d.offerID("class of body", id)
				}
			}
		case e.ID != "" && e.Holds(d.first, d.last):
			d.offerID("id of article", postNumber(e))
		}
	}
}

// postNumber is the number in the id of an element that holds an article, as
// content systems write it; "" when there is none.
func postNumber(e *htmlpage.Elem) string {
	for _, p := range [...]string{"news-id-", "node-", "post-"} {
		if id, ok := strings.CutPrefix(e.ID, p); ok && allDigits(id) && (p != "post-" || e.Mark == htmlpage.Article) {
			return id
		}
	}
	return ""
}

// addressIDs offers the numbers in the query of the page's own address whose key calls them
// identifiers, and the number in the short address that WordPress ("?p=275") and Drupal
// ("/node/275") give the page.
func (d *page) addressIDs() {
	for _, address := range [...]string{d.meta.Canonical, d.meta.Tag("og:url")} {
		u, err := url.Parse(address)
		if err != nil {
			continue
		}
		q := u.Query()
		for _, k := range idKeys {
			d.offerNumber("own address", q.Get(k))
		}
	}
	if u, err := url.Parse(d.meta.Short); err == nil {
		node, _ := strings.CutPrefix(u.Path, "/node/")
		d.offerNumber("short address", cmp.Or(u.Query().Get("p"), node))
	}
}

func (d *page) offerNumber(source, id string) {
	if allDigits(id) {
		d.offerID(source, id)
	}
}
