package parser

import (
	"slices"
	"strings"
	"unicode"

	"unscrape/parser/timestamp"
)

// Pages that ask for something and say nothing else, a form for a newsletter
// or the choices of a cookie notice, and lists of news.

// headsForm reports whether a line of such a form stands below line i, which then is
// its heading.
func (d *draft) headsForm(i int) bool {
	j := d.next(i + 1)
	return j < len(d.blocks) && d.blocks[j].Kind == Boilerplate && formRules[d.blocks[j].Reason.Detail]
}

// formOnly reports whether a sentence within a line is one of a form. It is
// meant for documents of a few short lines, in which such a sentence is glued
// to the form's heading.
func (d *draft) formOnly() bool {
	for _, i := range d.visible {
		if !d.open(i) {
			continue
		}
		s := d.blocks[i].Text
		for k := 0; k+1 < len(s); k++ {
			if !isSentenceEnd(rune(s[k])) || s[k+1] != ' ' {
				continue
			}
			for _, part := range []string{s[:k+1], strings.TrimSpace(s[k+1:])} {
				if r := d.rules().Boilerplate(part); r != nil && formRules[r.ID] {
					return true
				}
			}
		}
	}
	return false
}

// Bounds of a cookie notice with its choices: lines that rules know for those
// of one, and the lines that stand between two of them at most.
const (
	minConsent = 6
	maxBetween = 6
)

// consentOnly reports whether all the text of the part stands among the
// headings and buttons of a cookie notice.
func (d *draft) consentOnly() bool {
	known, since, text := 0, maxBetween+1, 0 // lines and text since the last heading or button
	for _, i := range d.visible {
		b := &d.blocks[i]
		switch {
		case b.Kind == Boilerplate && strings.HasPrefix(b.Reason.Detail, "cookie-"):
			known++
			since, text = 0, 0
		case d.open(i):
			if since > maxBetween {
				return false
			}
			since++
			text++
		default:
			since++
		}
	}
	return known >= minConsent && text == 0
}

// minLog is how many lines the log of a program has at least.
const minLog = 3

// logOnly reports whether the part is the log of a program: it begins with a line of one,
// and outside such lines hardly any text stands.
func (d *draft) logOnly() bool {
	if len(d.visible) == 0 || !isLogLine(d.blocks[d.visible[0]].Text) {
		return false
	}
	logged, mass := 0, int32(0)
	for _, i := range d.visible {
		switch {
		case isLogLine(d.blocks[i].Text):
			logged++
		case d.lines[i].end:
			mass += d.lines[i].width
		}
	}
	return logged >= minLog && mass < longProse
}

// isLogLine reports whether s begins with a moment to the second and the rank of a
// message behind it, "2021-05-06 10:12:13 [worker] INFO: Spider opened", or one in brackets.
func isLogLine(s string) bool {
	const moment = "2006-01-02 15:04:05"
	s, inBrackets := strings.CutPrefix(s, "[")
	if len(s) < len(moment) || s[4] != '-' || s[7] != '-' || s[13] != ':' || s[16] != ':' {
		return false
	}
	if inBrackets && !(endsSentence(s) && len(s) >= proseWidth) {
		return true
	}
	for w := range strings.FieldsFuncSeq(clip(s[len(moment):], maxSetOff), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "DEBUG", "INFO", "WARN", "WARNING", "ERROR", "CRITICAL":
			return true
		}
	}
	return false
}

// Bounds of a list of news with a date for each: how many it has at least, unless
// its summaries are cut off or the same link stands below each, and lines from one
// to the next at most.
const (
	minDated     = 6
	maxTeaser    = 12
	aboveTeasers = 24 // the same from the first line of the text to the first date: a list has a head
)

// datedTeasers reports whether dates stand among the text of the part, line by
// line and the newest first, as in a list of news with a summary of each. A
// chronicle begins with the oldest, and an article with comments has more text
// before the first date.
func (d *draft) datedTeasers() bool {
	count, days, since, told, cutOff := 0, 0, 0, 0, 0
	var mass, first, most int32 // width of the text since the last date, before the first one, and the most behind it
	var last timestamp.Timestamp
	from := max(d.first, 0)
	if d.wall { // results of a search
		from = 0
	}
	for i := d.next(from); i < len(d.blocks) && (since <= maxTeaser || count == 0 && since <= aboveTeasers); i = d.next(i + 1) {
		b := &d.blocks[i]
		since++
		if b.Kind == Body || b.Reason.Why == whyModel {
			mass += d.lines[i].width
			if isCutOff(b.Text) {
				cutOff++
			}
		}
		if b.Kind == Body && b.Reason.Score == 0 && !d.wall || len(b.Text) > maxBareDate || !hasDigit(b.Text) || !d.isDateLine(b.Text) {
			continue
		}
		ts, _ := d.findDate(b.Text)
		if ts.Precision < timestamp.Day {
			continue
		}
		if count > 0 && ts.Time.After(last.Time) {
			return false
		}
		if count == 0 || !ts.Time.Equal(last.Time) {
			days++
		}
		if mass > 0 {
			told++
		}
		if count == 0 {
			first = mass
		} else {
			most = max(most, mass)
		}
		count, since, mass, last = count+1, 0, 0, ts
	}
	enough := count >= minDated || count >= leastStories && (d.sameLinks() || cutOff >= leastStories && (d.wall || count > leastStories))
	return enough && days >= minDated/2 && told*2 > count && first <= 2*most
}

