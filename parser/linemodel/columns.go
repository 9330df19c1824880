package linemodel

import (
	"encoding/binary"

	"unscrape/parser/internal/forest"
)

// columns hold the features of a page's lines, each feature's side by side.
type columns struct {
	forest.Columns
	size, stride int // lines; bytes from column to column
}

// margin is how many numbers stand before a column and behind it at least, so
// that the column of a neighbour is the same one from another start.
const margin = 8

// reset makes room for n lines of width features.
func (c *columns) reset(n, width int) {
	c.size, c.stride = n, blocks(n)*forest.Block+2*margin
	c.Bytes, c.At = grow(c.Bytes, width*c.stride), grow(c.At, width)
	for k := range c.At {
		c.At[k] = int32(k*c.stride + margin)
	}
}

// blocks is how many blocks of rows n lines are.
func blocks(n int) int { return (n + forest.Block - 1) / forest.Block }

// of is the column of feature k, with as many numbers as lines.
func (c *columns) of(k int) []uint8 {
	at := k*c.stride + margin
	return c.bytes(at, c.size)
}

func (c *columns) bytes(at, n int) []uint8 { return c.Bytes[at : at+n : at+n] }

// neighbour makes feature k that of the line by lines further down: feature f,
// whose margins must be there.
func (c *columns) neighbour(k, f, by int) { c.At[k] = c.At[f] + int32(by) }

// margins makes the numbers of feature k 255 where there is no line.
func (c *columns) margins(k int) {
	at := k * c.stride
	for _, side := range [...][]uint8{c.bytes(at, margin), c.bytes(at+margin+c.size, margin)} {
		binary.LittleEndian.PutUint64(side, ^uint64(0))
	}
}

// row gathers the numbers of a line of all features up to
// the width of dst.
func (c *columns) row(dst []uint8, i int) {
	for k := range dst {
		dst[k] = c.Bytes[int(c.At[k])+i]
	}
}
