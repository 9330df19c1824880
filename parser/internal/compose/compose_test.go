package compose

import (
	"slices"
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	d := (&Stock{Menu: []string{"Sport"}}).NewDraw(1)
	for range 20 {
		if got := d.Expand("[Read ]{more|on} {name}"); !slices.Contains([]string{"Read more Sport", "Read on Sport", "more Sport", "on Sport"}, got) {
			t.Errorf("got %q", got)
		}
	}
}

func TestArticle(t *testing.T) {
	s := &Stock{}
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		s.Articles = append(s.Articles, newStory(name, strings.Repeat(name, leastParagraph)+"\n\n"+name))
	}
	for seed := range uint32(20) {
		d := s.NewDraw(seed)
		title, text := d.Article(2)
		if title != "c" || len(text) < 2 || text[1] != "c" {
			t.Errorf("seed %d: %q %q", seed, title, text)
		}
		for _, o := range d.Others {
			if slices.Contains(text, o.Text[1]) {
				t.Errorf("seed %d: %q is in the article", seed, o.Title)
			}
		}
		if len(d.Others) < len(s.Articles)/2 {
			t.Errorf("seed %d: only %d others", seed, len(d.Others))
		}
	}
}
