package timestamp

// An expression is a date with what stands around it: weekday, time, zone.
// It covers the tokens [first, end).
type expression struct {
	first, end int
	day        day
	second     day // the same day in another calendar; n is 0 when there is none
	clock      clock
	zone       zoneRef
	other      clock // the same time in another zone
	otherZone  zoneRef
	weekdays   uint8   // bit n for weekday n; 0 when the text names none
	langs      langSet // in which the words around the date have these meanings; empty when there are none
	hasDay     bool
	hasClock   bool
	hasZone    bool
	hasOther   bool
}

// between are the signs that may stand between the parts of an expression.
const between = ",-|/·•:;()[].~@'\"،–—>»«→"

// expression reads the expression that begins with token i, which must be
// one of its parts.
func (r *reader) expression(i int) (expression, bool) {
	e := expression{first: i, end: i}
	for at := i; at < len(r.toks); {
		next := r.part(&e, at)
		if next > at {
			at, e.end = next, next
			continue
		}
		if e.end == e.first {
			return e, false
		}
		next = r.connector(&e, at)
		if next == at {
			break
		}
		at = next
	}
	if !e.hasDay || e.day.relative && e.day.word && !e.hasClock && !r.whole {
		return e, false
	}
	e.end = r.closeBracket(e.first, e.end)
	return e, true
}

// part reads one part of the expression at token i, if the expression does
// not have it yet. It returns i when there is none.
func (r *reader) part(e *expression, i int) int {
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
	if !e.hasZone {
		if z, ok := r.zone(i, false); ok {
			e.zone, e.hasZone = z, true
			return z.end
		}
	}
	return r.weekday(e, i)
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

// weekday reads a weekday's name. Abbreviations of two letters, which are
// other words too, need a dot or comma or parentheses or the language.
func (r *reader) weekday(e *expression, i int) int {
	if e.weekdays != 0 {
		return i
	}
	var set uint8
	var langs langSet
	for _, s := range r.senses(i) {
		if s.kind == kindWeekday {
			set |= 1 << s.value
			langs = langs.or(langSets[s.langs])
		}
	}
	if set == 0 {
		return i
	}
	t := &r.toks[i]
	if len(words[t.val].text) < 3 && r.isASCII(t) && !r.isOneOf(i+1, ".,") && !r.isSign(i-1, '(') && !langs.has(r.lang) {
		return i
	}
	if len(words[t.val].text) == 3 && !r.isASCII(t) && !r.isSign(i-1, '(') { // one ideograph or syllable
		return i
	}
	e.weekdays = set
	e.meet(langs)
	return i + 1
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

// connector passes over what may stand between two parts: signs, a few words
// such as "at", words that say that a time follows.
func (r *reader) connector(e *expression, i int) int {
	signs, fillers := 0, 0
	for i < len(r.toks) {
		s, isClock := r.sense(i, kindClock)
		switch {
		case r.isOneOf(i, between) && signs < 4:
			signs++
		case fillers == 3:
			return i
		case isClock && s.value != 2:
			fillers++
		case r.isValue(i, kindLabel, 1), r.isValue(i, kindUnitDay, 1), r.is(i, kindOf):
			fillers++
		default:
			return i
		}
		i++
		if r.starts(e, i) {
			return i
		}
	}
	return i
}

// starts reports whether a part of the expression begins with token i, as a
// word may be a filler and a part (de: of, du: PM).
func (r *reader) starts(e *expression, i int) bool {
	probe := *e
	return r.part(&probe, i) > i
}

// closeBracket includes the bracket behind token end-1 that closes one in
// the expression.
func (r *reader) closeBracket(first, end int) int {
	depth := 0
	for i := first; i < end; i++ {
		switch {
		case r.isOneOf(i, "(["):
			depth++
		case r.isOneOf(i, ")]"):
			depth--
		}
	}
	if depth > 0 && r.isOneOf(end, ")]") {
		end++
	}
	return end
}
