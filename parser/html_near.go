package parser

import (
	"strings"

	"unscrape/parser/timestamp"
)

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
	case block <= head+3 && block > d.title:
		return 12
	case block >= max(0, min(d.first, d.titleOr(d.first))-8) && block <= head+3:
		return 10
	case block > d.last && block <= d.last+6:
		return 4
	}
	return 1
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
	s := d.texts[block]
	if len(s) <= maxDateLine {
		if ts, _ := timestamp.Find(s, d.dateOptions()); !ts.IsZero() {
			if r := d.dateLabel(s, ts.Start); r != NoRole {
				return r == ModifiedDate
			}
		}
	}
	if block > 0 && len(d.texts[block-1]) <= maxDateLine {
		m, ok := d.p.rules.Label(d.texts[block-1])
		return ok && m.Value == "" && roleOf[m.Role] == ModifiedDate
	}
	return false
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
	return role
}
