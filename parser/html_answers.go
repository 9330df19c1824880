package parser

import (
	"strings"

	"unscrape/parser/htmlpage"
)

// minAnswer is how many letters and digits of an answer a block has at least.
const minAnswer = 32

// maxAnswers bounds the bytes of answers that are looked at.
const maxAnswers = 1 << 16

// answers takes questions and their answers for body that the metadata say the
// page gives, whatever the model thinks of them: they often stand in parts that
// open on a click.
func (d *page) answers() {
	if len(d.meta.Questions) == 0 || d.first > d.last {
		return
	}
	asked := make(map[string]bool)
	var given strings.Builder
	for _, q := range d.meta.Questions {
		if given.Len()+len(q.Answer) > maxAnswers {
			break
		}
		asked[letterString(q.Name)] = true
		given.WriteString(letterString(replaceTags(q.Answer, " ")))
		given.WriteByte(' ')
	}
	all, answered := given.String(), false
	for i := len(d.marks) - 1; i >= 0; i-- {
		if !d.shown(i) || d.html.Blocks[i].Flags&htmlpage.Unseen != 0 {
			continue
		}
		s := letterString(d.texts[i])
		switch {
		case s == "":
		case asked[s] && answered, len(s) >= minAnswer && strings.Contains(all, s):
			answered = !asked[s]
			d.html.Blocks[i].P = sure
			if asked[s] {
				d.html.Blocks[i].Join = htmlpage.Paragraph
			}
			if d.marks[i].kind == Boilerplate {
				d.set(i, Body, NoRole, "question and answer of the metadata", "")
			}
		default:
			answered = false
		}
	}
}

// sure is the probability, in 255ths, of blocks that the page itself calls text.
const sure = 255

// letterString is the folded letters and digits of s.
func letterString(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for _, r := range s {
		if isWordRune(r) {
			out.WriteRune(fold(r))
		}
	}
	return out.String()
}
