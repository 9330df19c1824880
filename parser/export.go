package parser

import (
	"strings"
	"unicode"
)

// Exports of press databases print each article in one form, in any language:
//
//	                     3 of 10 DOCUMENTS
//	                   The Daily of Somewhere
//	                  January 10, 2010 Sunday
//	The headline, at the margin, on one line
//	or more
//	BYLINE: Jane Roe
//	LENGTH: 698 words
//	The text
//	GRAPHIC: A caption, on one line or more
//	LOAD-DATE: January 11, 2010

// export finds the headline and the keys of an article of such an export. The
// keys' values are read by label.
func (d *draft) export() {
	i := d.next(0)
	for i < len(d.blocks) && !isCountLine(d.blocks[i].Text) {
		i = d.next(i + 1)
	}
	if i == len(d.blocks) {
		return
	}
	i = d.belowPaper(d.next(i + 1))
	end := d.paragraphEnd(i)
	if i == len(d.blocks) || isUpperKey(d.blocks[i].Text) || d.next(end) == len(d.blocks) || !isUpperKey(d.blocks[d.next(end)].Text) {
		return
	}
	d.exportHeadline(i, end)
	d.exported = true
	k := d.next(end)
	for ; k < len(d.blocks) && isUpperKey(d.blocks[k].Text); k = d.next(d.paragraphEnd(k)) {
		d.exportKey(k)
	}
	for ; k < len(d.blocks); k = d.next(d.paragraphEnd(k)) {
		if _, known := d.labelOf(k); known && isUpperKey(d.blocks[k].Text) {
			d.exportKey(k)
		}
	}
	d.findProse()
}

// belowPaper is the index behind the centred lines from i on, which name the paper and
// the day. When none is centred it is that of the last short paragraph above a key.
func (d *draft) belowPaper(i int) int {
	if i == len(d.blocks) || d.lines[i].indent < centred {
		return d.aboveKey(i)
	}
	for i < len(d.blocks) && d.lines[i].indent >= centred {
		i = d.next(i + 1)
	}
	return i
}

// aboveKey is the index of the paragraph above the first key, i when lines of prose or
// too many others stand between.
func (d *draft) aboveKey(i int) int {
	for k, n := i, 0; n <= mostAtMargin && k < len(d.blocks) && d.lines[k].width < proseWidth; n++ {
		below := d.next(d.paragraphEnd(k))
		if below < len(d.blocks) && isUpperKey(d.blocks[below].Text) {
			return k
		}
		k = below
	}
	return i
}

// mostAtMargin is how many lines may stand between the count and the headline when
// nothing in an export is centred: the paper, the date, the edition.
const mostAtMargin = 3

// paragraphEnd is the index behind the lines that stand together from i on.
func (d *draft) paragraphEnd(i int) int {
	for i < len(d.blocks) && d.blocks[i].Text != "" {
		i++
	}
	return i
}

// exportHeadline takes blocks [from, to) for the headline.
func (d *draft) exportHeadline(from, to int) {
	var sb strings.Builder
	width := int32(0)
	for i := from; i < to; i++ {
		width += d.lines[i].width
	}
	if width > 2*maxHeadline {
		return
	}
	for i := from; i < to; i++ {
		if i > from {
			sb.WriteByte(' ')
		}
		sb.WriteString(d.blocks[i].Text)
		d.mark(i, Field, Title, "headline of an export", "")
	}
	d.art.Title, d.title = plainTitle(sb.String()), from
	for i := range from {
		if d.open(i) && !isCountLine(d.blocks[i].Text) && !d.isDateLine(d.blocks[i].Text) {
			d.mark(i, Boilerplate, NoRole, whyAbove, "")
		}
	}
}

// exportKey marks the paragraph of a key, unless it is a field to keep.
func (d *draft) exportKey(k int) {
	if m, ok := d.labelOf(k); ok && roleOf[m.Role] != OtherField && d.fits(m) {
		d.lines[k].prose = false
		return
	}
	for end := d.paragraphEnd(k); k < end; k++ {
		d.mark(k, Field, OtherField, "key of an export", "")
	}
}

// isUpperKey reports whether s begins with a few words in capitals and a
// colon.
func isUpperKey(s string) bool {
	if !isKeyValue(s) {
		return false
	}
	for _, r := range s[:indexColon(s)] {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// exportSeparators finds lines as "3 of 10 DOCUMENTS", which stand above each
// article of a database export. What stands above the first is its part too.
func exportSeparators(blocks []Block) []int {
	var at []int
	for i := range blocks {
		if isCountLine(blocks[i].Text) {
			at = append(at, i)
		}
	}
	if len(at) > 0 {
		at[0] = 0
	}
	return at
}

// exportEnds finds what stands behind lines as "Document PORT000020180603e63f00001", with
// which each article of a database export ends.
func exportEnds(blocks []Block) []int {
	at := []int{0}
	for i := range blocks {
		if isDocumentLine(blocks[i].Text) && hasVisible(blocks[i+1:]) {
			at = append(at, i+1)
		}
	}
	return at
}

// minDocumentCode is the least bytes of the code of a document in such lines.
const minDocumentCode = 20

// isDocumentLine reports whether s is the word for a document and a code: letters in
// capitals, and mostly digits.
func isDocumentLine(s string) bool {
	if !strings.HasPrefix(s, "Do") { // Document, Dokument, Documento
		return false
	}
	_, code, _ := strings.Cut(s, " ")
	if len(code) < minDocumentCode {
		return false
	}
	digits := 0
	for i := range len(code) {
		switch c := code[i]; {
		case isASCIIDigit(rune(c)):
			digits++
		case !isASCIILetter(c):
			return false
		}
	}
	return digits*2 > len(code) && 'A' <= code[0] && code[0] <= 'Z'
}

// isCountLine reports whether s is "N of M DOCUMENTS" in one of the languages
// of such exports.
func isCountLine(s string) bool {
	return len(s) >= minCountLine && s[0]-'0' < 10 && counts(s)
}

// Bounds of the length in bytes of a count line.
const (
	minCountLine = 10
	maxCountLine = 60
)

// counts is isCountLine for lines that begin with a digit.
func counts(s string) bool {
	if len(s) > maxCountLine || s[len(s)-1]-'A' >= 26 {
		return false
	}
	f := strings.Fields(s)
	return len(f) == 4 && allDigits(f[0]) && countWordsOf[f[1]] && allDigits(f[2]) && isUpperWord(f[3])
}
