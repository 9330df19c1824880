package rules

import "math/bits"

// kinds is a set of the indexes of a part.
type kinds uint8

const (
	ofRules kinds = 1 << iota
	ofLabels
	ofWords // of menus and buttons
	ofLines // of rules for the line, not only for a part of it
)

// A prefixSet holds the beginnings of the phrases of a part's indexes, so that a
// line which begins as none of them is told without a walk through an index, for
// all indexes by one look. It is a hash table of entries of two bytes, the kinds and
// twelve bits of the hash: one of some thousand others is taken for a beginning too.
// A byte behind them is 1 when words end between letters too, since a placeholder
// other than {n} follows a letter of a word. It is "" when there are none.
//
// Phrases and what stands before placeholders are looked up at the ends of words, and
// those that end with a space without it.
type prefixSet string

const (
	prefixRunes = 6  // of a beginning
	farRunes    = 12 // of the beginning of a line that begins like a phrase
	signRunes   = 3  // of those whose first word is shorter or no plain letters, to be looked at first
)

// place is what a prefixSet knows of a beginning.
type place uint64

const (
	atStart  place = iota // it is a first word that is shorter than prefixRunes, or the first signs
	atText                // it has prefixRunes, or is shorter and is a phrase or before a placeholder
	atFar                 // it has farRunes, or is shorter than that but not than prefixRunes, as above
	atNumber              // {n} follows
	atInWord              // it has prefixRunes, and a placeholder follows behind it within a word
)

// A key stands for up to prefixRunes folded runes, which it holds eight bits
// apart, so that ASCII letters are a key as they lie in memory. Those behind the
// first prefixRunes are added to a hash of these.
type key uint64

func (k key) with(r rune, n int) key {
	if n == prefixRunes {
		k *= golden
	}
	return k + key(r)<<(8*(n%prefixRunes))
}

// first is the first n bytes of k.
func (k key) first(n int) key { return k & (1<<(8*n) - 1) }

// golden is 2^64 divided by the golden ratio, for multiplicative hashing (Knuth's),
// of which the upper bits are the good ones.
const golden = 0x9E3779B97F4A7C15

func (k key) hash() uint64 { return uint64(k*golden) >> 32 }

// at is a hash of k at a place, of which the upper half is good.
func (k key) at(w place) uint64 { return (uint64(k) + uint64(w)<<56) * golden }

const (
	bucketSize = 8 // bytes: four entries, from the lowest on
	entryBits  = 16
	kindBits   = 4 // of an entry; the others are the upper ones of the hash
	allKinds   = 1<<kindBits - 1
	eachEntry  = 1 | 1<<entryBits | 1<<(2*entryBits) | 1<<(3*entryBits)
)

// fingerprint is the entry of a hash, without its kinds.
func fingerprint(h uint64) uint64 { return h >> (64 - entryBits + kindBits) << kindBits }

// at is the kinds of beginnings with that key; 0 when there is none.
func (p prefixSet) at(k key, w place) kinds {
	if p == "" {
		return 0
	}
	h := k.at(w)
	mask := uint64(len(p)/bucketSize - 1)
	for i := h >> 36 & mask; ; i = (i + 1) & mask {
		b := load64(string(p[i*bucketSize:]))
		// The entries of other that are 0 have the fingerprint. The lowest with its
		// upper bit in zero is one, if any has it.
		other := (b ^ fingerprint(h)*eachEntry) &^ (eachEntry * allKinds)
		if zero := (other - eachEntry) &^ other & (eachEntry << (entryBits - 1)); zero != 0 {
			if k := kinds(b>>(bits.TrailingZeros64(zero)+1-entryBits)) & allKinds; k != 0 {
				return k
			}
		}
		if b>>(64-entryBits) == 0 {
			return 0
		}
	}
}

// glued reports whether words end between letters too.
func (p prefixSet) glued() bool { return p != "" && p[len(p)-1] != 0 }

