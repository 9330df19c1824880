package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSplitter checks that the parts a splitter cuts give the articles of the
// whole, wherever the file is cut.
func TestSplitter(t *testing.T) {
	labelled, records := new(strings.Builder), new(strings.Builder)
	records.WriteString("<?xml version='1.0'?>\n<DOCS>\n<TITLE>All of them</TITLE>\n")
	for i := range 7 {
		fmt.Fprintf(labelled, "News ID: %d\nPublished: 2020-10-%02dT10:00:00Z\n\nThe headline of number %d stands here\n\n", 100+i, i+1, i)
		fmt.Fprintf(labelled, "A paragraph of some length that says what number %d is about, and then some.\n\n", i)
		fmt.Fprintf(labelled, "News ID: is what the label of number %d says, quoted inside of the text itself.\n\n\n", i)

		fmt.Fprintf(records, "<DOC>\n<DOCNO>%d</DOCNO>\n<HEADLINE>The headline of number %d stands here</HEADLINE>\n<TEXT>\n", 100+i, i)
		fmt.Fprintf(records, "<SECTION>\n<TEXT>A paragraph that says what number %d is about.</TEXT>\n</SECTION>\n", i)
		fmt.Fprintf(records, "<SECTION>\n<TEXT>And another one of <DOC> number %d, which is longer than the first.</TEXT>\n</SECTION>\n</TEXT>\n</DOC>\n", i)
	}
	records.WriteString("</DOCS>\n")
	t.Run("labels", func(t *testing.T) { testSplitter(t, labelled.String(), 7) })
	t.Run("records", func(t *testing.T) { testSplitter(t, records.String(), 7) })

	p := New(Options{})
	for _, text := range []string{
		"No label here\n\nOnly text.\n",
		"<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>\nOne record\n</TEXT>\n</DOC>\n",
		"<DOC>\n<TITLE>One</TITLE>\n<SECTION>\n<TEXT>One section</TEXT></SECTION>\n<SECTION>\n<TEXT>and one more</TEXT></SECTION>\n</DOC>\n",
	} {
		if p.Splitter([]byte(text)) != nil {
			t.Errorf("a splitter for %q", text)
		}
	}
}

func testSplitter(t *testing.T, text string, articles int) {
	p := New(Options{})
	var want []goldenArticle
	for _, a := range p.Parse([]byte(text), Hints{}) {
		want = append(want, golden(a))
	}
	if len(want) != articles {
		t.Fatalf("%d articles, want %d", len(want), articles)
	}
	s := p.Splitter([]byte(text))
	if s == nil {
		t.Fatal("no splitter for a file made of articles")
	}
	for cut := 1; cut <= len(text); cut++ {
		at := s.Last([]byte(text[:cut]))
		var got []goldenArticle
		for _, part := range []string{text[:at], text[at:]} {
			if part == "" {
				continue
			}
			for _, a := range p.Parse([]byte(part), Hints{}) {
				got = append(got, golden(a))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("cut at %d of the first %d bytes (-want +got):\n%s", at, cut, diff)
		}
	}
}
