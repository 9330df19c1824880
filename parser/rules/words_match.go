package rules

import (
	"strings"
	"unicode/utf8"
)

// maxLineWords bounds a line that bags of words match.
const maxLineWords = 16

// A leadSet tells whether a word may be in the first list of a bag: a Bloom filter
// of the first maxLead folded runes of those that have so many, of all runes of
// those with a star, and of whole words with a space behind them. Before it stands a
// filter of the first minLead runes, which most words are told by.
type leadSet string

const (
	minLead    = 4
	maxLead    = 6
	headPlaces = 1 << 15
	leadPlaces = 1 << 17
)

// firstShort is the first rune of the scripts whose words may be of fewer than
// minLead runes with a star: behind it are those of India and of East Asia.
const firstShort = 0x0900

// A leadBuilder is a leadSet that grows.
type leadBuilder []byte

func (b *leadBuilder) add(word string, star bool) {
	if *b == nil {
		*b = make([]byte, (headPlaces+leadPlaces)/8)
	}
	if !star {
		word += " "
	}
	var k key
	n := 0
	for _, r := range word {
		if n < maxLead {
			k, n = k.with(r, n), n+1
		}
		if n == minLead {
			b.set(k.head())
		}
	}
	for _, place := range k.leads() {
		b.set(place)
	}
}

func (b leadBuilder) set(place uint64) { b[place/8] |= 1 << (place % 8) }

// head is the place of the first minLead runes of a word.
func (k key) head() uint64 { return k.hash() % headPlaces }

// leads are the places of the beginning of a word.
func (k key) leads() [2]uint64 {
	h := k.hash()
	return [2]uint64{headPlaces + h%leadPlaces, headPlaces + h>>15}
}

func (f leadSet) at(place uint64) bool { return f[place/8]>>(place%8)&1 != 0 }

func (f leadSet) has(k key) bool {
	at := k.leads()
	return f.at(at[0]) && f.at(at[1])
}

// in reports whether a word of line may be one of the first list of a bag.
func (f leadSet) in(line string) bool {
	for i := wordStart(line, 0); i < len(line); {
		k, n := asciiWord(line[i:])
		if n >= minLead && !f.at(k.first(minLead).head()) { // as most words
			i = wordStart(line, skipWord(line, i, n))
			continue
		}
		for m := minLead; m <= n; m++ {
			if f.has(k.first(m)) {
				return true
			}
		}
		end := i + n
		if end < len(line) && line[end] == ' ' { // as behind most words
			if n < maxLead && f.has(k.with(' ', n)) {
				return true
			}
			i = wordStart(line, end+1)
			continue
		}
		if n < maxLead && f.on(line, end, k, n) {
			return true
		}
		i = wordStart(line, skipWord(line, i, n))
	}
	return false
}

// on is in for a word of which n runes, k, stand before line[i:].
func (f leadSet) on(line string, i int, k key, n int) bool {
	last := rune(' ')
	for n < maxLead {
		r, end := next(line, i)
		ends := !inWord(r) || spaceless(last) && !spaceless(r)
		if (ends || r == '\'') && f.has(k.with(' ', n)) {
			return true
		}
		if ends {
			return false
		}
		k, n, i, last = k.with(r, n), n+1, end, r
		if (n >= minLead || r >= firstShort) && f.has(k) {
			return true
		}
	}
	return false
}

// inWord reports whether the folded rune r stands within words.
func inWord(r rune) bool { return isWord(r) || r == '\'' }

// inWordLow is inWord for ASCII.
var inWordLow = asciiTable(inWord)

