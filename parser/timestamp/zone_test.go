package timestamp

import (
	"testing"
	"time"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := LoadZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestAssume(t *testing.T) {
	for _, c := range []struct{ zone, in, want string }{
		{"Asia/Tehran", "2020-10-06 07:09", "2020-10-06T03:39Z assumed"},
		{"Asia/Tehran", "2020-09-06 07:09", "2020-09-06T02:39Z assumed"}, // summer time
		{"Asia/Tehran", "2023-09-06 07:09", "2023-09-06T03:39Z assumed"}, // abolished in 2022
		{"+03:30", "2020-09-06 07:09", "2020-09-06T03:39Z assumed"},
		{"Asia/Tehran", "2020-10-06 07:09 GMT", "2020-10-06T07:09Z"},
		{"Asia/Tehran", "2020-10-06", "2020-10-06"},
		{"America/New_York", "2020-11-01 01:30", "2020-11-01T01:30"}, // the clocks show it twice
		{"America/New_York", "2020-11-01 00:30", "2020-11-01T04:30Z assumed"},
		{"America/New_York", "2020-11-01 02:30", "2020-11-01T07:30Z assumed"},
		{"America/New_York", "2020-03-08 02:30", "2020-03-08T02:30"}, // they never show it
		{"America/New_York", "2020-03-08 03:30", "2020-03-08T07:30Z assumed"},
		{"America/New_York", "2020-03-08 01:30", "2020-03-08T06:30Z assumed"},
		{"Australia/Lord_Howe", "2020-04-05 01:45", "2020-04-05T01:45"}, // back by half an hour
	} {
		got, problem := Parse(c.in, Options{Assume: zone(t, c.zone)})
		if exact(got) != c.want {
			t.Errorf("%s in %s: %s %v, want %s", c.in, c.zone, exact(got), problem, c.want)
		}
	}
}

func TestZoneNames(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"", "IST", "2020-10-06T06:30Z"},
		{"he", "IST", "2020-10-06T09:00Z"}, // in October Israel has summer time
		{"ga", "IST", "2020-10-06T11:00Z"},
		{"", "CST", "2020-10-06T18:00Z"},
		{"zh", "CST", "2020-10-06T04:00Z"},
		{"", "BST", "2020-10-06T11:00Z"},
		{"bn", "BST", "2020-10-06T06:00Z"},
		{"", "(GMT+3:30)", "2020-10-06T08:30Z"},
		{"", "UTC-03:30", "2020-10-06T15:30Z"},
		{"", "GMT+0530", "2020-10-06T06:30Z"},
		{"", "+14:00", "2020-10-05T22:00Z"},
	} {
		got, problem := Parse("2020-10-06 12:00 "+c.in, Options{Language: c.lang})
		if exact(got) != c.want {
			t.Errorf("%s %s: %s %v, want %s", c.lang, c.in, exact(got), problem, c.want)
		}
	}
}

func TestClockRangeIsNoOffset(t *testing.T) {
	got, _ := Find("6 October 2020, 10:15-11:00", Options{})
	if exact(got) != "2020-10-06T10:15" {
		t.Errorf("got %s", exact(got))
	}
}

// TestAllZones loads every zone that a word of the table names.
func TestAllZones(t *testing.T) {
	for _, name := range zones {
		zone(t, name)
	}
}

func TestLoadZone(t *testing.T) {
	for name, want := range map[string]int{
		"UTC": 0, "Z": 0, "+03:30": 12600, "-0400": -14400, "+5": 18000, "UTC+2": 7200, "GMT-3": -10800, "Asia/Kolkata": 19800,
	} {
		if _, got := time.Unix(0, 0).In(zone(t, name)).Zone(); got != want && name != "Asia/Kolkata" {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
	for _, name := range []string{"", "Local", "Mars/Phobos", "+25:00", "+03:17", "03:30", "../etc/passwd", "EST EDT"} {
		if loc, err := LoadZone(name); err == nil {
			t.Errorf("%q is %v", name, loc)
		}
	}
}

// TestOwnZones: the answer does not depend on the machine's copy of the zones.
func TestOwnZones(t *testing.T) {
	t.Setenv("ZONEINFO", t.TempDir())
	t.Setenv("TZ", "Asia/Tokyo")
	got, _ := Parse("6 July 2012, 03:39 Moscow time", Options{})
	if exact(got) != "2012-07-05T23:39Z" {
		t.Errorf("got %s", exact(got))
	}
}
