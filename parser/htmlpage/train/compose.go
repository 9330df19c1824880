package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/internal/align"
	"unscrape/parser/internal/compose"
)

// The corpus is of English pages. composePages makes pages in the languages of
// the test cases: see the line model's, which has the same stock.
func composePages(cases, rules string, weights func(*page) *htmlpage.Classes, use func(p *page, variant string)) error {
	stocks, err := compose.ReadStocks(cases, rules)
	if err != nil {
		return err
	}
	for _, lang := range slices.Sorted(maps.Keys(stocks)) {
		s := stocks[lang]
		if lang == "en" || !s.Rich() {
			continue
		}
		for n := range pagesEach * len(s.Articles) {
			name := fmt.Sprintf("%s-%03d", lang, n)
			c := newComposer(s, name)
			c.page(n % len(s.Articles))
			use(c.read(name, weights), c.variant())
		}
	}
	return nil
}

// pagesEach is how many pages are composed of an article.
const pagesEach = 8

// A composer writes the source of a page.
type composer struct {
	*compose.Draw
	strings.Builder
	theme
	light bool     // there is little around the article
	title string   // of the article
	body  [][2]int // what of the source is its text
}

func newComposer(s *compose.Stock, name string) *composer {
	d := s.NewDraw(compose.Seed(name))
	return &composer{Draw: d, theme: newTheme(d)}
}

// variant names the composed page by its markup.
func (c *composer) variant() string {
	switch {
	case c.table:
		return "composed table"
	case c.elements:
		return "composed elements"
	}
	return "composed div"
}

// read reads the source as a page.
func (c *composer) read(name string, weights func(*page) *htmlpage.Classes) *page {
	p := &page{name: name, source: c.String(), fold: int(compose.Seed(name) / 100 % folds)}
	p.page = htmlpage.ReadWith(p.source, weights(p))
	for i := range p.page.Blocks {
		t, m := align.Tokens(p.page.Text(i)), 0
		if c.isBody(p.page.Blocks[i].Start) {
			m = len(t)
			p.goldTokens = append(p.goldTokens, t...)
		}
		p.tokens, p.matched = append(p.tokens, t), append(p.matched, m)
	}
	return p
}

// isBody reports whether a place in the source is within the article's text.
func (c *composer) isBody(at int) bool {
	k, found := slices.BinarySearchFunc(c.body, at, func(s [2]int, at int) int { return s[0] - at })
	return found || k > 0 && at < c.body[k-1][1]
}

// text is what inside writes as text of the article.
func (c *composer) text(inside func()) {
	from := c.Len()
	inside()
	c.body = append(c.body, [2]int{from, c.Len()})
}

// page writes a page with the article of that number, or, one in six, without
// one.
func (c *composer) page(article int) {
	title, text := c.Article(article)
	if len(text) > 2 && c.Often(15) { // a short message
		text = text[:1+c.Next(2)]
	}
	c.title = title
	c.light = c.Often(40)
	has := c.Often(82)
	lang := ""
	if c.Often(30) {
		lang = fmt.Sprintf(` lang="%s"`, []string{"en", "en-US"}[c.Next(2)])
	}
	c.WriteString("<!DOCTYPE html>")
	c.open("html", lang)
	c.head(has, text)
	c.open("body", "")
	c.part("page", func() {
		c.top()
		c.columns(func() {
			if has {
				c.article(text)
			} else {
				c.front()
			}
		})
		c.foot()
	})
	c.WriteString("</body></html>")
}

// head writes what the page says about itself.
func (c *composer) head(has bool, text []string) {
	title, about := c.title, c.sentence(c.Other())
	if has {
		about = compose.FirstSentence(text[0])
	} else {
		title = c.Word() + " " + c.Word()
	}
	c.WriteString(`<head><meta charset="utf-8">`)
	c.in("title", "", func() {
		c.say(title)
		if c.Often(70) {
			c.say([]string{" - ", " | ", " — ", " :: "}[c.prefixed()] + c.Word())
		}
	})
	if c.Often(60) {
		c.meta("property", "og:title", title)
	}
	if c.Often(50) {
		c.meta("name", "description", about)
	}
	if has && c.Often(40) {
		c.meta("property", "og:type", "article")
	}
	if has && c.Often(30) {
		fmt.Fprintf(c, `<script type="application/ld+json">{"@type":"NewsArticle","headline":%q,"author":{"name":%q}}</script>`, title, c.Name())
	}
	c.WriteString("</head>\n")
}

func (c *composer) meta(key, name, value string) {
	fmt.Fprintf(c, `<meta %s="%s" content="`, key, name)
	c.say(value)
	c.WriteString(`">`)
}

// columns writes what main writes beside a column of boxes or without one; others
// follow below.
func (c *composer) columns(main func()) {
	boxes := c.boxes()
	cut, end := c.Next(len(boxes)+1), len(boxes)
	beside := boxes[:cut]
	below := boxes[cut:end]
	content := func() {
		c.part("main", main)
		run(below)
	}
	side := func() { c.part("side", func() { run(beside) }) }
	cells := []func(){content}
	if len(beside) > 0 {
		cells = append(cells, side)
	}
	if c.Often(20) {
		slices.Reverse(cells)
	}
	if !c.table {
		c.part("row", func() { run(cells) })
		return
	}
	c.in("table", c.attrsOf("row"), func() {
		c.in("tr", "", func() {
			for _, cell := range cells {
				c.in("td", "", cell)
			}
		})
	})
}

func run(list []func()) {
	for _, f := range list {
		f()
	}
}
