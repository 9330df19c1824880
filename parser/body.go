package parser

import (
	"strings"
	"unicode/utf8"
)

// body gives the open blocks their place in the article and returns its text:
// paragraphs separated by one blank line, lines that a hard wrap broke joined
// and their white space folded.
func (d *draft) body() string {
	if d.variants.any() {
		d.asWritten()
	}
	size := 0
	for _, i := range d.visible {
		if d.open(i) {
			size += len(d.blocks[i].Text) + 2
		}
	}
	var sb strings.Builder
	sb.Grow(size)
	prev := -1
	for _, i := range d.visible {
		if !d.open(i) {
			continue
		}
		b := &d.blocks[i]
		switch {
		case prev < 0:
		case d.lines[prev].wraps && d.next(prev+1) == i:
			b.Join = Wrapped
			if spaced(d.blocks[prev].Text, b.Text) {
				sb.WriteByte(' ')
			}
		default:
			sb.WriteString("\n\n")
		}
		if d.lines[i].wraps || b.Join == Wrapped {
			writeFolded(&sb, b.Text)
		} else {
			sb.WriteString(b.Text)
		}
		b.reasonOfText()
		prev = i
	}
	return sb.String()
}

// writeFolded writes a line of a wrapped paragraph with one space for several,
// which fill out lines that are even on both sides.
func writeFolded(sb *strings.Builder, s string) {
	for {
		i := strings.Index(s, "  ")
		if i < 0 {
			sb.WriteString(s)
			return
		}
		sb.WriteString(s[:i+1])
		s = strings.TrimLeft(s[i:], " ")
	}
}

// reasonOfText says why a block is text: the line model says so, or nothing
// speaks against it.
func (b *Block) reasonOfText() {
	if b.Reason.Score == 0 {
		b.Reason.Why = whyText
		return
	}
	weights := b.Reason.Detail
	b.Reason.Why, b.Reason.Detail = whyModel, "body"
	if weights != "" {
		b.Reason.Detail += " " + weights
	}
}

// spaced reports whether two parts of a wrapped line are joined by a space:
// always, except between letters of scripts without spaces.
func spaced(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return (!noSpaces(last) || !noSpaces(first)) && !strings.ContainsRune(",.;:!?)]}،؛؟。，’”%", first) && !strings.ContainsRune("([{“‘", last)
}
