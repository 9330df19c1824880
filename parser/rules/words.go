package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Some lines say one thing in many ways: "Only registered users may comment",
// "Comments are open to those who have an account". A rule with the matcher
// words has, by language, bags of words: lists with a plus between them,
//
//	"comment* + regist* account* log"
//
// and matches a short line that has a word of each list. A star stands for any
// ending; words of scripts without spaces are found within others. A list that
// begins with ^ has verbs, which stand first in a clause or among its last two
// words. $NAME stands for the words that the rule has by that name under lists,
// of all languages.

// Bounds of a bag: its lists, and the runes of a word; and how many bags have
// entries of their own in the index.
const (
	minLists   = 2
	maxLists   = 8
	minLetters = 2
	maxLetters = 20
	maxBags    = 1 << 16 / (2 * maxLists)
)

// A bag is one of a rule with the matcher words. Its lists are bits, as are those
// of verbs.
type bag struct {
	rule         int
	lists, verbs uint8
}

// entry is what a word of list k of a bag has in the index of words.
func entry(bag, k int, star bool) int {
	n := (bag*maxLists + k) * 2
	if star {
		n++
	}
	return n
}

// named reads the words of the lists that a rule names.
func named(n *yaml.Node) (map[string]string, error) {
	lists := map[string]string{}
	err := fields(n, func(name string, languages *yaml.Node) error {
		return fields(languages, func(lang string, words *yaml.Node) error {
			s, err := text(words)
			lists[name] += strings.Join(inBothScripts(lang, s), " ") + " "
			return err
		})
	})
	return lists, err
}

// bags adds the bags of a rule with those named lists.
func (l *loader) bags(n *yaml.Node, rule int, named map[string]string) error {
	return fields(n, func(lang string, list *yaml.Node) error {
		return each(list, func(item *yaml.Node) error {
			s, err := text(item)
			if err == nil {
				if err = l.bag(lang, s, rule, named); err != nil {
					err = &lineError{item.Line, err}
				}
			}
			return err
		})
	})
}

// bag adds the bag that s describes in a language.
func (l *loader) bag(lang, s string, rule int, named map[string]string) error {
	lists := strings.Split(s, "+")
	if len(lists) < minLists || len(lists) > maxLists {
		return fmt.Errorf("%q is not two to eight lists of words with a plus between them", s)
	}
	if len(l.part.bags) == maxBags {
		return fmt.Errorf("more than %d rules by words", maxBags)
	}
	b := bag{rule: rule, lists: 1<<len(lists) - 1}
	for k, list := range lists {
		list, verbs := strings.CutPrefix(strings.TrimSpace(list), "^")
		if verbs {
			b.verbs |= 1 << k
		}
		words, err := expand(list, named)
		if err != nil {
			return err
		}
		if len(words) == 0 {
			return fmt.Errorf("%q has an empty list", s)
		}
		for _, w := range strings.Fields(strings.Join(inBothScripts(lang, strings.Join(words, " ")), " ")) {
			if err := l.word(w, len(l.part.bags), k); err != nil {
				return err
			}
		}
	}
	l.part.bags = append(l.part.bags, b)
	return nil
}

// expand returns the words of a list, those of named lists in their place.
func expand(list string, named map[string]string) (words []string, err error) {
	for w := range strings.FieldsSeq(list) {
		name, ok := strings.CutPrefix(w, "$")
		switch {
		case !ok:
			words = append(words, w)
		case named[name] == "":
			return nil, fmt.Errorf("the rule has no list %q; lists stand before words", name)
		default:
			words = append(words, strings.Fields(named[name])...)
		}
	}
	return words, nil
}

// word adds a word of list k of a bag; lines are told by those of the first.
func (l *loader) word(w string, bag, k int) error {
	text, star := strings.CutSuffix(w, "*")
	key := foldPattern(text)
	n := utf8.RuneCountInString(key)
	first, _ := utf8.DecodeRuneInString(key)
	last, _ := utf8.DecodeLastRuneInString(key)
	switch {
	case n > maxLetters || n < minLetters && first < firstShort || strings.ContainsAny(key, " $^*"):
		return fmt.Errorf("%q has not %d to %d letters", w, minLetters, maxLetters)
	case star && n < minLead && first < firstShort:
		return fmt.Errorf("%q has fewer than %d letters before the star", w, minLead)
	}
	l.words.add(key, accept{entry: entry(bag, k, star)})
	if k == 0 {
		l.leads.add(key, star || spaceless(last))
	}
	return nil
}
