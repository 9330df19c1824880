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
			d.mark(i, Boilerplate, NoRole, "above the headline", "")
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
