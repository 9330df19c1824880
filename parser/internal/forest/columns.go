package forest

import "encoding/binary"

// Columns are the features of rows, each feature's numbers side by side. The
// zero value is ready to be reset.
type Columns struct {
	// Rows is the number of rows.
	Rows int

	bytes  []uint8
	at     []int32 // by feature: where its column begins
	stride int     // bytes from column to column
}

// Margin is how far up and down the rows of neighbours may stand. So many
// bytes before a column and behind its last block belong to it, so that the
// column of a neighbour is the same one from another start.
const Margin = 8

// Reset makes room for the rows and their features, whose numbers are not set.
func (c *Columns) Reset(rows, features int) {
	c.Rows, c.stride = rows, Blocks(rows)*Block+2*Margin
	if n := features * c.stride; cap(c.bytes) < n {
		c.bytes = make([]uint8, n, n+n/2)
	} else {
		c.bytes = c.bytes[:n]
	}
	c.at = c.at[:0]
	for k := range features {
		c.at = append(c.at, int32(k*c.stride+Margin))
	}
}

// Of is the column of feature k, to be filled. No neighbour's may be.
func (c *Columns) Of(k int) []uint8 {
	at := k*c.stride + Margin
	return c.bytes[at : at+c.Rows : at+c.Rows]
}

// SetNeighbour makes feature k what feature f, which has a column of its own,
// is of the row by rows further down, 255 where there is none.
func (c *Columns) SetNeighbour(k, f, by int) {
	at := int(c.at[f])
	c.at[k] = int32(at + by)
	binary.LittleEndian.PutUint64(c.bytes[at-Margin:], ^uint64(0))
	binary.LittleEndian.PutUint64(c.bytes[at+c.Rows:], ^uint64(0))
}

// SetRows sets the first features of the rows from number from on, a multiple
// of eight: at most eight rows, all of the same length.
func (c *Columns) SetRows(from int, rows [][]uint8) {
	for k := 0; k < len(rows[0]); k += 8 {
		var square [8]uint64
		for i, row := range rows {
			square[i] = word(row, k)
		}
		transpose(&square)
		for i := range min(8, len(rows[0])-k) {
			binary.LittleEndian.PutUint64(c.bytes[int(c.at[k+i])+from:], square[i])
		}
	}
}

// Row sets dst to the first len(dst) features of row i.
func (c *Columns) Row(dst []uint8, i int) {
	for k := range dst {
		dst[k] = c.bytes[int(c.at[k])+i]
	}
}

// word are eight numbers of a row from k on, 0 behind its end.
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
