package timestamp

import "unicode/utf8"

// A token is a number, a word of the table, another word, or one sign.
type token struct {
	start, end int32
	val        int32 // of a number; of a word its index in words, or -1 when it is none of them; of a sign the rune
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

// lex appends the tokens of s from offset on, until the slice is full. It
// returns them and the offset at which it stopped.
func lex(toks []token, s string, at int) ([]token, int) {
	gap := true
	for at < len(s) && len(toks) < cap(toks) {
		r, size := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[at:])
		}
		switch class(r) {
		case spaceClass:
			gap = true
			at += size
			continue
		case invisibleClass:
			at += size
			continue
		case digitClass:
			toks = append(toks, number(s, at))
		case letterClass:
			t := wordAt(s, at, r)
			if t.val == noLetters {
				at = int(t.end)
				continue
			}
			toks = append(toks, t)
		default:
			toks = append(toks, token{start: int32(at), end: int32(at + size), val: plainSign(r)})
		}
		t := &toks[len(toks)-1]
		t.gap, gap = gap, false
		at = int(t.end)
	}
	return toks, at
}

// number reads the digits at s[at:]. A number above 99999999 has val -1.
func number(s string, at int) token {
	t := token{kind: numberToken, start: int32(at)}
	n, i := int64(0), at
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		d := digit(r)
		if d < 0 {
			break
		}
		if i == at {
			t.script = scriptOf(r)
		}
		if t.digits++; t.digits > maxDigits {
			t.digits = maxDigits + 1
		}
		n = min(n*10+int64(d), 1<<40)
		i += size
	}
	t.end = int32(i)
	if t.val = int32(n); n > 99999999 {
		t.val = -1
	}
	return t
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
