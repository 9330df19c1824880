package parser

import "testing"

func TestUndouble(t *testing.T) {
	for in, want := range map[string]string{
		"Jane RoeJane Roe":           "Jane Roe",
		"Jane Roe Jane Roe Jane Roe": "Jane Roe",
		"House Plant House":          "House Plant House",
		"Jane Roe":                   "Jane Roe",
	} {
		if got := undouble(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
