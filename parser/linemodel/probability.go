package linemodel

import (
	"math"
	"sort"
	"sync"

	"unscrape/parser/internal/forest"
)

// levels are the probabilities in 255ths by log-odds in fixed point, so that no
// line takes an exponential.
type levels struct {
	least [256]int32                  // by probability: the lowest score that has it
	start [2 * extreme / stride]uint8 // the probability of each stride-th score from -extreme on
}

const (
	extreme = 8 * forest.One // scores beyond it are as sure as can be told
	stride  = forest.One / 16
)

var probabilityLevels = sync.OnceValue(func() *levels {
	t := new(levels)
	for p := range t.least {
		t.least[p] = int32(sort.Search(2*extreme, func(i int) bool { return level(int32(i-extreme)) >= uint8(p) }) - extreme)
	}
	for i := range t.start {
		t.start[i] = level(int32(i*stride - extreme))
	}
	return t
})

// of is level by the table.
func (t *levels) of(score int32) uint8 {
	score = max(-extreme, min(score, extreme-1))
	p := t.start[(score+extreme)/stride]
	for p < 255 && score >= t.least[p+1] {
		p++
	}
	return p
}

// level is the probability of a score in 255ths.
func level(score int32) uint8 {
	return uint8(math.Round(255 * float64(probability(score))))
}

// probability turns log-odds in fixed point into a probability.
func probability(score int32) float32 {
	return float32(1 / (1 + math.Exp(-float64(score)/forest.One)))
}
