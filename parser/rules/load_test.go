package rules

import (
	"os"
	"strings"
	"testing"
)

const soundRule = "rules:\n  - id: a\n    why: b\n    line: [share this]\n    drop: [Share this]\n"

func TestLoadRefuses(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"unknown key at the top", "rule: []\n", `f.yaml:1: unknown key "rule"; known are rules, labels, chrome, sites`},
		{"unknown key of a rule", soundRule + "    dorp: [x]\n", `f.yaml:6: unknown key "dorp"`},
		{"no list", "rules:\n  id: a\n", "f.yaml:2: expected a list"},
		{"no matcher", "rules:\n  - id: a\n    why: b\n    drop: [x]\n", "f.yaml:2: the rule has no matcher, which is one of line, start, end and words"},
		{"no id", "rules:\n  - why: b\n    line: [x]\n", "f.yaml:2: the rule has no id"},
		{"no reason", "rules:\n  - id: a\n    line: [x]\n    drop: [x]\n", "f.yaml:2: the rule has no why"},
		{"no example", "rules:\n  - id: a\n    why: b\n    line: [x]\n", "f.yaml:2: the rule has no drop"},
		{"no role", "labels:\n  - id: a\n    label: [x]\n", "f.yaml:2: the label has no role, which is one of id, timestamp"},
		{"no phrases", "labels:\n  - id: a\n    role: id\n", "f.yaml:2: the label has no label"},
		{"a second document", "rules: []\n---\nrules: x\n", "f.yaml:2: a second document begins here; want one"},
		{"two matchers", soundRule + "    start: [x]\n", "f.yaml:6: a rule has one matcher"},
		{"an end with a placeholder", "rules:\n  - id: a\n    end: ['구독 {any} 하기']\n", "f.yaml:3: a phrase that ends lines holds no placeholder"},
		{"an end in ASCII", "rules:\n  - id: a\n    end: [follow]\n", "f.yaml:3: \"follow\" ends with an ASCII letter"},
		{"wrong place", soundRule + "    at: foot\n", "f.yaml:6: expected one of any, head, tail, edge"},
		{"wrong meaning", soundRule + "    means: start\n", "f.yaml:6: expected one of end, related"},
		{"wrong id", "rules:\n  - id: Not This\n", "f.yaml:2: an id is lower-case words"},
		{"id twice", soundRule + "  - id: a\n    why: b\n", `f.yaml:6: another entry has the id "a"`},
		{"key twice", soundRule + "    why: b\n", `f.yaml:6: "why" stands twice`},
		{"empty phrase", "rules:\n  - id: a\n    line: [x, ' ']\n", "f.yaml:3: expected text"},
		{"phrase of placeholders", "rules:\n  - id: a\n    line: ['{n}']\n", "has no text of its own"},
		{"phrase begins with a placeholder", "rules:\n  - id: a\n    line: ['{any} x']\n", "begins with a placeholder"},
		{"unknown placeholder", "rules:\n  - id: a\n    line: ['x {number}']\n", "no placeholder is called {number}"},
		{"open bracket", "rules:\n  - id: a\n    line:\n      - 'x [y'\n", "f.yaml:4: \"[y\" has no closing"},
		{"more phrases than memory holds", "rules:\n  - id: a\n    line: ['[" + strings.Repeat("a|", 4000) + "b][" + strings.Repeat("a|", 1_000_000) + "b]']\n", "stands for more than"},
		{"too many phrases", "rules:\n  - id: a\n    line: ['" + strings.Repeat("[a|b]x", 14) + "']\n", "stands for more than"},
		{"wrong role", "labels:\n  - id: a\n    role: headline\n", "f.yaml:3: role is one of"},
		{"no value", "labels:\n  - id: a\n    bare: maybe\n", "f.yaml:3: expected true or false"},
		{"alias", "rules: &x\n  - id: a\nlabels: *x\n", "f.yaml:1: aliases are not allowed"},
		{"syntax", "rules:\n  - id: 'a\n", "f.yaml:"},
		{"tab at the start", "\trules: []\n", "f.yaml:1: found character that cannot start any token; lines are indented by spaces, never by tabs"},
		{"no UTF-8", "rules: []\n# caf\xe9\n", "f.yaml:2: "},
		{"control character", "rules:\n  - id: a\n    why: \x01\n", "f.yaml:3: control characters are not allowed"},
		{"tab", "rules:\n\t- id: a\n", "f.yaml:2: found character that cannot start any token"},
		{"text", "just words", "f.yaml:1: expected keys and values"},
		{"too many levels", "rules:\n  - [\n" + strings.Repeat("[", 400) + "\n" + strings.Repeat("{a: ", 400) + "\n\n", "f.yaml:4: more than 500 brackets are open"},
		{"too large", strings.Repeat("#", maxFile+1), "f.yaml: longer than 4 MB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f, err := Load("f.yaml", strings.NewReader(test.file))
			if f != nil || err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
		})
	}
}

