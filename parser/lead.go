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
	raw := d.raw(d.first)
	raw = raw[:min(len(raw), maxLead)]
	parts := gapParts(raw, "     ")
	if len(parts) < 2 {
		parts = gapParts(raw, "  ")
	}
	title, repeated, found := "", false, date{}
	for k, part := range parts {
		if rest, ok := cutWords(part, parts[max(k-1, 0)]); k > 0 && ok {
			title, part, repeated = parts[k-1], rest, true
		}
		ts, _ := d.findDate(part)
		if !ts.IsZero() && standsApart(part, ts) {
			found = date{ts, Date, proseDate, d.first}
			if before := strings.TrimSpace(part[:ts.Start]); before != "" {
				title = before
			} else if k > 0 && !repeated {
				title = parts[k-1]
			}
		}
		if len(part) >= longProse { // the text
			break
		}
	}
	if found.ts.IsZero() {
		if len(parts) == 1 && len(d.visible) == 1 {
			d.leadWithoutGaps(parts[0])
		}
		return
	}
	d.dates = append(d.dates, found)
	if d.art.Title == "" && letterWeight(title) >= 8 && len(title) < longProse {
		d.art.Title = title
	}
}

// maxHead is how far into a line the date may stand that no gap sets off, in bytes.
const maxHead = 320

// leadWithoutGaps reads what stands before the first sentence of s, the only line: a date
// with its time, behind a headline and a byline perhaps, or one behind a bar and the name of the
// site, which the headline stands before: "Headline | The Post 05.10.2020 The text"; or one between
// a headline and a place in brackets, "The Headline May 5, 2020 (Millford, Ohio) The text", or a byline.
func (d *draft) leadWithoutGaps(s string) {
	head := clip(s, maxHead)
	ts, _ := d.findDate(head)
	if ts.Precision < timestamp.Day || ts.Start == 0 {
		return
	}
	before, text := head[:ts.Start], strings.TrimLeft(s[ts.End():], " ,-–—")
	if hasSentenceBreak(before) || startsLower(text) || strings.HasPrefix(text, "AM") || strings.HasPrefix(text, "PM") || d.isOtherDate(before, ts.Raw) {
		return
	}
	title, site, ok := strings.Cut(before, " | ")
	ok = ok && letterWeight(title) >= 8 && hasWord(site) && countWords(site, 4) < 4
	place, _, signed := strings.Cut(clip(text, maxReporterDateline), " -") // By Jane Roe, Staff Writer MILLFORD -- The text
	m, by := d.nameBehindBy(place)
	signed = signed && by && m.Start == 0 && isUpperWord(place[strings.LastIndexByte(place, ' ')+1:]) && strings.Contains(place, m.Value+",")
	if !ok && (signed || titleCase(before) && isPlaceInBrackets(text)) && !d.beginsWithButton(before) {
		title, ok = strings.TrimSpace(before), letterWeight(before) >= 8
	}
	if b, found := d.nameBehindBy(strings.TrimSpace(before)); !ok && found && personal(b.Value) && !strings.Contains(before, " | ") && !strings.Contains(before, " - ") && ts.Precision >= timestamp.Minute && letterWeight(before[:b.Start]) >= 8 {
		m, title, ok, signed = b, strings.TrimSpace(before[:b.Start]), true, true
	}
	if ts.Precision < timestamp.Minute && !ok {
		return
	}
	d.dates = append(d.dates, date{ts, Date, proseDate, d.first})
	if ok && d.art.Title == "" {
		d.art.Title = title
	}
	if signed && d.art.Authors == nil {
		d.art.Authors = splitNames(m.Value)
	}
}

// isPlaceInBrackets reports whether s begins with a bracket, a place and a bracket.
func isPlaceInBrackets(s string) bool {
	place, _, ok := strings.Cut(strings.TrimPrefix(s, "("), ") ")
	return s != "" && s[0] == '(' && ok && countWords(place, 5) < 5 && startsUpper(place) && !hasDigit(place)
}

// isOtherDate reports whether the last words before the date raw are the label of another
// one than that of publication.
func (d *draft) isOtherDate(before, raw string) bool {
	words := strings.TrimRight(before, " ")
	for range 3 {
		k := strings.LastIndexByte(words, ' ')
		if m, ok := d.rules().Label(before[k+1:] + raw); ok && m.Value != "" && (roleOf[m.Role] == ModifiedDate || roleOf[m.Role] == OtherField) {
			return true
		}
		if k < 0 {
			break
		}
		words = strings.TrimRight(words[:k], " ")
	}
	return false
}

// standsApart reports whether a date within s begins or ends it, or stands
// behind a wide gap.
func standsApart(s string, ts timestamp.Timestamp) bool {
	return ts.Start == 0 || strings.HasSuffix(s[:ts.Start], "  ") || len(s) < longProse && strings.TrimSpace(s[ts.End():]) == ""
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
