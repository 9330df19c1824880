package linemodel

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math/bits"
	"sync"
)

// Words weigh words and pairs of words: how much each speaks for text of an
// article (above zero) or for notices, comments and advertisements (below),
// in a long line and in a short one. They were learnt from English pages and
// are silent on other languages. They hold the words of the lexicon too, so that
// one look tells all of a word.
//
// On file they are a line of JSON (a wordsHeader), then for each word its
// hash (four bytes, little-endian) and its two weights (signed bytes).
type Words struct {
	sieve sieve
	table []knownWord // open, of a power of two; a hash of 0 is an empty slot
	shift uint32
}

type knownWord struct {
	hash        uint32
	long, short int8   // weights in long and in short lines
	cues        uint16 // a set, one bit each
}

// lexiconWords is how many different words the lexicon has at most.
const lexiconWords = 4096

// newWords holds the lexicon and has room for n words more.
func newWords(n int) *Words {
	size := 1 << bits.Len(uint((n+lexiconWords)*5/4))
	w := &Words{table: make([]knownWord, size), shift: uint32(32 - bits.Len(uint(size-1)))}
	lexicon(func(h uint32, c cue) { w.add(h).cues |= 1 << c })
	return w
}

// noWeights are words of which none has weight.
var noWeights = sync.OnceValue(func() *Words { return newWords(0) })

type wordsHeader struct {
	Words int `json:"words"`
}

var errWords = errors.New("linemodel: damaged word weights")

// ReadWords decodes word weights and returns them with the bytes behind them.
func ReadWords(data []byte) (*Words, []byte, error) {
	line, data, ok := bytes.Cut(data, []byte("\n"))
	var h wordsHeader
	if err := json.Unmarshal(line, &h); !ok || err != nil {
		return nil, nil, fmt.Errorf("%w: %v", errWords, err)
	}
	if h.Words < 0 || h.Words > len(data)/6 {
		return nil, nil, errWords
	}
	w := newWords(h.Words)
	for ; h.Words > 0; h.Words-- {
		k := w.add(binary.LittleEndian.Uint32(data))
		k.long, k.short = int8(data[4]), int8(data[5])
		data = data[6:]
	}
	return w, data, nil
}

func (w *Words) add(h uint32) *knownWord {
	k := w.slot(h)
	k.hash = h
	w.sieve.add(h)
	return k
}

// slot is that of a word or, of one that is unknown, an empty one.
func (w *Words) slot(h uint32) *knownWord {
	mask := uint32(len(w.table) - 1)
	i := h * 0x9E3779B1 >> w.shift & mask
	for w.table[i].hash != h && w.table[i].hash != 0 {
		i = (i + 1) & mask
	}
	return &w.table[i]
}

// find is what is known of a word or pair; it may be nil if that is nothing.
func (w *Words) find(h uint32) *knownWord {
	if !w.sieve.has(h) {
		return nil
	}
	return w.slot(h)
}

// cues are those of a word.
func (w *Words) cues(h uint32) uint16 {
	if k := w.find(h); k != nil {
		return k.cues
	}
	return 0
}

// pair is the hash of two words that follow one another.
func pair(a, b uint32) uint32 { return (a*31 ^ b) * hashPrime }

// WordHashes appends the hashes of a line's words and pairs of words to dst,
// for training.
func WordHashes(dst []uint32, line string) []uint32 {
	s := scanner{table: classTable(), words: noWeights(), collect: true}
	var l scan
	s.line(line, &l)
	return append(dst, s.collected...)
}
