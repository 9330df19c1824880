package timestamp

// signs is a set of ASCII signs, the bits of which count from space on.
type signs uint64

const (
	quote     signs = 1 << ('\'' - ' ')
	hash      signs = 1 << ('#' - ' ')
	money     signs = 1 << ('$' - ' ') // all of €, £, №, ©
	percent   signs = 1 << ('%' - ' ')
	ampersand signs = 1 << ('&' - ' ')
	open      signs = 1 << ('(' - ' ') // all brackets
	closing   signs = 1 << (')' - ' ')
	bullet    signs = 1 << ('*' - ' ')
	plus      signs = 1 << ('+' - ' ')
	comma     signs = 1 << (',' - ' ')
	hyphen    signs = 1 << ('-' - ' ') // all dashes
	dot       signs = 1 << ('.' - ' ')
	slash     signs = 1 << ('/' - ' ')
	colon     signs = 1 << (':' - ' ')
	bar       signs = 1 << (';' - ' ') // | too
	equals    signs = 1 << ('=' - ' ')
	arrow     signs = 1 << ('>' - ' ')
	at        signs = 1 << ('@' - ' ')
	caret     signs = 1 << ('^' - ' ')

	// between may stand between the parts of an expression.
	between = quote | open | closing | bullet | comma | hyphen | dot | slash | colon | bar | arrow | at
)

func (set signs) has(sign int32) bool {
	i := uint32(sign) - ' '
	return i < 64 && set>>i&1 != 0
}

// plainSign makes one ASCII sign of those that mean the same in a date. What
// means nothing there stays as it is.
func plainSign(r rune) int32 {
	if r >= 0xFF01 && r <= 0xFF5E { // full width
		r -= 0xFF01 - '!'
	}
	if r < 0x80 {
		return asciiSign(r)
	}
	switch r {
	case 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x00B4, 0x02BC, '「', '」', '『', '』':
		return '\''
	case '،', '、', '､', '፣', '၊':
		return ','
	case '·', '・', 'ㆍ', '•', '‧', '∙', '●', '○', '▪', '■', '◦':
		return '*'
	case '‐', '‑', '‒', '–', '—', '―', '−', '⁃', 'ー':
		return '-'
	case '۔', '。', '።', '။', '।':
		return '.'
	case '⁄', '∕':
		return '/'
	case '∶', '։', '﹕', '፡':
		return ':'
	case '│', '┃', '¦', '‖', '؛':
		return ';'
	case '【', '《', '〈', '〔', '［':
		return '('
	case '】', '》', '〉', '〕', '］':
		return ')'
	case '»', '«', '›', '‹', '→', '←', '▶', '►':
		return '>'
	case '€', '£', '¥', '₹', '₽', '₩', '№', '©', '®', '™':
		return '$'
	case '°':
		return '^'
	}
	return r
}

func asciiSign(r rune) int32 {
	switch r {
	case '`', '"':
		return '\''
	case '|', '~':
		return ';'
	case '\\':
		return '/'
	case '[', '{', '<':
		return '('
	case ']', '}':
		return ')'
	}
	return r
}
