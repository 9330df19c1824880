package rules

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Some lines say one thing in many ways: "Only registered users may comment",
// "Comments are open to those who have an account". A rule with the matcher
// words has, by language, lists of beginnings of words with a plus between them,
//
//	"comment + regist account log"
//
// and matches a line of few words of which each list begins one. What has fewer
// than four letters stands for a whole word.

// Bounds of a line that such rules match, in words, and of its beginnings of
// words, in runes.
const (
	maxLineWords = 14
	minStem      = 2
	maxStem      = 20
)

// A beginning of a word has minBeginning runes or more; what is shorter stands in
// the table with wholeWord behind it.
const (
	minBeginning = 4
	wholeWord    = " "
)

// A stem is a beginning of words in one list of a phrase.
type stem struct {
	phrase uint16 // number of the phrase in part.words
	list   uint8
}

// A wordPhrase is a phrase of a rule with the matcher words.
type wordPhrase struct {
	rule  int
	lists string // as in the file
}

// addWords adds the phrases of a rule.
func (l *loader) addWords(n *yaml.Node, rule int) error {
	if n.Kind != yaml.MappingNode {
		return wrong(n, "expected lists of words by language")
	}
	return fields(n, func(_ string, list *yaml.Node) error {
		return each(list, func(item *yaml.Node) error {
			phrase, err := text(item)
			if err != nil {
				return err
			}
			if err := checkWords(phrase); err != nil {
				return &lineError{item.Line, err}
			}
			l.part.words = append(l.part.words, wordPhrase{rule, phrase})
			return nil
		})
	})
}

func checkWords(phrase string) error {
	lists := strings.Split(phrase, "+")
	if len(lists) < 2 || len(lists) > 8 {
		return fmt.Errorf("%q is not two to eight lists of words with a plus between them", phrase)
	}
	for _, list := range lists {
		if strings.TrimSpace(list) == "" {
			return fmt.Errorf("%q has an empty list", phrase)
		}
		for word := range strings.FieldsSeq(list) {
			if n := utf8.RuneCountInString(word); n < minStem || n > maxStem {
				return fmt.Errorf("%q of %q has not %d to %d letters", word, phrase, minStem, maxStem)
			}
		}
	}
	return nil
}

// stemsOf is the table of the beginnings of words of all phrases, with the first
// runes of each.
func stemsOf(words []wordPhrase) map[string][]stem {
	table := map[string][]stem{}
	for i, w := range words {
		for k, list := range strings.Split(w.lists, "+") {
			for word := range strings.FieldsSeq(list) {
				key := foldPattern(word)
				start := firstRunes(key, minStem)
				if utf8.RuneCountInString(key) < minBeginning {
					key += wholeWord
				}
				table[key] = append(table[key], stem{uint16(i), uint8(k)})
				if start != key { // most words have no such start
					table[start] = append([]stem{}, table[start]...)
				}
			}
		}
	}
	return table
}

// firstRunes is the first n runes of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// setStems has the table and its filter made when they are first asked for.
func (p *part) setStems() {
	p.stems = sync.OnceValue(func() map[string][]stem { return stemsOf(p.words) })
	p.leads = sync.OnceValue(func() *leads { return leadsOf(p.words) })
}

// leads is a Bloom filter of the first runes of the beginnings in the first list
// of each phrase: most lines have no word of these.
type leads [1 << 11]uint64

// leadRunes is how many runes of a beginning it knows at most.
const leadRunes = 5

func leadsOf(words []wordPhrase) *leads {
	f := new(leads)
	for _, w := range words {
		first, _, _ := strings.Cut(w.lists, "+")
		for word := range strings.FieldsSeq(first) {
			var k key
			n := 0
			for _, r := range firstRunes(foldPattern(word), leadRunes) {
				k, n = k.with(r, n), n+1
			}
			f[f.place(k)/64] |= 1 << (f.place(k) % 64)
		}
	}
	return f
}

func (f *leads) place(k key) uint64 { return k.hash() % uint64(64*len(f)) }

