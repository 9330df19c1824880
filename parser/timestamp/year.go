package timestamp

// A year is a number that can be one.
type year struct {
	value  int
	two    bool    // it has two digits,
	marked bool    // which an apostrophe marks as a year
	unit   bool    // a word for year stands beside it
	era    int     // see eras; 0 when none is named
	thai   bool    // in Thai digits
	clock  clock   // that stands before it; end is 0 when there is none
	zone   zoneRef // likewise
	end    int
}

// The years before the first of each era in words.txt, and the calendar of
// its months and days.
var eras = [...]struct {
	before   int
	calendar calendar
}{
	1:  {0, gregorian},    // of our time
	2:  {-543, gregorian}, // Buddhist, as in Thailand
	3:  {1911, gregorian}, // Minguo
	4:  {1867, gregorian}, // Meiji
	5:  {1911, gregorian}, // Taisho
	6:  {1925, gregorian}, // Showa
	7:  {1988, gregorian}, // Heisei
	8:  {2018, gregorian}, // Reiwa
	9:  {0, hijri},
	10: {0, jalali},
	11: {0, bikram},
	12: {0, ethiopian},
}

// year reads a year: 2020, ’20, พ.ศ. 2563, 2020 г., năm 2020, 1442 هـ.
func (r *reader) year(i int) (year, bool) {
	var y year
	if s, ok := r.sense(i, kindEra); ok && !isNamedEra(int(s.value)) {
		y.era = int(s.value)
		i = r.skip(i+1, dot, 0)
	} else if r.isValue(i, kindUnitYear, 1) {
		y.unit = true
		i++
	} else if r.isSign(i, '\'') && r.near(i+1) {
		y.marked = true
		i++
	}
	if !r.isNumber(i) {
		return y, false
	}
	t := &r.buf[i]
	y.value, y.two, y.thai = int(t.val), t.digits == 2, t.script == thai
	if !y.two && (t.digits != 4 || y.value < 1000 || y.marked) {
		return y, false
	}
	r.yearWords(&y, i+1)
	return y, r.endsWell(y.end)
}

// yearWords passes over the words behind a year: года, р., 年, هـ, -yil.
func (r *reader) yearWords(y *year, i int) {
	at := i
	if r.isSign(at, '-') && r.near(at) && r.near(at+1) || r.isSign(at, '.') && r.near(at) {
		at++
	}
	if r.isSign(i, '(') && r.near(i) && r.isSign(i+2, ')') && r.near(i+3) { // Basque 2020(e)ko
		at = i + 3
	}
	if r.is(at, kindUnitYear) && !r.isValue(at, kindUnitYear, 1) {
		y.unit = true
		i = at + 1
	}
	if s, ok := r.sense(i, kindEra); ok && !isNamedEra(int(s.value)) {
		y.era = int(s.value)
		i++
	}
	y.end = i
}

// isNamedEra reports whether the years of an era count from 1 and its name
// stands before them.
func isNamedEra(era int) bool { return 3 <= era && era <= 8 }

// endsWell reports whether a year may end before token i: no digit, lower
// case letter or sign of a longer number follows at once. A capital may, as
// texts that were cut out of pages often lack the space.
func (r *reader) endsWell(i int) bool {
	if !r.near(i) {
		return true
	}
	t := &r.buf[i]
	switch t.kind {
	case numberToken:
		return false
	case wordToken:
		return t.val >= 0 || r.s[t.start] < 'a' || r.s[t.start] > 'z'
	}
	return !(r.isOneOf(i, slash|hyphen|dot|percent) && r.near(i+1) && r.isNumber(i+1)) && !r.isSign(i, '%')
}

// yearAfter reads the year of a date behind its day and month: directly, or
// behind the time as in "Oct  6 03:39:00 GMT 2020".
func (r *reader) yearAfter(i int) (year, bool) {
	at := r.skip(i, dot|comma|hyphen|slash, 1<<kindOf)
	if y, ok := r.year(at); ok && !r.isHour(y, at) && r.twoFits(y, at) {
		return y, true
	}
	c, ok := r.clock(at, false)
	if !ok || !c.colon {
		return year{}, false
	}
	z, _ := r.zone(c.end, true)
	y, ok := r.year(max(c.end, z.end))
	if !ok || y.two {
		return year{}, false
	}
	y.clock, y.zone = c, z
	return y, true
}

// isHour reports whether y, which begins at token i, is rather the hour of a
// time. In the 06/Oct/2020:03:39:00 of server logs it is the year.
func (r *reader) isHour(y year, i int) bool {
	return r.isSign(y.end, ':') && !(!y.two && r.near(y.end) && r.isNumber(y.end+1) && r.isSign(y.end+2, ':'))
}

// twoFits reports whether a year of two digits stands where it can only be
// one: marked, joined to the month by a hyphen, or before a time or the end.
func (r *reader) twoFits(y year, i int) bool {
	if !y.two || y.marked || r.isSign(i-1, '-') && r.near(i) || y.era > 0 {
		return true
	}
	if y.end == r.n {
		return true
	}
	at := r.skip(y.end, comma|open|bar|hyphen|bullet, 1<<kindClock)
	_, isClock := r.clock(at, false)
	return isClock && at > y.end-1
}

// fullYear is the year of our calendar, or of the month's, that y stands for
// beside a month's name. It is NoDate when y is no year there.
func (r *reader) fullYear(y year, m month) (int, Problem) {
	v := y.value
	switch {
	case m.calendar == jalali && y.two:
		switch {
		case v >= 50:
			return 1300 + v, NoProblem
		case v > 20:
			return 0, Ambiguous
		}
		return 1400 + v, NoProblem
	case m.calendar == jalali:
		return v, within(v, 1200, 1499)
	case m.calendar == hijri:
		return v, within(v, 1356, 1500)
	case m.calendar == bikram:
		if code := r.code(); !inBikram(v) || code != "" && code != "ne" && code != "en" {
			return 0, NoDate // in India its months are those of the moon
		}
		return v, NoProblem
	case m.calendar == ethiopian:
		if y.era != 12 && tigrinya>>m.values[0]&1 != 0 {
			return 0, Ambiguous
		}
		return v, within(v, 1960, lastEthiopian)
	case y.era == 2:
		return v - 543, within(v, 2400, 2700)
	case y.era == 9 || y.era == 10 || y.era == 11:
		return v, NoDate
	case y.two && r.isThai(y, m):
		if v < 40 || v > 99 {
			return 0, Ambiguous
		}
		return 2500 + v - 543, NoProblem
	case y.two:
		return century(v)
	case v > 2200 && r.isThai(y, m):
		return v - 543, within(v, 2400, 2700)
	}
	return v, within(v, 1400, 2200)
}

// lastEthiopian is the last year of the Ethiopian calendar that is read; it
// began in 2029 of ours.
const lastEthiopian = 2022

// tigrinya has bit m set for the Ethiopian months whose names stand for months
// of ours in Tigrinya.
const tigrinya = 1<<1 | 1<<7 | 1<<8 | 1<<9

func within(v, low, high int) Problem {
	if v < low || v > high {
		return NoDate
	}
	return NoProblem
}

func (r *reader) isThai(y year, m month) bool {
	th := languageIndex("th")
	return y.thai || langSets[m.langs[0]].has(th) || r.language() == th
}

// century completes a year of two digits. Those from 40 to 69 have no good
// reading: neither the 1940s nor the 2040s are likely.
func century(v int) (int, Problem) {
	switch {
	case v < 40:
		return 2000 + v, NoProblem
	case v > 69:
		return 1900 + v, NoProblem
	}
	return 0, Ambiguous
}
