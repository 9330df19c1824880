package timestamp

import "time"

// The units of relative times, the values of kindSpan.
const (
	spanSecond = iota
	spanMinute
	spanHour
	spanDay
	spanWeek
	spanMonth
	spanYear
)

// An ago is a time in the past as a distance from the time of reading. Its n
// is 0 for today.
type ago struct{ n, span int }

// relativeDate reads "2 hours ago", "vor 2 Stunden", "2時間前", "há um ano", "منذ ساعة".
func (r *reader) relativeDate(i int) (day, bool) {
	d := day{precision: Day, relative: true}
	before := r.isValue(i, kindAgo, 0)
	at := i
	if before {
		at++
	}
	n := 1
	switch {
	case before && r.is(at, kindOne):
	case before && r.is(at, kindSpan):
		at--
	case !r.isNumber(at) || r.buf[at].digits > 3 || r.near(at) && !before && r.isOneOf(at-1, dot|comma|colon|slash|hyphen):
		return d, false
	default:
		n = int(r.buf[at].val)
	}
	unit, ok := r.sense(at+1, kindSpan)
	if !ok {
		return d, false
	}
	d.end = r.skip(at+2, dot, 0)
	if r.isValue(d.end, kindAgo, 1) {
		d.end++
	} else if d.end = at + 2; !before {
		return d, false
	}
	d.ago = ago{n, int(unit.value)}
	return d, true
}

// before is the time that lies a distance before the time of reading. Units
// from a day on leave the time of day open.
func (r *reader) before(t Timestamp, e *expression) (Timestamp, Problem) {
	now, a := r.opt.Relative, e.day.ago
	if now.IsZero() {
		return t, RelativeTime
	}
	y, m, d := now.Date()
	switch a.span {
	case spanSecond, spanMinute, spanHour:
		unit := [...]time.Duration{time.Second, time.Minute, time.Hour}[a.span]
		t.Time = now.Add(-unit * time.Duration(a.n)).UTC().Truncate(time.Minute)
		t.Precision, t.Zone = Minute, Assumed
		return t, NoProblem
	case spanMonth:
		t.Time, t.Precision = time.Date(y, m-time.Month(a.n), 1, 0, 0, 0, 0, time.UTC), Month
		return t, NoProblem
	case spanYear:
		t.Time, t.Precision = time.Date(y-a.n, 1, 1, 0, 0, 0, 0, time.UTC), Year
		return t, NoProblem
	case spanWeek:
		a.n *= 7
	}
	day := time.Date(y, m, d-a.n, 0, 0, 0, 0, time.UTC)
	if e.hasClock {
		return r.addClock(t, e, int(day.Unix()/86400))
	}
	t.Time, t.Precision = day, Day
	return t, NoProblem
}
