package htmlpage

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"
)

// randomForest is a forest on file and what it says of a row, found leaf by
// leaf.
func randomForest(r *rand.Rand, width, trees int) (data []byte, score func(row []uint8) int32) {
	type plain struct {
		questions [][2]uint8
		leaves    []int16
	}
	all := make([]plain, trees)
	header, _ := json.Marshal(forestHeader{Trees: trees, Bias: -7, Features: make([]string, width)})
	data = append(header, '\n')
	for i := range all {
		n := r.IntN(levels + 1)
		data = append(data, uint8(n))
		for range n {
			q := [2]uint8{uint8(r.IntN(width)), uint8(r.IntN(256))}
			all[i].questions = append(all[i].questions, q)
			data = append(data, q[0], q[1])
		}
		for range 1 << n {
			leaf := int16(r.IntN(1 << 16))
			all[i].leaves = append(all[i].leaves, leaf)
			data = binary.LittleEndian.AppendUint16(data, uint16(leaf))
		}
	}
	return data, func(row []uint8) int32 {
		sum := int32(-7)
		for _, t := range all {
			at := 0
			for k, q := range t.questions {
				if row[q[0]] > q[1] {
					at |= 1 << k
				}
			}
			sum += int32(t.leaves[at])
		}
		return sum
	}
}

func TestForest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, width := range []int{1, 8, 13, 246} {
		data, want := randomForest(r, width, 40)
		f, rest, err := readForest(append(data, 'x'))
		if err != nil || string(rest) != "x" {
			t.Fatalf("%v, then %q", err, rest)
		}
		for _, n := range []int{0, 1, 8, 21} {
			rows := make([][]uint8, n)
			for i := range rows {
				rows[i] = make([]uint8, width)
				for k := range rows[i] {
					rows[i][k] = uint8(r.IntN(256))
				}
			}
			var p packed
			p.reset(n, width)
			for e := range p.eights {
				p.fill(e, rows[8*e:min(8*e+8, n)], width)
			}
			sums := make([][8]int32, p.eights)
			f.score(sums, &p)
			for i, row := range rows {
				if got := sums[i/8][i%8]; got != want(row) {
					t.Errorf("row %d of %d of width %d has %d, want %d", i, n, width, got, want(row))
				}
			}
		}
		for cut := range data {
			if _, _, err := readForest(data[:cut]); !errors.Is(err, errForest) {
				t.Fatalf("%d of %d bytes: %v", cut, len(data), err)
			}
		}
	}
}
