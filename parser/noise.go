package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Noise is what no reader of an article wants, whatever its language: signs
// without words, marks of Markdown, program text, names of files, captions
// that a page shows and tells to a screen reader too.

// wordless marks the lines that say nothing: a sign or a letter alone, and in
// the head and the tail drawn lines, bars, bullets, what reading a scan makes of
// dirt.
func (d *draft) wordless() {
	for d.last > d.first && d.open(d.last) && mostlySigns(d.blocks[d.last].Text) { // dirt below the text, read as sentences
		last := d.beforeLast()
		d.strike(d.last, whyNoWords, "")
		d.last = last
	}
	for _, i := range d.visible {
		if s := d.blocks[i].Text; !d.open(i) {
			continue
		} else if inside := i >= d.first && i <= d.last; !(len(s) <= utf8.UTFMax && d.isSpeck(i)) && (inside || !mostlySigns(s) && !isTally(s) || d.isTableRow(i) || hasDigit(s) && d.isDateLine(s)) {
			continue
		}
		d.mark(i, Boilerplate, NoRole, whyNoWords, "")
	}
}

// isTally reports whether s is pictograms with a number behind each, as messengers count
// views and reactions: "👍 41  😢 1.2K".
func isTally(s string) bool {
	if r, _ := utf8.DecodeRuneInString(s); !isPictogram(r) {
		return false
	}
	return hasDigit(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && r != 'K' && r != 'M' })
}

// isPictogram reports whether r is a symbol that is a picture; № and ℃ are none.
func isPictogram(r rune) bool {
	return r >= 0x2300 && (r < 0x2400 || r >= 0x2600 && r < 0x27C0 || r >= 0x2B00 && r < 0x2C00 || r >= 0x1F300 && r < 0x1FB00)
}

// isSpeck reports whether a line is one sign, or one letter of a script with
// cases that does not begin the word on the next line, as a drop cap does.
func (d *draft) isSpeck(i int) bool {
	r, n := utf8.DecodeRuneInString(d.blocks[i].Text)
	if n < len(d.blocks[i].Text) || unicode.IsDigit(r) {
		return false
	}
	if !isWordRune(r) {
		return true
	}
	j := d.next(i + 1)
	return unicode.IsUpper(r) && j < len(d.blocks) && !d.lines[j].lower
}

// maxSigns bounds how far mostlySigns looks, in bytes. So many signs are few
// beside enoughWords letters and digits.
const (
	maxSigns    = 120
	enoughWords = maxSigns/7 + 1
)

// mostlySigns reports whether hardly any letter or digit is among the signs of
// s, or of the beginning of a long one.
func mostlySigns(s string) bool {
	words, signs := 0, 0
	for i, r := range s {
		if i > maxSigns || words >= enoughWords {
			break
		}
		switch {
		case r < utf8.RuneSelf && isASCIILetter(byte(r)), isWordRune(r):
			words++
		case r != ' ':
			signs++
		}
	}
	return words == 0 || signs >= 4 && words*7 < signs
}

// markup marks lines that are marks of Markdown, program text or the name of a
// file and nothing else.
func (d *draft) markup() {
	for _, i := range d.visible {
		s := d.blocks[i].Text
		if len(s) < 3 || !d.open(i) {
			continue
		}
		switch {
		case isMarkup(s):
			d.mark(i, Hidden, NoRole, whyMarkup, "")
		case isScript(s):
			d.mark(i, Hidden, NoRole, whyProgram, "")
			d.lines[i].prose = false
			d.programs = true
		case (d.lines[i].signs&(hasClause|hasColon) != 0 || endsInBracket(s)) && isFileName(s):
			d.mark(i, Boilerplate, NoRole, "name of a file", "")
		case s[0] == '[' && (isLinks(s) || d.isNumberedButton(s)):
			d.strike(i, "links", "")
		case d.lines[i].width < maxShortLine && setsSize(s):
			d.mark(i, Boilerplate, NoRole, "sizes of letters", "")
		case d.lines[i].signs&hasClause != 0 && isAddress(s) && d.endsAbove(i):
			d.mark(i, Boilerplate, NoRole, "address", "")
		case s[0] == '#' && isHashtags(s) && (i > d.last || strings.Contains(s, " #") || d.isHashtags(d.prev(i-1)) || d.isHashtags(d.next(i+1))):
			d.mark(i, Boilerplate, NoRole, "hashtags", "")
		case len(s) <= maxCaption && saidTwice(s):
			d.strike(i, "says the same twice", "")
		}
	}
}

