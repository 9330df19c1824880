package check

import (
	"strings"
	"testing"

	"unscrape/parser"
)

func TestPlace(t *testing.T) {
	s := "one\n\tдва слова\r\n\n  three\nfour"
	x := &text{s: s}
	for _, test := range []struct {
		words string
		want  Place
	}{
		{"one", Place{Line: 1, Column: 1, EndLine: 1, EndColumn: 3, Source: "one"}},
		{"слова", Place{Line: 2, Column: 6, EndLine: 2, EndColumn: 10, Source: "\tдва слова"}},
		{"  three\n", Place{Line: 4, Column: 3, EndLine: 4, EndColumn: 7, Source: "  three"}},
		{"three\nfo", Place{Line: 4, Column: 3, EndLine: 5, EndColumn: 2, Source: "  three"}},
		{"one\n\tдва", Place{Line: 1, Column: 1, EndLine: 2, EndColumn: 4, Source: "one"}}, // back again
	} {
		start := strings.Index(s, test.words)
		got := x.place(parser.Span{Start: start, End: start + len(test.words)})
		trimmed := strings.TrimSpace(test.words)
		if s[got.Span.Start:got.Span.End] != trimmed {
			t.Errorf("%q: span of %q", test.words, s[got.Span.Start:got.Span.End])
		}
		got.Span = parser.Span{}
		if got != test.want {
			t.Errorf("%q: %+v, want %+v", test.words, got, test.want)
		}
	}
}

func TestSourceLine(t *testing.T) {
	if got := sourceLine(strings.Repeat("я", 500) + "\nx"); got != strings.Repeat("я", maxSource) {
		t.Errorf("%d bytes of a long line", len(got))
	}
}

// TestPartsOfADocument gives the lines of the whole file when it is parsed in
// parts.
func TestPartsOfADocument(t *testing.T) {
	page := "News ID: 4%\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\nThe <br> opened again on Tuesday.\n\n" + prose
	p := parser.New(parser.Options{})
	c := newChecker(t, Options{})
	run := c.NewRun()
	run.Add(c.Document("other.txt", p.Parse([]byte(page), parser.Hints{})))
	for i, id := range []string{"1", "2", "3"} {
		part := strings.Replace(page, "%", id, 1)
		run.AddPart(c.Document("big.txt", p.Parse([]byte(part), parser.Hints{})), i+1)
	}
	var lines []int
	for _, f := range run.Report().Findings {
		if f.File == "big.txt" && f.Rule == leftoverMarkup {
			lines = append(lines, f.Line, f.EndLine, f.Span.Start)
		}
	}
	n, size := strings.Count(page, "\n"), len(page)
	first := strings.Index(page, "<br>")
	want := []int{6, 6, first, 6 + n, 6 + n, first + size, 6 + 2*n, 6 + 2*n, first + 2*size}
	if len(lines) != len(want) {
		t.Fatalf("places %v, want %v", lines, want)
	}
	for i := range want {
		if lines[i] != want[i] {
			t.Fatalf("places %v, want %v", lines, want)
		}
	}
}
