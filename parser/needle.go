package parser

import "strings"

// A needle is a word to be looked for in much text, by its rarest letter: words
// begin with letters that most others have too.
type needle struct {
	word string
	at   int // of the letter; -1 when the word has none in ASCII
}

// commonLetters are the letters of ASCII from the most to the least frequent one
// in European languages, roughly.
const commonLetters = "eaintorsldcumphgbvfykwzjxq"

func newNeedle(word string) needle {
	n, rarest := needle{word, -1}, -1
	for i := range len(word) {
		if !isASCIILetter(word[i]) {
			continue
		}
		if rank := strings.IndexByte(commonLetters, word[i]|0x20); rank > rarest {
			n.at, rarest = i, rank
		}
	}
	return n
}

// in is the place of the word in text, or -1.
func (n needle) in(text string) int {
	if n.at < 0 {
		return strings.Index(text, n.word)
	}
	for i := n.at; i < len(text); i++ {
		k := strings.IndexByte(text[i:], n.word[n.at])
		if k < 0 {
			return -1
		}
		if i += k; strings.HasPrefix(text[i-n.at:], n.word) {
			return i - n.at
		}
	}
	return -1
}
