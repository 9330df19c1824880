package parser

import (
	"strings"

	"unscrape/parser/timestamp"
)

// lead looks into the first line of running text of a page that was dumped
// onto one line: its headline and date stand there with wide gaps between, as
// in "Headline     5 May 2020     TOWN - The text". The line stays whole; only
// the fields are read out of it.
func (d *draft) lead() {
	if d.first >= len(d.blocks) || d.art.Title != "" && len(d.dates) > 0 {
		return
	}
	b := d.blocks[d.first]
	if b.Span.Start < 0 {
		return
	}
	raw := trimLineEnd(d.text[b.Span.Start:b.Span.End])
	parts := gapParts(raw[:min(len(raw), maxLead)], "     ")
	if len(parts) < 2 {
		parts = gapParts(raw[:min(len(raw), maxLead)], "  ")
	}
	title, repeated, found := "", false, date{}
	for k, part := range parts {
		if rest, ok := cutWords(part, parts[max(k-1, 0)]); k > 0 && ok && !repeated {
			title, part, repeated = parts[k-1], rest, true
		}
		ts, _ := d.findDate(part)
		text := len(part) >= longProse
		if before := strings.TrimSpace(part[:ts.Start]); !ts.IsZero() && standsApart(part, ts) {
			found = date{ts, Date, proseDate, d.first}
			switch {
			case before != "" && !text:
				title = before
			case before == "" && k > 0 && !repeated:
				title = parts[k-1]
			}
		}
		if text {
			break
		}
	}
	if found.ts.IsZero() {
		return
	}
	d.dates = append(d.dates, found)
	if d.art.Title == "" && letters(title) >= 8 && columns(title) <= maxHeadline && !endsSentence(title) {
		d.art.Title = title
	}
}

// filed takes the date of the dateline for that of a text which nothing else dates:
// of a press release, or where the agency stands behind it in brackets, as in
// "TOWN, 5 May 2020 (Example) - The text". The first sentence of a story may have
// a day there too.
func (d *draft) filed() {
	if len(d.dates) > 0 || len(d.doubts) > 0 || d.first >= len(d.blocks) {
		return
	}
	d.issued(max(d.first, d.last))
	s := clip(d.blocks[d.first].Text, maxDateLine)
	ts, _ := d.findDate(s)
	if ts.Precision < timestamp.Day {
		return
	}
	rest, agency, ok := behindDateline(s[:ts.Start], s[ts.Start+len(ts.Raw):])
	if ok && (agency || d.isRelease()) && (rest == "" || !startsLower(rest)) {
		d.dates = append(d.dates, date{ts, Date, proseDate, d.first})
	}
}

// issued takes the seven digits behind the bracket at the end of line i, which names the
// editor, for the date, as agencies in Taiwan print it: （編輯：高以寧）1110719.
func (d *draft) issued(i int) {
	s := d.blocks[i].Text
	at := len(s) - len("1110719")
	if at <= 0 || !allDigits(s[at:]) || !strings.HasSuffix(s[:at], "）") {
		return
	}
	day := s[at:]
	if ts, _ := d.findDate(day[:3] + "年" + day[3:5] + "月" + day[5:] + "日"); ts.Precision >= timestamp.Day {
		ts.Start, ts.Raw = at, day
		d.dates = append(d.dates, date{ts, Date, bareDate, i})
	}
}

// behindDateline is the text behind the place and the agency of a dateline, between
// which or behind which its date stands: before and after are what is around that.
func behindDateline(before, after string) (rest string, agency, ok bool) {
	place, opened := strings.CutSuffix(before, "(")
	if !opened {
		before = strings.TrimRight(before, " ")
		if place = strings.TrimRight(before, ",،"); place == before {
			place = withoutPreposition(before) // "تونس في 5 أفريل 2020 (وكالة)"
		}
		if place == before {
			return "", false, false
		}
		if town, name, found := strings.Cut(place, "("); found && name != "" && countWords(name, 4) < 4 {
			place, opened, agency = town, true, true // "TOWN (Example, 5 May 2020)"
		}
	}
	if place = strings.TrimSpace(place); !isPlace("- "+place) && !fewCaseless(place) {
		return "", false, false
	}
	rest = strings.TrimLeft(after, " ,،")
	if opened {
		if rest, ok = strings.CutPrefix(rest, ")"); !ok {
			return "", false, false
		}
	}
	if strings.HasPrefix(rest, "/") { // "/Example/"
		rest = strings.Replace("("+rest[1:], "/", ")", 1)
	}
	if a, behind, found := strings.Cut(rest, ")"); found && strings.HasPrefix(a, "(") && countWords(a, 4) < 4 {
		rest, agency = behind, true
	}
	return strings.TrimLeft(rest, " ."), agency, true
}

// fewCaseless reports whether s is a word or two in a script without capitals.
func fewCaseless(s string) bool {
	return s != "" && countWords(s, 3) < 3 && !hasDigit(s) && strings.ToUpper(s) == strings.ToLower(s)
}

// isRelease reports whether a line of the head says that the text is a press
// release.
func (d *draft) isRelease() bool {
	for i := range d.aboveText() {
		if b := &d.blocks[i]; b.Kind == Boilerplate && b.Reason.Detail == "release-kind" {
			return true
		}
	}
	return false
}

// standsApart reports whether a date within s begins or ends it, or stands
// behind a wide gap.
func standsApart(s string, ts timestamp.Timestamp) bool {
	rest := strings.TrimSpace(s[ts.Start+len(ts.Raw):])
	return ts.Start == 0 || strings.HasSuffix(s[:ts.Start], "  ") || rest == "" && len(s) < longProse
}

// maxLead is how far into the line its fields may stand, in bytes.
const maxLead = 1200

// gapParts cuts s at gaps.
func gapParts(s, gap string) []string {
	var parts []string
	for p := range strings.SplitSeq(s, gap) {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
