package timestamp

import (
	"iter"
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

var problemNames = [...]string{"", "no date", "ambiguous date", "impossible date", "relative time"}

// String is the problem in words; "" for NoProblem.
func (p Problem) String() string { return problemNames[p] }

// maxWhole is the length in bytes beyond which a string is no date.
const maxWhole = 300

// Parse reads s, which as a whole is a date: it may have words around it that
// belong to a date (weekday, "Updated", "at", "Uhr"), signs, a time before or
// behind it, and a zone. With a problem the Timestamp is zero but for Raw and
// Start, which tell what was in doubt.
func Parse(s string, o Options) (Timestamp, Problem) {
	if len(s) > maxWhole || !mayHoldDate(s) {
		return Timestamp{}, NoDate
	}
	var buf [maxTokens]token
	toks, end := lex(buf[:0], s, 0)
	if end < len(s) {
		return Timestamp{}, NoDate
	}
	r := reader{s: s, toks: toks, opt: &o, lang: languageIndex(o.Language), whole: true}
	return r.only()
}

// Find reads the first date in s, which may have other words around it. Start
// and Raw of the Timestamp tell where it is; Raw covers the whole expression
// with weekday, time and zone. When no date can be read, the problem is that
// of the first one that was in doubt.
func Find(s string, o Options) (Timestamp, Problem) {
	first := Timestamp{}
	problem := NoDate
	for t, p := range scan(s, &o) {
		if p == NoProblem {
			return t, p
		}
		if problem == NoDate {
			first, problem = t, p
		}
	}
	if problem == NoDate && o.Epoch {
		return Parse(s, o)
	}
	return first, problem
}

// FindAll appends the dates in s to dst, in their order. Dates with a problem
// are left out.
func FindAll(dst []Timestamp, s string, o Options) []Timestamp {
	for t, p := range scan(s, &o) {
		if p == NoProblem {
			dst = append(dst, t)
		}
	}
	return dst
}

// scan yields the dates in s, those with a problem too.
func scan(s string, o *Options) iter.Seq2[Timestamp, Problem] {
	return func(yield func(Timestamp, Problem) bool) {
		if !mayHoldDate(s) {
			return
		}
		var buf [maxTokens]token
		r := reader{s: s, opt: o, lang: languageIndex(o.Language)}
		for at := 0; at < len(s); {
			toks, end := lex(buf[:0], s, at)
			r.toks = toks
			last := end == len(s)
			i := 0
			for i < len(toks) && (last || i < maxTokens-contextTokens) {
				e, ok := r.expression(i)
				if !ok {
					i++
					continue
				}
				if !yield(r.settle(&e)) {
					return
				}
				i = e.end
			}
			if last {
				return
			}
			at = int(toks[i].start)
		}
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
