package timestamp

import "time"

// settle decides between the readings of the date and joins date and time.
// With a problem it returns Raw and Start only.
func (r *reader) settle(e *expression) (Timestamp, Problem) {
	t := Timestamp{Start: int(r.buf[e.first].start)}
	t.Raw = r.s[t.Start:r.buf[e.end-1].end]
	if e.day.relative {
		return r.before(t, e)
	}
	if r.isValue(e.first-1, kindForeign, ofMoon) || r.isValue(e.end, kindForeign, moonBehind) {
		return t, NoDate
	}
	x, problem := r.choose(&e.day, e)
	if problem != NoProblem {
		return t, problem
	}
	if e.day.precision < Day {
		t.Precision = e.day.precision
		t.Time = time.Date(x.y, time.Month(max(x.m, 1)), 1, 0, 0, 0, 0, time.UTC)
		return t, NoProblem
	}
	date, _ := unixDay(e.day.calendar, x.y, x.m, x.d)
	if e.second.n > 0 {
		if date, problem = r.reconcile(e, date); problem != NoProblem {
			return t, problem
		}
	}
	if e.hasClock {
		return r.addClock(t, e, date)
	}
	t.Time, t.Precision = time.Unix(int64(date)*86400, 0).UTC(), Day
	return t, NoProblem
}

// choose finds the reading of a day that is left when the calendar, the
// weekday, Options.Order and the languages have spoken, in this order.
func (r *reader) choose(d *day, e *expression) (reading, Problem) {
	if d.problem != NoProblem {
		return reading{}, d.problem
	}
	if d.precision < Day {
		if d.n > 1 {
			return reading{}, Ambiguous
		}
		return d.readings[0], NoProblem
	}
	c := choice{proven: !d.needProof}
	for _, x := range d.readings[:d.n] {
		if n, ok := unixDay(d.calendar, x.y, x.m, x.d); ok {
			c.readings[c.n], c.days[c.n] = x, n
			c.n++
		}
	}
	if c.n == 0 {
		return reading{}, Impossible
	}
	if c.n == 1 && e.hasClock {
		c.proven = true // 31/12/99 10:15
	}
	if named := d.langs(); named.empty() || e.weekdayLangs.empty() || !named.and(e.weekdayLangs).empty() {
		c.keep(func(i int) bool { return e.weekdays>>((c.days[i]%7+11)%7)&1 != 0 })
	}
	if r.opt.Order != NoOrder {
		c.keep(func(i int) bool { return c.readings[i].order == r.opt.Order })
	}
	if c.open() {
		r.evidence(e)
		order := r.orderOf(e.langs, d.needProof)
		if order != NoOrder {
			c.keep(func(i int) bool { return c.readings[i].order == order })
		}
		c.keep(func(i int) bool { return !langSets[c.readings[i].langs].and(e.langs).empty() })
	}
	if c.open() {
		return reading{}, Ambiguous
	}
	return c.readings[0], NoProblem
}

// A choice narrows readings to one.
type choice struct {
	readings [3]reading
	days     [3]int // since 1970
	n        int
	proven   bool // something has spoken for the readings that are left
}

// open reports whether the readings differ, or none has anything for it.
func (c *choice) open() bool {
	if !c.proven {
		return true
	}
	for _, day := range c.days[1:c.n] {
		if day != c.days[0] {
			return true
		}
	}
	return false
}

// keep drops the readings for which f is false, unless that are all.
func (c *choice) keep(f func(int) bool) {
	n := 0
	for i := range c.n {
		if f(i) {
			c.readings[n], c.days[n] = c.readings[i], c.days[i]
			n++
		}
	}
	if n > 0 {
		c.n, c.proven = n, true
	}
}

// reconcile compares the two dates of an expression. Islamic dates depend on
// sightings, so they only have to be close to the other, which counts.
func (r *reader) reconcile(e *expression, date int) (int, Problem) {
	x, problem := r.choose(&e.second, e)
	if problem != NoProblem {
		return 0, problem
	}
	second, _ := unixDay(e.second.calendar, x.y, x.m, x.d)
	slack := 0
	if e.day.calendar == hijri || e.second.calendar == hijri {
		slack = 2
	}
	if second-date > slack || date-second > slack {
		return 0, Ambiguous
	}
	if e.day.calendar == hijri {
		return second, NoProblem
	}
	return date, NoProblem
}

// addClock gives t the time of the expression on a day since 1970.
func (r *reader) addClock(t Timestamp, e *expression, date int) (Timestamp, Problem) {
	c := e.clock
	if !c.valid() {
		return t, Impossible
	}
	local := time.Unix(int64(date)*86400+int64(c.hour*3600+c.minute*60+c.second), 0).UTC()
	at, known := local, false
	zone := NoZone
	switch {
	case e.hasZone:
		if at, known = e.zone.instant(local); known {
			zone = Stated
		}
	case r.opt.Assume != nil:
		if at, known = instant(local, r.opt.Assume); known {
			zone = Assumed
		}
	}
	if e.hasOther && !e.agrees(local, at) {
		return t, Ambiguous
	}
	t.Time, t.Zone, t.Precision = at, zone, Minute
	if c.seconds {
		t.Precision = Second
	}
	return t, NoProblem
}

// agrees reports whether the time in the other zone is that of the clock.
func (e *expression) agrees(local, at time.Time) bool {
	o := e.other
	day := local.Truncate(24 * time.Hour)
	other, known := e.otherZone.instant(day.Add(time.Duration(o.hour*60+o.minute) * time.Minute))
	d := other.Sub(at.Truncate(time.Minute))
	return known && d%(24*time.Hour) == 0
}
