package timestamp

import "unicode/utf8"

// only reads the one date of a string that holds nothing else.
func (r *reader) only() (Timestamp, Problem) {
	var e expression
	for i := 0; i < r.n; {
		if r.expression(&e, i) {
			if r.decoration(e.end) < r.n {
				return Timestamp{}, NoDate
			}
			return r.settle(&e)
		}
		if r.isNumber(i) && r.decoration(i+1) == r.n {
			if t, ok := r.bareNumber(i); ok {
				return t, NoProblem
			}
		}
		next := r.ornament(i)
		if next == i {
			return Timestamp{}, NoDate
		}
		i = next
	}
	return Timestamp{}, NoDate
}

// decoration passes over all that belongs to no date but may stand around it.
func (r *reader) decoration(i int) int {
	for i < r.n {
		next := r.ornament(i)
		if next == i {
			return i
		}
		i = next
	}
	return i
}

// ornament passes over one sign or word that may stand around a date: it
// says nothing, or announces a date, or is a time of reading.
func (r *reader) ornament(i int) int {
	t := &r.buf[i]
	switch {
	case t.kind == signToken:
		if r.isOneOf(i, money|percent|equals|plus|ampersand|caret) {
			return i
		}
		return i + 1
	case t.kind == numberToken:
		return max(r.readingTime(i), r.foreignDate(i))
	case r.is(i, kindLabel), r.is(i, kindClock), r.is(i, kindWeekday), r.is(i, kindOf), r.is(i, kindUnitDay), r.is(i, kindEra):
		return i + 1
	case r.isValue(i, kindRead, 2):
		return i + 1
	}
	return i
}

// foreignDate passes over a date in a calendar that is not read, as Bengali
// newspapers write behind the Gregorian one: ২১ আশ্বিন ১৪২৭.
func (r *reader) foreignDate(i int) int {
	if r.small(i) < 0 || !r.is(i+1, kindForeign) {
		return i
	}
	end := r.skip(i+2, comma, 0)
	if r.isNumber(end) {
		end = r.skip(end+1, 0, 1<<kindForeign)
	}
	return end
}

// readingTime passes over "5 min" where words for reading stand beside it.
func (r *reader) readingTime(i int) int {
	if r.small(i) < 0 || !r.isValue(i+1, kindRead, 1) {
		return i
	}
	at := r.skip(i+2, dot, 1<<kindOf)
	if r.isValue(at, kindRead, 2) {
		return at + 1
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if r.isValue(k, kindRead, 2) {
			return i + 2
		}
	}
	return i
}

// placeWords is the number of unknown words that a date line may have: the
// name of a place.
const placeWords = 2

// maxSolidPlace is the length in bytes of such a name in a script without
// spaces: six ideographs.
const maxSolidPlace = 18

// solidPlace passes over the letters of a script without spaces that token i is
// among, up to white space or a sign on both sides, as over the name of a paper
// that has the word for a day in it: 人民日报.
func (r *reader) solidPlace(i int) int {
	if first, _ := utf8.DecodeRuneInString(r.s[r.buf[i].start:]); !r.isWord(i) || !isSolid(first) {
		return i
	}
	from, to := i, i+1
	for r.near(from) && r.isWord(from-1) {
		from--
	}
	for r.near(to) && r.isWord(to) {
		to++
	}
	if r.near(from) && r.buf[from-1].kind != signToken || r.buf[to-1].end-r.buf[from].start > maxSolidPlace {
		return i
	}
	return to
}

// setOff reports whether the word at token i is set off by signs or other
// unknown words, as the name of a place is.
func (r *reader) setOff(i int) bool {
	if !r.isWord(i) {
		return false
	}
	ends := func(k int) bool {
		return k < 0 || k >= r.n || r.buf[k].kind == signToken || r.isWord(k) && r.buf[k].val < 0
	}
	return ends(i-1) && ends(i+1)
}

// IsDateLine reports whether s is a line that holds nothing but a date, with
// what stands around dates: weekday, time, zone, words such as "Published on",
// a time of reading, and, set off by a sign, the name of a place.
func IsDateLine(s string) bool {
	if len(s) > maxWhole || !mayHoldDate(s) {
		return false
	}
	var r reader
	r.set(s, Options{}, maxUnknown)
	if r.lex(0) < len(s) {
		return false
	}
	var e expression
	dates, place := 0, 0
	for i := 0; i < r.n; {
		if r.expression(&e, i) && e.day.precision == Day {
			dates++
			if e.second.n > 0 {
				dates++
			}
			i = e.end
			continue
		}
		next := r.ornament(i)
		if next == i && dates > 0 {
			next = r.update(i)
		}
		if next == i {
			if next = r.solidPlace(i); next == i {
				if !r.setOff(i) && !(dates > 1 && i == r.n-1 && r.isWord(i)) { // an agency behind two calendars
					return false
				}
				next++
			}
			place++
		}
		i = next
	}
	return dates > 0 && place <= placeWords
}

// update passes over the time of an update behind the date of a line: a time of
// day, or a day and a month in digits, "10/6".
func (r *reader) update(i int) int {
	if c, ok := r.clock(i, false); ok && c.valid() {
		return c.end
	}
	if r.small(i) > 0 && r.isOneOf(i+1, slash) && r.small(i+2) > 0 && !r.isOneOf(i+3, slash) {
		return i + 3
	}
	return i
}