func (f *leads) has(k key) bool { return f[f.place(k)/64]>>(f.place(k)%64)&1 != 0 }

// in reports whether a word of line may begin as the first list of a phrase says.
func (f *leads) in(line string) bool {
	for i := 0; i < len(line); {
		if c := line[i]; c < utf8.RuneSelf && !isASCIILetter(c) {
			i++
			continue
		} else if c >= utf8.RuneSelf {
			if k := skipSigns(line, i); k > i {
				i = k
				continue
			}
		}
		k, n := asciiWord(line[i:])
		for m := minStem; m <= min(n, leadRunes); m++ {
			if f.has(k & (1<<(8*m) - 1)) {
				return true
			}
		}
		for i += n; i < len(line) && isASCIILetter(line[i]); i++ {
			n++
		}
		for i < len(line) && (line[i] >= utf8.RuneSelf || line[i] == '\'' || isASCIILetter(line[i])) {
			r, end := next(line, i)
			i = max(end, i+1)
			if !isWord(r) && r != '\'' {
				break
			}
			if k = k.with(r, n); n < leadRunes && n+1 >= minStem && f.has(k) {
				return true
			}
			n++
		}
	}
	return false
}

// full is the set of lists of a phrase when each has begun a word.
func (w wordPhrase) full() uint8 { return 1<<(strings.Count(w.lists, "+")+1) - 1 }

// Words returns the first rule with the matcher words that line matches, nil
// when none does or line has more than maxLineWords words.
func (s *Set) Words(line string) *Rule {
	for _, p := range s.parts {
		if len(p.words) > 0 && p.leads().in(line) {
			if r := p.wordRule(line, ""); r != nil {
				return r
			}
		}
	}
	return nil
}

// wordRule returns the first rule that matches, of those with that id if it is
// not "".
func (p *part) wordRule(line, id string) *Rule {
	table := p.stems()
	var seen begun
	words := 0
	for i := skipSigns(line, 0); i < len(line); i = skipSigns(line, i) {
		if words++; words > maxLineWords {
			return nil
		}
		i = seen.word(table, line, i)
	}
	for _, x := range seen.list[:seen.n] {
		if w := p.words[x.phrase]; x.lists == w.full() && (id == "" || p.rules[w.rule].ID == id) {
			return p.rules[w.rule]
		}
	}
	return nil
}

// begun are the phrases of which a list begins a word of the line, each with the
// set of these lists. Of more than it has room for it keeps the first.
type begun struct {
	list [24]struct {
		phrase uint16
		lists  uint8
	}
	n int
}

// word adds what begins the word at line[i:] and returns where it ends, behind the
// sign that ends it.
func (b *begun) word(table map[string][]stem, line string, i int) int {
	var folded [maxStem*utf8.UTFMax + len(wholeWord)]byte
	size, runes := 0, 0
	for i < len(line) {
		r, end := next(line, i)
		if !isWord(r) && r != '\'' {
			b.whole(table, folded[:], size, runes)
			return max(end, i+1)
		}
		i = end
		if runes++; runes > maxStem {
			continue
		}
		size += utf8.EncodeRune(folded[size:], r)
		if runes < minStem {
			continue
		}
		found, ok := table[string(folded[:size])]
		if runes == minStem && !ok { // no list begins so
			runes = maxStem
		}
		for _, s := range found {
			b.add(s)
		}
	}
	b.whole(table, folded[:], size, runes)
	return i
}

// whole adds the lists that have the short word in folded[:size] as a whole.
func (b *begun) whole(table map[string][]stem, folded []byte, size, runes int) {
	if runes < minStem || runes >= minBeginning {
		return
	}
	n := copy(folded[size:], wholeWord)
	for _, s := range table[string(folded[:size+n])] {
		b.add(s)
	}
}

func (b *begun) add(s stem) {
	k := 0
	for k < b.n && b.list[k].phrase != s.phrase {
		k++
	}
	if k == len(b.list) {
		return
	}
	if k == b.n {
		b.list[k].phrase = s.phrase
		b.n++
	}
	b.list[k].lists |= 1 << s.list
}
