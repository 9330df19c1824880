package linemodel

import (
	"math"
	"math/bits"
	"slices"
)

// A feature is a number from 0 to 255 that says something about a line; all
// of a line's are its row.
type feature struct {
	name string
	of   func(b block)
}

// A block is a few lines of a document and the place of their numbers. The
// methods with which features fill it are small enough for the compiler to put
// a feature's own function into their loops: a call for each number took twice
// as long.
type block struct {
	*document
	from int
	col  []uint8 // of lines from on
}

// fill computes the feature of lines [from, to) into col, which is as long as
// the page.
func (f *feature) fill(d *document, col []uint8, from, to int) {
	f.of(block{d, from, col[from:to]})
}

// each fills in what can be told by the lines themselves.
func (b block) each(of func(l *scan) int) {
	col := b.col
	scans := b.scans[b.from:][:len(col)]
	for i := range col {
		col[i] = clamp(of(&scans[i]))
	}
}

// at fills in what takes a line's number in the document.
func (b block) at(of func(i int) int) {
	col, from := b.col, b.from
	for i := range col {
		col[i] = clamp(of(from + i))
	}
}

// over fills in what can be told by numbers that the document has of its lines,
// and perhaps of more.
func (b block) over(numbers []int32, of func(n int32) int) {
	col := b.col
	numbers = numbers[b.from:][:len(col)]
	for i, n := range numbers {
		col[i] = clamp(of(n))
	}
}

// paragraphs fills in what the lines have from their paragraphs.
func (b block) paragraphs(of func(p *para) int) {
	col, paras := b.col, b.paras
	for i, p := range b.paraOf[b.from:][:len(col)] {
		col[i] = clamp(of(&paras[p]))
	}
}

// all gives the lines one number, that of their page, with the first block all
// of them.
func (b block) all(n int) {
	if b.from > 0 {
		return
	}
	col := b.col[:len(b.lines)]
	col[0] = clamp(n)
	for done := 1; done < len(col); done *= 2 {
		copy(col[done:], col[:done])
	}
}

// copy takes numbers that the document has of all its lines, and perhaps of more,
// with the first block for all of them.
func (b block) copy(of []uint8) {
	if b.from == 0 {
		copy(b.col[:len(b.lines)], of)
	}
}

// neighbour takes numbers of the lines by lines further down, 0 where there is
// none.
func (b block) neighbour(of []uint8, by int) {
	from, to := max(0, b.from+by), min(len(of), b.from+by+len(b.col))
	clear(b.col)
	if from < to {
		copy(b.col[from-by-b.from:], of[from:to])
	}
}

// lg is 16 times the binary logarithm of 1+n, interpolated.
func lg(n int32) int {
	n = max(n, 0) + 1
	k := bits.Len32(uint32(n)) - 1
	return 16*k + int(n<<4>>(k&31))&15
}

// share is a in two hundredths of b.
func share(a, b int32) int {
	if a == 0 { // most of the time
		return 0
	}
	return int(200 * int64(a) / int64(max(b, 1)))
}

