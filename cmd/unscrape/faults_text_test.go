package main

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"gopkg.in/yaml.v3"
)

// An article is a record read back.
type article struct {
	ID        *string
	Timestamp *string
	Title     *string
	Body      string
	Authors   []string
	Modified  *string
	URL       *string
	Meta      struct {
		Encoding struct {
			Declared, Detected *string
			Used               string
			Replaced           int
		}
		Timestamp *struct{ Raw, Precision, Zone string }
		Warnings  []struct{ Code, Message string }
	} `json:"_meta" yaml:"_meta"`
}

// decodeArticle reads the one record of a run that must have gone well.
func decodeArticle(t *testing.T, format string, r result) (a article) {
	t.Helper()
	if r.status != statusDone || r.stderr != "" {
		t.Fatalf("status %d, stderr %q", r.status, r.stderr)
	}
	unmarshal := json.Unmarshal
	if format == "yaml" {
		unmarshal = yaml.Unmarshal
	}
	if err := unmarshal([]byte(r.stdout), &a); err != nil {
		t.Fatalf("%s: %v in\n%s", format, err, r.stdout)
	}
	return a
}

func deref(s *string) string {
	if s == nil {
		return "null"
	}
	return *s
}

const pilots = `News ID: 88101
Published: 0615 GMT March 03, 2021

Harbour pilots ask for a second tug

The pilots of Port Ellery have asked the council for a second tug, saying that one cannot serve three berths at once.

The council will answer in April, its clerk said, and not a day before.
`

func TestNULInMidFile(t *testing.T) {
	want := decodeArticle(t, "json", unscrape(t, pilots))
	for _, at := range []string{"tug\n", "tug, ", "once.\n", "council"} {
		text := strings.ReplaceAll(pilots, at, at+"\x00")
		for _, format := range []string{"json", "yaml"} {
			got := decodeArticle(t, format, unscrape(t, text, "-o", format))
			if body := strings.ReplaceAll(got.Body, "\x00", ""); body != want.Body {
				t.Errorf("%s, NUL behind %q: body %q, want %q", format, at, body, want.Body)
			}
		}
	}
}

func TestInvalidUTF8(t *testing.T) {
	text := strings.Replace(pilots, "Port Ellery", "“Port \xffEllery” – \xe2\x80", 1)
	for _, format := range []string{"json", "jsonl", "yaml"} {
		got := decodeArticle(t, format, unscrape(t, text, "-o", format, "--meta"))
		if !strings.HasPrefix(got.Body, "The pilots of “Port \ufffdEllery” – \ufffd have asked") {
			t.Errorf("%s: body %q", format, got.Body)
		}
		if n := got.Meta.Encoding.Replaced; n != 2 {
			t.Errorf("%s: %d bytes replaced, want 2", format, n)
		}
	}
}

// legacy are articles in the encodings that their bytes must give away.
var legacy = []struct{ encoding, id, title, body string }{
	{"windows-1256", "کد خبر: 88101", "پل بندر روز يكشنبه بسته مي‌شود", "پل بندر از روز يكشنبه به روي خودروها بسته مي‌شود و شهرداري مي‌گويد اين كار دو هفته طول مي‌كشد."},
	{"windows-1251", "Номер новости: 88101", "Портовый мост закроют в воскресенье", "Портовый мост закроют для движения в воскресенье, и работы, как сообщила мэрия, продлятся две недели."},
	{"windows-1252", "Nachrichten-ID: 88101", "Hafenbrücke für zwei Wochen gesperrt", "Die Brücke über den Hafen wird am Sonntag für „zwei Wochen“ gesperrt, teilte die Behörde am Dienstag mit."},
	{"gb18030", "新闻编号：88101", "港口大桥周日起关闭两周", "市政府周二宣布，港口大桥将从周日起对机动车关闭，工程预计需要两个星期才能完成。"},
	{"big5", "新聞編號：88101", "港口大橋週日起關閉兩週", "市政府週二宣布，港口大橋將從週日起對機動車關閉，工程預計需要兩個星期才能完成。"},
	{"euc-kr", "기사번호: 88101", "항구 다리 일요일부터 두 주 동안 닫는다", "시는 항구 다리를 일요일부터 두 주 동안 차량에 닫는다고 화요일에 밝혔다. 공사는 밤에도 이어진다."},
	{"shift_jis", "記事番号：88101", "港の橋を日曜日から二週間閉鎖", "市は火曜日、港の橋を日曜日から二週間にわたって車両通行止めにすると発表した。工事は夜間も続く。"},
}

func TestUnlabelledEncodings(t *testing.T) {
	for _, tt := range legacy {
		enc, err := htmlindex.Get(tt.encoding)
		if err != nil {
			t.Fatal(err)
		}
		data, err := enc.NewEncoder().String(tt.id + "\n\n" + tt.title + "\n\n" + tt.body + "\n")
		if err != nil {
			t.Fatal(err)
		}
		got := decodeArticle(t, "json", unscrape(t, data, "--meta"))
		if deref(got.ID) != "88101" || deref(got.Title) != tt.title || got.Body != tt.body {
			t.Errorf("%s: got %s, %s, %q", tt.encoding, deref(got.ID), deref(got.Title), got.Body)
		}
		if e := got.Meta.Encoding; e.Used != tt.encoding || deref(e.Detected) != tt.encoding || e.Declared != nil || e.Replaced != 0 {
			t.Errorf("%s: _meta says %+v", tt.encoding, e)
		}
	}
}

