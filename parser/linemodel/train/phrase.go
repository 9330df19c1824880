package main

import (
	"fmt"
	"regexp"
	"strings"
)

// phrase writes a phrase of one of some rules.
func (c *composer) phrase(percent int, k kind, ids ...string) {
	var all []string
	for _, id := range ids {
		all = append(all, c.phrases[id]...)
	}
	if len(all) == 0 || !c.often(percent) {
		return
	}
	s := c.expand(all[c.next(len(all))])
	if strings.HasSuffix(s, " ") || k == paragraph && c.often(50) { // the beginning of a sentence
		w := strings.Fields(firstSentence(c.other().paragraphs[0]))
		s = strings.TrimSpace(s) + " " + strings.Join(w[len(w)/2:], " ")
	}
	if s = strings.TrimSpace(s); s != "" {
		c.put(k, s)
	}
}

var choice = regexp.MustCompile(`\{[^{}\[\]]*\}|\[[^{}\[\]]*\]`)

// expand chooses among the words of a phrase.
func (c *composer) expand(s string) string {
	return choice.ReplaceAllStringFunc(s, func(m string) string {
		list := strings.Split(m[1:len(m)-1], "|")
		if m[0] == '[' {
			list = append(list, "")
		}
		switch w := list[c.next(len(list))]; strings.TrimSuffix(w, "?") {
		case "n":
			return fmt.Sprint(c.next(300))
		case "any", "name", "site":
			return c.word()
		case "date":
			return c.date()
		case "url":
			return "www.zeitung.example"
		case "id":
			return fmt.Sprint(10000 + c.next(900000))
		default:
			return w
		}
	})
}
