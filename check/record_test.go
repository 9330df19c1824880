package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const goodBody = `"The bridge over the river opened again on Tuesday, the council said."`

func recordFindings(t *testing.T, name, text string, named map[string]string) []string {
	t.Helper()
	c := newChecker(t, Options{Map: named})
	run := c.NewRun()
	if err := c.Records(name, strings.NewReader(text), run.Add); err != nil {
		run.Add(c.Unreadable(name, err))
	}
	var all []string
	for _, f := range run.Report().Findings {
		all = append(all, fmt.Sprintf("%d %s %s", f.Line, f.Rule.ID, f.Message))
	}
	return all
}

func TestRecords(t *testing.T) {
	good := `"id": "1", "timestamp": "2020-10-06T08:30:00Z", "title": "Bridge opens", "body": ` + goodBody
	for _, test := range []struct {
		name, text string
		named      map[string]string
		want       []string
	}{
		{"a.jsonl", "{" + good + "}\n{" + strings.Replace(good, `"1"`, "null", 1) + "}\n", nil,
			[]string{"2 missing-id the article has no id", "2 duplicate-body the body is that of a.jsonl:1, letter for letter"}},
		{"a.json", "[\n{" + good + "},\n{\n\"id\": 7,\n\"timestamp\": \"6 Oct\",\n\"title\": true, \"body\": \"The ferry beside it stays in service for now.\"}\n]\n", nil, []string{
			"3 missing-timestamp the article has no time of publication",
			"3 missing-title the article has no headline",
			`4 invalid-record "id" is a number, not a string`,
			`5 invalid-record "timestamp" is "6 Oct", not a timestamp as 2020-10-06T03:39:00Z, 2020-10-06T03:39:00 or 2020-10-06`,
			`6 invalid-record "title" is a boolean, not a string`,
		}},
		{"a.json", "\n{\n  \"title\": \"Bridge opens\",\n  \"body\": " + goodBody + "\n}", nil, []string{
			`2 invalid-record the record has no "id"; write null when there is none`,
			`2 invalid-record the record has no "timestamp"; write null when there is none`,
			"2 missing-id the article has no id",
			"2 missing-timestamp the article has no time of publication",
		}},
		{"a.json", `{"id": "1", "timestamp": "2020-10-06", "title": "Bridge opens"}`, nil, []string{
			"1 empty-body the article has a headline, and no text",
			`1 invalid-record the record has no "body"; write an empty string when there is none`,
		}},
		{"a.json", strings.Replace("{"+good+"}", `"title"`, `"headline"`, 1), map[string]string{"title": "headline"}, nil},
		{"a.jsonl", "{" + good + "}\nnonsense\n", nil, []string{"2 unreadable-input invalid character 'o' in literal null (expecting 'u')"}},
		{"a.jsonl", "{" + good + "}\n7\n", nil, []string{"2 invalid-record the record is a number, not an object"}},
		{"a.jsonl", "{" + good + ", \"id\": \"2\"}\n", nil, []string{`1 invalid-record the record has "id" twice`}},
		{"a.jsonl", "{" + good + ", \"authors\": [\"Ann\"], \"other\": {\"x\": [1]}}\n", nil, nil},
		{"a.jsonl", "{" + good + ", \"authors\": \"Ann\"}\n", nil, []string{`1 invalid-record "authors" is a string, not a list`}},
		{"a.yaml", "id: \"1\"\ntimestamp: \"2020-10-06\"\ntitle: Bridge opens\nbody: |-\n  The bridge over the river opened again on Tuesday.\n---\nid: 2\ntimestamp: 2020-10-06\ntitle: null\nbody: " + goodBody + "\n", nil, []string{
			"7 missing-timestamp the article has no time of publication",
			"7 missing-title the article has no headline",
			`7 invalid-record "id" is a number, not a string; quote it`,
			`8 invalid-record "timestamp" is a date, not a string; quote it`,
		}},
		{"a.jsonl", "{" + good + "}\n{\"id\": \"2\", \"titl\nnonsense\n{" + good + "}\n{\"id\": \"3\"", nil, []string{
			`2 unreadable-input invalid character '\n' in string literal; lines 2 to 3 are passed over`,
			"4 duplicate-body the body is that of a.jsonl:1, letter for letter",
			"5 unreadable-input the record is cut short",
		}},
		{"a.json", "[\n  {\n    \"id\": 1 2\n  },\n  {" + good + ", \"x\": [\n    {\"y\": 1}]},\n  null, 7,\n  {" + good + "}\n]\n", nil, []string{
			"2 unreadable-input invalid character '2' after object key:value pair; lines 2 to 4 are passed over",
			"7 invalid-record the record is null, not an object",
			"7 invalid-record the record is a number, not an object",
			"8 duplicate-body the body is that of a.json:5, letter for letter",
		}},
		{"a.json", "[{" + good + "}, {\"id\": x}, {" + good + "}]", nil, []string{
			"1 unreadable-input invalid character 'x' looking for beginning of value; the rest of the line is passed over",
		}},
		{"a.json", "[{" + good + "},\n", nil, []string{"2 unreadable-input the record is cut short"}},
		{"a.yaml", "id: [\n---\n- " + strings.ReplaceAll(good, ", \"", "\n  \"") + "\n- 7\n--- # the last\nid: \"2\"\ntitle: \"\n", nil, []string{
			"1 unreadable-input did not find expected node content",
			"7 invalid-record the record is a number, not a mapping",
			"10 unreadable-input found unexpected end of stream; lines 8 to 11 are passed over",
		}},
		{"a.yml", "- " + strings.ReplaceAll(good, ", \"", "\n  \"") + "\n", nil, nil},
		{"a.yaml", "just text\n", nil, []string{"1 invalid-record the record is a string, not a mapping"}},
	} {
		got := recordFindings(t, test.name, test.text, test.named)
		if g, w := sorted(got), sorted(test.want); g != w {
			t.Errorf("%s\n%s\ngot:\n%s\nwant:\n%s", test.name, test.text, g, w)
		}
	}
}

