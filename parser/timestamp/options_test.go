package timestamp

import (
	"testing"
	"time"
)

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		in    string
		order Order
		want  string
	}{
		{"06/10/2020", DMY, "2020-10-06"},
		{"06/10/2020", MDY, "2020-06-10"},
		{"06/10/2020", YMD, ""},
		{"13/10/2020", MDY, "2020-10-13"},     // the text overrules the option
		{"Tue 06/10/2020", MDY, "2020-10-06"}, // so does its weekday
		{"06/10/20", DMY, "2020-10-06"},
		{"06/10/20", MDY, "2020-06-10"},
		{"06/10/20", YMD, "2006-10-20"},
		{"06.10.20", DMY, "2020-10-06"},
		{"31/12/99", DMY, "1999-12-31"},
		{"01/02/45", DMY, ""}, // neither 1945 nor 2045 is likely
		{"2020/10/06", DMY, "2020-10-06"},
	} {
		got, problem := Parse(c.in, Options{Order: c.order})
		if exact(got) != c.want {
			t.Errorf("%s in order %d: %s %v, want %s", c.in, c.order, exact(got), problem, c.want)
		}
	}
}

func TestLanguageDecidesOrder(t *testing.T) {
	for lang, want := range map[string]string{
		"de": "2020-10-06", "fr": "2020-10-06", "fa": "2020-10-06", "ru": "2020-10-06", "ar": "2020-10-06", "hi": "2020-10-06",
		"vi": "2020-10-06", "id": "2020-10-06", "pt": "2020-10-06", "hu": "2020-10-06", "nb": "2020-10-06", "hr": "2020-10-06",
		"en": "", "ja": "", "zh": "", "ko": "", "": "", "xx": "", "tl": "",
	} {
		got, _ := Parse("06/10/2020", Options{Language: lang})
		if exact(got) != want {
			t.Errorf("%s: %s, want %q", lang, exact(got), want)
		}
	}
}

func TestLanguageDecidesYear(t *testing.T) {
	for lang, want := range map[string]Problem{"th": NoProblem, "": Ambiguous, "en": NoDate, "vi": NoDate} {
		got, problem := Parse("05/03/2567", Options{Language: lang})
		if problem != want || (lang == "th") != (exact(got) == "2024-03-05") {
			t.Errorf("%q: %s, %v, want %v", lang, exact(got), problem, want)
		}
	}
}

func TestOrderProof(t *testing.T) {
	for in, want := range map[string]Order{
		"13/10/2020":                     DMY,
		"10/13/2020":                     MDY,
		"06/10/2020":                     NoOrder,
		"06/06/2020":                     NoOrder,
		"Tue 06/10/2020":                 DMY,
		"2020/10/13":                     NoOrder,
		"13.10.2020":                     NoOrder,
		"from 13/10/2020 to 06/11/2020":  DMY,
		"13/10/2020, 10/13/2020":         NoOrder,
		"31/31/2020":                     NoOrder,
		"a line of prose with 2 numbers": NoOrder,
	} {
		if got := OrderProof(in); got != want {
			t.Errorf("%q proves %d, want %d", in, got, want)
		}
	}
}

func TestEpoch(t *testing.T) {
	for in, want := range map[string]string{
		"1601955540":         "2020-10-06T03:39:00Z",
		"1601955540000":      "2020-10-06T03:39:00Z",
		"Date: 1601955540":   "2020-10-06T03:39:00Z",
		"16019555400":        "",
		"99999999999999":     "",
		"1601955540 readers": "",
	} {
		if got, _ := Parse(in, Options{Epoch: true}); exact(got) != want {
			t.Errorf("%s: %s, want %q", in, exact(got), want)
		}
		if got, _ := Parse(in, Options{}); !got.IsZero() {
			t.Errorf("%s without Epoch: %s", in, exact(got))
		}
	}
	if got, _ := Find("1601955540", Options{Epoch: true}); exact(got) != "2020-10-06T03:39:00Z" {
		t.Errorf("Find: %s", exact(got))
	}
}

func TestRelative(t *testing.T) {
	now := time.Date(2020, 10, 6, 7, 9, 30, 0, time.FixedZone("", 12600))
	for in, want := range map[string]string{
		"2 hours ago":                   "2020-10-06T01:39Z assumed",
		"Updated 5 min ago":             "2020-10-06T03:34Z assumed",
		"30 seconds ago":                "2020-10-06T03:39Z assumed",
		"3 days ago":                    "2020-10-03",
		"2 weeks ago":                   "2020-09-22",
		"2 months ago":                  "2020-08",
		"3 years ago":                   "2017",
		"yesterday":                     "",
		"yesterday at 10:15":            "2020-10-05T10:15",
		"today, 3:39 p.m. EDT":          "2020-10-06T19:39Z",
		"vor 2 Stunden":                 "2020-10-06T01:39Z assumed",
		"il y a 3 jours":                "2020-10-03",
		"вчера в 10:15":                 "2020-10-05T10:15",
		"۲ ساعت پیش":                    "2020-10-06T01:39Z assumed",
		"2時間前":                          "2020-10-06T01:39Z assumed",
		"2小时前":                          "2020-10-06T01:39Z assumed",
		"2시간 전":                         "2020-10-06T01:39Z assumed",
		"6 October 2019, 2 hours ago":   "",
		"2 hours ago (6 October 2020)":  "",
		"in 2 hours":                    "",
		"2 hours":                       "",
		"the storm 2 hours ago flooded": "",
	} {
		if got, problem := Parse(in, Options{Relative: now}); exact(got) != want {
			t.Errorf("%q: %s %v, want %q", in, exact(got), problem, want)
		}
	}
	if got, problem := Find("Published 2 hours ago, updated 6 October 2020", Options{}); exact(got) != "2020-10-06" {
		t.Errorf("a relative time hides the date: %s %v", exact(got), problem)
	}
}
