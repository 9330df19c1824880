package linemodel

import "encoding/binary"

// columns hold the features of a page's lines, each feature's side by side.
type columns struct {
	size, eights int      // lines, and eights of them
	bytes        []uint8  // a feature's numbers stand at start
	packed       []uint64 // the same, eight to a word, without the margins
}

// margin is how many numbers stand about a column, so that the column of a
// neighbour is the same one from another start.
const margin = 8

// reset makes room for n lines of width features.
func (c *columns) reset(n, width int) {
	c.size, c.eights = n, (n+7)/8
	c.bytes = grow(c.bytes, width*(8*c.eights+2*margin))
	c.packed = grow(c.packed, width*c.eights)
}

// of is the column of feature k, with as many numbers as lines.
func (c *columns) of(k int) []uint8 {
	at := k*(8*c.eights+2*margin) + margin
	return c.bytes[at : at+c.size : at+c.size]
}

// words are the numbers of feature k, eight to a word, the first lowest.
func (c *columns) words(k int) []uint64 { return c.packed[k*c.eights : (k+1)*c.eights] }

// pack makes words of the column of feature from, shift lines further down,
// and lays them to feature k. Where there is no line, the number is 255.
func (c *columns) pack(k, from, shift int) {
	size := 8*c.eights + 2*margin
	col := c.bytes[from*size : (from+1)*size]
	if shift != 0 {
		binary.LittleEndian.PutUint64(col, ^uint64(0))
		for i := margin + c.size; i < len(col); i++ {
			col[i] = 255
		}
	}
	col = col[margin+shift:]
	for i := range c.words(k) {
		c.words(k)[i] = binary.LittleEndian.Uint64(col[8*i:])
	}
}

// row gathers the numbers of a line of all features up to
// the width of dst.
func (c *columns) row(dst []uint8, i int) {
	for k := range dst {
		dst[k] = uint8(c.words(k)[i/8] >> (i % 8 * 8))
	}
}
