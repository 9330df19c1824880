package parser

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
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

// TestLedger parses every document in testdata/cases and checks its ledger.
func TestLedger(t *testing.T) {
	for _, name := range caseFiles(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		checkLedger(t, New(Options{}).Parse(data, Hints{Name: name}))
	}
}

// caseFiles are the inputs of the golden cases. A golden file without an input
// is an error.
func caseFiles(t testing.TB) []string {
	all, err := filepath.Glob("../testdata/cases/*")
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
