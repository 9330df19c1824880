package forest

import "encoding/binary"

// addEights is addTrees on any machine: eight rows at a time, each a byte of a
// word.
func (f *Symmetric) addEights(sums *[Block]int32, columns []uint8, at []int32) {
	for i := range f.trees {
		t, all := &f.trees[i], &f.leaves[i]
		column := func(k int) *[Block]uint8 { return (*[Block]uint8)(columns[at[t.feature[k]]:]) }
		turned := func(k int) uint64 { return uint64(^t.threshold[k]) * each }
		c0, c1, c2, c3, c4, c5 := column(0), column(1), column(2), column(3), column(4), column(5)
		t0, t1, t2, t3, t4, t5 := turned(0), turned(1), turned(2), turned(3), turned(4), turned(5)
		for e := 0; e < Block; e += 8 {
			leaf := above(c0, e, t0)>>7 | above(c1, e, t1)>>6 | above(c2, e, t2)>>5 |
				above(c3, e, t3)>>4 | above(c4, e, t4)>>3 | above(c5, e, t5)>>2
			s := (*[8]int32)(sums[e:])
			s[0] += int32(all[leaf%leaves])
			s[1] += int32(all[leaf>>8%leaves])
			s[2] += int32(all[leaf>>16%leaves])
			s[3] += int32(all[leaf>>24%leaves])
			s[4] += int32(all[leaf>>32%leaves])
			s[5] += int32(all[leaf>>40%leaves])
			s[6] += int32(all[leaf>>48%leaves])
			s[7] += int32(all[leaf>>56%leaves])
		}
	}
}

const (
	high = 0x8080808080808080 // the highest bit of each byte
	each = 0x0101010101010101
)

// above is the highest bit of each of the eight bytes of column from e on that
// are above a threshold, given 255 less the threshold in each byte of turned:
// that of the carries of their sums.
func above(column *[Block]uint8, e int, turned uint64) uint64 {
	v := binary.LittleEndian.Uint64(column[e : e+8])
	return (v&turned | (v|turned)&(v&^high+turned&^high)) & high
}
