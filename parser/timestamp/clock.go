package timestamp

// A clock is a time of day.
type clock struct {
	hour, minute, second int
	seconds              bool // the text states them
	colon                bool // it is written as nothing but a time is: 03:39, 3 p.m., 15h39
	end                  int
}

func (c clock) valid() bool {
	return c.hour >= 0 && c.hour < 24 && c.minute >= 0 && c.minute < 60 && c.second >= 0 && c.second <= 60 ||
		c.hour == 24 && c.minute == 0 && c.second == 0
}

// clock reads the time that begins with token i. Shapes that can mean other
// things (3.39, 0339, a bare 15) need a word beside them, or afterDate.
func (r *reader) clock(i int, afterDate bool) (clock, bool) {
	proof := r.isValue(i, kindClock, 2) // klo, pukul, ساعت
	if proof {
		i = r.skip(i+1, colon|dot, 1<<kindClock)
	}
	before := -1
	if r.isPeriod(i) { // 오후 3:39
		before = i
		i = r.skip(i+1, dot, 0)
	}
	if !r.isNumber(i) || r.isSign(i-1, ':') && r.near(i) && r.small(i-2) >= 0 {
		return clock{}, false
	}
	c, ok := r.digits(i, afterDate || proof)
	if !ok {
		return c, false
	}
	period := before
	if r.isPeriod(c.end) && (before < 0 || !c.colon) {
		period = c.end
		c.end, c.colon = c.end+1, true
	}
	if before >= 0 && !c.colon && c.end == i+1 && r.beforeMonth(i) {
		return clock{}, false
	}
	if before >= 0 || proof {
		c.colon = true
	}
	if r.isValue(c.end, kindClock, 1) { // Uhr, hrs
		c.end, c.colon = c.end+1, true
		r.minutesBehind(&c)
	}
	if !c.colon && !afterDate {
		return c, false
	}
	if period >= 0 && !r.applyPeriod(&c, period, r.isValue(i-1, kindClock, 3)) {
		c.hour = -1 // impossible
	}
	return c, true
}

// minutesBehind reads the minutes of 18 ч. 09 мин.
func (r *reader) minutesBehind(c *clock) {
	at := r.skip(c.end, dot, 0)
	if m := r.small(at); c.minute == 0 && m >= 0 && m < 60 && r.is(at+1, kindUnitMinute) {
		c.minute, c.end = m, at+2
	}
}

// beforeMonth reports whether the number at token i is the day of the month that is
// named behind it: 14 in "am 14. September", where am is the German word.
func (r *reader) beforeMonth(i int) bool {
	_, ok := r.month(r.skip(i+1, dot, 0))
	return ok
}

// digits reads the numbers of a time without the words around them. With
// loose it admits 3.39 and 15.
func (r *reader) digits(i int, loose bool) (clock, bool) {
	c := clock{hour: r.small(i), end: i + 1}
	switch {
	case r.isSign(i+1, ':') && r.isNumber(i+2):
		c.colon = true
		return c, r.colonClock(&c, i)
	case r.is(i+1, kindUnitHour) && c.hour >= 0:
		return r.unitClock(c, i+1), true
	case c.hour < 0:
		return r.fourDigits(i)
	case r.isSign(i+1, '.') && r.near(i+1) && r.near(i+2) && r.isNumber(i+2) && r.buf[i+2].digits == 2 &&
		(loose && c.hour < 24 || r.wordOfTime(i+3)) && !(r.isOneOf(i+3, dot|comma|slash) && r.near(i+4) && r.isNumber(i+4)):
		c.minute, c.end = int(r.buf[i+2].val), i+3
		c.colon = r.buf[i].digits == 2 || loose
		return c, true
	}
	return c, r.isPeriod(i+1) || r.isValue(i+1, kindClock, 1) || r.isPeriod(i-1) || r.isValue(i-1, kindClock, 2)
}

// wordOfTime reports whether token i is a word that only follows a time.
func (r *reader) wordOfTime(i int) bool {
	return r.isPeriod(i) || r.isValue(i, kindClock, 1)
}

