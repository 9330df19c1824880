package check

import "math/bits"

// A sketch is a 64-bit simhash (M. Charikar, "Similarity Estimation
// Techniques from Rounding Algorithms", 2002): texts that have most of their
// parts in common have sketches that differ in few bits; those of unrelated
// texts differ in about 32.
//
// The parts are windows of eight bytes, which serve scripts with and without
// spaces alike. Of the windows those count whose hash begins with three zero
// bits, one in eight, which are the same ones in both texts.
const (
	window   = 8
	zeroBits = 3
)

// minSketched is the length in bytes from which a text has enough windows for
// its sketch to say something.
const minSketched = 400

func sketch(s string) uint64 {
	var (
		total [64]int32
		kept  [255]uint64
		n, at int
	)
	for i := 0; i+window <= len(s); i++ {
		h := load(s[i:i+window]) * 0x9e3779b97f4a7c15
		kept[at] = h // without a branch, which could not be foretold
		at += keep(h)
		if at == len(kept) {
			tally(&total, kept[:])
			n, at = n+at, 0
		}
	}
	tally(&total, kept[:at])
	n += at
	var out uint64
	for bit, set := range total {
		if 2*int(set) > n {
			out |= 1 << bit
		}
	}
	return out
}

func keep(h uint64) int {
	if h>>(64-zeroBits) == 0 {
		return 1
	}
	return 0
}

// tally adds to each total the number of hashes that have the bit. A word
// holds eight counters of eight bits: len(kept) <= 255.
func tally(total *[64]int32, kept []uint64) {
	const ones = 0x0101010101010101
	var a, b, c, d, e, f, g, h uint64
	for _, x := range kept {
		x = mix(x)
		a += x & ones
		b += x >> 1 & ones
		c += x >> 2 & ones
		d += x >> 3 & ones
		e += x >> 4 & ones
		f += x >> 5 & ones
		g += x >> 6 & ones
		h += x >> 7 & ones
	}
	for k, counters := range [8]uint64{a, b, c, d, e, f, g, h} {
		for i := range 8 {
			total[8*i+k] += int32(counters >> (8 * i) & 0xff)
		}
	}
}

// mix spreads the bits of a hash (from the finalizer of MurmurHash3).
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	return x ^ x>>29
}

// load reads eight bytes, the first one lowest; the compiler makes it one
// instruction.
func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// bitsApart is the number of bits in which two sketches differ.
func bitsApart(a, b uint64) int { return bits.OnesCount64(a ^ b) }
