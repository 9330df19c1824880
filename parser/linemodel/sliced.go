package linemodel

import (
	"errors"
	"math/bits"
)

// A sliced forest gives the same scores as its trees, for eight lines at once
// (after Lucchese et al., "QuickScorer", SIGIR 2015, and Ye et al.,
// "RapidScorer", KDD 2018). Each line has a set of the leaves that it may still
// reach; a node whose feature is above the threshold takes the leaves on its
// left out of it. The first leaf left is the one that a walk from the root
// leads to. Sets are kept in slices: a word holds the same eight leaves of
// eight lines, a byte for each line.
type sliced struct {
	*Forest
	column func(k int) int // of feature k
	trees  []slicedTree
}

const (
	setSlices = 4 // slices of a set
	maxLeaves = 8 * setSlices
	high      = 0x8080808080808080 // the highest bit of each byte
	each      = 0x0101010101010101
)

type slicedTree struct {
	narrow [setSlices][]slicedNode // nodes with leaves of one slice on their left
	wide   []wideNode
	leaves [maxLeaves]int16
}

// A slicedNode asks whether a column is above a threshold. A byte v is above a
// threshold t < 128 when its highest bit is set or that of (v&127)+127-t is;
// for other thresholds 255-v is compared with 254-t and the answer is turned
// around.
type slicedNode struct {
	flip, plus, turn uint64
	keep             uint64 // leaves of its slice that are not on its left, for eight lines
	column           int
}

type wideNode struct {
	slicedNode
	keep [setSlices]uint64
}

var errLeaves = errors.New("linemodel: a tree has too many leaves")

func slice(f *Forest, column func(k int) int) (*sliced, error) {
	s := &sliced{Forest: f, column: column}
	for _, t := range f.trees {
		if (t.to-t.from)/2+1 > maxLeaves {
			return nil, errLeaves
		}
		st := slicedTree{}
		n := 0
		s.fill(&st, t, 0, &n)
		s.trees = append(s.trees, st)
	}
	return s, nil
}

// fill adds what is below a node, its leaves numbered from n on, left to
// right.
func (s *sliced) fill(st *slicedTree, t tree, i node, n *int) {
	if s.isLeaf(t, i) {
		st.leaves[*n] = s.Forest.leaves[t.from+int32(i)]
		*n++
		return
	}
	q := s.nodes[t.from+int32(i)]
	first := *n
	s.fill(st, t, q>>16&255, n)
	st.add(newNode(s.column(int(q.feature())), uint8(q>>8)), first, *n)
	s.fill(st, t, q>>24, n)
}

// add adds a node with the leaves from first to before last on its left.
func (t *slicedTree) add(n slicedNode, first, last int) {
	left := uint64(1)<<last - uint64(1)<<first
	var keep [setSlices]uint64
	for k := range keep {
		keep[k] = (^left >> (8 * k) & 255) * each
	}
	k := first / 8
	if k != (last-1)/8 {
		t.wide = append(t.wide, wideNode{n, keep})
		return
	}
	n.keep = keep[k]
	t.narrow[k] = append(t.narrow[k], n)
}

func newNode(column int, threshold uint8) slicedNode {
	if threshold < 128 {
		return slicedNode{column: column, plus: uint64(127-threshold) * each, turn: high}
	}
	return slicedNode{column: column, flip: ^uint64(0), plus: uint64(threshold-127) * each}
}

// below is 255 in each byte that is not above the node's threshold.
func (n *slicedNode) below(v uint64) uint64 {
	v ^= n.flip
	b := (((v&^high + n.plus) | v) & high) ^ n.turn
	return b<<1 - b>>7
}

// score sets sums to the log-odds, in 4096ths, of all lines of c: whole
// numbers, so that they are the same on every machine. Of eights of lines
// that use does not mark, nil for all, the sums mean nothing.
func (s *sliced) score(sums [][8]int32, c *columns, use []bool) {
	for i := range sums {
		for k := range sums[i] {
			sums[i][k] = s.bias
		}
	}
	for t := range s.trees {
		for i := range sums {
			if use == nil || use[i] {
				s.trees[t].score(&sums[i], c.packed[i:], c.eights)
			}
		}
	}
}

// score adds the leaves of eight lines, whose column k stands at
// packed[k*width].
func (t *slicedTree) score(sums *[8]int32, packed []uint64, width int) {
	var sets [setSlices]uint64
	for k := range sets {
		set := ^uint64(0)
		for i := range t.narrow[k] {
			n := &t.narrow[k][i]
			set &= n.keep | n.below(packed[n.column*width])
		}
		sets[k] = set
	}
	s0, s1, s2, s3 := sets[0], sets[1], sets[2], sets[3]
	for i := range t.wide {
		n := &t.wide[i]
		below := n.below(packed[n.column*width])
		s0 &= n.keep[0] | below
		s1 &= n.keep[1] | below
		s2 &= n.keep[2] | below
		s3 &= n.keep[3] | below
	}
	for k := range sums {
		set := uint32(s0&255) | uint32(s1&255)<<8 | uint32(s2&255)<<16 | uint32(s3&255)<<24
		sums[k] += int32(t.leaves[bits.TrailingZeros32(set)&(maxLeaves-1)])
		s0, s1, s2, s3 = s0>>8, s1>>8, s2>>8, s3>>8
	}
}
