package timestamp

import (
	"strings"
	"testing"
	"time"
)

// FuzzParse checks, for any text, that nothing panics, that a value lies in
// the years that dates may have, that Raw and Start tell where it stands, and
// that a value as it is written reads back as itself, unless its year may be one
// of Iran's, of the Islamic or of Nepal's calendar.
func FuzzParse(f *testing.F) {
	for _, r := range append(readRows(f, "testdata/dates.txt"), readRows(f, "testdata/nodates.txt")...) {
		f.Add(r.text, strings.TrimSuffix(r.lang, "+"), uint8(len(r.text)))
	}
	f.Fuzz(func(t *testing.T, s, lang string, flags uint8) {
		o := Options{Language: lang, Order: Order(flags & 3), Epoch: flags&4 != 0}
		if flags&8 != 0 {
			o.Relative = time.Date(2020, 10, 6, 3, 39, 0, 0, time.UTC)
		}
		if flags&16 != 0 {
			o.Assume = time.FixedZone("", 12600)
		}
		whole, problem := Parse(s, o)
		check(t, s, whole, problem)
		if problem == NoProblem && whole.Precision >= Day && whole.Time.Year() >= 1500 && whole.Time.Year() < bikramFirst {
			again, problem := Parse(whole.String(), Options{})
			if again.String() != whole.String() {
				t.Errorf("%q is %v, which reads back as %v (%v)", s, whole, again, problem)
			}
		}
		first, problem := Find(s, o)
		check(t, s, first, problem)
		IsDateLine(s)
		end := 0
		for _, x := range findAll(s, o) {
			check(t, s, x, NoProblem)
			if x.Start < end {
				t.Errorf("%q: %q at %d begins before %d", s, x.Raw, x.Start, end)
			}
			end = x.End()
		}
	})
}

func check(t *testing.T, s string, x Timestamp, problem Problem) {
	if (problem == NoProblem) == x.IsZero() {
		t.Errorf("%q: %v with problem %v", s, x, problem)
	}
	if y := x.Time.Year(); !x.IsZero() && (y < 1399 || y > 2201) { // a zone may move New Year
		t.Errorf("%q: year %d", s, y)
	}
	if !strings.HasPrefix(s[x.Start:], x.Raw) {
		t.Errorf("%q: %q is not at %d", s, x.Raw, x.Start)
	}
}
