package htmlpage

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageText is the text that golang.org/x/net/html finds in a page outside
// script and style, without white space and what readers do not see.
func pageText(n *html.Node) string {
	var sb strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			sb.WriteString(squeeze(n.Data))
		}
		if n.DataAtom == atom.Script || n.DataAtom == atom.Style {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return sb.String()
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || unicode.IsSpace(r) || strings.ContainsRune("\u200b\ufeff\u00ad\u2060\u200e\u200f\u061c", r) {
			return -1
		}
		return r
	}, s)
}

// isWhite reports whether r is white space. U+0085 is not: on pages it is an
// ellipsis of windows-1252 that was read wrongly.
func isWhite(r rune) bool { return unicode.IsSpace(r) && r != '\u0085' }

// checkPage holds a page to what Read promises.
func checkPage(t *testing.T, src string) {
	t.Helper()
	p := Read(src)
	var got strings.Builder
	for i := range p.Blocks {
		b := &p.Blocks[i]
		text := p.Text(i)
		if text == "" || text != strings.TrimFunc(text, isWhite) {
			t.Errorf("block %d is %q", i, text)
		}
		if b.Start >= 0 && (b.Start >= b.End || b.End > len(src)) || b.Start < -1 {
			t.Errorf("block %d: span [%d, %d) of %d", i, b.Start, b.End, len(src))
		}
		if b.Elem < 0 || int(b.Elem) >= len(p.Elems) {
			t.Errorf("block %d: element %d", i, b.Elem)
		}
		got.WriteString(squeeze(text))
	}
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		if !p.Deep {
			t.Errorf("not Deep, but html.Parse says %v", err)
		}
		return
	}
	if want := pageText(root); got.String() != want {
		t.Errorf("text %q, want %q", got.String(), want)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"<p>Hello <b>bold</b> world", "<title>a</title><script>var x = '</p>'</script>b<!-- c -->d", "a<<!-- x -->b>",
		"<table><td>a<p>b</table>c", "<svg><title>t</title><style>s</style></svg>x", "<textarea>a<b</textarea>",
		"<a href='x' b=\"y>z\" c=d/>t</a>", "x<![CDATA[y]]>z", "<noscript><p>a</noscript>", "<pre>\n a\n  b</pre>",
		"<script><!-- <script> </script> --></script>x", "a\u00adb&shy;c&nbsp;d\U000F0001e", "</><?x?>a</ b>c<!d>e",
		"<select><option>a<option>b</select>", "<template><p>x</template>y", "<frameset><frame></frameset>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) { checkPage(t, strings.ToValidUTF8(src, "\uFFFD")) })
}