// maxLink bounds the length in bytes of the link behind the dots of a summary.
const maxLink = 32

// isCutOff reports whether s ends with dots for what it leaves out, or with those and
// a link to the rest.
func isCutOff(s string) bool {
	tail := s[max(0, len(s)-maxLink):]
	return strings.Contains(tail, "...") || strings.Contains(tail, "…")
}

// Bounds of a list of news in short lines with a date above or below each.
const (
	minDatedLines = 4 // dates
	maxDatedGap   = 3 // lines from one to the next
	maxListHead   = 8 // lines to the first
)

// datedLines reports whether all text of the part is a few short lines for each of
// several days and times, line by line and the newest first.
func (d *draft) datedLines() bool {
	if slices.ContainsFunc(d.visible, func(i int) bool { return d.lines[i].width >= longProse || d.lines[i].wraps }) {
		return false
	}
	count, since, least := 0, 0, timestamp.Minute
	if !slices.ContainsFunc(d.visible, func(i int) bool { return d.lines[i].end }) { // headlines
		least = timestamp.Day
	}
	var last timestamp.Timestamp
	for _, i := range d.visible {
		b := &d.blocks[i]
		since++
		if d.lines[i].signs&hasField == 0 || len(b.Text) > maxBareDate || !hasDigit(b.Text) || !d.isDateLine(b.Text) {
			continue
		}
		ts, _ := d.findDate(b.Text)
		if ts.Precision < least || count == 0 && (since > maxListHead || i > d.first) || count > 0 && (since > maxDatedGap || since < 2 || ts.Time.After(last.Time)) {
			return false
		}
		count, since, last = count+1, 0, ts
	}
	return count >= minDatedLines
}

// timedLines reports whether the part is headlines with the time of day before each, the
// latest first, and has no sentences but those that are cut off.
func (d *draft) timedLines() bool {
	count, later, last := 0, 0, ""
	for _, i := range d.visible {
		at := clockBefore(d.blocks[i].Text)
		switch {
		case at == "" && d.isSentence(i) && !trailsOff(d.blocks[i].Text), at != "" && d.stops(i): // a report minute by minute
			return false
		case at == "":
			continue
		case at > last && count > 0: // of the day before
			later++
		}
		count, last = count+1, at
	}
	return count >= minListingLines && 3*later <= count
}

// clockBefore is the time of day, "15:58", that s begins with or has behind one word,
// before more words; "" when there is none.
func clockBefore(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if !hasDigit(first) {
		first, rest, _ = strings.Cut(rest, " ")
	}
	if len(first) != len("15:58") || first[2] != ':' || !allDigits(first[:2]) || !allDigits(first[3:]) || countWords(rest, 3) < 3 {
		return ""
	}
	return first
}

// summaries reports whether the part is lines that are cut off and have a date each, on
// the same line or directly above, as the results of a search are, and has no more than
// one sentence besides.
func (d *draft) summaries() bool {
	count, sentences := 0, 0
	for _, i := range d.visible {
		s := d.blocks[i].Text
		switch {
		case !trailsOff(s):
			if d.isSentence(i) {
				sentences++
			}
			if sentences > 1 {
				return false
			}
		case d.saysDay(s), i > 0 && !d.lines[i-1].end && hasDigit(d.blocks[i-1].Text) && d.saysDay(d.blocks[i-1].Text):
			count++
		}
	}
	return count >= minDatedLines
}

// saysDay reports whether s holds a whole date.
func (d *draft) saysDay(s string) bool {
	ts, _ := d.findDate(s)
	return ts.Precision >= timestamp.Day
}

// wallAbove is how many visible lines above the text say at most that there is
// none.
const wallAbove = 3

// isError reports whether the text of the part stands directly below the words
// of an error, and no identifier, byline, time of day or labelled date speaks
// for an article.
func (d *draft) isError() bool {
	if d.art.ID != "" || d.art.Authors != nil || d.art.Timestamp.Precision > timestamp.Day ||
		slices.ContainsFunc(d.dates, func(c date) bool { return c.role == Date && c.weight >= createdDate }) {
		return false
	}
	for i, n := d.prev(d.first-1), 0; i >= 0 && n < wallAbove; i, n = d.prev(i-1), n+1 {
		if b := &d.blocks[i]; b.Kind == Boilerplate && (b.Reason.Detail == errorPage || n == 0 && b.Reason.Detail == paywall) {
			return true
		}
	}
	return false
}

// sameLinks reports whether the same link to other stories stands in the part
// several times.
func (d *draft) sameLinks() bool {
	links := map[string]int{}
	for _, i := range d.visible {
		b := &d.blocks[i]
		if !b.byRule() || b.Reason.Detail != relatedHead && b.Reason.Detail != relatedWord {
			continue
		}
		if links[b.Text]++; links[b.Text] == leastStories {
			return true
		}
	}
	return false
}

// leastStories is how many stories a list has at least.
const leastStories = 3
