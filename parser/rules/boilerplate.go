package rules

import "unicode/utf8"

// Boilerplate returns the rule that line, as a whole, matches; nil when none
// does. Of several rules it prefers one that holds anywhere, then one that
// means something for other lines, then the one with the longest phrase. Whether
// the rule may be used where the line stands is for the caller to see, by its At.
func (s *Set) Boilerplate(line string) *Rule {
	var best *Rule
	var end int32
	for _, p := range s.parts {
		var h hits
		p.findRules(line, &h)
		for _, x := range h.list[:h.n] {
			r := p.rules[x.entry]
			if r.accepts(line, x) && (best == nil || r.beats(best, x.end, end)) {
				best, end = r, x.end
			}
		}
	}
	return best
}

// Parts returns the rule of the first part of a line all of whose parts, behind
// a question, an exclamation, a full stop, a bar or a wide gap, match one: "No comments yet.
// Be the first!", "Printable version | Send by mail". It is nil for lines of one
// part.
func (s *Set) Parts(line string) *Rule {
	var first *Rule
	for from := 0; from < len(line); {
		to := partEnd(line, from)
		if first == nil && to == len(line) {
			return nil
		}
		r := s.Boilerplate(line[from:to])
		if r == nil {
			return nil
		}
		if first == nil {
			first = r
		}
		from = to
	}
	return first
}

// partEnd is where the part at line[from:] ends, one with a number at the next number.
func partEnd(line string, from int) int {
	for i := from + 1; i < len(line)-1; i++ {
		if line[i] == ' ' && (endsPart(line, i) || isDigit(rune(line[from])) && isDigit(rune(line[i+1]))) {
			return i + 1
		}
	}
	return len(line)
}

// endsPart reports whether a sign that parts sentences stands before the space at
// line[i], or one that parts buttons with a space before it; those of paths do not
// count.
func endsPart(line string, i int) bool {
	switch c := line[i-1]; {
	case c == '?', c == '!', c == '.', c == ' ': // or a wide gap
		return true
	case c == '|':
		return i > 1 && line[i-2] == ' '
	case c < utf8.RuneSelf:
		return false
	}
	r, size := utf8.DecodeLastRuneInString(line[:i])
	switch r {
	case '؟', '…', '»':
		return true
	case '•', '·':
		return i > size && line[i-size-1] == ' '
	}
	return false
}

func (r *Rule) beats(other *Rule, end, otherEnd int32) bool {
	switch {
	case (r.At == Any) != (other.At == Any):
		return r.At == Any
	case (r.Means == Nothing) != (other.Means == Nothing):
		return r.Means != Nothing
	}
	return end > otherEnd
}

// findRules looks at the line from its first visible sign, so that "###" can
// be found, from its first word, and from its end.
func (p *part) findRules(line string, h *hits) {
	i := skipSpace(line, 0)
	p.follow(ofRules, line, i, h)
	if j := skipLead(line, i); j > i {
		p.find(ofLines, line, j, h)
	}
	p.findEnds(line, h)
}

// accepts reports whether what stands behind the phrase is as the rule wants.
func (r *Rule) accepts(line string, x hit) bool {
	if x.tight {
		return false
	}
	if r.whole {
		return skipTrail(line, int(x.end)) == len(line) && (!r.framed || isFramed(line, int(x.end)))
	}
	return len(line) <= r.within || utf8.RuneCountInString(line) <= r.within
}

// isFramed reports whether signs stand before and behind the phrase that ends
// at end, as in "(END)" or "- Fin -".
func isFramed(line string, end int) bool {
	i := skipSpace(line, 0)
	return skipLead(line, i) > i && skipSpace(line, end) < len(line)
}

// skipLead returns the offset behind the bullets, quotes and brackets at i.
func skipLead(s string, i int) int { return skip(s, i, &leadLow, isLead) }

// skipTrail returns the offset behind the punctuation and ornaments at i.
func skipTrail(s string, i int) int { return skip(s, i, &trailLow, isTrail) }

// skip returns the offset behind the runes at i that are of a kind; low has the
// kind's ASCII.
func skip(s string, i int, low *[utf8.RuneSelf]bool, is func(rune) bool) int {
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r < utf8.RuneSelf {
			if !low[r] {
				break
			}
		} else if r, size = utf8.DecodeRuneInString(s[i:]); !is(r) {
			break
		}
		i += size
	}
	return i
}

// leadLow and trailLow are isLead and isTrail for ASCII.
var leadLow, trailLow = asciiTable(isLead), asciiTable(isTrail)

func asciiTable(is func(rune) bool) (t [utf8.RuneSelf]bool) {
	for r := range t {
		t[r] = is(rune(r))
	}
	return t
}

func isLead(r rune) bool {
	if isOrnament(r) {
		return true
	}
	switch f := fold(r); f {
	case ' ', gone, '*', '-', '_', '#', '=', '.', '>', '<', '|', '~', '^', '+', '\'', '(', '[', '{', '\\', '/', '&', ':',
		'【', '〖', '「', '『', '〈', '《', '〔', '›', '‹':
		return true
	}
	return false
}

func isTrail(r rune) bool {
	if isOrnament(r) {
		return true
	}
	switch f := fold(r); f {
	case ' ', gone, '*', '-', '_', '#', '=', '>', '<', '|', '~', '^', '+', '\'', ')', ']', '}', '\\', '/', ':', '.', ',', ';', '!', '…', '&',
		'】', '〗', '」', '』', '〉', '》', '〕', '›', '‹', '。', '，', '、', '؛', '،', '।', '۔', '։':
		return true
	}
	return false
}