// begin returns the kinds of phrases that may begin line[pos:].
func (p prefixSet) begin(line string, pos int) kinds {
	if p.glued() {
		return p.from(line, pos, 0, 0)
	}
	if len(line)-pos < 8 {
		b, n := asciiWord(line[pos:])
		return p.from(line, pos+n, b, n)
	}
	low, other := asciiLetters(line[pos:])
	n := min(bits.TrailingZeros64(other)/8, prefixRunes)
	b := key(low).first(n)
	k := kinds(0)
	if n < prefixRunes {
		behind := key(other &^ (0xFF << (8 * n))).first(max(prefixRunes, n+2))
		if n == 0 || line[pos+n] != ' ' || behind != 0 {
			return p.from(line, pos+n, b, n)
		}
		k = p.at(b, atText) // a space and letters stand behind the word, as in most lines
	}
	return k | p.goesOn(line, pos+prefixRunes, key(low).first(prefixRunes), rune(line[pos+prefixRunes-1]|0x20))
}

// beginNumber is begin for a line whose number and the white space behind it end
// before line[pos:].
func (p prefixSet) beginNumber(line string, pos int) kinds {
	return p.from(line, pos, key(0).with(number, 0), 1)
}

// from is begin for a line of which n runes, b, stand before line[pos:]: none, plain
// letters or a number.
func (p prefixSet) from(line string, pos int, b key, n int) (k kinds) {
	glued := p.glued()
	last := rune('a') // a plain letter
	if b == key(number) {
		last = number
	}
	word := last != number // all are plain letters
	for ; n < prefixRunes; n++ {
		r, end := next(line, pos)
		plain := isPlainLetter(r)
		if !glued && (word && n > 0 && !plain || !word && n == signRunes && k == 0) && p.at(b, atStart) == 0 {
			return 0
		}
		if n > 0 && (last != ' ' && !(plain && isPlainLetter(last)) || glued) {
			k |= p.ended(b, atText, line, pos, r)
		}
		if r == gone {
			return k
		}
		b, pos, last, word = b.with(r, n), end, r, word && plain
	}
	return k | p.goesOn(line, pos, b, last)
}

// goesOn is begin for a line of which prefixRunes, b, stand before line[pos:], and
// last directly.
func (p prefixSet) goesOn(line string, pos int, b key, last rune) (k kinds) {
	all := p.at(b, atText)
	if all == 0 || p.at(b, atInWord) != 0 {
		return all
	}
	for n := prefixRunes; n < farRunes; n++ {
		r, end := next(line, pos)
		if last != ' ' && !(isPlainLetter(r) && isPlainLetter(last)) {
			k |= p.ended(b, atFar, line, pos, r)
		}
		if r == gone {
			return k & all
		}
		b, pos, last = b.with(r, n), end, r
	}
	return (k | p.at(b, atFar)) & all
}

// ended is the kinds of phrases of which b, which ends before line[pos:] with its
// folded rune r, is all or all up to a placeholder. Rules for whole lines are of
// ofLines only when nothing but signs stands there.
func (p prefixSet) ended(b key, w place, line string, pos int, r rune) kinds {
	k := p.at(b, w)
	if k&(ofRules|ofLines) == ofRules && skipTrail(line, pos) == len(line) {
		k |= ofLines
	}
	if beginsNumber(r) && !(r == ' ' && pos+1 < len(line) && isASCIILetter(line[pos+1])) {
		if of := p.at(b, atNumber); of&^k != 0 {
			if _, ok := numberEnd(line, pos); ok {
				k |= of
			}
		}
	}
	return k
}

// asciiWord is the key of the ASCII letters that s begins with, up to
// prefixRunes, and their number.
func asciiWord(s string) (b key, n int) {
	if len(s) < 8 {
		for n < len(s) && n < prefixRunes && isASCIILetter(s[n]) {
			b = b.with(rune(s[n]|0x20), n)
			n++
		}
		return b, n
	}
	low, other := asciiLetters(s)
	n = min(bits.TrailingZeros64(other)/8, prefixRunes)
	return key(low).first(n), n
}

// asciiLetters is the first eight bytes of s with letters in lower case, and the upper
// bits of those that are no ASCII letters.
func asciiLetters(s string) (low, other uint64) {
	const each = 0x0101010101010101
	w := load64(s)
	low = w&(0x7F*each) | 0x20*each
	fromA, behindZ := low+(0x80-'a')*each, low+(0x80-'z'-1)*each // the upper bit of each byte tells
	return low, ^(fromA &^ behindZ &^ w) & (0x80 * each)
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isPlainLetter reports whether a folded rune is a letter behind which no
// phrase can end if another follows.
func isPlainLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 0x0430 <= r && r <= 0x045F
}

// load64 is the first eight bytes of s as a number, which compiles to one load.
func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
