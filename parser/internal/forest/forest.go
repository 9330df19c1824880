// Package forest has forests of boosted decision trees over rows of small
// numbers. It knows nothing of lines and blocks.
package forest

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// A Forest is boosted trees of any shape, evaluated row by row.
//
// On file it is a line of JSON (a header), then for each tree its
// number of leaves n (a byte, at least 1), n-1 nodes of four bytes (feature,
// threshold, left, right) and n leaves of two bytes (log-odds in 4096ths, little-endian, signed).
// A child is a node's index within the tree, or 128 + a leaf's; the left one
// is taken when the feature is at most the threshold.
type Forest struct {
	Names []string // features by position in a row

	trees  []tree
	nodes  []node
	leaves []int16 // by node: log-odds
	bias   int32
}

// One is a log-odds of 1 in the fixed-point numbers of leaves and scores.
const One = 4096

type header struct {
	Trees    int      `json:"trees"`
	Bias     int32    `json:"bias"`
	Features []string `json:"features"`
}

// A tree is a range of nodes: the inner ones, then one more leaves, which lead
// to themselves.
type tree struct{ from, to int32 }

// A node packs a feature, a threshold, a left and a right child, each a byte
// from the lowest on.
type node uint32

func pack(feature, threshold, left, right uint8) node {
	return node(feature) | node(threshold)<<8 | node(left)<<16 | node(right)<<24
}

// next is the child for a row, chosen without a branch.
func (n node) next(row []uint8) node {
	right := (n>>8&255 - node(row[n&255])) >> 31
	return n >> (16 + right<<3) & 255
}

const leafBit = 128

var errForest = errors.New("damaged forest")

// ReadForest decodes a forest and returns it with the bytes behind it.
func ReadForest(data []byte) (*Forest, []byte, error) {
	line, data, ok := bytes.Cut(data, []byte("\n"))
	var h header
	if err := json.Unmarshal(line, &h); !ok || err != nil {
		return nil, nil, fmt.Errorf("%w: %v", errForest, err)
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
	inner := uint8(n - 1)
	child := func(c uint8) uint8 {
		if c >= leafBit {
			return inner + c - leafBit
		}
		return c
	}
	t := tree{from: int32(len(f.nodes))}
	for i := range n - 1 {
		if int(data[0]) >= len(f.Names) || !validChild(data[2], i, n) || !validChild(data[3], i, n) {
			return nil, false
		}
		left, right := child(data[2]), child(data[3])
		f.nodes = append(f.nodes, pack(data[0], data[1], left, right))
		f.leaves = append(f.leaves, 0)
		data = data[4:]
	}
	for i := range uint8(n) {
		f.nodes = append(f.nodes, pack(0, 255, inner+i, inner+i))
		f.leaves = append(f.leaves, int16(binary.LittleEndian.Uint16(data)))
		data = data[2:]
	}
	t.to = int32(len(f.nodes))
	f.trees = append(f.trees, t)
	return data, true
}

// validChild demands that nodes lead forward, so that every walk ends.
func validChild(c uint8, parent, leaves int) bool {
	if c >= leafBit {
		return int(c-leafBit) < leaves
	}
	return int(c) > parent && int(c) < leaves-1
}

// Score is the log-odds of a row, in 4096ths: whole numbers, so that it is the
// same on every machine.
func (f *Forest) Score(row []uint8) int32 { return f.bias + f.sum(f.trees, row) }

// ScoreUntil is Score, but from a quarter of the trees on it may stop once
// the sum is beyond bound on either side: what is so clear by then stays so.
func (f *Forest) ScoreUntil(row []uint8, bound int32) int32 {
	const stride = 16
	sum := f.bias
	for i := 0; i < len(f.trees); i += stride {
		if 4*i >= len(f.trees) && (sum > bound || sum < -bound) {
			break
		}
		sum += f.sum(f.trees[i:min(i+stride, len(f.trees))], row)
	}
	return sum
}

// sum is the sum of the leaves that row leads to. Four trees are walked at a
// time, side by side, up to the last leaf: a walk waits for memory at each node.
func (f *Forest) sum(trees []tree, row []uint8) (sum int32) {
	for ; len(trees) >= 4; trees = trees[4:] {
		sum += f.four((*[4]tree)(trees), row)
	}
	for _, t := range trees {
		sum += f.four(&[4]tree{t, t, t, t}, row) / 4
	}
	return sum
}

func (f *Forest) four(t *[4]tree, row []uint8) int32 {
	a, b, c, d := f.nodes[t[0].from:t[0].to], f.nodes[t[1].from:t[1].to], f.nodes[t[2].from:t[2].to], f.nodes[t[3].from:t[3].to]
	leafA, leafB, leafC, leafD := node(len(a)/2), node(len(b)/2), node(len(c)/2), node(len(d)/2)
	var i, j, k, l node
	for int32((i-leafA)|(j-leafB)|(k-leafC)|(l-leafD)) < 0 { // one is no leaf yet
		i, j, k, l = a[i].next(row), b[j].next(row), c[k].next(row), d[l].next(row)
	}
	return int32(f.leaves[t[0].from+int32(i)]) + int32(f.leaves[t[1].from+int32(j)]) +
		int32(f.leaves[t[2].from+int32(k)]) + int32(f.leaves[t[3].from+int32(l)])
}
