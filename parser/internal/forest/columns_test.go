package forest

import (
	"slices"
	"testing"
)

func TestColumnsOfNeighbours(t *testing.T) {
	var c Columns
	for _, n := range []int{0, 1, 2, 8, 13, 32, 33} {
		c.Reset(n, 5)
		for i := range c.Of(1) {
			c.Of(1)[i] = uint8(10 + i)
		}
		for k, by := range []int{2, 0, -Margin, Margin, -1} {
			if k != 1 {
				c.SetNeighbour(k, 1, by)
			}
			row := make([]uint8, 5)
			for i := range n {
				want := uint8(255)
				if j := i + by; j >= 0 && j < n {
					want = uint8(10 + j)
				}
				if c.Row(row, i); row[k] != want {
					t.Errorf("row %d of %d, the one by %d further down: %d, want %d", i, n, by, row[k], want)
				}
			}
		}
	}
}

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
			var c Columns
			c.Reset(n, width)
			for from := 0; from < n; from += 8 {
				c.SetRows(from, rows[from:min(from+8, n)])
			}
			row := make([]uint8, width)
			for i, want := range rows {
				if c.Row(row, i); !slices.Equal(row, want) {
					t.Fatalf("row %d of %d: %v, want %v", i, n, row, want)
				}
			}
		}
	}
}
