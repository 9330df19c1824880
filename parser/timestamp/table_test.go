package timestamp

import (
	"os"
	"strings"
	"testing"
)

// A row is a line of a file of testdata: language, value or problem, text.
type row struct{ lang, want, text string }

func readRows(t testing.TB, name string) []row {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			t.Fatalf("%s: %q has not three fields", name, line)
		}
		rows = append(rows, row{f[0], f[1], f[2]})
	}
	return rows
}

// problemNames are the problems as the files of testdata have them.
var problemNames = [...]string{"", "no date", "ambiguous date", "impossible date", "relative time"}

func (p Problem) String() string { return problemNames[p] }

// exact is t with its precision: String does not tell minutes from seconds.
func exact(t Timestamp) string {
	s := t.String()
	if t.Precision == Minute {
		zone := strings.HasSuffix(s, "Z")
		s = s[:len("2020-10-06T03:39")]
		if zone {
			s += "Z"
		}
	}
	if t.Zone == Assumed {
		s += " assumed"
	}
	return s
}

func TestDates(t *testing.T) {
	languages := map[string]bool{}
	rows := readRows(t, "testdata/dates.txt")
	for _, r := range rows {
		code, needs := strings.CutSuffix(r.lang, "+")
		languages[code] = true
		got, problem := Parse(r.text, Options{Language: code})
		if exact(got) != r.want {
			t.Errorf("%s %q: %s %v, want %s", code, r.text, exact(got), problem, r.want)
			continue
		}
		got, problem = Parse(r.text, Options{})
		switch {
		case needs && problem == NoProblem:
			t.Errorf("%q without language: %s %v, want none", r.text, exact(got), problem)
		case !needs && exact(got) != r.want:
			t.Errorf("%q without language: %s %v, want %s", r.text, exact(got), problem, r.want)
		}
	}
	if len(rows) < 400 || len(languages) < 45 {
		t.Errorf("only %d strings in %d languages", len(rows), len(languages))
	}
}

func TestNoDates(t *testing.T) {
	rows := readRows(t, "testdata/nodates.txt")
	for _, r := range rows {
		got, problem := Parse(r.text, Options{Language: r.lang})
		if !got.IsZero() || problem.String() != r.want {
			t.Errorf("%s %q: %s %v, want %s", r.lang, r.text, exact(got), problem, r.want)
		}
	}
	if len(rows) < 150 {
		t.Errorf("only %d strings", len(rows))
	}
}
