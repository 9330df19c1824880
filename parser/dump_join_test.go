package parser

import (
	"slices"
	"testing"
)

func TestListsAreTextAsAWhole(t *testing.T) {
	for _, c := range []struct {
		name     string
		lines    []string
		p, wants []float32
	}{
		{"mixed", []string{"Text above.", "- oak", "- iron", "Text below."}, []float32{0.9, 0.75, 0.25, 0.4}, []float32{0.9, 0.5, 0.5, 0.4}},
		{"agreed", []string{"- oak", "- iron"}, []float32{0.2, 0.4}, []float32{0.2, 0.4}},
		{"numbers", []string{"9. oak", "10. iron"}, []float32{0.5, 0.25}, []float32{0.375, 0.375}},
		{"marks differ", []string{"- oak", "* iron"}, []float32{0.8, 0.1}, []float32{0.8, 0.1}},
		{"no mark", []string{"2020 was dry", "2021 was wet", "•"}, []float32{0.8, 0.1, 0.1}, []float32{0.8, 0.1, 0.1}},
	} {
		d := &draft{}
		var at []int
		for i, s := range c.lines {
			d.blocks, d.lines, at = append(d.blocks, Block{Text: s}), append(d.lines, line{}), append(at, i)
		}
		d.evenLists(c.p, at)
		if !slices.Equal(c.p, c.wants) {
			t.Errorf("%s: %v, want %v", c.name, c.p, c.wants)
		}
	}
}
