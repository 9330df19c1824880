package linemodel

import (
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A scan is what one pass over the characters of a line finds.
type scan struct {
	size      int32 // length in characters of Latin script: a Han character counts for two and a half
	chars     int32 // characters that are not white space
	words     int32
	caps      int32 // words that begin with a capital
	numbers   int32 // words that begin with a digit
	longest   int32 // characters of the longest word
	stops     int32 // ends of sentences
	densest   int32 // characters of scripts without spaces
	count     [symbol + 1]int32
	cues      [cues]int32
	furniture int32 // words that are cues of it, a word of several cues as often
	content   int32 // words that are neither function words nor cues

	first, last class
	dots        bool   // ends with an ellipsis
	trail       bool   // white space at the end
	indent      int32  // columns of white space at the start, tabs to eight
	bullet      class  // class of a bullet or number that starts the line, else other
	hash        uint32 // of letters, lower case, and digits, runs of digits as one
	start       uint32 // hash of the first two words
	joined      int32  // digits joined by a colon, stroke, dot or dash, as in times and dates
	url         bool
	evidence    [2]int32 // sums of the weights of words and pairs
	before      uint32   // hash of the last word
	from, to    int32    // the line's content words in document.content
}

// scanner holds what does not change from line to line.
type scanner struct {
	table *[tableSize]class
	far   [128]classed // the last ones, each at a place of its own
	words *Words

	collect   bool // keep the hashes of words and pairs
	collected []uint32

	content []uint32 // content words of all lines, as hashes of their first six characters
}

// stemLength is the number of characters that make the stem of a word.
const stemLength = 6

// word is the word being read.
type word struct {
	hash, stem uint32
	n          int32
	first      class
	endHash    uint32 // hash of its last character alone, for Korean endings
}

// line fills l in one pass over the characters of a line: runs of ASCII letters
// and single spaces, which are most of most pages, have ways of their own.
func (s *scanner) line(text string, l *scan) {
	*l = scan{from: int32(len(s.content)), hash: hashStart}
	text = l.measureIndent(text)
	var w word
	var prev, before class = space, space // the last character; the last that is not white space
	var last rune
	joint := false // a digit stands before, joined by punctuation
	for i := 0; i < len(text); {
		if isASCIILetter(text[i]) {
			if l.chars == 0 {
				l.first = asciiClass(text[i])
			}
			i = s.plain(l, &w, text, i)
			last = rune(text[i-1])
			prev = s.table[text[i-1]]
			if before = prev; prev == space {
				before = asciiClass(text[i-2])
			}
			l.last, joint = before, false
			continue
		}
		if text[i] == ' ' { // as all white space below
			l.count[space]++
			s.gap(l, &w, prev, before)
			last, prev, joint = ' ', space, false
			i++
			continue
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		c := s.class(r)
		i += n
		if c == quote && w.n > 0 && isApostrophe(r, text[i:]) {
			c = mark
		}
		l.count[c]++
		switch c {
		case upper, lower, caseless, digit:
			f := uint32(folded(c, r))
			w.add(c, f)
			if c == digit {
				l.digit(prev, joint)
				joint = true
			} else {
				l.hash = (l.hash ^ f) * hashPrime
			}
			if r >= 0xAC00 && r <= 0xD7A3 {
				l.size += 3
				w.endHash = (hashStart ^ uint32(r)) * hashPrime
			}
		case mark:
			if w.n > 0 && r > 0x2FF && r < 0x2000 {
				w.hash = (w.hash ^ uint32(r)) * hashPrime
			}
		case dense:
			if w.n > 0 {
				s.endWord(l, &w)
			}
			l.hash = (l.hash ^ uint32(r)) * hashPrime
			s.dense(l, last, r, prev == dense)
		case space:
			s.gap(l, &w, prev, before)
		default:
			if w.n > 0 {
				s.endWord(l, &w)
			}
			if c == stop && r > tableSize {
				l.stops++
			}
		}
		if c == space || c <= dense && c >= upper {
			joint = false
		}
		if c != space {
			if c == separator && last == '/' {
				l.url = true
			}
			if l.chars == 0 {
				l.first = c
			}
			if c != stop {
				before = c
			}
			if c != mark {
				l.last = c
			}
			l.chars++
			l.dots = r == '…' || r == '.' && last == '.' || r == ']' && l.dots
		}
		if c == quote || c == closing {
			if prev != stop {
				prev = c
			}
		} else if c != mark {
			prev = c
		}
		last = r
	}
	if w.n > 0 {
		s.endWord(l, &w)
	}
	if prev == stop && last < tableSize {
		l.stops++
	}
	l.size = l.size/2 + l.chars + l.count[space]
	l.to = int32(len(s.content))
	l.content = l.to - l.from
}

// class is what a character is.
func (s *scanner) class(r rune) class {
	if r < tableSize {
		return s.table[r]
	}
	k := &s.far[uint32(r)%uint32(len(s.far))]
	if k.r != r {
		*k = classed{r, classOf(r)}
	}
	return k.class
}

// A classed is a character outside of the table whose class was looked up: pages
// have few of them, most in lines that are drawn.
type classed struct {
	r     rune
	class class
}

// isApostrophe reports whether r, which stands behind a letter, and a letter
// in rest make it part of a word.
func isApostrophe(r rune, rest string) bool {
	return (r == '\'' || r == '’') && rest != "" && (isASCIILetter(rest[0]) || rest[0] >= 0xC3 && rest[0] < 0xE2)
}

// gap ends a word at white space, and a sentence if a full stop stands before
// it that belongs to no initial.
func (s *scanner) gap(l *scan, w *word, prev, before class) {
	if w.n > 0 {
		s.endWord(l, w)
	}
	if prev == stop && (before != upper || l.words < 2) {
		l.stops++
	}
}

// add adds a letter or digit, folded, to the word, of which it may be the
// first.
func (w *word) add(c class, folded uint32) {
	if w.n == 0 {
		*w = word{hash: hashStart, first: c}
	}
	w.n++
	w.hash = (w.hash ^ folded) * hashPrime
	if w.n <= stemLength {
		w.stem = w.hash
	}
}

// folded is a letter or digit in lower case.
func folded(c class, r rune) rune {
	switch {
	case c != upper:
		return r
	case r < utf8.RuneSelf:
		return r | 0x20
	}
	return unicode.ToLower(r)
}

// digit counts a digit behind a character of class prev. joint tells that a
// digit stands before, joined by punctuation.
func (l *scan) digit(prev class, joint bool) {
	if prev == digit {
		return
	}
	l.hash = (l.hash ^ '0') * hashPrime
	if joint && prev != space {
		l.joined++
	}
}

func isASCIILetter(b byte) bool { return b|0x20-'a' < 26 }

func asciiClass(b byte) class {
	if b >= 'a' {
		return lower
	}
	return upper
}

// plain reads the words of ASCII letters from text[i] on, which are most of most
// pages, with one space behind each, and returns where they end.
func (s *scanner) plain(l *scan, w *word, text string, i int) int {
	for {
		i = l.letters(w, text, i)
		if i == len(text) || text[i] != ' ' {
			return i
		}
		s.endWord(l, w)
		l.count[space]++
		i++
		if i == len(text) || !isASCIILetter(text[i]) {
			return i
		}
	}
}

// letters reads the ASCII letters from text[i] on and returns where they end.
func (l *scan) letters(w *word, text string, i int) int {
	if w.n == 0 {
		*w = word{hash: hashStart, first: asciiClass(text[i])}
	}
	hash, line, rest := w.hash, l.hash, text[i:]
	k, small := 0, uint32(0) // small is 32 times the letters in lower case
	for head := rest[:min(len(rest), max(0, stemLength-int(w.n)))]; k < len(head); k++ {
		c := uint32(head[k])
		if c|0x20-'a' >= 26 {
			break
		}
		small += c & 0x20
		hash = (hash ^ (c | 0x20)) * hashPrime
		line = (line ^ (c | 0x20)) * hashPrime
	}
	if k > 0 {
		w.stem = hash
	}
	for ; k < len(rest); k++ {
		c := uint32(rest[k])
		if c|0x20-'a' >= 26 {
			break
		}
		small += c & 0x20
		hash = (hash ^ (c | 0x20)) * hashPrime
		line = (line ^ (c | 0x20)) * hashPrime
	}
	w.hash, l.hash = hash, line
	n := int32(k)
	w.n += n
	l.count[upper] += n - int32(small/0x20)
	l.count[lower] += int32(small / 0x20)
	l.chars += n
	l.dots = false
	return i + k
}

// measureIndent notes the white space around a line and returns the text
// inside it.
func (l *scan) measureIndent(text string) string {
	start, end := 0, len(text)
	for start < end && (text[start] == ' ' || text[start] == '\t') {
		l.indent++
		if text[start] == '\t' {
			l.indent += 7
		}
		start++
	}
	for end > start && (text[end-1] == ' ' || text[end-1] == '\t' || text[end-1] == '\r' || text[end-1] == '\n') {
		l.trail = l.trail || text[end-1] == ' '
		end--
	}
	return text[start:end]
}

// endWord counts a word. What can hardly be foretold of words is counted without
// a branch.
func (s *scanner) endWord(l *scan, w *word) {
	if l.words < 2 {
		l.start = (l.start ^ w.hash) * hashPrime
	}
	l.words++
	l.longest = max(l.longest, w.n)
	l.caps += one(w.first == upper)
	l.numbers += one(w.first == digit)
	set := s.weigh(l, w.hash)
	keep := one(w.n >= 4) & one(w.first != digit)
	if w.endHash != 0 {
		keep = one(w.n > 1)
		if set == 0 && w.n > 1 {
			set = s.words.cues(w.endHash) & 1
			l.cues[cueWord] += int32(set)
			set = 0
		}
	}
	keep &= one(set == 0)
	s.addContent(w.stem, keep)
	l.cues[cueWord] += int32(set & 1)
	if set > 1 {
		l.addCues(set &^ 1)
	}
	w.n = 0
}

// addContent adds a word's stem if keep is 1, not if it is 0.
func (s *scanner) addContent(stem uint32, keep int32) {
	n := len(s.content)
	if n == cap(s.content) {
		s.content = slices.Grow(s.content, 1)
	}
	s.content = s.content[:n+1]
	s.content[n] = stem
	s.content = s.content[:n+int(keep)]
}

// weigh adds what a word, and it with the one before, says about its line, and
// returns the cues of the word.
func (s *scanner) weigh(l *scan, h uint32) (cues uint16) {
	both := pair(l.before, h)
	l.before = h
	if k := s.words.find(h); k != nil {
		l.addWeights(k)
		cues = k.cues
	}
	if k := s.words.find(both); k != nil {
		l.addWeights(k)
	}
	if s.collect {
		s.collected = append(s.collected, h, both)
	}
	return cues
}

func (l *scan) addWeights(k *knownWord) {
	l.evidence[0] += int32(k.long)
	l.evidence[1] += int32(k.short)
}

// dense takes a character of a script without spaces; two neighbours make
// something like a word.
func (s *scanner) dense(l *scan, last, r rune, pair bool) {
	l.densest++
	if r < 0x3000 {
		return
	}
	l.size += 3
	single := (hashStart ^ uint32(r)) * hashPrime
	if s.words.cues(single)&1 != 0 {
		l.cues[cueWord]++
	}
	if !pair {
		return
	}
	two := ((hashStart^uint32(last))*hashPrime ^ uint32(r)) * hashPrime
	if set := s.words.cues(two); set != 0 {
		l.addCues(set)
	} else if last >= 0x3400 && r >= 0x3400 {
		s.content = append(s.content, two)
	}
}

func (l *scan) addCues(set uint16) {
	l.furniture += int32(bits.OnesCount16(set &^ 1))
	for ; set != 0; set &= set - 1 {
		l.cues[bits.TrailingZeros16(set)]++
	}
}