// own are the features of a line by itself and in its document.
var own = []feature{
	{"size", func(b block) { b.each(func(l *scan) int { return lg(l.size) }) }},
	{"words", func(b block) { b.each(func(l *scan) int { return lg(l.wordCount()) }) }},
	{"word-length", func(b block) { b.each(func(l *scan) int { return share(l.size, 10*l.wordCount()) }) }},
	{"longest-word", func(b block) { b.each(func(l *scan) int { return int(l.longest) }) }},
	{"letters", func(b block) {
		b.each(func(l *scan) int {
			return share(l.count[upper]+l.count[lower]+l.count[caseless]+l.densest+l.count[mark], l.chars)
		})
	}},
	{"digits", func(b block) { b.each(func(l *scan) int { return share(l.count[digit], l.chars) }) }},
	{"upper", func(b block) {
		b.each(func(l *scan) int {
			return share(l.count[upper], l.count[upper]+l.count[lower])
		})
	}},
	{"capitals", func(b block) { b.each(func(l *scan) int { return share(l.caps, l.words) }) }},
	{"numbers", func(b block) { b.each(func(l *scan) int { return share(l.numbers, l.words) }) }},
	{"function-words", func(b block) {
		b.each(func(l *scan) int {
			if b.density == 0 {
				return 0
			}
			return share(l.cues[cueWord]*100, 2*b.density*max(4, l.wordCount()))
		})
	}},
	{"stops", func(b block) { b.each(func(l *scan) int { return int(l.stops) }) }},
	{"commas", func(b block) { b.each(func(l *scan) int { return int(l.count[comma]) }) }},
	{"comma-share", func(b block) { b.each(func(l *scan) int { return share(l.count[comma]*10, l.words) }) }},
	{"colons", func(b block) { b.each(func(l *scan) int { return int(l.count[colon]) }) }},
	{"quotes", func(b block) { b.each(func(l *scan) int { return int(l.count[quote]) }) }},
	{"brackets", func(b block) { b.each(func(l *scan) int { return int(l.count[opening]) }) }},
	{"separators", func(b block) { b.each(func(l *scan) int { return share(l.count[separator], l.words) }) }},
	{"symbols", func(b block) { b.each(func(l *scan) int { return share(l.count[symbol], l.chars) }) }},
	{"first", func(b block) { b.each(func(l *scan) int { return int(l.first) }) }},
	{"last", func(b block) { b.each(func(l *scan) int { return int(l.last) }) }},
	{"dots", func(b block) { b.each(func(l *scan) int { return flag(l.dots) }) }},
	{"bullet", func(b block) { b.each(func(l *scan) int { return int(l.bullet) }) }},
	{"trail", func(b block) { b.each(func(l *scan) int { return flag(l.trail) }) }},
	{"furniture", func(b block) { b.each(func(l *scan) int { return share(l.furniture, max(2, l.wordCount())) }) }},
	{"share", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueShare) }) }},
	{"account", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueAccount) }) }},
	{"legal", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueLegal) }) }},
	{"related", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueRelated) }) }},
	{"comment", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueComment) }) }},
	{"menu", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueMenu) }) }},
	{"source", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueSource) }) }},
	{"shop", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueShop) }) }},
	{"time", func(b block) { b.each(func(l *scan) int { return l.cueShare(cueTime) }) }},
	{"blanks", func(b block) { b.at(func(i int) int { return min(b.lines[i].BlankBefore, 20) }) }},
	{"blanks-rel", func(b block) { b.at(func(i int) int { return min(20+b.lines[i].BlankBefore-int(b.blanks), 40) }) }},
	{"blanks-after", func(b block) {
		b.at(func(i int) int {
			if i+1 == len(b.lines) {
				return 20
			}
			return min(b.lines[i+1].BlankBefore, 20)
		})
	}},
	{"indent", func(b block) { b.at(func(i int) int { return max(0, min(30+int(b.scans[i].indent-b.indent), 60)) }) }},
	{"repeats", func(b block) { b.copy(b.repeats) }},
	{"seen", func(b block) { b.copy(b.seen) }},
	{"run1", func(b block) { b.copy(b.runs[0]) }},
	{"run2", func(b block) { b.copy(b.runs[1]) }},
	{"run3", func(b block) { b.copy(b.runs[2]) }},
	{"para-size", func(b block) { b.paragraphs(func(p *para) int { return lg(p.size) }) }},
	{"para-stops", func(b block) { b.paragraphs(func(p *para) int { return int(p.stops) }) }},
	{"para-lines", func(b block) { b.paragraphs(func(p *para) int { return int(p.to - p.from) }) }},
	{"para-function-words", func(b block) {
		b.paragraphs(func(p *para) int {
			if b.density == 0 {
				return 0
			}
			return share(p.funcs*100, 2*b.density*max(4, p.words))
		})
	}},
	{"mass", func(b block) { b.over(b.mass, lg) }},
	{"overlap", func(b block) { b.copy(b.overlap) }},
	{"starts", func(b block) { b.copy(b.starts) }},
	{"same-start", func(b block) { b.at(func(i int) int { return b.sameStart(i) }) }},
	{"dated", func(b block) { b.at(func(i int) int { return 200 * int(b.dated[i]) }) }},
	{"joined", func(b block) { b.each(func(l *scan) int { return int(l.joined) }) }},
	{"url", func(b block) { b.each(func(l *scan) int { return flag(l.url) }) }},
	{"repeated", func(b block) { b.at(func(i int) int { return 100 * int(min(b.repeats[i], 3)-1) }) }},
	{"evidence", func(b block) { b.each(func(l *scan) int { return evidence(l.evidence[0], l.words) }) }},
	{"short-evidence", func(b block) {
		b.each(func(l *scan) int {
			if l.words > 12 {
				return 0
			}
			return evidence(l.evidence[1], l.words)
		})
	}},
	{"heading-evidence", func(b block) {
		b.at(func(i int) int {
			if b.heading[i] < 0 {
				return 0
			}
			l := &b.scans[b.heading[i]]
			return evidence(l.evidence[1], l.words)
		})
	}},
	{"para-evidence", func(b block) { b.paragraphs(func(p *para) int { return evidence(p.evidence, p.words) }) }},
	{"gap-up", func(b block) { b.copy(b.gapUp) }},
	{"gap-down", func(b block) { b.copy(b.gapDown) }},
}

