package rules

import (
	"strings"
	"testing"
)

// TestOpening checks that nothing is found in a line that its opening excludes,
// for every example of every rule and for what is left of it behind each word.
func TestOpening(t *testing.T) {
	s := Builtin()
	excluded := 0
	for _, line := range examples(s) {
		for pos := 0; pos < len(line); pos = skipSpace(line, wordEnd(line, pos)) {
			rest := line[pos:]
			o := s.Opening(rest)
			key, _, _ := strings.Cut(rest, ":")
			for _, part := range []string{rest, key} {
				if r := s.Boilerplate(part); r != nil && !o.Rule() {
					t.Errorf("%q matches %s", part, r.ID)
				}
			}
			if r := s.Boilerplate(rest); r != nil && !o.Line() {
				t.Errorf("%q matches %s as a whole", rest, r.ID)
			}
			if m, ok := s.Label(rest); ok && !o.Label() || s.BeginsWithLabel(rest, "authors") && !o.Label() {
				t.Errorf("%q begins with the label %q", rest, m.Text)
			}
			if s.Chrome(rest) > 0 && !o.Words() {
				t.Errorf("%q is words of menus", rest)
			}
			if o == 0 {
				excluded++
			}
		}
	}
	if excluded == 0 {
		t.Error("no opening excludes anything")
	}
}
