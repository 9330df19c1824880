package fold

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestDecomposed: letters fold to the same whether or not they are composed.
func TestDecomposed(t *testing.T) {
	for r := rune(0xC0); r < 0x1F00; r++ {
		rare := r > 0x1C0 && r < 0x1F0 || r > 0x370 && r < 0x376 || r > 0x3CE && r < 0x400 || r > 0x460 && r < 0x4E2 || r > 0x4E3 && r < 0x4EE || r > 0x4EF && r < 0x530
		if !unicode.IsLetter(r) || rare || r >= 0xB80 && r < 0x1E00 {
			continue // no language of the table has it, or only in composed form
		}
		d := norm.NFD.String(string(r))
		if d == string(r) {
			continue
		}
		if got, want := word(d), word(string(r)); got != want {
			t.Errorf("%U folds to %q, %+q to %q", r, want, d, got)
		}
	}
}

// TestCase: a letter folds to the same in both cases.
func TestCase(t *testing.T) {
	for r := rune('A'); r < 0x2000; r++ {
		if u := unicode.ToUpper(r); unicode.IsLetter(r) && unicode.ToLower(u) == r && Rune(u) != Rune(r) {
			t.Errorf("%c folds to %c, %c to %c", r, Rune(r), u, Rune(u))
		}
	}
}

func TestWords(t *testing.T) {
	for _, pair := range [][2]string{
		{"Février", "FEVRIER"}, {"Şubat", "subat"}, {"KASIM", "kasım"}, {"İYUL", "iyul"}, {"п’ятниця", "ПЯТНИЦЯ"}, {"Οκτωβρίου", "ΟΚΤΩΒΡΙΟΥ"},
		{"سه‌شنبه", "سهشنبه"}, {"أكتوبر", "اکتوبر"}, {"জানুয়ারি", "জানুয়ারি"}, {"ｍａｙ", "May"}, {"Sep\u00adtember", "september"},
	} {
		if a, b := word(pair[0]), word(pair[1]); a != b {
			t.Errorf("%q and %q are %q and %q", pair[0], pair[1], a, b)
		}
	}
}

func word(s string) string {
	var out []rune
	for _, r := range s {
		if f := Rune(r); f != Drop {
			out = append(out, f)
		}
	}
	return string(out)
}
