package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/internal/align"
	"unscrape/parser/internal/compose"
	"unscrape/parser/linemodel"
)

// The corpus is of English pages. composePages makes pages in the languages of
// the test cases: an article, or several in one, among menus, headlines of the
// others, their first sentences as summaries, other sentences as comments, and
// phrases of the rules.
func composePages(cases, rules string, each int, use func(*page)) error {
	stocks, err := compose.ReadStocks(cases, rules)
	if err != nil {
		return err
	}
	for _, lang := range slices.Sorted(maps.Keys(stocks)) {
		s := stocks[lang]
		if lang == "en" {
			continue
		}
		for _, one := range s.Cases {
			p, err := readCase(one)
			if err != nil {
				return err
			}
			if len(p.lines) >= leastLines {
				use(p)
			}
		}
		if !s.Rich() {
			continue
		}
		for n := range each * len(s.Articles) {
			use(composed(s, fmt.Sprintf("%s-%03d", lang, n), n%len(s.Articles)))
		}
	}
	return nil
}

// pagesEach is how many pages are composed of an article.
const pagesEach = 4

// leastLines is how many lines a test case has that counts as a page.
const leastLines = 20

// readCase reads a test case as a page, one without lines when it is not in UTF-8.
func readCase(one compose.Case) (*page, error) {
	text, err := os.ReadFile(one.File + ".txt")
	if err != nil || !utf8.Valid(text) {
		return &page{}, err
	}
	p := &page{name: filepath.Base(one.File), tool: "composed", gold: gold{Title: one.Title, Body: one.Body}, lines: splitLines(string(text))}
	p.split()
	p.validation = false
	p.align()
	return p, nil
}

// A composer writes a page line by line.
type composer struct {
	*compose.Draw
	*page
	light bool // there is little around the article
	style int  // 0 lines with blank ones at random, 1 lists and paragraphs set apart, 2 paragraphs set apart
	last  kind
}

// kinds of lines.
type kind byte

const (
	small kind = iota
	entry
	heading
	paragraph
)

// composed is a page with the article of that number.
func composed(s *compose.Stock, name string, article int) *page {
	seed := compose.Seed(name)
	c := composer{Draw: s.NewDraw(seed), page: &page{name: name, tool: "composed", fold: int(seed / 100 % 5)}}
	c.style = c.Next(3)
	title, text := c.Article(article)
	c.light = c.Often(25)
	c.above()
	if c.Often(82) {
		c.gold.Title, c.headline = title, plain(title)
		c.article(title, text)
	} else {
		c.section()
	}
	c.below()
	if c.Often(25) {
		q := c.wrapped(66 + c.Next(15))
		q.tool = c.tool
		return q
	}
	return c.page
}

func (c *composer) above() {
	c.put(small, c.Word()+" "+c.Word())
	c.phrase(40, small, "login-form")
	if !c.light {
		c.menuOf(5 + c.Next(45))
	}
	if !c.light && c.Often(30) {
		c.headlines(entry, 2+c.Next(7))
	}
	c.phrase(35, paragraph, "cookie-notice")
	c.phrase(30, small, "cookie-button")
	c.phrase(20, small, "advertisement")
	if c.Often(40) {
		c.put(small, c.Word()+[]string{" > ", " / ", " » ", " › "}[c.Next(4)]+c.Word())
	}
}

func (c *composer) article(title string, text []string) {
	c.put(heading, title)
	if c.Often(20) { // a subtitle
		c.body(small, compose.FirstSentence(c.Other().Paragraphs[0]))
	}
	meta := []string{c.Date(), c.Name()}
	if c.Often(50) {
		meta[0], meta[1] = meta[1], meta[0]
	}
	for _, m := range meta {
		if c.Often(75) {
			c.put(small, m)
		}
	}
	c.phrase(20, small, "view-counter")
	c.share(60)
	if c.Often(40) {
		c.caption()
	}
	middle := -1
	if c.Often(50) {
		middle = 1 + c.Next(len(text))
	}
	for i, p := range text {
		if i == middle {
			c.inset()
		}
		if i > 0 && c.Often(5) {
			c.body(heading, c.Other().Title)
		}
		if c.body(paragraph, p); c.Often(3) {
			c.listing()
		}
	}
	if c.Often(50) {
		c.put(small, strings.Join([]string{c.Word(), c.Word(), c.Word()}, []string{", ", " ", " #"}[c.Next(3)]))
	}
	c.phrase(20, small, "picture-credit")
	c.share(50)
}

// listing is a list within the text: parts of sentences, with signs, numbers,
// amounts or nothing before them.
func (c *composer) listing() {
	if c.Often(50) {
		c.body(heading, c.Word())
	}
	sign, most := c.Next(5), 2+c.Next(6)
	for i := range 2 + c.Next(7) {
		s := c.Item(most)
		c.body([]kind{entry, small}[sign%2], []string{"- ", "", fmt.Sprint(i+1, ". "), fmt.Sprint(1+c.Next(500), " "), "• "}[sign]+s)
	}
}

