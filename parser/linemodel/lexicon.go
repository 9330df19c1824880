package linemodel

import (
	_ "embed"
	"strings"
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

// lexicon calls use for each word of the lists, as a hash, with a cue of it.
func lexicon(use func(hash uint32, c cue)) {
	for line := range strings.Lines(lexiconText) {
		head, list, ok := strings.Cut(line, ":") // "CLASS LANGUAGE: WORDS"
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		name, _, _ := strings.Cut(head, " ")
		for c, n := range cueNames {
			if n == name {
				for w := range strings.FieldsSeq(list) {
					use(hashWord(w), cue(c))
				}
			}
		}
	}
}

// A sieve lets all hashes pass that were added to it and few others: most
// words of most pages are in no table, and it stays in the nearest cache.
type sieve [1 << sieveBits]uint64

const sieveBits = 11

func (s *sieve) add(h uint32) { s[h>>6&(1<<sieveBits-1)] |= 1 << (h & 63) }

func (s *sieve) has(h uint32) bool { return s[h>>6&(1<<sieveBits-1)]>>(h&63)&1 != 0 }

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
