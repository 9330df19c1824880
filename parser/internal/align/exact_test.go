package align

import (
	"slices"
	"strings"
	"testing"
)

func TestExact(t *testing.T) {
	gold := Tokens("The pump stood by the gate. Nobody used it but the dog. Water came when you asked twice. Note: it froze in March.")
	page := "Home|The gate|The pump stood by the gate.|Nobody used it, but the old dog.|Buy boots now|Water came when you asked twice.|note|Note|It froze in March.|The pump"
	want := []int{0, 0, 6, 6, 0, 6, 1, 0, 4, 0}
	var lines [][]string
	for l := range strings.SplitSeq(page, "|") {
		lines = append(lines, Tokens(l))
	}
	if got := Exact(lines, gold); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := Exact(nil, gold); len(got) != 0 {
		t.Errorf("%v of no lines", got)
	}
	if got := Exact(lines, nil); slices.Max(got) != 0 {
		t.Errorf("%v of no gold text", got)
	}
}
