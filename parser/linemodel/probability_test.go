package linemodel

import (
	"math"
	"testing"
)

func TestLevelsAreThoseOfTheFormula(t *testing.T) {
	table := probabilityLevels()
	for score := int32(-extreme - 9); score < extreme+9; score++ {
		if got, want := table.of(score), level(score); got != want {
			t.Fatalf("score %d has level %d, want %d", score, got, want)
		}
	}
	if a, b := table.of(math.MinInt32), table.of(math.MaxInt32); a != 0 || b != 255 {
		t.Errorf("the extremes have levels %d and %d", a, b)
	}
}
