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

// randomColumns are numbers for rows.
func randomColumns(r *rand.Rand, rows, width int) *Columns {
	c := new(Columns)
	c.Reset(rows, width)
	for i := range c.bytes {
		c.bytes[i] = uint8(r.Uint32())
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
		for _, rows := range []int{0, 1, 32, 33, 220} {
			c := randomColumns(r, rows, width)
			for k := 3; k < width; k += 5 {
				c.SetNeighbour(k, k-1, k%(2*Margin)-Margin)
			}
			blocks := Blocks(rows)
			sums, use := make([][Block]int32, blocks), make([]bool, blocks)
			for i := range use {
				use[i] = i%3 != 1
			}
			f.Score(sums, c, use)
			row := make([]uint8, width)
			for i := range rows {
				c.Row(row, i)
				if got := sums[i/Block][i%Block]; use[i/Block] && got != want(row) {
					t.Errorf("row %d of %d of width %d has %d, want %d", i, rows, width, got, want(row))
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
		f.addTrees(&here, c.bytes, c.at)
		f.addEights(&anywhere, c.bytes, c.at)
		if here != anywhere {
			t.Fatalf("%d trees: %v, want %v", trees, here, anywhere)
		}
	}
}

func TestScoreRefusesWhatTheKernelWouldNotNotice(t *testing.T) {
	data, _ := randomForest(rand.New(rand.NewPCG(9, 10)), 3, 5)
	f, _, err := ReadSymmetric(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ rows, features, sums int }{{40, 2, 2}, {40, 3, 1}} {
		var columns Columns
		columns.Reset(c.rows, c.features)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v: no panic", c)
				}
			}()
			f.Score(make([][Block]int32, c.sums), &columns, nil)
		}()
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
