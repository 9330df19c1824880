package htmlpage

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// A forest is boosted trees that ask the same question of all rows on a level
// (Kohavi, "Bottom-Up Induction of Oblivious, Read-Once Decision Graphs",
// 1994): the answers are the bits of a leaf's number. So eight rows go down a
// tree at once, a byte each of a word.
//
// On file it is a line of JSON (a forestHeader), then for each tree its number
// of questions n (a byte, at most levels), n questions of two bytes (feature,
// threshold; bit k of the leaf's number tells whether the feature of question
// k is above the threshold) and 1<<n leaves of two bytes (log-odds in 4096ths,
// little-endian, signed).
type forest struct {
	names []string // features by position in a row
	bias  int32
	trees []tree
}

const levels = 6

type tree struct {
	questions [levels]question
	turned    uint64 // bits of the leaves' numbers whose question is turned around
	leaves    [1 << levels]int16
}

// A question asks whether a feature is above a threshold t. A byte v is, when
// its highest bit is set or that of (v&127)+127-t is; from t = 128 on, 255-v is
// held against 254-t instead and the answer turned around.
type question struct {
	feature    int
	flip, plus uint64
}

type forestHeader struct {
	Trees    int      `json:"trees"`
	Bias     int32    `json:"bias"`
	Features []string `json:"features"`
}

const (
	high = 0x8080808080808080 // the highest bit of each byte
	each = 0x0101010101010101
)

var errForest = errors.New("htmlpage: damaged forest")

// readForest decodes a forest and returns it with the bytes behind it.
func readForest(data []byte) (*forest, []byte, error) {
	line, data, ok := bytes.Cut(data, []byte("\n"))
	var h forestHeader
	if err := json.Unmarshal(line, &h); !ok || err != nil {
		return nil, nil, fmt.Errorf("%w: %v", errForest, err)
	}
	f := &forest{names: h.Features, bias: h.Bias}
	for range h.Trees {
		if data, ok = f.readTree(data); !ok {
			return nil, nil, errForest
		}
	}
	return f, data, nil
}

// readTree fills the levels that a tree has not with questions that all rows
// answer alike.
func (f *forest) readTree(data []byte) ([]byte, bool) {
	if len(data) == 0 || data[0] > levels {
		return nil, false
	}
	n := int(data[0])
	data = data[1:]
	if len(data) < 2*n+2<<n {
		return nil, false
	}
	var t tree
	for k := range n {
		if int(data[0]) >= len(f.names) {
			return nil, false
		}
		t.ask(k, int(data[0]), uint64(data[1]))
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

func (t *tree) ask(k, feature int, threshold uint64) {
	q := &t.questions[k]
	q.feature = feature
	if threshold < 128 {
		q.plus = (127 - threshold) * each
		return
	}
	q.flip, q.plus = ^uint64(0), (threshold-127)*each
	t.turned |= each << k
}

// score sets sums to the log-odds, in 4096ths, of all rows of p: whole numbers,
// so that they are the same on every machine.
func (f *forest) score(sums [][8]int32, p *packed) {
	b := f.bias
	for i := range sums {
		sums[i] = [8]int32{b, b, b, b, b, b, b, b}
	}
	for i := range f.trees {
		f.trees[i].add(sums, p)
	}
}

func (t *tree) add(sums [][8]int32, p *packed) {
	q := &t.questions
	c0, c1, c2 := p.column(q[0].feature)[:len(sums)], p.column(q[1].feature)[:len(sums)], p.column(q[2].feature)[:len(sums)]
	c3, c4, c5 := p.column(q[3].feature)[:len(sums)], p.column(q[4].feature)[:len(sums)], p.column(q[5].feature)[:len(sums)]
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

// above is the highest bit of each of eight bytes that the question is
// answered with yes for.
func (q *question) above(v uint64) uint64 {
	v ^= q.flip
	return (v&^high + q.plus | v) & high
}
