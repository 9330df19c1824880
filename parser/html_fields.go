package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
)

// labels finds the identifier that a visible line announces.
func (d *page) labels() {
	var found []rules.Match
	for i := range d.texts {
		s := d.texts[i]
		if !d.shown(i) || len(s) > maxDateLine || d.marks[i].kind == Body || d.html.Blocks[i].Flags&htmlpage.InLink != 0 || !hasDigit(s) {
			continue
		}
		found = d.p.rules.Fields(found[:0], s)
		for _, m := range found {
			if roleOf[m.Role] != ID || m.Value == "" || !m.Fits || d.art.ID != "" {
				continue
			}
			if id, rest := cutID(m.Value); id != "" && strings.TrimSpace(rest) == "" {
				d.art.ID = asciiDigits(id)
				d.set(i, Field, ID, "label", m.Text)
			}
		}
	}
}

// idTags are the meta elements that hold the article's identifier.
var idTags = []string{"article:id", "articleid", "article_id", "article-id", "article.id", "cxenseparse:recs:articleid", "parsely-post-id",
	"content-id", "contentid", "content_id", "newsid", "news_id", "story-id", "storyid", "story_id", "post-id", "postid", "post_id", "dc.identifier", "bt:id"}

// chooseRest fills identifier and address.
func (d *page) chooseRest() {
	if d.art.ID == "" {
		d.chooseID()
	}
	if d.art.URL == "" {
		for _, u := range [...]string{d.meta.Canonical, d.meta.Tag("og:url")} {
			if d.art.URL == "" && looksLikeURL(u) {
				d.art.URL = u
			}
		}
	}
}

func (d *page) chooseID() {
	use := func(id, source string) bool {
		id = strings.TrimSpace(id)
		if id == "" || len(id) > 40 || !hasDigit(id) || strings.ContainsAny(id, " /:?") {
			return false
		}
		d.art.ID = asciiDigits(id)
		d.fields = append(d.fields, Block{Span: Unknown, Text: id, Kind: Field, Role: ID, Reason: Reason{Why: "identifier", Detail: source}})
		return true
	}
	for _, n := range idTags {
		if use(d.meta.Tag(n), n) {
			return
		}
	}
	for i := range d.meta.Items {
		if it := &d.meta.Items[i]; it.IsArticle() && use(it.ID, "json-ld identifier") {
			return
		}
	}
	for _, pt := range d.html.Points {
		for _, a := range pt.Node.Attr {
			switch a.Key {
			case "data-article-id", "data-articleid", "data-news-id", "data-newsid", "data-story-id", "data-storyid":
				if use(a.Val, a.Key) {
					return
				}
			}
		}
	}
}

// startsWithNumber reports whether a list item shows a number of its own.
func startsWithNumber(s string) bool {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsDigit(r) {
			break
		}
		i += n
	}
	return i > 0 && i < len(s) && strings.IndexByte(".):", s[i]) >= 0
}
