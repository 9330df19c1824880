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
	var sb strings.Builder
	for i := range 7 {
		fmt.Fprintf(&sb, "News ID: %d\nPublished: 2020-10-%02dT10:00:00Z\n\nThe headline of number %d stands here\n\n", 100+i, i+1, i)
		fmt.Fprintf(&sb, "A paragraph of some length that says what number %d is about, and then some.\n\n", i)
		fmt.Fprintf(&sb, "News ID: is what the label of number %d says, quoted inside of the text itself.\n\n\n", i)
	}
	text := sb.String()
	p := New(Options{})
	var want []goldenArticle
	for _, a := range p.Parse([]byte(text), Hints{}) {
		want = append(want, golden(a))
	}
	if len(want) != 7 {
		t.Fatalf("%d articles, want 7", len(want))
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
	if p.Splitter([]byte("No label here\n\nOnly text.\n")) != nil {
		t.Error("a splitter for a file without labels")
	}
}
