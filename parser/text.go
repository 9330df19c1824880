package parser

import (
	"math"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// A line is what the stages know about a block besides its mark. Its facts are
// those of the block's text, so that none but prose and wraps changes as long as
// the block is not split.
type line struct {
	width  int32 // columns, letters of East Asian scripts counting two
	indent int32 // columns of white space before the text, less the margin
	above  int32 // columns of the draft's mass above it, once that is measured
	blanks int32 // blank lines directly above; of a blank line, how far below it, at least, a visible one may stand
	shown  bool  // is not blank
	end    bool  // ends as a sentence does
	key    bool  // a short key, a colon, and perhaps a value
	lower  bool  // begins with a letter in lower case that marks no entry of a list
	prose  bool  // reads as running text, on its own or with the lines it is wrapped with
	wraps  bool  // continues on the next line, which was broken off by a hard wrap
	joined bool  // goes on with the line above, on a whole page
	signs  signs // what its characters are
	opens  rules.Opening

	// Answers that several stages ask for are kept once they are known.
	rule    uint16 // number of its rule in draft.ruled, from 1; 0 when it is not known
	matched bool   // that rule counts here
	noLabel bool   // no label begins it, although one may by opens
	whole   bool   // there is nothing that it is to be cut at
}

// measure fills in what can be told of each line by itself.
func (d *draft) measure() {
	d.lines, d.visible = zeroed(d.scratch.lines, len(d.blocks)), d.scratch.visible[:0]
	d.ruled = append(d.scratch.ruled[:0], nil)
	blanks, margin := int32(0), int32(math.MaxInt32)
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.Text == "" {
			blanks++
			continue
		}
		d.visible = append(d.visible, i)
		l := &d.lines[i]
		*l = d.line(b.Text)
		l.blanks, blanks = blanks, 0
		skipBlanks(d.lines[i-int(l.blanks) : i])
		l.end = l.end || l.width >= unstoppedSentence && isSoutheastAsian(lastRune(b.Text))
		l.indent = indentOf(d.text[b.Span.Start:b.Span.End])
		margin = min(margin, l.indent)
		l.prose = readsAsProse(b.Text, *l)
	}
	skipBlanks(d.lines[len(d.lines)-int(blanks):])
	d.margin = margin
	for _, i := range d.visible {
		if margin == 0 { // as in most texts
			break
		}
		d.lines[i].indent -= margin
	}
}

// skipBlanks tells each line of a run of blank ones how many there are from it
// on.
func skipBlanks(run []line) {
	for i := range run {
		run[i].blanks = int32(len(run) - i)
	}
}

// nextShown is the first visible line from i on, len(lines) when there is none.
func nextShown(lines []line, i int) int {
	for i < len(lines) && !lines[i].shown {
		i += int(max(lines[i].blanks, 1))
	}
	return i
}

// line is what can be told of s, which is not blank, without its surroundings.
func (d *draft) line(s string) line {
	m := signsOf(s)
	width := int32(len(s))
	if m&hasWide != 0 {
		width = columns(s)
	}
	return line{shown: true, width: width, end: endsSentence(s), key: (m&hasColon != 0 || strings.HasPrefix(s, "【")) && isKeyValue(s), lower: startsLower(s) && !isLettered(s), signs: m, opens: d.rules().Opening(s)}
}

// Widths are in columns. A line of proseWidth that ends as a sentence, or any
// line of longProse, is running text rather than a heading, a name or a label.
const (
	proseWidth = 60
	longProse  = 160
	// exactWidth bounds the work on long lines: beyond it, and beyond longProse
	// columns, a line's width is taken from its length in bytes.
	exactWidth = 2 * longProse
)

// Bounds of what lines say besides sentences.
const (
	maxShortLine = 48 // columns of a line that names a person, an office, a section or the like
	maxTerm      = 48 // bytes of a name or a code of a place, an office, a dispatch or the like
	maxSetOff    = 48 // bytes of what a sign sets off at either end of a line, as who took a picture
)

// textStart is how much of the text, in bytes, tells its dateline, its agency and its script.
const textStart = 160

// unstoppedSentence is the width from which a line of a script without full stops
// counts as a sentence.
const unstoppedSentence = 36

func readsAsProse(s string, l line) bool {
	if l.width >= longProse {
		return true
	}
	if l.width < proseWidth {
		return false
	}
	return l.end || l.signs&hasColon != 0 && !l.key && endsInColon(s) || l.signs&hasClause != 0 && hasSentenceBreak(s)
}

// endsInColon reports whether s ends with a colon, as a sentence does before what
// somebody says and before verses.
func endsInColon(s string) bool {
	return s[len(s)-1] == ':' || strings.HasSuffix(s, "：")
}

// columns is the width of s: one column a letter, two for ideographs, kana and
// Hangul, none for combining marks.
func columns(s string) int32 {
	if len(s) > exactWidth {
		return int32((len(s) - padding(s)) / 2)
	}
	n := int32(asciiPrefix(s))
	for i := int(n); i < len(s); i++ {
		if n >= longProse {
			return n + int32(len(s)-i)/2
		}
		switch c := s[i]; {
		case c < 0x80:
			k := asciiPrefix(s[i:min(len(s), i+longProse-int(n))])
			n += int32(k)
			i += k - 1
		case c >= 0xC0 && c < 0xE0: // Latin, Greek, Cyrillic, Hebrew, Arabic
			n++
		case c >= 0xE0 && c != 0xE2:
			return n + slowColumns(s[i:])
		case c == 0xE2: // punctuation, which is narrow, and symbols
			n++
		}
	}
	return n
}

