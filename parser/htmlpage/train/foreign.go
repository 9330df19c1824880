package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/internal/compose"
	"unscrape/parser/internal/forest"
)

// foreign has what pages in other languages than English are made of, and the
// forests that have not seen a fold.
type foreign struct {
	lexicon, cases, rules string

	weights   func(*page) *htmlpage.Classes
	first     [folds + 1]*forest.Symmetric
	second    [folds + 1]*forest.Forest
	disguises []*compose.Disguise
	rows, raw *table
	lines     *table
}

// write writes names.txt, rows.bin, lines.tsv and raw.bin (of four bytes a row,
// what the second forest says in 4096ths of log-odds) of pages of the corpus in
// disguise and of composed ones.
func (f *foreign) write(corpus, work string) error {
	if err := f.open(work); err != nil {
		return err
	}
	err := readPages(corpus, f.weights, func(p *page) error {
		for k, d := range f.disguisesOf(p) {
			if q := p.disguised(d, f.weights); q != nil {
				f.page(q, fmt.Sprint("disguised ", k))
			}
		}
		return nil
	})
	if err == nil {
		err = errors.Join(readCases(filepath.Join(f.cases, "html"), f.weights, f.page), composePages(filepath.Join(f.cases, "cases"), f.rules, f.weights, f.page))
	}
	return errors.Join(err, f.rows.close(), f.raw.close(), f.lines.close())
}

// open reads the forests and makes the files.
func (f *foreign) open(work string) (err error) {
	if f.weights, err = classWeights(work); err != nil {
		return err
	}
	if f.disguises, err = compose.Disguises(f.lexicon); err != nil {
		return err
	}
	f.disguises = slices.DeleteFunc(f.disguises, func(d *compose.Disguise) bool { return d.Language == "th" }) // as the model is not asked about it
	for k := range f.first {
		name := fmt.Sprintf("forest-%d.bin", k)
		if k == folds {
			name = "forest.bin"
		}
		one, err1 := os.ReadFile(filepath.Join(work, "first", name))
		two, err2 := os.ReadFile(filepath.Join(work, "second", name))
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if f.first[k], _, err = forest.ReadSymmetric(one); err != nil {
			return err
		}
		if f.second[k], _, err = forest.ReadForest(two); err != nil {
			return err
		}
	}
	return f.create(filepath.Join(work, "foreign"))
}

func (f *foreign) create(folder string) (err error) {
	if err = os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err = os.WriteFile(filepath.Join(folder, "names.txt"), []byte(strings.Join(htmlpage.SecondNames(), "\n")+"\n"), 0o644); err != nil {
		return err
	}
	if f.rows, err = create(folder, "rows.bin"); err != nil {
		return err
	}
	if f.raw, err = create(folder, "raw.bin"); err != nil {
		return err
	}
	f.lines, err = create(folder, "lines.tsv")
	return err
}

// disguisesOf are the languages that a page is disguised in.
func (f *foreign) disguisesOf(p *page) []*compose.Disguise {
	at, n := int(compose.Seed(p.name)%1024), len(f.disguises)
	return []*compose.Disguise{f.disguises[at%n], f.disguises[(at+4)%n]}
}

// page writes the rows of the plausible blocks of a page.
func (f *foreign) page(p *page, variant string) {
	k := p.fold
	if p.validation {
		k = folds
	}
	m := p.page.Meta()
	said := p.page.Say(m.Evidence(), f.first[k], f.second[k])
	for i := range p.page.Blocks {
		if said.First[i] < htmlpage.Plausible || !p.counts(i) {
			continue
		}
		f.rows.Write(said.Row(i))
		binary.Write(f.raw, binary.LittleEndian, said.Second[i])
		f.lines.row(p, variant, i)
		f.lines.WriteString("\t1\n")
	}
}
