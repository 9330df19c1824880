package rules

import (
	"unicode"
	"unicode/utf8"
)

// A hit is a phrase that a line begins with.
type hit struct {
	end   int32 // offset behind the phrase
	entry uint16
	lang  uint8
	tight bool // a digit follows at once
}

// hits collects what a walk finds, in the order of the phrases' lengths. Of
// more than its capacity it keeps the longest.
type hits struct {
	list [12]hit
	n    int
}

func (h *hits) add(x hit) {
	if h.n == len(h.list) {
		copy(h.list[:], h.list[1:])
		h.n--
	}
	h.list[h.n] = x
	h.n++
}

// find collects the phrases of one index that line[pos:] begins with, which it mostly
// does with none.
func (p *part) find(k kinds, line string, pos int, h *hits) {
	if p.opens(line, pos)&k != 0 {
		p.follow(k, line, pos, h)
	}
}

// follow is find for what an Opening has told to begin with a phrase, most likely.
func (p *part) follow(k kinds, line string, pos int, h *hits) {
	x := p.index(k)
	if x.root == 0 {
		return
	}
	if r, end := next(line, pos); r < utf8.RuneSelf && !(x.number && beginsNumber(r)) { // the way of most lines
		if i := x.first[r]; i != 0 {
			x.walk(line, end, int(i), h)
		}
		return
	}
	x.walk(line, pos, x.root, h)
}

// walk follows line[pos:] from the node at i. Recursion is as deep as a
// pattern has placeholders.
func (x *index) walk(line string, pos, i int, h *hits) {
	for {
		if x.data[i] == 0 { // no literal, as in most nodes
			i++
		} else if pos, i = x.literal(line, pos, i); i == 0 {
			return
		}
		if n := int(x.data[i]); n > 0 {
			x.accept(line, pos, i+1, n, h)
			i += n * acceptSize
		}
		e := x.edges(i + 1)
		if e.n == 0 {
			return
		}
		if e.rune(e.n-1) >= anyWords { // placeholders are sorted last
			x.slots(line, pos, e, h)
		}
		r, end := next(line, pos)
		if i = e.to(r); i == 0 || r == gone {
			return
		}
		pos = end
	}
}

// literal follows line[pos:] along the literal of the node at i. It returns the
// offset behind it and the place in the node, which is 0 when the line goes on
// otherwise.
func (x *index) literal(line string, pos, i int) (behind, at int) {
	end := i + 1 + int(x.data[i])
	for i++; i < end; {
		want, size := rune(x.data[i]), 1
		if want >= utf8.RuneSelf {
			want, size = utf8.DecodeRuneInString(x.data[i:])
		}
		r, after := next(line, pos)
		if r != want {
			return 0, 0
		}
		i, pos = i+size, after
	}
	return pos, i
}

func (x *index) accept(line string, pos, i, n int, h *hits) {
	last, _ := utf8.DecodeLastRuneInString(line[:pos])
	tight := false
	for pos < len(line) { // vowel signs and the like belong to the last letter
		r, size := utf8.DecodeRuneInString(line[pos:])
		if fold(r) != gone {
			break
		}
		pos += size
	}
	if isWord(last) && pos < len(line) && !spaceless(last) {
		r, _ := utf8.DecodeRuneInString(line[pos:])
		tight = isWord(r) && !spaceless(r) && !(isDigit(last) && isHangul(r))
		if tight && !isDigit(r) {
			return
		}
	}
	for ; n > 0; n-- {
		h.add(hit{end: int32(pos), entry: uint16(x.u16(i)), lang: x.data[i+2], tight: tight})
		i += acceptSize
	}
}

// slots follows the placeholders among the edges of a node.
func (x *index) slots(line string, pos int, e edges, h *hits) {
	for k := e.n - 1; k >= 0; k-- {
		r := e.rune(k)
		if r >= placeholderEnd {
			continue
		}
		if !isPlaceholder(r) {
			return
		}
		target := e.node(k)
		switch r {
		case number:
			if end, ok := numberEnd(line, pos); ok {
				x.walk(line, end, target, h)
			}
		case address, identifier:
			if end := wordEnd(line, pos); holds(line[pos:end], r) {
				x.walk(line, end, target, h)
			}
		default:
			x.words(line, pos, target, r, h)
		}
	}
}

