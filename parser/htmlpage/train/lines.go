package main

import (
	"fmt"
	"strings"
)

// paragraph writes a paragraph in the theme's style.
func (c *composer) paragraph(s string) {
	style := c.theme.paragraph
	if c.Often(c.mixed) {
		style = c.other
	}
	c.styled(s, style)
}

func (c *composer) styled(s string, style int) {
	switch style {
	case 1:
		c.in("div", c.attrsOf("paragraph"), func() { c.inline(s) })
	case 2:
		c.inline(s)
		c.WriteString("<br><br>\n")
	case 3:
		c.in("p", c.attrsOf("paragraph"), func() { c.in("span", "", func() { c.inline(s) }) })
	case 4:
		c.in("div", c.attrsOf("paragraph"), func() { c.in("p", "", func() { c.inline(s) }) })
	case 5:
		c.open("p", "")
		c.inline(s)
	case 6:
		c.in("p", "", func() { c.inline(s) })
		c.in("p", "", func() { c.WriteString("&nbsp;") })
	case 7:
		c.in("p", "", func() { c.in("strong", "", func() { c.say(s) }) })
	case 8:
		c.in("div", c.attrsOf("lead"), func() { c.inline(s) })
	default:
		c.in("p", c.attrsOf("paragraph"), func() { c.inline(s) })
	}
}

// inline writes text with a link or something bold in it at times.
func (c *composer) inline(s string) {
	w := strings.Fields(s)
	if len(w) < 6 || !c.Often(12) {
		c.say(s)
		return
	}
	from := c.Next(len(w) - 3)
	to := from + 1 + c.Next(3)
	c.say(strings.Join(w[:from], " ") + " ")
	if inner := strings.Join(w[from:to], " "); c.Often(60) {
		c.link(inner, "")
	} else {
		tag := []string{"b", "strong", "em", "i", "span"}[c.Next(5)]
		fmt.Fprintf(c, "<%s>", tag)
		c.say(inner)
		fmt.Fprintf(c, "</%s>", tag)
	}
	c.say(" " + strings.Join(w[to:], " "))
}

// heading writes a heading in a style; attrs are those of an element for it.
func (c *composer) heading(s string, style int, attrs string) {
	switch style {
	case 0:
		c.in("h1", attrs, func() { c.say(s) })
	case 1, 2:
		c.in(fmt.Sprint("h", 1+style), attrs, func() { c.say(s) })
	case 3:
		c.in("div", attrs, func() { c.say(s) })
	case 4:
		c.in("p", "", func() { c.in("b", "", func() { c.say(s) }) })
	case 5:
		c.in("h4", "", func() { c.in("span", attrs, func() { c.say(s) }) })
	default:
		c.in("div", attrs, func() { c.in("strong", "", func() { c.say(s) }) })
	}
}

// label writes the heading of a box.
func (c *composer) label(s string) {
	if s != "" {
		c.heading(s, max(1, c.theme.label), c.attrsOf("label"))
	}
}

// subheading writes a heading within the text.
func (c *composer) subheading(s string) {
	switch c.under {
	case 0, 1, 2:
		c.heading(s, 1+c.under%2, "")
	case 3, 4:
		c.in("p", "", func() { c.in("strong", "", func() { c.say(s) }) })
	case 5:
		c.in("b", "", func() { c.say(s) })
		c.WriteString("<br><br>")
	case 6:
		c.in("div", c.attrsOf("subheading"), func() { c.say(s) })
	case 7:
		c.in("div", "", func() { c.in("b", "", func() { c.say(s) }) })
	case 8:
		c.in("div", c.attrsOf("paragraph"), func() { c.in("h2", c.attrsOf("subheading"), func() { c.say(s) }) })
	default:
		c.in("h4", c.attrsOf("subheading"), func() { c.say(s) })
	}
}

// line writes a text of one line.
func (c *composer) line(s string) {
	if s == "" {
		return
	}
	switch c.theme.small {
	case 0:
		c.in("span", "", func() { c.say(s) })
	case 1:
		c.in("div", "", func() { c.say(s) })
	case 2:
		c.in("p", "", func() { c.say(s) })
	case 3:
		c.say(s)
		c.WriteString("<br>")
	default:
		c.in("small", "", func() { c.say(s) })
	}
}

// links writes a list of links, each with a sign before it.
func (c *composer) links(list []string, sign string) {
	if len(list) == 0 {
		return
	}
	each := func(open, end string) {
		for _, s := range list {
			c.WriteString(open)
			c.link(sign+s, "")
			c.WriteString(end)
		}
	}
	switch c.theme.list {
	case 0, 1, 2:
		c.in("ul", c.attrsOf("list"), func() { each("<li>", "</li>") })
	case 3:
		c.in("div", c.attrsOf("list"), func() { each("", " ") })
	case 4:
		each("<div>", "</div>")
	case 5:
		c.in("p", "", func() { each("", " | ") })
	case 6:
		each("", "<br>")
	default:
		c.in("table", "", func() { each("<tr><td>", "</td></tr>") })
	}
}
