package timestamp

// unitDate reads a date whose numbers have their units beside them:
// 2020年10月6日, 2020년 10월 6일, 令和2年10月6日, 2020年（令和2年）10月6日,
// 2020 оны 10-р сарын 6. The day may be absent.
func (r *reader) unitDate(i int) (day, bool) {
	y, at, ok := r.unitYear(i)
	if !ok {
		return day{}, false
	}
	at = r.otherEra(at)
	d := day{precision: Month}
	m, end := r.unitMonth(r.skip(at, dot|comma, 0))
	if m == 0 {
		if !r.whole || r.skip(at, dot, 0) < r.n {
			return d, false
		}
		d.precision, d.end = Year, at
		d.add(reading{y: y})
		return d, true
	}
	x := reading{y: y, m: m}
	d.end = end
	n := r.small(end)
	switch {
	case n > 0 && r.is(end+1, kindUnitDay):
		x.d, d.end, d.precision = n, end+2, Day
	case n > 0 && !r.isSign(end+1, ':') && !r.is(end+1, kindUnitHour) && r.numberEnds(end+1):
		x.d, d.end, d.precision = n, end+1, Day
	}
	d.add(x)
	return d, true
}

// unitYear reads a year with its unit, and tells the year of our time.
func (r *reader) unitYear(i int) (y, end int, ok bool) {
	era := 0
	if s, ok := r.sense(i, kindEra); ok {
		era = int(s.value)
		i++
	}
	first := r.isWord(i) && r.s[r.buf[i].start:r.buf[i].end] == "元" && era > 0
	if !first && !r.isNumber(i) {
		return 0, 0, false
	}
	at := i + 1
	if r.isSign(at, '-') && r.near(at) {
		at++
	}
	if !r.is(at, kindUnitYear) || r.isValue(at, kindUnitYear, 1) {
		return 0, 0, false
	}
	switch n := r.buf[i]; {
	case first:
		y = 1
	case n.digits == 4 && era < 2:
		return int(n.val), at + 1, within(int(n.val), 1400, 2200) == NoProblem
	case n.digits <= 2 && era > 2, n.digits == 3 && era == 3:
		y = int(n.val)
	case n.digits == 3 && era == 0 && isMinguo(n.val):
		return int(n.val) + 1911, at + 1, true
	default:
		return 0, 0, false
	}
	y += eras[era].before
	return y, at + 1, y > 0 && era <= 8
}

// isMinguo reports whether a number of three digits may be a year of our days:
// no other calendar has such years.
func isMinguo(y int32) bool { return y >= 90 && y <= 199 }

// otherEra passes over the same year in other words, in parentheses.
func (r *reader) otherEra(i int) int {
	if !r.isSign(i, '(') {
		return i
	}
	if _, end, ok := r.unitYear(i + 1); ok && r.isSign(end, ')') {
		return end + 1
	}
	return i
}

// unitMonth reads a number with its unit, or the name of a month (十月).
func (r *reader) unitMonth(i int) (m, end int) {
	if n, ok := r.month(i); ok && n.calendar == gregorian && n.values[1] == 0 {
		return n.values[0], n.end
	}
	m = r.small(i)
	at := i + 1
	if r.isSign(at, '-') && r.near(at) {
		at++
	}
	if m < 1 || !r.is(at, kindUnitMonth) || r.isValue(at, kindUnitMonth, 1) {
		return 0, i
	}
	return m, at + 1
}
