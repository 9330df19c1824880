package forest

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"
)

// thresholds are the places where the comparison of bytes changes its ways.
var thresholds = []uint8{0, 1, 126, 127, 128, 129, 253, 254, 255}

// randomForest is a forest on file and what it says of a row, found leaf by
// leaf.
func randomForest(r *rand.Rand, width, trees int) (data []byte, score func(row []uint8) int32) {
	type plain struct {
		questions [][2]uint8
		leaves    []int16
	}
	all := make([]plain, trees)
	head, _ := json.Marshal(header{Trees: trees, Bias: -7, Features: make([]string, width)})
	data = append(head, '\n')
	for i := range all {
		n := r.IntN(levels + 1)
		data = append(data, uint8(n))
		for range n {
			q := [2]uint8{uint8(r.IntN(width)), uint8(r.IntN(256))}
			if r.IntN(2) == 0 {
				q[1] = thresholds[r.IntN(len(thresholds))]
			}
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

func TestEightRowsAtOnceAgreeWithOne(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, width := range []int{1, 8, 13, 246} {
		data, want := randomForest(r, width, 60)
		f, rest, err := ReadSymmetric(append(data, 'x'))
		if err != nil || string(rest) != "x" {
			t.Fatalf("%v, then %q", err, rest)
		}
		for _, eights := range []int{0, 1, 2, 7} {
			rows := make([]uint8, 8*eights*width)
			words := make([]uint64, eights*width)
			for i := range rows {
				v := uint8(r.IntN(256))
				rows[i] = v
				row, k := i/width, i%width
				words[k*eights+row/8] |= uint64(v) << (row % 8 * 8)
			}
			sums, use := make([][8]int32, eights), make([]bool, eights)
			for i := range use {
				use[i] = i%3 != 1
			}
			f.Score(sums, words, use)
			for i := range 8 * eights {
				row := rows[i*width : (i+1)*width]
				if got := sums[i/8][i%8]; use[i/8] && got != want(row) {
					t.Errorf("row %d of %d of width %d has %d, want %d", i, 8*eights, width, got, want(row))
				}
			}
		}
	}
}

func TestReadSymmetricRefusesDamage(t *testing.T) {
	data, _ := randomForest(rand.New(rand.NewPCG(3, 4)), 9, 40)
	for cut := range data {
		if _, _, err := ReadSymmetric(data[:cut]); !errors.Is(err, errSymmetric) {
			t.Fatalf("%d of %d bytes: %v", cut, len(data), err)
		}
	}
}
