package parser

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzReadText checks that blocks cover the text in its order, and that each is a line of it,
// cleaned on its own, unless the text has links of Markdown, signs of a quotation or numbers
// before its lines, or elements within them.
func FuzzReadText(f *testing.F) {
	f.Add("one & two\n\nthree\u00adfour\n\u2003five \u00a0\n")
	f.Add("a\r\n&amp;\r\n\u200b\r\n  Привет, мир \r\rb")
	f.Add("&\n\n\n&\n\u200e\n&lt;\n")
	f.Add("e\u0301te\u0301\u00a0!\n> one\n> two\n")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("decoded text is UTF-8")
		}
		r := newTextReader(text)
		odd := r.variants.linked || r.quoted || r.numbered || r.tagged
		pos := 0
		for _, b := range r.blocks() {
			line, next := nextLine(text, pos)
			switch {
			case b.Span.Start != pos || b.Span.End < next:
				t.Fatalf("%q has a block at %+v, want it to begin at %d and to hold a line", text, b.Span, pos)
			case !odd && (b.Span.End != next || b.Text != r.fold(cleanText(line))):
				t.Fatalf("%q is read as %+v from %d on, want the line %q", text, b, pos, cleanText(line))
			case (b.Kind == Body) != (b.Text != ""):
				t.Fatalf("%q has the block %+v", text, b)
			}
			pos = b.Span.End
		}
		if pos != len(text) {
			t.Fatalf("%q is read up to %d", text, pos)
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
