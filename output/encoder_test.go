package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

func clock(zone timestamp.ZoneKind, p timestamp.Precision) timestamp.Timestamp {
	return timestamp.Timestamp{
		Time:      time.Date(2020, 10, 6, 3, 39, 0, 0, time.UTC),
		Precision: p,
		Zone:      zone,
		Raw:       "0339 GMT October 06, 2020",
	}
}

func fullArticle() *parser.Article {
	return &parser.Article{
		ID:        "012345",
		Timestamp: clock(timestamp.Stated, timestamp.Minute),
		Title:     `Harbour <opens> & "closes"`,
		Body:      "The harbour opened.\n\nIt closed\tat noon.",
		Authors:   []string{"Ann Reed", "no"},
		Modified:  clock(timestamp.NoZone, timestamp.Day),
		URL:       "https://example.org/a?b&c",
		Language:  "no",
		Source:    "a.zip!x.txt",
		Captured:  "2020-10-07T00:00:00Z",
		Encoding:  parser.Encoding{Detected: "windows-1252", Used: "windows-1252", Replaced: 1},
		Warnings: []parser.Warning{
			{Code: "replaced-characters", Message: "1 character could not be decoded", Span: parser.Span{Start: 3, End: 6}},
			{Code: "deep-nesting", Message: "tags beyond depth 500 were dropped", Span: parser.Unknown},
		},
		Ledger: []parser.Block{
			{Kind: parser.Field},
			{Kind: parser.Boilerplate, Reason: parser.Reason{Why: "rule", Detail: "page-stamp"}},
			{Kind: parser.Boilerplate, Reason: parser.Reason{Why: "rule", Detail: "captcha-line"}},
			{Kind: parser.Body},
			{Kind: parser.Boilerplate, Reason: parser.Reason{Why: "rule", Detail: "page-stamp"}},
		},
	}
}

