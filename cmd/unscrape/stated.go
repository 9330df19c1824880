package main

import (
	"encoding/json"
	"slices"
	"strings"

	"unscrape/input"
	"unscrape/parser"
)

// The names of a record's fields that say what texts say of themselves, by plainName,
// the most telling first. A uuid or a timestamp may be the scraper's own.
var (
	statedID      = []string{"id", "articleid", "newsid"}
	statedTitle   = []string{"title", "headline", "heading", "articletitle", "newstitle"}
	statedDate    = []string{"published", "publishedat", "publishedon", "publishdate", "publisheddate", "pubdate", "publicationdate", "datepublished", "datepublish", "date"}
	statedAuthors = []string{"authors", "author", "byline", "authorname", "writer"}
)

// plainName is the name of a field in lower case without signs: "pubdate" for
// "pub_date" and "pubDate".
func plainName(s string) string { return strings.ToLower(nameSigns.Replace(s)) }

var nameSigns = strings.NewReplacer("_", "", "-", "", " ", "")

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
		i := slices.IndexFunc(fields, func(f input.Field) bool { return plainName(f.Name) == name })
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
