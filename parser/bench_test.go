package parser

import (
	"bytes"
	"os"
	"testing"
)

// BenchmarkParse reads a labelled article with boilerplate around it, and a
// file made of such articles.
func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("../testdata/cases/en-labelled-gmt-captcha.txt")
	if err != nil {
		b.Fatal(err)
	}
	one := bytes.TrimSpace(data)
	many := bytes.Repeat(append(one[:len(one):len(one)], "\n\n\n"...), 500)
	for _, c := range []struct {
		name string
		data []byte
	}{{"article", one}, {"articles", many}} {
		b.Run(c.name, func(b *testing.B) {
			p := New(Options{})
			b.SetBytes(int64(len(c.data)))
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(c.data, Hints{})
			}
		})
	}
}
