package linemodel

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed lexicon.txt
var lexiconText string

// A cue is what a word says about its line; a word may be several. The
// first is the function word, the others mark page furniture.
type cue uint8

const (
	cueWord cue = iota
	cueShare
	cueAccount
	cueLegal
	cueRelated
	cueComment
	cueMenu
	cueSource
	cueShop
	cueTime
	cues // number of cues
)

var cueNames = [cues]string{"word", "share", "account", "legal", "related", "comment", "menu", "source", "shop", "time"}

// A lexicon maps the hashes of words to sets of cues, one bit each, in an
// open table of a power of two of slots.
type lexicon struct {
	known  sieve
	hashes []uint32 // 0 is an empty slot
	sets   []uint16
}

var words = sync.OnceValue(func() *lexicon { return parseLexicon(lexiconText) })

// parseLexicon reads lines of the form "CLASS LANGUAGE: WORDS".
func parseLexicon(text string) *lexicon {
	x := &lexicon{hashes: make([]uint32, 1<<14), sets: make([]uint16, 1<<14)}
	for line := range strings.Lines(text) {
		head, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		name, _, _ := strings.Cut(head, " ")
		for c, n := range cueNames {
			if n == name {
				for w := range strings.FieldsSeq(list) {
					x.add(hashWord(w), 1<<c)
				}
			}
		}
	}
	return x
}

func (x *lexicon) add(h uint32, set uint16) {
	i := x.slot(h)
	x.hashes[i] = h
	x.sets[i] |= set
	x.known.add(h)
}

// find returns the cues of a word, 0 for an unknown one.
func (x *lexicon) find(h uint32) uint16 {
	if !x.known.has(h) {
		return 0
	}
	return x.sets[x.slot(h)]
}

func (x *lexicon) slot(h uint32) uint32 {
	mask := uint32(len(x.hashes) - 1)
	i := (h ^ h>>15) & mask
	for x.hashes[i] != h && x.hashes[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

// A sieve lets all hashes pass that were added to it and few others: most
// words of most pages are in no table, and it stays in the nearest cache.
type sieve [1 << 10]uint64

func (s *sieve) add(h uint32) { s[h>>6&(1<<10-1)] |= 1 << (h & 63) }

func (s *sieve) has(h uint32) bool { return s[h>>6&(1<<10-1)]>>(h&63)&1 != 0 }

const (
	hashStart = 2166136261
	hashPrime = 16777619
)

// hashWord is FNV-1a over the characters of a word, lower case; the scanner
// computes the same hash as it reads a line.
func hashWord(w string) uint32 {
	h := uint32(hashStart)
	for _, r := range w {
		if c := charClass(r); c == mark && !unicode.IsMark(r) {
			continue
		}
		h = (h ^ uint32(unicode.ToLower(r))) * hashPrime
	}
	return h
}

func charClass(r rune) class {
	if r < tableSize && r != utf8.RuneError {
		return classTable()[r]
	}
	return classOf(r)
}
