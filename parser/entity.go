package parser

import (
	"html"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanText is what a reader sees of a piece of text: HTML entities decoded,
// invisible characters and outer white space gone. It returns a part of s
// when there is nothing else to change.
func cleanText(s string) string {
	return visibleText(decodeEntities(s))
}

// visibleText is s without invisible characters and outer white space. White
// space inside is kept as it is, no-break spaces too, since the words of a
// paragraph stay as they were written.
//
// Invisible are NUL, the soft hyphen, zero width space, word joiner, byte
// order mark and the three marks that only nudge the bidirectional algorithm
// (U+200E, U+200F, U+061C). Zero width joiner and non-joiner are spelling in
// Persian and in Indic scripts. Bidirectional embeddings and isolates of a part of
// the text, and overrides, change the order that the reader sees, and other control
// characters are data: they stay, and whoever writes to a terminal escapes
// them.
func visibleText(s string) string {
	i := indexInvisible(s)
	if i < 0 {
		return trimSpace(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for i >= 0 {
		b.WriteString(s[:i])
		s = s[i+invisibleLen(s[i:]):]
		i = indexInvisible(s)
	}
	b.WriteString(s)
	return trimSpace(b.String())
}

// trimSpace is s without outer white space and without what says which way all of it
// runs. There is a short way for text whose outer white space is ASCII, whatever the
// script of its letters.
func trimSpace(s string) string {
	for s != "" && isASCIISpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isASCIISpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	if len(s) > 1 && (leadsSpace[s[0]] || s[len(s)-1] >= utf8.RuneSelf && endsSpace[s[len(s)-2]]) {
		return withoutDirection(strings.TrimSpace(s))
	}
	return s
}

func isASCIISpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// The first bytes of white space beyond ASCII and those before its last ones.
var (
	leadsSpace = [256]bool{0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true}
	endsSpace  = [256]bool{0xC2: true, 0x80: true, 0x81: true, 0x9A: true}
)

// leadsInvisible marks the first bytes of invisible characters.
var leadsInvisible = [256]bool{0: true, 0xC2: true, 0xD8: true, 0xE2: true, 0xEF: true}

// indexInvisible is the place of the first invisible character, or -1. Half
// of the letters of Arabic script begin with 0xD8, so the byte after it is
// looked at first.
func indexInvisible(s string) int {
	for i := 0; i < len(s); i++ {
		for len(s)-i >= 8 {
			w := load64(s[i:])
			if odd := (w | (w - lowBits)) & highBits; odd != 0 { // something but ASCII, or perhaps a zero
				i += bits.TrailingZeros64(odd) / 8
				break
			}
			i += 8
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if leadsInvisible[c] && (c != 0xD8 || i+1 < len(s) && s[i+1] == 0x9C) && invisibleLen(s[i:]) > 0 {
			return i
		}
	}
	return -1
}

// oddCharacters reports whether an invisible character and whether a no-break space is
// in s. It takes a fifth of the time of a search for the first one, whatever the script.
func oddCharacters(s string) (invisible, noBreak bool) {
	invisible = strings.IndexByte(s, 0) >= 0
	for _, c := range [...]struct {
		b  byte
		at int // in the character: a first byte that is less rare than another is not looked for
	}{{0xC2, 0}, {0x9C, 1}, {0xE2, 0}, {0xEF, 0}} {
		for i := c.at; i < len(s); i++ {
			if s[i] != c.b {
				k := strings.IndexByte(s[i:], c.b)
				if k < 0 {
					break
				}
				i += k
			}
			invisible = invisible || invisibleLen(s[i-c.at:]) > 0
			noBreak = noBreak || isNoBreak(s[i-c.at:])
			if invisible && noBreak {
				return
			}
			for i+1 < len(s) && !utf8.RuneStart(s[i+1]) {
				i++
			}
		}
	}
	return invisible, noBreak
}

// invisibleLen is the length of the invisible character that s starts with;
// 0 when it does not.
func invisibleLen(s string) int {
	switch s[0] {
	case 0:
		return 1
	case 0xC2, 0xD8:
		if strings.HasPrefix(s, "\u00AD") || strings.HasPrefix(s, "\u061C") {
			return 2
		}
	case 0xE2, 0xEF:
		if len(s) < 3 {
			return 0
		}
		switch s[:3] {
		case "\u200B", "\u200E", "\u200F", "\u2060", "\uFEFF":
			return 3
		}
	}
	return 0
}

// longestEntity is the length of the longest name in HTML's table of
// character references, "CounterClockwiseContourIntegral".
const longestEntity = 31

// decodeEntities replaces the complete character references of HTML, from
// ampersand to semicolon, by their characters. One pass: what they give is
// not decoded again. Unknown names stay, and so do references without a
// semicolon, since text has "AT&T" and addresses with "&copy=1" in it, and
// references to what is no character of text. Line ends become spaces.
func decodeEntities(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	done := 0
	for i < len(s) {
		char, size := entityAt(s[i:])
		if size > 0 {
			b.WriteString(s[done:i])
			b.WriteString(char)
			done = i + size
			i = done - 1
		}
		next := strings.IndexByte(s[i+1:], '&')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// entityAt reads the character reference that s starts with: what it stands
// for, and its length, which is 0 when there is none.
func entityAt(s string) (char string, size int) {
	end := strings.IndexByte(s[:min(len(s), longestEntity+2)], ';')
	if end < 2 || strings.IndexByte(s[1:end], '&') >= 0 { // that of another
		return "", 0
	}
	ref := s[:end+1]
	char = html.UnescapeString(ref)
	switch {
	case char[0] == '&' && len(char) > 1: // unknown
		return "", 0
	case len(char) > 1 && char[len(char)-1] == ';': // known only without its end, as &notit;
		return "", 0
	}
	r, _ := utf8.DecodeRuneInString(char)
	switch {
	case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		return " ", end + 1
	case r != '\t' && (unicode.Is(unicode.Cc, r) || r == utf8.RuneError || unicode.Is(unicode.Co, r)):
		return "", 0
	}
	return char, end + 1
}