// An alias bomb, 20,000 levels and an unknown key are refused quickly.
func TestLoadRefusesBombsQuickly(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 9) + "]\n"
	}
	for name, file := range map[string]string{
		"aliases":      bomb,
		"merged":       "rules: &r []\nlabels:\n  <<: *r\n",
		"flow levels":  "rules: " + strings.Repeat("[", 20000) + strings.Repeat("]", 20000),
		"open levels":  "rules: " + strings.Repeat("{a: ", 20000),
		"block levels": "rules:\n" + strings.Repeat("- ", 20000) + "x",
		"unknown key":  "ruels: []\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load("f.yaml", strings.NewReader(file))
			if err == nil || !strings.HasPrefix(err.Error(), "f.yaml:") {
				t.Errorf("got %v, want an error", err)
			}
		})
	}
}

func TestLoadEmpty(t *testing.T) {
	for _, file := range []string{"", "# nothing\n", "rules: []\n"} {
		f, err := Load("f.yaml", strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if r := Builtin().With(f).Boilerplate("Security Key:"); r == nil {
			t.Error("the built-in rules are gone")
		}
	}
}

func TestWith(t *testing.T) {
	f, err := Load("f.yaml", strings.NewReader(`
rules:
  - id: kiosk
    why: The kiosk says so.
    at: head
    means: related
    start: ["Kiosk {n}", "Zum Kiosk"]
    drop: ["Kiosk 12: today"]
    keep: ["Kiosks everywhere"]
labels:
  - id: kiosk-id
    role: id
    shape: id
    bare: true
    label: ["Kiosknummer"]
    finds: {"Kiosknummer 77": "77", "KIOSKNUMMER: 12-3": "12-3"}
chrome: [kiosk, zum warenkorb]
sites: [Kioskbrief]
`))
	if err != nil {
		t.Fatal(err)
	}
	if fails := f.Test(); len(fails) > 0 {
		t.Error(fails)
	}
	before := len(Builtin().Rules())
	s := Builtin().With(f)
	if n := len(s.Rules()); n != before+1 || len(Builtin().Rules()) != before {
		t.Errorf("%d rules, had %d", n, before)
	}
	r := s.Boilerplate("Kiosk 12: today in town")
	if r == nil || r.ID != "kiosk" || r.At != Head || r.Means != Related {
		t.Errorf("got %v", r)
	}
	if m, ok := s.Label("Kiosknummer 77"); !ok || m.Value != "77" || m.Role != "id" {
		t.Errorf("got %v %v", m, ok)
	}
	if n := s.Chrome("Kiosk | Zum Warenkorb (3)"); n != 2 {
		t.Errorf("%d words of chrome", n)
	}
	const line = "Join the readers of our kioskbriefe."
	if !s.OfSite(line) || Builtin().OfSite(line) {
		t.Error("a word for what belongs to a site counts with the rules that have it, and only with these")
	}
}

func TestFileTestReportsWhatDoesNotHold(t *testing.T) {
	f, err := Load("f.yaml", strings.NewReader(`rules:
  - id: kiosk
    why: The kiosk says so.
    line: [kiosk]
    drop: [Kiosk, Kiosks]
    keep: [KIOSK]
labels:
  - id: number
    role: id
    label: [Number]
    finds: {"Number: 7": "8", "Digit: 7": "7"}
    keep: ["Number: 9"]
`))
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, fail := range f.Test() {
		lines = append(lines, fail.Line)
	}
	if want := []int{5, 6, 11, 11, 12}; len(lines) != len(want) {
		t.Errorf("failures on lines %v, want %v", lines, want)
	}
}

func FuzzLoad(f *testing.F) {
	for _, name := range ruleFiles(f) {
		if data, err := os.ReadFile(name); err == nil && len(data) < 4000 {
			f.Add(string(data))
		}
	}
	f.Add(soundRule)
	f.Add("labels:\n  - {id: a, role: id, label: {en: ['a[b|c]d {n?} {any}']}, finds: {'a 7': '7'}}\n")
	f.Fuzz(func(t *testing.T, file string) {
		loaded, err := Load("f.yaml", strings.NewReader(file))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f.yaml") {
				t.Errorf("error without the name: %v", err)
			}
			return
		}
		loaded.Test()
		s := Builtin().With(loaded)
		for _, line := range []string{"Share this", "News ID: 5", file} {
			s.Boilerplate(line)
			s.Label(line)
			s.Chrome(line)
		}
	})
}
