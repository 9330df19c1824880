package linemodel

import (
	"slices"
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
	for i := range t {
		t[i] = symbol
	}
	for _, c := range slices.Backward(categories) {
		eachBelow(tableSize, c.tables, func(r rune) { t[r] = c.class })
	}
	eachBelow(tableSize, denseScripts, func(r rune) {
		if t[r] == caseless || t[r] == mark {
			t[r] = dense
		}
	})
	for r, c := range specialClass() {
		if r < tableSize {
			t[r] = c
		}
	}
	return t
})

// eachBelow calls use for the characters of tables below end, which is below 1<<16.
func eachBelow(end rune, tables []*unicode.RangeTable, use func(r rune)) {
	for _, table := range tables {
		for _, span := range table.R16 {
			for r := rune(span.Lo); r <= rune(span.Hi) && r < end; r += rune(span.Stride) {
				use(r)
			}
		}
	}
}

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

// denseScripts are scripts without spaces whose letters and marks are dense.
var denseScripts = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// categories tell the class of most characters: the first that has one counts.
// Those that are in none are symbols.
var categories = []struct {
	class  class
	tables []*unicode.RangeTable
}{
	{space, []*unicode.RangeTable{unicode.White_Space}},
	{upper, []*unicode.RangeTable{unicode.Lu, unicode.Lt}},
	{lower, []*unicode.RangeTable{unicode.Ll}},
	{caseless, []*unicode.RangeTable{unicode.L}},
	{mark, []*unicode.RangeTable{unicode.M, unicode.Cf}},
	{digit, []*unicode.RangeTable{unicode.Nd}},
	{opening, []*unicode.RangeTable{unicode.Ps}},
	{closing, []*unicode.RangeTable{unicode.Pe}},
	{dash, []*unicode.RangeTable{unicode.Pd}},
	{quote, []*unicode.RangeTable{unicode.Pi, unicode.Pf}},
	{other, []*unicode.RangeTable{unicode.Cc}},
}

// slowClass is the class of a character by the tables of Unicode.
func slowClass(r rune) class {
	if c, ok := specialClass()[r]; ok {
		return c
	}
	for _, c := range categories {
		if unicode.In(r, c.tables...) {
			if (c.class == caseless || c.class == mark) && unicode.In(r, denseScripts...) {
				return dense
			}
			return c.class
		}
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
