package check

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"unscrape/parser"
)

// benchPages are the golden cases of the project, each a document.
func benchPages(b *testing.B) (pages [][]byte, size int64) {
	b.Helper()
	names, err := os.ReadDir("../testdata/cases")
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range names {
		if !strings.HasSuffix(e.Name(), ".txt") {
			continue
		}
		data, err := os.ReadFile("../testdata/cases/" + e.Name())
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, data)
		size += int64(len(data))
	}
	return pages, size
}

// BenchmarkParse is what BenchmarkDocument is compared with.
func BenchmarkParse(b *testing.B) {
	pages, size := benchPages(b)
	p := parser.New(parser.Options{})
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, data := range pages {
			p.Parse(data, parser.Hints{})
		}
	}
}

func BenchmarkDocument(b *testing.B) {
	pages, size := benchPages(b)
	p := parser.New(parser.Options{})
	c := newChecker(b, Options{})
	var articles [][]*parser.Article
	for _, data := range pages {
		articles = append(articles, p.Parse(data, parser.Hints{}))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i, list := range articles {
			c.Document(fmt.Sprint(i), list)
		}
	}
}

func BenchmarkLong(b *testing.B) {
	text := []byte("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + strings.Repeat(prose, 25))
	p := parser.New(parser.Options{})
	c := newChecker(b, Options{})
	articles := p.Parse(text, parser.Hints{})
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			p.Parse(text, parser.Hints{})
		}
	})
	b.Run("check", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			c.Document("a.txt", articles)
		}
	})
}

func newChecker(tb testing.TB, o Options) *Checker {
	tb.Helper()
	c, err := New(o)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}
