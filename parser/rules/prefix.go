package rules

// A prefixSet holds the beginnings of an index's phrases, so that a line which
// begins as none of them is told without a walk through the index. It is a
// Bloom filter with one hash: it may say yes to others.
type prefixSet string

const (
	prefixRunes = 4       // of the beginnings
	prefixBits  = 1 << 17 // of the set
)

// What may come behind a beginning shorter than prefixRunes is told by a mark
// in its hash.
const (
	endsHere = iota + 1 // a phrase
	slotHere            // a placeholder
	fullHere            // nothing: it has all its runes
)

const prefixSeed = 14695981039346656037

// mix adds a rune or a mark to a hash (FNV-1a with runes for bytes). The last
// one shows from bit 40 on.
func mix(h uint64, r rune) uint64 { return (h ^ uint64(r)) * 1099511628211 }

func (p prefixSet) has(h uint64, mark rune) bool {
	h = mix(h, mark) >> 36 % prefixBits
	return p[h/8]&(1<<(h%8)) != 0
}

// beginnings is the prefixSet of x.
func (x *index) beginnings() prefixSet {
	bits := make(prefixBuilder, prefixBits/8)
	bits.addFrom(x, x.root, prefixSeed, 0)
	return prefixSet(bits)
}

type prefixBuilder []byte

func (p prefixBuilder) add(h uint64, mark rune) {
	h = mix(h, mark) >> 36 % prefixBits
	p[h/8] |= 1 << (h % 8)
}

// addFrom adds the beginnings that lead on from the node at i, to which those
// of n runes with the hash h have led.
func (p prefixBuilder) addFrom(x *index, i int, h uint64, n int) {
	literal := x.data[i+1 : i+1+int(x.data[i])]
	i += 1 + len(literal)
	for _, r := range literal {
		if n == prefixRunes {
			break
		}
		h, n = mix(h, r), n+1
	}
	if n == prefixRunes {
		p.add(h, fullHere)
		return
	}
	if accepts := int(x.data[i]); accepts > 0 {
		p.add(h, endsHere)
		i += accepts * acceptSize
	}
	edges := x.u16(i + 1)
	for i += 3; edges > 0; edges-- {
		if r := rune(x.u16(i)); isPlaceholder(r) {
			p.add(h, slotHere)
		} else {
			p.addFrom(x, x.u24(i+2), mix(h, r), n+1)
		}
		i += edgeSize
	}
}

// begins reports whether a phrase may begin line[pos:], whose first rune is a
// letter.
func (p prefixSet) begins(line string, pos int) bool {
	h := uint64(prefixSeed)
	var last rune
	for n := range prefixRunes {
		r, end := next(line, pos)
		if n > 0 && (p.has(h, slotHere) || !(isPlainLetter(last) && isPlainLetter(r)) && p.has(h, endsHere)) {
			return true
		}
		if r == gone {
			return false
		}
		h, pos, last = mix(h, r), end, r
	}
	return p.has(h, fullHere)
}

// isPlainLetter reports whether a folded rune is a letter behind which no
// phrase can end if another follows.
func isPlainLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 0x0430 <= r && r <= 0x045F
}
