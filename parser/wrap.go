package parser

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// Hard wraps are told by the greedy test: a line was broken by a wrap at width
// w when the next line's first word would not have fitted on it.
const (
	minWrapProof = 2   // less proof is chance
	minWrapShare = 0.6 // of the width of lines that could be broken off, how much passes
	maxWrapWidth = 120
	minWrapWidth = 18
	// minGoingOn is the number of lines that go on in lower case from which
	// they tell by themselves: of the width, and of a ragged column, as of a
	// newspaper.
	minGoingOn = 5
	minCertain = 3 // lines of one run that pass and go on in lower case
	// minSpaced lines of minSpacedWidth columns that go on below a blank line
	// are no poem.
	minSpaced      = 3
	minSpacedWidth = 40
	minClosedWidth = 60 // of a wrap that two lines of paragraphs tell by themselves
	maxCommonWrap  = 80 // of one that a single line tells when no line of the document is wider
)

// wrap finds the lines that a hard wrap broke off and the paragraphs they
// form together. It looks at runs of lines without a blank line between, and
// where a dump put a blank line behind every line, at those.
func (d *draft) wrap() {
	u := unwrapper{d: d}
	if !doubleSpaced(d.blocks, d.lines) {
		u.unwrap(d.blocks, d.lines, false)
		return
	}
	at, close, dense := singleSpaced(d.blocks, d.lines)
	u.unwrap(close, dense, true)
	for k, i := range at {
		if i >= 0 {
			d.lines[i].wraps, d.lines[i].prose = dense[k].wraps, dense[k].prose
		}
	}
}

// looksLikeField reports whether s, of a line that ends no sentence but with a number
// perhaps, is a date or a label and a value that fits.
func (d *draft) looksLikeField(s string, l *line) bool {
	if len(s) > maxLineOfFields || l.end && !hasDigit(s[max(0, len(s)-2):]) && wordBefore(s[:len(s)-1]) > 2 {
		return false
	}
	if l.opens.Label() {
		if m, ok := d.rules().Label(s); ok && m.Value != "" && (d.fits(m) || d.namesAndDates(m)) {
			return true
		}
	}
	return l.signs&hasField != 0 && d.isDateLine(beforeBar(s))
}

// namesAndDates reports whether m is the label of a byline before names and, behind a
// dash or a bar, a date.
func (d *draft) namesAndDates(m rules.Match) bool {
	if roleOf[m.Role] != Byline {
		return false
	}
	value := m.Value
	for _, sep := range dashesAndBar {
		name, rest, _ := strings.Cut(value, sep)
		date, _, _ := strings.Cut(rest, sep)
		if m.Value = name; d.isDateLine(date) {
			return d.fits(m)
		}
	}
	return false
}

// An unwrapper finds the wraps at a width.
type unwrapper struct {
	w      int32 // of the wrap, in columns
	head   int   // lines above the first that ends a sentence, which may be headlines and fields
	closed bool  // whether to look at nothing but runs that end as a sentence, no heads and menus
	d      *draft
}

// beginsField reports whether a field stands below line i, which goes on with no line
// above: a headline above its byline may be as long as a full line.
func (u *unwrapper) beginsField(blocks []Block, lines []line, i int) bool {
	return (i == 0 || !lines[i-1].wraps) && u.d.looksLikeField(blocks[i+1].Text, &lines[i+1])
}

// unwrap marks the lines that were broken off: in a ragged text those that go
// on, in others those of runs that pass the greedy test.
func (u *unwrapper) unwrap(blocks []Block, lines []line, ragged bool) {
	if u.head = 0; !ragged {
		u.head = slices.IndexFunc(lines, func(l line) bool { return l.end })
	}
	sum, ok, held := u.find(u.widestInner(blocks, lines, !ragged), blocks, lines)
	if v := (unwrapper{w: maxCommonWrap, head: u.head, closed: true, d: u.d}); !held && !ragged && v.holdsAll(lines) {
		if s, _, found := v.find(v.widestInner(blocks, lines, true), blocks, lines); found {
			*u, sum, ok, held = v, s, true, true
		}
	}
	if !ok || sum.goOn == 0 && mostlyWider(lines, u.w) { // the entries of a list
		return
	}
	ragged = ragged || sum.ragged()
	for from, to := range u.runs(lines) {
		b, l := blocks[from:to], lines[from:to]
		p := u.testText(b, l, !ragged && from < u.head)
		b, l = b[p.head:], l[p.head:]
		if p.certain() || (p.proof > 0 || p.full) && held {
			u.markWraps(b, l)
		} else if ragged {
			u.markRagged(b, l)
		} else {
			continue
		}
		joinProse(b, l)
	}
}

// held reports whether the runs of a document with the proof sum are wrapped.
func (u *unwrapper) held(sum *wrapProof, lines []line) bool {
	return sum.holds(u.w) || sum.below > 0 && sum.passed == sum.all && u.holdsAll(lines)
}

