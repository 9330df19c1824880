package parser

import (
	"strings"
	"testing"
)

// TestRecycledRoomIsEmpty parses documents in the room of longer and shorter ones.
func TestRecycledRoomIsEmpty(t *testing.T) {
	p := New(Options{})
	for _, lines := range []int{40, 3, 80, 1, 12} {
		text := []byte(strings.Repeat("The ferry was late again on Monday, and nobody at the pier knew why.\n\n", lines))
		want := New(Options{}).Parse(text, Hints{})
		got := p.Parse(text, Hints{})
		if got[0].Body != want[0].Body || len(got[0].Ledger) != len(want[0].Ledger) {
			t.Errorf("%d lines: %d blocks, want %d", lines, len(got[0].Ledger), len(want[0].Ledger))
		}
		checkLedger(t, got)
		Recycle(got)
		if got[0].Ledger != nil {
			t.Error("the ledger is there still")
		}
	}
}
