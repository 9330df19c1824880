// Package timestamp reads the dates that news sites write, in their
// languages, and never invents what the text does not state.
//
// Parse is for a string that is a date, as the value of a label; Find is for a
// date with other words around it; IsDateLine tells a line of a page that is
// nothing but a date. All of them return at once, without
// allocating, for text without digits.
//
// What is read: ISO 8601 and its compact forms, RFC 1123, 822 and ctime,
// server logs; the dates of more than seventy languages with names of months
// in any order and case, with and without diacritics, in the digits of any
// script; 2020年10月6日, 2020년 10월 6일, the eras of Japan, Minguo years; the
// solar Hijri calendar of Iran and Afghanistan, Buddhist years of Thailand,
// Bikram Sambat of Nepal, the Ethiopian calendar, Islamic dates with a named
// month. The words come from Unicode CLDR (see
// gen), zones from an embedded copy of the IANA database, the same on every
// machine.
//
// What is decided, and how:
//   - A date needs a year. "October 6" is none.
//   - A value has the precision of the text. Fractions of seconds are dropped;
//     "3 p.m." has minutes, as 15:00 is what people mean by it. A month of
//     another calendar is none of ours and is not read.
//   - Of three numbers, one of four digits is the year. If it comes first the
//     month is second. If it comes last, dots mean day before month; otherwise
//     the date has two readings.
//   - Readings are ruled out by the calendar (a month above 12), then by a
//     weekday beside the date, then by Options.Order, then by the languages of
//     the words around the date, then by Options.Language. English, Chinese,
//     Japanese, Korean and Filipino texts have both orders, all others put
//     the day first. What is left with two readings is Ambiguous.
//   - Three numbers of two digits are no date unless one of these speaks for a
//     reading. Years from 70 to 99 are of the last century, up to 39 of this
//     one; those between are Ambiguous.
//   - Years from 1300 to 1420 are Iran's where digits, words or the language
//     say so, and Ambiguous elsewhere; years from 2400 to 2700 are Thailand's,
//     Ambiguous where no language is known and none in another one; those from
//     2050 to 2083 are Nepal's. In Amharic a date of numbers is Ambiguous up to
//     2022. A date in numbers beside the name of a calendar of the moon is none.
//   - Names of months that mean different months in different languages
//     (listopad, lipa) follow the language, or the dot behind the day.
//   - A weekday that contradicts the date is left aside: the date is explicit.
//   - ET, PT, CET, UK, Moscow time and the like follow the season; EST, CEST
//     and BST are the offsets that they name. IST and CST follow the language,
//     and are India's and America's without. A local time that the clocks of a
//     zone show twice, or never, stays local.
//   - Ranges (6-8 October 2020), versions, prices, scores, telephone numbers
//     and parts of addresses are not read.
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

// End is the offset behind Raw in the string that was searched, in bytes.
func (t Timestamp) End() int { return t.Start + len(t.Raw) }

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
