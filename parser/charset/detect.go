package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"unscrape/parser/language"
)

// What speaks for an encoding beside its characters: that the document names
// it, or, of a language in Latin script, that the ASCII words are its words,
// the more of them the better. windows-1252 and its alias ISO-8859-1 are
// named by default, rightly or not.
const (
	declaredBonus = 30 * bit
	defaultBonus  = 6 * bit
	languageBonus = 12 * bit
	lettersPerBit = 20
)

// Detect is the encoding that data, which is neither UTF-8 nor UTF-16, is
// most probably in. declared is the name of the encoding that the document
// claims, "" when it claims none: it is believed unless another one fits far
// better.
//
// Each encoding is taken as a model of text: the bits that the sample costs
// under the letter frequencies of the languages that are written in it, and
// under general rules such as that no capital follows a small letter. The
// cheapest wins.
func Detect(data []byte, declared string) string {
	if utf8.Valid(data) {
		if isISO2022JP(data) {
			return "iso-2022-jp"
		}
		return "utf-8"
	}
	if strings.HasPrefix(declared, "utf-16") || strings.HasPrefix(declared, "utf-32") {
		return declared // though UTF16 found no zero bytes to tell it by
	}
	s := takeSample(data)
	best, least := "", 0
	try := func(name string, cost int) {
		switch {
		case declared == "" || !Agree(declared, name):
		case declared == "windows-1252":
			cost -= defaultBonus
		default:
			name, cost = declared, cost-declaredBonus
		}
		if best == "" || cost < least {
			best, least = name, cost
		}
	}
	for _, m := range singleModels() {
		try(m.name, m.cost(s))
	}
	for _, m := range doubleModels() {
		try(m.name, m.cost(s.text))
	}
	if m := furtherModel(declared); m != nil {
		try(declared, m.cost(s))
	}
	return best
}

// isISO2022JP reports whether data, all ASCII, holds the escape sequences
// that switch to Japanese characters.
func isISO2022JP(data []byte) bool {
	return bytes.Contains(data, []byte("\x1b$B")) || bytes.Contains(data, []byte("\x1b$@"))
}

// A sample is the part of a document that its encoding is told from.
type sample struct {
	text      []byte    // lines, or pieces of them, with bytes beyond ASCII
	count     [128]int  // of the bytes beyond ASCII
	ascii     int       // number of the others
	languages [2]string // that the ASCII words speak for
}

// The sample ends with the piece that reaches detectSize. No piece of a longer
// line begins within a character, unless the piece before is there too.
const (
	detectSize = 4 << 10
	pieceSize  = 256
)

func takeSample(data []byte) *sample {
	s := new(sample)
	for rest := data; len(rest) > 0 && len(s.text) < detectSize; {
		piece := rest[:min(len(rest), pieceSize)]
		if i := bytes.IndexByte(piece, '\n'); i >= 0 {
			piece = piece[:i+1]
		}
		rest = rest[len(piece):]
		if !isASCII(piece) {
			s.text = append(s.text, piece...)
		}
	}
	for _, c := range s.text {
		if c >= utf8.RuneSelf {
			s.count[c-utf8.RuneSelf]++
		} else {
			s.ascii++
		}
	}
	s.languages[0] = language.Guess(string(onlyASCII(s.text)))
	s.languages[1] = language.Guess(string(onlyASCII(data[:min(len(data), detectSize)])))
	return s
}

// onlyASCII is data with each other byte made one that is no UTF-8.
func onlyASCII(data []byte) []byte {
	out := bytes.Clone(data)
	for i, c := range out {
		if c >= utf8.RuneSelf {
			out[i] = 0xFF
		}
	}
	return out
}

// IsASCII reports whether text has ASCII characters only.
func IsASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isASCII(data []byte) bool {
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// UTF8 reports whether data, which is not valid UTF-8, is meant as such: most
// of its multi-byte sequences are well-formed. Legacy text contains such
// sequences by chance, though hardly the longer ones.
func UTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
			i += illFormed(data[i:])
			continue
		}
		good += min(size-1, 2)
		i += size
	}
	return good > bad
}