// cueGaps are the features that copy what the document has of cues.
func cueGaps(name string, of func(d *document, c cue) []uint8, cues ...cue) (out []feature) {
	for _, c := range cues {
		out = append(out, feature{name + "-" + cueNames[c], func(b block) { b.copy(of(b.document, c)) }})
	}
	return out
}

// placed are the features of where a line stands.
var placed = slices.Concat([]feature{
	{"line", func(b block) { b.copy(b.places.from(0)) }},
	{"lines-after", func(b block) { b.copy(b.places.to(int32(len(b.lines)))) }},
	{"place", func(b block) { b.at(func(i int) int { return share(int32(i), int32(len(b.lines))) }) }},
	{"prose-before", func(b block) { b.over(b.before, func(n int32) int { return share(n, b.total) }) }},
	{"prose-before-size", func(b block) { b.over(b.before, lg) }},
	{"prose-after-size", func(b block) { b.over(b.before[1:], func(n int32) int { return lg(b.total - n) }) }},
	{"from-main", func(b block) { b.copy(b.ways.from(b.main.from)) }},
	{"to-main", func(b block) { b.copy(b.ways.to(b.main.to - 1)) }},
	{"main-share", func(b block) { b.all(share(b.before[b.main.to]-b.before[b.main.from], b.total)) }},
	{"main-size", func(b block) { b.all(lg(b.main.mass)) }},
	{"page-lines", func(b block) { b.all(lg(int32(len(b.lines)))) }},
	{"page-prose", func(b block) { b.all(lg(b.total)) }},
	{"page-density", func(b block) { b.all(int(b.density)) }},
	{"page-wrapped", func(b block) { b.all(flag(b.wrapped)) }},
	{"page-blanks", func(b block) { b.all(int(b.blanks)) }},
	{"page-indent", func(b block) { b.all(int(b.indent)) }},
}, cueGaps("since", func(d *document, c cue) []uint8 { return d.sinceCue[c] },
	cueShare, cueAccount, cueLegal, cueRelated, cueComment, cueMenu, cueSource, cueShop, cueTime), []feature{
	{"heading-gap", func(b block) {
		b.at(func(i int) int {
			if b.heading[i] < 0 {
				return 255
			}
			return i - int(b.heading[i])
		})
	}},
	{"heading-cue", func(b block) { b.copy(b.headingCue) }},
	{"heading-indent", func(b block) {
		b.at(func(i int) int {
			if b.heading[i] < 0 {
				return 255
			}
			return max(0, min(30+int(b.scans[b.heading[i]].indent-b.scans[i].indent), 60))
		})
	}},
}, cueGaps("until", func(d *document, c cue) []uint8 { return d.untilCue[c] },
	cueShare, cueRelated, cueComment, cueSource, cueTime))

// near are the own features that a line also has of its neighbours.
var near = []string{"size", "last", "capitals", "indent", "short-evidence"}

// around are the own features whose means over wider ranges a line has.
var around = []string{"size", "function-words", "furniture", "capitals", "mass", "overlap", "dated", "repeated", "evidence"}

var offsets = []int{-2, -1, 1, 2}

// reaches are ranges of lines relative to a line, both ends included.
var reaches = [][2]int{{-5, -1}, {1, 5}, {-15, -1}, {1, 15}, {-40, -1}, {1, 40}}

// sameStart tells whether one of the lines just above begins with the same
// two words: 1 to 3, the distance; 0 for none.
func (d *document) sameStart(i int) int {
	if d.starts[i] == 0 { // no line at all does, mostly
		return 0
	}
	for k := 1; k <= 3 && i-k >= 0; k++ {
		if d.scans[i-k].start == d.scans[i].start {
			return k
		}
	}
	return 0
}

// cue is the cue of furniture that a line has, that which tells most of several;
// 0 for none.
func (l *scan) cue() cue {
	if l.furniture > 0 {
		for _, c := range [...]cue{cueComment, cueRelated, cueLegal, cueAccount, cueShare, cueSource, cueShop, cueMenu, cueTime} {
			if l.cues[c] > 0 {
				return c
			}
		}
	}
	return 0
}

// roots are 64 times the inverse square roots of the words of a line.
var roots = func() (t [512]int32) {
	for i := range t {
		t[i] = int32(64 / math.Sqrt(float64(i)+4))
	}
	return t
}()

// evidence puts a sum of weights on a scale around 128.
func evidence(sum, words int32) int {
	return 128 + int(sum*roots[min(words, 511)]/64)
}

// one is 1 if b holds, else 0. It takes no branch.
func one(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// signed puts a distance that may be negative on the scale of lg, 129 for none.
func signed(n int32) int {
	if n < 0 {
		return 128 - lg(-n)*2/3
	}
	return 129 + lg(n)*2/3
}

func (l *scan) cueShare(c cue) int {
	if l.cues[c] == 0 { // most of the time
		return 0
	}
	return share(l.cues[c], max(2, l.wordCount()))
}
