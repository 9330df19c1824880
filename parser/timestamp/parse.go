package timestamp

import (
	"math"
	"time"
	"unicode/utf8"
)

// Order is the order in which a date of three numbers is written.
type Order uint8

const (
	NoOrder Order = iota // unknown
	DMY                  // day, month, year
	MDY                  // month, day, year
	YMD                  // year, month, day
)

// Options are what is known about a text before it is read. The zero value
// knows nothing, with which a date like 06/10/2020 is Ambiguous.
type Options struct {
	// Order decides dates of three numbers that can be read in several ways.
	// It never overrules the text: in 13/10/2020 the 13 is the day.
	Order Order

	// Assume is the zone of times that state none; nil leaves them local.
	Assume *time.Location

	// Relative is the time to which "2 hours ago" refers; with the zero time
	// such expressions are the problem RelativeTime.
	Relative time.Time

	// Language is the BCP 47 primary subtag of the text, "" when unknown. It
	// decides between the meanings of a word (Croatian listopad is October,
	// Polish listopad November), of a zone's name (IST) and of the order of
	// numbers in languages that have only one. English has two.
	Language string

	// Guess finds out the Language when that is "" and a date depends on it;
	// nil when nobody knows.
	Guess func() string

	// Epoch admits a bare number as Unix time in seconds or milliseconds. Set
	// it only behind a label.
	Epoch bool
}

// Problem says why there is no timestamp.
type Problem uint8

const (
	NoProblem    Problem = iota
	NoDate               // nothing was found that is a date, or more than a date
	Ambiguous            // the date has several readings
	Impossible           // as 31 February or 25:10
	RelativeTime         // as "2 hours ago", without Options.Relative
)

// maxWhole is the length in bytes beyond which a string is no date.
const maxWhole = 300

// maxUnknown is the number of words outside the table beyond which a string
// is no date: the names of a place and of a zone.
const maxUnknown = 6

// Parse reads s, which as a whole is a date: it may have words around it that
// belong to a date (weekday, "Updated", "at", "Uhr"), signs, a time before or
// behind it, and a zone. With a problem the Timestamp is zero but for Raw and
// Start, which tell what was in doubt.
func Parse(s string, o Options) (Timestamp, Problem) {
	if len(s) > maxWhole || !mayHoldDate(s) {
		return Timestamp{}, NoDate
	}
	var r reader
	r.set(s, o, maxUnknown)
	r.whole = true
	if r.lex(0) < len(s) {
		return Timestamp{}, NoDate
	}
	return r.only()
}

// Find reads the first date in s, which may have other words around it. Start
// and Raw of the Timestamp tell where it is; Raw covers the whole expression
// with weekday, time and zone. When no date can be read, the problem is that
// of the first one that was in doubt.
func Find(s string, o Options) (Timestamp, Problem) {
	if !mayHoldDate(s) {
		return Timestamp{}, NoDate
	}
	first, problem := Timestamp{}, NoDate
	var f finder
	f.set(s, o)
	for f.next() {
		if f.problem == NoProblem {
			return f.found, NoProblem
		}
		if problem == NoDate {
			first, problem = f.found, f.problem
		}
	}
	if problem == NoDate { // 20201006 is a date only when it is all there is
		if t, problem := Parse(s, o); problem == NoProblem && t.Precision >= Day {
			return t, NoProblem
		}
	}
	return first, problem
}

// A finder finds the dates in a string, those with a problem too. It reads
// long strings in windows that overlap.
type finder struct {
	r       reader
	i       int        // next token to try
	end     int        // offset at which the window ends
	e       expression // that was found last
	found   Timestamp
	problem Problem
}

func (f *finder) set(s string, o Options) {
	f.r.set(s, o, math.MaxInt)
	f.end = f.r.lex(0)
	f.r.strict = f.end < len(s) || f.r.budget < math.MaxInt
}

// next reads the next date. It reports false at the end.
func (f *finder) next() bool {
	for {
		last := f.end == len(f.r.s)
		for f.i < f.r.n && (last || f.i < maxTokens-contextTokens) {
			if f.r.expression(&f.e, f.i) {
				f.i = f.e.end
				f.found, f.problem = f.r.settle(&f.e)
				return true
			}
			f.i++
		}
		if last {
			return false
		}
		at := f.end
		if f.i < f.r.n {
			at = int(f.r.buf[f.i].start)
		}
		f.end, f.i = f.r.lex(at), 0
	}
}

// contextTokens is the number of tokens that an expression may have.
const contextTokens = 40

// mayHoldDate reports whether s has a digit, or 年.
func mayHoldDate(s string) bool {
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b-'0' < 10 {
			return true
		}
		if b >= 0xD9 { // no script before Arabic has digits of its own
			r, size := utf8.DecodeRuneInString(s[i:])
			if digit(r) >= 0 || r == '年' {
				return true
			}
			i += size - 1
		}
	}
	return false
}
