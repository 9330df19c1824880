package parser

import "testing"

func TestWithoutLinks(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`By [Jane Roe](/u/jane "Posts by Jane (42)") on May 5`, "By Jane Roe on May 5"},
		{"[![](a.jpg)Jane Roe, Editor](https://mill.example/jane)", "Jane Roe, Editor"},
		{"![](a.jpg) [Susan](/s) December 9, 2024  [0 Comments](/s#r)", "Susan December 9, 2024  0 Comments"},
		{"![The mill](a.jpg)", "![The mill](a.jpg)"},
		{"[Home](/) | [News](/news)", "[Home](/) | [News](/news)"},
		{"see [1] and [the mill](/mill) there", "see [1] and the mill there"},
		{"not closed [the mill](/mill", "not closed [the mill](/mill"},
		{"# [The mill](/mill){.title} by [Jane](/jane) {#the-mill}", "# [The mill](/mill){.title} by [Jane](/jane) {#the-mill}"},
	} {
		if got := withoutLinks(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// TestUnbroken says which lines of Markdown are one line, and that the blocks cover them.
func TestUnbroken(t *testing.T) {
	const links = "\n\n[a](b) [c](d) [e](f)\n"
	heading := "# The ferryman of the lower pool has made his own rope since the new one was"
	for _, c := range []struct{ in, want string }{
		{"By [Jane\nRoe](/u/jane) today", "By Jane Roe today"},
		{"By [Jane Roe](/u/jane\n\"Jane\")\nToday", "By Jane Roe"},
		{"A bracket [ that\n\nnever closes", "A bracket [ that"},
		{heading + "\nshort", heading + " short"},
		{"# The rope\nThe ferryman", "# The rope"},
	} {
		text := c.in + links
		blocks := readText(text)
		if got := blocks[0].Text; got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
		pos := 0
		for _, b := range blocks {
			if b.Span.Start != pos {
				t.Errorf("%q: a block begins at %d, not at %d", c.in, b.Span.Start, pos)
			}
			pos = b.Span.End
		}
		if pos != len(text) {
			t.Errorf("%q: the blocks end at %d of %d", c.in, pos, len(text))
		}
	}
}
