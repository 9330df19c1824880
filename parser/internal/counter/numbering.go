package counter

import "math/bits"

// A Numbering numbers hashes in the order in which they are first seen, in an
// open table that is reused. What is counted by number needs no more looks.
type Numbering struct {
	slots []numbered // a power of two
	last  int32
}

type numbered struct {
	hash   uint32
	number int32 // from 1 on; 0 is an empty slot
}

// Reset forgets all hashes and makes room for n different ones.
func (t *Numbering) Reset(n int) {
	t.last = 0
	size := 1 << bits.Len(uint(2*n+2))
	if cap(t.slots) < size {
		t.slots = make([]numbered, size)
		return
	}
	t.slots = t.slots[:size]
	clear(t.slots)
}

// Len is how many different hashes have a number.
func (t *Numbering) Len() int { return int(t.last) }

// Of is the number of a hash, less than Len.
func (t *Numbering) Of(h uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	i := (h ^ h>>16) & mask
	for t.slots[i].hash != h && t.slots[i].number != 0 {
		i = (i + 1) & mask
	}
	s := &t.slots[i]
	if s.number == 0 {
		t.last++
		*s = numbered{h, t.last}
	}
	return s.number - 1
}