// holdsAll reports whether no line is wider than the wrap, as some of a text without wraps
// are.
func (u *unwrapper) holdsAll(lines []line) bool {
	if u.w < minClosedWidth || u.w > maxCommonWrap {
		return false
	}
	for i := range lines {
		if lines[i].width+lines[i].indent > u.w+wrapSlack && (!u.closed || lines[i].end) {
			return false
		}
	}
	return true
}

// find sets the width of the wrap to the first of some that holds, which held reports; ok is
// false when not even the likeliest may be one.
func (u *unwrapper) find(likely [3]int32, blocks []Block, lines []line) (sum wrapProof, ok, held bool) {
	for k, w := range likely {
		v := *u
		v.w = w
		if w == 0 || v.closed && !v.holdsAll(lines) {
			continue
		}
		s, fits := v.testRuns(blocks, lines)
		held = fits && v.held(&s, lines)
		if k == 0 || held {
			*u, sum, ok = v, s, fits
		}
		if held {
			break
		}
	}
	return sum, ok, held
}

// runs are the ranges of lines without a blank line between that the unwrapper looks at.
func (u *unwrapper) runs(lines []line) iter.Seq2[int, int] {
	if !u.closed {
		return runs(lines)
	}
	return func(yield func(int, int) bool) {
		for from, to := range runs(lines) {
			if lines[to-1].end && !yield(from, to) {
				return
			}
		}
	}
}

// testRuns applies the greedy test to all runs; ok is false when no wrap has such a
// width.
func (u *unwrapper) testRuns(blocks []Block, lines []line) (sum wrapProof, ok bool) {
	if w := u.w; w < minWrapWidth || w > maxWrapWidth || w < minClosedWidth && mostlyWider(lines, w) {
		return sum, false
	}
	first := nextShown(lines, 0)
	for from, to := range u.runs(lines) {
		p := u.testText(blocks[from:to], lines[from:to], from < u.head)
		if sum.add(p); from > first {
			sum.below += p.closed
		}
	}
	return sum, true
}

// mostlyWider reports whether the greater part of a text stands on lines that no
// wrap at w has left: what is narrow there are verses or a list.
func mostlyWider(lines []line, w int32) bool {
	within, wider := int32(0), int32(0)
	for i := range lines {
		if lines[i].width > w/2 && lines[i].width <= w+wrapSlack {
			within += lines[i].width
		} else if lines[i].width >= 2*w {
			wider += lines[i].width
		}
	}
	return wider > within
}

// runs are the ranges of lines without a blank line between, of two lines or
// more.
func runs(lines []line) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := nextShown(lines, 0); i < len(lines); i = nextShown(lines, i) {
			from := i
			for i < len(lines) && lines[i].shown {
				i++
			}
			if i-from > 1 && !yield(from, i) {
				return
			}
		}
	}
}

// doubleSpaced reports whether half of the longer lines that have one blank
// line behind them and end no sentence go on in lower case below it, as no
// paragraph does.
func doubleSpaced(blocks []Block, lines []line) bool {
	goOn, open := 0, 0
	prev := -1
	for i := nextShown(lines, 0); i < len(lines); i = nextShown(lines, i+1) {
		if prev >= 0 && lines[i].blanks == 1 && goesOn(blocks[prev].Text, lines[prev]) && lines[prev].width >= minSpacedWidth && !lines[prev].key {
			open++
			if lines[i].lower {
				goOn++
			}
		}
		prev = i
	}
	return goOn >= minSpaced && goOn*2 >= open
}

// goesOn reports whether a line ends neither as a sentence nor as an entry of
// a list.
func goesOn(s string, l line) bool {
	return !l.end && !strings.HasSuffix(s, ";") && !strings.HasSuffix(s, ":")
}

// singleSpaced is the document with single blank lines left out. at has the
// index of each block, -1 for a blank one.
func singleSpaced(blocks []Block, lines []line) (at []int, close []Block, dense []line) {
	for i := nextShown(lines, 0); i < len(lines); i = nextShown(lines, i+1) {
		if lines[i].blanks > 1 {
			at, close, dense = append(at, -1), append(close, Block{}), append(dense, line{})
		}
		at, close, dense = append(at, i), append(close, blocks[i]), append(dense, lines[i])
	}
	return at, close, dense
}

// wrapSlack is how far a line may stick out of the column, for widths are
// counted in other ways too.
const wrapSlack = 3

// widestInner are the widths that may be that of the wrap, 0 for none: what nearly all
// lines with a line directly below them keep, if they neither end a sentence nor are a key
// and its value, or those that go on in lower case where there are enough of them; of a
// few, what these keep, for the lines of a head have any width; and, if withEnds, what the
// lines that end sentences keep, too.
func (u *unwrapper) widestInner(blocks []Block, lines []line, withEnds bool) [3]int32 {
	var all, goOn, ended widths
	for from, to := range u.runs(lines) {
		for i := from; i < to-1; i++ {
			if lines[i].key {
				continue
			}
			ended.add(lines[i])
			if lines[i].end {
				continue
			}
			all.add(lines[i])
			if lines[i+1].lower {
				goOn.add(lines[i])
			}
		}
	}
	switch {
	case goOn.n > minGoingOn:
		return [3]int32{goOn.widest()}
	case goOn.n >= minWrapProof && goOn.widest() != all.widest():
		return [3]int32{all.widest(), goOn.widest()}
	}
	if w := ended.widest(); withEnds && w <= maxCommonWrap {
		return [3]int32{all.widest(), 0, w}
	}
	return [3]int32{all.widest()}
}

