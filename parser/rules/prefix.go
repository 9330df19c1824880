package rules

// A prefixSet holds the beginnings of an index's phrases, so that a line which
// begins as none of them is told without a walk through the index. It is two
// Bloom filters with one hash: it may say yes to others. The first holds what
// stands before placeholders, the second all others. Both are asked at the
// ends of words and of the beginning.
type prefixSet string

const (
	prefixRunes = 6       // of the beginnings
	slotBits    = 1 << 16 // of the filter for what stands before a placeholder
	textBits    = 1 << 18 // of the filter for the other beginnings, behind it
)

// mix adds a rune to a hash, whose upper bits are the good ones (Knuth's
// multiplicative hashing, with 2^64 divided by the golden ratio).
func mix(h uint64, r rune) uint64 { return (h ^ uint64(r)) * 0x9E3779B97F4A7C15 }

// Places in the set: of a beginning that a placeholder follows, of a phrase
// that is shorter than prefixRunes, and of a beginning with all its runes.
func slotBit(h uint64) uint64 { return h >> 32 % slotBits }
func endBit(h uint64) uint64  { return fullBit(mix(h, gone)) }
func fullBit(h uint64) uint64 { return slotBits + h>>32%textBits }

// gluedBit says that a placeholder other than {n} follows a letter of a word,
// so that placeholders are to be looked for between letters too.
const gluedBit = 0 // of the empty beginning, which has no bit of its own

func (p prefixSet) has(bit uint64) bool { return p[bit/8]&(1<<(bit%8)) != 0 }

// beginnings is the prefixSet of x.
func (x *index) beginnings() prefixSet {
	bits := make(prefixBuilder, (slotBits+textBits)/8)
	bits.addFrom(x, x.root, 0, 0, false)
	return prefixSet(bits)
}

type prefixBuilder []byte

func (p prefixBuilder) add(bit uint64) { p[bit/8] |= 1 << (bit % 8) }

// addFrom adds the beginnings that lead on from the node at i, to which those
// of n runes with the hash h have led, the last of them a plain letter or not.
func (p prefixBuilder) addFrom(x *index, i int, h uint64, n int, inWord bool) {
	literal := x.data[i+1 : i+1+int(x.data[i])]
	i += 1 + len(literal)
	for _, r := range literal {
		if n == prefixRunes {
			break
		}
		h, n, inWord = mix(h, r), n+1, isPlainLetter(r)
	}
	if n == prefixRunes {
		p.add(fullBit(h))
		return
	}
	if accepts := int(x.data[i]); accepts > 0 {
		p.add(endBit(h))
		i += accepts * acceptSize
	}
	edges := x.u16(i + 1)
	for i += 3; edges > 0; edges-- {
		switch r := rune(x.u16(i)); {
		case !isPlaceholder(r):
			p.addFrom(x, x.u24(i+2), mix(h, r), n+1, isPlainLetter(r))
		case inWord && r != number:
			p.add(gluedBit)
			fallthrough
		case n > 0: // no letter begins a line that a number begins
			p.add(slotBit(h))
		}
		i += edgeSize
	}
}

// begins reports whether a phrase may begin line[pos:], whose first rune is a
// letter.
func (p prefixSet) begins(line string, pos int) bool {
	h, inWord, glued := uint64(0), false, p.has(gluedBit)
	for n := range prefixRunes {
		r, end := rune(gone), pos+1
		if pos < len(line) && 'a' <= line[pos] && line[pos] <= 'z' { // the way of most, without a call
			r = rune(line[pos])
		} else {
			r, end = next(line, pos)
		}
		plain := isPlainLetter(r)
		if n > 0 && (!inWord || !plain || glued) && (p.has(slotBit(h)) || !(inWord && plain) && p.has(endBit(h))) {
			return true
		}
		if r == gone {
			return false
		}
		h, pos, inWord = mix(h, r), end, plain
	}
	return p.has(fullBit(h))
}

// isPlainLetter reports whether a folded rune is a letter behind which no
// phrase can end if another follows.
func isPlainLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 0x0430 <= r && r <= 0x045F
}
