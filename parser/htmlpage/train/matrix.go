package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/internal/align"
)

// A table is a text file of one row a block: page, variant, gold tokens,
// validation, fold, tokens, matched tokens.
type table struct {
	*bufio.Writer
	file *os.File
}

func create(folder, name string) (*table, error) {
	f, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		return nil, err
	}
	return &table{bufio.NewWriterSize(f, 1<<20), f}, nil
}

func (t *table) close() error {
	if err := t.Flush(); err != nil {
		return err
	}
	return t.file.Close()
}

func (t *table) row(p *page, variant string, i int) {
	v := 0
	if p.validation {
		v = 1
	}
	fmt.Fprintf(t, "%s\t%s\t%d\t%d\t%d\t%d\t%d", p.name, variant, len(p.goldTokens), v, p.fold, len(p.tokens[i]), p.matched[i])
}

// writeWords writes words.tsv: the columns of a table and the class words of
// the block's path.
func writeWords(corpus, work string) error {
	t, err := create(work, "words.tsv")
	if err != nil {
		return err
	}
	none := func(*page) *htmlpage.Classes { return htmlpage.ParseClasses("") }
	err = readPages(corpus, none, func(p *page) error {
		p.matched = align.Lines(p.tokens, p.goldTokens) // most of the body will do here
		for i := range p.page.Blocks {
			if !p.counts(i) {
				continue
			}
			t.row(p, "plain", i)
			t.WriteByte('\t')
			p.page.PathWords(i, func(s string) { t.WriteString(s + " ") })
			t.WriteByte('\n')
		}
		return nil
	})
	if err != nil {
		return err
	}
	return t.close()
}

// counts reports whether a block is shown and has words.
func (p *page) counts(i int) bool {
	return p.page.Blocks[i].Flags&htmlpage.Unseen == 0 && len(p.tokens[i]) > 0
}

// variants are the ways in which each page is trained on: as it is, and as if
// its language were unknown.
var variants = []string{"plain", "foreign"}

// writeMatrix writes names.txt, rows.bin (a row of bytes for each block) and
// lines.tsv for the first forest, or for the second one, given the first one's
// probabilities in first/p.bin.
func writeMatrix(corpus, work string, second bool) error {
	weights, err := classWeights(work)
	if err != nil {
		return err
	}
	folder, names := filepath.Join(work, "first"), htmlpage.FirstNames()
	var first *bufio.Reader
	if second {
		f, err := os.Open(filepath.Join(work, "first", "p.bin"))
		if err != nil {
			return err
		}
		defer f.Close()
		first = bufio.NewReader(f)
		folder, names = filepath.Join(work, "second"), htmlpage.SecondNames()
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "names.txt"), []byte(strings.Join(names, "\n")+"\n"), 0o644); err != nil {
		return err
	}
	rows, err := create(folder, "rows.bin")
	if err != nil {
		return err
	}
	lines, err := create(folder, "lines.tsv")
	if err != nil {
		return err
	}
	err = readPages(corpus, weights, func(p *page) error {
		for _, v := range variants {
			if err := p.write(rows, lines, v, first, len(names)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := rows.close(); err != nil {
		return err
	}
	return lines.close()
}

// write writes the rows of a page. With probabilities of the first forest they
// are those of the second one, for the plausible blocks only.
func (p *page) write(rows, lines *table, variant string, first *bufio.Reader, width int) error {
	var probs []uint8
	if first != nil {
		probs = make([]uint8, len(p.page.Blocks))
		if _, err := io.ReadFull(first, probs); err != nil {
			return err
		}
	}
	m := p.page.Meta()
	matrix := p.page.Rows(m.Evidence(), probs, variant == "foreign")
	for i := range p.page.Blocks {
		if probs != nil && (probs[i] < htmlpage.Plausible || !p.counts(i)) {
			continue
		}
		rows.Write(matrix[i*width : (i+1)*width])
		lines.row(p, variant, i)
		if p.counts(i) {
			lines.WriteString("\t1\n")
		} else {
			lines.WriteString("\t0\n")
		}
	}
	return nil
}
