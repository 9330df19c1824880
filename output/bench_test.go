package output

import (
	"strings"
	"testing"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

func sampleArticle(paragraph string) *parser.Article {
	return &parser.Article{
		ID:        "275219",
		Timestamp: clock(timestamp.Stated, timestamp.Minute),
		Title:     "Harbour opens after nine years",
		Body:      strings.TrimSpace(strings.Repeat(paragraph+"\n\n", 24)),
		Source:    "archive/2020/275219.txt",
	}
}

var paragraphs = []struct{ name, text string }{
	{"english", "The harbour of the old town opened again on Tuesday, the mayor said, after nine years of work that cost \"rather more\" than planned and closed two streets."},
	{"persian", "شهردار روز سه\u200cشنبه گفت که بندر شهر قدیمی پس از نه سال کار که هزینه\u200cای بیش از برنامه داشت و دو خیابان را بسته بود دوباره گشوده شد."},
}

func BenchmarkEncoder(b *testing.B) {
	for _, p := range paragraphs {
		a := sampleArticle(p.text)
		for _, f := range []Format{JSON, JSONL, YAML} {
			b.Run(p.name+"/"+f.String(), func(b *testing.B) {
				e := newEncoder(b, f, Options{})
				dst := e.Append(nil, a, nil)
				b.SetBytes(int64(len(a.Body)))
				b.ReportAllocs()
				for b.Loop() {
					dst = e.Append(dst[:0], a, nil)
				}
			})
		}
	}
}

// TestNoAllocations holds the encoder to appending only.
func TestNoAllocations(t *testing.T) {
	a := sampleArticle(paragraphs[0].text)
	for _, f := range []Format{JSON, JSONL, YAML} {
		e := newEncoder(t, f, Options{})
		dst := e.Append(nil, a, nil)
		if n := testing.AllocsPerRun(100, func() { dst = e.Append(dst[:0], a, nil) }); n > 0 {
			t.Errorf("%v: %v allocations for an article", f, n)
		}
	}
}
