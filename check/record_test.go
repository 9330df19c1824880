package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
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
		{"a.jsonl", "{" + good + "}\nnonsense\n", nil, []string{"0 unreadable-input line 2: invalid character 'o' in literal null (expecting 'u')"}},
		{"a.jsonl", "{" + good + "}\n7\n", nil, []string{"0 unreadable-input line 2: the value is neither an object nor a list of objects"}},
		{"a.jsonl", "{" + good + ", \"id\": \"2\"}\n", nil, []string{`1 invalid-record the record has "id" twice`}},
		{"a.jsonl", "{" + good + ", \"authors\": [\"Ann\"], \"other\": {\"x\": [1]}}\n", nil, nil},
		{"a.jsonl", "{" + good + ", \"authors\": \"Ann\"}\n", nil, []string{`1 invalid-record "authors" is a string, not a list`}},
		{"a.yaml", "id: \"1\"\ntimestamp: \"2020-10-06\"\ntitle: Bridge opens\nbody: |-\n  The bridge over the river opened again on Tuesday.\n---\nid: 2\ntimestamp: 2020-10-06\ntitle: null\nbody: " + goodBody + "\n", nil, []string{
			"7 missing-timestamp the article has no time of publication",
			"7 missing-title the article has no headline",
			`7 invalid-record "id" is a number, not a string; quote it`,
			`8 invalid-record "timestamp" is a date, not a string; quote it`,
		}},
		{"a.yml", "- " + strings.ReplaceAll(good, ", \"", "\n  \"") + "\n", nil, nil},
		{"a.yaml", "just text\n", nil, []string{"0 unreadable-input a document is neither a mapping nor a list of mappings"}},
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
