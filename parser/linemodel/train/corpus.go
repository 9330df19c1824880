package main

import (
	"encoding/json"
	"hash/fnv"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"unscrape/parser/linemodel"
)

// A page is one dump of one article page with what a person marked in it.
type page struct {
	name, tool string
	gold       gold
	lines      []linemodel.Line
	tokens     [][]string // of each line
	matched    []int      // how many of them belong to the body
	goldTokens []string
	validation bool // kept back from training
	fold       int  // of the training part
}

type gold struct {
	URL, Title, Author, Body string
	PublishDate              string `json:"publish_date"`
	With, Without            []string
}

var tools = []string{"lynx", "w3m", "bs4", "disguised", "wrapped"}

// readPages reads CORPUS/gold/*.json and CORPUS/dump/TOOL/*.txt.
// With variants, those of each page follow it.
func readPages(corpus string, v *variants, use func(*page)) error {
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
		for _, tool := range tools[:3] {
			text, err := os.ReadFile(filepath.Join(corpus, "dump", tool, name+".txt"))
			if err != nil {
				return err
			}
			p := &page{name: name, tool: tool, gold: g, lines: splitLines(string(text))}
			p.split()
			p.align()
			use(p)
			if v == nil {
				continue
			}
			for _, q := range v.of(p) {
				use(q)
			}
		}
	}
	return nil
}

// split puts a page into the validation part or into one of five folds of
// the training part, all pages of a site into the same.
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

// align finds the lines' words in the gold text.
func (p *page) align() {
	p.goldTokens = tokens(p.gold.Body)
	for _, l := range p.lines {
		p.tokens = append(p.tokens, tokens(l.Text))
	}
	p.matched = align(p.tokens, p.goldTokens)
}

// body reports whether line i belongs to the gold text.
func (p *page) body(i int) bool {
	return len(p.tokens[i]) > 0 && 2*p.matched[i] >= len(p.tokens[i])
}

// part is 1 for the validation part, else 0.
func (p *page) part() int {
	if p.validation {
		return 1
	}
	return 0
}

func splitLines(text string) []linemodel.Line {
	var out []linemodel.Line
	blank := 0
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\r\n")
		if strings.TrimSpace(l) == "" {
			blank++
			continue
		}
		out = append(out, linemodel.Line{Text: l, BlankBefore: blank})
		blank = 0
	}
	return out
}
