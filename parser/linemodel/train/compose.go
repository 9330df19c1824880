package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"unscrape/parser/internal/align"
	"unscrape/parser/linemodel"
)

// The corpus is of English pages. composePages makes pages in the languages of
// the test cases: an article, or several in one, among menus, headlines of the
// others, their first sentences as summaries, other sentences as comments, and
// phrases of the rules.
func composePages(cases, rules string, each int, use func(*page)) error {
	stocks, err := readStocks(cases, rules)
	if err != nil {
		return err
	}
	for _, lang := range slices.Sorted(maps.Keys(stocks)) {
		s := stocks[lang]
		for _, p := range s.pages {
			use(p)
		}
		if lang == "en" || len(s.articles) < leastStories || len(s.menu) == 0 {
			continue
		}
		for n := range each * len(s.articles) {
			use(s.compose(fmt.Sprintf("%s-%03d", lang, n), n%len(s.articles)))
		}
	}
	return nil
}

// pagesEach is how many pages are composed of an article.
const pagesEach = 4

// leastStories is how many articles a language must have.
const leastStories = 4

// A composer writes a page line by line.
type composer struct {
	*stock
	*page
	next   func(int) int
	light  bool // there is little around the article
	style  int  // 0 lines with blank ones at random, 1 lists and paragraphs set apart, 2 paragraphs set apart
	last   kind
	others []story
}

// kinds of lines.
type kind byte

const (
	small kind = iota
	entry
	heading
	paragraph
)

// compose is a page with the article of that number.
func (s *stock) compose(name string, article int) *page {
	h := fnv.New32a()
	h.Write([]byte(name))
	c := composer{stock: s, page: &page{name: name, tool: "composed"}, next: random(h.Sum32())}
	c.fold = int(h.Sum32() / 100 % 5)
	c.style = c.next(3)
	order := c.shuffled()
	order[slices.Index(order, article)], order[0] = order[0], article
	main := s.articles[article]
	text := main.text
	used := 1
	for want := []int{0, 3, 5, 8, 12}[c.next(5)]; len(text) < want && used < len(order)/2; used++ {
		text = slices.Concat(text, s.articles[order[used]].text)
	}
	for _, k := range order[used:] {
		c.others = append(c.others, s.articles[k])
	}
	c.light = c.often(25)
	c.above()
	if c.often(82) {
		c.gold.Title, c.headline = main.title, plain(main.title)
		c.article(main.title, text)
	} else {
		c.section()
	}
	c.below()
	if c.often(25) {
		q := c.wrapped(66 + c.next(15))
		q.tool = c.tool
		return q
	}
	return c.page
}

func (c *composer) shuffled() []int {
	order := make([]int, len(c.articles))
	for i := range order {
		order[i] = i
	}
	for i := len(order) - 1; i > 0; i-- {
		k := c.next(i + 1)
		order[i], order[k] = order[k], order[i]
	}
	return order
}

// often is true in so many of a hundred cases.
func (c *composer) often(percent int) bool { return c.next(100) < percent }

func (c *composer) above() {
	c.put(small, c.word()+" "+c.word())
	c.phrase(40, small, "login-form")
	if !c.light {
		c.menuOf(5 + c.next(45))
	}
	if !c.light && c.often(30) {
		c.headlines(entry, 2+c.next(7))
	}
	c.phrase(35, paragraph, "cookie-notice")
	c.phrase(30, small, "cookie-button")
	c.phrase(20, small, "advertisement")
	if c.often(40) {
		c.put(small, c.word()+[]string{" > ", " / ", " » ", " › "}[c.next(4)]+c.word())
	}
}

func (c *composer) article(title string, text []string) {
	c.put(heading, title)
	if c.often(20) { // a subtitle
		c.body(small, firstSentence(c.other().paragraphs[0]))
	}
	meta := []string{c.date(), c.name()}
	if c.often(50) {
		meta[0], meta[1] = meta[1], meta[0]
	}
	for _, m := range meta {
		if c.often(75) {
			c.put(small, m)
		}
	}
	c.phrase(20, small, "view-counter")
	c.share(60)
	if c.often(40) {
		c.caption()
	}
	middle := -1
	if c.often(50) {
		middle = 1 + c.next(len(text))
	}
	for i, p := range text {
		if i == middle {
			c.inset()
		}
		if i > 0 && c.often(5) {
			c.body(heading, c.other().title)
		}
		if c.body(paragraph, p); c.often(3) {
			c.listing()
		}
	}
	if c.often(50) {
		c.put(small, strings.Join([]string{c.word(), c.word(), c.word()}, []string{", ", " ", " #"}[c.next(3)]))
	}
	c.phrase(20, small, "picture-credit")
	c.share(50)
}

// listing is a list within the text: parts of sentences, with signs, numbers,
// amounts or nothing before them.
func (c *composer) listing() {
	if c.often(50) {
		c.body(heading, c.word())
	}
	sign, most := c.next(5), 2+c.next(6)
	for i := range 2 + c.next(7) {
		w := strings.Fields(c.other().paragraphs[0])
		from := c.next(len(w))
		s := strings.Trim(strings.Join(w[from:min(len(w), from+1+c.next(most))], " "), ",.:;")
		c.body([]kind{entry, small}[sign%2], []string{"- ", "", fmt.Sprint(i+1, ". "), fmt.Sprint(1+c.next(500), " "), "• "}[sign]+s)
	}
}

