package parser

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Sites call readers in few words that stand in any order: "Get our news on
// Telegram". Such lines are told by what their words are.

//go:embed calls.txt
var callsText string

// A callWord says what a word of calls.txt is; a word may be several.
type callWord uint8

const (
	callFollow callWord = 1 << iota
	callGet
	callNews
	callOn
	callAt
)

var callClasses = map[string]callWord{"follow": callFollow, "get": callGet, "news": callNews, "on": callOn, "at": callAt}

// callWords are the words of calls.txt: whole ones, beginnings, and those of
// scripts without spaces.
type callWords struct {
	whole  map[string]callWord
	begin  map[string][]beginning // by their first bytes
	within []string
	verbs  [1 << 9]uint64 // bits by verbPlaces
}

type beginning struct {
	text string
	is   callWord
}

// leadBytes is how many bytes all beginnings have.
const leadBytes = 3

var calls = sync.OnceValue(func() *callWords {
	c := &callWords{whole: map[string]callWord{}, begin: map[string][]beginning{}}
	for line := range strings.Lines(callsText) {
		head, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		name, _, _ := strings.Cut(head, " ")
		for w := range strings.FieldsSeq(list) {
			c.add(w, callClasses[name])
		}
	}
	return c
})

func (c *callWords) add(w string, class callWord) {
	if class&(callFollow|callGet) != 0 {
		_, place := verbPlaces(strings.TrimSuffix(w, "*"))
		c.verbs[place/64] |= 1 << (place % 64)
	}
	if text, ok := strings.CutSuffix(w, "*"); ok {
		c.begin[text[:leadBytes]] = append(c.begin[text[:leadBytes]], beginning{text, class})
		return
	}
	if noSpaces(lastRune(w)) && c.whole[w] == 0 {
		c.within = append(c.within, w)
	}
	c.whole[w] |= class
}

// of is what the word w is.
func (c *callWords) of(w string) callWord {
	is := c.whole[w]
	if len(w) >= leadBytes {
		for _, b := range c.begin[w[:leadBytes]] {
			if strings.HasPrefix(w, b.text) {
				is |= b.is
			}
		}
	}
	return is
}

// maxCallLine bounds the columns of a line that calls readers, maxCallSentence
// those of one with a full stop, maxCallWords its words.
const (
	maxCallLine     = 100
	maxCallSentence = 70
	maxCallWords    = 16
)

// whyCall is the reason of such lines.
const whyCall = "call to readers"

// callsReaders reports whether line i asks readers to follow the site somewhere or
// to get its news there.
func (d *draft) callsReaders(i int) bool {
	s := d.blocks[i].Text
	if d.lines[i].width > maxCallLine || d.lines[i].wraps || d.first >= len(d.blocks) {
		return false
	}
	stop := d.lines[i].end && endsWithStop(s)
	if stop && d.lines[i].width > maxCallSentence {
		return false
	}
	ascii := isASCIILetter(s[0])
	if ascii && !hasThreeWords(s) {
		return false
	}
	if !ascii && (isOpening(s) || '0' <= s[0] && s[0] <= '9') { // said, a step
		return false
	}
	if !ascii && noSpaces(firstLetter(s)) {
		return !strings.Contains(s, " | ") && calls().spaceless(s)
	}
	clauses := !stop && (d.lines[i].signs&^hasField != 0 || strings.IndexByte(s, ',') >= 0 || strings.IndexByte(s, ';') >= 0)
	return calls().spaced(s, clauses) && !strings.Contains(s, " | ") // a list
}

// isOpening reports whether s begins with a sign that opens a quotation.
func isOpening(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“„«「『‘”", r)
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}

