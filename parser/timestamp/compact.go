package timestamp

import (
	"strconv"
	"time"
)

// compactDate reads 20201006, alone or joined to a time as in
// 20201006T033900Z and 20201006033900. In running text only the form with a T
// is a date: other numbers have eight digits too.
func (r *reader) compactDate(i int) (day, bool) {
	t := &r.buf[i]
	joined := r.near(i+1) && r.is(i+1, kindClock) && r.isNumber(i+2) && r.near(i+2)
	n := int(t.digits)
	if n != 8 && n != 12 && n != 14 || !r.whole && !(n == 8 && joined) || !r.startsWell(i) || !r.numberEnds(i+1) && !joined {
		return day{}, false
	}
	y, m, dd := r.slice(t, 0, 4), r.slice(t, 4, 2), r.slice(t, 6, 2)
	if within(y, 1900, 2100) != NoProblem {
		return day{}, false
	}
	_, ok := unixDay(gregorian, y, m, dd)
	if _, timed := r.compactClock(i); !ok || n > 8 && !timed {
		return day{}, false
	}
	d := day{precision: Day, end: i + 1}
	d.add(reading{y: y, m: m, d: dd, order: YMD})
	return d, true
}

// bareNumber reads a number that is all there is: a year, or with
// Options.Epoch the seconds (9 or 10 digits) or milliseconds (12 or 13) since
// 1970.
func (r *reader) bareNumber(i int) (Timestamp, bool) {
	n := &r.buf[i]
	t := Timestamp{Start: int(n.start), Raw: r.s[n.start:n.end]}
	if !r.startsWell(i) || !r.numberEnds(i+1) {
		return t, false
	}
	if n.digits == 4 {
		t.Time, t.Precision = time.Date(int(n.val), 1, 1, 0, 0, 0, 0, time.UTC), Year
		return t, within(int(n.val), 1900, 2100) == NoProblem
	}
	if !r.opt.Epoch || int(n.end-n.start) != int(n.digits) {
		return t, false
	}
	v, err := strconv.ParseInt(t.Raw, 10, 64)
	switch n.digits {
	case 9, 10:
		t.Time, t.Precision = time.Unix(v, 0).UTC(), Second
	case 12, 13:
		t.Time, t.Precision = time.UnixMilli(v).UTC().Truncate(time.Second), Second
	default:
		return t, false
	}
	t.Zone = Stated
	return t, err == nil && t.Time.Year() <= 2200
}

// slice is the value of n digits of a number in ASCII, from the digit at on;
// -1 when there are none.
func (r *reader) slice(t *token, at, n int) int {
	from := int(t.start) + at
	if from+n > int(t.end) {
		return -1
	}
	v := 0
	for _, b := range []byte(r.s[from : from+n]) {
		if b < '0' || b > '9' {
			return -1
		}
		v = v*10 + int(b-'0')
	}
	return v
}

// compactClock reads the time in a number of 12 or 14 digits.
func (r *reader) compactClock(i int) (clock, bool) {
	t := &r.buf[i]
	if t.digits != 12 && t.digits != 14 {
		return clock{}, false
	}
	c := clock{hour: r.slice(t, 8, 2), minute: r.slice(t, 10, 2), colon: true, end: i + 1}
	if t.digits == 14 {
		c.second, c.seconds = r.slice(t, 12, 2), true
	}
	return c, c.valid()
}
