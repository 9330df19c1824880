package parser

import "testing"

func TestIsRecord(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"<DOC><DOCNO>1</DOCNO><TEXT>x</TEXT></DOC>", true},
		{"\n<?xml version=\"1.0\"?>\n<root><item><title>a</title><pubDate>b</pubDate></item></root>", true},
		{"<doc><title>only one field</title></doc>", false},
		{"<doc>no fields at all</doc>", false},
		{"<html><title>a</title><body>b</body></html>", false},
		{"<DOC><DOCNO>1</DOCNO><html><title>a</title><body>a page in a record</body></html></DOC>", false},
		{"<article><title>a</title><date>b</date><body>c</body></article>", true},
		{"<title>a</title>\n<date>b</date>\n<body>\nc\n\nd\n</body>", true},
		{"<article><h1>a</h1><date>b</date><author>c</author></article>", false},
		{"<title>a</title><meta name=\"b\"><body><date>c</date>d</body>", false},
		{"<title>a</title><body>b</body>", false},
		{"<div><title>a</title><date>b</date></div>", false},
		{"a text with <DOC> and <title> and <text> in it", false},
		{"<3 is a heart, <title> and <text> are none </3", false},
		{"<", false},
		{"", false},
	} {
		if got := isRecord(c.text); got != c.want {
			t.Errorf("%q: %v", c.text, got)
		}
	}
}

// TestCutElements wants blocks that cover the text, tags apart from texts.
func TestCutElements(t *testing.T) {
	const text = "<doc>\n <hl>A <b>big</b> headline</hl> \r\n\n<p>1 < 2 &amp; so on<br/>next <![CDATA[<i>raw</i>]]></p>&#2;\n</doc>"
	want := []string{"", "", "A big headline", "", "", "", "1 < 2 & so on", "", "next", "", "raw", "", "", "", ""}
	blocks := cutElements(text, readText(text))
	pos := 0
	for i, b := range blocks {
		if b.Span.Start != pos {
			t.Fatalf("block %d begins at %d, not at %d", i, b.Span.Start, pos)
		}
		pos = b.Span.End
		if i < len(want) && b.Text != want[i] {
			t.Errorf("block %d is %q, want %q", i, b.Text, want[i])
		}
		if (b.Kind == Body) != (b.Text != "") {
			t.Errorf("block %d: %q is %v", i, b.Text, b.Kind)
		}
	}
	if pos != len(text) || len(blocks) != len(want) {
		t.Errorf("%d blocks up to %d, want %d up to %d", len(blocks), pos, len(want), len(text))
	}
}
