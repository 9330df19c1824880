// Package language guesses the language of a text from its letters and its
// most frequent words: cheap evidence for the reading of dates and labels
// and for telling encodings apart, not a fact for the record.
package language

import (
	"math/bits"
	"unicode/utf8"
)

// sample is how many bytes of a text are looked at.
const sample = 2 << 10

// What a function word counts for, divided among the languages that have it,
// what a letter counts for, and what a text in Latin script must reach for a
// guess.
const (
	wordWeight   = 12
	letterWeight = 3
	leastLatin   = 18
)

// Guess is the BCP 47 primary language subtag that the first 2 KB of text
// speak for, and "" when they speak for none. Bytes that are not UTF-8 are
// passed over.
func Guess(text string) string {
	var c counts
	c.add(text[:min(len(text), sample)])
	s := c.script()
	if scripts[s].tag != "" {
		return scripts[s].tag
	}
	return c.best(s)
}

// counts is what was seen of a text.
type counts struct {
	bytes   [len(scripts)]int   // of letters, by script
	letters [letterSlots]uint16 // by letterSlot
	words   [maxProfiles]int    // what function words count for, by profile
}

func (c *counts) add(text string) {
	t := tables()
	var hash uint64
	start := 0 // of the word
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r < utf8.RuneSelf {
			if lower := r | 0x20; uint32(lower-'a') < 26 {
				hash = hashRune(hash, lower)
				i++
				continue
			}
		} else {
			var char uint16
			char, size = decodeRune(text[i:])
			if s := t.script[char]; s != common {
				r = fold(rune(char))
				hash = hashRune(hash, r)
				c.letters[letterSlot(r)]++
				c.bytes[s] += size
				i += size
				start += size // so that i-start is the ASCII part
				continue
			}
		}
		if hash != 0 {
			c.bytes[latin] += i - start
			c.addWord(t.words.find(hash))
			hash = 0
		}
		i += size
		start = i
	}
	c.bytes[latin] += len(text) - start
	c.addWord(t.words.find(hash))
}

// decodeRune is the first character of s, which is not ASCII; 0 for those
// beyond 16 bits and for what is no character.
func decodeRune(s string) (r uint16, size int) {
	if len(s) > 1 && s[0]-0xC2 < 0xE0-0xC2 && s[1]&0xC0 == 0x80 {
		return uint16(s[0]&0x1F)<<6 | uint16(s[1]&0x3F), 2
	}
	long, size := utf8.DecodeRuneInString(s)
	if long == utf8.RuneError || long > 0xFFFF {
		return 0, size
	}
	return uint16(long), size
}

// addWord counts a word for each profile of the set.
func (c *counts) addWord(profiles uint64) {
	if profiles == 0 {
		return
	}
	weight := wordWeight / bits.OnesCount64(profiles)
	for ; profiles != 0; profiles &= profiles - 1 {
		c.words[bits.TrailingZeros64(profiles)] += weight
	}
}

// script is the one with the most bytes. Latin counts half, since addresses
// and labels are Latin in texts of all scripts, and Japanese is written in
// more Han than kana.
func (c *counts) script() (best int) {
	c.bytes[latin] /= 2
	if 10*c.bytes[kana] > c.bytes[han] {
		c.bytes[kana] += c.bytes[han]
	}
	for s, n := range c.bytes {
		if n > c.bytes[best] {
			best = s
		}
	}
	return best
}

// best is the language of a script that fits best; "" when none of Latin
// script does well, or no letter was seen.
func (c *counts) best(script int) string {
	tag, most := "", -1
	if script == latin {
		most = leastLatin - 1
	}
	for i, p := range tables().profiles {
		if int(p.script) != script {
			continue
		}
		score := c.words[i]
		for _, slot := range p.letters {
			score += letterWeight * int(c.letters[slot])
		}
		if score > most {
			tag, most = Profiles[i].Tag, score
		}
	}
	return tag
}
