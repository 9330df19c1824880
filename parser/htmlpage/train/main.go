// Command train makes the page model.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"unscrape/parser/htmlpage"
)

type gold struct {
	URL, Title, Author, Body string
	PublishDate              string `json:"publish_date"`
	With, Without            []string
}

type page struct {
	name       string
	gold       gold
	page       *htmlpage.Page
	tokens     [][]string
	matched    []int
	goldTokens []string
	validation bool
	fold       int
}

func (p *page) split() {
	site := p.name
	if u, err := url.Parse(p.gold.URL); err == nil && u.Host != "" {
		site = strings.TrimPrefix(u.Host, "www.")
	}
	h := fnv.New32a()
	h.Write([]byte(site))
	p.validation = h.Sum32()%100 < 24
	p.fold = int(h.Sum32() / 100 % 5)
}

func readPages(corpus string, classes func(p *page) map[uint32]float32, use func(*page)) error {
	names, err := filepath.Glob(filepath.Join(corpus, "gold", "*.json"))
	if err != nil {
		return err
	}
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			return err
		}
		var g gold
		if err := json.Unmarshal(data, &g); err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(n), ".json")
		z, err := os.ReadFile(filepath.Join(corpus, "html", name+".html.gz"))
		if err != nil {
			return err
		}
		r, err := gzip.NewReader(bytes.NewReader(z))
		if err != nil {
			return err
		}
		src, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		p := &page{name: name, gold: g, goldTokens: tokens(g.Body)}
		p.split()
		p.page = htmlpage.ReadWith(strings.ToValidUTF8(string(src), "\uFFFD"), classes(p))
		for i := range p.page.Blocks {
			p.tokens = append(p.tokens, tokens(p.page.Text(i)))
		}
		p.matched = align(p.tokens, p.goldTokens)
		use(p)
	}
	return nil
}

func main() {
	log.SetFlags(0)
	corpus := flag.String("corpus", "", "folder with gold/ and html/")
	out := flag.String("out", "", "output folder")
	words := flag.Bool("words", false, "write words.tsv and text.tsv")
	scores := flag.String("scores", "", "first forest's probabilities")
	flag.Parse()
	var err error
	if *words {
		err = writeWords(*corpus, *out)
	} else {
		err = writeMatrix(*corpus, *out, *scores)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func writeMatrix(corpus, out, scores string) error {
	var w [6]map[uint32]float32
	for k := range w {
		n := filepath.Join(out, fmt.Sprintf("w-%d.txt", k))
		if k == 5 {
			n = filepath.Join(out, "w-all.txt")
		}
		b, err := os.ReadFile(n)
		if err != nil {
			return err
		}
		w[k] = htmlpage.ParseClasses(string(b))
	}
	names := htmlpage.FirstNames()
	var first []byte
	suffix := "1"
	if scores != "" {
		names = htmlpage.SecondNames()
		suffix = "2"
		var err error
		if first, err = os.ReadFile(scores); err != nil {
			return err
		}
	}
	rows, err := os.Create(filepath.Join(out, "rows"+suffix+".bin"))
	if err != nil {
		return err
	}
	lines, err := os.Create(filepath.Join(out, "lines"+suffix+".tsv"))
	if err != nil {
		return err
	}
	os.WriteFile(filepath.Join(out, "names"+suffix+".txt"), []byte(strings.Join(names, "\n")+"\n"), 0o644)
	r, l := bufio.NewWriterSize(rows, 1<<20), bufio.NewWriter(lines)
	err = readPages(corpus, func(p *page) map[uint32]float32 {
		if p.validation {
			return w[5]
		}
		return w[p.fold]
	}, func(p *page) {
		var f []byte
		if first != nil {
			f = first[:len(p.page.Blocks)]
			first = first[len(p.page.Blocks):]
		}
		m := p.page.Meta()
		r.Write(p.page.Rows(m.Evidence(), f))
		v := 0
		if p.validation {
			v = 1
		}
		for i := range p.page.Blocks {
			u := 0
			if p.page.Blocks[i].Flags&htmlpage.Unseen != 0 {
				u = 1
			}
			fmt.Fprintf(l, "%s\t%d\t%d\t%d\t%d\t%d\t%d\n", p.name, len(p.goldTokens), v, p.fold, len(p.tokens[i]), p.matched[i], u)
		}
	})
	if err != nil {
		return err
	}
	if err := r.Flush(); err != nil {
		return err
	}
	return l.Flush()
}

func writeWords(corpus, out string) error {
	f, err := os.Create(filepath.Join(out, "words.tsv"))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	t, _ := os.Create(filepath.Join(out, "text.tsv"))
	tw := bufio.NewWriter(t)
	err = readPages(corpus, func(*page) map[uint32]float32 { return nil }, func(p *page) {
		v := 0
		if p.validation {
			v = 1
		}
		for i := range p.page.Blocks {
			fmt.Fprintf(tw, "%s\t%d\t%d\t%d\t%q\n", p.name, i, len(p.tokens[i]), p.matched[i], num(p.page.Blocks[i].Item)+p.page.Text(i))
			if p.page.Blocks[i].Flags&htmlpage.Unseen != 0 {
				continue
			}
			fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t", p.name, v, p.fold, len(p.tokens[i]), p.matched[i])
			p.page.PathWords(i, func(s string) { w.WriteString(s + " ") })
			w.WriteString("\n")
		}
	})
	w.Flush()
	tw.Flush()
	return err
}

func num(n int32) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n, ". ")
}
