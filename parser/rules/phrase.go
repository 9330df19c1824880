package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A phrase of a rule file is text with
//
//	{n}      a number with its separators, in brackets or behind a colon: 12, (1,234), : 0/2291, 3.5K
//	{date}   up to eight words, one of them with a digit
//	{any}    one to six words
//	{name}   one to five words that begin with a capital, or whose script has none,
//	         small words of names within
//	{site}   the same, or an address
//	{url}    an address: no white space, a dot or a slash in it
//	{id}     one word with a digit in it
//	{n?}     a number or nothing
//	{a|b}    either a or b
//	[a|b]    a, b or nothing; brackets do not nest
//
// It becomes one or more patterns: folded runes, placeholders among them as
// the private-use runes below.
const (
	anyWords rune = 0xE000 + iota
	number
	date
	name
	site
	address
	identifier
	placeholderEnd
)

var placeholders = strings.NewReplacer(
	"{any}", string(anyWords), "{n}", string(number), "{n?}", "["+string(number)+"]", "{date}", string(date),
	"{name}", string(name), "{site}", string(site), "{url}", string(address), "{id}", string(identifier),
)

const (
	maxPatterns = 4096 // that one phrase may become
	maxPattern  = 160  // runes of a pattern
	maxSlots    = 3    // placeholders of a pattern
)

func isPlaceholder(r rune) bool { return r >= anyWords && r < placeholderEnd }

// patterns expands a phrase.
func patterns(phrase string) ([]string, error) {
	texts := []string{""}
	for rest := placeholders.Replace(phrase); rest != ""; {
		open := strings.IndexAny(rest, "[{")
		if open < 0 {
			open = len(rest)
		}
		texts = product(texts, []string{rest[:open]})
		if rest = rest[open:]; rest == "" {
			break
		}
		choices, n, err := group(rest)
		if err != nil {
			return nil, err
		}
		if len(texts)*len(choices) > maxPatterns {
			return nil, fmt.Errorf("%q stands for more than %d phrases", phrase, maxPatterns)
		}
		texts, rest = product(texts, choices), rest[n:]
	}
	if strings.Contains(phrase, "\u200c") { // also written with a space, or nothing
		for _, t := range texts {
			texts = append(texts, strings.ReplaceAll(t, "\u200c", " "))
		}
	}
	return foldPatterns(phrase, texts)
}

// group reads the "{...}" or "[...]" that s begins with: the texts it stands
// for and its length.
func group(s string) (choices []string, n int, err error) {
	closing := map[byte]string{'[': "]", '{': "}"}[s[0]]
	end := strings.Index(s, closing)
	if end < 0 {
		return nil, 0, fmt.Errorf("%q has no closing %q", s, closing)
	}
	inner := s[1:end]
	if strings.ContainsAny(inner, "[{") {
		return nil, 0, fmt.Errorf("%q holds a bracket in brackets", s[:end+1])
	}
	choices = strings.Split(inner, "|")
	switch {
	case s[0] == '[':
		return append(choices, ""), end + 1, nil
	case len(choices) == 1:
		return nil, 0, fmt.Errorf("no placeholder is called {%s}", inner)
	}
	return choices, end + 1, nil
}

func product(left, right []string) []string {
	out := make([]string, 0, len(left)*len(right))
	for _, l := range left {
		for _, r := range right {
			out = append(out, l+r)
		}
	}
	return out
}

// foldPatterns folds texts and checks that each can be looked up.
func foldPatterns(phrase string, texts []string) ([]string, error) {
	seen := map[string]bool{}
	var out []string
	for _, t := range texts {
		p := foldPattern(t)
		if seen[p] {
			continue
		}
		seen[p] = true
		if err := checkPattern(p); err != nil {
			return nil, fmt.Errorf("%q %w", phrase, err)
		}
		out = append(out, p)
	}
	return out, nil
}

// foldPattern folds text as next folds a line, and leaves out the white space
// around numbers, which they match themselves.
func foldPattern(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		f := r
		if !isPlaceholder(r) {
			f = fold(r)
		}
		switch {
		case f == gone:
			continue
		case f == ' ':
			space = b.Len() > 0
			continue
		case space:
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(f)
	}
	n := string(number)
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), " "+n, n), n+" ", n)
}

func checkPattern(p string) error {
	first, _ := utf8.DecodeRuneInString(p)
	slots, literals := 0, 0
	for _, r := range p {
		if isPlaceholder(r) {
			slots++
		} else if r != ' ' && r != ':' {
			literals++
		}
	}
	switch {
	case literals == 0:
		return fmt.Errorf("has no text of its own")
	case isPlaceholder(first) && first != number:
		return fmt.Errorf("begins with a placeholder other than {n}")
	case slots > maxSlots:
		return fmt.Errorf("has more than %d placeholders", maxSlots)
	case utf8.RuneCountInString(p) > maxPattern:
		return fmt.Errorf("is longer than %d characters", maxPattern)
	case strings.ContainsRune(p, foreign):
		return fmt.Errorf("has a character that phrases cannot hold")
	}
	return nil
}
