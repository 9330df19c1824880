package check

import (
	"fmt"
	"strings"
)

// Unknown is the error about a name that is none of names. It says which of
// them is near, or else lists them.
func Unknown(what, name string, names []string) error {
	if near := Nearest(name, names); near != "" {
		return fmt.Errorf("unknown %s %q: did you mean %q", what, name, near)
	}
	return fmt.Errorf("unknown %s %q: use %s", what, name, strings.Join(names, ", "))
}

// Nearest is the name that takes the fewest changed letters to s, the first of
// several; what begins with s is near. Case counts nothing. "" when none is near.
func Nearest(s string, names []string) string {
	s = strings.ToLower(s)
	best, least := "", len(s)/2+1
	for _, n := range names {
		d := distance(s, strings.ToLower(n))
		if len(s) > 2 && strings.HasPrefix(strings.ToLower(n), s) {
			d = min(d, 1)
		}
		if d < least && n != "" {
			best, least = n, d
		}
	}
	return best
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