// colonClock reads 3:39, 03:39:00, 03:39:00.123.
func (r *reader) colonClock(c *clock, i int) bool {
	m := &r.buf[i+2]
	if c.hour < 0 || m.digits != 2 {
		return false
	}
	c.minute, c.end = int(m.val), i+3
	if r.isSign(i+3, ':') && r.small(i+4) >= 0 && r.buf[i+4].digits == 2 {
		c.second, c.seconds, c.end = r.small(i+4), true, i+5
		if r.isOneOf(i+5, dot|comma) && r.near(i+5) && r.near(i+6) && r.isNumber(i+6) {
			c.end = i + 7 // a fraction is below our precision
		}
	}
	return !r.isSign(c.end, ':') || !r.isNumber(c.end+1)
}

// unitClock reads 15h39, 3 h 39 min, 15時39分00秒, 15時; token i is the unit
// of the hour.
func (r *reader) unitClock(c clock, i int) clock {
	c.end, c.colon = i+1, true
	if r.isSign(i+1, ':') && r.small(i+2) >= 0 && r.buf[i+2].digits == 2 { // 08h:30
		c.minute, c.end = r.small(i+2), i+3
		return c
	}
	m := r.small(i + 1)
	switch {
	case m < 0:
		if r.isValue(i+1, kindUnitMinute, 30) { // 半
			c.minute, c.end = 30, i+2
		}
		return c
	case r.is(i+2, kindUnitMinute):
		c.minute, c.end = m, i+3
	case r.buf[i+1].digits == 2 && !(r.isOneOf(i+2, dot|slash|hyphen|colon) && r.near(i+2) && r.isNumber(i+3)):
		c.minute, c.end = m, i+2
		return c
	default:
		return c
	}
	if s := r.small(c.end); s >= 0 && r.is(c.end+1, kindUnitSecond) {
		c.second, c.seconds, c.end = s, true, c.end+2
	}
	return c
}

// fourDigits reads 0339 before a zone or a word of time, and the time behind
// the T of a compact date.
func (r *reader) fourDigits(i int) (clock, bool) {
	t := &r.buf[i]
	c := clock{hour: r.slice(t, 0, 2), minute: r.slice(t, 2, 2), colon: true, end: i + 1}
	joined := r.near(i) && r.near(i-1) && r.is(i-1, kindClock) && r.isNumber(i-2)
	switch {
	case t.digits == 6 && joined:
		c.second, c.seconds = r.slice(t, 4, 2), true
		return c, true
	case t.digits != 4:
		return c, false
	}
	_, zoned := r.zone(i+1, false)
	return c, c.valid() && (joined || zoned && r.is(i+1, kindZone) || r.isValue(i+1, kindClock, 1))
}

// applyPeriod moves the hour of c, which may be counted from six, into the part
// of the day that token i names. It reports whether that is possible in one way.
func (r *reader) applyPeriod(c *clock, i int, fromSix bool) bool {
	hint := false
	for _, s := range r.senses(i) {
		hint = hint || s.kind == kindPeriod && r.language() >= 0 && langSets[s.langs].has(r.lang)
	}
	hour := -1
	for _, s := range r.senses(i) {
		if s.kind != kindPeriod || hint && !langSets[s.langs].has(r.lang) {
			continue
		}
		from, before := int(s.value)/100, int(s.value)%100
		h := hourIn(c.hour, from, before)
		if six := hourIn((c.hour+6)%12, from, before); fromSix && six >= 0 {
			h = six
		}
		switch {
		case h < 0:
		case hour >= 0 && h != hour:
			return false
		default:
			hour = h
		}
	}
	c.hour = hour
	return hour >= 0
}

// hourIn is the hour that h stands for in the part of the day [from, before),
// which may pass midnight; -1 when there is none or it is in doubt. An hour
// from 13 on stands for itself, but not in the morning.
func hourIn(h, from, before int) int {
	in := func(h int) bool {
		if from < before {
			return from <= h && h < before
		}
		return h >= from || h < before
	}
	switch {
	case h < 0 || h > 23:
		return -1
	case h > 12:
		if in(h) || before-from != 12 {
			return h
		}
		return -1
	case h == 0 && from == 12:
		return -1
	case in(h):
		return h
	case in((h + 12) % 24):
		return (h + 12) % 24
	}
	return -1
}
