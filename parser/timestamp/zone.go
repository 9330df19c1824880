package timestamp

import (
	"archive/zip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

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
	if r.isOneOf(i, "([") {
		z, ok := r.zone(i+1, afterClock)
		if !ok || !r.isOneOf(z.end, ")]") {
			return zoneRef{}, false
		}
		z.end++
		return z, true
	}
	if afterClock && r.isOneOf(i, "+-") {
		return r.offset(i, r.secondsBefore(i))
	}
	s, ok := r.sense(i, kindZone)
	if !ok {
		return zoneRef{}, false
	}
	z := zoneRef{name: int(s.value), end: i + 1}
	if s.value == 0 && r.isOneOf(i+1, "+-") { // GMT+3
		if o, ok := r.offset(i+1, true); ok {
			return o, true
		}
	}
	return z, true
}

// secondsBefore reports whether the time before token i states seconds or
// follows a T, so that a hyphen can only begin an offset.
func (r *reader) secondsBefore(i int) bool {
	return i >= 4 && (r.isOneOf(i-2, ":.") && r.isOneOf(i-4, ":T") || r.near(i-3) && r.is(i-4, kindClock))
}

// offset reads +03:30, -0400, +3 and the like from the sign on. A hyphen
// needs certainty: 10:15-11:00 is rather a range.
func (r *reader) offset(i int, certain bool) (zoneRef, bool) {
	if !r.near(i+1) || !r.isNumber(i+1) {
		return zoneRef{}, false
	}
	t := &r.toks[i+1]
	z := zoneRef{name: -1, end: i + 2}
	h, m := int(t.val), 0
	switch {
	case t.digits == 4:
		h, m = h/100, h%100
	case t.digits > 2:
		return z, false
	case r.isSign(i+2, ':') && r.near(i+2) && r.near(i+3) && r.isNumber(i+3) && r.toks[i+3].digits == 2:
		m, z.end = int(r.toks[i+3].val), i+4
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

// instant is the time in UTC of a local time in a zone. It reports false when
// the zone's clocks show that time twice or never.
func instant(local time.Time, loc *time.Location) (time.Time, bool) {
	y, mo, d := local.Date()
	h, mi, s := local.Clock()
	t := time.Date(y, mo, d, h, mi, s, 0, loc)
	if th, tm, _ := t.Clock(); th != h || tm != mi {
		return local, false
	}
	_, offset := t.Zone()
	for _, other := range [...]time.Time{t.Add(-2 * time.Hour), t.Add(2 * time.Hour)} {
		if _, o := other.Zone(); o != offset {
			if _, back := t.Add(time.Duration(offset-o) * time.Second).Zone(); back == o {
				return local, false
			}
		}
	}
	return t.UTC(), true
}

//go:embed zoneinfo.zip
var zoneinfo string

// openZones reads the directory of the embedded copy of the time zone
// database. The system's copy is left aside, so that every machine answers
// the same.
var openZones = sync.OnceValue(func() map[string]*zip.File {
	z, err := zip.NewReader(strings.NewReader(zoneinfo), int64(len(zoneinfo)))
	if err != nil {
		panic(err) // the embedded file is broken
	}
	files := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		files[f.Name] = f
	}
	return files
})

// LoadZone is the zone of an IANA name ("Asia/Tehran") or of a distance from
// UTC ("+03:30", "UTC-5", "Z").
func LoadZone(name string) (*time.Location, error) {
	if z, ok := wholeZone(name); ok {
		return z, nil
	}
	f := openZones()[name]
	if f == nil {
		return nil, fmt.Errorf("unknown time zone %q", name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	return time.LoadLocationFromTZData(name, data)
}

// wholeZone reads a distance from UTC, or UTC itself.
func wholeZone(s string) (*time.Location, bool) {
	upper := strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(s), "UTC"), "GMT")
	if upper == "" && s != "" || upper == "Z" {
		return time.UTC, true
	}
	var buf [8]token
	toks, _ := lex(buf[:0], upper, 0)
	r := reader{s: upper, toks: toks, opt: &Options{}, lang: -1}
	if !r.isOneOf(0, "+-") {
		return nil, false
	}
	z, ok := r.offset(0, true)
	if !ok || z.end != len(toks) {
		return nil, false
	}
	return time.FixedZone(upper, z.offset), true
}
