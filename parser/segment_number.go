package parser

// numberByDate is the place in raw where the number of a record ends and the
// date that is all the rest of the line begins, as in "Новина № 1204 від
// 13.05.2020" and "Comunicado nº 12 del 5 de mayo de 2020"; 0 when there is none.
func (d *draft) numberByDate(raw string) int {
	if len(raw) > maxDateLine {
		return 0
	}
	for w := range wordStarts(raw) {
		if !w.digit {
			continue
		}
		if d.isNumberField(raw[:w.pos]) && d.isDateLine(raw[w.pos:]) {
			return w.pos
		}
		return 0
	}
	return 0
}

// isNumberField reports whether s is a number with the label or the sign of one.
// The digits behind the label of a date are a time of day.
func (d *draft) isNumberField(s string) bool {
	if m, ok := d.rules().Label(s); ok {
		return roleOf[m.Role] == ID && m.Value != "" && d.fits(m)
	}
	return numbered(s) != ""
}
