package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"unscrape/parser/linemodel"
)

// writeMatrix writes to a folder names.txt, the names of the features;
// rows.bin, a row of bytes for each line; and lines.tsv: page, tool, tokens
// of the page's gold text, 1 for the validation part, fold, tokens of the
// line, how many of them belong to the gold text, and 1 for the headline, 0
// for other lines that may be, -1 for the rest.
func writeMatrix(pages func(func(*page)) error, out, scores, weights string) error {
	w, err := readWeights(weights)
	if err != nil {
		return err
	}
	var candidate []bool
	names := linemodel.Names()
	rowsOf := func(buf []uint8, p *page) []uint8 { return linemodel.Rows(buf, p.lines, w.of(p)) }
	if scores != "" {
		first, err := os.ReadFile(scores)
		if err != nil {
			return err
		}
		names = linemodel.SecondNames()
		rowsOf = func(buf []uint8, p *page) []uint8 {
			own := first[:len(p.lines)]
			first = first[len(p.lines):]
			candidate = linemodel.TitleCandidates(p.lines, w.of(p), own)
			return linemodel.SecondRows(buf, p.lines, w.of(p), own)
		}
	}
	if err := os.WriteFile(filepath.Join(out, "names.txt"), []byte(strings.Join(names, "\n")+"\n"), 0o644); err != nil {
		return err
	}
	rows, err := os.Create(filepath.Join(out, "rows.bin"))
	if err != nil {
		return err
	}
	defer rows.Close()
	lines, err := os.Create(filepath.Join(out, "lines.tsv"))
	if err != nil {
		return err
	}
	defer lines.Close()
	r, l := bufio.NewWriterSize(rows, 1<<20), bufio.NewWriter(lines)
	var buf []uint8
	err = pages(func(p *page) {
		buf = rowsOf(buf, p)
		r.Write(buf)
		for i := range p.lines {
			fmt.Fprintf(l, "%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\n", p.name, p.tool, len(p.goldTokens), p.part(), p.fold, len(p.tokens[i]), p.matched[i], p.title(i, candidate))
		}
	})
	return errors.Join(err, r.Flush(), l.Flush())
}

// writeWords writes what the weights of words are learnt from: for each line
// of the lynx dumps, but those far from the body, its page, part, fold, 1 for body,
// its words, and the hashes of its words and pairs of words.
func writeWords(pages func(func(*page)) error, out string) error {
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	var hashes []uint32
	err = pages(func(p *page) {
		if p.tool != "lynx" {
			return
		}
		from, to := p.reach()
		for i, l := range p.lines {
			if n := len(p.tokens[i]); n == 0 || n < 6 && (i < from-15 || i > to+60) {
				continue
			}
			label := 0
			if p.body(i) {
				label = 1
			}
			hashes = linemodel.WordHashes(hashes[:0], l.Text)
			fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t", p.name, p.part(), p.fold, label, len(hashes)/2)
			for _, h := range hashes {
				fmt.Fprintf(w, "%d ", h)
			}
			w.WriteByte('\n')
		}
	})
	return errors.Join(err, w.Flush())
}

// reach is the range of lines from the first of the body to the last.
func (p *page) reach() (from, to int) {
	from = len(p.lines)
	for i := range p.lines {
		if p.body(i) {
			from, to = min(from, i), i
		}
	}
	return from, to
}

// weights are the word weights for each fold, learnt from the others, and at
// last those for the validation part, learnt from all of them.
type weights []*linemodel.Words

func readWeights(prefix string) (weights, error) {
	if prefix == "" {
		return nil, nil
	}
	var all weights
	for _, name := range []string{"0", "1", "2", "3", "4", "all"} {
		data, err := os.ReadFile(prefix + name)
		if err != nil {
			return nil, err
		}
		w, _, err := linemodel.ReadWords(data)
		if err != nil {
			return nil, err
		}
		all = append(all, w)
	}
	return all, nil
}

func (w weights) of(p *page) *linemodel.Words {
	switch {
	case w == nil:
		return nil
	case p.validation || p.gold.Body == "":
		return w[len(w)-1]
	}
	return w[p.fold]
}
