package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/timestamp"
)

// longer reports whether s has more characters than most.
func longer(s string, most int) bool {
	return len(s) > most && (len(s) > utf8.UTFMax*most || utf8.RuneCountInString(s) > most)
}

// belowBody is the nearness of dates behind the text.
const belowBody = 4

// nearness is the weight of a date that is shown at a block: most between the
// headline and the text, little in lists of other stories.
func (d *page) nearness(block int) int {
	if block < 0 || !d.shown(block) {
		return 2
	}
	head := d.first
	if d.title >= 0 {
		head = max(head, d.title)
	}
	switch {
	case block > d.first && d.belowCard(block):
		return 1
	case block <= head+3 && block > d.title:
		return 12
	case block >= max(0, min(d.first, d.titleOr(d.first))-8) && block <= head+3:
		return 9
	case block > d.last && block <= d.last+6:
		return belowBody
	}
	return 1
}

// belowCard reports whether the block before a block is a link to another
// story, so that its date is that story's.
func (d *page) belowCard(block int) bool {
	return block > 0 && !d.isBody(block) && d.marks[block-1].kind == Boilerplate && d.html.Blocks[block-1].LinkDensity() > 0.9 && countWords(d.texts[block-1], 4) > 3
}

func (d *page) titleOr(i int) int {
	if d.title >= 0 {
		return d.title
	}
	return i
}

// updated reports whether the text of a block or the block before it calls
// its date that of an update.
func (d *page) updated(block int) bool {
	s, start := d.texts[block], 0
	if !longer(s, maxDateLine) {
		ts, _ := timestamp.Find(s, d.dateOptions())
		start = ts.Start
	}
	return d.roleAt(block, start) == ModifiedDate
}

// roleAt is the role that the words before the date at start of a block give
// it, or a block before it that is a label and nothing else; NoRole when
// neither does.
func (d *page) roleAt(block, start int) Role {
	if r := d.dateLabel(d.texts[block], start); r != NoRole {
		return r
	}
	if block == 0 || longer(d.texts[block-1], maxDateLine) || hasWord(d.texts[block][:start]) {
		return NoRole
	}
	m, ok := d.p.rules.Label(d.texts[block-1])
	if !ok || m.Value != "" || roleOf[m.Role] != Date && roleOf[m.Role] != ModifiedDate {
		return NoRole
	}
	return roleOf[m.Role]
}

// dateLabel is the role that the words before the date at start give it,
// NoRole when they give it none: ModifiedDate in "By Jane Roe | Updated on
// May 3", where "on" alone would say Date.
func (d *page) dateLabel(s string, start int) Role {
	role, from := NoRole, 0
	for k := start - 1; k >= 0 && k > start-40; k-- {
		if k > 0 && s[k-1] != ' ' && s[k-1] != '|' {
			continue
		}
		m, ok := d.p.rules.Label(s[k:])
		if !ok || roleOf[m.Role] != Date && roleOf[m.Role] != ModifiedDate {
			continue
		}
		if role != NoRole && strings.TrimSpace(s[min(from, k+len(m.Text)):from]) != "" {
			break
		}
		role, from = roleOf[m.Role], k
	}
	if role == NoRole { // the time may stand between the label and the day
		m, ok := d.p.rules.Label(s[strings.LastIndexByte(s[:start], '|')+1 : start])
		if ok && m.Value == "" && (roleOf[m.Role] == Date || roleOf[m.Role] == ModifiedDate) {
			return roleOf[m.Role]
		}
	}
	return role
}

// elsewhere looks for a labelled date of publication in all of the page when
// none is found where dates stand. It counts when no other one contradicts it.
func (c *moments) elsewhere() {
	for i := range c.found {
		if m := &c.found[i]; m.role == Date && (m.weight > 1 || m.told) {
			return
		}
	}
	d, only := c.d, moment{}
	for i, s := range d.texts {
		if longer(s, maxDateLine) || !hasDigit(s) || !d.shown(i) || d.isBody(i) {
			continue
		}
		ts, _ := timestamp.Find(s, d.dateOptions())
		if ts.Precision < timestamp.Day || d.roleAt(i, ts.Start) != Date {
			continue
		}
		if only.told && !sameDay(ts, only.ts) {
			return
		}
		only = moment{ts: ts, role: Date, source: "shown", weight: 3, block: i, told: true}
	}
	c.add(only)
}
