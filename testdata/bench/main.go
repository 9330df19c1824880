// Command bench times unscrape on saved pages against the tree builder alone
// and against go-trafilatura with its fallbacks, from bytes in memory on one
// core. It is a module of its own so that the program does not depend on what
// it is compared with.
//
//	go run . [-rounds N] [-trafilatura=false] FOLDER
//
// FOLDER holds *.html or *.html.gz. What is measured is the time of the
// processor that the process takes, collection of garbage included. In each
// round all contenders have their turn, one behind the other, and what counts
// is the median of the rounds' ratios, so that other work on the machine
// changes little.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"unscrape/parser"
)

// A contender parses a page.
type contender struct {
	name  string
	parse func(page []byte)
	took  []time.Duration // for all pages, by round
}

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 5, "how often each page is parsed")
	limit := flag.Int("pages", 200, "at most so many pages, evenly spread")
	rival := flag.Bool("trafilatura", true, "time go-trafilatura too")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	pages, err := load(flag.Arg(0), *limit)
	if err != nil {
		log.Fatal(err)
	}
	if len(pages) == 0 {
		log.Fatalf("no pages in %q", flag.Arg(0))
	}
	report(pages, run(pages, contenders(*rival), *rounds))
}

func contenders(rival bool) []*contender {
	p := parser.New(parser.Options{})
	all := []*contender{
		{name: "html.Parse", parse: func(page []byte) { _, _ = html.Parse(bytes.NewReader(page)) }},
		{name: "unscrape", parse: func(page []byte) { p.Parse(page, parser.Hints{Format: parser.HTML}) }},
	}
	if rival {
		o := trafilatura.Options{EnableFallback: true}
		all = append(all, &contender{name: "go-trafilatura", parse: func(page []byte) {
			_, _ = trafilatura.Extract(bytes.NewReader(page), o)
		}})
	}
	return all
}

func run(pages [][]byte, all []*contender, rounds int) []*contender {
	for range rounds {
		for _, c := range all {
			runtime.GC()
			start := used()
			for _, page := range pages {
				c.parse(page)
			}
			c.took = append(c.took, used()-start)
		}
	}
	return all
}

// used is the time of the processor that the process has taken.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		log.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func report(pages [][]byte, all []*contender) {
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	fmt.Printf("%d pages, %.1f MB\n", len(pages), float64(size)/1e6)
	for _, c := range all {
		var ratios []float64
		for i, d := range c.took {
			ratios = append(ratios, d.Seconds()/all[0].took[i].Seconds())
		}
		t, r := median(c.took).Seconds(), median(ratios)
		fmt.Printf("%-16s %8.0f pages/s  %6.1f MB/s  %6.2f times html.Parse (%.2f to %.2f)\n",
			c.name, float64(len(pages))/t, float64(size)/1e6/t, r, slices.Min(ratios), slices.Max(ratios))
	}
}

func median[T cmp.Ordered](s []T) T {
	s = slices.Sorted(slices.Values(s))
	return s[len(s)/2]
}

func load(folder string, limit int) (pages [][]byte, err error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.html*"))
	if err != nil {
		return nil, err
	}
	step := max(1, len(names)/limit)
	for i := 0; i < len(names); i += step {
		page, err := read(names[i])
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

func read(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !strings.HasSuffix(name, ".gz") {
		return io.ReadAll(f)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
