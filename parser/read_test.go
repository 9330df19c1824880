package parser

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzReadText compares what is read with each line cleaned on its own.
func FuzzReadText(f *testing.F) {
	f.Add("one & two\n\nthree\u00adfour\n\u2003five \u00a0\n")
	f.Add("a\r\n&amp;\r\n\u200b\r\n  Привет, мир \r\rb")
	f.Add("&\n\n\n&\n\u200e\n&lt;\n")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("decoded text is UTF-8")
		}
		blocks := readText(text)
		for pos := 0; pos < len(text); {
			line, next := nextLine(text, pos)
			want := Block{Span: Span{pos, next}, Text: cleanText(line)}
			if want.Text != "" {
				want.Kind = Body
			}
			if len(blocks) == 0 || blocks[0] != want {
				t.Fatalf("%q is read as %+v from %d on, want %+v", text, blocks[:min(len(blocks), 1)], pos, want)
			}
			pos, blocks = next, blocks[1:]
		}
		if len(blocks) > 0 {
			t.Fatalf("%q has %d blocks more", text, len(blocks))
		}
	})
}

func TestTrimSpace(t *testing.T) {
	for _, space := range []string{"", " ", "\t\v\f\r ", "\u0085", "\u00a0", "\u1680", "\u2003", "\u2028", "\u205f ", " \u3000"} {
		for _, s := range []string{"", "a", "an end", "Привет", "я", "à", "ſ", "“quoted”", "ᚁ", "終", "ं", "\u200bx\u200b"} {
			for _, s := range []string{s, space + s, s + space, space + s + space + s + space} {
				if got := trimSpace(s); got != strings.TrimSpace(s) {
					t.Errorf("trimSpace(%q) = %q", s, got)
				}
			}
		}
	}
}
