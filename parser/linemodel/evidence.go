package linemodel

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math/bits"
)

// Words weigh words and pairs of words: how much each speaks for text of an
// article (above zero) or for notices, comments and advertisements (below),
// in a long line and in a short one. They were learnt from English pages and
// are silent on other languages.
//
// On file they are a line of JSON (a wordsHeader), then for each word its
// hash (four bytes, little-endian) and its two weights (signed bytes).
type Words struct {
	known sieve
	table []weighed // open; a hash of 0 is an empty slot
	shift uint32
}

type weighed struct {
	hash    uint32
	weights [2]int8
}

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
	size := 1 << bits.Len(uint(2*h.Words+1))
	w := &Words{table: make([]weighed, size), shift: uint32(32 - bits.Len(uint(size-1)))}
	for ; h.Words > 0; h.Words-- {
		h := binary.LittleEndian.Uint32(data)
		w.table[w.slot(h)] = weighed{h, [2]int8{int8(data[4]), int8(data[5])}}
		w.known.add(h)
		data = data[6:]
	}
	return w, data, nil
}

func (w *Words) slot(h uint32) uint32 {
	mask := uint32(len(w.table) - 1)
	i := h * 0x9E3779B1 >> w.shift & mask
	for w.table[i].hash != h && w.table[i].hash != 0 {
		i = (i + 1) & mask
	}
	return i
}

func (w *Words) find(h uint32) [2]int8 {
	if !w.known.has(h) {
		return [2]int8{}
	}
	return w.table[w.slot(h)].weights
}

// pair is the hash of two words that follow one another.
func pair(a, b uint32) uint32 { return (a*31 ^ b) * hashPrime }

// WordHashes appends the hashes of a line's words and pairs of words to dst,
// for training.
func WordHashes(dst []uint32, line string) []uint32 {
	s := scanner{table: classTable(), lexicon: words(), collect: true}
	var l scan
	s.line(line, &l)
	return append(dst, s.collected...)
}
