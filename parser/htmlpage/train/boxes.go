package main

import (
	"fmt"
	"strings"

	"unscrape/parser/internal/compose"
)

// top writes what stands above the columns.
func (c *composer) top() {
	c.part("top", func() {
		c.part("site", func() { c.line(c.Word() + " " + c.Word()) })
		c.phrase(40, "login", "login-form")
		if !c.light {
			c.part("nav", func() { c.links(c.menu(5+c.Next(40)), "") })
		}
		if !c.light && c.Often(25) {
			c.part("popular", func() { c.links(c.headlines(2+c.Next(7)), "") })
		}
	})
	if c.Often(35) {
		c.notice("cookie", "cookie-notice", "cookie-button")
	}
	c.phrase(20, "ad", "advertisement")
}

// foot writes what stands below the columns.
func (c *composer) foot() {
	if c.Often(15) {
		c.notice("cookie", "cookie-notice", "cookie-button")
	}
	c.part("bottom", func() {
		if !c.light {
			c.part("nav", func() { c.links(c.menu(c.Next(25)), "") })
		}
		c.phrase(80, "copyright", "copyright")
		c.notice("copyright", "reproduction-notice", "copying-forbidden", "views-disclaimer", "newsletter")
		if c.Often(20) {
			c.notice("copyright", "media-registration", "views-disclaimer")
		}
	})
}

// front writes what a page without an article has: parts of the site and their
// stories.
func (c *composer) front() {
	for range 1 + c.Next(4) {
		c.part("box", func() {
			c.label(c.Word())
			c.stories(4+c.Next(9), c.Often(60))
		})
	}
}

// boxes are some of what stands beside and below an article.
func (c *composer) boxes() (out []func()) {
	all := []func(){c.comments, c.related, c.related, c.popular, c.section, c.subscribe, c.advert}
	for n := len(all); n > 0; n-- {
		k := c.Next(n)
		if c.Often(60) && (!c.light || c.Often(30)) {
			out = append(out, all[k])
		}
		all[k], all[n-1] = all[n-1], all[k]
	}
	return out
}

func (c *composer) related() {
	c.part("related", func() {
		c.label(c.words("related-head", "related-word"))
		c.stories(2+c.Next(9), c.Often(50))
	})
}

func (c *composer) popular() {
	c.part("popular", func() {
		c.label(c.words("related-head", "related-word"))
		list := c.headlines(3 + c.Next(8))
		if c.Often(30) {
			for i := range list {
				list[i] = fmt.Sprintf("%d. %s", i+1, list[i])
			}
		}
		c.links(list, "")
	})
}

func (c *composer) section() {
	c.part("box", func() {
		c.label(c.Word())
		c.stories(2+c.Next(7), c.Often(40))
	})
}

func (c *composer) subscribe() {
	c.notice("newsletter", "newsletter", "support-appeal", "reader-appeal")
}

func (c *composer) advert() { c.phrase(100, "ad", "advertisement") }

func (c *composer) comments() {
	c.part("comments", func() {
		c.label(c.words("comments-head", "comments-word"))
		form := c.words("comment-form")
		if c.Often(30) {
			c.line(form)
			form = ""
		}
		for range c.Next(8) {
			c.part("comment", c.comment)
		}
		if c.Often(60) {
			c.line(form)
		}
	})
}

func (c *composer) comment() {
	if c.Often(35) {
		c.line(c.Name() + c.between() + c.Date())
	} else {
		c.part("author", func() { c.line(c.Name()) })
		if c.Often(70) {
			c.part("date", func() { c.line(c.Date()) })
		}
	}
	for range 1 + c.Next(2) {
		c.paragraph(c.sentence(c.Other()))
	}
	if c.Often(30) {
		c.link(c.Word(), "")
	}
}

// between is what stands between a name and a date in a line.
func (c *composer) between() string { return []string{", ", " | ", " - ", " "}[c.prefixed()] }

// stories is a list of headlines, with summaries or without.
func (c *composer) stories(n int, summaries bool) {
	dated, named, picture := c.Often(40), c.Often(20), c.Often(40)
	if !summaries && !dated && c.Often(60) {
		c.links(c.headlines(n), "")
		return
	}
	for range n {
		o := c.Other()
		c.part("teaser", func() {
			if picture {
				c.picture("")
			}
			if named {
				c.part("tags", func() { c.line(c.Word()) })
			}
			c.teaserTitle(o.Title)
			if summaries {
				c.summary(c.sentence(o))
			}
			if dated {
				c.part("date", func() { c.line(c.Date()) })
			}
		})
	}
}

func (c *composer) teaserTitle(s string) {
	switch c.teaser {
	case 0:
		c.in("h3", c.attrsOf("teasertitle"), func() { c.link(s, "") })
	case 1:
		c.in("h2", "", func() { c.link(s, "") })
	case 2:
		c.link(s, c.attrsOf("teasertitle"))
	case 3:
		c.in("div", c.attrsOf("teasertitle"), func() { c.link(s, "") })
	case 4:
		c.in("p", "", func() { c.in("b", "", func() { c.link(s, "") }) })
	default:
		c.in("h4", c.attrsOf("teasertitle"), func() { c.say(s) })
	}
}

// summary is what a list says of a story.
func (c *composer) summary(s string) {
	switch c.teaser {
	case 0, 1:
		c.in("p", "", func() { c.say(s) })
	case 2:
		c.WriteString("<br>")
		c.say(s)
		c.WriteString("<br><br>")
	case 3:
		c.in("div", c.attrsOf("lead"), func() { c.say(s) })
	default:
		c.paragraph(s)
	}
}

// notice is a part with a few sentences: a phrase of the rules, or others, as no
// rule knows all of them.
func (c *composer) notice(part string, rules ...string) {
	s := c.Phrase(60, true, rules...)
	if s == "" && c.Often(60) {
		s = c.sentence(c.Other())
		if c.Often(30) {
			s += " " + c.sentence(c.Other())
		}
	}
	if s == "" {
		return
	}
	c.part(part, func() {
		if c.Often(30) {
			c.label(c.Word())
		}
		c.paragraph(s)
		if c.Often(40) {
			c.link(c.Word(), "")
		}
	})
}

// phrase is a part of a phrase of the rules and nothing else.
func (c *composer) phrase(percent int, part string, rules ...string) {
	if s := c.Phrase(percent, false, rules...); s != "" {
		c.part(part, func() { c.line(s) })
	}
}

// words is a phrase of the rules, or a few words that no rule knows.
func (c *composer) words(rules ...string) string {
	if s := c.Phrase(60, false, rules...); s != "" {
		return s
	}
	w := strings.Fields(c.Other().Title)
	return strings.Join(w[:min(len(w), 1+c.Next(4))], " ")
}

func (c *composer) sentence(o compose.Story) string {
	return compose.FirstSentence(o.Paragraphs[c.Next(len(o.Paragraphs))])
}

func (c *composer) menu(n int) (out []string) {
	for range n {
		out = append(out, c.Word())
	}
	return out
}

func (c *composer) headlines(n int) (out []string) {
	for range n {
		out = append(out, c.Other().Title)
	}
	return out
}
