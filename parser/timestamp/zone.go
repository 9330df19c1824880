package timestamp

// A zoneRef is a zone as the text states it: a distance from UTC, or the
// index of a name in zones whose rules tell the distance.
type zoneRef struct {
	offset int // seconds east of UTC
	name   int // index in zones, or -1
	end    int
}

// zone reads the zone that begins with token i: Z, +03:30, GMT+3, EDT, (ET),
// Moscow time. Bare offsets are zones afterClock only.
func (r *reader) zone(i int, afterClock bool) (zoneRef, bool) {
	if r.isOneOf(i, open) {
		z, ok := r.zone(i+1, afterClock)
		if !ok || !r.isOneOf(z.end, closing) {
			return zoneRef{}, false
		}
		z.end++
		return z, true
	}
	if afterClock && r.isOneOf(i, plus|hyphen) {
		return r.offset(i, r.buf[i].gap || r.secondsBefore(i))
	}
	s, ok := r.sense(i, kindZone)
	if !ok {
		return zoneRef{}, false
	}
	z := zoneRef{name: int(s.value), end: i + 1}
	if s.value == 0 && r.isOneOf(i+1, plus|hyphen) { // GMT+3
		if o, ok := r.offset(i+1, true); ok {
			return o, true
		}
	}
	return z, true
}

// secondsBefore reports whether the time before token i states seconds or
// follows a T, so that a hyphen can only begin an offset.
func (r *reader) secondsBefore(i int) bool {
	return i >= 4 && (r.isOneOf(i-2, colon|dot) && r.isOneOf(i-4, colon) || r.near(i-3) && r.is(i-4, kindClock))
}

// offset reads +03:30, -0400, +3 and the like from the sign on. A hyphen
// needs certainty: 10:15-11:00 is rather a range, "10:15 -1100" is not.
func (r *reader) offset(i int, certain bool) (zoneRef, bool) {
	if !r.near(i+1) || !r.isNumber(i+1) {
		return zoneRef{}, false
	}
	t := &r.buf[i+1]
	z := zoneRef{name: -1, end: i + 2}
	h, m := int(t.val), 0
	switch {
	case t.digits == 4:
		h, m = h/100, h%100
	case t.digits > 2:
		return z, false
	case r.isSign(i+2, ':') && r.near(i+2) && r.near(i+3) && r.isNumber(i+3) && r.buf[i+3].digits == 2:
		m, z.end = int(r.buf[i+3].val), i+4
		if r.isSign(i, '-') && !certain {
			return z, false
		}
	case !certain || t.digits == 2 && r.isSign(i, '-') && !certain:
		return z, false
	}
	if h > 14 || m%15 != 0 || m > 45 || r.isSign(i, '-') && (h > 12 || m != 0 && m != 30) {
		return z, false
	}
	z.offset = h*3600 + m*60
	if r.isSign(i, '-') {
		z.offset = -z.offset
	}
	return z, true
}
