package timestamp

import (
	"unicode"
	"unicode/utf8"

	"unscrape/parser/timestamp/internal/fold"
)

type runeClass uint8

const (
	signClass runeClass = iota
	spaceClass
	invisibleClass
	digitClass
	letterClass
)

func class(r rune) runeClass {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass(byte(r))
	case r < 0x2000:
		return lowClass(r)
	case r < 0x2070:
		switch {
		case r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F:
			return spaceClass
		case fold.Invisible(r):
			return invisibleClass
		}
		return signClass
	case r < 0x2E80: // signs, arrows, boxes, dingbats
		return signClass
	case r == 0x3000:
		return spaceClass
	case r < 0x3005, r > 0x3007 && r < 0x3041:
		return signClass
	case digit(r) >= 0:
		return digitClass
	case fold.Invisible(r):
		return invisibleClass
	case r >= 0xFF00 && r < 0xFF21, r > 0xFF3A && r < 0xFF41, r > 0xFF5A && r < 0xFF66, r >= 0xFFE0, r == 0x30FB, r == 0x318D:
		return signClass
	}
	return letterClass
}

func asciiClass(b byte) runeClass {
	switch {
	case b|0x20-'a' < 26:
		return letterClass
	case b-'0' < 10:
		return digitClass
	case b == ' ', b-'\t' < 5:
		return spaceClass
	}
	return signClass
}

func lowClass(r rune) runeClass {
	switch {
	case r == 0x85, r == 0xA0, r == 0x1680:
		return spaceClass
	case r < 0xC0:
		if r == 'ª' || r == 'º' || r == 'µ' {
			return letterClass
		}
		if r == 0xAD {
			return invisibleClass
		}
		return signClass
	case r == '×', r == '÷', r == 0x37E, r == 0x387:
		return signClass
	case isPlainLetter(r):
		return letterClass
	case digit(r) >= 0:
		return digitClass
	case unicode.IsPunct(r) && r != 0x5F3 && r != 0x5F4, unicode.IsSymbol(r):
		return signClass
	}
	return letterClass
}

// isPlainLetter reports whether r is one of the letters of the scripts below
// U+2000 that stand together in their blocks: those of most texts.
func isPlainLetter(r rune) bool {
	switch {
	case r < 0x530:
		return true
	case r < 0x900:
		return r >= 0x5D0 && r <= 0x5EA || r >= 0x620 && r <= 0x65F || r >= 0x671 && r <= 0x6D3
	case r < 0xE00: // blocks of 128
		return r&0x7F >= 0x01 && r&0x7F <= 0x63
	}
	return r < 0xE3B || r >= 0xE40 && r < 0xE4F
}

// digit is the value of a decimal digit of any script, or -1.
func digit(r rune) int32 {
	switch {
	case r < 0x660:
		return value(r, '0')
	case r < 0x6FA:
		if r >= 0x6F0 {
			return r - 0x6F0
		}
		return value(r, 0x660)
	case r >= 0x966 && r < 0xDF0: // Indic scripts, in blocks of 128
		return value(r&0x7F, 0x66)
	case r >= 0xE50 && r < 0xEDA: // Thai, Lao
		return value(r&0x7F, 0x50)
	case r >= 0xFF10 && r < 0xFF1A:
		return r - 0xFF10
	case r >= 0x3000 && r < 0xA620, r >= 0xAC00 && r < 0x10000: // ideographs, syllables
		return -1
	}
	for _, t := range unicode.Nd.R16 {
		if r <= rune(t.Hi) {
			if r >= rune(t.Lo) {
				return (r - rune(t.Lo)) % 10 // digits come in runs of ten
			}
			break
		}
	}
	return -1
}

func value(r, zero rune) int32 {
	if r < zero || r > zero+9 {
		return -1
	}
	return r - zero
}
