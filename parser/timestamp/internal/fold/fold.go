// Package fold brings the spellings of one word to one form, for the table
// of words and for the text that is looked up in it.
package fold

import "unicode"

// Drop is what Rune returns for a rune that does not count.
const Drop rune = -1

// The base letters of U+00C0..U+024F and U+1E00..U+1EFF: canonical
// decomposition without marks, lower case; ø, đ, ħ, ł, ŧ, ı and ß as o, d, h,
// l, t, i and s. A star stands for letters without one.
const (
	latin1E = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssssaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy"
	latinC0 = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
		"********************************oo*************uu*******************dddlllnnnaaiioouuuuuuuuuu*aaaaaa**ggkkoooo**jdddgg**nnaaaaooaaaaeeeeiiiioooorrrruuuusstt**hh******aaeeooooooooyy****************************"
)

// Rune is r in lower case without diacritics. Letters that are typed in
// several ways (Arabic and Persian yeh, kaf, alef and heh; Indic letters with
// a nukta; full-width letters) become one. It is Drop for combining marks of
// these scripts, apostrophes and invisible characters.
func Rune(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r == '\'' || r == '`' {
			return Drop
		}
		return r
	case r < 0x370:
		return latin(r)
	case r < 0x400:
		return greek(r)
	case r < 0x530:
		return cyrillic(r)
	case r >= 0x591 && r <= 0x5F4 && (r < 0x5D0 || r > 0x5EA): // points, geresh
		return Drop
	case r >= 0x610 && r < 0x6E0:
		return arabic(r)
	case r >= 0x900 && r < 0xD80:
		return indic(r)
	case r >= 0xD80 && r < 0x10A0, r >= 0x10D0 && r < 0x1100: // no case
		return r
	case r >= 0x1E00 && r < 0x1F00:
		return rune(latin1E[r-0x1E00])
	case Invisible(r), r == '’', r == '‘':
		return Drop
	case r >= 0xFF01 && r <= 0xFF5E:
		return Rune(r - 0xFF01 + '!')
	}
	return unicode.ToLower(r)
}

// Invisible reports whether r shows nothing and separates nothing: joiners,
// directional marks, soft hyphen, byte order mark, variation selectors.
func Invisible(r rune) bool {
	switch {
	case r < 0x200B:
		return r == 0xAD
	case r <= 0x2069:
		return r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060
	}
	return r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F
}

func latin(r rune) rune {
	switch {
	case r >= 0xC0 && r < 0x250 && latinC0[r-0xC0] != '*':
		return rune(latinC0[r-0xC0])
	case r == 0xAD || r >= 0x2B9 && r <= 0x2BF || r >= 0x300: // marks; modifier apostrophes
		return Drop
	}
	return unicode.ToLower(r)
}

func greek(r rune) rune {
	switch r {
	case 'ά', 'Ά':
		return 'α'
	case 'έ', 'Έ':
		return 'ε'
	case 'ή', 'Ή':
		return 'η'
	case 'ί', 'Ί', 'ϊ', 'Ϊ', 'ΐ':
		return 'ι'
	case 'ό', 'Ό':
		return 'ο'
	case 'ύ', 'Ύ', 'ϋ', 'Ϋ', 'ΰ':
		return 'υ'
	case 'ώ', 'Ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	}
	if r >= 'α' && r <= 'ω' {
		return r
	}
	return unicode.ToLower(r)
}

func cyrillic(r rune) rune {
	switch {
	case r >= 'А' && r <= 'Я':
		r += 'а' - 'А'
	case r >= 'Ѐ' && r < 'А':
		r += 'ѐ' - 'Ѐ'
	case r >= 0x460:
		r = unicode.ToLower(r)
	}
	switch r {
	case 'ё', 'ѐ':
		return 'е'
	case 'й', 'ѝ', 'ӣ':
		return 'и'
	case 'ї':
		return 'і'
	case 'ў', 'ӯ':
		return 'у'
	case 'ѓ':
		return 'г'
	case 'ќ':
		return 'к'
	}
	return r
}

func arabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ي', 'ى', 'ې', 'ۍ', 'ے', 'ۓ', 'ئ':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'ة', 'ۀ', 'ہ', 'ۂ', 'ۃ', 'ھ', 'ە':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'ـ', 'ٰ', 'ء':
		return Drop
	}
	if r < 0x620 || r >= 0x64B && r <= 0x65F || r >= 0x6D6 {
		return Drop
	}
	return r
}

// indic drops the nukta, which begins no syllable of its own and is often
// left out, and makes candrabindu an anusvara. The signs stand at the same
// place in each of the scripts' blocks of 128.
func indic(r rune) rune {
	switch r & 0x7F {
	case 0x3C:
		return Drop
	case 0x01:
		return r + 1
	}
	if i := r&0x7F - 0x58; i >= 0 && i < 8 && r < 0xB80 {
		return r&^0x7F | rune(plain[i])
	}
	switch r {
	case 0x929, 0x931, 0x934, 0xA33:
		return r - 1
	case 0xA36:
		return 0xA38
	}
	return r
}

// plain has, for the letters with a nukta at 0x58..0x5F of the blocks from
// Devanagari to Odia, the places of those without.
const plain = "\x15\x16\x17\x1c\x21\x22\x2b\x2f"