// wordStart is where the first word at or behind line[i:] begins.
func wordStart(line string, i int) int {
	for i < len(line) {
		if c := line[i]; c < utf8.RuneSelf {
			if inWordLow[c] && c != '\'' {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		if f := fold(r); f != gone && isWord(f) {
			break
		}
		i += size
	}
	return i
}

// skipWord returns the offset behind the word at line[start:], which is a letter long
// in scripts without spaces and whose first n bytes are letters.
func skipWord(line string, start, n int) int {
	i := start + n
	for i < len(line) {
		if c := line[i]; c < utf8.RuneSelf {
			if !inWordLow[c] {
				break
			}
			i++
			continue
		}
		r, end := next(line, i)
		if i == start && spaceless(r) {
			return end
		}
		if !inWord(r) || spaceless(r) {
			break
		}
		i = end
	}
	return i
}

// Words returns the rule with the matcher words that line matches, the first of
// several; nil when none does or line has more than maxLineWords words.
func (s *Set) Words(line string) *Rule {
	for _, p := range s.parts {
		if p.leads != "" && p.leads.in(line) {
			if r := p.wordRule(line, ""); r != nil {
				return r
			}
		}
	}
	return nil
}

// wordRule returns the first rule that matches, of those with that id if it is
// not "".
func (p *part) wordRule(line, id string) *Rule {
	var seen lists
	words := 0
	for i := wordStart(line, 0); i < len(line); {
		seen.addAt(&p.word, line, i)
		end := skipWord(line, i, 0)
		if r, _ := next(line, i); !spaceless(r) {
			words++
		}
		if words > maxLineWords {
			return nil
		}
		i = wordStart(line, end)
	}
	best := len(p.bags)
	for _, x := range seen.list[:seen.n] {
		k := int(x.bag)
		if b := p.bags[k]; k < best && x.lists == b.lists && (id == "" || p.rules[b.rule].ID == id) && p.verbsPlaced(line, k) {
			best = k
		}
	}
	if best == len(p.bags) {
		return nil
	}
	return p.rules[p.bags[best].rule]
}

// verbsPlaced reports whether line has, of each list of verbs of bag k, a word that
// stands first in a clause or among its last two. A sentence with a full stop, and
// what has a number, is taken for one clause, but for questions and calls before it.
func (p *part) verbsPlaced(line string, k int) bool {
	verbs := p.bags[k].verbs
	if verbs == 0 {
		return true
	}
	isSign := isClauseSign
	if endsInStop(line) || hasDigit(line) {
		isSign = func(r rune) bool { return r == '?' || r == '!' }
	}
	var placed lists
	for clause := range strings.FieldsFuncSeq(line, isSign) {
		words := strings.Fields(clause)
		first := true // but for pictograms
		for i, w := range words {
			start := wordStart(w, 0)
			if first || i >= len(words)-2 {
				placed.addAt(&p.word, w, start)
			}
			first = first && start == len(w)
		}
	}
	for _, x := range placed.list[:placed.n] {
		if int(x.bag) == k {
			return x.lists&verbs == verbs
		}
	}
	return false
}

// endsInStop reports whether a sentence ends line with a full stop.
func endsInStop(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r == '.' || r == '。' || r == '।' || r == '۔'
}

// isClauseSign reports whether r parts clauses.
func isClauseSign(r rune) bool {
	switch r {
	case ':', ',', '!', '?', '—', '–', '|', ';', '،', '.', '…', '।', '¿', '¡', '•', '·', '▶', '►':
		return true
	}
	return false
}

// lists are the bags of which a list has a word, each with the set of these lists.
// Of more than it has room for it keeps the first.
type lists struct {
	list [24]struct {
		bag   uint16
		lists uint8
	}
	n int
}

// addAt adds what has the word at line[pos:], or a beginning of it.
func (l *lists) addAt(x *index, line string, pos int) {
	i := x.root
	if r, end := next(line, pos); r < utf8.RuneSelf {
		if i, pos = int(x.first[r]), end; i == 0 {
			return
		}
	}
	for {
		if pos, i = x.literal(line, pos, i); i == 0 {
			return
		}
		n := int(x.data[i])
		for i++; n > 0; n-- {
			if entry := x.u16(i); entry&1 != 0 || wordEnds(line, pos) {
				l.add(entry/2/maxLists, entry/2%maxLists)
			}
			i += acceptSize
		}
		e := x.edges(i)
		if e.n == 0 {
			return
		}
		r, end := next(line, pos)
		if i = e.to(r); i == 0 || r == gone {
			return
		}
		pos = end
	}
}

// wordEnds reports whether the word before line[pos:] ends there.
func wordEnds(line string, pos int) bool {
	last, _ := utf8.DecodeLastRuneInString(line[:pos])
	r, _ := next(line, pos)
	return !isWord(r) || spaceless(last) || spaceless(r)
}

// add adds list k of a bag.
func (l *lists) add(bag, k int) {
	i := 0
	for i < l.n && int(l.list[i].bag) != bag {
		i++
	}
	if i == len(l.list) {
		return
	}
	if i == l.n {
		l.list[i].bag = uint16(bag)
		l.n++
	}
	l.list[i].lists |= 1 << k
}
