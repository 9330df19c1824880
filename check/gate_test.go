package check

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"unscrape/parser"
)

// TestChanceOfFewer compares with sums over all tables, counted exactly.
func TestChanceOfFewer(t *testing.T) {
	binomial := func(n, k int) float64 {
		v := 1.0
		for i := range k {
			v = v * float64(n-i) / float64(i+1)
		}
		return v
	}
	for _, x := range []struct{ hits, now, hitsBefore, before int }{{0, 5, 5, 5}, {1, 10, 9, 12}, {3, 8, 4, 9}, {12, 12, 12, 12}, {0, 20, 1, 20}} {
		total, all := x.hits+x.hitsBefore, 0.0
		for k := 0; k <= x.hits; k++ {
			if total-k <= x.before {
				all += binomial(x.now, k) * binomial(x.before, total-k)
			}
		}
		want := all / binomial(x.now+x.before, total)
		if got := chanceOfFewer(x.hits, x.now, x.hitsBefore, x.before); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v: %v, want %v", x, got, want)
		}
	}
	if p := chanceOfFewer(0, 1_000_000, 990_000, 1_000_000); p != 0 {
		t.Errorf("a field that is gone from a million articles: %v", p)
	}
}

func TestChanceOfQuarters(t *testing.T) {
	// Quantiles of the chi-squared distribution with three degrees of freedom:
	// 7.815 at 5 %. Counts of 100 with that statistic, against many before.
	d := math.Sqrt(7.815 * 25 / 2)
	counts := [4]int{int(math.Round(25 + d)), int(math.Round(25 - d)), 25, 25}
	if p := chanceOfQuarters(counts, 100, 1e9); p < 0.03 || p > 0.07 {
		t.Errorf("probability %v, want about 0.05", p)
	}
	if p := chanceOfQuarters([4]int{25, 25, 25, 25}, 100, 100); p < 0.99 {
		t.Errorf("even counts: %v", p)
	}
	if p := chanceOfQuarters([4]int{100, 0, 0, 0}, 100, 100); p > 1e-9 {
		t.Errorf("all in one quarter: %v", p)
	}
}

func folderOfArticles(folder string, n int, change func(i int, a *parser.Article)) (all []*parser.Article) {
	for i := range n {
		a := articleOf(fmt.Sprintf("%s/%d.txt", folder, i), 1+i%28, story(uint64(i), 100+i%40))
		change(i, a)
		all = append(all, a)
	}
	return all
}

// TestDrift compares with a run before; the summary goes through JSON as in a
// report.
func TestDrift(t *testing.T) {
	same := func(int, *parser.Article) {}
	var before []*parser.Article
	for _, folder := range []string{"a", "b", "c"} {
		before = append(before, folderOfArticles(folder, 60, same)...)
	}
	data, err := json.Marshal(map[string]any{"summary": reportOf(t, Options{}, before).Summary})
	if err != nil {
		t.Fatal(err)
	}
	summary, err := ReadSummary(data)
	if err != nil {
		t.Fatal(err)
	}
	now := folderOfArticles("a", 50, func(i int, a *parser.Article) {
		if i > 1 {
			a.Title = ""
		}
	})
	now = append(now, folderOfArticles("b", 40, func(i int, a *parser.Article) {
		if i == 0 {
			a.ID = "" // one may be missing by chance
		}
		a.Body = strings.Join(story(uint64(i), 45), " ") + "."
	})...)
	var got []string
	for _, f := range reportOf(t, Options{Against: summary}, now).Findings {
		if f.Rule == drift {
			got = append(got, f.File+": "+f.Message)
		}
	}
	want := []string{
		"a: title in 2 of 50 articles of a (4 %), before in 60 of 60 (100 %); chance",
		"b: bodies in b have ",
		"c: no article in c any more, before 60",
	}
	if len(got) != len(want) {
		t.Fatalf("findings\n%s", strings.Join(got, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("got %s, want %s", got[i], want[i])
		}
	}
	if again := findingsBy(reportOf(t, Options{Against: summary}, before), "drift"); len(again) > 0 {
		t.Errorf("the same articles have drifted: %v", again)
	}
}

func TestReadSummaryRefuses(t *testing.T) {
	for _, s := range []string{"", "[]", "{}", "{\"summary\": 3}"} {
		if _, err := ReadSummary([]byte(s)); err == nil || strings.Contains(err.Error(), "Go ") {
			t.Errorf("ReadSummary(%q): %v", s, err)
		}
	}
}

func TestGates(t *testing.T) {
	max, err := ParseMax("missing-id=10%")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Max: []Max{max}, MinArticles: 10}
	articles := folderOfArticles("a", 10, func(i int, a *parser.Article) {
		if i == 0 {
			a.ID = ""
		}
	})
	r := reportOf(t, o, articles)
	if r.Worst() != Off || len(findingsBy(r, "missing-id")) != 1 {
		t.Errorf("one of ten: %v, severity %v", r.Findings, r.Worst())
	}
	articles[1].ID = ""
	r = reportOf(t, o, articles[:9])
	var got []string
	for _, f := range r.Findings {
		if f.File == "" {
			got = append(got, f.Message)
		}
	}
	want := "[9 articles with a body, at least 10 asked for missing-id: 2 findings in 9 articles (22 %), at most 10 % allowed]"
	if fmt.Sprint(got) != want || r.Worst() != Error {
		t.Errorf("gates say %v, want %s", got, want)
	}
}

