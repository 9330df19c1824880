package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/timestamp"
)

// A dateline says where and when a text was written, and which agency sent it: "TOWN, 5 May
// 2020 (Example) -".

// datelineAbove joins a place and an agency on a line of their own with the text that
// goes on below: "TOWN, 5 May (Example) -".
func (d *draft) datelineAbove() {
	i := d.first - 1
	if i < 0 || d.first == len(d.blocks) || !isAgencyDateline(d.blocks[i].Text) || !d.open(i) && d.blocks[i].Kind != Boilerplate {
		return
	}
	d.takeBack(i)
	d.lines[i].wraps = true
	d.first = i
}

// isAgencyDateline reports whether s is a place and an agency in brackets with a dash behind.
func isAgencyDateline(s string) bool {
	place := strings.TrimRight(s, " -–—")
	return len(place) < len(s) && strings.HasSuffix(place, ")") && countWords(place, 7) < 7
}

// isPlaceAndCapitals reports whether s is a place and, behind a dash, agencies in capitals:
// "Ljubljana - STA".
func isPlaceAndCapitals(s string) bool {
	_, agencies, _ := strings.Cut(s, " - ")
	return countWords(s, 7) < 7 && allCapitals(agencies)
}

// isPlaceAndCaseless reports whether s is one or two words, a hyphen and the same in a
// script without capitals: "القنيطرة-وكالة".
func isPlaceAndCaseless(s string) bool {
	place, agency, ok := strings.Cut(strings.Trim(s, "-–— "), "-")
	return ok && fewCaseless(strings.TrimSpace(place)) && fewCaseless(strings.TrimSpace(agency))
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
	s := clip(d.blocks[d.first].Text, textStart)
	ts, _ := d.findDate(s)
	if agency, ok := inDateline(s, ts); ok && (agency || d.isRelease()) {
		d.dates = append(d.dates, date{ts, Date, proseDate, d.first})
	}
}

// inDateline reports whether ts, which the text s has, is the date of its dateline, and
// whether an agency stands by it.
func inDateline(s string, ts timestamp.Timestamp) (agency, ok bool) {
	rest, agency, ok := behindDateline(s[:ts.Start], ts.Raw, s[ts.End():])
	return agency, ok && ts.Precision >= timestamp.Day && (rest == "" || !startsLower(rest))
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
// which or behind which its date stands: before and after are what is around that. A dash
// directly behind it, or a day in two calendars, is as good as an agency: "الرياض 8 رجب 1441 هـ الموافق 3 مارس 2020 م -".
func behindDateline(before, day, after string) (rest string, agency, ok bool) {
	place, opened := strings.CutSuffix(before, "(")
	if !opened {
		before = strings.TrimRight(before, " ")
		if place = strings.TrimRight(before, ",،–—- "); place == before {
			place = withoutPreposition(before) // "تونس في 5 أفريل 2020 (وكالة)"
		}
		if agency = fewCaseless(before) && strings.Contains(day, "الموافق"); place == before && !agency {
			return "", false, false
		}
		if town, _, found := strings.Cut(place, "("); found {
			place, opened, agency = town, true, true // "TOWN (Example, 5 May 2020)"
		}
	}
	if place = strings.TrimSpace(place); !isPlace("- "+place) && !fewCaseless(place) {
		return "", false, false
	}
	rest = strings.TrimLeft(after, " .,،")
	if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("–—-", r) && !opened { // "TOWN, 5 May 2020 – The text"
		return strings.TrimLeft(rest, "–—- "), true, true
	}
	if opened {
		rest = strings.TrimPrefix(rest, ")")
	}
	if strings.HasPrefix(rest, "/") { // "/Example/"
		rest = strings.Replace("("+rest[1:], "/", ")", 1)
	}
	if sender, behind, found := strings.Cut(rest, ")"); found && strings.HasPrefix(sender, "(") && countWords(sender, 4) < 4 {
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
	return slices.ContainsFunc(d.blocks[:d.first], func(b Block) bool { return b.Reason.Detail == releaseKind })
}
