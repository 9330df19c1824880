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
// 1994): the answers are the bits of a leaf's number. So eight rows go down a
// tree at once, a byte each of a word.
//
// On file it is a line of JSON (a header), then for each tree its number of
// questions n (a byte, at most 6), n questions of two bytes (feature,
// threshold; bit k of the leaf's number tells whether the feature of question
// k is above the threshold) and 1<<n leaves of two bytes (log-odds in 4096ths,
// little-endian, signed).
type Symmetric struct {
	Names []string // features by position in a row

	bias  int32
	trees []symmetricTree
}

const levels = 6

type symmetricTree struct {
	questions [levels]question
	turned    uint64 // bits of the leaves' numbers whose question is turned around
	leaves    [1 << levels]int16
}

// A question asks whether a feature is above a threshold t. A byte v is, when
// its highest bit is set or that of (v&127)+127-t is; from t = 128 on, 255-v is
// held against 254-t instead and the answer turned around.
type question struct {
	feature    int
	threshold  uint8
	flip, plus uint64
}

const (
	high = 0x8080808080808080 // the highest bit of each byte
	each = 0x0101010101010101
)

var errSymmetric = errors.New("damaged forest of symmetric trees")

// ReadSymmetric decodes a forest and returns it with the bytes behind it.
func ReadSymmetric(data []byte) (*Symmetric, []byte, error) {
	line, data, ok := bytes.Cut(data, []byte("\n"))
	var h header
	if err := json.Unmarshal(line, &h); !ok || err != nil {
		return nil, nil, fmt.Errorf("%w: %v", errSymmetric, err)
	}
	f := &Symmetric{Names: h.Features, bias: h.Bias}
	for range h.Trees {
		if data, ok = f.readTree(data); !ok {
			return nil, nil, errSymmetric
		}
	}
	return f, data, nil
}

// readTree fills the levels that a tree has not with questions that all rows
// answer alike.
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
		t.ask(k, int(data[0]), data[1])
		data = data[2:]
	}
	for k := n; k < levels; k++ {
		t.ask(k, 0, 255)
	}
	for k := range t.leaves {
		t.leaves[k] = int16(binary.LittleEndian.Uint16(data[2*(k&(1<<n-1)):]))
	}
	f.trees = append(f.trees, t)
	return data[2<<n:], true
}

func (t *symmetricTree) ask(k, feature int, threshold uint8) {
	q := question{feature: feature, threshold: threshold, plus: uint64(127-threshold) * each}
	if threshold >= 128 {
		q.flip, q.plus = ^uint64(0), uint64(threshold-127)*each
		t.turned |= each << k
	}
	t.questions[k] = q
}

// Score sets sums to the log-odds, in 4096ths, of rows in eights: whole
// numbers, so that they are the same on every machine. words holds len(sums)
// words for each feature, the numbers of eight rows in each, that of the first
// row lowest. Of eights that use does not mark, nil for all, the sums mean
// nothing.
func (f *Symmetric) Score(sums [][8]int32, words []uint64, use []bool) {
	b := f.bias
	for i := range sums {
		sums[i] = [8]int32{b, b, b, b, b, b, b, b}
	}
	for from := 0; from < len(sums); {
		to := from
		for to < len(sums) && (use == nil || use[to]) {
			to++
		}
		for t := range f.trees {
			f.trees[t].add(sums[from:to], words[from:], len(sums))
		}
		for from = to; from < len(sums) && !use[from]; {
			from++
		}
	}
}

// add adds the leaves for eights of rows whose feature k stands at
// words[k*width].
func (t *symmetricTree) add(sums [][8]int32, words []uint64, width int) {
	q := &t.questions
	c0, c1, c2 := words[q[0].feature*width:][:len(sums)], words[q[1].feature*width:][:len(sums)], words[q[2].feature*width:][:len(sums)]
	c3, c4, c5 := words[q[3].feature*width:][:len(sums)], words[q[4].feature*width:][:len(sums)], words[q[5].feature*width:][:len(sums)]
	for i := range sums {
		at := t.turned ^ (q[0].above(c0[i])>>7 | q[1].above(c1[i])>>6 | q[2].above(c2[i])>>5 |
			q[3].above(c3[i])>>4 | q[4].above(c4[i])>>3 | q[5].above(c5[i])>>2)
		s := &sums[i]
		s[0] += int32(t.leaves[at&63])
		s[1] += int32(t.leaves[at>>8&63])
		s[2] += int32(t.leaves[at>>16&63])
		s[3] += int32(t.leaves[at>>24&63])
		s[4] += int32(t.leaves[at>>32&63])
		s[5] += int32(t.leaves[at>>40&63])
		s[6] += int32(t.leaves[at>>48&63])
		s[7] += int32(t.leaves[at>>56&63])
	}
}

// above is the highest bit of each of eight bytes that are above the
// threshold, the answer turned around from 128 on.
func (q *question) above(v uint64) uint64 {
	v ^= q.flip
	return (v&^high + q.plus | v) & high
}

// Explain returns the features that moved the score of a row, those that
// moved it most first: the change of the mean leaf at each level of a tree is
// laid to the level's feature.
func (f *Symmetric) Explain(row []uint8) []Weight {
	deltas := make([]float32, len(f.Names))
	for i := range f.trees {
		t := &f.trees[i]
		at, mean := 0, t.mean(0, 0)
		for k, q := range t.questions {
			if row[q.feature] > q.threshold {
				at |= 1 << k
			}
			m := t.mean(at, 1<<(k+1)-1)
			deltas[q.feature] += m - mean
			mean = m
		}
	}
	return weigh(f.Names, row, deltas)
}

// mean is the mean of the leaves whose numbers agree with at in the bits of
// known.
func (t *symmetricTree) mean(at, known int) float32 {
	sum, n := 0, 0
	for i, v := range t.leaves {
		if i&known == at {
			sum += int(v)
			n++
		}
	}
	return float32(sum) / float32(n)
}
