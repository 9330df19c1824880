package parser

import (
	"strings"
	"testing"
	"unicode"
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

// TestEveryRune compares the short ways for single characters with the long ones.
func TestEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := "a" + string(r) + "b"
		if invisible, _ := oddCharacters(s); invisible != (indexInvisible(s) >= 0) {
			t.Errorf("%U is invisible or not", r)
		}
		want := unicode.In(r, unicode.L, unicode.Nd, unicode.Mc, unicode.Mn)
		if punctuation := r >= 0x2000 && r < 0x2070; isWordRune(r) != (want && !punctuation) {
			t.Errorf("%U is a letter, a digit or not", r)
		}
	}
}

func TestPadding(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "a b  c": 0, "a       b": 0, "a        b": 8, "        ": 8, "a         \tb": 10,
		"one\t        two          three": 18, "a       \t       b": 0, "0123456        x        y        ": 24,
	} {
		if got := padding(s); got != want {
			t.Errorf("padding(%q) = %d, want %d", s, got, want)
		}
	}
}
