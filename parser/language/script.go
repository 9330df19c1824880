package language

import (
	"math/bits"
	"sync"
	"unicode/utf8"
)

// Scripts with several languages, and those that the code speaks of.
const (
	common = iota // no letter
	latin
	han
	kana
)

// scripts are the scripts that are told apart, by the ranges [from, to) of
// their letters; tag is the language, when there is one for the script.
var scripts = [...]struct {
	tag    string
	ranges [][2]rune
}{
	common: {},
	latin:  {"", [][2]rune{{0xC0, 0x250}, {0x1E00, 0x1F00}}},
	han:    {"zh", [][2]rune{{0x3400, 0x4DC0}, {0x4E00, 0xA000}, {0xF900, 0xFB00}}},
	kana:   {"ja", [][2]rune{{0x3040, 0x3100}}},
	{"", [][2]rune{{0x370, 0x400}, {0x1F00, 0x2000}}}, // Greek
	{"", [][2]rune{{0x400, 0x530}}},                   // Cyrillic
	{"hy", [][2]rune{{0x530, 0x590}}},
	{"", [][2]rune{{0x590, 0x600}}}, // Hebrew
	{"", [][2]rune{{0x620, 0x660}, {0x670, 0x6F0}, {0x750, 0x780}, {0xFB50, 0xFDD0}, {0xFE70, 0xFF00}}}, // Arabic
	{"", [][2]rune{{0x900, 0x960}}}, // Devanagari
	{"bn", [][2]rune{{0x980, 0xA00}}},
	{"pa", [][2]rune{{0xA00, 0xA80}}},
	{"gu", [][2]rune{{0xA80, 0xB00}}},
	{"or", [][2]rune{{0xB00, 0xB80}}},
	{"ta", [][2]rune{{0xB80, 0xC00}}},
	{"te", [][2]rune{{0xC00, 0xC80}}},
	{"kn", [][2]rune{{0xC80, 0xD00}}},
	{"ml", [][2]rune{{0xD00, 0xD80}}},
	{"si", [][2]rune{{0xD80, 0xE00}}},
	{"th", [][2]rune{{0xE00, 0xE80}}},
	{"lo", [][2]rune{{0xE80, 0xF00}}},
	{"bo", [][2]rune{{0xF00, 0x1000}}},
	{"my", [][2]rune{{0x1000, 0x10A0}}},
	{"ka", [][2]rune{{0x10A0, 0x1100}}},
	{"am", [][2]rune{{0x1200, 0x13A0}}},
	{"km", [][2]rune{{0x1780, 0x1800}}},
	{"ko", [][2]rune{{0x1100, 0x1200}, {0x3130, 0x3190}, {0xAC00, 0xD7B0}}},
}

// prepared is what the tables of this package become for use.
type prepared struct {
	script   [1 << 16]uint8 // by code point
	words    wordSet
	profiles []profile // parallel to Profiles
}

type profile struct {
	script  uint8
	letters []uint16 // their slots
}

var tables = sync.OnceValue(func() *prepared {
	t := new(prepared)
	for s, script := range scripts {
		for _, r := range script.ranges {
			for char := r[0]; char < r[1]; char++ {
				t.script[char] = uint8(s)
			}
		}
	}
	t.script['×'], t.script['÷'], t.script['۔'] = common, common, common
	t.profiles = make([]profile, len(Profiles))
	for i, p := range Profiles {
		t.words.add(p.Words, 1<<i)
		first, _ := utf8.DecodeRuneInString(p.Words + p.Letters)
		t.profiles[i].script = latin
		if first >= utf8.RuneSelf {
			t.profiles[i].script = t.script[first]
		}
		for _, r := range p.Letters {
			t.profiles[i].letters = append(t.profiles[i].letters, letterSlot(r))
		}
	}
	return t
})

// Letters are counted up to the end of the Arabic block, and those that
// Vietnamese adds to Latin.
const letterSlots = 0x700 + 0x100

// letterSlot is where a letter is counted; 0 stands for all others.
func letterSlot(r rune) uint16 {
	switch {
	case r < 0x700:
		return uint16(r)
	case r&^0xFF == 0x1E00:
		return 0x700 | uint16(r&0xFF)
	}
	return 0
}

// fold is the lower case of the letters that begin most sentences beyond
// ASCII: those of Latin-1 and the basic Cyrillic and Greek ones.
func fold(r rune) rune {
	switch {
	case 0xC0 <= r && r <= 0xDE, 0x410 <= r && r <= 0x42F, 0x391 <= r && r <= 0x3A9:
		return r + 0x20
	case 0x400 <= r && r <= 0x40F:
		return r + 0x50
	}
	return r
}

// A wordSet maps the hashes of words to the profiles that have them. It is
// an open-addressed table that is at most half full. Words of other
// languages that share a hash are too rare to matter.
type wordSet [2 << 10]struct{ hash, profiles uint64 }

const maxProfiles = 64

// hashRune continues a hash by one letter. Letters have eleven bits, so that
// short words do not share a hash. Zero stands for no word.
func hashRune(hash uint64, r rune) uint64 { return bits.RotateLeft64(hash, 11) ^ uint64(r) }

// add puts the words, separated by spaces, into the set of one profile.
func (w *wordSet) add(words string, profile uint64) {
	var hash uint64
	for _, r := range words + " " {
		if r != ' ' {
			hash = hashRune(hash, r)
			continue
		}
		i := w.slot(hash)
		w[i].hash = hash
		w[i].profiles |= profile
		hash = 0
	}
}

// find is the set of profiles that have the word of that hash.
func (w *wordSet) find(hash uint64) uint64 { return w[w.slot(hash)].profiles }

// slot is where a hash stands, or the free place where it would.
func (w *wordSet) slot(hash uint64) int {
	i := int(hash * 0x9E3779B97F4A7C15 >> (64 - 11)) // Fibonacci hashing
	for w[i].profiles != 0 && w[i].hash != hash {
		i = (i + 1) % len(w)
	}
	return i
}