func TestBaseline(t *testing.T) {
	articles := folderOfArticles("a", 6, func(i int, a *parser.Article) { a.Title, a.Text = "", "x" })
	first := reportOf(t, Options{MinArticles: 100}, articles)
	data, err := NewBaseline(first.Findings).Append(nil)
	if err != nil {
		t.Fatal(err)
	}
	baseline, err := ReadBaseline(data)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(baseline.Findings); n != 6 {
		t.Fatalf("%d findings in the baseline, want 6: those of gates stay out", n)
	}
	articles[0].Title = "Mended"
	articles[1].ID = ""
	second := reportOf(t, Options{Baseline: baseline}, articles)
	states := map[State]int{}
	for _, f := range append(second.Findings, second.Absent...) {
		states[f.State]++
	}
	// The article without an id is another one to the baseline.
	if states[StateUnchanged] != 4 || states[StateNew] != 2 || states[StateAbsent] != 2 {
		t.Errorf("states %v in %v", states, second.Findings)
	}
	if empty, err := ReadBaseline([]byte("[\n]\n")); err != nil || len(empty.Findings) > 0 {
		t.Errorf("empty baseline: %v, %v", empty, err)
	}
	for text, why := range map[string]string{
		`{"findings": []}`:           "it is of the wrong type, object",
		`[{"fingerprint": 3}]`:       "its fingerprint is of the wrong type, number",
		`[{"fingerprint": "00ff"}]`:  "it is no list of findings with rule and fingerprint",
		`null`:                       "it is no list of findings with rule and fingerprint",
		`[{"fingerprint": "00ff",]}`: "not JSON: invalid character ']' looking for beginning of object key string",
	} {
		_, err := ReadBaseline([]byte(text))
		if want := "no baseline, as --update-baseline writes it: " + why; err == nil || err.Error() != want {
			t.Errorf("ReadBaseline(%s): %v, want %s", text, err, want)
		}
	}
}

// TestFingerprintSurvivesMoves: a finding that moved down is the same one.
func TestFingerprintSurvivesMoves(t *testing.T) {
	p := parser.New(parser.Options{})
	page := "News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\nThe <br> opened again on Tuesday.\n\n" + prose
	moved := strings.Replace(page, "\n\nBridge", "\n\n\n\nBridge", 1)
	var prints []string
	for _, text := range []string{page, moved} {
		c := newChecker(t, Options{})
		run := c.NewRun()
		run.Add(c.Document("a.txt", p.Parse([]byte(text), parser.Hints{})))
		for _, f := range run.Report().Findings {
			prints = append(prints, f.Fingerprint)
		}
	}
	if len(prints) != 2 || prints[0] != prints[1] {
		t.Errorf("fingerprints %v", prints)
	}
}