func TestUTF16(t *testing.T) {
	want := decodeArticle(t, "json", unscrape(t, pilots))
	for name, order := range map[string]unicode.Endianness{"utf-16le": unicode.LittleEndian, "utf-16be": unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			data, err := unicode.UTF16(order, mark).NewEncoder().String(pilots)
			if err != nil {
				t.Fatal(err)
			}
			got := decodeArticle(t, "json", unscrape(t, data, "--meta"))
			if deref(got.ID) != "88101" || deref(got.Timestamp) != *want.Timestamp || deref(got.Title) != *want.Title || got.Body != want.Body {
				t.Errorf("%s, mark %v: got %+v", name, mark, got)
			}
			if e := got.Meta.Encoding; e.Used != name || deref(e.Detected) != name {
				t.Errorf("%s, mark %v: _meta says %+v", name, mark, e)
			}
		}
	}
}

func TestTextsThatLookLikeOtherValues(t *testing.T) {
	for _, value := range []string{
		"012345", "1e3", "0x1F", "1_000", "0o17", "2020-10-06", "2020-10-06T03:39:00Z", "12:30:45", "no", "Yes", "null", "~", "true", ".inf", ".nan",
		"<<", "=", "- a dash", "# a hash", "? a question", "a: colon", "a #comment", "*alias", "&anchor", "!tag", "!!str x", "| bar", "> sign",
		"{a: b}", "[a, b]", "%YAML 1.1", "---", "...", "@at", "`tick", "'single'", `"double"`, `back\slash`, "a\ttab", "<b>&amp;</b>",
	} {
		text := "Article ID: A-0123\nTitle: " + value + "\nText:\n" + value + "\n\nThe council will answer in April, its clerk said, and not a day before.\n\n" + value + "\n"
		exact := decodeArticle(t, "json", unscrape(t, text))
		for _, format := range []string{"jsonl", "yaml"} {
			got := decodeArticle(t, format, unscrape(t, text, "-o", format))
			if deref(got.ID) != deref(exact.ID) || deref(got.Title) != deref(exact.Title) || got.Body != exact.Body {
				t.Errorf("%q as %s reads back as %q and %q, want %q and %q", value, format, deref(got.Title), got.Body, deref(exact.Title), exact.Body)
			}
		}
	}
}

// TestIdentifiersAreStrings checks that identifiers and times keep their
// zeros and never become numbers or times.
func TestIdentifiersAreStrings(t *testing.T) {
	for _, format := range []string{"json", "jsonl", "yaml"} {
		r := unscrape(t, "News ID: 012345\nDate: 2020-10-06\n\nThe ferries stay in port today, the harbour office said.\n", "-o", format)
		var got map[string]any
		if format == "yaml" {
			if err := yaml.Unmarshal([]byte(r.stdout), &got); err != nil {
				t.Fatal(err)
			}
		} else if err := json.Unmarshal([]byte(r.stdout), &got); err != nil {
			t.Fatal(err)
		}
		if got["id"] != "012345" || got["timestamp"] != "2020-10-06" {
			t.Errorf("%s: id %#v, timestamp %#v", format, got["id"], got["timestamp"])
		}
	}
}

// dates are texts of a date and how they are read.
var dates = []struct {
	date, order string
	want        string // "null" when there is none
	warning     string
}{
	{"06/10/2020", "", "null", "ambiguous-timestamp"},
	{"06/10/2020", "dmy", "2020-10-06", ""},
	{"06/10/2020", "mdy", "2020-06-10", ""},
	{"06/10/2020 03:39 GMT", "", "null", "ambiguous-timestamp"},
	{"06/10/2020 03:39 GMT", "dmy", "2020-10-06T03:39:00Z", ""},
	{"20/10/06", "ymd", "2020-10-06", ""},
	{"13/10/2020", "", "2020-10-13", ""},
	{"31/02/2020", "", "null", "impossible-timestamp"},
	{"31/02/2020", "dmy", "null", "impossible-timestamp"},
	{"30 February 2021", "", "null", "impossible-timestamp"},
	{"29 February 2021", "", "null", "impossible-timestamp"},
	{"29 February 2020", "", "2020-02-29", ""},
	{"2020-13-01", "", "null", "impossible-timestamp"},
}

func TestDates(t *testing.T) {
	for _, tt := range dates {
		args := []string{"--meta"}
		if tt.order != "" {
			args = append(args, "--date-order", tt.order)
		}
		got := decodeArticle(t, "json", unscrape(t, strings.Replace(pilots, "0615 GMT March 03, 2021", tt.date, 1), args...))
		var codes []string
		for _, w := range got.Meta.Warnings {
			codes = append(codes, w.Code)
		}
		if deref(got.Timestamp) != tt.want || strings.Join(codes, " ") != tt.warning {
			t.Errorf("%s, --date-order %q: %s, warnings %q; want %s, %q", tt.date, tt.order, deref(got.Timestamp), codes, tt.want, tt.warning)
		}
		if tt.warning != "" && !strings.Contains(got.Meta.Warnings[0].Message, tt.date) {
			t.Errorf("%s: the warning does not show it: %s", tt.date, got.Meta.Warnings[0].Message)
		}
		if deref(got.ID) != "88101" || deref(got.Title) != "Harbour pilots ask for a second tug" {
			t.Errorf("%s: the date cost other fields: %+v", tt.date, got)
		}
	}
}
