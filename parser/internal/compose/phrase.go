package compose

import (
	"fmt"
	"regexp"
	"strings"
)

// Phrase is a phrase of one of some rules, and "" but in so many of a hundred
// cases. Half of the long ones go on with a part of a sentence.
func (d *Draw) Phrase(percent int, long bool, rules ...string) string {
	var all []string
	for _, id := range rules {
		all = append(all, d.Phrases[id]...)
	}
	if len(all) == 0 || !d.Often(percent) {
		return ""
	}
	s := d.Expand(all[d.Next(len(all))])
	if strings.HasSuffix(s, " ") || long && d.Often(50) { // the beginning of a sentence
		w := strings.Fields(FirstSentence(d.Other().Paragraphs[0]))
		s = strings.TrimSpace(s) + " " + strings.Join(w[len(w)/2:], " ")
	}
	return strings.TrimSpace(s)
}

var choice = regexp.MustCompile(`\{[^{}\[\]]*\}|\[[^{}\[\]]*\]`)

// Expand chooses among the words of a rule's phrase.
func (d *Draw) Expand(s string) string {
	return choice.ReplaceAllStringFunc(s, func(m string) string {
		list := strings.Split(m[1:len(m)-1], "|")
		if m[0] == '[' {
			list = append(list, "")
		}
		switch w := list[d.Next(len(list))]; strings.TrimSuffix(w, "?") {
		case "n":
			return fmt.Sprint(d.Next(300))
		case "any", "name", "site":
			return d.Word()
		case "date":
			return d.Date()
		case "url":
			return "www.zeitung.example"
		case "id":
			return fmt.Sprint(10000 + d.Next(900000))
		default:
			return w
		}
	})
}

// Credit is what stands below a picture: a credit, or words with one behind them.
func (d *Draw) Credit() string {
	switch s := d.Other().Title; d.Next(4) {
	case 0:
		return d.Phrase(100, false, "picture-credit")
	case 1:
		return s + []string{" © ", " / ", " | ", ". © ", "="}[d.Next(5)] + d.Name()
	case 2:
		return s + " (" + d.Name() + ")"
	default:
		if all := d.Phrases["picture-credit"]; len(all) > 0 {
			return s + ". " + strings.TrimSpace(d.Expand(all[d.Next(len(all))])) + " " + d.Name()
		}
	}
	return ""
}
