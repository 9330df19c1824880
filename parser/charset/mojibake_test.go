package charset

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misread is text in UTF-8 read as windows-1252, which has no character for
// five of the bytes, so that some is lost.
func misread(text string) string {
	out, _ := Text([]byte(text), "windows-1252")
	return out
}

func TestMojibake(t *testing.T) {
	for _, s := range samples {
		all := 0
		for _, r := range s.text {
			if r >= utf8.RuneSelf {
				all++
			}
		}
		if got := Mojibake(misread(s.text)); got == 0 || 2*got < all {
			t.Errorf("%s: only %d of %d characters found in %q", s.tag, got, all, misread(s.text))
		}
		if got := Mojibake(s.text); got != 0 {
			t.Errorf("%s: %d found in %q", s.tag, got, s.text)
		}
	}
	for _, text := range []string{"", "plain", "Ã", "LE CAFÉ» ET LE THÉ”", "são", "El niño", "ÆØÅ – æøå", "\xC3", "Ãa"} {
		if got := Mojibake(text); got != 0 {
			t.Errorf("%d found in %q", got, text)
		}
	}
	latin1, err := charmap.ISO8859_1.NewDecoder().String("Zażółć – café")
	if err != nil || Mojibake(latin1) != 6 {
		t.Errorf("%d found in %q", Mojibake(latin1), latin1)
	}
}
