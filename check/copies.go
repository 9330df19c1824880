package check

import (
	"cmp"
	"slices"
)

// link finds out which articles are copies of one another: exact, story.
// Near copies are found with apart, the number of bits in which their sketches
// may differ; being a copy of a copy is being a copy.
func (c *corpus) link(apart int) {
	c.exact, c.story = make([]int32, c.n), make([]int32, c.n)
	for i := range c.exact {
		c.exact[i] = int32(i)
	}
	c.groups(func(i int32) uint64 { return c.at(i).body }, func(group []int32) {
		for _, i := range group {
			c.exact[i] = group[0]
		}
	})
	copy(c.story, c.exact)
	c.linkNear(apart)
	for i := range c.story {
		c.story[i] = c.root(int32(i))
	}
}

// root is the earliest known copy of i: links lead to earlier entries only.
func (c *corpus) root(i int32) int32 {
	for c.story[i] != i {
		c.story[i] = c.story[c.story[i]]
		i = c.story[i]
	}
	return i
}

func (c *corpus) join(i, j int32) {
	i, j = c.root(i), c.root(j)
	if i == j {
		return
	}
	if c.earlier(i, j) > 0 {
		i, j = j, i
	}
	c.story[j] = i
}

// Two sketches that differ in at most maxApart bits are equal in two of their
// blocks at least, as there are maxApart+2 blocks. So those are compared that
// have two blocks in common, for each choice of two.
const (
	blocks   = 8
	blockLen = 64 / blocks
	maxApart = blocks - 2
)

// neighbours bounds the comparisons when very many sketches have the same two
// blocks: each is compared with the next ones in the order of their values.
const neighbours = 256

// A sketched is an entry with its sketch beside it, for speed.
type sketched struct {
	bits  uint64
	entry int32
}

func (c *corpus) linkNear(apart int) {
	order := c.sketches()
	scratch := make([]sketched, len(order))
	counts := make([]int32, 1<<(2*blockLen)+1)
	for a := range blocks {
		for b := range a {
			key := func(s uint64) uint16 { return uint16(s>>(a*blockLen)&0xff<<blockLen | s>>(b*blockLen)&0xff) }
			countingSort(scratch, order, counts, key)
			c.compare(scratch, apart, key)
		}
	}
}

// sketches returns the entries with different sketches, in the order of these,
// after joining those with the same.
func (c *corpus) sketches() []sketched {
	all := make([]sketched, 0, c.n)
	for i, first := range c.exact {
		if e := c.at(first); int32(i) == first && e.size >= minSketched {
			all = append(all, sketched{e.sketch, first})
		}
	}
	slices.SortFunc(all, func(a, b sketched) int { return cmp.Compare(a.bits, b.bits) })
	distinct := all[:0]
	for _, s := range all {
		if n := len(distinct); n > 0 && distinct[n-1].bits == s.bits {
			c.join(distinct[n-1].entry, s.entry)
			continue
		}
		distinct = append(distinct, s)
	}
	return distinct
}

// countingSort sorts from into to, stably. counts has one more element than
// there are keys.
func countingSort(to, from []sketched, counts []int32, key func(uint64) uint16) {
	clear(counts)
	for _, s := range from {
		counts[int(key(s.bits))+1]++
	}
	for k := 1; k < len(counts); k++ {
		counts[k] += counts[k-1]
	}
	for _, s := range from {
		k := key(s.bits)
		to[counts[k]] = s
		counts[k]++
	}
}

func (c *corpus) compare(order []sketched, apart int, key func(uint64) uint16) {
	for n, s := range order {
		k := key(s.bits)
		for _, other := range order[n+1 : min(n+1+neighbours, len(order))] {
			if key(other.bits) != k {
				break
			}
			if bitsApart(s.bits, other.bits) <= apart {
				c.join(s.entry, other.entry)
			}
		}
	}
}
