package charset

import (
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"unscrape/parser/language"
)

// singleModel is an encoding of one byte per character made ready.
type singleModel struct {
	name    string
	prior   int
	class   [256]class
	letters []letterCosts
}

// letterCosts is what the bytes beyond ASCII cost in one language.
type letterCosts struct {
	tag   string
	costs [128]int16
}

// cost is that of the sample in the language that fits best, of the pairs of
// neighbours, and of the encoding itself.
func (m *singleModel) cost(s *sample) int {
	least := math.MaxInt
	for i := range m.letters {
		l := &m.letters[i]
		sum := 0
		for c, n := range s.count {
			sum += n * int(l.costs[c])
		}
		if l.tag == s.languages[0] || l.tag == s.languages[1] {
			sum -= languageBonus + s.ascii*bit/lettersPerBit
		}
		least = min(least, sum)
	}
	return m.prior + least + m.pairs(s.text)
}

// pairs is the cost of the pairs of neighbours of which one is beyond ASCII.
func (m *singleModel) pairs(text []byte) int {
	sum, before := 0, byte(' ')
	for _, c := range text {
		if c|before >= utf8.RuneSelf {
			sum += int(pairCosts[m.class[before]][m.class[c]])
		}
		before = c
	}
	return sum
}

// singleModels are the encodings of the table singles.
var singleModels = sync.OnceValue(func() (models []*singleModel) {
	for _, s := range singles {
		models = append(models, newSingle(s.name, s.prior, strings.Fields(s.languages)))
	}
	return models
})

// furtherModel is the model of an encoding of one byte per character that is
// not in the table, for all languages; nil when name is not that of one.
func furtherModel(name string) *singleModel {
	for _, s := range singles {
		if s.name == name {
			return nil
		}
	}
	var all []string
	for _, p := range language.Profiles {
		all = append(all, p.Tag)
	}
	return newSingle(name, 0, all)
}

// newSingle makes the model of an encoding; nil when it is none of one byte
// per character.
func newSingle(name string, prior int, tags []string) *singleModel {
	enc, err := htmlindex.Get(name)
	cm, ok := enc.(*charmap.Charmap)
	if err != nil || !ok {
		return nil
	}
	m := &singleModel{name: name, prior: prior}
	for c := range m.class {
		m.class[c] = classOf(cm.DecodeByte(byte(c)))
	}
	for _, p := range language.Profiles {
		for _, tag := range tags {
			if p.Tag == tag {
				m.letters = append(m.letters, letterCosts{tag, costsOf(cm, p.Letters)})
			}
		}
	}
	return m
}

// costsOf is what each byte beyond ASCII costs in the language of those
// letters. Their probability is taken to fall evenly from the first to a
// ninetieth of it at the last, which is about right for alphabets.
func costsOf(cm *charmap.Charmap, letters string) (costs [128]int16) {
	const fall = 6.5 * bit
	ranks := []rune(letters)
	all := 0.0
	for i := range ranks {
		all += math.Exp2(-fall / bit * float64(i) / float64(len(ranks)))
	}
	for c := range costs {
		r := unicode.ToLower(cm.DecodeByte(byte(c + utf8.RuneSelf)))
		switch {
		case classOf(r) == nothing:
			costs[c] = noCharacter
		case strings.ContainsRune(letters, r):
			rank := float64(len([]rune(letters[:strings.IndexRune(letters, r)])))
			costs[c] = int16(math.Round(bit*math.Log2(all) + fall*rank/float64(len(ranks))))
		case strings.ContainsRune(commonPuncts, r) && len(ranks) < 3:
			costs[c] = plainPunct
		case strings.ContainsRune(commonPuncts, r):
			costs[c] = commonPunct
		case strings.ContainsRune(rarePuncts, r):
			costs[c] = rarePunct
		case unicode.IsLetter(r) || unicode.IsMark(r):
			costs[c] = rareLetter
		default:
			costs[c] = otherSymbol
		}
	}
	return costs
}

// class is what a character is to its neighbours.
type class uint8

const (
	space class = iota // white space and ASCII punctuation
	digit
	lowerASCII
	upperASCII
	lowerLatin // beyond ASCII
	upperLatin
	lowerOther // Greek and Cyrillic
	upperOther
	uncased // letters of scripts without case, and their marks
	punct
	symbol
	nothing // a control character, or no character at all
	classes
)

func classOf(r rune) class {
	latin := unicode.Is(unicode.Latin, r)
	switch {
	case unicode.IsSpace(r):
		return space
	case r < ' ' || r == 0x7F || unicode.IsControl(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Co, r):
		return nothing
	case '0' <= r && r <= '9':
		return digit
	case 'a' <= r && r <= 'z':
		return lowerASCII
	case 'A' <= r && r <= 'Z':
		return upperASCII
	case r < utf8.RuneSelf:
		return space
	case unicode.IsUpper(r) && latin:
		return upperLatin
	case latin && unicode.IsLetter(r):
		return lowerLatin
	case unicode.IsUpper(r):
		return upperOther
	case unicode.IsLower(r):
		return lowerOther
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return uncased
	case strings.ContainsRune(commonPuncts+rarePuncts+otherPuncts, r) || unicode.Is(unicode.Cf, r):
		return punct
	}
	return symbol
}

// pairCosts is what the second of two neighbours costs after the first, of
// which one is beyond ASCII.
var pairCosts = makePairCosts()

func makePairCosts() (costs [classes][classes]int16) {
	for a := range classes {
		for b := range classes {
			costs[a][b] = pairCost(a, b)
		}
	}
	return costs
}

func pairCost(a, b class) int16 {
	letters := a.isLetter() && b.isLetter()
	switch {
	case b == nothing:
		return 0 // its own cost says it
	case letters && a.isOther() != b.isOther():
		return 8 * bit
	case letters && a.isLower() && b.isUpper():
		return 8 * bit
	case a == symbol && b.isLetter(), a.isLetter() && b == symbol:
		return 5 * bit
	case letters && a >= lowerLatin && b >= lowerLatin && !a.isOther():
		return 4 * bit
	case a == digit && b >= lowerLatin && b.isLetter(), a.isLetter() && a >= lowerLatin && b == digit:
		return 3 * bit
	case letters && a.isUpper() && b.isUpper():
		return 1 * bit
	case b.isUpper():
		return 2 * bit
	}
	return 0
}

func (c class) isLetter() bool { return lowerASCII <= c && c <= uncased }
func (c class) isLower() bool  { return c == lowerASCII || c == lowerLatin || c == lowerOther }
func (c class) isUpper() bool  { return c == upperASCII || c == upperLatin || c == upperOther }
func (c class) isOther() bool  { return c == lowerOther || c == upperOther || c == uncased }
