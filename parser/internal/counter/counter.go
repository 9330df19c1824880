// Package counter counts hashes.
package counter

import "math/bits"

// A Counter counts hashes in an open table that is reused.
type Counter struct {
	slots []counted // a power of two; a count of 0 is an empty slot
}

type counted struct {
	hash  uint32
	count int32
}

// Reset empties the counter and makes room for n different hashes. After a large
// page it is no larger for a small one, for which it would take long to empty.
func (c *Counter) Reset(n int) {
	size := 1 << bits.Len(uint(2*n+2))
	if cap(c.slots) < size {
		c.slots = make([]counted, size)
		return
	}
	c.slots = c.slots[:size]
	clear(c.slots)
}

// Add counts a hash and returns how often it was counted before.
func (c *Counter) Add(h uint32) int {
	s := c.slot(h)
	s.hash = h
	s.count++
	return int(s.count - 1)
}

// Count is how often a hash was counted.
func (c *Counter) Count(h uint32) int { return int(c.slot(h).count) }

func (c *Counter) slot(h uint32) *counted {
	mask := uint32(len(c.slots) - 1)
	i := (h ^ h>>16) & mask
	for c.slots[i].count != 0 && c.slots[i].hash != h {
		i = (i + 1) & mask
	}
	return &c.slots[i]
}

// Sum adds n to the count of a hash.
func (c *Counter) Sum(h uint32, n int) {
	s := c.slot(h)
	s.hash = h
	s.count += int32(n)
}
