package input

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// read reads all documents of path and returns how many there are.
func read(b *testing.B, path string) (documents int, bytes int64) {
	b.Helper()
	var buf []byte
	for d, err := range Walk(b.Context(), []string{path}, nil, Options{}) {
		if err == nil {
			buf, err = d.ReadAll(buf)
		}
		if err != nil {
			b.Fatal(err)
		}
		documents++
		bytes += int64(len(buf))
	}
	return documents, bytes
}

const benchDocuments = 2000

func benchText(i int) string {
	return fmt.Sprintf("News ID: %d\n%s", i, strings.Repeat(fmt.Sprintf("Sentence %d of a report.\n", i*7919), 200))
}

func BenchmarkContainers(b *testing.B) {
	var text, wets, gz, lines strings.Builder
	var files []string
	for i := range benchDocuments {
		t := benchText(i)
		text.WriteString(t)
		wets.WriteString(wet(t))
		gz.WriteString(gzipOf(b, wet(t)))
		fmt.Fprintf(&lines, "{\"n\":%d,\"text\":%q}\n", i, t)
		files = append(files, fmt.Sprintf("%d.txt", i), t)
	}
	for _, c := range []struct{ name, content string }{
		{"wet", wets.String()}, {"wet.gz", gz.String()}, {"jsonl", lines.String()},
		{"tar", tarOf(b, files...)}, {"tar.gz", gzipOf(b, tarOf(b, files...))}, {"tar.zst", zstdOf(b, tarOf(b, files...))}, {"zip", zipOf(b, files...)},
	} {
		b.Run(c.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.content), 0o666); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				n, bytes := read(b, path)
				if n != benchDocuments {
					b.Fatalf("%d documents", n)
				}
				b.SetBytes(bytes)
			}
		})
	}
}

func BenchmarkFolder(b *testing.B) {
	dir := b.TempDir()
	for i := range benchDocuments {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(benchText(i)), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		n, bytes := read(b, dir)
		if n != benchDocuments {
			b.Fatalf("%d documents", n)
		}
		b.SetBytes(bytes)
	}
}
