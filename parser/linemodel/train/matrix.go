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
// line, and how many of them belong to the gold text.
func writeMatrix(pages func(func(*page)) error, out, scores string) error {
	names := linemodel.Names()
	rowsOf := func(buf []uint8, p *page) []uint8 { return linemodel.Rows(buf, p.lines) }
	if scores != "" {
		first, err := os.ReadFile(scores)
		if err != nil {
			return err
		}
		names = linemodel.SecondNames()
		rowsOf = func(buf []uint8, p *page) []uint8 {
			own := first[:len(p.lines)]
			first = first[len(p.lines):]
			return linemodel.SecondRows(buf, p.lines, own)
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
			fmt.Fprintf(l, "%s\t%s\t%d\t%d\t%d\t%d\t%d\n", p.name, p.tool, len(p.goldTokens), p.part(), p.fold, len(p.tokens[i]), p.matched[i])
		}
	})
	return errors.Join(err, r.Flush(), l.Flush())
}
