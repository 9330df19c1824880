// Package timestamp reads the dates that news sites write, in their
// languages, and never invents what the text does not state.
package timestamp

import "time"

// Precision is the smallest unit that the text states.
type Precision uint8

const (
	None Precision = iota // no timestamp
	Year
	Month
	Day
	Minute
	Second
)

// ZoneKind says where the zone of a timestamp comes from.
type ZoneKind uint8

const (
	NoZone  ZoneKind = iota // the text states no zone: the time is local
	Stated                  // the text states an offset or a zone's name
	Assumed                 // Options.Assume supplied it
)

// Timestamp is a point in time as precise as the text that states it.
// The zero value means that there is none.
type Timestamp struct {
	// Time is in UTC when Zone is Stated or Assumed; otherwise it holds the
	// clock time as written, with location UTC as a placeholder. Units below
	// Precision are zero (month and day one).
	Time      time.Time
	Precision Precision
	Zone      ZoneKind
	Raw       string // the text that was read, without surrounding words
	Start     int    // offset of Raw in the string that was searched, in bytes
}

// IsZero reports whether there is no timestamp.
func (t Timestamp) IsZero() bool { return t.Precision == None }

// String is the timestamp as the record writes it: 2020-10-06T03:39:00Z when
// a zone is known, 2020-10-06T03:39:00 when none is, 2020-10-06, 2020-10 or
// 2020 when the text states no more; "" for the zero value.
func (t Timestamp) String() string { return string(t.Append(nil)) }

// Append appends what String returns to dst.
func (t Timestamp) Append(dst []byte) []byte {
	switch t.Precision {
	case None:
		return dst
	case Year:
		return t.Time.AppendFormat(dst, "2006")
	case Month:
		return t.Time.AppendFormat(dst, "2006-01")
	case Day:
		return t.Time.AppendFormat(dst, "2006-01-02")
	}
	if t.Zone == NoZone {
		return t.Time.AppendFormat(dst, "2006-01-02T15:04:05")
	}
	return t.Time.AppendFormat(dst, "2006-01-02T15:04:05Z")
}
