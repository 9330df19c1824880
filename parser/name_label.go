package parser

import (
	"slices"
	"strings"
	"unicode"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// Names behind the label of a byline.

// bylineIn takes the names that a label announces at the head of line i or
// behind one of its dates, whatever else is glued to them: "By Jane Roe | 5
// min".
func (d *draft) bylineIn(i int) {
	if v, label := d.labelledNames(d.blocks[i].Text); v != "" {
		d.setField(i, Byline, rules.Match{Value: v, Text: label})
	}
}

// labelledNames is what the label of a byline announces in s, and the label;
// "" when there is none.
func (d *draft) labelledNames(s string) (names, label string) {
	for rest := linkWords(s); rest != ""; {
		if names, label = d.namesAtHead(rest); names != "" {
			return names, label
		}
		ts, _ := d.findDate(rest)
		if ts.IsZero() {
			break
		}
		rest = strings.TrimLeft(rest[ts.End():], " \t\u00a0-–—|•·/,;.()")
	}
	return "", ""
}

// namesAtHead is labelledNames for a label at the head of s, with a space
// behind it or without.
func (d *draft) namesAtHead(s string) (names, label string) {
	s = clip(s, maxLineOfFields)
	if d.rules().Opening(s).Label() { // else none of its beginnings has one with a name behind it
		for _, beginning := range [...]func(string) string{withoutJob, beforeBar, d.beforeDay} {
			if names, label = d.namesBehind(beginning(s)); names != "" {
				return names, label
			}
		}
	}
	if s = apart(s); !d.rules().Opening(s).Label() {
		return "", ""
	}
	return d.namesBehind(d.beforeDay(s))
}

// namesBehind is what the label of a byline that s begins with announces, and
// the label.
func (d *draft) namesBehind(s string) (names, label string) {
	m, ok := d.rules().Label(s)
	if !ok || roleOf[m.Role] != Byline {
		return "", ""
	}
	if names = d.bylineNames(m.Value); names == "" {
		return "", ""
	}
	return names, m.Text
}

// besideNames stand between a name and what else a byline says.
var besideNames = append(dashesAndBar, " · ", " • ", " ⋅ ", " ● ")

// beforeBar is s up to what sets its first part off.
func beforeBar(s string) string {
	s, _ = cutFirst(s, besideNames)
	s, _ = cutFirst(s, []string{" (", " ["})
	return s
}

// maxGlued is how far into a line a label may reach that a name is glued to,
// in bytes.
const maxGlued = 24

// apart puts a space where the first word of s that has a capital within it
// begins a name: "ByJane Roe". It is "" when there is none.
func apart(s string) string {
	prev := rune(0)
	for i, r := range clip(s, maxGlued) {
		if unicode.IsLower(prev) && unicode.IsUpper(r) {
			return s[:i] + " " + s[i:]
		}
		prev = r
	}
	return ""
}

// bylineNames is what of the value of a byline's label are names; "" when
// nothing is.
func (d *draft) bylineNames(v string) string {
	v = pageName(d.beforeDay(v))
	long := countWords(v, maxBylineWords) >= maxBylineWords
	if name, rest, found := strings.Cut(v, ","); found && !(long && allPersonal(v)) && (long || !personal(rest)) {
		v, long = name, countWords(name, maxBylineWords) >= maxBylineWords
	}
	if v == "" || long && !allPersonal(v) || !looksLikeNames(v) {
		return ""
	}
	return v
}

// withoutJob is a byline without what the person is at the paper, which begins with a capital
// and ends with a word for that in small letters, "Jane Roe Local democracy reporter @janeroe",
// or has two of these.
func withoutJob(s string) string {
	name, _, _ := strings.Cut(s, " @")
	if _, last, _ := cutLastWord(name); !jobWords[strings.ToLower(last)] {
		return s
	}
	words := strings.Fields(strings.Replace(name, "Staff ", " Staff ", 1)) // glued to the name
	for k := 2; k+1 < len(words); k++ {
		if name = strings.Join(words[:k], " "); (startsLower(words[k+1]) || hasJobWord(words[k])) && personal(name) && !hasJobWord(name) && !isOfficeName(name) {
			return name
		}
	}
	return s
}

// maxBylineWords is one more than the words that the names of a page's byline
// have when they are no list.
const maxBylineWords = 7

// allPersonal reports whether s is a list of names of people.
func allPersonal(s string) bool {
	for name := range strings.SplitSeq(s, ",") {
		if first, rest, _ := strings.Cut(strings.TrimLeft(name, " "), " "); slices.Contains(ands, first) {
			name = rest
		}
		if !personal(name) || hasJobWord(name) || hasOrdinary(name) {
			return false
		}
	}
	return true
}

// beforeDay is s up to its date, or to a day of a month that has no year.
func (d *draft) beforeDay(s string) string {
	if ts, _ := d.findDate(s); !ts.IsZero() {
		return s[:ts.Start]
	}
	i := strings.IndexFunc(s, unicode.IsDigit)
	if i < 0 {
		return s
	}
	end := i + len(s[i:]) - len(strings.TrimLeftFunc(s[i:], unicode.IsDigit))
	if ts, _ := timestamp.Find(s[:end]+", 2000", d.when); ts.Precision >= timestamp.Day {
		return s[:ts.Start]
	}
	return s
}
