package check

import (
	"fmt"
	"strconv"
	"strings"
)

// A Max is how many findings of a rule a run may have.
type Max struct {
	Rule    *Rule
	Count   float64
	Percent bool // Count is a share of the articles
}

// ParseMax reads RULE=N or RULE=P%.
func ParseMax(s string) (Max, error) {
	id, value, ok := strings.Cut(s, "=")
	if !ok {
		return Max{}, fmt.Errorf("%q is not of the form RULE=N or RULE=P%%", s)
	}
	r, err := Lookup(id)
	if err != nil {
		return Max{}, err
	}
	number, percent := strings.CutSuffix(value, "%")
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !isCount(n) {
		return Max{}, fmt.Errorf("%q is no number of findings and no percentage", value)
	}
	return Max{Rule: r, Count: n, Percent: percent}, nil
}

// String is the inverse of ParseMax without the rule.
func (m Max) String() string {
	s := strconv.FormatFloat(m.Count, 'f', -1, 64)
	if m.Percent {
		s += " %"
	}
	return s
}

func (m Max) exceeded(findings, articles int) bool {
	if m.Percent {
		return float64(findings)*100 > m.Count*float64(articles)
	}
	return float64(findings) > m.Count
}
