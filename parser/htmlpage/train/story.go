package main

import (
	"fmt"
	"strings"

	"unscrape/parser/internal/compose"
)

// article writes the article with what stands around its text.
func (c *composer) article(text []string) {
	if c.Often(40) {
		c.part("crumbs", func() {
			c.line(c.Word() + []string{" > ", " / ", " » ", " › "}[c.Next(4)] + c.Word())
		})
	}
	c.part("article", func() {
		first := c.Often(80) // the headline stands above what tells about it
		if !first {
			c.info()
		}
		c.heading(c.title, c.headline, c.attrsOf("title"))
		if c.Often(20) {
			c.part("lead", func() { c.text(func() { c.paragraph(compose.FirstSentence(c.Other().Paragraphs[0])) }) })
		}
		if first {
			c.info()
		}
		c.share(50)
		if c.Often(45) {
			c.picture(c.Credit())
		}
		c.part("body", func() { c.story(text) })
		c.behind()
	})
}

// info is who wrote the article and when.
func (c *composer) info() {
	if c.Often(20) {
		c.part("meta", func() { c.line(c.Name() + c.between() + c.Date()) })
		return
	}
	c.part("meta", func() {
		parts := []func(){
			func() { c.part("date", func() { c.line(c.Date()) }) },
			func() { c.part("author", func() { c.line(c.Name()) }) },
		}
		if c.Often(50) {
			parts[0], parts[1] = parts[1], parts[0]
		}
		for _, f := range parts {
			if c.Often(75) {
				f()
			}
		}
		c.phrase(20, "meta", "view-counter")
	})
}

// story is the text with what stands between its paragraphs.
func (c *composer) story(text []string) {
	middle, headed := -1, []int{0, 4, 15, 35, 60}[c.Next(5)]
	if c.Often(50) {
		middle = c.Next(len(text) + 1)
	}
	if c.Often(14) {
		c.units(text, middle)
		return
	}
	for i, p := range text {
		if i == middle {
			c.inset()
		}
		if i > 0 && c.Often(headed) {
			c.text(func() { c.subheading(c.Other().Title) })
		}
		c.text(func() {
			if i == 0 && c.first >= 0 {
				c.styled(p, c.first)
			} else {
				c.paragraph(p)
			}
		})
		if c.Often(9) {
			c.extra()
		}
	}
	if middle == len(text) {
		c.inset()
	}
}

// units is a text of paragraphs that have headings each: questions, places, days.
func (c *composer) units(text []string, middle int) {
	style, mark := c.Next(len(unitStyles)), []string{"", "", "?"}[c.Next(3)]
	u := unitStyles[style]
	if c.Often(50) {
		c.text(func() { c.paragraph(c.sentence(c.Other())) })
	}
	c.open(u.all, c.attrsOf("units"))
	for i, p := range text {
		if i == middle && u.all == "div" {
			c.inset()
		}
		c.text(func() {
			c.WriteString(u.before)
			if title := c.Other().Title + mark; u.link {
				c.link(title, "")
			} else {
				c.say(title)
			}
			c.WriteString(u.between)
			c.say(p)
			c.WriteString(u.behind + "\n")
		})
	}
	c.close(u.all)
}

// unitStyles are the markup around units, their headings and paragraphs.
var unitStyles = []struct {
	all, before, between, behind string
	link                         bool // the heading is one
}{
	{"div", "<div><h3>", "</h3><p>", "</p></div>", false},
	{"div", `<div class="item"><h3>`, "</h3><p>", "</p></div>", true},
	{"div", "<article><h2>", "</h2><p>", "</p></article>", true},
	{"div", `<div class="question">`, `</div><div class="answer">`, "</div>", false},
	{"div", "<div>", "<div>", "</div></div>", true},
	{"div", "<section><h4>", "</h4><div>", "</div></section>", false},
	{"div", "<p><b>", "</b><br>", "</p>", false},
	{"div", "<details><summary>", "</summary><p>", "</p></details>", false},
	{"dl", "<dt>", "</dt><dd>", "</dd>", false},
	{"ol", "<li><strong>", "</strong> ", "</li>", false},
	{"ul", "<li><h3>", "</h3><p>", "</p></li>", false},
	{"table", "<tr><th>", "</th><td>", "</td></tr>", false},
}

