package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// BenchmarkHTML parses the pages of testdata/html, and for comparison builds
// their trees only.
func BenchmarkHTML(b *testing.B) {
	names, _ := filepath.Glob("../testdata/html/*.html")
	var pages [][]byte
	size := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, data)
		size += len(data)
	}
	b.Run("parse", func(b *testing.B) {
		p := New(Options{})
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for _, data := range pages {
				p.Parse(data, Hints{Format: HTML})
			}
		}
	})
	b.Run("tree", func(b *testing.B) {
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for _, data := range pages {
				if _, err := html.Parse(strings.NewReader(string(data))); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
