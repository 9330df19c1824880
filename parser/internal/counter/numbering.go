package counter

// A Numbering numbers hashes in the order in which they are first seen. What
// is counted by number needs no more looks.
type Numbering struct {
	numbers Counter // from 1 on
	last    int32
}

// Reset forgets all hashes and makes room for n different ones.
func (t *Numbering) Reset(n int) {
	t.last = 0
	t.numbers.Reset(n)
}

// Len is how many different hashes have a number.
func (t *Numbering) Len() int { return int(t.last) }

// Of is the number of a hash, less than Len.
func (t *Numbering) Of(h uint32) int32 {
	s := t.numbers.slot(h)
	if s.count == 0 {
		t.last++
		*s = counted{h, t.last}
	}
	return s.count - 1
}
