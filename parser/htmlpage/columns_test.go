package htmlpage

import "testing"

func TestRowsBecomeColumns(t *testing.T) {
	for _, width := range []int{1, 8, 13, 246} {
		for _, n := range []int{0, 1, 8, 21} {
			rows := make([][]uint8, n)
			for i := range rows {
				rows[i] = make([]uint8, width)
				for k := range rows[i] {
					rows[i][k] = uint8(7*i + 11*k)
				}
			}
			var c columns
			c.reset(n, width)
			for from := 0; from < n; from += 8 {
				c.fill(from, rows[from:min(from+8, n)])
			}
			for i := range rows {
				for k, want := range rows[i] {
					if got := c.Bytes[int(c.At[k])+i]; got != want {
						t.Fatalf("row %d of %d, number %d of %d: %d, want %d", i, n, k, width, got, want)
					}
				}
			}
		}
	}
}
