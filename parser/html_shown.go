package parser

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"unscrape/parser/timestamp"
)

// This file is about dates that a page shows: where they stand and what is said of them.

// lines reads the dates that are shown around the headline and below the text.
func (c *moments) lines() {
	d := c.d
	for i := range d.edge(8, 6) {
		s := d.texts[i]
		if longer(s, maxDateLine) || signsPost(s) || d.isBody(i) && !timestamp.IsDateLine(s) {
			continue
		}
		ts, problem := timestamp.Find(s, d.dateOptions())
		if problem == timestamp.Ambiguous || !ts.IsZero() && strings.IndexFunc(ts.Raw, unicode.IsLetter) < 0 {
			ts = c.ordered(s, ts)
		}
		if ts.IsZero() {
			c.doubt(s, problem, d.nearness(i))
			continue
		}
		m := moment{ts: ts, role: d.roleAt(i, ts.Start), source: "shown", weight: d.nearness(i), block: i}
		m.told = m.role != NoRole
		switch {
		case m.role == Date:
			m.weight += 3
		case m.told:
		case timestamp.IsDateLine(s):
			m.role = Date
		default:
			m.role = Date
			m.weight -= 2
		}
		if i == d.title { // what it is about
			m.weight = inHeadline
		}
		c.add(m)
		c.more(s, m)
	}
}

// inHeadline is the weight of a date in the headline.
const inHeadline = 2

// more adds the labelled dates behind the first one of a line.
func (c *moments) more(s string, m moment) {
	ts := m.ts
	for at := ts.End(); at < len(s); at += ts.End() {
		if ts, _ = timestamp.Find(s[at:], c.d.dateOptions()); ts.IsZero() {
			return
		}
		if m.role = c.d.dateLabel(s[at:], ts.Start); m.role != NoRole {
			m.ts, m.told = ts, true
			c.add(m)
		}
	}
}

// ordered reads a date of three numbers as the day that the metadata state, or else as it
// was read; an ambiguous one in the order that the other dates of the page prove.
func (c *moments) ordered(s string, read timestamp.Timestamp) timestamp.Timestamp {
	o := c.d.dateOptions()
	o.Order = timestamp.DMY
	ts, _ := timestamp.Find(s, o)
	other, t := ts, ts.Time
	other.Time = time.Date(t.Year(), time.Month(t.Day()), int(t.Month()), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	for _, ts := range [...]timestamp.Timestamp{ts, other} {
		if c.states(ts, Date) || c.states(ts, ModifiedDate) {
			return ts
		}
	}
	if o.Order = c.order(); !read.IsZero() || o.Order == timestamp.NoOrder {
		return read
	}
	ts, _ = timestamp.Find(s, o)
	return ts
}

// shownOrder is the order of day and month that short texts of the page prove,
// if they agree.
func (d *page) shownOrder() timestamp.Order {
	var texts []string
	for i, s := range d.texts {
		if hasDigit(s) && !d.isBody(i) && !longer(s, maxDateLine) {
			texts = append(texts, s)
		}
	}
	return provenOrder(texts)
}

// doubt notes a date near the headline that could not be read.
func (c *moments) doubt(s string, problem timestamp.Problem, nearness int) {
	if w, ok := dateWarning(s, problem, Unknown); ok && nearness >= 9 {
		c.doubts = append(c.doubts, w)
	}
}

// updates takes the dates that the page shows without a word for those of an
// update where its metadata call that day the day of the last change, and
// another one the day of publication. Those below the text are of others if an update is above.
func (c *moments) updates() {
	for i := range c.found {
		m := &c.found[i]
		if !m.told && m.role == Date && c.states(m.ts, ModifiedDate) && !c.states(m.ts, Date) {
			m.role = ModifiedDate
		}
	}
	if slices.ContainsFunc(c.found, func(m moment) bool { return m.role == ModifiedDate && m.told && m.block >= 0 && m.weight > belowBody }) {
		c.found = slices.DeleteFunc(c.found, func(m moment) bool { return m.role == Date && !m.told && m.block > c.d.last && m.weight <= belowBody })
	}
}

// states reports whether the metadata state the day of a time as that of a role.
func (c *moments) states(ts timestamp.Timestamp, role Role) bool {
	for i := range c.found {
		if m := &c.found[i]; m.block < 0 && m.role == role && sameDay(m.ts, ts) {
			return true
		}
	}
	return false
}

// belowBody is the nearness of dates behind the text.
const belowBody = 4

// nearness is the weight of a date that is shown at a block: most between the
// headline and the text, little in lists of other stories.
func (d *page) nearness(block int) int {
	if block < 0 || !d.shown(block) {
		return 2
	}
	above := block <= max(d.first, d.title)+3
	switch {
	case block > d.first && d.belowCard(block):
		return 1
	case above && block > d.title:
		return 12
	case above && block >= d.top()-8:
		return 9
	case block > d.last && block <= d.last+6:
		return belowBody
	}
	return 1
}

// belowCard reports whether the block before a block is a link to another
// story, so that its date is that story's.
func (d *page) belowCard(block int) bool {
	return !d.isBody(block) && d.html.Blocks[block-1].LinkDensity() > 0.9 && countWords(d.texts[block-1], 4) > 3
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
	if !ok || m.Value != "" || !isDateRole(roleOf[m.Role]) {
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
		if !ok || !isDateRole(roleOf[m.Role]) {
			continue
		}
		if role != NoRole && strings.TrimSpace(s[min(from, k+len(m.Text)):from]) != "" {
			break
		}
		role, from = roleOf[m.Role], k
	}
	if role == NoRole { // the time may stand between the label and the day
		m, ok := d.p.rules.Label(s[strings.LastIndexByte(s[:start], '|')+1 : start])
		if ok && m.Value == "" && isDateRole(roleOf[m.Role]) {
			return roleOf[m.Role]
		}
	}
	return role
}

// elsewhere looks for a labelled date of publication in all of the page when
// none is found where dates stand. It counts when no other one contradicts it.
func (c *moments) elsewhere() {
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
