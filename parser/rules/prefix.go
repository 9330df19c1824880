package rules

import "math/bits"

// kinds is a set of the indexes of a part.
type kinds uint8

const (
	ofRules kinds = 1 << iota
	ofLabels
	ofWords // of menus and buttons
)

// A prefixSet holds the beginnings of the phrases of a part's indexes, so that a
// line which begins as none of them is told without a walk through an index, for
// all indexes by one look. It is three Bloom filters with as many bits at each
// place as there are indexes: it may say yes to others. The first holds what
// stands before placeholders, the second first words that are shorter than
// prefixRunes and the first signs, the third beginnings and phrases that are
// shorter. The first and the third are asked at the ends of words and of the
// beginning.
type prefixSet string

const (
	prefixRunes = 6       // of the beginnings
	signRunes   = 3       // of those whose first word is shorter or no plain letters, to be looked at first
	slotPlaces  = 1 << 16 // of the filter for what stands before a placeholder
	startPlaces = 1 << 16 // of the filter for first words and signs, behind it
	textPlaces  = 1 << 18 // of the filter for the other beginnings, behind these
	allPlaces   = slotPlaces + startPlaces + textPlaces
)

// A key stands for up to prefixRunes folded runes, which it holds eight bits
// apart, so that ASCII letters are a key as they lie in memory.
type key uint64

func (k key) with(r rune, n int) key { return k + key(r)<<(8*n) }

// hash is multiplicative hashing (Knuth's, with 2^64 divided by the golden
// ratio), of which the upper bits are the good ones.
func (k key) hash() uint64 { return uint64(k) * 0x9E3779B97F4A7C15 >> 32 }

// Places in the set: of a beginning that a placeholder follows, of a first word or
// first signs, and of a beginning with all its runes or a phrase that is shorter.
func (k key) slot() uint64  { return k.hash() % slotPlaces }
func (k key) start() uint64 { return slotPlaces + k.hash()%startPlaces }
func (k key) text() uint64  { return slotPlaces + startPlaces + k.hash()%textPlaces }

// glued is a place that says that a placeholder other than {n} follows a letter
// of a word, so that words end between letters too.
const glued = 0 // of the empty beginning, which has no place of its own

// at is the indexes at a place; a byte holds two places.
func (p prefixSet) at(place uint64) kinds { return kinds(p[place/2]>>(place%2*4)) & 15 }

// beginnings is the prefixSet of p.
func (p *part) beginnings() prefixSet {
	b := make([]byte, allPlaces/2)
	for _, k := range []kinds{ofRules, ofLabels, ofWords} {
		if x := p.index(k); x.root != 0 {
			prefixBuilder{b, x, k}.add(x.root, beginning{word: true})
		}
	}
	return prefixSet(b)
}

// A prefixBuilder adds the beginnings of one index to those of a part.
type prefixBuilder struct {
	places []byte
	x      *index
	kind   kinds
}

// A beginning is n folded runes.
type beginning struct {
	key    key
	n      int
	inWord bool // the last one is a plain letter
	word   bool // all are
}

func (b beginning) with(r rune) beginning {
	plain := isPlainLetter(r)
	return beginning{b.key.with(r, b.n), b.n + 1, plain, b.word && plain}
}

func (p prefixBuilder) set(place uint64) { p.places[place/2] |= byte(p.kind) << (place % 2 * 4) }

// start adds the first word when the phrase does not go on with a letter, and the
// first signs.
func (p prefixBuilder) start(b beginning, goesOn bool) {
	if b.word && b.n > 0 && !goesOn || !b.word && b.n == signRunes {
		p.set(b.key.start())
	}
}

// add adds the beginnings that lead on from the node at i, to which b has led.
func (p prefixBuilder) add(i int, b beginning) {
	x := p.x
	literal := x.data[i+1 : i+1+int(x.data[i])]
	i += 1 + len(literal)
	for _, r := range literal {
		if b.n == prefixRunes {
			break
		}
		p.start(b, isPlainLetter(r))
		b = b.with(r)
	}
	if b.n == prefixRunes {
		p.set(b.key.text())
		return
	}
	if accepts := int(x.data[i]); accepts > 0 {
		p.start(b, false)
		p.set(b.key.text())
		i += accepts * acceptSize
	}
	e := x.edges(i + 1)
	for k := range e.n {
		r := e.rune(k)
		p.start(b, !isPlaceholder(r) && isPlainLetter(r))
		switch {
		case !isPlaceholder(r):
			p.add(e.node(k), b.with(r))
		case b.inWord && r != number:
			p.set(glued)
			fallthrough
		case b.n > 0: // no letter begins a line that a number begins
			p.set(b.key.slot())
		}
	}
}

// begin returns the indexes of which a phrase may begin line[pos:], whose first
// rune is a letter.
func (p prefixSet) begin(line string, pos int) (k kinds) {
	glued := p.at(glued) != 0
	var b key
	n := 0
	if !glued {
		b, n = asciiWord(line[pos:])
		pos += n
	}
	inWord, word := n > 0, true // the last rune is a plain letter; all are
	for ; n < prefixRunes; n++ {
		r, end := next(line, pos)
		plain := isPlainLetter(r)
		if !glued && (word && n > 0 && !plain || !word && n == signRunes && k == 0) && p.at(b.start()) == 0 {
			return 0
		}
		if n > 0 && (!inWord || !plain || glued) {
			k |= p.at(b.slot())
			if !inWord || !plain {
				k |= p.at(b.text())
			}
		}
		if r == gone {
			return k
		}
		b, pos, inWord, word = b.with(r, n), end, plain, word && plain
	}
	return k | p.at(b.text())
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
	const each = 0x0101010101010101
	w := (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56) // one load
	low := w&(0x7F*each) | 0x20*each
	fromA, behindZ := low+(0x80-'a')*each, low+(0x80-'z'-1)*each // the upper bit of each byte tells
	other := ^(fromA &^ behindZ &^ w) & (0x80 * each)
	n = min(bits.TrailingZeros64(other)/8, prefixRunes)
	return key(low & (1<<(8*n) - 1)), n
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isPlainLetter reports whether a folded rune is a letter behind which no
// phrase can end if another follows.
func isPlainLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 0x0430 <= r && r <= 0x045F
}
