package parser

import (
	"iter"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
)

// idTags are the meta elements that hold the article's identifier.
var idTags = []string{"article:id", "articleid", "article_id", "article-id", "article.id", "cxenseparse:recs:articleid", "parsely-post-id",
	"content-id", "contentid", "content_id", "newsid", "news_id", "story-id", "storyid", "story_id", "post-id", "postid", "post_id", "dc.identifier", "bt:id", "identifier", "dable:item_id"}

// idKeys are the keys in the query of the page's own address that say that
// their value identifies it.
var idKeys = []string{"id", "aid", "nid", "articleid", "article_id", "newsid", "news_id", "storyid", "story_id", "postid", "post_id", "idxno"}

// chooseID takes the first identifier that the page's markup states.
func (d *page) chooseID() {
	for source, id := range d.ids() {
		id = strings.TrimSpace(id)
		if id == "" || len(id) > 40 || !hasDigit(id) || strings.ContainsAny(id, " /:?") {
			continue
		}
		if d.art.ID != "" {
			why := otherID
			if asciiDigits(id) == d.art.ID {
				why = sameValue
			}
			d.offer(ID, id, source, 0, why)
			continue
		}
		d.art.ID = asciiDigits(id)
		d.offer(ID, id, source, 0, chosen)
		d.field(ID, id, "identifier", source)
	}
}

// ids yields sources and identifiers, the plainest word first.
func (d *page) ids() iter.Seq2[string, string] {
	return func(yield func(source, id string) bool) {
		for _, n := range idTags {
			if !yield(n, d.meta.Tag(n)) {
				return
			}
		}
		for _, t := range d.meta.Tags {
			if idName(t.Name) && !yield(t.Name, t.Content) {
				return
			}
		}
		for _, it := range d.meta.Items {
			if it.IsArticle() && !yield("json-ld identifier", it.ID) {
				return
			}
		}
		_ = d.dataIDs(yield) && d.bodyIDs(yield) && d.addressIDs(yield) && d.shortIDs(yield) && d.postIDs(yield)
	}
}

// idName reports whether the name of a meta element ends with a word for the
// identifier of an article, behind the name of a service: "dtk:articleid".
func idName(name string) bool {
	for _, w := range [...]string{"articleid", "article_id", "article-id", "newsid", "news_id", "news-id", "storyid", "story_id", "story-id"} {
		if before, ok := strings.CutSuffix(name, w); ok && before != "" && strings.IndexByte(":._-", before[len(before)-1]) >= 0 {
			return true
		}
	}
	return false
}

// dataIDs yields the attributes that name an identifier: those of an element
// that holds the body, or else those that all say the same, as other ones may
// be of other articles.
func (d *page) dataIDs(yield func(source, id string) bool) bool {
	source, only, same := "", "", true
	for _, pt := range d.html.Points {
		for _, a := range pt.Node.Attr {
			if !dataKeys[a.Key] || a.Val == "" {
				continue
			}
			if d.holdsBody(pt) {
				return yield(a.Key, a.Val)
			}
			same = same && (only == "" || only == a.Val)
			source, only = a.Key, a.Val
		}
	}
	return only == "" || !same || yield(source, only)
}

var dataKeys = map[string]bool{
	"data-article-id": true, "data-articleid": true, "data-news-id": true, "data-newsid": true, "data-story-id": true, "data-storyid": true,
	"data-history-node-id": true, "data-node-id": true,
}

// postIDs yields the attributes of an element that holds the body whose name
// buttons and lists of stories use as well.
func (d *page) postIDs(yield func(source, id string) bool) bool {
	for _, pt := range d.html.Points {
		for _, a := range pt.Node.Attr {
			if (a.Key == "data-post-id" || a.Key == "data-postid") && d.holdsBody(pt) && !yield(a.Key, a.Val) {
				return false
			}
		}
	}
	return true
}

// holdsBody reports whether the element of a point holds all of the body.
func (d *page) holdsBody(pt htmlpage.Point) bool {
	return d.first <= d.last && pt.Own >= 0 && d.html.Elems[pt.Own].Holds(d.first, d.last)
}

// bodyIDs yields the identifiers that WordPress themes write into the class of
// the body, "single postid-275", and into the id of the article's element,
// "post-275".
func (d *page) bodyIDs(yield func(source, id string) bool) bool {
	for i := range d.html.Elems {
		e := &d.html.Elems[i]
		switch {
		case e.Tag == atom.Body:
			for c := range strings.FieldsSeq(e.Class) {
				if id, ok := strings.CutPrefix(c, "postid-"); ok && allDigits(id) && !yield("class of body", id) {
					return false
				}
			}
		case e.ID != "" && d.first <= d.last && e.Holds(d.first, d.last):
			if id := postNumber(e); id != "" && !yield("id of article", id) {
				return false
			}
		}
	}
	return true
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

// shortIDs yields the number that identifies the page in the short address
// that WordPress ("?p=275") and Drupal ("/node/275") give it.
func (d *page) shortIDs(yield func(source, id string) bool) bool {
	u, err := url.Parse(d.meta.Short)
	if err != nil {
		return true
	}
	id, ok := u.Query().Get("p"), true
	if id == "" {
		id, ok = strings.CutPrefix(u.Path, "/node/")
	}
	return !ok || !allDigits(id) || yield("short address", id)
}

// addressIDs yields the numbers in the query of the page's own address whose
// key calls them identifiers.
func (d *page) addressIDs(yield func(source, id string) bool) bool {
	for _, address := range [...]string{d.meta.Canonical, d.meta.Tag("og:url")} {
		u, err := url.Parse(address)
		if err != nil || u.RawQuery == "" {
			continue
		}
		q := u.Query()
		for _, k := range idKeys {
			if id := q.Get(k); allDigits(id) && !yield("own address", id) {
				return false
			}
		}
	}
	return true
}
