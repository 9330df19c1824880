package htmlpage

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// An Item is a thing that JSON-LD (schema.org) describes and that may be the
// article.
type Item struct {
	Type        string // "NewsArticle", "WebPage", ...
	Headline    string
	Published   string
	Modified    string
	Authors     []string
	Corporate   bool // no author is a person
	Publisher   string
	Body        string
	Description string
	URL         string
	Language    string
	ID          string
}

// IsArticle reports whether the item is an article by its type.
func (i *Item) IsArticle() bool { return isArticle(i.Type) }

func isArticle(kind string) bool {
	switch kind {
	case "Report", "Review", "HowTo", "Recipe", "QAPage", "Question":
		return true
	}
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting")
}

// A Question is one that JSON-LD says the page asks and answers itself. The
// answer may have tags.
type Question struct{ Name, Answer string }

// maxLD bounds the JSON-LD that is read of one page.
const maxLD = 1 << 20

// items reads the JSON-LD of a page. Scripts that are no JSON even when mended
// are left out.
func items(scripts []string) ([]*Item, []Question) {
	var r ldReader
	for _, s := range scripts {
		if len(s) > maxLD {
			continue
		}
		if v, ok := decodeLD(s); ok {
			r.collect(v, 0)
		}
	}
	for _, n := range r.nodes {
		r.read(n)
	}
	return r.items, r.questions
}

// decodeLD decodes a script, mending what is plain: comments around it, line
// breaks within strings, commas too many, entities instead of quotes.
func decodeLD(s string) (v any, ok bool) {
	s = strings.TrimSpace(s)
	if json.Unmarshal([]byte(s), &v) == nil {
		return v, true
	}
	s = mendLD(withoutCDATA(s))
	if json.Unmarshal([]byte(s), &v) == nil {
		return v, true
	}
	if strings.Contains(s, "&quot;") && json.Unmarshal([]byte(mendLD(html.UnescapeString(s))), &v) == nil {
		return v, true
	}
	return nil, false
}

// withoutCDATA is s without the frame that hides a script from XML, which may
// stand in comments of JavaScript.
func withoutCDATA(s string) string {
	if i := strings.Index(s, "<![CDATA["); i >= 0 && i < 8 {
		s = s[i+len("<![CDATA["):]
	}
	if i := strings.LastIndex(s, "]]>"); i >= 0 && len(s)-i < 8 {
		s = s[:i]
	}
	return s
}

func mendLD(s string) string {
	if i := strings.IndexAny(s, "{["); i > 0 {
		s = s[i:]
	}
	if i := strings.LastIndexAny(s, "}]"); i >= 0 {
		s = s[:i+1]
	}
	out := make([]byte, 0, len(s))
	quoted := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quoted && c == '\\' && i+1 < len(s):
			if strings.IndexByte(`"\/bfnrtu`, s[i+1]) < 0 { // an escape that JSON does not know
				out = append(out, '\\')
			}
			out = append(out, c, s[i+1])
			i++
			continue
		case c == '"':
			quoted = !quoted
		case quoted && c < ' ':
			c = ' '
		case !quoted && c == ',':
			rest := strings.TrimLeft(s[i:], ", \t\r\n")
			if rest == "" || rest[0] != '}' && rest[0] != ']' { // else it is one too many
				out = append(out, s[i:len(s)-len(rest)]...)
			}
			i = len(s) - len(rest) - 1
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

type ldReader struct {
	nodes []map[string]any
	byID  map[string]map[string]any
	items []*Item

	questions []Question
}

const maxLDDepth = 6

// collect finds the things described in v: at the top, in lists, in @graph,
// and as the main entity of a page.
func (r *ldReader) collect(v any, depth int) {
	if depth > maxLDDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			r.collect(e, depth+1)
		}
	case map[string]any:
		r.nodes = append(r.nodes, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			if r.byID == nil {
				r.byID = make(map[string]map[string]any)
			}
			r.byID[id] = v
		}
		for _, k := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			r.collect(v[k], depth+1)
		}
	}
}

func (r *ldReader) read(n map[string]any) {
	kind := typeOf(n["@type"])
	if kind == "FAQPage" {
		r.readQuestions(n)
	}
	i := &Item{
		Type:        kind,
		Headline:    text(n["headline"]),
		Published:   text(n["datePublished"]),
		Modified:    text(n["dateModified"]),
		Authors:     r.names(n["author"], 0),
		Corporate:   areOrganizations(n["author"]),
		Body:        text(n["articleBody"]),
		Description: text(n["description"]),
		URL:         text(n["url"]),
		Language:    text(n["inLanguage"]),
	}
	if i.Headline == "" && i.IsArticle() {
		i.Headline = text(n["name"])
	}
	if i.Authors == nil {
		i.Authors = r.names(n["creator"], 0)
	}
	if i.Published == "" {
		i.Published = text(n["dateCreated"])
	}
	if i.Type == "VideoObject" && i.Published == "" {
		i.Published = text(n["uploadDate"])
	}
	if p := r.names(n["publisher"], 0); len(p) > 0 {
		i.Publisher = p[0]
	}
	i.ID = identifier(n["identifier"])
	if i.IsArticle() || i.Type == "WebPage" || i.Type == "VideoObject" || i.Headline != "" {
		r.items = append(r.items, i)
	}
}

// areOrganizations reports whether v is one thing or more, each with the type of an
// organization.
func areOrganizations(v any) bool {
	for _, e := range list(v) {
		thing, _ := e.(map[string]any)
		if !strings.HasSuffix(typeOf(thing["@type"]), "Organization") {
			return false
		}
	}
	return true
}

// readQuestions reads the questions of a page of questions and answers.
func (r *ldReader) readQuestions(page map[string]any) {
	for _, v := range list(page["mainEntity"]) {
		q, _ := v.(map[string]any)
		for _, v := range list(q["acceptedAnswer"]) {
			if a, _ := v.(map[string]any); a != nil {
				r.questions = append(r.questions, Question{text(q["name"]), text(a["text"])})
			}
		}
	}
}

// typeOf is the first type that names an article, else the first.
func typeOf(v any) string {
	first := ""
	for _, t := range list(v) {
		s, _ := t.(string)
		s = s[strings.LastIndexAny(s, "/#:")+1:]
		if isArticle(s) {
			return s
		}
		if first == "" {
			first = s
		}
	}
	return first
}

func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}

// text is the first string in v, its entities decoded.
func text(v any) string {
	for _, e := range list(v) {
		switch e := e.(type) {
		case string:
			return strings.TrimSpace(html.UnescapeString(e))
		case map[string]any:
			if s, ok := e["@value"].(string); ok {
				return strings.TrimSpace(html.UnescapeString(s))
			}
		}
	}
	return ""
}

// identifier is an identifier written as text, number or PropertyValue.
func identifier(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		b, _ := json.Marshal(v)
		return string(b)
	case map[string]any:
		return identifier(v["value"])
	}
	return ""
}

// names are the names of people or organisations.
func (r *ldReader) names(v any, depth int) (out []string) {
	if v == nil || depth > maxLDDepth {
		return nil
	}
	for _, e := range list(v) {
		switch e := e.(type) {
		case string:
			out = append(out, html.UnescapeString(e))
		case map[string]any:
			if name, ok := e["name"]; ok {
				out = append(out, r.names(name, depth+1)...)
			} else if id, ok := e["@id"].(string); ok {
				out = append(out, text(r.byID[id]["name"])) // and not what that refers to
			}
		}
	}
	out = slices.DeleteFunc(out, func(s string) bool { return strings.TrimSpace(s) == "" })
	return slices.Clip(out)
}
