package rules

import (
	"unicode"
	"unicode/utf8"
)

// Folding makes the many ways to write a phrase one: lower case without
// accents, one form of each quote, dash, white space, digit and Arabic letter,
// full-width forms as ASCII, invisible characters gone. It works rune by rune,
// so that a line is folded only as far as it is compared.

const (
	gone    = 0      // folded form of what is skipped
	foreign = 0xFFFD // folded form of what no phrase can hold
)

// foldLow holds the folded forms below U+0700, which is all of Latin, Greek,
// Cyrillic, Armenian, Hebrew and Arabic but for a few extensions.
var foldLow = makeFoldLow()

// foldLetters lists letters that fold to the first of their group.
var foldLetters = []string{
	"aàáâãäåāăąǎǟǡǻȁȃȧ", "cçćĉċč", "dďđð", "eèéêëēĕėęěȅȇȩ", "gĝğġģǧǵ", "hĥħ",
	"iìíîïĩīĭįıǐȉȋ", "jĵ", "kķĸǩ", "lĺļľŀł", "nñńņňǹ", "oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱ",
	"rŕŗřȑȓ", "sśŝşšșſ", "tţťŧț", "uùúûüũūŭůűųưǔǖǘǚǜȕȗ", "wŵ", "yýÿŷȳ", "zźżž",
	"αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "σς",
	"еёѐ", "ийѝ", "ії", "уў", "гѓ", "кќ",
	"اأإآٱ", "يىیےۓئې", "كک", "هةہۀۃھە", "وؤ",
}

// foldRanges gives the base letters of U+1E00 to U+1EFF, in order.
var foldRanges = []struct {
	end  rune // inclusive
	base rune
}{
	{0x1E01, 'a'}, {0x1E07, 'b'}, {0x1E09, 'c'}, {0x1E13, 'd'}, {0x1E1D, 'e'}, {0x1E1F, 'f'},
	{0x1E21, 'g'}, {0x1E2B, 'h'}, {0x1E2F, 'i'}, {0x1E35, 'k'}, {0x1E3D, 'l'}, {0x1E43, 'm'},
	{0x1E4B, 'n'}, {0x1E53, 'o'}, {0x1E57, 'p'}, {0x1E5F, 'r'}, {0x1E69, 's'}, {0x1E71, 't'},
	{0x1E7B, 'u'}, {0x1E7F, 'v'}, {0x1E89, 'w'}, {0x1E8D, 'x'}, {0x1E8F, 'y'}, {0x1E95, 'z'},
	{0x1E9F, 's'}, {0x1EB7, 'a'}, {0x1EC7, 'e'}, {0x1ECB, 'i'}, {0x1EE3, 'o'}, {0x1EF1, 'u'}, {0x1EFF, 'y'},
}

// indicBases undoes the letters of Devanagari and Bengali that hold a nukta.
var indicBases = map[rune]rune{
	0x0929: 0x0928, 0x0931: 0x0930, 0x0934: 0x0933, 0x0958: 0x0915, 0x0959: 0x0916, 0x095A: 0x0917,
	0x095B: 0x091C, 0x095C: 0x0921, 0x095D: 0x0922, 0x095E: 0x092B, 0x095F: 0x092F,
	0x09DC: 0x09A1, 0x09DD: 0x09A2, 0x09DF: 0x09AF,
}

func makeFoldLow() *[0x700]uint16 {
	t := new([0x700]uint16)
	for r := range rune(len(t)) {
		t[r] = uint16(unicode.ToLower(r))
		switch {
		case r < ' ' || r == 0x7F || r == 0xA0 || r == 0x85:
			t[r] = ' '
		case r == 0xAD || r == 0x061C || r == 0x0640 || unicode.Is(unicode.Mn, r):
			t[r] = gone
		}
	}
	for _, group := range foldLetters {
		first, size := utf8.DecodeRuneInString(group)
		for _, r := range group[size:] {
			t[r] = uint16(first)
		}
	}
	for r := range rune(len(t)) { // capitals of the letters above
		if l := unicode.ToLower(r); l != r && int(l) < len(t) {
			t[r] = t[l]
		}
	}
	t['İ'] = 'i'
	for r := rune(0); r < 10; r++ {
		t[0x0660+r], t[0x06F0+r] = uint16('0'+r), uint16('0'+r)
	}
	for _, r := range "\"`´«»ʻʼ" {
		t[r] = '\''
	}
	t['؟'], t['¦'], t['׃'], t['՝'] = '?', '|', ':', ':'
	return t
}

// fold returns the folded form of r: gone, foreign or a rune below U+E000.
func fold(r rune) rune {
	if r < 0x700 {
		return rune(foldLow[r])
	}
	return foldHigh(r)
}

