package parser

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// goldenArticle is an article as the golden files write it.
type goldenArticle struct {
	ID        *string  `json:"id"`
	Timestamp *string  `json:"timestamp"`
	Title     *string  `json:"title"`
	Body      string   `json:"body"`
	Authors   []string `json:"authors,omitempty"`
	Modified  string   `json:"modified,omitempty"`
	URL       string   `json:"url,omitempty"`
}

func golden(a *Article) goldenArticle {
	return goldenArticle{
		ID: orNull(a.ID), Timestamp: orNull(a.Timestamp.String()), Title: orNull(a.Title), Body: a.Body,
		Authors: a.Authors, Modified: a.Modified.String(), URL: a.URL,
	}
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// TestGolden parses every document in testdata/cases and compares it with the
// golden file beside it, which holds an object or, for several articles, an
// array.
func TestGolden(t *testing.T) {
	for _, name := range caseFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), func(t *testing.T) {
			got := parseGolden(t, name)
			file := strings.TrimSuffix(name, filepath.Ext(name)) + ".json"
			if *update {
				writeGolden(t, file, got)
			}
			if diff := cmp.Diff(readGolden(t, file), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		})
	}
}

// parseGolden is what the articles of a document are, whose ledgers it checks.
func parseGolden(t *testing.T, name string) (got []goldenArticle) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	articles := New(Options{}).Parse(data, Hints{Name: name})
	checkLedger(t, articles)
	for _, a := range articles {
		got = append(got, golden(a))
	}
	return got
}

// TestWanted checks of the documents that do not come out right yet that they
// are read all the same and that nothing of them is lost. A case that comes
// out right belongs into testdata/cases.
func TestWanted(t *testing.T) {
	for _, name := range filesIn(t, "wanted") {
		got := parseGolden(t, name)
		if cmp.Equal(readGolden(t, strings.TrimSuffix(name, filepath.Ext(name))+".json"), got) {
			t.Errorf("%s comes out right: move it to testdata/cases", name)
		}
	}
}

func readGolden(t *testing.T, file string) []goldenArticle {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want []goldenArticle
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")) {
		err = json.Unmarshal(data, &want)
	} else {
		want = make([]goldenArticle, 1)
		err = json.Unmarshal(data, &want[0])
	}
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return want
}

func writeGolden(t *testing.T, file string, got []goldenArticle) {
	var value any = got
	if len(got) == 1 {
		value = got[0]
	}
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, buf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// caseFiles are the inputs of the golden cases.
func caseFiles(t testing.TB) []string { return filesIn(t, "cases") }

// filesIn are the inputs in a folder of testdata. A golden file without an
// input is an error.
func filesIn(t testing.TB, folder string) []string {
	all, err := filepath.Glob("../testdata/" + folder + "/*")
	if err != nil || len(all) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var inputs []string
	for _, name := range all {
		if filepath.Ext(name) != ".json" {
			inputs = append(inputs, name)
		}
	}
	for _, name := range all {
		stem, isGolden := strings.CutSuffix(name, ".json")
		if isGolden && !slices.ContainsFunc(inputs, func(in string) bool { return strings.TrimSuffix(in, filepath.Ext(in)) == stem }) {
			t.Errorf("%s: no input for this golden file", name)
		}
	}
	return inputs
}

// checkLedger checks that the ledgers of a text document's articles give the
// decoded text back, that no visible line lacks a reason, and that the body is
// made of the body blocks.
func checkLedger(t testing.TB, articles []*Article) {
	t.Helper()
	if len(articles) == 0 {
		t.Fatal("no article at all")
	}
	pos := 0
	for _, a := range articles {
		var body strings.Builder
		for i, b := range a.Ledger {
			if b.Span.Start != pos || b.Span.End < b.Span.Start {
				t.Fatalf("block %d spans %v, want it to begin at %d", i, b.Span, pos)
			}
			pos = b.Span.End
			if b.Kind != Blank && b.Reason.Why == "" {
				t.Errorf("block %d (%s %q) has no reason", i, b.Kind, b.Text)
			}
			if b.Kind == Blank && b.Text != "" {
				t.Errorf("block %d is blank and shows %q", i, b.Text)
			}
			if b.Kind == Body {
				body.WriteString(b.Text)
			}
		}
		if got, want := squeeze(a.Body), squeeze(body.String()); got != want {
			t.Errorf("the body is not that of the ledger:\n got %q\nwant %q", got, want)
		}
	}
	if text := articles[0].Text; pos != len(text) {
		t.Errorf("the ledger covers %d bytes of %d", pos, len(text))
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// A warning about a date names its line, also when a block above was cut in two.
func TestWarningBehindACutBlock(t *testing.T) {
	const headline, dated = "Harbour pilots ask for a second tug", "Published: 06/10/2020\n"
	text := headline + "\n\n" + headline + "  The pilots of Port Ellery have asked the council for a second tug, since one cannot serve three berths.\n\n" +
		"The council will answer in April, its clerk said, and not a day before.\n\n" + dated
	a := New(Options{}).Parse([]byte(text), Hints{})[0]
	if a.Title != headline || strings.Contains(a.Body, headline) || len(a.Warnings) != 1 {
		t.Fatalf("title %q, body %q, warnings %v", a.Title, a.Body, a.Warnings)
	}
	if w := a.Warnings[0]; text[w.Span.Start:w.Span.End] != dated {
		t.Errorf("warning %q is about %q", w.Message, text[w.Span.Start:w.Span.End])
	}
}

// What is known of a document stays known when it is no article.
func TestNoArticleKeepsWhatIsKnown(t *testing.T) {
	known := Hints{Name: "page", URL: "http://gazette.example/7", Captured: "2021-03-04T05:06:07Z"}
	for _, text := range []string{"Home\nNews\nSport\nFilm\nTools\nRoof\nFerry\n", "<!DOCTYPE html><p>Home</p>"} {
		a := New(Options{}).Parse([]byte(text), known)[0]
		if a.Body != "" || !hasWarning(a, "no-article") {
			t.Fatalf("%q: body %q, warnings %v", text, a.Body, a.Warnings)
		}
		if got := (Hints{Name: a.Source, URL: a.URL, Captured: a.Captured}); !reflect.DeepEqual(got, known) {
			t.Errorf("%q: %+v, want %+v", text, got, known)
		}
	}
}
