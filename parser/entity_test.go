package parser

import (
	"html"
	"strings"
	"testing"
	"unicode/utf8"
	"unsafe"
)

func TestCleanText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing to do", "A plain line, with 3 words & more.", "A plain line, with 3 words & more."},
		{"outer white space", " \t\u00A0\u3000 The line \f\r\n", "The line"},
		{"inner white space stays", "За  большой\u00A0вклад\tв дело", "За  большой\u00A0вклад\tв дело"},
		{"entities", "&quot;Bread &amp; Butter&quot; &#124; News &ndash; 5&nbsp;&euro;", "\"Bread & Butter\" | News – 5\u00A0€"},
		{"numeric entities", "&#8220;Yes&#8221; &#x2014; he said&#39;s", "“Yes” — he said's"},
		{"numbers of windows-1252", "&#147;Yes&#148;", "“Yes”"},
		{"decoded once", "&amp;nbsp;", "&nbsp;"},
		{"unknown names stay", "AT&T; Q&A; R&D;", "AT&T; Q&A; R&D;"},
		{"no semicolon", "?a=1&copy=2&reg=3 and &amp no more", "?a=1&copy=2&reg=3 and &amp no more"},
		{"no semicolon before the next", "&not&#XAX&#66;", "&not&#XAXB"},
		{"a prefix of the name is known", "&notit; &copyright;", "&notit; &copyright;"},
		{"no character", "&#0; &#xD800; &#27; &#x110000; &#xE000; &#;", "&#0; &#xD800; &#27; &#x110000; &#xE000; &#;"},
		{"line ends", "one&#10;two&NewLine;three&#x2028;four", "one two three four"},
		{"far semicolon", "&" + strings.Repeat("a", 40) + ";", "&" + strings.Repeat("a", 40) + ";"},
		{"longest name", "&CounterClockwiseContourIntegral;", "∳"},
		{"ampersand at the end", "Smith &amp;&", "Smith &&"},
		{"soft hyphen", "Regie\u00ADrungs&shy;sprecher", "Regierungssprecher"},
		{"zero width space and byte order mark", "\uFEFFone\u200Btwo\u2060three\uFEFF", "onetwothree"},
		{"marks of direction", "\u200Fکد خبر\u200F: ۱۲۳\u200E", "کد خبر: ۱۲۳"},
		{"joiners are spelling", "می‌رود می&zwnj;شود क्\u200Dष", "می‌رود می\u200Cشود क्\u200Dष"},
		{"overrides and controls are data", "a\u202Eb\u202C \x1b[31mred\x07 \u009B", "a\u202Eb\u202C \x1b[31mred\x07 \u009B"},
		{"an embedding of the line", " \u202Bکد خبر: ۱۲۳\u202C ", "کد خبر: ۱۲۳"},
		{"embeddings without an end", "\u202B\u202A۱۲۳", "۱۲۳"},
		{"an isolate of the line in an embedding", "\u202B\u2067کد\u2069\u202C", "کد"},
		{"the end of an embedding", "کد\u202C", "کد"},
		{"embeddings of parts stay", "\u202Bکد\u202C ID \u202Bخبر\u202C", "\u202Bکد\u202C ID \u202Bخبر\u202C"},
		{"an override of the line stays", "\u202Eabc\u202C", "\u202Eabc\u202C"},
		{"NUL", "a\x00b\x00", "ab"},
		{"white space behind invisible characters", "\u200B \u200Fword \uFEFF", "word"},
		{"only invisible", "\u200B\u00A0&nbsp;\uFEFF", ""},
		{"other Arabic letters", "شهر؛ شد", "شهر؛ شد"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := cleanText(tt.in); got != tt.want {
				t.Errorf("cleanText(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanTextDoesNotCopy(t *testing.T) {
	for _, s := range []string{" The line & its end ", "  شهر تهران – «امروز» ", "新闻，今天 "} {
		got := cleanText(s)
		at := uintptr(unsafe.Pointer(unsafe.StringData(got))) - uintptr(unsafe.Pointer(unsafe.StringData(s)))
		if at >= uintptr(len(s)) {
			t.Errorf("cleanText(%q) was copied", s)
		}
	}
}

func FuzzCleanText(f *testing.F) {
	f.Add("&quot;Bread &amp; Butter&quot; &#124; \u200Bnews &nbsp;")
	f.Add("AT&T; &notit; &#xD800; \u00AD&shy;")
	f.Add("\xe2\x80\u200e\x8e")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD") // as decoded text is
		got := cleanText(s)
		if !utf8.ValidString(got) {
			t.Fatalf("cleanText(%q) = %q is no UTF-8", s, got)
		}
		if visibleText(got) != got {
			t.Fatalf("cleanText(%q) = %q has something to remove", s, got)
		}
		if strings.ContainsAny(got, "\n\r") && !strings.ContainsAny(s, "\n\r") {
			t.Fatalf("cleanText(%q) = %q has a new line end", s, got)
		}
		if !strings.Contains(s, "&") && len(got) > len(s) {
			t.Fatalf("cleanText(%q) = %q grew", s, got)
		}
		if escaped := html.EscapeString(s); cleanText(escaped) != visibleText(s) {
			t.Fatalf("cleanText(%q) = %q, want %q", escaped, cleanText(escaped), visibleText(s))
		}
	})
}

func BenchmarkCleanText(b *testing.B) {
	lines := map[string]string{
		"ascii":    strings.Repeat("The council will meet again on Friday. ", 5),
		"persian":  strings.Repeat("شورای شهر روز جمعه تشکیل جلسه می‌دهد. ", 3),
		"chinese":  strings.Repeat("市议会将于星期五再次开会。", 5),
		"entities": strings.Repeat("The &quot;council&quot; meets&nbsp;again on Friday. ", 4),
	}
	for name, line := range lines {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				cleanText(line)
			}
		})
	}
}