// inset is what stands between paragraphs.
func (c *composer) inset() {
	switch c.Next(5) {
	case 0:
		c.phrase(100, paragraph, "reader-appeal", "newsletter", "follow-line")
	case 1:
		c.phrase(100, small, "advertisement")
	case 2:
		c.caption()
	default:
		c.phrase(100, heading, "related-head", "related-word", "related-inline")
		c.headlines(entry, 1+c.Next(3))
	}
}

// caption is what stands below a picture.
func (c *composer) caption() {
	if s := c.Credit(); s != "" {
		c.put(small, s)
	}
}

func (c *composer) below() {
	sections := []func(){c.comments, c.related, c.related, c.mostRead, c.section, func() { c.phrase(70, paragraph, "newsletter", "support-appeal") }}
	for n := len(sections); n > 0; n-- {
		k := c.Next(n)
		if c.Often(60) && (!c.light || c.Often(30)) {
			sections[k]()
		}
		sections[k], sections[n-1] = sections[n-1], sections[k]
	}
	if !c.light {
		c.menuOf(c.Next(30))
	}
	c.phrase(80, paragraph, "copyright")
	c.phrase(50, paragraph, "reproduction-notice", "copying-forbidden")
	c.phrase(40, paragraph, "views-disclaimer")
}

func (c *composer) comments() {
	c.phrase(90, heading, "comments-head")
	for range c.Next(7) {
		c.put(small, c.Name())
		if c.Often(70) {
			c.put(small, c.Date())
		}
		for range 1 + c.Next(2) {
			o := c.Other()
			c.put(paragraph, compose.FirstSentence(o.Paragraphs[c.Next(len(o.Paragraphs))]))
		}
	}
	c.phrase(60, small, "comment-form")
}

func (c *composer) related() {
	c.phrase(90, heading, "related-head", "related-word")
	c.list(c.Often(50))
}

// section is a part of the site with some of its stories.
func (c *composer) section() {
	for range 1 + c.Next(3) {
		c.put(heading, c.Word())
		c.list(c.Often(40))
	}
}

// list is a list of headlines, with summaries or without.
func (c *composer) list(summaries bool) {
	dated, named := c.Often(40), c.Often(20)
	for range 2 + c.Next(9) {
		o := c.Other()
		if named {
			c.put(small, c.Word())
		}
		if !summaries {
			c.put(entry, o.Title)
		} else {
			c.put(heading, o.Title)
			c.put(paragraph, compose.FirstSentence(o.Paragraphs[0]))
		}
		if dated {
			c.put(small, c.Date())
		}
	}
}

func (c *composer) mostRead() {
	c.phrase(90, heading, "related-head", "related-word")
	numbered := c.Often(40)
	for i := range 3 + c.Next(8) {
		if numbered {
			c.put(entry, fmt.Sprintf("%d. %s", i+1, c.Other().Title))
		} else {
			c.put(entry, c.Other().Title)
		}
	}
}

func (c *composer) menuOf(n int) {
	for range n {
		c.put(entry, c.Word())
	}
}

func (c *composer) headlines(k kind, n int) {
	for range n {
		c.put(k, c.Other().Title)
	}
}

func (c *composer) share(percent int) {
	if c.Often(percent) {
		c.phrase(80, small, "share-line")
		for range c.Next(5) {
			c.phrase(100, entry, "share-line", "network-line")
		}
	}
}

// phrase writes a phrase of one of some rules.
func (c *composer) phrase(percent int, k kind, rules ...string) {
	if s := c.Phrase(percent, k == paragraph, rules...); s != "" {
		c.put(k, s)
	}
}

func (c *composer) put(k kind, s string) { c.add(k, s, false) }

// body is a line of the text.
func (c *composer) body(k kind, s string) { c.add(k, s, true) }

func (c *composer) add(k kind, s string, body bool) {
	l := linemodel.Line{Text: s}
	switch apart := k != c.last || k == paragraph || k == heading; {
	case len(c.lines) == 0:
	case c.style == 0:
		l.BlankBefore = []int{0, 0, 0, 1, 4}[c.Next(5)]
	case apart:
		l.BlankBefore = 1
	}
	if c.style == 1 {
		l.Text = []string{"   ", "     * ", "", "   "}[k] + strings.TrimPrefix(s, "• ")
	}
	c.last = k
	t, m := align.Tokens(s), 0
	if body {
		m = len(t)
		c.goldTokens = append(c.goldTokens, t...)
	}
	c.lines, c.tokens, c.matched = append(c.lines, l), append(c.tokens, t), append(c.matched, m)
}
