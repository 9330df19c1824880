package linemodel

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// A Forest is an ensemble of boosted decision trees over rows of small
// numbers. It knows nothing of lines: HTML blocks may have a forest of their
// own.
//
// On file it is a line of JSON (a forestHeader), then for each tree its
// number of leaves n (a byte, at least 1), n-1 nodes of four bytes (feature,
// threshold, left, right) and n leaves of two bytes (log-odds in 4096ths, little-endian, signed).
// A child is a node's index within the tree, or 128 + a leaf's; the left one
// is taken when the feature is at most the threshold.
type Forest struct {
	Names []string // features by position in a row

	roots  []tree
	nodes  []node
	leaves []int16 // log-odds
	bias   int32
}

// one is a log-odds of 1 in the fixed-point numbers of leaves and scores.
const one = 4096

type forestHeader struct {
	Trees    int      `json:"trees"`
	Bias     int32    `json:"bias"`
	Features []string `json:"features"`
}

type tree struct{ node, leaf int32 }

type node struct{ feature, threshold, left, right uint8 }

const leafBit = 128

var errForest = errors.New("linemodel: damaged forest")

// ReadForest decodes a forest and returns it with the bytes behind it.
func ReadForest(data []byte) (*Forest, []byte, error) {
	line, data, ok := bytes.Cut(data, []byte("\n"))
	var h forestHeader
	if err := json.Unmarshal(line, &h); !ok || err != nil {
		return nil, nil, fmt.Errorf("%w: %v", errForest, err)
	}
	if len(h.Features) > 256 {
		return nil, nil, fmt.Errorf("%w: more than 256 features", errForest)
	}
	f := &Forest{Names: h.Features, bias: h.Bias}
	for range h.Trees {
		if data, ok = f.readTree(data); !ok {
			return nil, nil, errForest
		}
	}
	return f, data, nil
}

func (f *Forest) readTree(data []byte) ([]byte, bool) {
	if len(data) == 0 || data[0] == 0 || data[0] > 128 {
		return nil, false
	}
	n := int(data[0])
	data = data[1:]
	if len(data) < 4*(n-1)+2*n {
		return nil, false
	}
	f.roots = append(f.roots, tree{int32(len(f.nodes)), int32(len(f.leaves))})
	for i := range n - 1 {
		d := node{data[0], data[1], data[2], data[3]}
		if int(d.feature) >= len(f.Names) || !validChild(d.left, i, n) || !validChild(d.right, i, n) {
			return nil, false
		}
		f.nodes = append(f.nodes, d)
		data = data[4:]
	}
	if n == 1 { // a node that leads to the only leaf
		f.nodes = append(f.nodes, node{0, 255, leafBit, leafBit})
	}
	for range n {
		f.leaves = append(f.leaves, int16(binary.LittleEndian.Uint16(data)))
		data = data[2:]
	}
	return data, true
}

// validChild demands that nodes lead forward, so that every walk ends.
func validChild(c uint8, parent, leaves int) bool {
	if c >= leafBit {
		return int(c-leafBit) < leaves
	}
	return int(c) > parent && int(c) < leaves-1
}

// Score is the log-odds of a row, in 4096ths: whole numbers, so that it is
// the same on every machine.
func (f *Forest) Score(row []uint8) int32 {
	sum := f.bias
	for _, t := range f.roots {
		sum += int32(f.leaves[t.leaf+int32(f.leaf(t, row))])
	}
	return sum
}

// ScoreUntil is Score, but from a quarter of the trees on it may stop once the
// sum is beyond bound on either side: what is so clear by then stays so.
func (f *Forest) ScoreUntil(row []uint8, bound int32) int32 {
	const stride = 16
	sum := f.bias
	for i := 0; i < len(f.roots); i += stride {
		if 4*i >= len(f.roots) && (sum > bound || sum < -bound) {
			break
		}
		for _, t := range f.roots[i:min(i+stride, len(f.roots))] {
			sum += int32(f.leaves[t.leaf+int32(f.leaf(t, row))])
		}
	}
	return sum
}

func (f *Forest) leaf(t tree, row []uint8) uint8 {
	nodes := f.nodes[t.node:]
	i := uint8(0)
	for i < leafBit {
		d := nodes[i]
		i = d.right
		if row[d.feature] <= d.threshold { // a conditional move: no branch to predict
			i = d.left
		}
	}
	return i - leafBit
}

// A Weight is how much a feature moved a score, in log-odds.
type Weight struct {
	Name  string
	Value uint8
	Delta float32
}

// Explain returns the features that moved the score of a row, those that
// moved it most first: along each tree's path, the change of the mean leaf
// below the node is laid to the node's feature.
func (f *Forest) Explain(row []uint8) []Weight {
	deltas := make([]float32, len(f.Names))
	for _, t := range f.roots {
		f.walk(t, row, deltas)
	}
	var out []Weight
	for i, d := range deltas {
		if d != 0 {
			out = append(out, Weight{f.Names[i], row[i], d / one})
		}
	}
	slices.SortStableFunc(out, func(a, b Weight) int {
		return int(sign(abs(b.Delta) - abs(a.Delta)))
	})
	return out
}

func (f *Forest) walk(t tree, row []uint8, deltas []float32) {
	i, mean := uint8(0), f.mean(t, 0)
	for i < leafBit {
		d := f.nodes[t.node+int32(i)]
		i = d.right
		if row[d.feature] <= d.threshold {
			i = d.left
		}
		m := f.mean(t, i)
		deltas[d.feature] += m - mean
		mean = m
	}
}

// mean is the mean of the leaves below a node, each half of a node counting
// the same.
func (f *Forest) mean(t tree, i uint8) float32 {
	if i >= leafBit {
		return float32(f.leaves[t.leaf+int32(i-leafBit)])
	}
	d := f.nodes[t.node+int32(i)]
	return (f.mean(t, d.left) + f.mean(t, d.right)) / 2
}

func abs(x float32) float32 { return max(x, -x) }

func sign(x float32) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}
