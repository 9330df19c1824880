package output

import "math/bits"

// A charset is a set of bytes that the writer of a string has to look at.
// Control characters, line ends among them, are in each.
type charset uint8

const (
	quotes  charset = 1 << iota // the quotation mark and the backslash
	foreign                     // what may begin a character that is hostile to YAML
)

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// next returns the index of the first byte of s[i:] that is in the set, or
// len(s). It takes eight bytes at a time: a byte x of a word is zero, or below
// a limit, where x-1, or x-limit, borrows from the high bit that x lacks. The
// borrow runs towards the bytes behind, so the first hit is exact.
func (c charset) next(s string, i int) int {
	if c == quotes {
		i = cleanJSON(s, i)
	}
	for ; i+8 <= len(s); i += 8 {
		w := load(s[i : i+8])
		hit := w - ones*0x20
		if c&quotes != 0 {
			hit |= (w ^ ones*'"') - ones
			hit |= (w ^ ones*'\\') - ones
		}
		if c&foreign != 0 {
			hit |= (w ^ ones*0x7f) - ones
		}
		hit &^= w
		if c&foreign != 0 && w&highs != 0 {
			hit |= zeros(w^ones*0xc2) | zeros(w^ones*0xe2) | zeros(w^ones*0xef)
		}
		if hit &= highs; hit != 0 {
			return i + bits.TrailingZeros64(hit)/8
		}
	}
	for i < len(s) && !c.has(s[i]) {
		i++
	}
	return i
}

// cleanJSON skips words of s, from index i, without a byte of quotes. It is next
// for the set that is asked most, and keeps what it compares with in registers.
func cleanJSON(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		w := load(s[i : i+8])
		hit := (w - ones*0x20) | ((w ^ ones*'"') - ones) | ((w ^ ones*'\\') - ones)
		if hit&^w&highs != 0 {
			break
		}
	}
	return i
}

func (c charset) has(b byte) bool {
	switch b {
	case '"', '\\':
		return c&quotes != 0
	case 0x7f, 0xc2, 0xe2, 0xef:
		return c&foreign != 0
	}
	return b < 0x20
}

func zeros(x uint64) uint64 { return (x - ones) &^ x }

// load reads eight bytes, the first one lowest; the compiler makes it one
// instruction.
func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
