package check

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unscrape/parser"
)

var testFlags = []string{"format", "report", "severity", "max", "min-articles"}

func TestLoadConfig(t *testing.T) {
	c, err := LoadConfig("c.yaml", []byte(`format: github
report: [sarif=out.sarif, json=out.json]
severity:
  missing-id: off
min-articles: 20
overrides:
  - files: ["old/**"]
    severity: {missing-title: error}
    threshold: {short-body: 10}
`), testFlags)
	if err != nil {
		t.Fatal(err)
	}
	want := "[{format [github] 1} {report [sarif=out.sarif json=out.json] 2} {severity [missing-id=off] 3} {min-articles [20] 5}]"
	if got := fmt.Sprint(c.Settings); got != want {
		t.Errorf("settings %s, want %s", got, want)
	}
	if got := fmt.Sprint(c.Overrides); got != "[{[old/**] map[missing-title:error] map[short-body:10]}]" {
		t.Errorf("overrides %s", got)
	}
	if c, err := LoadConfig("c.yaml", nil, testFlags); err != nil || len(c.Settings) > 0 {
		t.Errorf("empty file: %v, %v", c, err)
	}
}

func TestConfigErrorsNameTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"format: json\nfromat: json":                                 `c.yaml:2: unknown key "fromat": did you mean "format"`,
		"overrides:\n  - files: [a]\n    severty: {}":                `c.yaml:3: unknown key "severty": did you mean "severity"`,
		"overrides:\n  - severity: {missing-id: off}":                `c.yaml:2: the override has no files`,
		"overrides:\n  - files: [a]\n    severity: {missing-i: off}": `c.yaml:3: unknown rule "missing-i": did you mean "missing-id"`,
		"overrides:\n  - files: [a]\n    severity: {missing-id: no}": `c.yaml:3: unknown severity "no": use off, warning, error`,
		"overrides:\n  - files: [a]\n    threshold: {missing-id: 2}": `c.yaml:3: rule "missing-id" has no threshold`,
		"overrides:\n  - files: [a]\n    threshold: {short-body: x}": `c.yaml:3: threshold of short-body: "x" is no number`,
		"overrides:\n  - files: [\"a[\"]":                            `c.yaml:2: malformed pattern "a["`,
		"severity:\n  missing-id: [a]":                               `c.yaml:2: want one value for "missing-id"`,
		"severity: error":                                            `c.yaml:1: severity: want a mapping, such as {missing-id: off}`,
		"format: json\nmax: [2%]":                                    `c.yaml:2: max: want a mapping, such as {missing-title: 2%}`,
		"overrides:\n  - files: [a]\n    threshold: 3":               `c.yaml:3: threshold: want a mapping, such as {short-body: 200}`,
		"format: json\n# \xff":                                       `c.yaml:2: `,
		"- a":                                                        `c.yaml:1: want a mapping: KEY: VALUE`,
		"format: [":                                                  `c.yaml:1: did not find`,
		"\tformat: json":                                             `c.yaml:1: found character that cannot start any token; lines are indented by spaces, never by tabs`,
		"format: json\n\tmax: a":                                     `c.yaml:2: found a tab character`,
		"format: json\nformat: text":                                 `c.yaml:2: format is in line 1 already`,
		"max:\n  missing-id: 1\n  missing-id: 2":                     `c.yaml:3: missing-id is in line 2 already`,
		"format: json\n---\nformat: text":                            `c.yaml:2: a second document begins here; want one`,
	} {
		_, err := LoadConfig("c.yaml", []byte(text), testFlags)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
}

func TestFindConfig(t *testing.T) {
	top := t.TempDir()
	below := filepath.Join(top, "a", "b")
	if err := os.MkdirAll(below, 0o777); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(top, ConfigName)
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := FindConfig(below); got != name {
		t.Errorf("found %q, want %q", got, name)
	}
}

func TestOverrides(t *testing.T) {
	o := Options{
		Severity: map[string]Severity{"missing-title": Off},
		Overrides: []Override{
			{Files: []string{"old/**", "b.txt"}, Severity: map[string]Severity{"missing-id": Off}},
			{Files: []string{"old/new/*"}, Severity: map[string]Severity{"missing-id": Error}},
		},
	}
	var articles []*parser.Article
	for _, name := range []string{"a.txt", "./b.txt", "old/c.txt", "old/x/d.txt", "old/new/e.txt"} {
		articles = append(articles, &parser.Article{Source: name, Body: name + longSentence + "."})
	}
	var got []string
	for _, f := range reportOf(t, o, articles).Findings {
		if f.Rule == missingID || f.Rule == missingTitle {
			got = append(got, f.File+" "+f.Rule.ID+" "+f.Severity.String())
		}
	}
	if want := "[a.txt missing-id warning old/new/e.txt missing-id error]"; fmt.Sprint(got) != want {
		t.Errorf("findings %v, want %s", got, want)
	}
	for _, o := range []Options{
		{Severity: map[string]Severity{"missing": Off}},
		{Threshold: map[string]float64{"short": 1}},
		{Overrides: []Override{{Files: []string{"a"}, Severity: map[string]Severity{"x": Off}}}},
	} {
		if _, err := New(o); err == nil {
			t.Errorf("New takes %v", o)
		}
	}
}

func TestParseMax(t *testing.T) {
	for s, want := range map[string]string{"missing-id=2%": "2 %", "missing-id=12": "12", "missing-id=0.5%": "0.5 %"} {
		m, err := ParseMax(s)
		if err != nil || m.Rule != missingID || m.String() != want {
			t.Errorf("%s: %v, %v", s, m, err)
		}
	}
	for _, s := range []string{"missing-id", "missing-i=2", "missing-id=two", "missing-id=-1", "missing-id=%"} {
		if _, err := ParseMax(s); err == nil {
			t.Errorf("ParseMax takes %s", s)
		}
	}
	for _, test := range []struct {
		max     string
		n, of   int
		exceeds bool
	}{{"missing-id=2%", 2, 100, false}, {"missing-id=2%", 3, 100, true}, {"missing-id=0", 0, 0, false}, {"missing-id=0", 1, 5, true}, {"missing-id=0%", 1, 1000, true}} {
		m, _ := ParseMax(test.max)
		if m.exceeded(test.n, test.of) != test.exceeds {
			t.Errorf("%s, %d of %d: exceeded is not %v", test.max, test.n, test.of, test.exceeds)
		}
	}
}
