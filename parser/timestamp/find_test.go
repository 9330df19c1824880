package timestamp

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ in, raw, want string }{
		{"Updated Aug. 3, 2023 9:05 am ET by our staff", "Aug. 3, 2023 9:05 am ET", "2023-08-03T13:05Z"},
		{"记者2020年10月6日03:39报道", "2020年10月6日03:39", "2020-10-06T03:39"},
		{"منتشر شده در ۱۵ مهر ۱۳۹۹ - ۰۷:۰۹ کد خبر ۱۲۳", "۱۵ مهر ۱۳۹۹ - ۰۷:۰۹", "2020-10-06T07:09"},
		{"see (Tuesday, 6 October 2020).", "Tuesday, 6 October 2020", "2020-10-06"},
		{"Tel. 555-2020, 6 October 2020 [03:39 GMT]", "6 October 2020 [03:39 GMT]", "2020-10-06T03:39Z"},
		{"12 comments | 6 October 2020 | 5 min read", "6 October 2020", "2020-10-06"},
		{"Tue 6 Oct 2020 03.39 BSTLast modified on Wed 7 Oct 2020 10.15 BST", "Tue 6 Oct 2020 03.39 BST", "2020-10-06T02:39Z"},
		{"By John SmithUpdated October 6, 2020 9:05 am ETShare", "October 6, 2020 9:05 am ET", "2020-10-06T13:05Z"},
		{"20201006", "20201006", "2020-10-06"},
		{"8 min | December 15, 2025 by us", "December 15, 2025", "2025-12-15"},
		{"In July 2025 had been", "July 2025", "2025-07"},
		{"from 9 to August 14, 2026", "August 14, 2026", "2026-08-14"},
		{"in the UK - 17 February 2017 we", "17 February 2017", "2017-02-17"},
		{"No. 10, March 1988 issue", "March 1988", "1988-03"},
		{"Tom2024-04-18T13:00:39+00:00March 22nd, 2024|Reviews|", "March 22nd, 2024", "2024-03-22"},
		{"SENT BY: ;17-10-95 6:03PM ;MINISTER", "17-10-95 6:03PM", "1995-10-17T18:03"},
		{"am 6. Oktober 2020 um 15:39 Uhr gesendet", "6. Oktober 2020 um 15:39 Uhr", "2020-10-06T15:39"},
		{"By John Smith October 6, 2020Share", "October 6, 2020", "2020-10-06"},
		{"Views: 1,234. Posted 06.10.2020 15:39 by admin", "06.10.2020 15:39", "2020-10-06T15:39"},
		{"2020-10-06T03:39:00+03:30[Asia/Tehran]", "2020-10-06T03:39:00+03:30", "2020-10-06T00:09:00Z"},
	} {
		got, problem := Find(c.in, Options{})
		if exact(got) != c.want || got.Raw != c.raw || problem != NoProblem {
			t.Errorf("Find(%q) = %s %q %v, want %s %q", c.in, exact(got), got.Raw, problem, c.want, c.raw)
		}
		if end := got.End(); c.in[got.Start:end] != got.Raw {
			t.Errorf("Find(%q): Start %d is not where Raw is", c.in, got.Start)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, s := range []string{
		"The 2020-21 season opened on October 6 with 3 goals.",
		"Call 06 10 20 20 20 or 555-2020.",
		"https://example.com/2020/10/06/slug",
		"photo-2020-10-06-1.jpg",
		"Since 2020 May has been quiet",
		"Ratio 10/06/2020/15",
		"Version 1.10.2020.4",
		"Lines 6-8 October 2020",
		"the iPhone 12 Pro 2020 review",
		"NASA sent Mars 2020 to space",
		"Office for Mac 2011 is old",
		"on 06 Out 20 of them",
	} {
		if got, problem := Find(s, Options{}); !got.IsZero() || problem != NoDate {
			t.Errorf("Find(%q) = %s %v", s, exact(got), problem)
		}
	}
}

func TestFindSkipsDoubt(t *testing.T) {
	got, problem := Find("06/10/2020 (published October 6, 2020)", Options{})
	if exact(got) != "2020-10-06" || problem != NoProblem {
		t.Errorf("got %s %v", exact(got), problem)
	}
	if got, problem = Find("some in 5/9/14 Eyes countries", Options{}); problem != Ambiguous {
		t.Errorf("got %s %v", exact(got), problem)
	}
	got, problem = Find("printed 06/10/2020 in Rome", Options{})
	if !got.IsZero() || problem != Ambiguous || got.Raw != "06/10/2020" || got.Start != 8 {
		t.Errorf("got %s %v %q at %d", exact(got), problem, got.Raw, got.Start)
	}
}

func TestFindInLongText(t *testing.T) {
	for n := range 200 {
		filler := strings.Repeat("word 7, ", n)
		s := filler + "Tuesday, 6 October 2020, 3:39 p.m. EDT " + filler
		got, _ := Find(s, Options{})
		if exact(got) != "2020-10-06T19:39Z" || got.Start != len(filler) {
			t.Fatalf("behind %d words: %s at %d", n*2, exact(got), got.Start)
		}
	}
}

// findAll are the dates in s but those with a problem.
func findAll(s string, o Options) (all []Timestamp) {
	var f finder
	f.set(s, o)
	for f.next() {
		if f.problem == NoProblem {
			all = append(all, f.found)
		}
	}
	return all
}

func TestFinder(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Updated Oct. 7, 2020 9:05 am ET / Original Oct. 6, 2020 8:00 am ET", "2020-10-07T13:05Z 2020-10-06T12:00Z"},
		{"Créé le: 6 octobre 2020 - Mis à jour le: 7 octobre 2020", "2020-10-06 2020-10-07"},
		{"03:39, 6 October 2020 | 10:15, 7 October 2020", "2020-10-06T03:39 2020-10-07T10:15"},
		{"06.10.2020 03:39 07.10.2020 10:15", "2020-10-06T03:39 2020-10-07T10:15"},
		{"발행 2020.10.06 15:39 수정 2020.10.07 08:00", "2020-10-06T15:39 2020-10-07T08:00"},
		{"06/10/2020", ""},
	} {
		var all []string
		for _, x := range findAll(c.in, Options{}) {
			all = append(all, exact(x))
		}
		if got := strings.Join(all, " "); got != c.want {
			t.Errorf("in %q: %s, want %s", c.in, got, c.want)
		}
	}
}

