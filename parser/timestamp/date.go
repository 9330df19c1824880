package timestamp

import "slices"

// calendar is what the parts of a date count.
type calendar uint8

const (
	gregorian calendar = iota
	jalali             // solar Hijri, of Iran and Afghanistan
	hijri              // Islamic, as Umm al-Qura
	bikram             // Bikram Sambat, as in Nepal
	ethiopian
)

// A reading is one way to understand a date: Gregorian when its day has no
// other calendar.
type reading struct {
	y, m, d int
	order   Order  // in dates of three numbers
	langs   uint16 // index in langSets: where the name of the month has this meaning
}

// A day is a date as it was read, before the evidence around it decides
// between its readings.
type day struct {
	readings  [3]reading
	n         int
	calendar  calendar
	precision Precision
	needProof bool // three numbers of two digits: only known order makes them a date
	relative  bool // it lies ago before the time of reading, and has no readings
	word      bool // likewise, named by a word such as yesterday
	ago       ago
	problem   Problem // Impossible or Ambiguous whatever the evidence
	clock     clock   // that stands between the day and the year; end is 0 when there is none
	zone      zoneRef // likewise
	end       int
}

func (d *day) add(x reading) {
	d.readings[d.n] = x
	d.n++
}

// date reads the date that begins with token i. A date needs a year.
func (r *reader) date(i int) (day, bool) {
	if r.isNumber(i) {
		return r.numberDate(i)
	}
	const starts = allMonths | 1<<kindUnitYear | 1<<kindUnitMonth | 1<<kindEra
	if r.buf[i].kinds&starts == 0 {
		return day{}, false
	}
	if r.is(i, kindEra) || r.isValue(i, kindUnitYear, 1) {
		if d, ok := r.unitDate(i); ok {
			return d, true
		}
	}
	return r.monthDay(i)
}

// numberDate reads the date that begins with the number at token i.
func (r *reader) numberDate(i int) (day, bool) {
	if r.isSign(i+1, ':') {
		return day{}, false
	}
	if r.isWord(i+1) || r.isSign(i+1, '-') {
		if d, ok := r.unitDate(i); ok {
			return d, true
		}
	} else if d, ok := r.numericDate(i); ok {
		return d, true
	}
	if r.isSign(i+1, '-') {
		if d, ok := r.numericDate(i); ok {
			return d, true
		}
	}
	switch digits := r.buf[i].digits; {
	case digits <= 2:
		return r.dayMonth(i)
	case digits == 4:
		return r.yearMonth(i)
	}
	return r.compactDate(i)
}

// A month is a month's name or number with a word for month.
type month struct {
	calendar calendar
	values   [2]int    // the second is 0, or the meaning in other languages
	langs    [2]uint16 // index in langSets
	start    int
	end      int
}

// month reads a name, the Vietnamese "tháng 10", Roman digits, or two names of the
// same month, as Arabic newspapers write: أكتوبر / تشرين الأول.
func (r *reader) month(i int) (month, bool) {
	m, ok := r.oneMonth(i)
	if !ok {
		return r.romanMonth(i)
	}
	if r.isOneOf(m.end, slash|open) {
		if n, again := r.oneMonth(m.end + 1); again && n.calendar == m.calendar && n.values == m.values {
			m.end = r.skip(n.end, closing, 0)
		}
	}
	return m, ok
}

func (r *reader) oneMonth(i int) (month, bool) {
	m := month{start: i, end: i + 1}
	if r.isValue(i, kindUnitMonth, 1) {
		n := r.small(i + 1)
		m.values[0], m.end = n, i+2
		return m, 1 <= n && n <= 12
	}
	known := r.names(i) > 1 && r.language() >= 0 && r.hintNames(i)
	n := 0
	for _, s := range r.senses(i) {
		if s.kind > lastMonth || known && !langSets[s.langs].has(r.lang) {
			continue
		}
		if n == 0 {
			m.calendar = calendar(s.kind - kindMonth)
		}
		if n < 2 && calendar(s.kind-kindMonth) == m.calendar {
			m.values[n], m.langs[n] = int(s.value), s.langs
			n++
		}
	}
	return m, n > 0
}

// romanMonth reads the number of a month in Roman digits: 6 X 2020, 2020. X. 6.
func (r *reader) romanMonth(i int) (month, bool) {
	if !r.isWord(i) || r.strict && !r.isSign(i-1, '.') {
		return month{}, false
	}
	n := slices.Index(romanMonths[:], r.s[r.buf[i].start:r.buf[i].end]) + 1
	return month{values: [2]int{n}, start: i, end: i + 1}, n > 0
}

var romanMonths = [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}

// trustedMonth reports whether the name of m is one in the language of the
// text, in English, or longer than n letters.
func (r *reader) trustedMonth(m month, n int) bool {
	return !r.is(m.start, kindMonth) || r.trusted(m.start, kindMonth, n)
}

// names is the number of months, of all calendars, that token i names.
func (r *reader) names(i int) int {
	n := 0
	for _, s := range r.senses(i) {
		if s.kind <= lastMonth {
			n++
		}
	}
	return n
}

// hintNames reports whether token i is a month in the language of the text.
func (r *reader) hintNames(i int) bool {
	for _, s := range r.senses(i) {
		if s.kind <= lastMonth && langSets[s.langs].has(r.language()) {
			return true
		}
	}
	return false
}

