package htmlpage

import (
	"encoding/binary"

	"unscrape/parser/internal/forest"
)

// columns are rows turned into columns.
type columns struct {
	forest.Columns
	stride int // bytes from column to column
}

// reset makes room for n rows of width numbers.
func (c *columns) reset(n, width int) {
	const eight = 8 // columns are filled eight at a time
	c.stride = blocks(n) * forest.Block
	c.Bytes, c.At = grow(c.Bytes, (width+eight-1)/eight*eight*c.stride), grow(c.At, width)
	for k := range c.At {
		c.At[k] = int32(k * c.stride)
	}
}

// blocks is how many blocks n rows are.
func blocks(n int) int { return (n + forest.Block - 1) / forest.Block }

// fill turns the rows from number from on, at most eight.
func (c *columns) fill(from int, rows [][]uint8) {
	var block [8]uint64
	for k := 0; k < len(c.At); k += 8 {
		for i := range block {
			block[i] = 0
			if i < len(rows) {
				block[i] = word(rows[i], k)
			}
		}
		transpose(&block)
		for i, w := range block {
			binary.LittleEndian.PutUint64(c.Bytes[(k+i)*c.stride+from:], w)
		}
	}
}

// word are the numbers of a row from k on.
func word(row []uint8, k int) uint64 {
	if k+8 <= len(row) {
		return binary.LittleEndian.Uint64(row[k:])
	}
	var b [8]uint8
	copy(b[:], row[k:])
	return binary.LittleEndian.Uint64(b[:])
}

// transpose turns eight words of eight bytes about their diagonal (Warren,
// "Hacker's Delight", 7-3, with bytes for bits).
func transpose(b *[8]uint64) {
	for i := range 4 {
		swap(&b[i], &b[i+4], 32, 0x00000000FFFFFFFF)
	}
	for _, i := range [...]int{0, 1, 4, 5} {
		swap(&b[i], &b[i+2], 16, 0x0000FFFF0000FFFF)
	}
	for i := 0; i < 8; i += 2 {
		swap(&b[i], &b[i+1], 8, 0x00FF00FF00FF00FF)
	}
}

// swap changes the upper halves of a's groups for the lower halves of b's.
func swap(a, b *uint64, by uint, mask uint64) {
	t := (*a>>by ^ *b) & mask
	*a ^= t << by
	*b ^= t
}
