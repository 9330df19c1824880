package linemodel

import (
	"math/rand/v2"
	"testing"
)

func TestMeansAreRoundedDown(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const n = 90
	sums, values := make([]uint32, n+1), make([]uint8, n)
	for i := range values {
		values[i] = uint8(r.Uint32())
		if i > 40 {
			values[i] = 255
		}
		sums[i+1] = sums[i] + uint32(values[i])
	}
	for _, reach := range reaches {
		got := make([]uint8, n)
		means(got, sums, reach[0], reach[1]+1)
		for i := range got {
			sum := 0
			for j := i + reach[0]; j <= i+reach[1]; j++ {
				if j >= 0 && j < n {
					sum += int(values[j])
				}
			}
			if want := sum / (reach[1] - reach[0] + 1); int(got[i]) != want {
				t.Fatalf("line %d, reach %v: %d, want %d", i, reach, got[i], want)
			}
		}
	}
}
