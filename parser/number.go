package parser

import (
	"strings"
	"unicode"

	"unscrape/parser/timestamp"
)

// numbers takes the identifier from a numbered line above the headline when no
// label told one: "Comunicado n.º 2022/318", "Новина: 31990", "№ 6671", or a
// bare number as the very first line, with fields directly below it, or the symbol
// of a document beside a field.
func (d *draft) numbers() {
	if d.art.ID != "" {
		return
	}
	seen := 0
	for i := range d.aboveText() {
		if !d.open(i) {
			continue
		}
		if seen++; seen > maxNumberLines {
			break
		}
		s := d.blocks[i].Text
		id := numbered(s)
		if bare := strings.Trim(s, "[]"); id == "" && (d.prev(i-1) < 0 && d.isKnownField(d.next(i+1)) || isDocumentCode(bare)) && isNumber(bare) {
			id = bare
		}
		if id != "" && (d.besideField(i) || d.prev(i-1) < 0) {
			d.setNumber(i, id, "number above the headline")
			return
		}
	}
	for i := max(d.last, d.first) + 1; i < len(d.blocks); i++ {
		s := d.blocks[i].Text
		if id := numbered(s); id != "" && d.open(i) && !strings.Contains(s, ":") && d.besideField(i) {
			d.setNumber(i, id, "number beside the date")
			return
		}
	}
}

func (d *draft) setNumber(i int, id, why string) {
	d.art.ID = asciiDigits(id)
	d.mark(i, Field, ID, why, "")
}

// numberReach is how much of a line, in bytes, the number of a release is looked for in.
const numberReach = 192

// releaseNumber takes the number of a press release from the head: a number,
// a slash, and the year of the date, or the other way round, as "04/103" and
// "H133/2002". Capitals before it belong to it, as in "MRS 60/96".
func (d *draft) releaseNumber() {
	if d.art.ID != "" || d.art.Timestamp.Precision < timestamp.Day {
		return
	}
	year := d.art.Timestamp.Time.Format("2006")
	for i := d.next(0); i <= d.first && i < len(d.blocks); i = d.next(i + 1) {
		s := d.blocks[i].Text
		if !strings.Contains(s, "/") || !d.open(i) && d.blocks[i].Kind != Boilerplate && d.blocks[i].Role != Date {
			continue
		}
		reach := numberReach
		if i == d.first && d.lines[i].end {
			reach = numberReach / 2 // further on it is the number of something told of
		}
		if id := slashedNumber(s[:min(len(s), reach)], year); id != "" {
			d.art.ID = id
			if d.open(i) && i < d.first {
				d.mark(i, Field, ID, "number with the year", "")
			}
			return
		}
	}
}

// slashedNumber finds a word of a number and the year, or its last two digits.
func slashedNumber(s, year string) string {
	words := strings.Fields(s)
	for k, w := range words {
		w = strings.Trim(w, ".,;()[]")
		a, b, ok := strings.Cut(w, "/")
		a = strings.TrimLeft(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		if !ok || !allDigits(a) || !allDigits(b) || len(a)+len(b) < 4 {
			continue
		}
		if b != year && b != year[2:] && a != year && a != year[2:] {
			continue
		}
		if k > 0 && isUpperWord(words[k-1]) && len(words[k-1]) <= 4 && !numberSigns[strings.ToLower(words[k-1])] {
			return words[k-1] + " " + w
		}
		return w
	}
	return ""
}

// maxNumberLines is how many open lines from the top may hold the number.
const maxNumberLines = 4

// besideField reports whether a field stands beside line i, but for the kind of release above it.
func (d *draft) besideField(i int) bool {
	above := d.prev(i - 1)
	for above >= 0 && d.matched(above).Is(releaseKind) {
		above = d.prev(above - 1)
	}
	return d.isKnownField(above) || d.isKnownField(d.next(i+1))
}

// numberSigns are the words and signs that announce a number, in lower case
// and without a full stop.
var numberSigns = wordSet("number")

// maxNumbered is the most bytes of a line that announces a number.
const maxNumbered = 96

// numbered is the number of a line of at most three words, a sign for a number
// or a colon, and the number; "" when s is none.
func numbered(s string) string {
	if len(s) > maxNumbered || !hasDigit(s) {
		return ""
	}
	words := strings.Fields(strings.TrimRight(s, " |/·•-–"))
	for k, w := range words {
		if k > 3 {
			return ""
		}
		sign, glued := strings.ToLower(strings.TrimRight(w, ".:")), ""
		if at := firstDigit(w); at > 0 && (w[at-1] == '.' || w[at-1] == '#' || strings.HasPrefix(w, "№")) {
			sign, glued = strings.ToLower(strings.TrimRight(w[:at], ".")), w[at:]
		}
		colon := (strings.HasSuffix(w, ":") || strings.HasSuffix(w, "՝")) && k+2 == len(words)
		if !numberSigns[sign] && !colon {
			continue
		}
		rest := words[k+1:]
		if glued != "" {
			rest = append([]string{glued}, rest...)
		}
		if len(rest) == 2 && len(rest[0]) <= 4 && isUpperWord(rest[0]) && isNumber(rest[1]) { // "No. PR 14/2018"
			return rest[0] + " " + rest[1]
		}
		if len(rest) == 1 && isNumber(rest[0]) && (!colon || len(rest[0]) >= 4) {
			return strings.TrimRight(rest[0], ".,")
		}
	}
	return ""
}

// isDocumentCode reports whether s begins with capitals and a slash, as the symbols
// of documents do: "SC/13456".
func isDocumentCode(s string) bool {
	series, _, ok := strings.Cut(s, "/")
	return ok && len(series) > 1 && isUpperWord(series)
}

// maxSuffix is how many letters of any script may stand behind the sign in a number,
// as in "417-п".
const maxSuffix = 3

// isNumber reports whether s is a number as an identifier has it: three digits
// or more, perhaps with letters, slashes and dashes, and no clock time or date.
func isNumber(s string) bool {
	digits, behind := 0, 0 // letters behind the last sign
	for _, r := range s {
		switch {
		case digitValue(r) >= 0:
			digits++
		case r == '/' || r == '-':
			behind = 1
		case r >= 'A' && r <= 'Z':
		case behind == 0 || behind > maxSuffix || digits == 0 || !unicode.IsLetter(r):
			return false
		default:
			behind++
		}
	}
	return digits >= 3 && len(s) <= maxID && !(strings.ContainsAny(s, "/-") && timestamp.IsDateLine(s))
}
