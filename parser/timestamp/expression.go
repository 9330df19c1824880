package timestamp

// An expression is a date with what stands around it: weekday, time, zone.
// It covers the tokens [first, end).
type expression struct {
	first, end   int
	day          day
	second       day // the same day in another calendar; n is 0 when there is none
	clock        clock
	zone         zoneRef
	other        clock // the same time in another zone
	otherZone    zoneRef
	weekdays     uint8 // bit n for weekday n; 0 when the text names none
	weekdayLangs langSet
	langs        langSet // in which the words around the date have these meanings; empty when there are none
	hasDay       bool
	hasClock     bool
	hasZone      bool
	hasOther     bool
}

// expression reads into e the expression that begins with token i, which must
// be one of its parts.
func (r *reader) expression(e *expression, i int) bool {
	if !r.mayStart(i) {
		return false
	}
	*e = expression{first: i, end: i}
	marks, fillers, brackets := 0, 0, false
	for at := i; at < r.n; at++ {
		if next := r.part(e, at); next > at {
			at, e.end = next-1, next
			marks, fillers = 0, 0
			continue
		}
		if r.isOneOf(at, between) {
			marks++
			brackets = brackets || r.isSign(at, '(')
		} else if r.isFiller(at) {
			fillers++
		} else {
			break
		}
		if e.end == i || marks > 4 || fillers > 3 {
			break
		}
	}
	if !e.hasDay || e.day.relative && e.day.word && !e.hasClock && !r.whole {
		return false
	}
	if brackets {
		e.end = r.closeBracket(e.first, e.end)
	}
	return true
}

// starters are the kinds of words that begin a part of an expression.
const starters kindSet = allMonths | 1<<kindWeekday | 1<<kindPeriod | 1<<kindUnitYear |
	1<<kindUnitMonth | 1<<kindClock | 1<<kindEra | 1<<kindZone | 1<<kindAgo | 1<<kindDayWord

// mayStart reports whether a part of an expression may begin with token i.
func (r *reader) mayStart(i int) bool {
	t := &r.buf[i]
	return t.kind == numberToken || t.kinds&starters != 0
}

// isFiller reports whether token i is a word that may stand between the parts
// of an expression, as "at".
func (r *reader) isFiller(i int) bool {
	if s, ok := r.sense(i, kindClock); ok {
		return s.value != 2
	}
	return r.isValue(i, kindLabel, 1) || r.isValue(i, kindUnitDay, 1) || r.is(i, kindOf)
}

// part reads one part of the expression at token i, if the expression does
// not have it yet. It returns i when there is none.
func (r *reader) part(e *expression, i int) int {
	switch t := &r.buf[i]; {
	case t.kind == signToken && t.val != '(', t.kind == wordToken && t.kinds&starters == 0:
		return i
	}
	if !e.hasDay {
		if d, ok := r.date(i); ok {
			r.setDay(e, i, d)
			return d.end
		}
		if d, ok := r.relativeDate(i); ok {
			e.day, e.hasDay = d, true
			return d.end
		}
	} else if end := r.sameDay(e, i); end > i {
		return end
	}
	if end := r.clockPart(e, i); end > i {
		return end
	}
	if !e.hasClock { // Croatian čet is a weekday until there is a time for the zone CET
		if end := r.weekday(e, i); end > i {
			return end
		}
	}
	if !e.hasZone {
		if z, ok := r.zone(i, false); ok && r.zoneFits(e, i, z) {
			e.zone, e.hasZone = z, true
			return z.end
		}
	}
	if end := r.weekday(e, i); end > i {
		return end
	}
	if s, ok := r.sense(i, kindDayWord); ok && !e.hasDay {
		e.day = day{precision: Day, relative: true, word: true, ago: ago{int(s.value), spanDay}, end: i + 1}
		e.hasDay = true
		return i + 1
	}
	return i
}

