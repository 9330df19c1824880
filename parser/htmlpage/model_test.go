package htmlpage

import (
	"strings"
	"testing"

	"unscrape/parser/internal/forest"
)

const smallPage = `<html><head><title>A short walk | Example</title></head><body><nav><a href=/>Home</a></nav>
<article><h1>A short walk</h1><p>We left the house at nine, and it was raining before we had reached the first gate.</p>
<p>Nobody minded, since the woods were full of mushrooms and the dog was happy.</p></article>
<footer>Copyright by nobody</footer></body></html>`

// TestRowWidth holds the names of the features against the numbers that the
// fillers put.
func TestRowWidth(t *testing.T) {
	p := Read(smallPage)
	var j judge
	j.read(p, Evidence{})
	row := make([]uint8, 2*secondWidth)
	r := &filler{row: row}
	j.textual(r, 0)
	j.markup(r, 0)
	j.around(r, 0)
	j.placed(r, 0)
	if r.n != len(ownNames) {
		t.Errorf("%d numbers for %d names of own features", r.n, len(ownNames))
	}
	o := opinion{p: make([]uint8, len(p.Blocks))}
	j.form(&o)
	r = &filler{row: row}
	j.second(r, &o, 0)
	if r.n != len(secondNames) {
		t.Errorf("%d numbers for %d names of the second forest's features", r.n, len(secondNames))
	}
	m := builtin()
	if got, want := strings.Join(m.first.Names, " "), strings.Join(FirstNames(), " "); got != want {
		t.Errorf("the first forest was trained on\n%s\nnot on\n%s", got, want)
	}
	for _, f := range []*forest.Forest{m.second, m.foreign} {
		if got, want := strings.Join(f.Names, " "), strings.Join(SecondNames(), " "); got != want {
			t.Errorf("a forest was trained on\n%s\nnot on\n%s", got, want)
		}
	}
}

func TestJudge(t *testing.T) {
	p := Read(smallPage)
	m := p.Meta()
	p.Judge(m.Evidence())
	var body []string
	for i := range p.Blocks {
		if p.Blocks[i].Body {
			body = append(body, p.Text(i)[:8])
		}
	}
	if got := strings.Join(body, "|"); got != "We left |Nobody m" {
		t.Errorf("body is %q", got)
	}
}

func TestSpans(t *testing.T) {
	src := "<!-- c --><p title='>'>One <b>two</b>\n three</p><script>var a = '<p>'</script><p>Four &amp; five</p><table>stray<tr><td>cell</table>"
	p := Read(src)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		t.Logf("%q from %q", p.Text(i), src[b.Start:b.End])
	}
	for _, want := range []string{"One <b>two</b>\n three", "Four &amp; five", "stray", "cell"} {
		found := false
		for i := range p.Blocks {
			b := &p.Blocks[i]
			found = found || b.Start >= 0 && src[b.Start:b.End] == want
		}
		if !found {
			t.Errorf("no block has the source %q", want)
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<p>a <b>b</b> <i>c</i></p>", "a b c"},
		{"a<br>b<br><br>c", "a/b|c"},
		{"<ol start=4><li>x<li>y</ol>", "4 x/5 y"},
		{"<ul><li>x</li> <li>y</li></ul>z", "x/y|z"},
		{"<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a+b/c+d"},
		{"<p>Press <button>Go</button> now</p>", "Press+Go+now"},
		{"<a>Home</a><a>News</a>", "Home News"},
		{"<p>un<b>believ</b>able</p>", "unbelievable"},
		{"<pre>a\n  b</pre>", "a\n  b"},
		{"x&nbsp;&nbsp;y\u200bz&shy;w", "x yzw"},
		{"<div>a<div>b</div>c</div>", "a|b|c"},
	} {
		p := Read(c.src)
		var sb strings.Builder
		for i := range p.Blocks {
			if i > 0 {
				sb.WriteString([]string{"|", "/", "+"}[p.Blocks[i].Join])
			}
			if n := p.Blocks[i].Item; n > 0 {
				sb.WriteString(string(rune('0'+n)) + " ")
			}
			sb.WriteString(p.Text(i))
		}
		if sb.String() != c.want {
			t.Errorf("%q reads %q, want %q", c.src, sb.String(), c.want)
		}
	}
}

func TestClassWords(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"entry-content", "entry content entry-content"},
		{"relatedPosts", "related posts relatedposts"},
		{"Footer__links col-12 a", "footer links footer-links col"},
		{"", ""},
	} {
		var got []string
		eachClassWord(c.in, new([64]byte), func(w []byte) { got = append(got, string(w)) })
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q gives %q, want %q", c.in, s, c.want)
		}
	}
}

func TestItems(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{`{"@type":"NewsArticle","headline":"A &amp; B","author":{"name":"Jane Roe"}}`, "A & B by Jane Roe"},
		{"<!--\n{\"@type\":[\"Thing\",\"BlogPosting\"],\"headline\":\"Two\nlines\",\"author\":[\"X Y\",{\"name\":[\"Z\"]}],}\n-->", "Two lines by X Y, Z"},
		{`[{"@graph":[{"@type":"Article","name":"N","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"P"}]}]`, "N by P"},
		{`{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Q&quot;}`, "Q by "},
		{`{"@type":"Article","headline":"bad \x escape"}`, `bad \x escape by `},
		{`{"@type":"Product","name":"Shoe"}`, ""},
		{`{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Why?","acceptedAnswer":{"text":"So."}}, 7]}`, "Why? by Why? So."},
		{`no JSON at all`, ""},
	} {
		got := ""
		found, asked := items([]string{c.script})
		for _, it := range found {
			got += it.Headline + " by " + strings.Join(it.Authors, ", ")
		}
		for _, q := range asked {
			got += q.Name + " " + q.Answer
		}
		if got != c.want {
			t.Errorf("%s gives %q, want %q", c.script, got, c.want)
		}
	}
}