// isAddress reports whether s is an address of mail and nothing else.
func isAddress(s string) bool {
	if len(s) > maxReporterLine || strings.IndexByte(s, ' ') >= 0 {
		return false
	}
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.IndexByte(s[at:], '.') > 1 && isASCIILetter(s[len(s)-1])
}

// endsAbove reports whether the visible line above line i ends a sentence, so that
// line i is no part of one that a dump has cut to pieces.
func (d *draft) endsAbove(i int) bool {
	k := d.prev(i - 1)
	return k >= 0 && d.lines[k].end && d.lines[k].width >= shortSentence
}

// isHashtags reports whether line i is words with a number sign before each.
func (d *draft) isHashtags(i int) bool {
	return i >= 0 && i < len(d.blocks) && d.blocks[i].Text[0] == '#' && isHashtags(d.blocks[i].Text)
}

// isHashtags reports whether s is words with a number sign before each.
func isHashtags(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w[1:]); w[0] != '#' || !isWordRune(r) || unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// isMarkup reports whether s is a fence of divisions or a picture.
func isMarkup(s string) bool {
	return s[0] == ':' && strings.HasPrefix(s, ":::") || s[0] == '!' && strings.HasPrefix(s, "![") && strings.HasSuffix(s, ")")
}

// minScriptShare is how many of a hundred bytes of program text are its signs,
// minClosedShare the same for a line that ends as a call does.
const (
	minScriptShare = 12
	minClosedShare = 5
)

// isScript reports whether s is program text, of a script that a dump took for
// text: it ends as a statement, a block or a part of one does, is full of signs,
// and has some that stand so in no prose.
func isScript(s string) bool {
	switch s[len(s)-1] {
	case ';', '{', '}', '=', ',', '?', ']', ')', ':':
	default:
		return false
	}
	if strings.HasPrefix(s, "==") || strings.HasPrefix(s, `\[`) {
		return false // a heading, a formula
	}
	signs, code := 0, 0
	for i := 1; i < len(s); i++ {
		before := s[i-1]
		switch s[i] {
		case '(':
			signs++
			if isASCIILetter(before) || before == ']' || before == ')' {
				code++
			}
		case '=', '{':
			signs++
			code++
		case ';':
			signs++
			if i+1 < len(s) && s[i+1] > ' ' {
				code++
			}
		case '\'', '"':
			signs++
			if i > 1 && before == ',' && s[i-2] == s[i] { // ','
				code++
			}
		case '}', '[', ']', ')', '|', '&', '<', '>', '_', '\\':
			signs++
		}
	}
	if strings.HasSuffix(s, ");") {
		return code >= 1 && signs*100 >= minClosedShare*len(s)
	}
	return code >= 2 && signs*100 >= minScriptShare*len(s)
}

// setsSize reports whether s ends with the buttons for the size of letters, as
// "A A A" or "A- A+" is, or in Chinese the words large, middle, small.
func setsSize(s string) bool {
	last := s[len(s)-1]
	if last >= utf8.RuneSelf || last == ')' || last == ']' || last == ' ' {
		if strings.HasSuffix(strings.TrimRight(s, "]】)） "), "大 中 小") {
			return true
		}
	}
	if last|0x20 != 'a' && last != '+' && last != '-' && last != "А"[1] && last != "а"[1] {
		return false
	}
	size := func(w string) bool {
		w = strings.Trim(w, "+-−[]()|")
		return w == "A" || w == "a" || w == "А" || w == "а" // of Latin and of Cyrillic
	}
	if size(strings.ReplaceAll(s, " ", "")) && len(s) > 2 { // - A +
		return true
	}
	rest, word, _ := cutLastWord(s)
	_, before, ok := cutLastWord(rest)
	return ok && size(word) && size(before)
}

// saidTwice reports whether the first half of s says the same as the second.
func saidTwice(s string) bool {
	half := len(s) / 2
	if half < minCaption || s[0] != s[len(s)-half] {
		return false
	}
	return s[:half] == s[len(s)-half:] && (len(s) == 2*half || s[half] == ' ')
}
