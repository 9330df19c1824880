package linemodel

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func itself(k int) int { return k }

// randomForest is a forest of trees of one leaf to the most, narrow and deep,
// with thresholds at all the places where the comparison of bytes changes its
// ways.
func randomForest(t *testing.T, r *rand.Rand, features, most int) *Forest {
	thresholds := []uint8{0, 1, 126, 127, 128, 129, 253, 254, 255}
	names := make([]string, features)
	for k := range names {
		names[k] = fmt.Sprint("f", k)
	}
	var trees []byte
	const n = 80
	for i := range n {
		leaves := 1 + i%most
		nodes := make([][4]byte, leaves-1)
		open := []*byte{} // children that lead nowhere yet
		for k := range nodes {
			nodes[k] = [4]byte{byte(r.IntN(features)), uint8(r.Uint32())}
			if r.IntN(2) == 0 {
				nodes[k][1] = thresholds[r.IntN(len(thresholds))]
			}
			if k > 0 {
				at := r.IntN(len(open))
				*open[at] = byte(k)
				open = slices.Delete(open, at, at+1)
			}
			open = append(open, &nodes[k][2], &nodes[k][3])
		}
		for k, child := range open {
			*child = byte(leafBit + k)
		}
		trees = append(trees, byte(leaves))
		for _, node := range nodes {
			trees = append(trees, node[:]...)
		}
		for range leaves {
			trees = binary.LittleEndian.AppendUint16(trees, uint16(r.Uint32()))
		}
	}
	header, err := json.Marshal(forestHeader{Trees: n, Bias: -77, Features: names})
	if err != nil {
		t.Fatal(err)
	}
	f, rest, err := ReadForest(slices.Concat(header, []byte("\n"), trees))
	if err != nil || len(rest) > 0 {
		t.Fatal(err, len(rest))
	}
	return f
}

func TestEightLinesAtOnceAgreeWithOne(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const features = 9
	f := randomForest(t, r, features, maxLeaves)
	s, err := slice(f, itself)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 7, 8, 9, 40, 101} {
		var c columns
		c.reset(n, features)
		for k := range features {
			for i := range c.of(k) {
				c.of(k)[i] = uint8(r.Uint32())
			}
			c.pack(k, k, 0)
		}
		sums, use := make([][8]int32, c.eights), make([]bool, c.eights)
		for i := range use {
			use[i] = i%3 != 1
		}
		s.score(sums, &c, use)
		row := make([]uint8, features)
		for i := range n {
			c.row(row, i, itself)
			if got, want := sums[i/8][i%8], f.Score(row); use[i/8] && got != want {
				t.Fatalf("line %d of %d: %d, want %d", i, n, got, want)
			}
		}
	}
}

func TestSliceRefusesManyLeaves(t *testing.T) {
	f := randomForest(t, rand.New(rand.NewPCG(5, 6)), 9, maxLeaves+1)
	if _, err := slice(f, itself); err == nil {
		t.Error("a tree of more leaves than a set has room for")
	}
}

func TestColumnsOfNeighbours(t *testing.T) {
	for _, n := range []int{1, 2, 8, 13} {
		var c columns
		c.reset(n, 5)
		for i := range c.of(1) {
			c.of(1)[i] = uint8(10 + i)
		}
		for k, shift := range []int{0, 0, -2, 2, -1} {
			if k == 1 {
				continue
			}
			c.pack(k, 1, shift)
			row := make([]uint8, 5)
			for i := range n {
				want := uint8(255)
				if j := i + shift; j >= 0 && j < n {
					want = uint8(10 + j)
				}
				if c.row(row, i, itself); row[k] != want {
					t.Errorf("line %d of %d shifted by %d: %d, want %d", i, n, shift, row[k], want)
				}
			}
		}
	}
}

func TestMeansAreRoundedDown(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const n = 90
	sums, values := make([]uint32, n+1), make([]uint8, n)
	for i := range values {
		values[i] = uint8(r.Uint32())
		if i > 40 {
			values[i] = 255
		}
		sums[i+1] = sums[i] + uint32(values[i])
	}
	for _, reach := range reaches {
		got := make([]uint8, n)
		means(got, sums, reach[0], reach[1]+1)
		for i := range got {
			sum := 0
			for j := i + reach[0]; j <= i+reach[1]; j++ {
				if j >= 0 && j < n {
					sum += int(values[j])
				}
			}
			if want := sum / (reach[1] - reach[0] + 1); int(got[i]) != want {
				t.Fatalf("line %d, reach %v: %d, want %d", i, reach, got[i], want)
			}
		}
	}
}
