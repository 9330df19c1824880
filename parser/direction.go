package parser

import (
	"strings"
	"unicode/utf8"
)

// withoutDirection is s without the embedding or isolate that all of it stands in, as
// some programs put every line of Arabic or Hebrew into one, and without the end of
// one that begins elsewhere (Unicode Standard Annex 9, section 2). It takes off no more
// than maxLayers.
func withoutDirection(s string) string {
	for range maxLayers {
		inner, ok := directed(s)
		if !ok {
			return s
		}
		s = strings.TrimSpace(inner)
	}
	return s
}

// maxLayers is how deep embeddings and isolates may be nested (Unicode Standard Annex 9,
// definition BD2).
const maxLayers = 125

// directed is what of s one embedding or isolate holds, when that is all of it.
func directed(s string) (inner string, ok bool) {
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	if kind := directionOf(first); kind.opens && first != leftOverride && first != rightOverride {
		end := kind.end(s)
		if end == len(s) {
			return s[n:], true // the line ends it
		}
		return s[n : len(s)-m], end == len(s)-m
	}
	if kind := directionOf(last); kind.closes && kind.unopened(s) {
		return s[:len(s)-m], true
	}
	return s, false
}

const (
	leftOverride  = '\u202D'
	rightOverride = '\u202E'
)

// A direction is a character that begins or ends an embedding, an override or an
// isolate.
type direction struct{ opens, closes, isolate bool }

func directionOf(r rune) direction {
	switch r {
	case '\u202A', '\u202B', leftOverride, rightOverride:
		return direction{opens: true}
	case '\u202C':
		return direction{closes: true}
	case '\u2066', '\u2067', '\u2068':
		return direction{opens: true, isolate: true}
	case '\u2069':
		return direction{closes: true, isolate: true}
	}
	return direction{}
}

// end is where what s begins with is ended, len(s) when it is not.
func (d direction) end(s string) int {
	depth := 0
	for i, r := range s {
		switch k := directionOf(r); {
		case k.isolate != d.isolate:
		case k.opens:
			depth++
		case k.closes:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(s)
}

// unopened reports whether more of a kind are ended in s than begin in it.
func (d direction) unopened(s string) bool {
	depth := 0
	for _, r := range s {
		if k := directionOf(r); k.isolate == d.isolate {
			if k.opens {
				depth++
			} else if k.closes {
				depth--
			}
		}
	}
	return depth < 0
}
