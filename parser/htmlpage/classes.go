package htmlpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/internal/counter"
)

// Words of class names and ids are the plainest word of a page's makers about
// what an element is: "entry-content", "relatedPosts", "footer__links". Each
// word, and each whole name of several words, has a weight; what an element
// weighs is the sum over its words, and a block is weighed by its whole path.

// Classes are the weights of class words, in 64ths, by their hashes.
type Classes struct{ counter.Counter }

// weights are an element's.
type weights struct {
	own  float32 // of the element itself
	path float32 // of the element and its ancestors
	low  float32 // least of these
	high float32 // greatest
}

// ParseClasses reads lines of a word and its weight in 64ths.
func ParseClasses(text string) *Classes {
	w := new(Classes)
	w.Reset(strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		word, n, ok := strings.Cut(strings.TrimSpace(line), " ")
		if v, err := strconv.Atoi(n); ok && err == nil {
			w.Sum(hashString(word), v)
		}
	}
	return w
}

// weighAll weighs the elements that hold text. Many have the tag, class and id
// of one before.
func (w *Classes) weighAll(elems []Elem) {
	buf := new([64]byte)
	var known [256]int32 // elements that were weighed, by hash
	for i := 1; i < len(elems); i++ {
		e := &elems[i]
		if e.first > e.last {
			continue
		}
		e.hash = hashString(e.Class)
		up := &elems[e.Parent]
		own := float32(0)
		slot := &known[(e.hash^uint32(e.Tag)*hashPrime)%uint32(len(known))]
		if b := &elems[*slot]; *slot > 0 && b.Tag == e.Tag && b.Class == e.Class && b.ID == e.ID {
			own = b.own
		} else {
			own = w.of(e, buf)
			*slot = int32(i)
		}
		e.weights = weights{own, up.path + own, min(up.low, own), max(up.high, own)}
	}
}

func (w *Classes) of(e *Elem, buf *[64]byte) float32 {
	sum := w.Count(hashTag(e.Tag))
	add := func(word []byte) { sum += w.Count(hashBytes(word)) }
	if e.Class != "" {
		eachClassWord(e.Class, buf, add)
	}
	if e.ID != "" {
		eachClassWord(e.ID, buf, add)
	}
	return float32(sum) / 64
}

// hashTag is the hash of "<" and the name of an element.
func hashTag(a atom.Atom) uint32 {
	h := uint32(hashStart)
	h = (h ^ '<') * hashPrime
	for _, c := range []byte(a.String()) {
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
}

// eachClassWord calls f with each name in s, digits left out, and with the
// words that a name is made of: names end at white space, words also at other
// characters and before capitals. All in lower case; the words are in buf.
func eachClassWord(s string, buf *[64]byte, f func(word []byte)) {
	name, words, word := 0, 0, 0 // buf[:name] is the name, buf[word:name] the word
	endWord := func() {
		if name-word >= 2 {
			f(buf[word:name])
			words++
		}
	}
	endName := func() {
		endWord()
		if words > 1 {
			f(buf[:name])
		}
		name, words, word = 0, 0, 0
	}
	lower := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f':
			endName()
			lower = false
			continue
		case c >= 'a' && c <= 'z':
			lower = true
		case c >= 'A' && c <= 'Z':
			if lower {
				endWord()
				word = name
			}
			c |= 0x20
			lower = false
		case c >= '0' && c <= '9':
			continue
		default:
			endWord()
			c = '-'
			lower = false
			if name < len(buf) && name > 0 && buf[name-1] != '-' {
				buf[name] = c
				name++
			}
			word = name
			continue
		}
		if name < len(buf) {
			buf[name] = c
			name++
		}
	}
	endName()
}

// The constants of FNV-1a.
const (
	hashStart = 2166136261
	hashPrime = 16777619
)

func hashBytes(b []byte) uint32 {
	h := uint32(hashStart)
	for _, c := range b {
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
}

func hashString(s string) uint32 {
	h := uint32(hashStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * hashPrime
	}
	return h
}
