package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"unscrape/output"
	"unscrape/parser"
)

// A ledgerWriter prints ledgers.
type ledgerWriter struct {
	w     io.Writer
	json  bool
	color bool
}

// colors of the kinds, as ANSI SGR codes.
var colors = map[parser.Kind]string{
	parser.Field: "36", parser.Body: "0", parser.Repeat: "33", parser.Boilerplate: "31", parser.Hidden: "35", parser.Blank: "2",
}

func (w *ledgerWriter) article(a *parser.Article) {
	if w.json {
		w.articleJSON(a)
		return
	}
	line := 1
	for _, b := range a.Ledger {
		kind := b.Kind.String()
		if b.Role != parser.NoRole {
			kind += " " + b.Role.String()
		}
		text := output.Printable(strings.TrimRight(b.Text, "\r\n"))
		row := fmt.Sprintf("%5d  %-17s %-34s %s", line, kind, output.Printable(b.Reason.String()), text)
		row = strings.TrimRight(row, " ")
		if w.color {
			row = "\x1b[" + colors[b.Kind] + "m" + row + "\x1b[0m"
		}
		fmt.Fprintln(w.w, row)
		line += lines(source(a, b))
	}
}

// lines is the number of line ends in the source of a block, which ends in LF,
// CR LF, CR CR LF or CR, as editors count them.
func lines(source string) int {
	if n := strings.Count(source, "\n"); n > 0 {
		return n
	}
	return strings.Count(source, "\r")
}

// source is the part of the decoded text that a block stands for; "" when it
// is unknown.
func source(a *parser.Article, b parser.Block) string {
	if b.Span == parser.Unknown {
		return ""
	}
	return a.Text[b.Span.Start:b.Span.End]
}

// ledgerRecord is the ledger of one article as JSON. Line numbers count from
// one; offsets are bytes of the decoded document in UTF-8.
type ledgerRecord struct {
	Source   string        `json:"source"`
	Encoding string        `json:"encoding"`
	Blocks   []ledgerBlock `json:"blocks"`
}

type ledgerBlock struct {
	Line   int     `json:"line"`
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Kind   string  `json:"kind"`
	Role   string  `json:"role,omitempty"`
	Reason string  `json:"reason,omitempty"`
	Score  float32 `json:"score,omitempty"`
	Text   string  `json:"text"`
	Raw    string  `json:"raw"`
}

func (w *ledgerWriter) articleJSON(a *parser.Article) {
	r := ledgerRecord{Source: a.Source, Encoding: a.Encoding.Used, Blocks: make([]ledgerBlock, 0, len(a.Ledger))}
	line := 1
	for _, b := range a.Ledger {
		raw := source(a, b)
		r.Blocks = append(r.Blocks, ledgerBlock{line, b.Span.Start, b.Span.End, b.Kind.String(), b.Role.String(), b.Reason.String(), b.Reason.Score, b.Text, raw})
		line += lines(raw)
	}
	e := json.NewEncoder(w.w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	e.Encode(r) // the writer remembers its error
}