// spaced looks at the words of s, of which the first and the last two may be verbs,
// of each clause if there may be several.
func (c *callWords) spaced(s string, clauses bool) bool {
	if !c.mayCall(s) && !(clauses && !hasDigit(s) && c.clauseMayCall(s)) {
		return false
	}
	var verbs, all callWord
	n := 0
	for clause := range strings.FieldsFuncSeq(strings.ToLower(s), isClauseSign) {
		var last, before callWord
		opens := true
		for w := range strings.FieldsSeq(clause) {
			if w = plainWord(w); w == "" {
				continue
			}
			if n++; n > maxCallWords {
				return false
			}
			is := c.of(w)
			if opens {
				verbs |= is
			}
			opens, last, before = false, is, last
			all |= is
		}
		verbs |= last | before
	}
	return isCallOf(verbs, all)
}

// mayCall reports whether s begins or ends with a verb of calls.
func (c *callWords) mayCall(s string) bool {
	for s != "" && (s[0] == ' ' || s[0] == '.' || s[0] == '!') {
		s = s[1:]
	}
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '.' || s[len(s)-1] == '!') {
		s = s[:len(s)-1]
	}
	space := strings.IndexByte(s, ' ')
	if space < 0 {
		return false
	}
	last := strings.LastIndexByte(s, ' ')
	before := strings.LastIndexByte(s[:last], ' ') + 1
	return c.isVerb(s[:space]) || c.isVerb(s[last+1:]) || before > space && c.isVerb(s[before:last])
}

// verbPlaces are the places in callWords.verbs of the first two letters of a word,
// for verbs that have no more, and of the first three.
func verbPlaces(w string) (two, three uint32) {
	var h uint32
	n := 0
	for _, r := range w {
		h = (h ^ uint32(lowerLetter(r))) * 0x9E3779B1
		if n++; n == 2 {
			two = h >> 17
		} else if n == 3 {
			return two, h >> 17
		}
	}
	return two, two
}

// lowerLetter is r in lower case, without a look at a table for the most frequent
// letters.
func lowerLetter(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z', 0x0410 <= r && r <= 0x042F: // Cyrillic
		return r + 0x20
	case r < utf8.RuneSelf, 0x0430 <= r && r <= 0x045F, r >= 0x0590 && r < 0x1C80: // scripts without case but for Georgian
		return r
	}
	return unicode.ToLower(r)
}

// isVerb reports whether the word w is a verb of calls.
func (c *callWords) isVerb(w string) bool {
	if len(w) < leadBytes {
		return false
	}
	if two, three := verbPlaces(w); c.verbs[two/64]>>(two%64)&1 == 0 && c.verbs[three/64]>>(three%64)&1 == 0 {
		return false
	}
	return c.of(plainWord(strings.ToLower(w)))&(callFollow|callGet) != 0
}

// clauseMayCall reports whether a clause of s, which has more than one, does.
func (c *callWords) clauseMayCall(s string) bool {
	from := 0
	for i, r := range s {
		if isClauseSign(r) {
			if c.mayCall(s[from:i]) {
				return true
			}
			from = i + utf8.RuneLen(r)
		}
	}
	return from > 0 && c.mayCall(s[from:])
}

// plainWord is w without the signs around it.
func plainWord(w string) string {
	return strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// spaceless looks for the words of a script without spaces anywhere in s.
func (c *callWords) spaceless(s string) bool {
	var all callWord
	for _, w := range c.within {
		if strings.Contains(s, w) {
			all |= c.whole[w]
		}
	}
	for _, w := range [...]string{"LINE", "APP", "IG", "Facebook", "YouTube"} {
		if strings.Contains(s, w) {
			all |= callOn
		}
	}
	return isCallOf(all, all)
}

// isCallOf reports whether verbs and all words of a line are those of a call: to
// follow on a network, or to follow or get news anywhere.
func isCallOf(verbs, all callWord) bool {
	return verbs&callFollow != 0 && all&callOn != 0 || verbs&(callFollow|callGet) != 0 && all&callNews != 0 && all&(callOn|callAt) != 0
}

// isClauseSign reports whether r parts clauses.
func isClauseSign(r rune) bool {
	switch r {
	case ':', ',', '!', '?', '—', '–', '|', ';', '،', '.', '…', '।', '¿', '¡', '•', '·', '▶', '►':
		return true
	}
	return false
}
