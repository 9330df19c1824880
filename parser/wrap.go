package parser

import (
	"strings"
)

// Hard wraps are told by the greedy test: a line was broken by a wrap at width
// w when the next line's first word would not have fitted on it.
const (
	minWrapLines = 3    // fewer lines that meet prove nothing
	minWrapShare = 0.75 // share of the lines that must pass the greedy test
	maxWrapWidth = 120
	minWrapWidth = 18
)

// wrap finds the lines that a hard wrap broke off and the paragraphs they
// form together. It looks at runs of lines without a blank line between.
func wrap(blocks []Block, lines []line) {
	w := wrapWidth(blocks, lines)
	for i := 0; i < len(blocks); {
		if blocks[i].Kind != Body {
			i++
			continue
		}
		end := i + 1
		for end < len(blocks) && blocks[end].Kind == Body {
			end++
		}
		if w > 0 {
			markWraps(blocks[i:end], lines[i:end], w)
		}
		i = end
	}
}

// wrapWidth is the width in columns at which the document's lines were
// broken, 0 when they were not.
func wrapWidth(blocks []Block, lines []line) int32 {
	w := widestInner(blocks, lines)
	if w < minWrapWidth || w > maxWrapWidth {
		return 0
	}
	inner, full, ends := 0, 0, 0
	for i := 0; i+1 < len(blocks); i++ {
		if blocks[i].Kind != Body || blocks[i+1].Kind != Body {
			continue
		}
		inner++
		if lines[i].end {
			ends++
		}
		if overflows(lines[i], blocks[i+1].Text, w) {
			full++
		}
	}
	if inner < minWrapLines || float64(full) < minWrapShare*float64(inner-ends/2) || ends > inner/2 {
		return 0
	}
	return w
}

// widestInner is the width that nearly all lines with a line directly below
// them keep: the widest but for one in twenty.
func widestInner(blocks []Block, lines []line) int32 {
	var count [maxWrapWidth + 2]int
	n := 0
	for i := 0; i+1 < len(blocks); i++ {
		if blocks[i].Kind == Body && blocks[i+1].Kind == Body {
			count[min(lines[i].width+lines[i].indent, maxWrapWidth+1)]++
			n++
		}
	}
	if n < minWrapLines {
		return 0
	}
	skip := n / 20
	for w := maxWrapWidth + 1; w >= 0; w-- {
		if skip -= count[w]; skip < 0 {
			return int32(w)
		}
	}
	return 0
}

// overflows reports whether next's first word would not have fitted behind l
// in a column of w, allowing some raggedness.
func overflows(l line, next string, w int32) bool {
	word := next
	if sp := strings.IndexByte(next, ' '); sp >= 0 {
		word = next[:sp]
	}
	first := columns(word)
	if first > w/2 { // no spaces, as in Chinese: the line itself must be full
		first = 2
	}
	slack := max(2, w/10)
	return l.width+l.indent+1+first > w-slack
}

// markWraps marks the lines of one run that continue on the next line. A line
// ends its paragraph when the next one is indented more, or when it is the end
// of a sentence with room to spare.
func markWraps(blocks []Block, lines []line, w int32) {
	for i := 0; i+1 < len(lines); i++ {
		if lines[i+1].indent > lines[i].indent+1 && lines[i+1].indent-lines[i].indent < w/2 && i > 0 {
			continue
		}
		full := overflows(lines[i], blocks[i+1].Text, w)
		if !full && (lines[i].end || lines[i].width < w/2) {
			continue
		}
		lines[i].wraps = true
	}
	for i := 0; i < len(lines); {
		end, width := i+1, lines[i].width
		for lines[end-1].wraps {
			width += lines[end].width
			end++
		}
		last := lines[end-1]
		if end-i > 1 && (width >= longProse || width >= proseWidth && last.end) {
			for k := i; k < end; k++ {
				lines[k].prose = true
			}
		}
		i = end
	}
}
