package rules

import "unicode/utf8"

// Phrases that end a line are kept backwards in an index of their own: in many
// languages the verb that says what readers are to do comes last, behind the
// name of the paper and of the network. None of these languages is written in
// ASCII, so that most lines are told by their last byte.

// maxEnd bounds the bytes of the end of a line that is compared.
const maxEnd = 192

// An endSet tells by the last two signs of a line whether a phrase may end it: a
// filter with a bit for each pair, as a prefixSet is.
type endSet string

const endPlaces = 1 << 12

func endPlace(last, before rune) uint64 {
	return key(0).with(last, 0).with(before, 2).hash() % endPlaces
}

func (e endSet) has(place uint64) bool { return e != "" && e[place/8]>>(place%8)&1 != 0 }

// endings is the endSet of the trie of phrases that end lines.
func (n *node) endings() endSet {
	if len(n.edges) == 0 {
		return ""
	}
	b := make([]byte, endPlaces/8)
	for last, rest := range n.edges {
		for before := range rest.edges {
			place := endPlace(last, before)
			b[place/8] |= 1 << (place % 8)
		}
	}
	return endSet(b)
}

// ends reports whether a phrase may end line.
func (p *part) ends(line string) bool {
	if line == "" || p.end.root == 0 || len(line) > p.longest {
		return false
	}
	if c := line[len(line)-1]; c < utf8.RuneSelf && !trailLow[c] || endsInASCII(line) {
		return false
	}
	last, line := lastSign(line, true)
	before, _ := lastSign(line, false)
	return p.endings.has(endPlace(last, before))
}

// endsInASCII reports whether the last sign of line, but for those that may stand
// behind a phrase, is ASCII.
func endsInASCII(line string) bool {
	i := len(line) - 1
	for i >= 0 {
		if c := line[i]; c < utf8.RuneSelf && trailLow[c] {
			i--
		} else if i > 1 && line[i-1] == 0x80 && line[i-2] == 0xE2 { // a quote or a dash
			i -= 3
		} else {
			break
		}
	}
	return i < 0 || line[i] < utf8.RuneSelf
}

// lastSign returns the folded last rune of s and what stands before it. When
// behind is true, the signs that may stand behind a phrase are passed over.
func lastSign(s string, behind bool) (rune, string) {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		if f := fold(r); f != gone && !(behind && isTrail(r)) {
			return f, s
		}
	}
	return gone, ""
}

// findEnds collects the phrases that end line.
func (p *part) findEnds(line string, h *hits) {
	if !p.ends(line) {
		return
	}
	back := backwards(line)
	p.end.walk(back, skipTrail(back, 0), p.end.root, h)
}

// backwards is the last runes of s, the last first.
func backwards(s string) string {
	b := make([]byte, 0, maxEnd)
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if len(b)+size > maxEnd {
			break
		}
		b = utf8.AppendRune(b, r)
		s = s[:len(s)-size]
	}
	return string(b)
}

// reversed is a pattern backwards. It holds no placeholders.
func reversed(pattern string) string {
	r := []rune(pattern)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
