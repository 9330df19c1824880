package htmlpage

import "testing"

func TestPackedHoldsColumns(t *testing.T) {
	for _, width := range []int{1, 8, 13, 246} {
		for _, n := range []int{0, 1, 8, 21} {
			rows := make([][]uint8, n)
			for i := range rows {
				rows[i] = make([]uint8, width)
				for k := range rows[i] {
					rows[i][k] = uint8(7*i + 11*k)
				}
			}
			var p packed
			p.reset(n, width)
			for e := range p.eights {
				p.fill(e, rows[8*e:min(8*e+8, n)], width)
			}
			for i := range rows {
				for k, want := range rows[i] {
					if got := uint8(p.words[k*p.eights+i/8] >> (i % 8 * 8)); got != want {
						t.Fatalf("row %d of %d, number %d of %d: %d, want %d", i, n, k, width, got, want)
					}
				}
			}
		}
	}
}
