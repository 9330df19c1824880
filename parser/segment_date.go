package parser

import "strings"

// A line of the head or the tail may be a date and one other thing.

// byDate find where a line is cut that is a date and a name, a number or a reporter.
var byDate = [...]func(*draft, string) int{(*draft).dashByDate, (*draft).numberByDate, (*draft).reporterByDate, (*draft).dateByNumber}

// seamByDate is where raw is to be cut when it is a date and one other thing; 0 when it is
// not.
func (d *draft) seamByDate(raw string) int {
	if len(raw) > maxDateLine {
		return 0
	}
	for _, find := range byDate {
		if at := find(d, raw); at > 0 {
			return at
		}
	}
	return 0
}

// dashByDate is the place of a dash between a name and the date that is all the
// rest of the line, before or behind it; 0 when there is none.
func (d *draft) dashByDate(raw string) int {
	for _, dash := range dashes {
		a, b, ok := strings.Cut(raw, dash)
		if !ok {
			continue
		}
		if i := strings.LastIndex(raw, dash); looksLikeNames(raw[i+len(dash):]) {
			a, b = raw[:i], raw[i+len(dash):]
		}
		if d.nameAndDate(a, b) || d.nameAndDate(b, a) {
			return len(a)
		}
	}
	return 0
}

// nameAndDate reports whether name is a few words of a name and rest is a date,
// which together read as no date line.
func (d *draft) nameAndDate(name, rest string) bool {
	return countWords(name, 5) < 5 && looksLikeNames(name) && d.isDateLine(rest) && !d.isDateLine(name+" – "+rest)
}

// reporterByDate is the place of a paper and its reporter behind a date, which are all the
// rest of the line: "2024-03-05 15:23 河岸報／記者葉知秋／台東報導"; 0 when there are none.
func (d *draft) reporterByDate(raw string) int {
	at := max(strings.Index(raw, "記者"), strings.Index(raw, "记者"))
	if at <= 0 {
		return 0
	}
	k := strings.LastIndexByte(strings.TrimRight(raw[:at], " "), ' ')
	if k > 0 && d.isDateLine(raw[:k]) {
		return k
	}
	return 0
}

// numberByDate is the place in raw where the number of a record ends and the
// date that is all the rest of the line begins, as in "Новина № 1204 від
// 13.05.2020", "Comunicado nº 12 del 5 de mayo de 2020" and "Nr. 143/13.05.2020"; 0
// when there is none.
func (d *draft) numberByDate(raw string) int {
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
	if last <= 0 || !hasDigit(raw[last:]) {
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
