package htmlpage

import "encoding/binary"

// packed holds rows in eights: the numbers of a feature of eight rows are the
// bytes of a word, that of the first row the lowest.
type packed struct {
	eights int
	words  []uint64 // eight columns at a time, padded to a multiple of eight columns
}

// reset makes room for n rows of width numbers.
func (p *packed) reset(n, width int) {
	p.eights = (n + 7) / 8
	p.words = grow(p.words, (width+7)/8*8*p.eights)
}

// fill packs eight rows, or the fewer that are left, as the eight of number e.
func (p *packed) fill(e int, rows [][]uint8, width int) {
	var block [8]uint64
	for k := 0; k < width; k += 8 {
		for i := range block {
			block[i] = 0
			if i < len(rows) {
				block[i] = word(rows[i], k)
			}
		}
		transpose(&block)
		for i, w := range block {
			p.words[(k+i)*p.eights+e] = w
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
