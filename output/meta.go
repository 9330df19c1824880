package output

import (
	"slices"
	"strconv"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

// metadata writes _meta: how the article was read, each part on one line.
func (w *writer) metadata(a *parser.Article) {
	w.next(&w.record)
	w.open(&w.meta)
	w.member(&w.meta, "encoding")
	w.encoding(a.Encoding)
	w.member(&w.meta, "timestamp")
	w.reading(a.Timestamp)
	if !a.Modified.IsZero() {
		w.member(&w.meta, "modified")
		w.reading(a.Modified)
	}
	if a.Captured != "" {
		w.member(&w.meta, "captured")
		w.string(a.Captured)
	}
	w.member(&w.meta, "blocks")
	w.blocks(a.Ledger)
	w.member(&w.meta, "rules")
	w.rules(a.Ledger)
	w.member(&w.meta, "warnings")
	w.warnings(a.Warnings)
	w.close(&w.meta)
}

func (w *writer) int(n int) { w.dst = strconv.AppendInt(w.dst, int64(n), 10) }

func (w *writer) encoding(e parser.Encoding) {
	w.open(&w.flow)
	w.member(&w.flow, "declared")
	w.stringOrNull(e.Declared)
	w.member(&w.flow, "detected")
	w.stringOrNull(e.Detected)
	w.member(&w.flow, "used")
	w.stringOrNull(e.Used)
	w.member(&w.flow, "replaced")
	w.int(e.Replaced)
	w.close(&w.flow)
}

var (
	precisionNames = [...]string{"none", "year", "month", "day", "minute", "second"}
	zoneNames      = [...]string{"none", "stated", "assumed"}
)

// reading writes what text a timestamp was read from and how far it went.
func (w *writer) reading(t timestamp.Timestamp) {
	if t.IsZero() {
		w.null()
		return
	}
	w.open(&w.flow)
	w.member(&w.flow, "raw")
	w.string(t.Raw)
	w.member(&w.flow, "precision")
	w.string(precisionNames[t.Precision])
	w.member(&w.flow, "zone")
	w.string(zoneNames[t.Zone])
	w.close(&w.flow)
}

func (w *writer) blocks(ledger []parser.Block) {
	var counts [parser.Hidden + 1]int
	for i := range ledger {
		counts[ledger[i].Kind]++
	}
	w.open(&w.flow)
	for kind, n := range counts {
		w.member(&w.flow, parser.Kind(kind).String())
		w.int(n)
	}
	w.close(&w.flow)
}

// rules writes how often each rule decided, by id.
func (w *writer) rules(ledger []parser.Block) {
	var ids []string
	for i := range ledger {
		if r := ledger[i].Reason; r.Why == parser.WhyRule {
			ids = append(ids, r.Detail)
		}
	}
	slices.Sort(ids)
	w.open(&w.flow)
	for len(ids) > 0 {
		id, n := ids[0], 1
		for n < len(ids) && ids[n] == id {
			n++
		}
		w.next(&w.flow)
		w.key(id)
		w.int(n)
		ids = ids[n:]
	}
	w.close(&w.flow)
}

func (w *writer) warnings(list []parser.Warning) {
	w.dst = append(w.dst, '[')
	for i, warning := range list {
		if i > 0 {
			w.dst = append(w.dst, w.flow.next...)
		}
		w.open(&w.flow)
		w.member(&w.flow, "code")
		w.string(warning.Code)
		w.member(&w.flow, "message")
		w.string(warning.Message)
		if warning.Span != parser.Unknown {
			w.member(&w.flow, "span")
			w.span(warning.Span)
		}
		w.close(&w.flow)
	}
	w.dst = append(w.dst, ']')
}

func (w *writer) span(s parser.Span) {
	w.open(&w.flow)
	w.member(&w.flow, "start")
	w.int(s.Start)
	w.member(&w.flow, "end")
	w.int(s.End)
	w.close(&w.flow)
}