const (
	maxWords = 6
	maxRunes = 70 // of the words of one placeholder
)

// words lets a placeholder take one word, two words and so on.
func (x *index) words(line string, pos, target int, kind rune, h *hits) {
	limit, digits := maxWords, false
	if kind == date {
		limit = 8
	}
	for n, runes, start := 0, 0, pos; n < limit && runes < maxRunes && start < len(line); n++ {
		end := wordEnd(line, start)
		word := line[start:end]
		if end == start || !fitsSlot(word, kind) && !(n > 0 && (kind == name || kind == site) && isNameParticle(word)) {
			return
		}
		digits = digits || hasDigit(word)
		runes += utf8.RuneCountInString(word)
		if kind != date || digits {
			x.walk(line, end, target, h)
			x.inside(line, start, end, target, h)
		}
		start = skipSpace(line, end)
	}
}

// inside lets the placeholder end within a word: before its closing
// punctuation, and behind any rune of a script without spaces.
func (x *index) inside(line string, start, end, target int, h *hits) {
	for i := end; i > start && end-i < maxRunes; {
		last, size := utf8.DecodeLastRuneInString(line[start:i])
		if isWord(last) && !spaceless(last) {
			return
		}
		if i -= size; i > start {
			x.walk(line, i, target, h)
		}
	}
}

// wordEnd returns the end of the run of visible runes at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if fold(r) == ' ' {
			break
		}
		i += size
	}
	return i
}

// beginsNumber reports whether {n} may match where the folded rune r stands.
func beginsNumber(r rune) bool {
	switch r {
	case ' ', ':', '=', '(', '[':
		return true
	}
	return '0' <= r && r <= '9'
}

// numberEnd matches {n} at s[i:], the white space on both sides and a colon
// before it included.
func numberEnd(s string, i int) (int, bool) {
	i = skipSpace(s, i)
	r, end := next(s, i)
	if !beginsNumber(r) {
		return 0, false
	}
	if r == ':' || r == '=' {
		i = skipSpace(s, end)
	}
	if r, end := next(s, i); r == '(' || r == '[' {
		i = skipSpace(s, end)
	}
	if r, _ := next(s, i); r < '0' || r > '9' {
		return 0, false
	}
	for i < len(s) {
		r, end := next(s, i)
		if r < '0' || r > '9' {
			if after, _ := next(s, end); !(isNumberSeparator(r) || r == ' ' && isThousand(s[end:])) || after < '0' || after > '9' {
				break
			}
		}
		i = end
	}
	if r, end := next(s, i); r == '万' || r == '萬' || r == '만' || r == '천' {
		i = end
	} else if r == 'k' || r == 'm' || r == 'b' || r == '+' || r == '%' {
		if after, _ := utf8.DecodeRuneInString(s[end:]); !isWord(after) || end == len(s) {
			i = end
		}
	}
	if r, end := next(s, skipSpace(s, i)); r == ')' || r == ']' {
		i = end
	}
	return skipSpace(s, i), true
}

// isThousand reports whether s begins with three digits and no fourth, as what a
// space parts from the thousands does.
func isThousand(s string) bool {
	for k := range 4 {
		if isDigit := k < len(s) && '0' <= s[k] && s[k] <= '9'; isDigit != (k < 3) {
			return false
		}
	}
	return true
}

func isNumberSeparator(r rune) bool {
	switch r {
	case '.', ',', '/', ':', '\'', '٫', '٬':
		return true
	}
	return false
}

func hasDigit(s string) bool {
	for _, r := range s {
		if isDigit(r) {
			return true
		}
	}
	return false
}

// holds reports whether word is an address or an identifier.
func holds(word string, kind rune) bool {
	if kind == identifier {
		return hasDigit(word)
	}
	for i := 1; i < len(word)-1; i++ {
		if word[i] == '.' || word[i] == '/' || word[i] == '@' {
			return true
		}
	}
	return false
}

// fitsSlot reports whether word may be one of those that kind takes.
func fitsSlot(word string, kind rune) bool {
	switch kind {
	case name:
		return isNameWord(word)
	case site:
		return isNameWord(word) || holds(word, address)
	}
	return true
}

// isNameWord reports whether word begins as names do: with a capital, or with
// a letter of a script that has none.
func isNameWord(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
		if isDigit(r) {
			return false
		}
	}
	return false
}
