package timestamp

import "unicode/utf8"

// separators are the signs between the numbers of a date.
const separators = hyphen | slash | dot | bullet

// numericDate reads three numbers: 2020-10-06, 6.10.2020, 06/10/20,
// 19 / 01 / 2017, 2020. 10. 6. It also reads year and month, 2020-10 or
// 10/2020, when that is the whole string.
func (r *reader) numericDate(i int) (day, bool) {
	sep := i + 1
	if r.isNumber(sep) {
		return r.spacedDate(i)
	}
	if !r.isOneOf(sep, separators) || !r.isNumber(i+2) || !r.startsWell(i) {
		return day{}, false
	}
	if !r.isOneOf(i+3, separators) || r.buf[i+3].val != r.buf[sep].val || !r.isNumber(i+4) {
		return r.yearAndMonth(i)
	}
	if !r.evenGaps(i) {
		return day{}, false
	}
	end := i + 5
	if !r.numberEnds(end) {
		return day{}, false
	}
	y := year{}
	if r.buf[i+4].digits == 4 {
		r.yearWords(&y, end)
		end = y.end
	} else if r.is(end, kindUnitDay) && r.near(end) {
		end++
	} else if s, ok := r.sense(end, kindEra); ok && !isNamedEra(int(s.value)) && r.buf[i].digits == 4 {
		y.era = int(s.value)
		end++
	}
	n := three{a: r.buf[i], b: r.buf[i+2], c: r.buf[i+4], sep: r.buf[sep].val, era: y.era}
	d, ok := r.readThree(n)
	d.end = end
	return d, ok
}

// spacedDate reads a date by itself with nothing but spaces between its numbers, the
// year before the others: 2020 10 06.
func (r *reader) spacedDate(i int) (day, bool) {
	n := three{a: r.buf[i], b: r.buf[i+1], c: r.buf[i+2]}
	if r.strict || i > 0 && !r.is(i-1, kindLabel) || n.a.digits != 4 || n.b.digits != 2 || !r.isNumber(i+2) || n.c.digits != 2 || !r.numberEnds(i+3) {
		return day{}, false
	}
	d, ok := r.readThree(n)
	d.end = i + 3
	return d, ok
}

// startsWell reports whether token i may begin a date of numbers: it is no
// part of a longer number, word or path.
func (r *reader) startsWell(i int) bool {
	if i == 0 || r.buf[i].gap {
		return !r.isOneOf(i-1, money|plus|hash)
	}
	t := &r.buf[i-1]
	switch t.kind {
	case numberToken:
		return false
	case wordToken:
		r0, _ := utf8.DecodeRuneInString(r.s[t.start:])
		return isSolid(r0) || r.is(i-1, kindLabel)
	}
	if r.isOneOf(i-1, hyphen|slash|dot|colon) {
		return r.isSign(i-1, ':') && !r.isNumber(i-2)
	}
	return r.isOneOf(i-1, open|bar|comma|quote|arrow|bullet)
}

// numberEnds reports whether a date of numbers may end before token i.
func (r *reader) numberEnds(i int) bool {
	if !r.near(i) {
		return true
	}
	t := &r.buf[i]
	switch t.kind {
	case numberToken:
		return false
	case wordToken:
		return t.val >= 0 || r.s[t.start] >= 0x80
	}
	joined := r.near(i+1) && r.buf[i+1].kind != signToken
	switch t.val {
	case '/', '%', '_', '=':
		return false
	case '.', ':':
		return !joined
	case '-': // 2020-10-06-03:39
		return !joined || r.isNumber(i+1) && r.isSign(i+2, ':')
	}
	return true
}

// evenGaps reports whether the five tokens of a date from i on are spaced in
// one way: not at all, on both sides of the separators, or behind dots; of a date
// by itself that ends in its year, behind one of them: 6.10. 2020.
func (r *reader) evenGaps(i int) bool {
	t := r.buf[i : i+5]
	one := t[1].val == '.' && !t[1].gap && t[4].digits == 4 && !(r.strict && r.isWord(i+5) && !r.is(i+5, kindClock))
	return t[1].gap == t[3].gap && (t[2].gap == t[4].gap || one) && (t[1].gap == t[2].gap || t[2].gap && t[1].val == '.')
}

// yearAndMonth reads 2020-10, 2020/10, 10/2020 and 10.2020.
func (r *reader) yearAndMonth(i int) (day, bool) {
	a, b := r.buf[i], r.buf[i+2]
	if a.digits != 4 {
		a, b = b, a
	}
	if !r.whole || a.digits != 4 || b.digits != 2 || within(int(a.val), 1900, 2200) != NoProblem || b.val < 1 || b.val > 12 || !r.numberEnds(i+3) || r.buf[i+1].gap || r.buf[i+2].gap {
		return day{}, false
	}
	d := day{precision: Month, end: i + 3}
	d.add(reading{y: int(a.val), m: int(b.val)})
	return d, true
}

