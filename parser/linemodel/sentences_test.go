package linemodel

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"Home Sport Weather The ferry sailed again. ", "It was late by J. K. Moss for 3. May. ", "“Nobody waited for it!” ", "Passengers left."},
		{"The fare rose by 1.5 points to e.g. forty crowns a day. ", "Why was it not less?"},
		{"渡し船は今朝ふたたび動き出した。", "乗客は喜んでいると話した。", "終わり"},
		{"عادت العبارة إلى العمل هذا الصباح؟ ", "نعم."},
		{"no end"},
	} {
		if got := Sentences(nil, strings.Join(want, "")); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("One sentence of some length. Another one? “Yes.” 終わりのない長い文です。次。")
	f.Fuzz(func(t *testing.T, line string) {
		parts := Sentences(nil, line)
		if strings.Join(parts, "") != line {
			t.Errorf("%q", parts)
		}
		if slices.Contains(parts, "") {
			t.Errorf("an empty part in %q", parts)
		}
	})
}
