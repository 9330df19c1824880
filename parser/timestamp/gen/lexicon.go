package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"unscrape/parser/timestamp/internal/fold"
)

// meaning is what a word stands for.
type meaning struct {
	kind  string // name of the constant in package timestamp, without "kind"
	value int
}

// lexicon has all words in their folded form, single words of a name joined
// by one space.
type lexicon struct {
	words  map[string]map[meaning]langSet
	more   map[string]bool // folded forms that longer names begin with
	zones  []string
	orders map[string]string // of short dates, by language
	dots   map[string]bool   // behind the day of long dates
}

func newLexicon() *lexicon {
	return &lexicon{
		words:  map[string]map[meaning]langSet{},
		more:   map[string]bool{},
		orders: map[string]string{},
		dots:   map[string]bool{},
	}
}

// isName has the kinds whose names of one ASCII letter are left out: "m" or
// "a" is found in too many texts.
var isName = map[string]bool{"Month": true, "Weekday": true, "Period": true}

// add adds a name. The language "*" stands for all.
func (lex *lexicon) add(lang, kind string, value int, name string) {
	for _, key := range keys(name) {
		if key == "" || len(key) == 1 && isName[kind] {
			continue
		}
		if lex.words[key] == nil {
			lex.words[key] = map[meaning]langSet{}
		}
		m := meaning{kind, value}
		set, known := lex.words[key][m]
		switch {
		case lang == "*":
			set = langSet{}
		case !known || set != langSet{}:
			set.add(lang)
		}
		lex.words[key][m] = set
		lex.addPrefixes(key)
	}
}

func (lex *lexicon) addPrefixes(key string) {
	for i, r := range key {
		if r == ' ' || i > 0 && solid(key) {
			lex.more[key[:i]] = true
		}
	}
}

// solid reports whether the word belongs to a script without spaces between
// words, where it is found letter by letter.
func solid(key string) bool {
	for _, r := range key {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
			unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	}
	return false
}

// keys are the folded forms of a name: its words joined by one space, and,
// where an invisible joiner stands in it, also with a space for that.
func keys(name string) []string {
	all := []string{key(name)}
	if s := strings.ReplaceAll(name, "\u200c", " "); s != name {
		all = append(all, key(s))
	}
	return all
}

func key(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch f := fold.Rune(r); {
		case f == fold.Drop:
		case unicode.IsLetter(f) || unicode.IsMark(f) || unicode.IsDigit(f) || f == 'º' || f == 'ª':
			b.WriteRune(f)
		default:
			b.WriteByte(' ')
		}
	}
	k := strings.Join(strings.Fields(b.String()), " ")
	if solid(k) {
		k = strings.ReplaceAll(k, " ", "")
	}
	return k
}

// addFile reads lines such as "de,nl Clock 0: um, om". A value that is no
// number names a zone.
func addFile(lex *lexicon, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		if err := lex.addLine(line); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return in.Err()
}

func (lex *lexicon) addLine(line string) error {
	head, list, ok := strings.Cut(line, ": ")
	fields := strings.Fields(head)
	if !ok || len(fields) < 2 || len(fields) > 3 {
		return fmt.Errorf("want LANGUAGES KIND [VALUE]: WORD, WORD")
	}
	value := 0
	if len(fields) == 3 {
		value = lex.value(fields[1], fields[2])
	}
	for _, lang := range strings.Split(fields[0], ",") {
		if lang != "*" && !new(langSet).add(lang) {
			return fmt.Errorf("unknown language %q", lang)
		}
		for _, word := range strings.Split(list, ",") {
			lex.add(lang, fields[1], value, strings.TrimSpace(word))
		}
	}
	return nil
}

func (lex *lexicon) value(kind, text string) int {
	if kind != "Zone" {
		n, _ := strconv.Atoi(text)
		return n
	}
	i := slices.Index(lex.zones, text)
	if i < 0 {
		i = len(lex.zones)
		lex.zones = append(lex.zones, text)
	}
	return i
}

// sorted are the meanings of a word in a fixed order.
func sorted(m map[meaning]langSet) []meaning {
	return slices.SortedFunc(maps.Keys(m), func(a, b meaning) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.value, b.value))
	})
}

func (lex *lexicon) printConflicts() {
	for _, w := range slices.Sorted(maps.Keys(lex.words)) {
		if len(lex.words[w]) < 2 {
			continue
		}
		fmt.Printf("%s:", w)
		for _, m := range sorted(lex.words[w]) {
			fmt.Printf("  %s %d (%s)", m.kind, m.value, lex.words[w][m])
		}
		fmt.Println()
	}
}
