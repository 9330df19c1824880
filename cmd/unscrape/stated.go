package main

import (
	"encoding/json"
	"slices"
	"strings"

	"unscrape/input"
	"unscrape/parser"
)

// The names of a record's fields that say what texts say of themselves, the
// most telling first. A uuid or a timestamp may be the scraper's own.
var (
	statedID      = []string{"id", "article_id", "news_id"}
	statedTitle   = []string{"title", "headline"}
	statedDate    = []string{"published", "published_at", "publish_date", "pub_date", "pubDate", "publication_date", "date_published", "datePublished", "date"}
	statedAuthors = []string{"authors", "author", "byline"}
)

// stated is what the fields of a record say of its text.
func stated(fields []input.Field) parser.Stated {
	if len(fields) == 0 {
		return parser.Stated{}
	}
	one := func(names []string) string {
		if v := values(fields, names); len(v) == 1 {
			return v[0]
		}
		return ""
	}
	return parser.Stated{ID: one(statedID), Title: one(statedTitle), Date: one(statedDate), Authors: values(fields, statedAuthors)}
}

// values is what the first field of a name holds that is a text, a number or a
// list of texts; nil when there is none.
func values(fields []input.Field, names []string) []string {
	for _, name := range names {
		i := slices.IndexFunc(fields, func(f input.Field) bool { return f.Name == name })
		if i < 0 {
			continue
		}
		var text string
		var number json.Number
		var list []string
		switch v := fields[i].Value; {
		case json.Unmarshal(v, &text) == nil && strings.TrimSpace(text) != "":
			return []string{text}
		case v[0] != '"' && json.Unmarshal(v, &number) == nil && number != "":
			return []string{number.String()}
		case json.Unmarshal(v, &list) == nil && len(list) > 0:
			return list
		}
	}
	return nil
}
