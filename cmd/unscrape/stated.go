package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"unscrape/input"
	"unscrape/parser"
)

// The names of a record's fields that say what texts say of themselves, by plainName,
// the most telling first.
var (
	statedID      = []string{"id", "articleid", "newsid", "docid", "docno"}
	statedTitle   = []string{"title", "headline", "heading", "articletitle", "newstitle"}
	statedDate    = []string{"published", "publishedat", "publishedon", "publishdate", "publisheddate", "pubdate", "publicationdate", "datepublished", "datepublish", "date"}
	statedChange  = []string{"modified", "datemodified", "datemodify"}
	statedLang    = []string{"language", "inlanguage", "lang"}
	statedAuthors = []string{"authors", "author", "byline", "authorname", "writer"}
)

// ownNames are names of the dates that scrapers and databases have of their own. The
// first, which is also that of the record that unscrape writes, counts when nothing else
// does.
var ownNames = []string{"timestamp", "time", "created", "createdat"}

// plainName is the name of a field in lower case without signs: "pubdate" for
// "pub_date" and "pubDate".
func plainName(s string) string { return strings.ToLower(nameSigns.Replace(s)) }

var nameSigns = strings.NewReplacer("_", "", "-", "", " ", "")

// stated is what the fields of a record say of its text. Fields with none of the usual
// names count when p knows their names as labels, as in other languages, but for those
// of numbers, which may count the records.
func stated(p *parser.Parser, fields []input.Field) parser.Stated {
	if len(fields) == 0 {
		return parser.Stated{}
	}
	plain := make([]string, len(fields))
	for i, f := range fields {
		plain[i] = plainName(f.Name)
	}
	find := func(names []string, role parser.Role) []string { // the first that is there
		for _, name := range names {
			for i, f := range fields {
				if plain[i] == name {
					if v := values(f.Value); v != nil {
						return v
					}
				}
			}
		}
		for i, f := range fields {
			if role != parser.NoRole && p.RoleOf(f.Name) == role && !slices.Contains(ownNames, plain[i]) {
				if v := values(f.Value); v != nil {
					return v
				}
			}
		}
		return nil
	}
	address := func() string {
		for _, f := range fields {
			if v := values(f.Value); len(v) == 1 && strings.HasPrefix(v[0], "http") && p.RoleOf(f.Name) == parser.URL {
				return v[0]
			}
		}
		return ""
	}
	one := func(names []string, role parser.Role) string {
		if v := find(names, role); len(v) == 1 {
			return v[0]
		}
		return ""
	}
	return parser.Stated{
		ID:       one(statedID, parser.NoRole),
		Title:    one(statedTitle, parser.Title),
		Date:     cmp.Or(one(statedDate, parser.Date), one(ownNames[:1], parser.NoRole)),
		Modified: one(statedChange, parser.NoRole),
		Authors:  find(statedAuthors, parser.Byline),
		URL:      address(),
		Language: one(statedLang, parser.NoRole),
	}
}

// values is what a field holds that is a text, a number, an object with a name or a
// rendered text, as in the vocabularies of schema.org and WordPress, or a list of these;
// nil when it holds none.
func values(value json.RawMessage) (all []string) {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) != nil {
		list = []json.RawMessage{value}
	}
	for _, v := range list {
		if s := valueOf(v); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// valueOf is the same for one text, number or object; "" when it is none.
func valueOf(value json.RawMessage) string {
	var text string
	var number json.Number
	var object struct{ Name, Rendered string }
	switch {
	case json.Unmarshal(value, &text) == nil && strings.TrimSpace(text) != "":
		return text
	case value[0] != '"' && json.Unmarshal(value, &number) == nil && number != "":
		return number.String()
	case json.Unmarshal(value, &object) == nil:
		return cmp.Or(object.Name, object.Rendered)
	}
	return ""
}
