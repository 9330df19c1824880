package linemodel

import (
	"sync"
	"unicode"
)

// A class is what a character is to the scanner, one class a character.
type class uint8

const (
	other class = iota
	space
	upper
	lower
	caseless // letters of scripts without case that put spaces between words
	dense    // letters of scripts without spaces between words: Han, kana, Thai, ...
	mark     // combining marks, joiners, apostrophes inside words
	digit
	stop // ends a sentence
	comma
	colon
	quote
	opening // opening bracket
	closing // closing bracket
	dash
	separator // stands between the parts of a menu or a breadcrumb: | › » / · →
	bullet
	symbol // currency, mathematics, pictographs, the rest
)

// tableSize covers all scripts below the general symbols; the blocks above
// are told apart by range.
const tableSize = 0x2080

var classTable = sync.OnceValue(func() *[tableSize]class {
	t := new([tableSize]class)
	for r := rune(0); r < tableSize; r++ {
		t[r] = slowClass(r)
	}
	return t
})

// special are the characters whose class their Unicode category does not tell.
var special = map[class]string{
	stop:      ".!?…;؟۔।॥։።፧።‼⁇⁈⁉‽。！？｡．",
	comma:     ",،، ﹐、，；；؛՝፣",
	colon:     ":：",
	quote:     "\"'‘’‚‛“”„‟«»‹›「」『』《》〈〉＂＇`´",
	separator: "|/\\•·→←»›>¦↓↑▸▶►▼▲／｜＞・∙⋅<",
	bullet:    "*▪◦●○■□◆◇♦‣⁃−–",
	symbol:    "_#@&%+=~^$©®™",
	mark:      "\u200b\u200c\u200d\u200e\u200f\u00ad",
}

var specialClass = sync.OnceValue(func() map[rune]class {
	m := make(map[rune]class)
	for _, c := range []class{symbol, bullet, separator, quote, colon, comma, stop, mark} {
		for _, r := range special[c] {
			if r != ' ' {
				m[r] = c
			}
		}
	}
	m[';'] = comma
	m['»'], m['›'], m['‹'], m['«'] = quote, quote, quote, quote
	return m
})

func slowClass(r rune) class {
	if c, ok := specialClass()[r]; ok {
		return c
	}
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && (unicode.IsLetter(r) || unicode.IsMark(r)):
		return dense
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return upper
	case unicode.IsLower(r):
		return lower
	case unicode.IsLetter(r):
		return caseless
	case unicode.IsMark(r), unicode.Is(unicode.Cf, r):
		return mark
	case unicode.IsDigit(r):
		return digit
	case unicode.In(r, unicode.Ps):
		return opening
	case unicode.In(r, unicode.Pe):
		return closing
	case unicode.In(r, unicode.Pd):
		return dash
	case unicode.In(r, unicode.Pi, unicode.Pf):
		return quote
	case unicode.IsControl(r):
		return other
	}
	return symbol
}

// classOf is the class of a character outside the table.
func classOf(r rune) class {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3041 && r <= 0x30FA, r >= 0x3400 && r <= 0x4DBF,
		r >= 0x20000 && r <= 0x3FFFF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF66 && r <= 0xFF9D, r == 0x30FC, r == 0x3005:
		return dense
	case r >= 0xAC00 && r <= 0xD7A3:
		return caseless
	case r >= 0xFF10 && r <= 0xFF19:
		return digit
	case r >= 0xFE00 && r <= 0xFE0F:
		return mark
	case r >= 0x1F000:
		return symbol
	case r == 0xFEFF:
		return mark
	}
	return slowClass(r)
}
