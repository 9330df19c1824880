package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/timestamp"
)

// What speaks for a line to be the name of an author that no label announces.

// enoughForName is the evidence from which a line that no label announces is
// the author's name. A wrong name is worse than none.
const enoughForName = 4

// enoughForCaseless is the same in a script without capitals.
const enoughForCaseless = 5

// nameEvidence weighs what speaks for line i to be the author's name: the date
// beside it, its place below the headline, a job below it, that its words are
// no common ones, and where the page says it again: under a portrait or at the
// head of a note about the author, not in a menu. What cannot become more than
// most is not weighed to the end.
func (d *draft) nameEvidence(i int, name string, dated bool, most int) int {
	e := 0
	switch above, below := d.prevWords(i), d.nextWords(i); {
	case dated || d.holdsDate(above) || d.holdsDate(below):
		e += 3
	case d.holdsDate(d.prevWords(above)) || d.holdsDate(d.nextWords(below)):
		e += 2
	}
	if i > d.title {
		e++
		if d.belowTitle() == i {
			e += 2
		} else if j := d.next(i + 1); j < len(d.blocks) && isRole(d.blocks[j].Text) {
			e += 2
		}
	}
	if e+rareWords+sayingAgain <= most {
		return e
	}
	switch first, other := d.commonWords(name); {
	case first:
		e -= 3
	case other:
		e--
	default:
		e += rareWords
	}
	if e+sayingAgain <= most {
		return e
	}
	return e + d.saidAgain(i, name)
}

// The most that the last two kinds of evidence weigh.
const (
	rareWords   = 1
	sayingAgain = 2
)

func (d *draft) saidAgain(i int, name string) (e int) {
	n := newNeedle(name)
	for _, j := range d.visible {
		s := d.blocks[j].Text
		if j == i || len(s) < len(name) {
			continue
		}
		switch at := n.in(s); {
		case at < 0:
		case len(s) == len(name) && j < d.title-aboveTitle:
			return -3
		case len(s) == len(name) && j > i+4:
		default:
			e = sayingAgain
		}
	}
	return e
}

// holdsDate reports whether block i is a date or a short line with one.
func (d *draft) holdsDate(i int) bool {
	if i < 0 || i >= len(d.blocks) {
		return false
	}
	if d.hasRole(i, Date, ModifiedDate) {
		return true
	}
	s := d.blocks[i].Text
	if d.lines[i].prose || len(s) > maxBareDate {
		return false
	}
	ts, problem := d.findDate(s)
	return ts.Precision >= timestamp.Day || problem == timestamp.Ambiguous
}

// nextWords is the next block behind i with a word, len(d.blocks) when there is
// none.
func (d *draft) nextWords(i int) int {
	for i = d.next(min(i+1, len(d.blocks))); i < len(d.blocks) && !hasWord(d.blocks[i].Text); i = d.next(i + 1) {
	}
	return i
}

// prevWords is the last block before i with a word, -1 when there is none.
func (d *draft) prevWords(i int) int {
	for i = d.prev(max(i, 0) - 1); i >= 0 && !hasWord(d.blocks[i].Text); i = d.prev(i - 1) {
	}
	return i
}

// commonWords reports whether the first and whether another word of a name
// stands in lower case elsewhere in the document, as those of a section or a
// heading do. Surnames are common words now and then, initials and particles
// always.
func (d *draft) commonWords(name string) (first, other bool) {
	n := 0
	for w := range strings.FieldsSeq(name) {
		w = strings.TrimRight(w, ".,")
		low := strings.ToLower(w)
		if low == w || nameParticles[low] || utf8.RuneCountInString(w) < 2 {
			continue
		}
		if n++; hasWholeWord(d.part(), low) {
			first, other = first || n == 1, other || n > 1
		}
	}
	return first, other
}

// allCommon reports whether all words of s stand in lower case elsewhere, and
// not as a name in small letters, which files of pictures are named by.
func (d *draft) allCommon(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		low := strings.ToLower(w)
		if low == w || !hasWholeWord(d.part(), low) {
			return false
		}
		n++
	}
	return n > 0 && !(strings.Contains(s, " ") && strings.Contains(d.part(), strings.ToLower(s)))
}

// onlyIn reports whether no word of name stands in a line of the page but
// where all of them do.
func (d *draft) onlyIn(name string) bool {
	joined := strings.ReplaceAll(name, " ", "") // as Japanese text has it
	for _, i := range d.visible {
		s := d.blocks[i].Text
		if strings.Contains(s, name) || strings.Contains(s, joined) {
			continue
		}
		for w := range strings.FieldsSeq(name) {
			if strings.Contains(s, w) {
				return false
			}
		}
	}
	return true
}
