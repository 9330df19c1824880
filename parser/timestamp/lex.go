package timestamp

import "unicode/utf8"

// A token is a number, a word of the table, another word, or one sign.
type token struct {
	start, end int32
	kinds      kindSet // of a word
	val        int32   // of a number; of a word its index in words, or -1 when it is none of them; of a sign the rune
	kind       tokenKind
	gap        bool  // white space stands before it
	digits     uint8 // of a number
	script     script
}

type tokenKind uint8

const (
	signToken tokenKind = iota
	numberToken
	wordToken
)

// script is the script of a number's digits, where it tells something.
type script uint8

const (
	latin   script = iota // also full width
	native                // Arabic, Indic and others
	persian               // ۰۱۲: Persian, Urdu, Pashto
	thai
	devanagari
	han // 二〇二〇, 十
)

const (
	maxTokens = 96 // in one window of a long text
	maxWord   = 64 // bytes of a folded word; longer ones are unknown
	maxDigits = 18

	noLetters = -2 // val of a word of which folding leaves nothing
)

// lex reads the tokens of r.s from an offset on, as many as the reader holds,
// and returns the offset at which it stopped. It stops before the unknown word
// that exceeds the budget.
func (r *reader) lex(at int) int {
	s := r.s
	last, _ := utf8.DecodeLastRuneInString(s[:at])
	gap := at == 0 || class(last) == spaceClass
	for r.n = 0; at < len(s) && r.n < maxTokens; {
		c, size := rune(s[at]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[at:])
		}
		t := &r.buf[r.n]
		switch class(c) {
		case spaceClass:
			gap = true
			at += size
			continue
		case invisibleClass:
			at += size
			continue
		case digitClass:
			number(t, s, at)
		case letterClass:
			wordAt(t, s, at, c)
			if t.val == noLetters {
				at = int(t.end)
				continue
			}
			if t.val < 0 {
				if r.budget--; r.budget < 0 {
					return at
				}
			}
			if t.kinds == 1<<kindDay {
				r.dayWord(t)
			}
		default:
			*t = token{start: int32(at), end: int32(at + size), val: plainSign(c)}
		}
		r.n++
		t.gap, gap = gap, false
		at = int(t.end)
	}
	return at
}

// dayWord makes the word of a day of the month in the language of the text a
// number, as in "یکم دی ۱۴۰۲".
func (r *reader) dayWord(t *token) {
	s := senses[words[t.val].first]
	if l := r.language(); l < 0 || s.langs == 0 || langSets[s.langs].has(r.lang) {
		*t = token{kind: numberToken, start: t.start, end: t.end, val: int32(s.value), digits: 2}
	}
}

// number reads the digits at s[at:]. A number above 99999999 has val -1.
func number(t *token, s string, at int) {
	*t = token{kind: numberToken, start: int32(at)}
	n, i, count := int64(0), at, 0
	for i < len(s) {
		d, size := int32(s[i])-'0', 1
		if s[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if d = digit(r); i == at {
				t.script = scriptOf(r)
			}
		}
		if d < 0 || d > 9 {
			break
		}
		if count++; count <= maxDigits {
			n = n*10 + int64(d)
		}
		i += size
	}
	t.end, t.digits = int32(i), uint8(min(count, maxDigits+1))
	if t.val = int32(n); n > 99999999 {
		t.val = -1
	}
}

func scriptOf(digit rune) script {
	switch {
	case digit >= 0x6F0 && digit <= 0x6F9:
		return persian
	case digit >= 0x966 && digit <= 0x96F:
		return devanagari
	case digit >= 0xE50 && digit <= 0xE59:
		return thai
	case digit >= 0x660 && digit < 0xFF00:
		return native
	}
	return latin
}
