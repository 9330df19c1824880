package timestamp

import (
	"testing"
	"time"
)

func TestGregorianDay(t *testing.T) {
	day := time.Date(1399, 12, 31, 0, 0, 0, 0, time.UTC)
	for day.Year() <= 2200 {
		day = day.AddDate(0, 0, 1)
		y, m, d := day.Date()
		got, ok := unixDay(gregorian, y, int(m), d)
		if !ok || got != int(day.Unix()/86400) {
			t.Fatalf("%v: %d %v", day, got, ok)
		}
		if day.AddDate(0, 0, 1).Day() == 1 {
			if _, ok := unixDay(gregorian, y, int(m), d+1); ok {
				t.Fatalf("%v is not the last of its month", day)
			}
		}
	}
}

// The days of the calendars of Iran and of Saudi Arabia, as their authorities
// published them, and of Nepal and Ethiopia, as the days of elections and other
// events are known in both calendars.
func TestOtherCalendars(t *testing.T) {
	for _, c := range []struct {
		cal     calendar
		y, m, d int
		want    string
	}{
		{jalali, 1357, 11, 22, "1979-02-11"},
		{jalali, 1375, 1, 1, "1996-03-20"},
		{jalali, 1399, 7, 15, "2020-10-06"},
		{jalali, 1399, 12, 30, "2021-03-20"},
		{jalali, 1400, 1, 1, "2021-03-21"},
		{jalali, 1403, 12, 30, "2025-03-20"},
		{jalali, 1300, 1, 1, "1921-03-21"},
		{hijri, 1356, 1, 1, "1937-03-14"},
		{hijri, 1420, 9, 1, "1999-12-09"},
		{hijri, 1442, 1, 1, "2020-08-20"},
		{hijri, 1442, 2, 19, "2020-10-06"},
		{hijri, 1500, 12, 1, "2077-10-18"},
		{bikram, 2050, 1, 1, "1993-04-13"},
		{bikram, 2052, 11, 1, "1996-02-13"},
		{bikram, 2058, 2, 19, "2001-06-01"},
		{bikram, 2062, 1, 31, "2005-05-14"},
		{bikram, 2063, 1, 11, "2006-04-24"},
		{bikram, 2065, 2, 15, "2008-05-28"},
		{bikram, 2072, 1, 12, "2015-04-25"},
		{bikram, 2072, 6, 3, "2015-09-20"},
		{bikram, 2079, 8, 4, "2022-11-20"},
		{bikram, 2081, 2, 32, "2024-06-14"},
		{bikram, 2082, 11, 21, "2026-03-05"},
		{bikram, 2083, 12, 30, "2027-04-13"},
		{ethiopian, 1983, 9, 20, "1991-05-28"},
		{ethiopian, 2000, 1, 1, "2007-09-12"},
		{ethiopian, 2011, 13, 6, "2019-09-11"},
		{ethiopian, 2013, 2, 25, "2020-11-04"},
		{ethiopian, 2017, 1, 1, "2024-09-11"},
	} {
		day, ok := unixDay(c.cal, c.y, c.m, c.d)
		got := time.Unix(int64(day)*86400, 0).UTC().Format("2006-01-02")
		if !ok || got != c.want {
			t.Errorf("%d-%d-%d: %s %v, want %s", c.y, c.m, c.d, got, ok, c.want)
		}
	}
	for _, c := range []struct {
		cal     calendar
		y, m, d int
	}{{jalali, 1400, 12, 30}, {jalali, 1399, 7, 31}, {jalali, 1399, 13, 1}, {hijri, 1442, 1, 30}, {hijri, 1355, 1, 1}, {hijri, 1501, 1, 1},
		{bikram, 2049, 12, 1}, {bikram, 2084, 1, 1}, {bikram, 2081, 1, 32}, {ethiopian, 2017, 13, 6}, {ethiopian, 2017, 14, 1}, {ethiopian, 2017, 1, 31}} {
		if _, ok := unixDay(c.cal, c.y, c.m, c.d); ok {
			t.Errorf("there is no %d-%d-%d", c.y, c.m, c.d)
		}
	}
}
