package check

import (
	"fmt"
	"slices"
	"testing"

	"unscrape/parser"
)

// TestListedFindings: a report lists the findings that come first, whatever
// the order of the articles, and counts the others.
func TestListedFindings(t *testing.T) {
	articles := folderOfArticles("a", 50, func(i int, a *parser.Article) {
		a.ID = ""
		if i < 5 {
			a.Title = ""
		}
	})
	all := reportOf(t, Options{}, articles)
	var last []string
	for range 2 {
		r := reportOf(t, Options{MaxListed: 8}, articles)
		var got []string
		for _, f := range r.Findings {
			got = append(got, fmt.Sprintf("%s %s %d", f.Rule.ID, f.File, f.Count()))
		}
		want := []string{"missing-id  42"}
		for _, f := range all.Findings {
			if f.Rule == missingTitle || f.File < "a/16.txt" {
				want = append(want, fmt.Sprintf("%s %s 1", f.Rule.ID, f.File))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("listed\n%q\nwant\n%q", got, want)
		}
		if n := r.Summary.Findings["missing-id"]; n != 50 {
			t.Errorf("%d findings counted, want 50", n)
		}
		if last != nil && !slices.Equal(got, last) {
			t.Errorf("another order gives %q", got)
		}
		last = got
		slices.Reverse(articles)
	}
}

// TestListedOfABaseline: what a baseline has takes no place from what is new.
func TestListedOfABaseline(t *testing.T) {
	articles := folderOfArticles("a", 50, func(i int, a *parser.Article) { a.ID = "" })
	b := NewBaseline(reportOf(t, Options{}, articles[:40]).Findings)
	r := reportOf(t, Options{MaxListed: 10, Baseline: b}, articles)
	listed, counts := map[State]int{}, map[State]int{}
	for _, f := range r.Findings {
		counts[f.State] += f.Count()
		if f.Unlisted == 0 {
			listed[f.State]++
		}
	}
	if fmt.Sprint(listed, counts) != "map[new:10 unchanged:10] map[new:10 unchanged:40]" || len(r.Absent) > 0 {
		t.Errorf("listed %v of %v, %d absent", listed, counts, len(r.Absent))
	}
}
