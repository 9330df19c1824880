package forest

import (
	"cmp"
	"math"
	"slices"
)

// A Weight is how much a feature moved a score, in log-odds.
type Weight struct {
	Name  string
	Value uint8
	Delta float32
}

// weigh lists what moved a score, given in 4096ths by feature, what moved it
// most first.
func weigh(names []string, row []uint8, deltas []float32) []Weight {
	var out []Weight
	for i, d := range deltas {
		if d != 0 {
			out = append(out, Weight{names[i], row[i], d / One})
		}
	}
	slices.SortStableFunc(out, func(a, b Weight) int {
		return cmp.Compare(math.Abs(float64(b.Delta)), math.Abs(float64(a.Delta)))
	})
	return out
}
