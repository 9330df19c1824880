package htmlpage

import "math/bits"

const (
	hashStart = 2166136261 // FNV-1a
	hashPrime = 16777619
)

// A counter counts hashes in an open table that is reused.
type counter struct {
	hashes []uint32
	counts []int32
}

// reset empties the counter and makes room for n different hashes.
func (c *counter) reset(n int) {
	size := 1 << bits.Len(uint(2*n+2))
	c.hashes, c.counts = grow(c.hashes, size), grow(c.counts, size)
	clear(c.counts)
}

// add counts a hash and returns how often it was counted before.
func (c *counter) add(h uint32) int {
	i := c.slot(h)
	c.hashes[i] = h
	c.counts[i]++
	return int(c.counts[i] - 1)
}

// sum adds n to the count of a hash.
func (c *counter) sum(h uint32, n int) {
	i := c.slot(h)
	c.hashes[i] = h
	c.counts[i] += int32(n)
}

func (c *counter) count(h uint32) int { return int(c.counts[c.slot(h)]) }

func (c *counter) slot(h uint32) uint32 {
	mask := uint32(len(c.hashes) - 1)
	i := (h ^ h>>16) & mask
	for c.counts[i] != 0 && c.hashes[i] != h {
		i = (i + 1) & mask
	}
	return i
}