// zoneFits reports whether a zone may stand at token i: first of all only
// directly before a time, as GMT 03:39, or in scripts without spaces.
func (r *reader) zoneFits(e *expression, i int, z zoneRef) bool {
	if e.hasDay || e.hasClock || !r.isASCII(&r.buf[i]) {
		return true
	}
	_, ok := r.clock(z.end, false)
	return ok
}

// setDay takes a day, and the time inside it: before the year, or in a number
// of 12 or 14 digits.
func (r *reader) setDay(e *expression, i int, d day) {
	e.day, e.hasDay = d, true
	if e.hasClock {
		return
	}
	if d.clock.end > 0 {
		e.clock, e.hasClock = d.clock, true
		e.zone, e.hasZone = d.zone, d.zone.end > 0
	} else if r.isNumber(i) {
		e.clock, e.hasClock = r.compactClock(i)
	}
}

// clockPart reads a time with its zone; a second time must name its zone,
// as in "0339 GMT (1139 HKT)".
func (r *reader) clockPart(e *expression, i int) int {
	if e.hasClock && (!e.hasZone || e.hasOther || !e.clock.colon) {
		return i
	}
	if e.first == i && !r.startsWell(i) {
		return i // the time of another date, or no time
	}
	c, ok := r.clock(i, e.hasDay && !e.hasClock)
	if !ok {
		return i
	}
	z, zoned := r.zone(c.end, true)
	if e.hasClock {
		if !zoned {
			return i
		}
		e.other, e.otherZone, e.hasOther = c, z, true
		return z.end
	}
	e.clock, e.hasClock = c, true
	if zoned && !e.hasZone {
		e.zone, e.hasZone = z, true
		return r.zoneComment(z.end)
	}
	return c.end
}

// zoneComment passes over the name of the zone in parentheses, as in
// "-0400 (EDT)" and "GMT+0300 (Moscow Standard Time)".
func (r *reader) zoneComment(i int) int {
	if !r.isSign(i, '(') {
		return i
	}
	at := i + 1
	for r.isWord(at) && at < i+5 {
		at++
	}
	if at == i+1 || !r.isSign(at, ')') {
		return i
	}
	return at + 1
}

// sameDay reads a second date, in another calendar than the first.
func (r *reader) sameDay(e *expression, i int) int {
	if e.second.n > 0 || e.day.precision != Day || e.day.relative {
		return i
	}
	d, ok := r.date(i)
	if !ok || d.calendar == e.day.calendar || d.precision != Day {
		return i
	}
	e.second = d
	return d.end
}

// weekday reads a weekday's name.
func (r *reader) weekday(e *expression, i int) int {
	var set uint8
	var langs langSet
	if !r.is(i, kindWeekday) {
		return i
	}
	for _, s := range r.senses(i) {
		if s.kind == kindWeekday {
			set |= 1 << s.value
			langs = langs.or(langSets[s.langs])
		}
	}
	if e.weekdays != 0 && set&e.weekdays == 0 || !r.trustedDay(e, i, langs) {
		return i // it may name the same day again, in another language
	}
	end := i + 1
	t := &r.buf[i]
	if words[t.val].text == "thu" && t.end-t.start > 3 { // Vietnamese Thứ 2 to Thứ 7
		n := r.small(end)
		if n < 2 || n > 7 {
			return i
		}
		set = 1 << (n - 1)
		end++
	}
	e.weekdays, e.weekdayLangs = set, langs
	e.meet(langs)
	return end
}

func (r *reader) isASCII(t *token) bool { return r.s[t.start] < 0x80 }

// meet narrows the languages of the words around the date.
func (e *expression) meet(langs langSet) {
	if both := e.langs.and(langs); !both.empty() {
		e.langs = both
	} else if e.langs.empty() {
		e.langs = langs
	}
}

// closeBracket includes the bracket behind token end-1 that closes one in
// the expression.
func (r *reader) closeBracket(first, end int) int {
	depth := 0
	for i := first; i < end; i++ {
		switch {
		case r.isOneOf(i, open):
			depth++
		case r.isOneOf(i, closing):
			depth--
		}
	}
	if depth > 0 && r.isOneOf(end, closing) {
		end++
	}
	return end
}
