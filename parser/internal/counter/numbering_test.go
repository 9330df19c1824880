package counter

import "testing"

func TestNumberingTellsHashesApart(t *testing.T) {
	var n Numbering
	for range 2 { // the second time in the same table
		n.Reset(4)
		for i, want := range []int32{0, 1, 0, 2, 1, 3} {
			h := []uint32{7, 0, 7, 7 + 1<<16, 0, 15}[i] // 0, and some that ask for the same place
			if got := n.Of(h); got != want {
				t.Errorf("number %d of hash %d, want %d", got, h, want)
			}
		}
		if n.Len() != 4 {
			t.Errorf("%d different hashes, want 4", n.Len())
		}
	}
}
