package rules

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// beginnings is the prefixSet of p.
func (p *part) beginnings() prefixSet {
	b := prefixBuilder{p: p, found: map[uint64]kinds{}}
	for _, k := range []kinds{ofRules, ofLabels, ofWords} {
		if b.x = p.index(k); b.x.root == 0 {
			continue
		}
		if b.kinds = k; k == ofRules {
			b.kinds |= ofLines
		}
		b.add(b.x.root, beginning{word: true})
	}
	return b.table()
}

// A prefixBuilder collects the beginnings of the indexes of a part.
type prefixBuilder struct {
	p     *part
	x     *index // that is added
	kinds kinds  // of it
	found map[uint64]kinds
	glued bool
}

// table is the prefixSet of what was found, at most three quarters full.
func (p *prefixBuilder) table() prefixSet {
	if len(p.found) == 0 {
		return ""
	}
	const perBucket = bucketSize * 8 / entryBits
	buckets := make([]uint64, 1<<bits.Len(uint(len(p.found)*4/3/perBucket)))
	mask := uint64(len(buckets) - 1)
	for _, h := range slices.Sorted(maps.Keys(p.found)) {
		e := fingerprint(h) | uint64(p.found[h])
		for i, shift := h>>36&mask, 0; ; shift += entryBits {
			if shift == 64 {
				i, shift = (i+1)&mask, 0
			}
			if old := buckets[i] >> shift & (1<<entryBits - 1); old == 0 || old>>kindBits == e>>kindBits { // no entry is without kinds
				buckets[i] |= e << shift
				break
			}
		}
	}
	var b []byte
	for _, x := range buckets {
		b = binary.LittleEndian.AppendUint64(b, x)
	}
	if p.glued {
		return prefixSet(append(b, 1))
	}
	return prefixSet(append(b, 0))
}

// A beginning is n folded runes.
type beginning struct {
	key    key
	n      int
	inWord bool // the last one is a plain letter
	word   bool // all are
	space  bool // the last one is a space
	before key  // without the last one
	first  key  // of the first prefixRunes
}

func (b beginning) with(r rune) beginning {
	plain := isPlainLetter(r)
	b = beginning{b.key.with(r, b.n), b.n + 1, plain, b.word && plain, r == ' ', b.key, b.first}
	if b.n == prefixRunes {
		b.first = b.key
	}
	return b
}

func (p *prefixBuilder) mark(k key, w place, of kinds) { p.found[k.at(w)] |= of }

// start adds the first word when the phrase does not go on with a letter, and the
// first signs.
func (p *prefixBuilder) start(b beginning, goesOn bool) {
	if b.word && b.n > 0 && b.n < prefixRunes && !goesOn || !b.word && b.n == signRunes {
		p.mark(b.key, atStart, p.kinds)
	}
}

// add adds the beginnings that lead on from the node at i, to which b has led.
func (p *prefixBuilder) add(i int, b beginning) {
	x := p.x
	literal := x.data[i+1 : i+1+int(x.data[i])]
	i += 1 + len(literal)
	for _, r := range literal {
		if p.full(b) {
			return
		}
		p.start(b, isPlainLetter(r))
		b = b.with(r)
	}
	if p.full(b) {
		return
	}
	if accepts := int(x.data[i]); accepts > 0 {
		p.start(b, false)
		p.ends(b, p.kinds&^p.fill(i+1, accepts))
		i += accepts * acceptSize
	}
	e := x.edges(i + 1)
	for k := range e.n {
		r := e.rune(k)
		p.start(b, !isPlaceholder(r) && isPlainLetter(r))
		switch {
		case !isPlaceholder(r):
			p.add(e.node(k), b.with(r))
		case b.n == 0: // no other placeholder begins a phrase
			p.add(e.node(k), b.with(r))
		case r == number:
			p.mark(b.end(), atNumber, p.kinds)
		default:
			p.ends(b, p.kinds)
			if b.inWord && b.n < prefixRunes {
				p.glued = true
			} else if b.inWord {
				p.mark(b.first, atInWord, p.kinds)
			}
		}
	}
}

// full adds a beginning of prefixRunes or farRunes and reports whether it is as long
// as beginnings are.
func (p *prefixBuilder) full(b beginning) bool {
	switch b.n {
	case prefixRunes:
		p.mark(b.key, atText, p.kinds)
	case farRunes:
		p.mark(b.key, atFar, p.kinds)
		return true
	}
	return false
}

// fill is ofLines when the n accepted phrases at i are all of rules for whole lines:
// such a line has no more than signs behind the phrase.
func (p *prefixBuilder) fill(i, n int) kinds {
	if p.kinds&ofLines == 0 {
		return 0
	}
	for ; n > 0; n-- {
		if !p.p.rules[p.x.u16(i)].whole {
			return 0
		}
		i += acceptSize
	}
	return ofLines
}

// end is the key of b without the space at its end.
func (b beginning) end() key {
	if b.space {
		return b.before
	}
	return b.key
}

// ends adds a beginning of kinds k that is a phrase or has a placeholder behind it.
func (p *prefixBuilder) ends(b beginning, k kinds) {
	if b.n < prefixRunes || b.n == prefixRunes && b.space {
		p.mark(b.end(), atText, k)
	} else {
		p.mark(b.end(), atFar, k)
	}
}
