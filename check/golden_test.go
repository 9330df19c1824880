package check

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unscrape/parser"
)

// TestQuietOnGoldenCases runs all rules on the golden cases that are parsed as
// they should be. They have no findings but of fields that they do not state.
func TestQuietOnGoldenCases(t *testing.T) {
	names, err := filepath.Glob("../testdata/cases/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases: ", err)
	}
	p := parser.New(parser.Options{})
	clean, least := 0, 100
	if testing.Short() {
		names, least = names[:len(names)/4], 10
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range p.Parse(data, parser.Hints{Name: name}) {
			want := golden(t, name)
			if i >= len(want) || !want[i].is(a) || a.Body == "" {
				continue
			}
			clean++
			c := newChecker(t, Options{})
			run := c.NewRun()
			run.Add(c.Document(name, []*parser.Article{a}))
			for _, f := range run.Report().Findings {
				if !want[i].lacks(f.Rule) {
					t.Errorf("%s:%d: %s [%s]", name, f.Line, f.Message, f.Rule.ID)
				}
			}
		}
	}
	if clean < least {
		t.Errorf("only %d clean articles", clean)
	}
}

// A goldenArticle is what a case must be parsed to.
type goldenArticle struct {
	ID, Timestamp, Title *string
	Body                 string
}

func golden(t *testing.T, name string) (list []goldenArticle) {
	t.Helper()
	data, err := os.ReadFile(strings.TrimSuffix(name, ".txt") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if data = bytes.TrimSpace(data); data[0] != '[' {
		data = append(append([]byte{'['}, data...), ']')
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return list
}

func (g *goldenArticle) is(a *parser.Article) bool {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	return text(g.ID) == a.ID && text(g.Title) == a.Title && text(g.Timestamp) == a.Timestamp.String() && g.Body == a.Body
}

// lacks reports whether the rule is about a field that the case does not have.
func (g *goldenArticle) lacks(r *Rule) bool {
	switch r {
	case missingID:
		return g.ID == nil
	case missingTitle:
		return g.Title == nil
	case missingTimestamp, ambiguousTimestamp:
		return g.Timestamp == nil
	}
	return false
}
