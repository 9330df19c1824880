package parser

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hard wraps are told by the greedy test: a line was broken by a wrap at width
// w when the next line's first word would not have fitted on it.
const (
	minWrapProof = 2   // less proof is chance
	minWrapShare = 0.6 // of the width of lines that could be broken off, how much passes
	maxWrapWidth = 120
	minWrapWidth = 18
)

// wrap finds the lines that a hard wrap broke off and the paragraphs they
// form together. It looks at runs of lines without a blank line between.
func wrap(blocks []Block, lines []line) {
	w := widestInner(blocks, lines)
	if w < minWrapWidth || w > maxWrapWidth {
		return
	}
	proof, lower, passed, all := 0, 0, int32(0), int32(0)
	for from, to := range runs(blocks) {
		n, low, width, candidates := testRun(blocks[from:to], lines[from:to], w)
		proof += n
		lower += low
		passed += width
		all += candidates
	}
	if proof+lower < minWrapProof || lower == 0 && proof < minWrapProof+1 || float64(passed) < minWrapShare*float64(all) {
		return
	}
	for from, to := range runs(blocks) {
		if n, _, _, _ := testRun(blocks[from:to], lines[from:to], w); n > 0 {
			markWraps(blocks[from:to], lines[from:to], w)
		}
	}
}

// runs are the ranges of blocks without a blank line between, of two lines or
// more.
func runs(blocks []Block) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := 0; i < len(blocks); i++ {
			from := i
			for i < len(blocks) && blocks[i].Kind == Body {
				i++
			}
			if i-from > 1 && !yield(from, i) {
				return
			}
		}
	}
}

// testRun applies the greedy test to the lines of one run but the last. It
// returns the proof and the width of the lines that pass, none when too many
// fail, and the width of those that could be broken off: lines that neither
// end a sentence nor are a key and its value. A line that passes is a proof,
// and a stronger one when the next line goes on in lower case.
func testRun(blocks []Block, lines []line, w int32) (proof, lower int, passed, all int32) {
	failed, ends, goesOn := 0, 0, 0
	for i := range lines {
		if lines[i].width > w+wrapSlack {
			failed++ // no wrap at w would have left it
		}
		if i == len(lines)-1 {
			break
		}
		pass := overflows(lines[i], blocks[i+1].Text, w)
		if lines[i].end {
			ends++
			continue
		}
		if !pass && (isKeyValue(blocks[i].Text) || lines[i+1].indent > lines[i].indent+1) {
			continue
		}
		all += lines[i].width
		r, _ := utf8.DecodeRuneInString(blocks[i+1].Text)
		if unicode.IsLower(r) {
			goesOn++
		}
		if !pass {
			failed++
			continue
		}
		proof++
		if unicode.IsLower(r) {
			lower++
		}
		passed += lines[i].width
	}
	if goesOn >= raggedProof && 2*goesOn > len(lines) { // a ragged column, as of a newspaper
		return goesOn, goesOn, all, all
	}
	if failed > proof/6 || ends > proof {
		return 0, 0, 0, all
	}
	return proof, lower, passed, all
}

// raggedProof is the number of lines that go on in lower case from which a run
// is wrapped, however ragged.
const raggedProof = 5

// wrapSlack is how far a line may stick out of the column, for widths are
// counted in other ways too.
const wrapSlack = 3

// widestInner is the width that nearly all lines with a line directly below
// them keep, if they neither end a sentence nor are a key and its value.
func widestInner(blocks []Block, lines []line) int32 {
	var count [maxWrapWidth + 2]int
	n := 0
	for from, to := range runs(blocks) {
		for i := from; i < to-1; i++ {
			if lines[i].end || isKeyValue(blocks[i].Text) {
				continue
			}
			count[min(lines[i].width+lines[i].indent, maxWrapWidth+1)]++
			n++
		}
	}
	if n == 0 {
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
	header := isKeyValue(blocks[0].Text)
	for i := 0; i+1 < len(lines); i++ {
		if header = header && isKeyValue(blocks[i+1].Text); header {
			continue // a header block of labels
		}
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
