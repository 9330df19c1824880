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

// randomColumns are numbers for rows, from odd places on.
func randomColumns(r *rand.Rand, rows, width int) *Columns {
	stride := (rows+Block-1)/Block*Block + 3
	c := &Columns{Bytes: make([]uint8, width*stride), At: make([]int32, width)}
	for i := range c.Bytes {
		c.Bytes[i] = uint8(r.Uint32())
	}
	for k := range c.At {
		c.At[k] = int32(k * stride)
	}
	return c
}

func TestBlocksAgreeWithRows(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, width := range []int{1, 8, 13, 246} {
		data, want := randomForest(r, width, 60)
		f, rest, err := ReadSymmetric(append(data, 'x'))
		if err != nil || string(rest) != "x" {
			t.Fatalf("%v, then %q", err, rest)
		}
		for _, blocks := range []int{0, 1, 2, 7} {
			c := randomColumns(r, Block*blocks, width)
			sums, use := make([][Block]int32, blocks), make([]bool, blocks)
			for i := range use {
				use[i] = i%3 != 1
			}
			f.Score(sums, c, use)
			row := make([]uint8, width)
			for i := range Block * blocks {
				for k := range row {
					row[k] = c.Bytes[int(c.At[k])+i]
				}
				if got := sums[i/Block][i%Block]; use[i/Block] && got != want(row) {
					t.Errorf("row %d of %d of width %d has %d, want %d", i, Block*blocks, width, got, want(row))
				}
			}
		}
	}
}

// TestKernelsAgree holds what this machine does against what any does.
func TestKernelsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for trees := range 40 {
		data, _ := randomForest(r, 50, trees)
		f, _, err := ReadSymmetric(data)
		if err != nil {
			t.Fatal(err)
		}
		c := randomColumns(r, Block, 50)
		var here, anywhere [Block]int32
		for i := range here {
			here[i] = int32(r.Uint32())
		}
		anywhere = here
		addTrees(&here, f.trees, c.Bytes, c.At)
		addEights(&anywhere, f.trees, c.Bytes, c.At)
		if here != anywhere {
			t.Fatalf("%d trees: %v, want %v", trees, here, anywhere)
		}
	}
}

func TestScoreRefusesShortColumns(t *testing.T) {
	data, _ := randomForest(rand.New(rand.NewPCG(9, 10)), 3, 5)
	f, _, err := ReadSymmetric(data)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a column that ends too early was read")
		}
	}()
	c := &Columns{Bytes: make([]uint8, 3*Block-1), At: []int32{0, Block, 2 * Block}}
	f.Score(make([][Block]int32, 1), c, nil)
}

func TestReadSymmetricRefusesDamage(t *testing.T) {
	data, _ := randomForest(rand.New(rand.NewPCG(3, 4)), 9, 40)
	for cut := range data {
		if _, _, err := ReadSymmetric(data[:cut]); !errors.Is(err, errSymmetric) {
			t.Fatalf("%d of %d bytes: %v", cut, len(data), err)
		}
	}
}
