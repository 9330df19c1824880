package check

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

var vocabulary = strings.Fields(`bridge river town council ferry storm roof market school library tools heron island pond
	cinema film club projector tunnel pass winter lorry coast lamp escape door rock money plough inn road office
	snow week year work beam bearing bus cyclist lane wish month mayor vote budget tax farm field grain mill
	baker bread oven strike union train station platform ticket price`)

// story writes a text of n words that is the same for the same seed.
func story(seed uint64, n int) []string {
	random := rand.New(rand.NewPCG(seed, 1))
	words := make([]string, n)
	for i := range words {
		words[i] = vocabulary[random.IntN(len(vocabulary))]
	}
	return words
}

func articleOf(name string, day int, words []string) *parser.Article {
	return &parser.Article{
		ID:        name,
		Title:     "Title of " + name,
		Body:      strings.Join(words, " ") + ".",
		Source:    name,
		Timestamp: timestamp.Timestamp{Time: time.Date(2020, 10, day, 0, 0, 0, 0, time.UTC), Precision: timestamp.Day},
	}
}

// changed is the words with one in step replaced.
func changed(words []string, step int) []string {
	other := slices.Clone(words)
	for i := step / 2; i < len(other); i += step {
		other[i] = "changed"
	}
	return other
}

func reportOf(tb testing.TB, o Options, articles []*parser.Article) *Report {
	c := newChecker(tb, o)
	run := c.NewRun()
	for _, a := range articles {
		run.Add(c.Document(a.Source, []*parser.Article{a}))
	}
	return run.Report()
}

func findingsBy(r *Report, id string) (files []string) {
	for _, f := range r.Findings {
		if f.Rule.ID == id {
			files = append(files, f.File)
		}
	}
	return files
}

// TestNearDuplicates has groups of three copies, each with other changes, in
// all orders: the earliest of each is kept.
func TestNearDuplicates(t *testing.T) {
	var articles []*parser.Article
	var want []string
	for seed := range uint64(40) {
		words := story(seed, 600)
		for i, step := range []int{10000, 300, 200} {
			name := fmt.Sprintf("%02d-%d", seed, 2-i)
			articles = append(articles, articleOf(name, 3+i, changed(words, step)))
			if i > 0 {
				want = append(want, name)
			}
		}
	}
	slices.Sort(want)
	random := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		random.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if got := findingsBy(reportOf(t, Options{}, articles), "near-duplicate"); !slices.Equal(got, want) {
			t.Fatalf("near duplicates are\n%v, want\n%v", got, want)
		}
	}
}

// TestReportIsIndependentOfOrder shuffles the documents.
func TestReportIsIndependentOfOrder(t *testing.T) {
	var articles []*parser.Article
	for i := range 60 {
		a := articleOf(fmt.Sprintf("f%d/%02d", i%3, i), 1+i%20, changed(story(uint64(i%25), 200), 50+i))
		a.ID, a.Title = fmt.Sprint(i%50), fmt.Sprint("Title ", i%40)
		articles = append(articles, a)
	}
	first := reportOf(t, Options{}, articles)
	slices.Reverse(articles)
	second := reportOf(t, Options{}, articles)
	if a, b := fmt.Sprint(first.Findings), fmt.Sprint(second.Findings); a != b {
		t.Errorf("another order of the input gives other findings:\n%s\n%s", a, b)
	}
	if len(first.Findings) < 30 {
		t.Errorf("only %d findings", len(first.Findings))
	}
}

// TestIndexMemory holds what is kept of an article to 200 bytes, the name of
// its file included.
func TestIndexMemory(t *testing.T) {
	n := 20_000
	if testing.Short() {
		n = 2 * chunk
	}
	c := newChecker(t, Options{Severity: quietly()})
	a := articleOf("x", 1, story(1, 300))
	before := heap()
	run := c.NewRun()
	for i := range n {
		a.ID, a.Title = "", ""
		name := fmt.Sprintf("archive/2020/%07d.txt", i)
		a.Body = name + a.Body[len(name):]
		run.Add(c.Document(name, []*parser.Article{a}))
	}
	used := heap() - before
	run.corpus.link(6)
	linked := heap() - before
	runtime.KeepAlive(run)
	t.Logf("%d bytes an article, %d with the links", used/n, linked/n)
	if linked/n >= 200 {
		t.Errorf("%d bytes an article, want under 200", linked/n)
	}
}

func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// quietly turns the rules for one article off.
func quietly() map[string]Severity {
	off := map[string]Severity{}
	for _, r := range Rules() {
		if r.article != nil {
			off[r.ID] = Off
		}
	}
	return off
}

// BenchmarkReport is what remains to be done when all documents are read.
func BenchmarkReport(b *testing.B) {
	c := newChecker(b, Options{})
	var results []Result
	for i := range 20_000 {
		seed := uint64(i)
		if i%20 == 0 {
			seed = 1
		}
		name := fmt.Sprintf("f%d/%d", i%50, i)
		a := articleOf(name, 1+i%28, changed(story(seed, 100), 30+i%50))
		results = append(results, c.Document(name, []*parser.Article{a}))
	}
	b.ReportAllocs()
	for b.Loop() {
		run := c.NewRun()
		for _, res := range results {
			run.Add(res)
		}
		run.Report()
	}
}
