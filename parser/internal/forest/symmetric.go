package forest

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// A Symmetric is a forest of boosted trees that ask one question a level
// (Kohavi, "Bottom-Up Induction of Oblivious, Read-Once Decision Graphs",
// 1994): the answers are the bits of a leaf's number. So many rows go down a
// tree at once.
//
// On file it is a line of JSON (a header), then for each tree its number of
// questions n (a byte, at most 6), n questions of two bytes (feature,
// threshold; bit k of the leaf's number tells whether the feature of question
// k is above the threshold) and 1<<n leaves of two bytes (log-odds in 4096ths,
// little-endian, signed).
type Symmetric struct {
	Names []string // features by position in a row

	bias   int32
	trees  []symmetricTree
	leaves [][leaves]int16 // by tree
}

const (
	levels = 6
	leaves = 1 << levels
)

// A symmetricTree is what the kernel needs of a tree. It has the low and high
// bytes of the leaves, those of the last one first, as the kernel's bits tell
// what is not above a threshold.
type symmetricTree struct {
	feature   [levels]uint16
	threshold [levels]uint8
	low, high [leaves]uint8
}

var errSymmetric = errors.New("damaged forest of symmetric trees")

// ReadSymmetric decodes a forest and returns it with the bytes behind it.
func ReadSymmetric(data []byte) (*Symmetric, []byte, error) {
	line, data, ok := bytes.Cut(data, []byte("\n"))
	var h header
	if err := json.Unmarshal(line, &h); !ok || err != nil {
		return nil, nil, fmt.Errorf("%w: %v", errSymmetric, err)
	}
	most := max(0, min(h.Trees, len(data)))
	f := &Symmetric{Names: h.Features, bias: h.Bias, trees: make([]symmetricTree, 0, most), leaves: make([][leaves]int16, 0, most)}
	for range h.Trees {
		if data, ok = f.readTree(data); !ok {
			return nil, nil, errSymmetric
		}
	}
	return f, data, nil
}

// readTree fills the levels that a tree has not with questions whose answer
// makes no difference.
func (f *Symmetric) readTree(data []byte) ([]byte, bool) {
	if len(data) == 0 || data[0] > levels {
		return nil, false
	}
	n := int(data[0])
	data = data[1:]
	if len(data) < 2*n+2<<n {
		return nil, false
	}
	var t symmetricTree
	for k := range n {
		if int(data[0]) >= len(f.Names) {
			return nil, false
		}
		t.feature[k], t.threshold[k] = uint16(data[0]), data[1]
		data = data[2:]
	}
	var all [leaves]int16
	for k := range all {
		v := binary.LittleEndian.Uint16(data[2*(k&(1<<n-1)):])
		all[k] = int16(v)
		t.low[leaves-1-k], t.high[leaves-1-k] = uint8(v), uint8(v>>8)
	}
	f.trees, f.leaves = append(f.trees, t), append(f.leaves, all)
	return data[2<<n:], true
}

// Block is how many rows go down a tree at once.
const Block = 32

// Blocks is how many blocks the rows fill, the last one in part perhaps.
func Blocks(rows int) int { return (rows + Block - 1) / Block }

// Score sets sums, which are as long as c has blocks, to the log-odds of their
// rows in 4096ths: whole numbers, so that they are the same on every machine.
// The features of c begin with those of the forest. Of blocks that use does not
// mark, nil for all, and behind the last row the sums mean nothing.
func (f *Symmetric) Score(sums [][Block]int32, c *Columns, use []bool) {
	for i := range sums[:Blocks(c.Rows)] {
		if use == nil || use[i] {
			sums[i] = [Block]int32{}
		}
	}
	f.Add(sums, c, use)
}

// Add adds to sums what Score would set them to: the say of a forest that was
// trained to correct another one.
func (f *Symmetric) Add(sums [][Block]int32, c *Columns, use []bool) {
	at := c.at[:len(f.Names)] // the kernel looks at no bounds
	for i := range sums[:Blocks(c.Rows)] {
		if use == nil || use[i] {
			for k := range sums[i] {
				sums[i][k] += f.bias
			}
			f.addTrees(&sums[i], c.bytes[Block*i:], at)
		}
	}
}

// Explain returns the features that moved the score of a row, those that
// moved it most first: the change of the mean leaf at each level of a tree is
// laid to the level's feature. Corrections are forests whose scores are added to
// that of f.
func (f *Symmetric) Explain(row []uint8, corrections ...*Symmetric) []Weight {
	deltas := make([]float32, len(f.Names))
	for _, f := range append(corrections, f) {
		f.explain(row, deltas)
	}
	return weigh(f.Names, row, deltas)
}

func (f *Symmetric) explain(row []uint8, deltas []float32) {
	for i := range f.trees {
		t, all := &f.trees[i], &f.leaves[i]
		at, mean := 0, meanLeaf(all, 0, 0)
		for k, feature := range t.feature {
			if row[feature] > t.threshold[k] {
				at |= 1 << k
			}
			m := meanLeaf(all, at, 1<<(k+1)-1)
			deltas[feature] += m - mean
			mean = m
		}
	}
}

// meanLeaf is the mean of the leaves whose numbers agree with at in the bits of
// known.
func meanLeaf(all *[leaves]int16, at, known int) float32 {
	sum, n := 0, 0
	for i, v := range all {
		if i&known == at {
			sum += int(v)
			n++
		}
	}
	return float32(sum) / float32(n)
}
