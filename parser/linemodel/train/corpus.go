package main

import (
	"encoding/json"
	"hash/fnv"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"unscrape/parser/internal/align"
	"unscrape/parser/linemodel"
)

// A page is one dump of one article page with what a person marked in it.
type page struct {
	name, tool string
	gold       gold
	headline   string // folded by plain
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

// tools are the kinds of dumps: of the corpus, and of the variants.
var tools = []string{"lynx", "w3m", "bs4", "disguised", "disguised2", "wrapped", "glued", "cropped", "bare"}

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
	p.headline = plain(p.gold.Title)
	p.goldTokens = align.Tokens(p.gold.Body)
	for _, l := range p.lines {
		p.tokens = append(p.tokens, align.Tokens(l.Text))
	}
	p.matched = align.Lines(p.tokens, p.goldTokens)
}

// body reports whether line i belongs to the gold text.
func (p *page) body(i int) bool {
	return len(p.tokens[i]) > 0 && 2*p.matched[i] >= len(p.tokens[i])
}

// title is 1 for the headline, 0 for another candidate, -1 for other lines.
func (p *page) title(i int, candidate []bool) int {
	switch {
	case candidate == nil || !candidate[i]:
		return -1
	case p.isTitle(i):
		return 1
	}
	return 0
}

// isTitle reports whether line i is the headline, whatever its quotes and
// dashes.
func (p *page) isTitle(i int) bool {
	return p.headline != "" && plain(p.lines[i].Text) == p.headline
}

// plain folds white space, case, quotes and dashes.
func plain(s string) string {
	s = folds.Replace(strings.ToLower(strings.Join(strings.Fields(s), " ")))
	return strings.TrimLeft(s, "*+•# ")
}

var folds = strings.NewReplacer("‘", "'", "’", "'", "“", "\"", "”", "\"", "–", "-", "—", "-", "…", "...", "\u200b", "", "\u00ad", "")

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
