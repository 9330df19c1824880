package charset

import (
	"math"
	"slices"
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
	quotes  [2]byte // « and », less 128; both zero when it lacks them
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
	return m.prior + least + m.pairs(s.text) + m.unbalanced(s)
}

// unbalanced is the cost of guillemets without a partner: in Slovak text in
// ISO-8859-2 the letter ť would be one in other encodings.
func (m *singleModel) unbalanced(s *sample) int {
	more := s.count[m.quotes[0]] - s.count[m.quotes[1]]
	return max(more, -more) * loneQuote
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
	var base [128]int16
	for c := range m.class {
		r := cm.DecodeByte(byte(c))
		m.class[c] = classOf(r)
		if c >= utf8.RuneSelf {
			base[c-utf8.RuneSelf] = baseCost(r, m.class[c])
		}
		if i := strings.IndexRune("«»", r); i >= 0 {
			m.quotes[i/2] = byte(c - utf8.RuneSelf)
		}
	}
	for _, p := range language.Profiles {
		if slices.Contains(tags, p.Tag) {
			l := letterCosts{p.Tag, base}
			l.add(cm, []rune(p.Letters))
			m.letters = append(m.letters, l)
		}
	}
	return m
}

// baseCost is what a character costs that is no letter of the language.
func baseCost(r rune, class class) int16 {
	switch {
	case class == nothing:
		return noCharacter
	case strings.ContainsRune(commonPuncts, r):
		return commonPunct
	case strings.ContainsRune(rarePuncts, r):
		return rarePunct
	case class.isLetter():
		return rareLetter
	}
	return otherSymbol
}

// add sets the costs of the letters of the language. Their probability is
// taken to fall evenly from the first to a ninetieth of it at the last, which
// is about right for alphabets.
func (l *letterCosts) add(cm *charmap.Charmap, letters []rune) {
	const fall = 6.5 * bit
	set := func(r rune, cost int16) {
		if c, ok := cm.EncodeRune(r); ok && c >= utf8.RuneSelf {
			l.costs[c-utf8.RuneSelf] = cost
		}
	}
	all := 0.0
	for i := range letters {
		all += math.Exp2(-fall / bit * float64(i) / float64(len(letters)))
	}
	for i, r := range letters {
		cost := int16(math.Round(bit*math.Log2(all) + fall*float64(i)/float64(len(letters))))
		set(r, cost)
		set(unicode.ToUpper(r), cost)
	}
	if len(letters) < fewLetters {
		for _, r := range commonPuncts {
			set(r, plainPunct)
		}
	}
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
		return bit / 2
	case b.isUpper():
		return 2 * bit
	}
	return 0
}

func (c class) isLetter() bool { return lowerASCII <= c && c <= uncased }
func (c class) isLower() bool  { return c == lowerASCII || c == lowerLatin || c == lowerOther }
func (c class) isUpper() bool  { return c == upperASCII || c == upperLatin || c == upperOther }
func (c class) isOther() bool  { return c == lowerOther || c == upperOther || c == uncased }
