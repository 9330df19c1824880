package parser

import "testing"

// TestLongListsAreNoStrays has more short lines below one another than strays
// come in, and fewer.
func TestLongListsAreNoStrays(t *testing.T) {
	const text = "The choir of the harbour sings on Sunday in the old customs house, where the walls are thick, its conductor said.\n"
	for _, c := range []struct {
		names string
		want  int
	}{
		{"Ada Brook\nTom Farrow\n", 2},
		{"Ada Brook\nTom Farrow\nIda Holm\nMartin Lisle\nLena Moss\nHannah Oakes\nJohn Hale\n", 0},
	} {
		d := New(Options{}).begin(text+c.names, reading{}, readText(text+c.names), &Article{})
		if got := d.strayLines(); len(got) != c.want {
			t.Errorf("%q: %v, want %d", c.names, got, c.want)
		}
	}
}
