package charset

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// doubleModel is an encoding of one or two bytes per character made ready.
type doubleModel struct {
	name  string
	prior int
	kana  [2]byte
	pairs [1 << 16]uint8 // cost in bits, by lead and trail byte; 0 for no character
}

// A letter of ASCII costs this much in all encodings. It counts only where a
// letter is the trail byte of a pair, and then the pair costs that less.
const asciiBits = 5

// cost is that of the text. A letter of ASCII beside a character costs extra,
// since in other encodings the two are a word.
func (m *doubleModel) cost(text []byte) int {
	sum := m.prior
	for i := 0; i < len(text); {
		lead := text[i]
		if lead < utf8.RuneSelf {
			i++
			continue
		}
		if i > 0 && isASCIILetter(text[i-1]) {
			sum += 3 * bit
		}
		if m.kana[0] <= lead && lead <= m.kana[1] {
			sum += narrowKana
			i++
			continue
		}
		var pair uint8
		if i+1 < len(text) {
			pair = m.pairs[int(lead)<<8|int(text[i+1])]
		}
		if pair == 0 {
			sum += noCharacter
			i++
			continue
		}
		sum += int(pair) * bit
		i += 2
	}
	return sum
}

func isASCIILetter(c byte) bool {
	c |= 0x20
	return 'a' <= c && c <= 'z'
}

// doubleModels are the encodings of the table doubles.
var doubleModels = sync.OnceValue(func() (models []*doubleModel) {
	for _, d := range doubles {
		m := &doubleModel{name: d.name, prior: d.prior, kana: d.kana}
		for _, a := range d.areas {
			m.addArea(a)
		}
		m.addCommon(d.common)
		models = append(models, m)
	}
	return models
})

// addArea adds the pairs of an area that no earlier one has.
func (m *doubleModel) addArea(a area) {
	for lead := int(a.leadLow); lead <= int(a.leadHigh); lead++ {
		for trail := int(a.trailLow); trail <= int(a.trailHigh); trail++ {
			if pair := &m.pairs[lead<<8|trail]; *pair == 0 && trail != 0x7F {
				*pair = a.bits - trailBits(byte(trail))
			}
		}
	}
}

// addCommon sets the pairs of the most frequent characters.
func (m *doubleModel) addCommon(common string) {
	enc, err := htmlindex.Get(m.name)
	if err != nil {
		return
	}
	for i, r := range []rune(common) {
		out, err := enc.NewEncoder().Bytes([]byte(string(r)))
		if err != nil || len(out) != 2 {
			continue
		}
		bits := byte(commonBits)
		if i < 100 {
			bits--
		}
		m.pairs[int(out[0])<<8|int(out[1])] = bits - trailBits(out[1])
	}
}

func trailBits(trail byte) byte {
	if trail < utf8.RuneSelf {
		return asciiBits
	}
	return 0
}