// widths counts lines by their width with indentation.
type widths struct {
	count [maxWrapWidth + 2]int
	n     int
}

func (c *widths) add(l line) {
	c.count[min(l.width+l.indent, maxWrapWidth+1)]++
	c.n++
}

// widest is the width that all but a twentieth of the lines keep, 0 when there
// are none.
func (c *widths) widest() int32 {
	if c.n == 0 {
		return 0
	}
	skip := c.n / 20
	for w := maxWrapWidth + 1; w >= 0; w-- {
		if skip -= c.count[w]; skip < 0 {
			return int32(w)
		}
	}
	return 0
}

// overflows reports whether next's first word would not have fitted behind l
// in a column of w, allowing some raggedness.
func overflows(l line, next string, w int32) bool {
	word := firstWord(next)
	first := columns(word)
	if r, _ := utf8.DecodeRuneInString(word); first > w/2 || noSpaces(r) { // no spaces: the line itself must be full
		first = 2
	}
	slack := max(2, w/10)
	return l.width+l.indent+1+first > w-slack
}

// firstWord is the first word of s, whose letters may have spaces between: "р е ш и л о".
func firstWord(s string) string {
	k := strings.IndexByte(s, ' ')
	if k < 0 {
		return s
	}
	if k > utf8.UTFMax || utf8.RuneCountInString(s[:k]) > 1 {
		return s[:k]
	}
	end := 0
	for rest := s; ; {
		letter, behind, ok := strings.Cut(rest, " ")
		if end += len(letter); !ok || utf8.RuneCountInString(strings.TrimRight(letter, ".,:")) != 1 {
			break
		}
		rest = behind
		end++
	}
	if strings.Count(s[:end], " ") < minSpacedLetters {
		return s[:k]
	}
	return s[:end]
}

// minSpacedLetters is the least number of spaces between the letters of a word.
const minSpacedLetters = 3

// markWraps marks the lines of one run that continue on the next line. A line
// ends its paragraph when the next one is indented more, or when it is the end
// of a sentence with room to spare, or of the last.
func (u *unwrapper) markWraps(blocks []Block, lines []line) {
	w := u.w
	header, last := lines[0].key || strings.HasPrefix(blocks[0].Text, "From "), lastEnd(lines) // of mail (RFC 4155)
	for i := 0; i+1 < len(lines); i++ {
		if header = header && lines[i+1].key; header {
			continue // a header block of labels
		}
		if lines[i+1].indent > lines[i].indent+1 && lines[i+1].indent-lines[i].indent < w/2 && i > 0 {
			continue
		}
		full := overflows(lines[i], blocks[i+1].Text, w) && (i != last || lines[i+1].lower)
		if !full && (lines[i].end || lines[i].width < w/2 || !lines[i+1].lower && (lines[i].width == w/2 || lines[i].indent >= lines[i+1].indent+headIndent)) {
			continue
		}
		lines[i].wraps = !u.beginsField(blocks, lines, i) && !mostlySigns(blocks[i].Text) && !mostlySigns(blocks[i+1].Text)
	}
}

// markRagged is markWraps for a run of a document whose lines are broken at
// any width: a line continues when the next one goes on in lower case or its
// first word would not have fitted, and so does a first line that an
// indentation of unknown width made short.
func (u *unwrapper) markRagged(blocks []Block, lines []line) {
	for i := 0; i+1 < len(lines); i++ {
		indented := i == 0 && lines[0].indent > lines[1].indent && lines[0].width >= minWrapWidth
		lines[i].wraps = goesOn(blocks[i].Text, lines[i]) && !lines[i].key &&
			(indented || lines[i+1].lower || overflows(lines[i], blocks[i+1].Text, u.w)) && !u.beginsField(blocks, lines, i)
	}
}

// joinProse tells of the wrapped lines of a run whether they are running text
// together: long, or ended as a sentence, or at least three of which most go on
// in lower case, as those of a headline rarely do.
func joinProse(blocks []Block, lines []line) {
	for i := 0; i < len(lines); {
		end, width, lower := i+1, lines[i].width, 0
		for lines[end-1].wraps {
			width += lines[end].width
			if lines[end].lower {
				lower++
			}
			end++
		}
		last := lines[end-1]
		if n := end - i; n > 1 && (width >= longProse || width >= proseWidth && last.end || n > 2 && width >= 2*proseWidth && 2*lower >= n) {
			for k := i; k < end; k++ {
				lines[k].prose = true
			}
		}
		i = end
	}
}
