package parser

import (
	"slices"
	"strings"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// How far from the headline and the first paragraph of a page its date and
// byline may stand, in visible lines.
const (
	aboveTitle = 12
	belowText  = 7
)

// head finds the headline, the date and the byline of a page where its
// article begins. titles are lines that may be the headline, at their blocks.
func (d *draft) head(titles []linemodel.Title, at []int) {
	if d.last < 0 {
		return
	}
	d.pageHeadline(titles, at)
	from, to := d.reach()
	d.headEnd = to
	before := d.art.Authors
	d.art.Authors = nil
	d.onPortraits(from, min(to, d.first))
	d.pageFields(from, to)
	d.farDates(from, to)
	d.pageDate(from, to)
	d.reporterLines()
	d.accountByline()
	d.pageByline(from, to)
	d.tailByline(before)
	d.cleanNames()
}

// isLabelled reports whether s is a field that a label announces, or begins as
// a byline and goes on to a date, whatever else is on it.
func (d *draft) isLabelled(s string) bool {
	if m, ok := d.rules().Label(s); ok && m.Value != "" && d.fits(m) {
		return true
	}
	ts, _ := d.findDate(s)
	if ts.Precision < timestamp.Day {
		return false
	}
	m, ok := d.nameBehindBy(s[:ts.Start])
	return ok && m.Start == 0
}

// reach is the range of blocks around the headline and the beginning of the
// text.
func (d *draft) reach() (from, to int) {
	from, to = d.first, d.first
	if d.title >= 0 {
		from = min(from, d.title)
		for i := d.title + 1; d.title > d.first && i <= d.last; i++ {
			if d.open(i) && d.lines[i].prose {
				from, to = d.title, i
				break
			}
		}
	}
	for n := aboveTitle; from > 0 && n > 0; from-- {
		if d.blocks[from-1].Text != "" {
			n--
		}
	}
	for n := belowText; to <= d.last && n > 0; to++ {
		if d.blocks[to].Text != "" {
			n--
		}
	}
	return from, to
}

// pageFields takes what labels announce on the lines of a range, several on
// one line perhaps, or on the line below.
func (d *draft) pageFields(from, to int) {
	var found []rules.Match
	for i := range d.shown(from, to) {
		s := d.blocks[i].Text
		if d.art.Authors == nil && d.isPosted(i) {
			d.art.Authors = d.poster(s)
		}
		if len(s) > maxLineOfFields || d.lines[i].prose || d.blocks[i].Kind == Field && d.blocks[i].Role != Byline {
			continue
		}
		if m, ok := d.labelOf(i); ok && m.Value == "" && m.Alone {
			d.fieldBelow(i, m)
			continue
		}
		if d.art.Authors == nil {
			d.bylineIn(i)
		}
		found = d.rules().Fields(found[:0], s)
		if whole := unglue(s); whole != s { // which cuts names too
			found = slices.DeleteFunc(found, func(m rules.Match) bool { return roleOf[m.Role] != Byline })
			found = d.rules().Fields(found, whole)
		}
		for _, m := range found {
			switch role := roleOf[m.Role]; {
			case !isDateRole(role) && role != Byline || m.Value == "" || !d.fits(m):
			case role != Byline || d.art.Authors == nil && d.announcesNames(s, m):
				d.setField(i, role, m)
			}
		}
	}
}

// announcesNames reports whether the label of a byline within a line of a page has
// names behind it: at the head of the line or behind a sign that sets its parts
// off, it is no part of a phrase as "Search by Town".
func (d *draft) announcesNames(s string, m rules.Match) bool {
	if startsLower(m.Value) || d.allCommon(m.Value) {
		return false
	}
	before := s[:min(m.Start, len(s))]
	if _, again := cutWords(m.Value, before); again { // under a portrait
		return true
	}
	return m.Sep || !hasWord(before) || !isWordRune(lastRune(strings.TrimRight(before, " \u00a0")))
}

// fieldBelow takes the value of a label that is a line of its own from the
// next line.
func (d *draft) fieldBelow(i int, m rules.Match) {
	role, j := roleOf[m.Role], d.next(i+1)
	if !isDateRole(role) && role != Byline || j >= len(d.blocks) || d.lines[j].prose || len(d.blocks[j].Text) > maxLineOfFields {
		return
	}
	m.Value = d.blocks[j].Text
	if role == Byline {
		if _, other := d.labelOf(j); other {
			return // a staff writer without a name
		}
		if m.Value = pageName(m.Value); d.art.Authors != nil || d.rules().Knows(m.Value) || countWords(m.Value, 6) > 5 || d.allCommon(m.Value) {
			return
		}
	}
	if !d.fits(m) {
		return
	}
	d.mark(i, Field, role, whyLabel, m.Text)
	d.setField(j, role, m)
}

// headOfText is among how many of the first lines of the text the writer may stand.
const headOfText = 6

// writersAbove takes names by a date, what people are at a paper, and the names above
// that off the beginning of the text.
func (d *draft) writersAbove(p []float32, at []int) {
	for k, n := 0, 0; k < len(at) && n < headOfText; k++ {
		i := at[k]
		if p[k] < bodyLine || !d.open(i) {
			continue
		}
		n++
		if s := d.blocks[i].Text; d.lines[i].width >= maxShortLine || d.lines[i].end || len(s) > maxNames {
			continue
		} else if isRole(s) {
			p[k] = 0
		} else if !personal(s) || k+1 == len(at) {
			continue
		} else if below := d.blocks[at[k+1]].Text; isRole(below) || d.isDateLine(below) {
			p[k] = 0
		}
	}
}