func newEncoder(t testing.TB, f Format, o Options) *Encoder {
	t.Helper()
	e, err := NewEncoder(f, o)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestWholeRecord(t *testing.T) {
	extra := []Field{
		{"rank", json.RawMessage(`{ "n": 1e3, "n": 2, "tags": ["a\/b", null , true] }`)},
		{"title", json.RawMessage(`"not this one"`)},
	}
	tests := []struct {
		name   string
		format Format
		single bool
		want   string
	}{
		{"object", JSON, true, `{
  "id": "012345",
  "timestamp": "2020-10-06T03:39:00Z",
  "title": "Harbour <opens> & \"closes\"",
  "body": "The harbour opened.\n\nIt closed\tat noon.",
  "authors": ["Ann Reed", "no"],
  "modified": "2020-10-06",
  "url": "https://example.org/a?b&c",
  "language": "no",
  "source": "a.zip!x.txt",
  "rank": {"n": 1e3, "tags": ["a/b", null, true]},
  "_title": "not this one",
  "_meta": {
    "encoding": {"declared": null, "detected": "windows-1252", "used": "windows-1252", "replaced": 1},
    "timestamp": {"raw": "0339 GMT October 06, 2020", "precision": "minute", "zone": "stated"},
    "modified": {"raw": "0339 GMT October 06, 2020", "precision": "day", "zone": "none"},
    "captured": "2020-10-07T00:00:00Z",
    "blocks": {"blank": 0, "field": 1, "body": 1, "repeat": 0, "boilerplate": 3, "hidden": 0},
    "rules": {"captcha-line": 1, "page-stamp": 2},
    "warnings": [{"code": "replaced-characters", "message": "1 character could not be decoded", "span": {"start": 3, "end": 6}}, {"code": "deep-nesting", "message": "tags beyond depth 500 were dropped"}]
  }
}`},
		{"line", JSONL, false, `{"id":"012345","timestamp":"2020-10-06T03:39:00Z","title":"Harbour <opens> & \"closes\"","body":"The harbour opened.\n\nIt closed\tat noon.","authors":["Ann Reed","no"],"modified":"2020-10-06","url":"https://example.org/a?b&c","language":"no","source":"a.zip!x.txt","rank":{"n":1e3,"tags":["a/b",null,true]},"_title":"not this one","_meta":{"encoding":{"declared":null,"detected":"windows-1252","used":"windows-1252","replaced":1},"timestamp":{"raw":"0339 GMT October 06, 2020","precision":"minute","zone":"stated"},"modified":{"raw":"0339 GMT October 06, 2020","precision":"day","zone":"none"},"captured":"2020-10-07T00:00:00Z","blocks":{"blank":0,"field":1,"body":1,"repeat":0,"boilerplate":3,"hidden":0},"rules":{"captcha-line":1,"page-stamp":2},"warnings":[{"code":"replaced-characters","message":"1 character could not be decoded","span":{"start":3,"end":6}},{"code":"deep-nesting","message":"tags beyond depth 500 were dropped"}]}}`},
		{"yaml", YAML, false, `id: "012345"
timestamp: "2020-10-06T03:39:00Z"
title: "Harbour <opens> & \"closes\""
body: |-
  The harbour opened.

  It closed	at noon.
authors: ["Ann Reed", "no"]
modified: "2020-10-06"
url: "https://example.org/a?b&c"
language: "no"
source: "a.zip!x.txt"
"rank": {"n": 1e3, "tags": ["a/b", null, true]}
"_title": "not this one"
_meta:
  encoding: {declared: null, detected: "windows-1252", used: "windows-1252", replaced: 1}
  timestamp: {raw: "0339 GMT October 06, 2020", precision: "minute", zone: "stated"}
  modified: {raw: "0339 GMT October 06, 2020", precision: "day", zone: "none"}
  captured: "2020-10-07T00:00:00Z"
  blocks: {blank: 0, field: 1, body: 1, repeat: 0, boilerplate: 3, hidden: 0}
  rules: {"captcha-line": 1, "page-stamp": 2}
  warnings: [{code: "replaced-characters", message: "1 character could not be decoded", span: {start: 3, end: 6}}, {code: "deep-nesting", message: "tags beyond depth 500 were dropped"}]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := newEncoder(t, test.format, Options{Single: test.single, Meta: true})
			got := string(e.Append([]byte("prefix"), fullArticle(), extra))
			if diff := cmp.Diff("prefix"+test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEmptyRecord(t *testing.T) {
	want := map[Format]string{
		JSON:  "  {\n    \"id\": null,\n    \"timestamp\": null,\n    \"title\": null,\n    \"body\": \"\"\n  }",
		JSONL: `{"id":null,"timestamp":null,"title":null,"body":""}`,
		YAML:  "id: null\ntimestamp: null\ntitle: null\nbody: \"\"",
	}
	for f, w := range want {
		got := string(newEncoder(t, f, Options{}).Append(nil, &parser.Article{}, nil))
		if got != w {
			t.Errorf("%v: got %q, want %q", f, got, w)
		}
	}
}

func TestFields(t *testing.T) {
	e := newEncoder(t, JSONL, Options{Fields: []string{"url", "authors", "title", "id"}})
	extra := []Field{{"rank", json.RawMessage("1")}}
	got := string(e.Append(nil, &parser.Article{Title: "A", URL: "u"}, extra))
	if want := `{"id":null,"title":"A","url":"u"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, f := range []Format{JSON, JSONL, YAML} {
		e := newEncoder(t, f, Options{Fields: []string{"authors"}})
		if got := string(e.Append(nil, &parser.Article{}, nil)); got != "{}" {
			t.Errorf("%v: record without members is %q", f, got)
		}
	}
	for name, near := range map[string]string{"titel": "title", "Author": "authors", "date": "id, timestamp, title", "uri": "url"} {
		_, err := NewEncoder(JSON, Options{Fields: []string{"id", name}})
		if err == nil || !strings.Contains(err.Error(), near) {
			t.Errorf("field %q: error %v does not name %q", name, err, near)
		}
	}
}

func (f Format) String() string { return formatNames[f] }

func TestParseFormat(t *testing.T) {
	for _, f := range []Format{JSON, JSONL, YAML} {
		if got, err := ParseFormat(f.String()); got != f || err != nil {
			t.Errorf("ParseFormat(%v) = %v, %v", f, got, err)
		}
	}
	_, err := ParseFormat("yml")
	if err == nil || !strings.Contains(err.Error(), `"yaml"`) {
		t.Errorf("error %v does not name yaml", err)
	}
}

// TestFrame puts none, one and three articles into a stream of each format
// and reads the stream back.
func TestFrame(t *testing.T) {
	for _, f := range []Format{JSON, JSONL, YAML} {
		for _, n := range []int{0, 1, 3} {
			stream := encodeStream(newEncoder(t, f, Options{Meta: true}), n)
			if got := countArticles(t, f, stream); got != n {
				t.Errorf("%v: stream of %d articles has %d:\n%s", f, n, got, stream)
			}
		}
	}
	single := encodeStream(newEncoder(t, JSON, Options{Single: true}), 1)
	var object map[string]any
	if err := json.Unmarshal(single, &object); err != nil || single[len(single)-1] != '\n' {
		t.Errorf("single object: %v\n%s", err, single)
	}
}

func encodeStream(e *Encoder, n int) []byte {
	frame := e.Frame()
	if n == 0 {
		return []byte(frame.Empty)
	}
	stream := []byte(frame.Begin)
	for i := range n {
		if i > 0 {
			stream = append(stream, frame.Separator...)
		}
		stream = append(e.Append(stream, fullArticle(), nil), frame.Tail...)
	}
	return append(stream, frame.End...)
}

func countArticles(t *testing.T, f Format, stream []byte) int {
	t.Helper()
	var list []map[string]any
	switch f {
	case JSON:
		if err := json.Unmarshal(stream, &list); err != nil {
			t.Fatal(err)
		}
	case JSONL:
		for line := range bytes.Lines(stream) {
			var object map[string]any
			if err := json.Unmarshal(line, &object); err != nil {
				t.Fatal(err)
			}
			list = append(list, object)
		}
	case YAML:
		d := yaml.NewDecoder(bytes.NewReader(stream))
		for {
			var object map[string]any
			if d.Decode(&object) != nil {
				break
			}
			list = append(list, object)
		}
	}
	return len(list)
}