// asciiPrefix is the number of ASCII bytes that s begins with.
func asciiPrefix(s string) int {
	n := 0
	for ; len(s)-n >= 32; n += 32 {
		if t := s[n : n+32]; (load64(t)|load64(t[8:])|load64(t[16:])|load64(t[24:]))&highBits != 0 {
			break
		}
	}
	for ; len(s)-n >= 8; n += 8 {
		if high := load64(s[n:]) & highBits; high != 0 {
			return n + bits.TrailingZeros64(high)/8
		}
	}
	for n < len(s) && s[n] < utf8.RuneSelf {
		n++
	}
	return n
}

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// load64 is the first eight bytes of s as a number, which compiles to one load.
func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// padding is the number of bytes in the wide gaps of s, which are no text.
func padding(s string) int {
	const gap = 8 // spaces
	n := 0
	for i := gap - 1; i < len(s); i += gap { // each gap is at one of these places
		if s[i] != ' ' {
			continue
		}
		from, to := i, i+1
		for from > 0 && s[from-1] == ' ' {
			from--
		}
		for to < len(s) && s[to] == ' ' {
			to++
		}
		if to-from < gap {
			continue
		}
		for to < len(s) && (s[to] == ' ' || s[to] == '\t') {
			to++
		}
		n += to - from
		i = to - 1
	}
	return n
}

func slowColumns(s string) int32 {
	n := int32(0)
	for _, r := range s {
		switch {
		case r >= 0x1100 && isWide(r):
			n += 2
		case r >= 0x300 && unicode.Is(unicode.Mn, r):
		default:
			n++
		}
	}
	return n
}

// isWide reports whether r, from U+1100 on, takes two columns (UAX #11, wide and
// fullwidth). It is true of all characters below.
func isWide(r rune) bool {
	return r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 ||
		r >= 0x20000 && r <= 0x3FFFD
}

func indentOf(raw string) int32 {
	n := int32(0)
	for _, r := range raw {
		switch r {
		case ' ', '\u00A0':
			n++
		case '\t':
			n += 8
		case '\u3000':
			n += 2
		default:
			return n
		}
	}
	return n
}

// closers may stand behind the punctuation that ends a sentence.
const closers = "\"'”’»«‹)]）」』】›“\u200c\u00a0 "

// endsSentence reports whether s ends with the punctuation that closes a
// sentence in any script, perhaps within quotes or brackets.
func endsSentence(s string) bool {
	for s != "" {
		r, n := rune(s[len(s)-1]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeLastRuneInString(s)
		}
		if isSentenceEnd(r) || r == ';' && isGreek(lastRune(s[:len(s)-n])) {
			return r != '.' || len(s) < 3 || s[len(s)-2] < utf8.RuneSelf || !isSoutheastAsian(lastRune(s[:len(s)-n])) // "14:20 น."
		}
		if 'a' <= r && r <= 'z' || !strings.ContainsRune(closers, r) {
			return false
		}
		s = s[:len(s)-n]
	}
	return false
}

// endsWithStop reports whether s ends with a full stop rather than with an
// exclamation or question mark, which buttons have too.
func endsWithStop(s string) bool {
	if s != "" && (s[len(s)-1] >= utf8.RuneSelf || strings.IndexByte(closers, s[len(s)-1]) >= 0) {
		s = strings.TrimRight(s, closers)
	}
	r := lastRune(s)
	return r != '!' && r != '?' && r != ';' && r != '！' && r != '？' && r != '؟' && r != '…'
}

// isGreek reports whether r is a Greek letter, behind which a semicolon asks.
func isGreek(r rune) bool { return r >= 0x370 && r < 0x400 }

func isSentenceEnd(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	switch r {
	case '…', '。', '！', '？', '।', '॥', '؟', '۔', '։', '჻', '།', '။', '។', '៕', '።', '‽':
		return true
	}
	return false
}

// hasSentenceBreak reports whether a sentence ends within s and another
// begins behind it.
func hasSentenceBreak(s string) bool {
	for i := 0; i < len(s); {
		if signOf[s[i]]&hasClause == 0 {
			i++
			continue
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		if !isSentenceEnd(r) || i >= len(s) {
			continue
		}
		if r >= 0x3000 { // no space follows an ideographic full stop
			return true
		}
		rest := strings.TrimLeft(s[i:], closers)
		if len(rest) == len(s[i:]) || rest == "" {
			continue
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if !isLower(next) && !unicode.IsDigit(next) && wordBefore(s[:i-n]) > 3 {
			return true
		}
	}
	return false
}

// wordBefore is the number of characters of the last word of s, signs among them, so that
// the full stop of "Sen. Jones" is not taken for the end of a sentence.
func wordBefore(s string) int {
	return utf8.RuneCountInString(s[strings.LastIndexAny(s, " \u00a0")+1:])
}

// isTableRow reports whether line i is a row of a table: one of three or more of its
// lines directly below one another.
func (d *draft) isTableRow(i int) bool {
	if !isRow(d.blocks[i].Text) {
		return false
	}
	from, to := i, i
	for from > 0 && from > i-2 && isRow(d.blocks[from-1].Text) {
		from--
	}
	for to+1 < len(d.blocks) && to < i+2 && isRow(d.blocks[to+1].Text) {
		to++
	}
	return to-from >= 2
}

// isRow reports whether s has a wide gap or dots in it, or stands between bars or corners,
// as the rows of tables do: "Bow ...... Orr", "| Ferry | 14:02 |", "+-------+-------+".
func isRow(s string) bool {
	const edges = "|+"
	return padding(s) > 0 || strings.Contains(s, " .....") || len(s) > 2 && strings.IndexByte(edges, s[0]) >= 0 && strings.IndexByte(edges, s[len(s)-1]) >= 0
}
