package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"unscrape/output"
	"unscrape/parser"
)

// A ledgerWriter prints ledgers, for people or as JSON.
type ledgerWriter struct {
	w     io.Writer
	json  bool
	color bool
}

// A ledger is that of one article as JSON. Line numbers count from one through
// the document; offsets are bytes of the decoded document in UTF-8.
type ledger struct {
	Source     string            `json:"source"`
	Encoding   string            `json:"encoding"`
	Warnings   []ledgerWarning   `json:"warnings"`
	Blocks     []ledgerBlock     `json:"blocks"`
	Candidates []ledgerCandidate `json:"candidates,omitempty"`
}

// A ledgerCandidate is a value that a web page offers for a field.
type ledgerCandidate struct {
	Role   string `json:"role"`
	Source string `json:"source"`
	Weight int    `json:"weight"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
}

// A ledgerWarning is a doubt about the article; without a line, about all of
// it.
type ledgerWarning struct {
	Line    int    `json:"line,omitempty"`
	Code    string `json:"code"`
	Message string `json:"message"`
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

// document prints the ledgers of the articles of one document.
func (w *ledgerWriter) document(articles []*parser.Article) error {
	line := 1
	for _, a := range articles {
		l := newLedger(a, line)
		if err := w.write(l); err != nil {
			return err
		}
		for _, b := range l.Blocks {
			line += lines(b.Raw)
		}
	}
	return nil
}

// newLedger is the ledger of an article that begins at a line.
func newLedger(a *parser.Article, line int) *ledger {
	l := &ledger{Source: a.Source, Encoding: a.Encoding.Used, Blocks: make([]ledgerBlock, 0, len(a.Ledger)), Warnings: make([]ledgerWarning, 0, len(a.Warnings))}
	at := make(map[parser.Span]int) // lines of blocks
	for _, b := range a.Ledger {
		raw := ""
		if b.Span != parser.Unknown {
			raw, at[b.Span] = a.Text[b.Span.Start:b.Span.End], line
		}
		l.Blocks = append(l.Blocks, ledgerBlock{line, b.Span.Start, b.Span.End, b.Kind.String(), b.Role.String(), b.Reason.String(), b.Reason.Score, b.Text, raw})
		line += lines(raw)
	}
	for _, c := range a.Candidates {
		l.Candidates = append(l.Candidates, ledgerCandidate{c.Role.String(), c.Source, c.Weight, c.Reason, c.Text})
	}
	for _, w := range a.Warnings {
		l.Warnings = append(l.Warnings, ledgerWarning{at[w.Span], w.Code, w.Message})
	}
	return l
}

// lines is the number of line ends in the raw text of a block, which ends in
// LF, CR LF, CR CR LF or CR, as editors count them.
func lines(raw string) int {
	if n := strings.Count(raw, "\n"); n > 0 {
		return n
	}
	return strings.Count(raw, "\r")
}

func (w *ledgerWriter) write(l *ledger) error {
	var buf bytes.Buffer
	if w.json {
		e := json.NewEncoder(&buf)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(l); err != nil {
			return err
		}
	} else {
		w.text(&buf, l)
	}
	_, err := buf.WriteTo(w.w)
	return err
}

// colors of the kinds and of warnings, as ANSI SGR codes.
var colors = map[string]string{
	"field": "36", "body": "0", "repeat": "33", "boilerplate": "31", "hidden": "35", "blank": "2", "warning": "1;33",
}

// text prints a head, then a row for each block, and below it the warnings
// about it; at the end what a web page offers for its fields.
func (w *ledgerWriter) text(buf *bytes.Buffer, l *ledger) {
	fmt.Fprintf(buf, "%s: %s\n", output.Printable(l.Source), l.Encoding)
	w.warnings(buf, l, 0)
	for i, b := range l.Blocks {
		what := strings.TrimSpace(b.Kind + " " + b.Role)
		w.row(buf, b.Kind, fmt.Sprintf("%5d  %-17s %-34s %s", b.Line, what, output.Printable(b.Reason), output.Printable(strings.TrimRight(b.Text, "\r\n"))))
		if i+1 == len(l.Blocks) || l.Blocks[i+1].Line > b.Line {
			w.warnings(buf, l, b.Line)
		}
	}
	for _, c := range l.Candidates {
		what, why := "offered "+c.Role, fmt.Sprintf("%s %d, %s", c.Source, c.Weight, c.Reason)
		w.row(buf, "blank", fmt.Sprintf("       %-17s %-34s %s", what, output.Printable(why), output.Printable(c.Text)))
	}
}

func (w *ledgerWriter) warnings(buf *bytes.Buffer, l *ledger, line int) {
	for _, warning := range l.Warnings {
		if warning.Line == line {
			w.row(buf, "warning", fmt.Sprintf("       %-17s %-34s %s", "warning", warning.Code, output.Printable(warning.Message)))
		}
	}
}

func (w *ledgerWriter) row(buf *bytes.Buffer, kind, row string) {
	row = strings.TrimRight(row, " ")
	if w.color {
		row = "\x1b[" + colors[kind] + "m" + row + "\x1b[0m"
	}
	fmt.Fprintln(buf, row)
}