func foldHigh(r rune) rune {
	switch {
	case r >= 0x2000 && r < 0x2070:
		return foldPunctuation(r)
	case r >= 0x3400 && r < 0xE000:
		return r
	case r >= 0x0900 && r < 0x0E00:
		return foldIndic(r)
	case r >= 0xFF01 && r <= 0xFF5E:
		return fold(r - 0xFF01 + '!')
	case r >= 0x1E00 && r <= 0x1EFF:
		return foldLatin(r)
	case r >= 0xE000 && r <= 0xF8FF, r > 0xFFFF:
		return foreign
	case r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF:
		return gone
	case r == 0x3000, r == 0x1680:
		return ' '
	case r == 0x2212, r == 0x2500, r == 0x2501:
		return '-'
	case r == 0x2236, r == 0xFE55, r == 0xFE30, r == colonKhmer, r == colonEthiopic:
		return ':'
	case r >= 0x1C90 && r <= 0x1CBF:
		return r - 0x1C90 + 0x10D0
	case r >= 0x10A0 && r <= 0x10C5:
		return r - 0x10A0 + 0x10D0
	}
	if d, ok := farDigit(r); ok {
		return d
	}
	if lower := unicode.ToLower(r); lower != r {
		return fold(lower)
	}
	return r
}

func foldPunctuation(r rune) rune {
	switch {
	case r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F:
		return ' '
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060:
		return gone
	case r <= 0x2015:
		return '-'
	case r >= 0x2018 && r <= 0x201F, r >= 0x2032 && r <= 0x2037, r == 0x2039, r == 0x203A:
		return '\''
	}
	return r
}

const (
	visargaHindi   = 0x0903
	visargaBengali = 0x0983
	colonEthiopic  = 0x1366
	colonKhmer     = 0x17D6
)

func foldIndic(r rune) rune {
	switch low := r & 0x7F; {
	case low >= 0x66 && low <= 0x6F: // every block of these scripts has its digits here
		return '0' + low - 0x66
	case low == 0x3C: // nukta
		return gone
	case r == visargaHindi || r == visargaBengali: // written for the colon they look like
		return ':'
	}
	if base, ok := indicBases[r]; ok {
		return base
	}
	return r
}

func foldLatin(r rune) rune {
	for _, g := range foldRanges {
		if r <= g.end {
			return g.base
		}
	}
	return r
}

// farDigit folds the digits of Thai, Lao, Tibetan, Burmese, Khmer and Mongolian.
func farDigit(r rune) (rune, bool) {
	for _, zero := range [...]rune{0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810} {
		if r >= zero && r < zero+10 {
			return '0' + r - zero, true
		}
	}
	return 0, false
}

// next returns the folded rune at s[i:] and the offset behind it, white space
// as a single ' '. At the end it returns gone and len(s).
func next(s string, i int) (rune, int) {
	if i < len(s) {
		c := s[i]
		if isPlain(c) {
			return rune(foldLow[c]), i + 1
		}
		if c == ' ' && i+1 < len(s) && isPlain(s[i+1]) {
			return ' ', i + 1
		}
	}
	return nextRune(s, i)
}

// isPlain reports whether c is a visible ASCII character.
func isPlain(c byte) bool { return c > ' ' && c < 0x7F }

func nextRune(s string, i int) (rune, int) {
	if i+1 < len(s) && s[i] >= 0xC0 && s[i] < 0xDC { // below U+0700, without a call
		if f := foldLow[rune(s[i]&0x1F)<<6|rune(s[i+1]&0x3F)]; f > ' ' {
			return rune(f), i + 2
		}
	}
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch f := fold(r); f {
		case gone:
		case ' ':
			return ' ', skipSpace(s, i)
		default:
			return f, i
		}
	}
	return gone, i
}

// skipSpace returns the offset of the first visible rune of s[i:].
func skipSpace(s string, i int) int {
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r > ' ' && r < 0x7F {
			break
		}
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if f := fold(r); f != ' ' && f != gone {
			break
		}
		i += size
	}
	return i
}

// isWord reports whether r is part of a word: a letter, digit or mark.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	switch { // without a look at a table
	case 0x0400 <= r && r <= 0x0481, 0x0620 <= r && r <= 0x064A, 0x4E00 <= r && r <= 0x9FFC, 0xAC00 <= r && r <= 0xD7A3: // letters
		return true
	case 0x2000 <= r && r < 0x2070, 0x2190 <= r && r < 0x2C00: // punctuation; arrows and other signs
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && r != visargaHindi && r != visargaBengali
}

// isDigit reports whether r is a decimal digit of any script.
func isDigit(r rune) bool {
	f := fold(r)
	return f >= '0' && f <= '9'
}

// spaceless reports whether r belongs to a script that puts no spaces between
// words, so that a phrase may end inside a run of letters.
func spaceless(r rune) bool {
	return r >= 0x2E80 && (r < 0xAC00 || r >= 0xF900 && r <= 0xFAFF) ||
		r >= 0x0E00 && r < 0x10A0 || r >= 0x1780 && r < 0x1800
}

func isHangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

// isOrnament reports whether r is a sign that pages set before or behind a
// line without changing what it says: bullets, arrows, dingbats, emoji.
func isOrnament(r rune) bool {
	return r >= 0x2190 && r < 0x2200 || r >= 0x2500 && r < 0x27C0 || r >= 0x2B00 && r < 0x2C00 ||
		r >= 0x1F000 && r < 0x1FB00 || r == '•' || r == '·' || r == '・' || r == '※' || r == '‣' || r == '◦' || r == '¶' || r == '˃'
}