// dayOf is the day of the month at token i, with its ordinal sign: 6, 6th,
// 1er, 6-го. It is 0 when there is none.
func (r *reader) dayOf(i int) (d, end int) {
	d = r.small(i)
	if d < 1 || d > 32 || d > 31 && r.buf[i].script != devanagari && !r.is(i+1, kindBikram) {
		return 0, i // months of Nepal have 32 days
	}
	i++
	switch {
	case r.near(i) && r.is(i, kindOrdinal), r.is(i, kindUnitDay) && !r.isValue(i, kindUnitDay, 1):
		i++
	case r.isSign(i, '-') && r.near(i) && r.near(i+1) && r.is(i+1, kindOrdinal) && !r.is(i+1, kindMonth):
		i += 2
	case r.isSign(i, '^') && r.near(i):
		i++
	case r.isSign(i, '(') && r.near(i) && r.is(i+1, kindOrdinal) && r.isSign(i+2, ')'):
		i += 3
	}
	return d, i
}

// dayMonth reads day, month, year: 6 October 2020, 6. Oktober 2020, 6 de
// octubre de 2020, 06-Oct-20, also with the time before the year.
func (r *reader) dayMonth(i int) (day, bool) {
	d, end := r.dayOf(i)
	if d == 0 || r.endsRange(i) {
		return day{}, false
	}
	dotted := r.isSign(end, '.')
	m, ok := r.month(r.skip(end, dot|hyphen|slash|quote, 1<<kindOf))
	if !ok {
		return day{}, false
	}
	y, ok := r.yearAfter(m.end)
	joined := r.isOneOf(end, hyphen|slash) && r.near(end)
	if !ok || !joined && (r.strict || y.two) && !r.trustedMonth(m, 3) {
		return day{}, false
	}
	return r.named(m, d, y, dotted)
}

// monthDay reads month, day, year, as in October 6, 2020, and month, year.
func (r *reader) monthDay(i int) (day, bool) {
	m, ok := r.month(i)
	if !ok || r.endsRange(i) {
		return day{}, false
	}
	at := r.skip(m.end, dot|hyphen|slash, 1<<kindOf)
	if r.small(at) < 0 {
		y, ok := r.yearAfter(at)
		if !ok || y.two || r.small(i-1) >= 0 || !r.trustedMonth(m, 3) || r.strict && !r.trustedMonth(m, maxWord) {
			return day{}, false // behind a day that was refused, or as in "Mars 2020"
		}
		return r.named(m, 0, y, false)
	}
	d, end := r.dayOf(at)
	if d == 0 || r.isSign(end, '-') && r.isNumber(end+1) && r.buf[end+1].digits < 4 {
		return day{}, false
	}
	y, ok := r.yearAfter(end)
	if !ok || y.two && !y.marked || r.strict && !r.trustedMonth(m, 3) {
		return day{}, false
	}
	return r.named(m, d, y, false)
}

// yearMonth reads year, month, day, as in 2020. október 6., and with a word
// for year also year, day, month: 2020. gada 6. oktobris.
func (r *reader) yearMonth(i int) (day, bool) {
	y, ok := r.year(i)
	if !ok || y.two {
		return day{}, false
	}
	at := r.skip(y.end, dot|comma|hyphen|slash, 1<<kindOf)
	if d, end := r.dayOf(at); d > 0 && y.unit {
		if m, ok := r.month(r.skip(end, dot|hyphen, 0)); ok {
			y.end = m.end
			return r.named(m, d, y, false)
		}
	}
	m, ok := r.month(at)
	if !ok || r.strict && !r.trustedMonth(m, 3) {
		return day{}, false
	}
	d, end := r.dayOf(r.skip(m.end, dot|comma|hyphen|slash, 0))
	switch {
	case d > 0 && !r.isSign(end, ':'):
		y.end = end
	case r.whole || y.unit:
		d, y.end = 0, m.end
	default: // in running text the month may belong to what follows
		return day{}, false
	}
	return r.named(m, d, y, false)
}

// endsRange reports whether the date that begins with token i is the end of
// a range, as in 6–8 October 2020 and Oct 30 - Nov 2, 2020.
func (r *reader) endsRange(i int) bool {
	if i < 2 || !r.isOneOf(i-1, hyphen|slash) || !r.isNumber(i-2) || r.buf[i-2].digits > 2 || r.isOneOf(i-3, colon|dot) {
		return false
	}
	if r.isNumber(i) {
		return true
	}
	_, ok := r.oneMonth(i - 3)
	return ok
}

// named makes a day of a month's name, a day of the month (0 for none) and a
// year.
func (r *reader) named(m month, d int, y year, dotted bool) (day, bool) {
	x := day{calendar: m.calendar, precision: Day, end: y.end, clock: y.clock, zone: y.zone}
	if d == 0 {
		x.precision = Month
		if m.calendar != gregorian {
			return day{}, false // parts of two months of ours
		}
	}
	v, problem := r.fullYear(y, m)
	if problem == NoDate {
		return day{}, false
	}
	x.problem = problem
	for i, value := range m.values {
		if value == 0 {
			break
		}
		if m.values[1] == 0 || d == 0 || langSets[m.langs[i]].dots(dotted) {
			x.add(reading{y: v, m: value, d: d, langs: m.langs[i]})
		}
	}
	if x.n == 0 && x.problem == NoProblem {
		x.problem = Ambiguous
	}
	return x, true
}
