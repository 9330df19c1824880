package linemodel

import (
	"math/rand/v2"
	"testing"
)

func TestMeansAreRoundedDown(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const n = 90
	var values, got [2][]uint8
	for k := range values {
		values[k], got[k] = make([]uint8, n), make([]uint8, n)
		for i := range n {
			values[k][i] = uint8(r.Uint32())
			if i > 40+20*k {
				values[k][i] = 255
			}
		}
	}
	sums := make([]uint64, n+1)
	sumPairs(sums, values[0], values[1])
	for _, reach := range reaches {
		means(got[0], got[1], sums, reach[0], reach[1]+1)
		for k := range values {
			for i := range n {
				sum := 0
				for j := max(0, i+reach[0]); j <= min(i+reach[1], n-1); j++ {
					sum += int(values[k][j])
				}
				if want := sum / (reach[1] - reach[0] + 1); int(got[k][i]) != want {
					t.Fatalf("line %d of column %d, reach %v: %d, want %d", i, k, reach, got[k][i], want)
				}
			}
		}
	}
}
