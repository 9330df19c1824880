package parser

// signs tells which kinds of characters a line has, so that what looks for one of
// them passes over most lines. Bits may be set for characters that the line does
// not have: all of long lines, and most for any character beyond ASCII.
type signs uint8

const (
	hasColon  signs = 1 << iota
	hasClause       // a full stop, an exclamation or question mark, a bar, slash or dash
	hasField        // what may part fields but a wide gap, or be of a date or number
	hasCall         // an exclamation or question mark
	hasWide         // a character beyond ASCII
	hasAny    = hasColon | hasClause | hasField | hasCall | hasWide
)

// callSigns end what calls readers to something or asks them.
const callSigns = "?!？！؟"

// maxSignsLine bounds the length in bytes of a line that is looked through.
const maxSignsLine = longProse

var signOf = func() (t [256]signs) {
	for c := range t {
		if c >= 0x80 {
			t[c] = hasAny &^ hasCall
		}
		if startsCut[c] {
			t[c] |= hasField
		}
	}
	for _, c := range ".!?|/-" {
		t[c] |= hasClause
	}
	for at := range callSigns {
		t[callSigns[at]] |= hasCall
	}
	t[':'] |= hasColon
	return t
}()

func signsOf(s string) signs {
	if len(s) > maxSignsLine {
		return hasAny
	}
	m := signs(0)
	for i := range len(s) {
		m |= signOf[s[i]]
	}
	return m
}
