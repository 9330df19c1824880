package parser

import (
	"time"

	"unscrape/parser/timestamp"
)

// A moment is a candidate for the time of publication or of the last change.
type moment struct {
	ts     timestamp.Timestamp
	role   Role // Date or ModifiedDate
	source string
	weight int
	block  int  // where it is shown, -1 when it is not
	told   bool // a label or the name of its source tells the role
	total  int  // weight with what the others add
}

// chooseDate weighs the times that the page states. Those of the same day
// speak for one another; among them the most exact is taken.
func (d *page) chooseDate() {
	found, doubts := d.moments()
	d.art.Timestamp = d.chooseMoment(found, Date)
	d.art.Modified = d.chooseMoment(found, ModifiedDate)
	if d.art.Timestamp.IsZero() {
		d.art.Warnings = append(d.art.Warnings, doubts...)
	}
	if d.art.Timestamp.IsZero() && !d.art.Modified.IsZero() {
		d.art.Timestamp = d.art.Modified
		d.art.Warnings = append(d.art.Warnings, Warning{"timestamp-of-update", "the page states the time of an update only", Unknown})
	}
}

// chooseMoment chooses among the times found for a role and says why.
func (d *page) chooseMoment(found []moment, role Role) timestamp.Timestamp {
	var of []moment
	for _, m := range found {
		if m.role == role {
			of = append(of, m)
		}
	}
	if len(of) == 0 {
		return timestamp.Timestamp{}
	}
	best := mostExact(of, heaviest(of))
	for i := range of {
		m, why := &of[i], weighsLess
		switch {
		case i == best:
			why = chosen
		case sameDay(m.ts, of[best].ts):
			why = lessExact
			if m.ts.Precision == of[best].ts.Precision && m.ts.Time.Equal(of[best].ts.Time) {
				why = sameValue
			}
		}
		d.offer(role, m.ts.Raw, m.source, m.total, why)
	}
	d.dateFields(of, &of[best])
	return of[best].ts
}

// dateFields notes the winner in the ledger, and where the page shows its day.
func (d *page) dateFields(found []moment, m *moment) {
	shown := false
	for _, f := range found {
		if f.block < 0 || f.weight <= 1 || !sameDay(f.ts, m.ts) {
			continue
		}
		if k := &d.marks[f.block]; k.kind == Boilerplate || k.kind == Field && k.role == Date {
			d.set(f.block, Field, m.role, "date", f.source)
			shown = shown || f.block == m.block
		}
	}
	if !shown {
		d.field(m.role, m.ts.Raw, "date", m.source)
	}
}

// heaviest weighs the times of a role and returns the index of the one that
// weighs most.
func heaviest(of []moment) int {
	best := 0
	for i := range of {
		m := &of[i]
		m.total = m.weight*4 + int(m.ts.Precision)
		for k := range of {
			if k != i && sameDay(m.ts, of[k].ts) {
				m.total += of[k].weight
			}
		}
		if m.total > of[best].total {
			best = i
		}
	}
	return best
}

// mostExact is the index of the most exact of the times of the same day as
// that at index best.
func mostExact(of []moment, best int) int {
	for i := range of {
		if m, b := &of[i], &of[best]; sameDay(m.ts, b.ts) && (m.weight >= 6 || m.told && m.weight >= 5) && statesMore(m.ts, b.ts) {
			best = i
		}
	}
	return best
}

// statesMore reports whether a time is more exact than another one of its day:
// by its zone, if both may be the same moment, or else by its smallest unit.
func statesMore(a, b timestamp.Timestamp) bool {
	zoned := a.Zone != timestamp.NoZone && b.Zone == timestamp.NoZone
	return zoned && sameMoment(a, b) || a.Precision > b.Precision || a.Precision == b.Precision && zoned
}

// sameMoment reports whether a time in UTC and a clock time without a zone may
// be one: they are some quarters of an hour apart.
func sameMoment(utc, local timestamp.Timestamp) bool {
	if local.Precision < timestamp.Minute {
		return true
	}
	diff := utc.Time.Truncate(time.Minute).Sub(local.Time.Truncate(time.Minute)).Abs()
	return diff%(15*time.Minute) == 0 && diff <= 14*time.Hour
}

// sameDay reports whether two times may be of the same day where they were
// written: a zone may put one of them a day off.
func sameDay(a, b timestamp.Timestamp) bool {
	if a.Precision < timestamp.Day || b.Precision < timestamp.Day {
		return false
	}
	switch diff := a.Time.Sub(b.Time).Abs(); {
	case diff >= 24*time.Hour:
		return false
	case a.Precision == timestamp.Day && b.Precision == timestamp.Day:
		return diff < time.Hour
	case diff < 14*time.Hour:
		return true
	}
	return a.Time.YearDay() == b.Time.YearDay()
}
