package linemodel

import "testing"

func TestRampsHoldTheirFunctionByLine(t *testing.T) {
	var r ramp
	for _, n := range []int{3, 40, 7} { // the last one in what was made for more
		r.extend(n, signed)
		for _, at := range []int{-1, 0, n / 2, n} {
			for i := range n {
				if got, want := int(r.from(int32(at))[i]), signed(int32(i-at)); got != want {
					t.Fatalf("line %d of %d is %d behind line %d, want %d", i, n, got, at, want)
				}
				if got, want := int(r.to(int32(at))[i]), signed(int32(at-i)); got != want {
					t.Fatalf("line %d of %d is %d before line %d, want %d", i, n, got, at, want)
				}
			}
		}
	}
}
