package timestamp

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func benchmark(b *testing.B, f func()) {
	b.ReportAllocs()
	for b.Loop() {
		f()
	}
}

func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, in string }{
		{"iso", "2020-10-06T03:39:00Z"},
		{"english", "Tuesday, October 6, 2020 3:39 PM ET"},
		{"german", "Dienstag, 6. Oktober 2020, 03:39 Uhr MESZ"},
		{"persian", "سه‌شنبه ۱۵ مهر ۱۳۹۹ ساعت ۰۷:۰۹"},
		{"chinese", "2020年10月6日 下午3:39"},
		{"none", "iPhone 12 Pro review"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.in)))
			benchmark(b, func() { Parse(c.in, Options{}) })
		})
	}
}

// BenchmarkTable parses all strings of the table and reports beside the mean
// the time of the slowest string and that of the middle one in English. The
// time of a string is its median in the best of five passes, as other work on
// the machine disturbs one pass or another.
func BenchmarkTable(b *testing.B) {
	rows := readRows(b, "testdata/dates.txt")
	best := make([]time.Duration, len(rows))
	for pass := range 5 {
		for i, r := range rows {
			if d := median(r.text, strings.TrimSuffix(r.lang, "+")); pass == 0 || d < best[i] {
				best[i] = d
			}
		}
	}
	benchmark(b, func() {
		for _, r := range rows {
			Parse(r.text, Options{Language: strings.TrimSuffix(r.lang, "+")})
		}
	})
	var english []time.Duration
	for i, r := range rows {
		if r.lang == "en" {
			english = append(english, best[i])
		}
	}
	slices.Sort(english)
	slowest := slices.Max(best)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(rows)), "ns/string")
	b.ReportMetric(float64(english[len(english)/2].Nanoseconds()), "ns-english-median")
	b.ReportMetric(float64(slowest.Nanoseconds()), "ns-slowest-median")
	b.Logf("slowest: %q", rows[slices.Index(best, slowest)].text)
}

// median is the median time of Parse over 101 rounds of 10 calls.
func median(s, lang string) time.Duration {
	var rounds [101]time.Duration
	for i := range rounds {
		start := time.Now()
		for range 10 {
			Parse(s, Options{Language: lang})
		}
		rounds[i] = time.Since(start) / 10
	}
	slices.Sort(rounds[:])
	return rounds[len(rounds)/2]
}

func BenchmarkIsDateLine(b *testing.B) {
	for _, c := range []struct{ name, in string }{
		{"no digits", "The council voted on Tuesday to keep the library open, said the mayor."},
		{"no digits, Persian", "شورای شهر روز سه‌شنبه به باز ماندن کتابخانه رأی داد، شهردار گفت."},
		{"digits", "The council voted 12 to 7 to keep the library open for 3 more years."},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.in)))
			benchmark(b, func() { IsDateLine(c.in) })
		})
	}
}

func TestNoAllocation(t *testing.T) {
	for _, r := range readRows(t, "testdata/nodates.txt") {
		o := Options{Language: r.lang}
		n := testing.AllocsPerRun(20, func() {
			Parse(r.text, o)
			Find(r.text, o)
			IsDateLine(r.text)
		})
		if n != 0 {
			t.Errorf("%q: %v allocations", r.text, n)
		}
	}
}
