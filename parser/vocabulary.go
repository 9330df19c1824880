package parser

import (
	_ "embed"
	"strings"
)

//go:embed vocabulary.txt
var vocabularyText string

// vocabulary has the words of vocabulary.txt by class.
var vocabulary = func() map[string][]string {
	classes := map[string][]string{}
	for line := range strings.Lines(vocabularyText) {
		head, list, ok := strings.Cut(strings.TrimRight(line, "\r\n"), ": ") // "CLASS GROUP: WORDS"
		if class, _, _ := strings.Cut(head, " "); ok && class != "#" {
			classes[class] = append(classes[class], strings.Split(list, ", ")...)
		}
	}
	return classes
}()

// wordSet has the words of a class of the vocabulary.
func wordSet(class string) map[string]bool { return setOf(vocabulary[class]) }

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
