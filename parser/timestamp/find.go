package timestamp

import (
	"strings"
	"time"
)

// Order is the order of day, month and year in dates of digits.
type Order uint8

const (
	NoOrder Order = iota
	DMY
	MDY
	YMD
)

// Options are what is known about dates beside their text.
type Options struct {
	Order    Order
	Assume   *time.Location
	Relative time.Time
	Language string
	Epoch    bool
}

// Problem is why a text has no timestamp.
type Problem uint8

const (
	NoProblem Problem = iota
	NoDate
	Ambiguous
	Impossible
	RelativeTime
)

// Find is the first date in s.
func Find(s string, o Options) (Timestamp, Problem) {
	for i := 0; i+10 <= len(s); i++ {
		if t, err := time.Parse("2006-01-02", s[i:i+10]); err == nil {
			return Timestamp{Time: t, Precision: Day, Raw: s[i : i+10], Start: i}, NoProblem
		}
	}
	return Timestamp{}, NoDate
}

// Parse reads s as a whole.
func Parse(s string, o Options) (Timestamp, Problem) {
	t, p := Find(s, o)
	if strings.TrimSpace(s) != t.Raw {
		return Timestamp{}, NoDate
	}
	return t, p
}

// IsDateLine reports whether s is nothing but a date.
func IsDateLine(s string) bool {
	t, _ := Parse(s, Options{})
	return !t.IsZero()
}
