package main

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/htmlpage"
	"unscrape/parser/internal/align"
	"unscrape/parser/internal/compose"
	"unscrape/parser/linemodel"
)

// A page is a saved page with what a person marked in it.
type page struct {
	name       string
	source     string
	page       *htmlpage.Page
	tokens     [][]string // of each block
	matched    []int      // how many of them belong to the body
	goldTokens []string
	validation bool // kept back from training
	fold       int  // of the training part
}

type gold struct{ URL, Body string }

// readPages reads CORPUS/gold/*.json and CORPUS/html/*.html.gz, each page
// with the class weights for it.
func readPages(corpus string, weights func(*page) *htmlpage.Classes, use func(*page) error) error {
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
		p := &page{name: strings.TrimSuffix(filepath.Base(n), ".json"), goldTokens: align.Tokens(g.Body)}
		src, err := readGzip(filepath.Join(corpus, "html", p.name+".html.gz"))
		if err != nil {
			return err
		}
		p.source = src
		p.split(g.URL)
		p.page = htmlpage.ReadWith(src, weights(p))
		p.align()
		if err := use(p); err != nil {
			return err
		}
	}
	return nil
}

// readCases reads the test cases that are pages in other languages than English.
func readCases(folder string, weights func(*page) *htmlpage.Classes, use func(p *page, variant string)) error {
	names, err := filepath.Glob(filepath.Join(folder, "*.html"))
	if err != nil {
		return err
	}
	for _, name := range names {
		src, err1 := os.ReadFile(name)
		data, err2 := os.ReadFile(strings.TrimSuffix(name, "html") + "json")
		var g gold
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if err := json.Unmarshal(data, &g); err != nil {
			return err
		}
		if !linemodel.IsForeign(g.Body) || !utf8.Valid(src) {
			continue
		}
		p := &page{name: strings.TrimSuffix(filepath.Base(name), ".html"), source: string(src), goldTokens: align.Tokens(g.Body)}
		p.fold = int(compose.Seed(p.name) / 100 % folds)
		p.page = htmlpage.ReadWith(p.source, weights(p))
		p.align()
		use(p, "case")
	}
	return nil
}

// align finds the words of the blocks in the marked text.
func (p *page) align() {
	for i := range p.page.Blocks {
		p.tokens = append(p.tokens, align.Tokens(p.page.Text(i)))
	}
	p.matched = align.Exact(p.shownTokens(), p.goldTokens)
}

// shownTokens are the tokens of each block that a browser shows.
func (p *page) shownTokens() [][]string {
	shown := slices.Clone(p.tokens)
	for i := range shown {
		if p.page.Blocks[i].Flags&htmlpage.Unseen != 0 {
			shown[i] = nil
		}
	}
	return shown
}

func readGzip(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	data, err := io.ReadAll(z)
	return strings.ToValidUTF8(string(data), "\uFFFD"), err
}

const folds = 5

// split puts a page into the validation part or into one of the folds of the
// training part, all pages of a site into the same.
func (p *page) split(address string) {
	site := p.name
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		site = strings.TrimPrefix(u.Host, "www.")
	}
	h := fnv.New32a()
	h.Write([]byte(site))
	p.validation = h.Sum32()%100 < 24
	p.fold = int(h.Sum32() / 100 % folds)
}
