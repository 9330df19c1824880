package parser

import "unscrape/parser/timestamp"

// A doubt is a date that could not be read on its own.
type doubt struct {
	text    string
	problem timestamp.Problem
	role    Role
	weight  int
	block   int
}

// settleDoubts reads the ambiguous dates again in the order that another date
// of the document shows, and warns of those that remain.
func (d *draft) settleDoubts() {
	if len(d.doubts) == 0 {
		return
	}
	order := d.shownOrder()
	var days map[int64]bool
	if order == timestamp.NoOrder {
		days = d.shownDays()
	}
	for _, q := range d.doubts {
		if ts := d.settled(q, order, days); !ts.IsZero() {
			d.dates = append(d.dates, date{ts, q.role, q.weight, q.block})
			continue
		}
		if w, ok := dateWarning(q.text, q.problem, d.blocks[q.block].Span); ok {
			d.art.Warnings = append(d.art.Warnings, w)
		}
	}
}

// dateWarning is the warning of s, a date with a problem; ok is false for other problems
// than that it is ambiguous or that there is no such date.
func dateWarning(s string, problem timestamp.Problem, at Span) (w Warning, ok bool) {
	switch problem {
	case timestamp.Ambiguous:
		return Warning{"ambiguous-timestamp", "day and month cannot be told apart (--date-order decides): " + s, at}, true
	case timestamp.Impossible:
		return Warning{"impossible-timestamp", "there is no such date: " + s, at}, true
	}
	return w, false
}

// settled is the date of a doubt in an order, or else in the one in which it is
// one of days that other lines state; the zero value when neither helps.
func (d *draft) settled(q doubt, order timestamp.Order, days map[int64]bool) (ts timestamp.Timestamp) {
	if q.problem != timestamp.Ambiguous {
		return ts
	}
	o := d.when
	if o.Order = order; order != timestamp.NoOrder {
		ts, _ = timestamp.Find(q.text, o)
		return ts
	}
	o.Order = timestamp.DMY
	ts, _ = timestamp.Find(q.text, o)
	o.Order = timestamp.MDY
	other, _ := timestamp.Find(q.text, o)
	switch stated := days[unixDay(ts)]; {
	case stated == days[unixDay(other)]:
		return timestamp.Timestamp{}
	case stated:
		return ts
	}
	return other
}

// shownDays are the days that short lines of the document state beyond doubt.
func (d *draft) shownDays() map[int64]bool {
	days := map[int64]bool{}
	for _, i := range d.visible {
		if s := d.blocks[i].Text; len(s) <= maxDateLine && d.lines[i].signs&hasField != 0 && !d.lines[i].prose {
			if ts, _ := d.findDate(s); ts.Precision >= timestamp.Day {
				days[unixDay(ts)] = true
			}
		}
	}
	return days
}

func unixDay(ts timestamp.Timestamp) int64 { return ts.Time.Unix() / 86400 }

// shownOrder is the order of the document's dates in digits, when one proves
// it: one that was found, or one on a short line.
func (d *draft) shownOrder() timestamp.Order {
	var texts []string
	for _, c := range d.dates {
		texts = append(texts, c.ts.Raw)
	}
	for _, i := range d.visible {
		if s := d.blocks[i].Text; len(s) <= maxDateLine && !d.lines[i].prose {
			texts = append(texts, s)
		}
	}
	return provenOrder(texts)
}

// provenOrder is the order of day and month that texts prove; NoOrder when none does or
// two differ.
func provenOrder(texts []string) timestamp.Order {
	proven := timestamp.NoOrder
	for _, s := range texts {
		switch o := timestamp.OrderProof(s); {
		case o == timestamp.NoOrder || o == proven:
		case proven == timestamp.NoOrder:
			proven = o
		default:
			return timestamp.NoOrder
		}
	}
	return proven
}
