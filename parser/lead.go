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
		return
	}
	d.dates = append(d.dates, found)
	if d.art.Title == "" && letters(title) >= 8 && len(title) < longProse {
		d.art.Title = title
	}
}

// standsApart reports whether a date within s begins or ends it, or stands
// behind a wide gap.
func standsApart(s string, ts timestamp.Timestamp) bool {
	return ts.Start == 0 || strings.HasSuffix(s[:ts.Start], "  ") || len(s) < longProse && strings.TrimSpace(s[ts.Start+len(ts.Raw):]) == ""
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