func TestIsDateLine(t *testing.T) {
	for _, s := range []string{
		"October 6, 2020", "Published on 6 October 2020 at 15:39", "06/10/2020", "Tue 6 Oct 2020 03.39",
		"6 October 2020 · 5 min read", "23/05/2023 16h22  Atualizado há um ano", "6 octobre 2020, il y a une heure", "6 أكتوبر 2020 - منذ ساعة", "London, 6 October 2020", "6 октября 2020, 03:39, Москва", "2 hours ago",
		"Updated Oct. 7, 2020 / Original Oct. 6, 2020", "۱۵ مهر ۱۳۹۹ - ۰۷:۰۹", "2020年10月6日 03:39 北京", "2020/10/6 13:39（10/6 15:02 更新）", "2020年10月06日 09:12 湖滨日报", "الثلاثاء 1442/2/19 هـ الموافق 2020/10/06 م نبأ", "2020-10-06 15:39 来源：新华网", "৬ অক্টোবর ২০২০, ২১ আশ্বিন ১৪২৭", "Published - April 16, 2025 09:38 pm IST - Bengaluru",
	} {
		if !IsDateLine(s) {
			t.Errorf("%q is a date line", s)
		}
	}
	for _, s := range []string{
		"", "2020", "October 2020", "10:15", "Tuesday", "iPhone 12 Pro", "Copyright 2020",
		"The election of October 6, 2020 was peaceful", "Born 6 October 2020 in Berlin", "London 2020", "6 October 2020 in numbers",
		"Berlin wall opened 9 November 1989",
	} {
		if IsDateLine(s) {
			t.Errorf("%q is no date line", s)
		}
	}
}
