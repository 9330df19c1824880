package forest

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
)

// threeLeaves is a forest of the same tree n times: above 10 in the first
// feature it gives 300; else above 200 in the second 20, else -1.
func threeLeaves(n int) []byte {
	head, _ := json.Marshal(header{Trees: n, Bias: 7, Features: []string{"size", "place"}})
	out := append(head, '\n')
	for range n {
		out = append(out, 3,
			0, 10, 1, leafBit+2,
			1, 200, leafBit, leafBit+1,
			0xFF, 0xFF, 20, 0, 300&0xFF, 300>>8)
	}
	return out
}

func TestForest(t *testing.T) {
	f, rest, err := ReadForest(append(threeLeaves(40), "rest"...))
	if err != nil || string(rest) != "rest" {
		t.Fatalf("%v, then %q", err, rest)
	}
	for _, c := range []struct {
		size, place uint8
		leaf        int32
	}{{10, 200, -1}, {10, 201, 20}, {11, 201, 300}, {255, 0, 300}, {0, 255, 20}, {0, 0, -1}} {
		if got, want := f.ScoreUntil([]uint8{c.size, c.place}, math.MaxInt32), 7+40*c.leaf; got != want {
			t.Errorf("%v: %d, want %d", c, got, want)
		}
	}
	if got := f.ScoreUntil([]uint8{255, 0}, 1000); got != 7+16*300 {
		t.Errorf("beyond the bound after 16 of 40 trees: %d", got)
	}
}

func TestReadForestRefusesDamage(t *testing.T) {
	data := threeLeaves(3)
	for cut := range data {
		if _, _, err := ReadForest(data[:cut]); !errors.Is(err, errForest) {
			t.Fatalf("%d of %d bytes: %v", cut, len(data), err)
		}
	}
}
