package main

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"unscrape/parser/htmlpage"
	"unscrape/parser/internal/compose"
)

// disguised is the page in another language, nil when it does not fall into
// the same blocks. What belongs to the body is known from the original.
func (p *page) disguised(d *compose.Disguise, weights func(*page) *htmlpage.Classes) *page {
	q := *p
	q.page = htmlpage.ReadWith(disguiseSource(p.source, d), weights(p))
	if len(q.page.Blocks) != len(p.page.Blocks) {
		return nil
	}
	return &q
}

// disguiseSource disguises the text of a page and what its head says of it.
func disguiseSource(src string, d *compose.Disguise) string {
	var sb strings.Builder
	z := html.NewTokenizer(strings.NewReader(src))
	in := "" // the last start tag
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case html.ErrorToken:
			return sb.String()
		case html.TextToken:
			sb.WriteString(disguiseText(raw, in, d))
			continue
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			in = t.Data
			if key, value := tells(t); key >= 0 {
				t.Attr[key].Val = d.Text(value)
				raw = t.String()
			}
		case html.EndTagToken:
			in = ""
		}
		sb.WriteString(raw)
	}
}

// disguiseText disguises the text behind a start tag.
func disguiseText(raw, in string, d *compose.Disguise) string {
	switch in {
	case "style", "noscript", "iframe", "noembed", "noframes", "xmp":
		return raw
	case "script":
		return told.ReplaceAllStringFunc(raw, func(m string) string {
			at := told.FindStringSubmatchIndex(m)
			var s string
			if json.Unmarshal([]byte(m[at[4]:at[5]]), &s) != nil {
				return m
			}
			value, _ := json.Marshal(d.Text(s)) // of a string
			return m[:at[4]] + string(value)
		})
	}
	return html.EscapeString(strings.TrimSuffix(d.Text(html.UnescapeString(raw)+"\n"), "\n"))
}

// told is what JSON-LD says about an article in words.
var told = regexp.MustCompile(`"(headline|alternativeHeadline|name|description|articleBody)"\s*:\s*("(?:[^"\\]|\\.)*")`)

// tells finds the attribute of a tag that says something about the article in
// words, -1 when there is none.
func tells(t html.Token) (at int, value string) {
	at, words := -1, false
	for i, a := range t.Attr {
		switch {
		case t.Data != "meta":
		case a.Key == "content":
			at, value = i, a.Val
		case a.Key == "name", a.Key == "property":
			_, last, _ := strings.Cut(":"+a.Val, ":")
			switch last[strings.LastIndexByte(last, ':')+1:] {
			case "title", "description", "author", "site_name":
				words = true
			}
		}
	}
	if !words {
		return -1, ""
	}
	return at, value
}
