package main

import (
	"strings"
	"testing"

	"unscrape/parser/htmlpage"
	"unscrape/parser/internal/compose"
)

// TestComposer holds the marks of composed pages against their sources: what is
// marked as text of the article is what the story has, in its order.
func TestComposer(t *testing.T) {
	stocks, err := compose.ReadStocks("../../../testdata/cases", "../../rules")
	if err != nil {
		t.Fatal(err)
	}
	none := htmlpage.ParseClasses("")
	s, pages, articles := stocks["pl"], 0, 0
	for n := range 3 * len(s.Articles) {
		name := strings.Repeat("x", n)
		c, again := newComposer(s, name), newComposer(s, name)
		c.page(n % len(s.Articles))
		again.page(n % len(s.Articles))
		if c.String() != again.String() {
			t.Fatalf("page %d differs from itself", n)
		}
		p := c.read(name, func(*page) *htmlpage.Classes { return none })
		var body strings.Builder
		for i := range p.page.Blocks {
			if p.matched[i] > 0 {
				body.WriteString(p.page.Text(i) + "\n")
			}
		}
		pages++
		if len(c.body) == 0 {
			continue
		}
		articles++
		if first := s.Articles[n%len(s.Articles)].Text[0]; !strings.Contains(body.String(), first[:len(first)/2]) {
			t.Errorf("page %d lacks %q in\n%s", n, first, body.String())
		}
	}
	if articles < pages/2 || articles == pages {
		t.Errorf("%d of %d pages have an article", articles, pages)
	}
}

func TestDisguiseSource(t *testing.T) {
	all, err := compose.Disguises("../../linemodel/lexicon.txt")
	if err != nil {
		t.Fatal(err)
	}
	const src = `<html><head><meta property="og:title" content="Ferry"><title>Ferry</title><script>var ferry = 1</script>` +
		`<script type="application/ld+json">{"headline":"Ferry"}</script></head><body class="ferry"><p>Ferry &amp; <b>quay</b></p></body></html>`
	d := all[0]
	word, quay := d.Text("Ferry"), d.Text("quay")
	if word == "Ferry" {
		t.Fatalf("%q is as it was", word)
	}
	want := strings.NewReplacer("Ferry", word, "quay", quay).Replace(src)
	if got := disguiseSource(src, d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