func sorted(lines []string) string {
	s := append([]string(nil), lines...)
	slices.Sort(s)
	return strings.Join(s, "\n")
}

// TestLineReader counts lines far into a file, however the reader cuts it.
func TestLineReader(t *testing.T) {
	text := strings.Repeat("{\"id\": \"1\",\n\"timestamp\": null, \"title\": null, \"body\": "+goodBody+"}\n", 3000)
	c := newChecker(t, Options{})
	line := 1
	err := c.Records("a.jsonl", strings.NewReader(text), func(res Result) {
		if got := int(res.articles[0].line); got != line {
			t.Fatalf("line %d, want %d", got, line)
		}
		line += 2
	})
	if err != nil || line != 6001 {
		t.Errorf("ended at line %d: %v", line, err)
	}
}

func TestSetKeys(t *testing.T) {
	keys := map[string]string{}
	if err := SetKeys(keys, []string{"title=headline", "body=text"}); err != nil || keys["title"] != "headline" || keys["body"] != "text" {
		t.Errorf("%v, %v", keys, err)
	}
	for _, s := range []string{"title", "titel=x", "title="} {
		if SetKeys(keys, []string{s}) == nil {
			t.Errorf("SetKeys takes %s", s)
		}
	}
}

// TestRecordsInOtherEncodings: records are read in the encodings that documents
// are read in, also where letters have bytes of JSON's signs.
func TestRecordsInOtherEncodings(t *testing.T) {
	for _, test := range []struct {
		name     string
		encoding encoding.Encoding
		body     string
	}{
		{"a.jsonl", unicode.UTF8BOM, "The café beside the bridge opened again on Tuesday, the council said."},
		{"a.jsonl", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "The café beside the bridge opened again on Tuesday, the council said."},
		{"a.jsonl", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "The café beside the bridge opened again on Tuesday, the council said."},
		{"a.jsonl", charmap.Windows1252, "Der Bürgermeister eröffnete am Dienstag die Brücke über den Fluss, sagte das Rathaus."},
		{"a.jsonl", simplifiedchinese.GBK, "北京市政府星期一宣布,经过九个月的施工,大桥重新开放。誠實的記者報導,學校許功蓋。工程师更换了所有轴承。"},
		{"a.jsonl", japanese.ShiftJIS, "東京都は十月から新しい表示を始める。ソースと能力の予算は十分である。市長は月曜日に橋が再び開通したと述べた。"},
		{"a.yaml", charmap.Windows1252, "Der Bürgermeister eröffnete am Dienstag die Brücke über den Fluss, sagte das Rathaus."},
	} {
		text := `{"id": "1", "timestamp": "2020-10-06", "title": "` + test.body[:3] + `", "body": "` + test.body + "\"}\n"
		text += strings.NewReplacer(`"1"`, `"2"`, `{"id"`, `{"title2": "`+test.body[:3]+`", "id"`).Replace(text)
		if test.name == "a.yaml" {
			text = strings.Replace(text, "\n", "\n---\n", 1)
		}
		raw, err := test.encoding.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		var lengths []int
		c := newChecker(t, Options{})
		err = c.Records(test.name, strings.NewReader(raw), func(res Result) {
			for _, f := range res.findings {
				t.Errorf("%v: line %d: %s", test.encoding, f.Line, f.Message)
			}
			for _, a := range res.articles {
				lengths = append(lengths, int(a.length))
			}
		})
		n := utf8.RuneCountInString(test.body)
		if err != nil || !slices.Equal(lengths, []int{n, n}) {
			t.Errorf("%v: %v, bodies of %v characters, want %d", test.encoding, err, lengths, n)
		}
	}
}

func TestIsRecords(t *testing.T) {
	c := newChecker(t, Options{Map: map[string]string{"title": "headline"}})
	for _, test := range []struct {
		name, head string
		want       bool
	}{
		{"a.json", "", true},
		{"a/b.YAML.gz", "", true},
		{"a.txt", "{}", false},
		{"-", "{\"id\": \"1\"}\n{\"id\"", true},
		{"-", "\ufeff[\n  {\"id\": \"1\", \"x\": {\"y\": [1]}}, 3", true},
		{"-", "{\"id\": \"1\", \"body\": \"The brid", true},
		{"/dev/fd/63", "{\n \"id\": \"1\"\n}\n", true},
		{"-", "\xff\xfe{\x00}\x00", true},
		{"-", "---\nid: null\ntimestamp: null\nheadline: |-\n  Bridge\nbody: ''\n---\nid:", true},
		{"-", "id: 1\ntimestamp: 2020\ntitle: Bridge\n\nThe bridge: it opened.\n", false},
		{"-", "{\"@type\": \"NewsArticle\"}\nBridge opens\n", false},
		{"-", "[Update] The bridge opened.\n", false},
		{"-", "[1, 2]\n", false},
		{"-", "", false},
	} {
		if got := c.IsRecords(test.name, []byte(test.head)); got != test.want {
			t.Errorf("IsRecords(%q, %q) is %v", test.name, test.head, got)
		}
	}
}