// three are the numbers of a date, with what tells how to read them.
type three struct {
	a, b, c token
	sep     int32
	era     int
}

// readThree finds the readings of three numbers. A year of four digits is
// the year; when it stands first, the month follows. When it stands last,
// dots mean day before month, as nearly everybody who writes dots does;
// otherwise both orders are readings, unless the digits are of a script whose
// languages never put the month first.
func (r *reader) readThree(n three) (day, bool) {
	d := day{precision: Day}
	a, b, c := int(n.a.val), int(n.b.val), int(n.c.val)
	if n.b.digits > 2 {
		return d, false
	}
	switch {
	case n.a.digits == 4 && n.c.digits <= 2:
		y, ok := r.numericYear(&d, n.a, n.era, n.sep == '-')
		d.add(reading{y: y, m: b, d: c, order: YMD})
		return d, ok
	case n.c.digits == 4 && n.a.digits <= 2:
		y, ok := r.numericYear(&d, n.c, n.era, false)
		d.add(reading{y: y, m: b, d: a, order: DMY})
		if n.sep != '.' && n.a.script == latin || b > 12 {
			d.add(reading{y: y, m: a, d: b, order: MDY})
		}
		return d, ok
	case n.a.digits == 3 && n.c.digits <= 2 && (n.sep != '.' || r.whole) && isMinguo(n.a.val) && r.code() == "zh":
		d.add(reading{y: a + 1911, m: b, d: c, order: YMD})
		return d, true
	case n.a.digits <= 2 && n.c.digits == 2:
		d.needProof = n.a.script != latin || c < 32 || (a > 12) == (b > 12) // not 12/31/99
		return r.twoDigits(d, a, b, c, n.a.digits == 2)
	}
	return d, false
}

// numericYear is the year of d that a number of four digits stands for. Years
// from 1300 to 1420 are Iran's when the digits, the language or an era say so;
// later ones are in doubt, but in Arabic those of the Islamic calendar of today;
// years from 2400 to 2700 are Thai under the same conditions and in doubt where no
// language is known; those after 2049
// are Nepal's in its language, or in its digits where no other is known, and in
// doubt elsewhere. Ethiopia's are seven or eight behind ours, which Amharic texts
// have too, if only in the form of ISO 8601 for certain.
func (r *reader) numericYear(d *day, t token, era int, iso bool) (int, bool) {
	y := int(t.val)
	switch {
	case era == 12:
		d.calendar = ethiopian
	case era == 0 && !iso && y <= lastEthiopian && r.code() == "am":
		d.problem = Ambiguous
	case era == 2 || isBuddhist(y) && (t.script == thai || r.code() == "th" || r.code() == ""):
		if era != 2 && t.script != thai && r.code() == "" {
			d.problem = Ambiguous
		}
		return y - 543, isBuddhist(y)
	case era == 9:
		d.calendar = hijri
		return y, within(y, 1356, 1500) == NoProblem
	case era == 11, y >= bikramFirst && y <= 2099:
		if code := r.code(); !inBikram(y) || era != 11 && code != "ne" && (code != "" || t.script != devanagari) {
			d.problem = Ambiguous
		}
		d.calendar = bikram
	case y >= 1300 && y < 1500:
		code := r.code()
		iran := code == "fa" || code == "ps" || code == "ckb" || t.script == persian && code != "ur"
		if code == "ar" && y > 1420 && era != 10 {
			d.calendar = hijri
			break
		}
		if era != 10 && (!iran || y > 1420) {
			d.problem = Ambiguous
		}
		d.calendar = jalali
	}
	return y, within(y, 1300, 2200) == NoProblem
}

// isBuddhist reports whether y may be a year of Thailand.
func isBuddhist(y int) bool { return y >= 2400 && y <= 2700 }

// twoDigits reads a date whose year has two digits. Where any number may be the
// year, it takes their order from elsewhere (day.needProof).
func (r *reader) twoDigits(d day, a, b, c int, yearMayLead bool) (day, bool) {
	switch r.code() {
	case "fa":
		if !yearMayLead || a < 32 {
			d.problem = Ambiguous
			return d, true
		}
		d.calendar, d.needProof = jalali, false
		d.add(reading{y: 1300 + a, m: b, d: c, order: YMD})
		return d, true
	case "th":
		if c < 40 {
			d.problem = Ambiguous
		}
		d.add(reading{y: 2500 + c - 543, m: b, d: a, order: DMY})
		return d, true
	}
	if y, problem := century(c); problem == NoProblem {
		d.add(reading{y: y, m: b, d: a, order: DMY})
		d.add(reading{y: y, m: a, d: b, order: MDY})
	}
	if y, problem := century(a); yearMayLead && problem == NoProblem {
		d.add(reading{y: y, m: b, d: c, order: YMD})
	}
	if d.n == 0 {
		d.problem = Ambiguous
	}
	return d, true
}

// code is the code of the text's language as in languages, or "".
func (r *reader) code() string {
	if r.language() < 0 {
		return ""
	}
	return languages[r.lang].code
}