// inset is what stands between paragraphs.
func (c *composer) inset() {
	switch c.next(5) {
	case 0:
		c.phrase(100, paragraph, "reader-appeal", "newsletter", "follow-line")
	case 1:
		c.phrase(100, small, "advertisement")
	case 2:
		c.caption()
	default:
		c.phrase(100, heading, "related-head", "related-word", "related-inline")
		c.headlines(entry, 1+c.next(3))
	}
}

// caption is what stands below a picture: a credit, or words with one behind them.
func (c *composer) caption() {
	switch s := c.other().title; c.next(4) {
	case 0:
		c.phrase(100, small, "picture-credit")
	case 1:
		c.put(small, s+[]string{" © ", " / ", " | ", ". © ", "="}[c.next(5)]+c.name())
	case 2:
		c.put(small, s+" ("+c.name()+")")
	default:
		if all := c.phrases["picture-credit"]; len(all) > 0 {
			c.put(small, s+". "+strings.TrimSpace(c.expand(all[c.next(len(all))]))+" "+c.name())
		}
	}
}

func (c *composer) below() {
	sections := []func(){c.comments, c.related, c.related, c.mostRead, c.section, func() { c.phrase(70, paragraph, "newsletter", "support-appeal") }}
	for n := len(sections); n > 0; n-- {
		k := c.next(n)
		if c.often(60) && (!c.light || c.often(30)) {
			sections[k]()
		}
		sections[k], sections[n-1] = sections[n-1], sections[k]
	}
	if !c.light {
		c.menuOf(c.next(30))
	}
	c.phrase(80, paragraph, "copyright")
	c.phrase(50, paragraph, "reproduction-notice", "copying-forbidden")
	c.phrase(40, paragraph, "views-disclaimer")
}

func (c *composer) comments() {
	c.phrase(90, heading, "comments-head")
	for range c.next(7) {
		c.put(small, c.name())
		if c.often(70) {
			c.put(small, c.date())
		}
		for range 1 + c.next(2) {
			o := c.other()
			c.put(paragraph, firstSentence(o.paragraphs[c.next(len(o.paragraphs))]))
		}
	}
	c.phrase(60, small, "comment-form")
}

func (c *composer) related() {
	c.phrase(90, heading, "related-head", "related-word")
	c.list(c.often(50))
}

// section is a part of the site with some of its stories.
func (c *composer) section() {
	for range 1 + c.next(3) {
		c.put(heading, c.word())
		c.list(c.often(40))
	}
}

// list is a list of headlines, with summaries or without.
func (c *composer) list(summaries bool) {
	dated, named := c.often(40), c.often(20)
	for range 2 + c.next(9) {
		o := c.other()
		if named {
			c.put(small, c.word())
		}
		if !summaries {
			c.put(entry, o.title)
		} else {
			c.put(heading, o.title)
			c.put(paragraph, firstSentence(o.paragraphs[0]))
		}
		if dated {
			c.put(small, c.date())
		}
	}
}

func (c *composer) mostRead() {
	c.phrase(90, heading, "related-head", "related-word")
	numbered := c.often(40)
	for i := range 3 + c.next(8) {
		if numbered {
			c.put(entry, fmt.Sprintf("%d. %s", i+1, c.other().title))
		} else {
			c.put(entry, c.other().title)
		}
	}
}

func (c *composer) menuOf(n int) {
	for range n {
		c.put(entry, c.word())
	}
}

func (c *composer) headlines(k kind, n int) {
	for range n {
		c.put(k, c.other().title)
	}
}

func (c *composer) share(percent int) {
	if c.often(percent) {
		c.phrase(80, small, "share-line")
		for range c.next(5) {
			c.phrase(100, entry, "share-line", "network-line")
		}
	}
}

func (c *composer) other() story { return c.others[c.next(len(c.others))] }
func (c *composer) word() string { return c.menu[c.next(len(c.menu))] }

// name is what stands for a writer: two words of a headline.
func (c *composer) name() string {
	w := strings.Fields(c.other().title)
	return strings.Trim(strings.Join(w[:min(len(w), 1+c.next(2))], " "), ",.:;«»\"“”")
}

func (c *composer) date() string {
	day, month, year := 1+c.next(28), 1+c.next(12), 2015+c.next(10)
	s := fmt.Sprintf([]string{"%02d.%02d.%d", "%02d/%02d/%d", "%d-%d-%d"}[c.next(3)], day, month, year)
	if c.often(50) {
		s += fmt.Sprintf([]string{" %02d:%02d", ", %02d:%02d", " - %02d:%02d"}[c.next(3)], c.next(24), c.next(60))
	}
	return s
}

// firstSentence is the first sentence of a paragraph.
func firstSentence(s string) string {
	return cmp.Or(slices.Concat(linemodel.Sentences(nil, s), []string{s})[0], s)
}

func (c *composer) put(k kind, s string) { c.add(k, s, false) }

// body is a line of the text.
func (c *composer) body(k kind, s string) { c.add(k, s, true) }

func (c *composer) add(k kind, s string, body bool) {
	l := linemodel.Line{Text: s}
	switch apart := k != c.last || k == paragraph || k == heading; {
	case len(c.lines) == 0:
	case c.style == 0:
		l.BlankBefore = []int{0, 0, 0, 1, 4}[c.next(5)]
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