// behind is what stands below the text within the article.
func (c *composer) behind() {
	if c.Often(30) {
		c.part("tags", func() { c.links(c.menu(1+c.Next(4)), "#") })
	} else if c.Often(40) {
		c.part("tags", func() {
			c.line(c.Word() + ": " + strings.Join(c.menu(1+c.Next(4)), []string{", ", " ", " #", " | "}[c.Next(4)]))
		})
	}
	c.phrase(15, "caption", "picture-credit")
	c.share(40)
	if c.Often(15) {
		c.part("bio", func() {
			c.label(c.Name())
			c.paragraph(c.sentence(c.Other()))
		})
	}
	if c.Often(15) {
		c.part("next", func() { c.links(c.headlines(2), "") })
	}
	if c.Often(20) {
		pick(c, c.boxesInside())()
	}
}

// boxesInside are the boxes that may stand in the article's element.
func (c *composer) boxesInside() []func() {
	return []func(){c.related, c.comments, c.subscribe, c.popular}
}

// inset is what stands between paragraphs.
func (c *composer) inset() {
	switch c.Next(6) {
	case 0:
		c.notice("newsletter", "reader-appeal", "newsletter", "follow-line")
	case 1:
		c.phrase(100, "ad", "advertisement")
	case 2:
		c.picture(c.Credit())
	case 3:
		c.readAlso()
	default:
		c.part("inset", func() {
			c.label(c.words("related-head", "related-word", "related-inline"))
			c.stories(1+c.Next(3), c.Often(15))
		})
	}
}

// readAlso is a line with the headline of another story, a link or not.
func (c *composer) readAlso() {
	s := strings.TrimRight(c.words("related-inline", "related-word"), ": ") + []string{": ", " ", " - "}[c.Next(3)]
	c.in("p", "", func() {
		if c.Often(30) {
			c.say(s + c.Other().Title)
			return
		}
		c.say(s)
		c.link(c.Other().Title, "")
	})
}

// picture is a picture with what stands below it.
func (c *composer) picture(caption string) {
	c.part("picture", func() {
		fmt.Fprintf(c, `<img src="/%d.jpg" alt="">`, c.Next(10000))
		if caption != "" {
			c.part("caption", func() { c.line(caption) })
		}
	})
}

func (c *composer) share(percent int) {
	if !c.Often(percent) {
		return
	}
	c.part("share", func() {
		if s := c.Phrase(60, false, "share-line"); s != "" {
			c.line(s)
		}
		var list []string
		for range c.Next(6) {
			if s := c.Phrase(80, false, "share-line", "network-line"); s != "" {
				list = append(list, s)
			} else {
				list = append(list, c.Word())
			}
		}
		c.links(list, "")
	})
}

// extra is what else may stand in a text: a list, a quotation, a table, verse.
func (c *composer) extra() {
	switch c.Next(6) {
	case 0:
		c.text(func() { c.in("blockquote", "", func() { c.paragraph(c.sentence(c.Other())) }) })
	case 1:
		c.grid()
	case 2:
		c.text(c.verse)
	default:
		c.text(c.listing)
	}
}

// listing is a list within the text.
func (c *composer) listing() {
	if c.Often(50) {
		c.subheading(c.Word())
	}
	tag, most := []string{"ul", "ul", "ol"}[c.Next(3)], 3+c.Next(9)
	c.in(tag, "", func() {
		for range 2 + c.Next(7) {
			c.in("li", "", func() { c.say(c.Item(most)) })
		}
	})
}

// grid is a table within the text. Its caption is none of it.
func (c *composer) grid() {
	columns := 2 + c.Next(3)
	c.open("table", c.attrsOf("grid"))
	if c.Often(40) {
		c.in("caption", "", func() { c.say(c.Item(6)) })
	}
	c.text(func() {
		for row := range 2 + c.Next(5) {
			c.in("tr", "", func() {
				for range columns {
					c.in([]string{"th", "td"}[min(row, 1)], "", func() { c.say(c.Item(4)) })
				}
			})
		}
	})
	c.close("table")
}

// verse is lines of a few words.
func (c *composer) verse() {
	c.in("p", "", func() {
		for range 3 + c.Next(8) {
			c.say(c.Item(7))
			c.WriteString("<br>")
		}
	})
}
