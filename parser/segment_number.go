package parser

import "strings"

// numberByDate is the place in raw where the number of a record ends and the
// date that is all the rest of the line begins, as in "Новина № 1204 від
// 13.05.2020", "Comunicado nº 12 del 5 de mayo de 2020" and "Nr. 143/13.05.2020"; 0
// when there is none.
func (d *draft) numberByDate(raw string) int {
	if len(raw) > maxDateLine {
		return 0
	}
	at := firstDigit(raw)
	if at <= 0 || strings.IndexByte(raw[:at], ':') >= 0 {
		return 0
	}
	for _, sep := range [...]byte{' ', '/'} {
		k := at + strings.IndexByte(raw[at:], sep) + 1
		if k > at && firstDigit(raw[k:]) >= 0 && d.isDateLine(raw[k:]) && d.isNumberField(raw[:k]) {
			return k
		}
	}
	return 0
}

// dateByNumber is the place in raw where the sign of a number that ends the line stands
// behind a date, as in "від 15 липня 2020 року № 1184-VII"; 0 when there is none.
func (d *draft) dateByNumber(raw string) int {
	last := strings.LastIndexByte(raw, ' ')
	if last <= 0 || len(raw) > maxKey*2 || !hasDigit(raw[last:]) {
		return 0
	}
	at := last + 1
	if word := raw[at:]; !strings.HasPrefix(word, "№") && word[0] != '#' {
		at = strings.LastIndexByte(raw[:last], ' ') + 1
	}
	word, _, _ := strings.Cut(raw[at:], " ")
	if colon := strings.HasSuffix(word, ":"); at == 0 || colon && !numberSigns[word[:len(word)-1]] || numbered(raw[at:]) == "" || !d.isDateLine(raw[:at]) { // the last word of a label
		return 0
	}
	return at
}

// isNumberField reports whether s is a number with the label or the sign of one.
// The digits behind the label of a date are a time of day.
func (d *draft) isNumberField(s string) bool {
	if m, ok := d.rules().Label(s); ok {
		return roleOf[m.Role] == ID && m.Value != "" && d.fits(m)
	}
	return numbered(s) != ""
}
