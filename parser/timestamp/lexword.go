package timestamp

import (
	"unicode/utf8"

	"unscrape/parser/timestamp/internal/fold"
)

// wordAt reads the longest word of the table at s[at:], which begins with the
// letter r, or else the word there, whatever it is.
func wordAt(t *token, s string, at int, r rune) {
	if isSolid(r) {
		*t = solidWord(s, at)
		return
	}
	var buf [maxWord]byte
	key, end := foldWord(buf[:0], s, at)
	*t = token{kind: wordToken, start: int32(at), end: int32(end), val: -1}
	if len(key) == 0 {
		t.val = noLetters
		return
	}
	for {
		w := lookup(key)
		if w < 0 {
			if t.val < 0 {
				splitGlued(t, s)
			}
			return
		}
		if words[w].n > 0 {
			t.val, t.kinds, t.end = int32(w), words[w].kinds, int32(end)
		}
		next := afterJoint(s, end)
		if !words[w].more || next < 0 || len(key) >= maxWord-1 {
			return
		}
		key, end = foldWord(append(key, ' '), s, next)
	}
}

// splitGlued cuts an unknown word in two where a capital stands before a small
// letter, if one of the parts is known: texts cut out of pages have "ETShare"
// and "SmithOctober".
func splitGlued(t *token, s string) {
	for i := int(t.start) + 2; i+2 < int(t.end); i++ {
		if s[i]-'A' >= 26 || s[i+1]-'a' >= 26 {
			continue
		}
		var buf [maxWord]byte
		head, _ := foldWord(buf[:0], s[:i], int(t.start))
		if w := lookup(head); w >= 0 && words[w].n > 0 {
			t.val, t.kinds, t.end = int32(w), words[w].kinds, int32(i)
			return
		}
		tail, _ := foldWord(buf[:0], s[:t.end], i)
		if w := lookup(tail); w >= 0 && words[w].kinds&(1<<kindMonth|1<<kindWeekday|1<<kindLabel) != 0 {
			t.end = int32(i)
			return
		}
	}
}

// foldWord appends the letters at s[at:] in their folded form and tells where
// they end. Beyond the capacity of key it appends zero bytes, which no entry
// of the table has.
func foldWord(key []byte, s string, at int) ([]byte, int) {
	for at < len(s) {
		r, size := rune(s[at]), 1
		if lower := s[at] | 0x20; lower-'a' < 26 && len(key)+utf8.UTFMax <= cap(key) {
			key = append(key, lower)
			at++
			continue
		}
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[at:])
		}
		switch c := class(r); {
		case c == letterClass && (r < 0xE00 || !isSolid(r)):
			if len(key)+utf8.UTFMax > cap(key) {
				key = key[:cap(key)]
				key[len(key)-1] = 0
			} else if f := fold.Rune(r); f != fold.Drop {
				key = utf8.AppendRune(key, f)
			}
		case c == invisibleClass:
		case isApostrophe(r) && letterAt(s, at+size):
		default:
			return key, at
		}
		at += size
	}
	return key, at
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' }

func letterAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return class(r) == letterClass
}

// afterJoint skips what may stand between the words of one name, as in
// "a. m." and "terça-feira": a dot or hyphen and one space. It returns -1
// when no letter follows.
func afterJoint(s string, at int) int {
	if at < len(s) && (s[at] == '.' || s[at] == '-') {
		at++
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	if class(r) == spaceClass {
		at += size
		r, _ = utf8.DecodeRuneInString(s[at:])
	}
	if class(r) != letterClass || isSolid(r) {
		return -1
	}
	return at
}

// isSolid reports whether r belongs to a script without spaces between words.
func isSolid(r rune) bool {
	switch {
	case r < 0xE00:
		return false
	case r < 0x10A0:
		return r < 0xF00 || r >= 0x1000
	case r >= 0x1780 && r < 0x1800:
		return true
	}
	return r >= 0x3005 && r < 0xA000 || r >= 0xAC00 && r < 0xD7A4 || r >= 0xF900 && r < 0xFB00
}

// solidWord reads the longest word of the table at s[at:], or a number in
// ideographs, or else all up to the next place where one of these or another
// script begins.
func solidWord(s string, at int) token {
	t := token{kind: wordToken, start: int32(at), val: -1}
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isSolid(r) || class(r) != letterClass {
			t.end = int32(i)
			return t
		}
		known, ok := knownSolid(s, i, r)
		if ok && i == at {
			return known
		}
		if ok {
			t.end = int32(i)
			return t
		}
		i += size
	}
	t.end = int32(len(s))
	return t
}

// solidAt reports whether a letter of a script without spaces stands at s[at:].
func solidAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return isSolid(r) && class(r) == letterClass
}

func knownSolid(s string, at int, r rune) (token, bool) {
	t := token{kind: wordToken, start: int32(at), val: -1}
	var buf [maxWord]byte
	key := buf[:0]
	for i := at; i < len(s) && len(key)+utf8.UTFMax <= maxWord; {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if fold.Invisible(r) || r == '.' && len(key) > 0 && solidAt(s, i) { // ต.ค.
			continue
		}
		key = utf8.AppendRune(key, r)
		w := lookup(key)
		if w < 0 {
			break
		}
		if words[w].n > 0 {
			t.val, t.kinds, t.end = int32(w), words[w].kinds, int32(i)
		}
		if !words[w].more {
			break
		}
	}
	if t.val >= 0 {
		return t, true
	}
	return hanNumber(s, at)
}

// hanNumber reads a number below 100, or a year digit by digit, in
// ideographs: 六, 二十一, 二〇二〇.
func hanNumber(s string, at int) (token, bool) {
	t := token{kind: numberToken, start: int32(at), script: han}
	tens := false
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		d := hanDigit(r)
		switch {
		case d < 0, t.digits == 4:
			return t, t.digits > 0 && t.digits <= 4
		case d == 10 && (tens || t.val > 9):
			return t, false
		case d == 10:
			t.val, tens = max(t.val, 1)*10, true
		case tens:
			if t.val%10 != 0 {
				return t, false
			}
			t.val += d
		default:
			t.val = t.val*10 + d
		}
		t.digits++
		if tens {
			t.digits = 2
		}
		at += size
		t.end = int32(at)
	}
	return t, t.digits > 0
}

func hanDigit(r rune) int32 {
	switch r {
	case '〇', '零', '○':
		return 0
	case '十':
		return 10
	}
	for i, h := range [...]rune{'一', '二', '三', '四', '五', '六', '七', '八', '九'} {
		if r == h {
			return int32(i + 1)
		}
	}
	return -1
}
