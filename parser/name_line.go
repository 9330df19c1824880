package parser

import "strings"

// What of a line is the name of a person that no label announces.

// nameIn is the name that line i is, alone or beside its date, perhaps in a
// script without capitals; "" when it is none.
func (d *draft) nameIn(i int, caseless bool) (name string, dated bool) {
	b := &d.blocks[i]
	if len(b.Text) > maxNames || d.lines[i].prose || !d.open(i) && b.Reason.Why != whyAbove && !d.hasRole(i, Date, ModifiedDate) {
		return "", false
	}
	ts, _ := d.findDate(b.Text)
	if ts.IsZero() {
		return d.asName(b.Text, caseless), false
	}
	for _, side := range [...]string{b.Text[:ts.Start], b.Text[ts.End():]} {
		if strings.HasSuffix(strings.TrimRight(side, " \u00a0"), ":") && countWords(side, 2) < 2 {
			continue // a label
		}
		for part := range strings.FieldsFuncSeq(side, func(r rune) bool { return strings.ContainsRune("|•·/—", r) }) {
			if name = d.asName(part, caseless); name != "" {
				return name, true
			}
			if len(part) > len("記者") && isHanName(part) && strings.Count(d.part(), part) > 1 && d.rules().Chrome(part) == 0 {
				return part, true // it signs the text or its picture too
			}
		}
	}
	return "", true
}

// asName is the name that s is with what stands around it on a page, perhaps in
// a script without capitals, "" when it is none.
func (d *draft) asName(s string, caseless bool) string {
	name := twice(pageName(withoutAddress(s)))
	person, _ := cutAny(name, commas)
	if notAName(s, person) || strings.Contains(d.art.Title, person) || saysMore(s) && endsSentence(s) {
		return ""
	}
	if strings.Contains(person, ":") || strings.Contains(person, " By ") || !(personal(person) || d.twoWriters(person) || caseless && isCaseless(person)) || hasJobWord(person) || showsPortrait(person) ||
		hasOrdinary(person) || d.rules().Knows(name) {
		return ""
	}
	first, _, _ := strings.Cut(person, " ")
	if officeNames[strings.ToLower(first)] { // an office
		return ""
	}
	for _, s := range [...]string{person, first} {
		if len(s) <= len("Lê") && asciiPrefix(s) < len(s) {
			continue // no article of French
		}
		if m, ok := d.rules().Label(s); ok && (m.Value == "" || roleOf[m.Role] != Byline) {
			return ""
		}
	}
	return name
}

// withoutRole cuts what a person is off behind a comma, or a calling.
func (d *draft) withoutRole(name string) string {
	if before, last, _ := cutLastWord(name); before != "" && callings[last] {
		return before
	}
	head, rest := cutAny(name, commas)
	if !allPersonal(strings.TrimLeft(rest, commas)) {
		return head
	}
	return name
}

// twoWriters reports whether s is the names of two persons, no word of which is a common one.
func (d *draft) twoWriters(s string) bool {
	if !twoNames(s) {
		return false
	}
	first, other := d.commonWords(s)
	return !first && !other
}

// notAName reports whether what a line says is no person: a button, an outcry,
// a number of three digits behind it, an ampersand or a last word of one letter
// in it.
func notAName(line, person string) bool {
	if strings.HasPrefix(line, "(BUTTON)") || strings.ContainsAny(person, "!?") || isLetter(person[strings.LastIndexByte(person, ' ')+1:]) {
		return true
	}
	for w := range strings.FieldsSeq(person) {
		if strings.Contains(w, "&") && w != "&" {
			return true
		}
	}
	_, rest, _ := strings.Cut(line, person)
	rest = strings.TrimLeft(rest, " ")
	return len(rest) > 2 && allDigits(rest[:3])
}

// isLetter reports whether s is one capital without a dot.
func isLetter(s string) bool { return len(s) == 1 && 'A' <= s[0] && s[0] <= 'Z' }
