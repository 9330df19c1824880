package linemodel

import (
	"math"
	"math/bits"
)

// A feature is a number from 0 to 255 that says something about a line; all
// of a line's are its row. It is computed line by line, or is the same for all
// lines of a page, or the document has it.
type feature struct {
	name string
	of   func(d *document, i int) int
	page func(d *document) int
	has  func(d *document) []uint8
}

// fill computes the feature of lines [from, to) into col, which is as long as
// the page.
func (f *feature) fill(d *document, col []uint8, from, to int) {
	switch {
	case f.has != nil:
		copy(col[from:to], f.has(d)[from:to])
	case f.page != nil:
		n := clamp(f.page(d))
		for i := range col[from:to] {
			col[from+i] = n
		}
	default:
		for i := from; i < to; i++ {
			col[i] = clamp(f.of(d, i))
		}
	}
}

// lg is 16 times the binary logarithm of 1+n, interpolated.
func lg(n int32) int {
	n = max(n, 0) + 1
	k := bits.Len32(uint32(n)) - 1
	return 16*k + int(n<<4>>k)&15
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
	{name: "size", of: func(d *document, i int) int { return lg(d.scans[i].size) }},
	{name: "words", of: func(d *document, i int) int { return lg(d.scans[i].wordCount()) }},
	{name: "word-length", of: func(d *document, i int) int { return share(d.scans[i].size, 10*d.scans[i].wordCount()) }},
	{name: "longest-word", of: func(d *document, i int) int { return int(d.scans[i].longest) }},
	{name: "letters", of: func(d *document, i int) int {
		l := &d.scans[i]
		return share(l.count[upper]+l.count[lower]+l.count[caseless]+l.densest+l.count[mark], l.chars)
	}},
	{name: "digits", of: func(d *document, i int) int { return share(d.scans[i].count[digit], d.scans[i].chars) }},
	{name: "upper", of: func(d *document, i int) int {
		l := &d.scans[i]
		return share(l.count[upper], l.count[upper]+l.count[lower])
	}},
	{name: "capitals", of: func(d *document, i int) int { return share(d.scans[i].caps, d.scans[i].words) }},
	{name: "numbers", of: func(d *document, i int) int { return share(d.scans[i].numbers, d.scans[i].words) }},
	{name: "function-words", of: func(d *document, i int) int {
		l := &d.scans[i]
		if d.density == 0 {
			return 0
		}
		return share(l.cues[cueWord]*100, 2*d.density*max(4, l.wordCount()))
	}},
	{name: "stops", of: func(d *document, i int) int { return int(d.scans[i].stops) }},
	{name: "commas", of: func(d *document, i int) int { return int(d.scans[i].count[comma]) }},
	{name: "comma-share", of: func(d *document, i int) int { return share(d.scans[i].count[comma]*10, d.scans[i].words) }},
	{name: "colons", of: func(d *document, i int) int { return int(d.scans[i].count[colon]) }},
	{name: "quotes", of: func(d *document, i int) int { return int(d.scans[i].count[quote]) }},
	{name: "brackets", of: func(d *document, i int) int { return int(d.scans[i].count[opening]) }},
	{name: "separators", of: func(d *document, i int) int { return share(d.scans[i].count[separator], d.scans[i].words) }},
	{name: "symbols", of: func(d *document, i int) int { return share(d.scans[i].count[symbol], d.scans[i].chars) }},
	{name: "first", of: func(d *document, i int) int { return int(d.scans[i].first) }},
	{name: "last", of: func(d *document, i int) int { return int(d.scans[i].last) }},
	{name: "dots", of: func(d *document, i int) int { return flag(d.scans[i].dots) }},
	{name: "bullet", of: func(d *document, i int) int { return int(d.scans[i].bullet) }},
	{name: "trail", of: func(d *document, i int) int { return flag(d.scans[i].trail) }},
	{name: "furniture", of: func(d *document, i int) int {
		n := int32(0)
		for _, c := range d.scans[i].cues[cueShare:] {
			n += c
		}
		return share(n, max(2, d.scans[i].wordCount()))
	}},
	{name: "share", of: func(d *document, i int) int { return d.cueShare(i, cueShare) }},
	{name: "account", of: func(d *document, i int) int { return d.cueShare(i, cueAccount) }},
	{name: "legal", of: func(d *document, i int) int { return d.cueShare(i, cueLegal) }},
	{name: "related", of: func(d *document, i int) int { return d.cueShare(i, cueRelated) }},
	{name: "comment", of: func(d *document, i int) int { return d.cueShare(i, cueComment) }},
	{name: "menu", of: func(d *document, i int) int { return d.cueShare(i, cueMenu) }},
	{name: "source", of: func(d *document, i int) int { return d.cueShare(i, cueSource) }},
	{name: "shop", of: func(d *document, i int) int { return d.cueShare(i, cueShop) }},
	{name: "time", of: func(d *document, i int) int { return d.cueShare(i, cueTime) }},
	{name: "blanks", of: func(d *document, i int) int { return min(d.lines[i].BlankBefore, 20) }},
	{name: "blanks-rel", of: func(d *document, i int) int { return min(20+d.lines[i].BlankBefore-int(d.blanks), 40) }},
	{name: "blanks-after", of: func(d *document, i int) int {
		if i+1 == len(d.lines) {
			return 20
		}
		return min(d.lines[i+1].BlankBefore, 20)
	}},
	{name: "indent", of: func(d *document, i int) int { return max(0, min(30+int(d.scans[i].indent-d.indent), 60)) }},
	{name: "repeats", has: func(d *document) []uint8 { return d.repeats }},
	{name: "seen", has: func(d *document) []uint8 { return d.seen }},
	{name: "run1", has: func(d *document) []uint8 { return d.runs[0] }},
	{name: "run2", has: func(d *document) []uint8 { return d.runs[1] }},
	{name: "run3", has: func(d *document) []uint8 { return d.runs[2] }},
	{name: "para-size", of: func(d *document, i int) int { return lg(d.para(i).size) }},
	{name: "para-stops", of: func(d *document, i int) int { return int(d.para(i).stops) }},
	{name: "para-lines", of: func(d *document, i int) int { return int(d.para(i).to - d.para(i).from) }},
	{name: "para-function-words", of: func(d *document, i int) int {
		p := d.para(i)
		if d.density == 0 {
			return 0
		}
		return share(p.funcs*100, 2*d.density*max(4, p.words))
	}},
	{name: "mass", of: func(d *document, i int) int { return lg(d.mass[i]) }},
	{name: "overlap", has: func(d *document) []uint8 { return d.overlap }},
	{name: "starts", has: func(d *document) []uint8 { return d.starts }},
	{name: "same-start", of: func(d *document, i int) int { return d.sameStart(i) }},
	{name: "dated", of: func(d *document, i int) int { return 200 * int(d.dated[i]) }},
	{name: "joined", of: func(d *document, i int) int { return int(d.scans[i].joined) }},
	{name: "url", of: func(d *document, i int) int { return flag(d.scans[i].url) }},
	{name: "repeated", of: func(d *document, i int) int { return 100 * int(min(d.repeats[i], 3)-1) }},
	{name: "evidence", of: func(d *document, i int) int { return d.evidence(d.scans[i].evidence[0], d.scans[i].words) }},
	{name: "short-evidence", of: func(d *document, i int) int {
		if l := &d.scans[i]; l.words <= 12 {
			return d.evidence(l.evidence[1], l.words)
		}
		return 0
	}},
	{name: "heading-evidence", of: func(d *document, i int) int {
		if d.heading[i] < 0 {
			return 0
		}
		l := &d.scans[d.heading[i]]
		return d.evidence(l.evidence[1], l.words)
	}},
	{name: "para-evidence", of: func(d *document, i int) int { return d.evidence(d.para(i).evidence, d.para(i).words) }},
	{name: "gap-up", has: func(d *document) []uint8 { return d.gapUp }},
	{name: "gap-down", has: func(d *document) []uint8 { return d.gapDown }},
}

// placed are the features of where a line stands.
var placed = []feature{
	{name: "line", of: func(d *document, i int) int { return lg(int32(i)) }},
	{name: "lines-after", of: func(d *document, i int) int { return lg(int32(len(d.lines) - i)) }},
	{name: "place", of: func(d *document, i int) int { return share(int32(i), int32(len(d.lines))) }},
	{name: "prose-before", of: func(d *document, i int) int { return share(d.before[i], d.total) }},
	{name: "prose-before-size", of: func(d *document, i int) int { return lg(d.before[i]) }},
	{name: "prose-after-size", of: func(d *document, i int) int { return lg(d.total - d.before[i+1]) }},
	{name: "from-main", of: func(d *document, i int) int { return signed(int32(i) - d.main.from) }},
	{name: "to-main", of: func(d *document, i int) int { return signed(d.main.to - 1 - int32(i)) }},
	{name: "main-share", page: func(d *document) int { return share(d.before[d.main.to]-d.before[d.main.from], d.total) }},
	{name: "main-size", page: func(d *document) int { return lg(d.main.mass) }},
	{name: "page-lines", page: func(d *document) int { return lg(int32(len(d.lines))) }},
	{name: "page-prose", page: func(d *document) int { return lg(d.total) }},
	{name: "page-density", page: func(d *document) int { return int(d.density) }},
	{name: "page-wrapped", page: func(d *document) int { return flag(d.wrapped) }},
	{name: "page-blanks", page: func(d *document) int { return int(d.blanks) }},
	{name: "page-indent", page: func(d *document) int { return int(d.indent) }},
	{name: "since-share", has: func(d *document) []uint8 { return d.sinceCue[cueShare] }},
	{name: "since-account", has: func(d *document) []uint8 { return d.sinceCue[cueAccount] }},
	{name: "since-legal", has: func(d *document) []uint8 { return d.sinceCue[cueLegal] }},
	{name: "since-related", has: func(d *document) []uint8 { return d.sinceCue[cueRelated] }},
	{name: "since-comment", has: func(d *document) []uint8 { return d.sinceCue[cueComment] }},
	{name: "since-menu", has: func(d *document) []uint8 { return d.sinceCue[cueMenu] }},
	{name: "since-source", has: func(d *document) []uint8 { return d.sinceCue[cueSource] }},
	{name: "since-shop", has: func(d *document) []uint8 { return d.sinceCue[cueShop] }},
	{name: "since-time", has: func(d *document) []uint8 { return d.sinceCue[cueTime] }},
	{name: "heading-gap", of: func(d *document, i int) int {
		if d.heading[i] < 0 {
			return 255
		}
		return i - int(d.heading[i])
	}},
	{name: "heading-cue", of: func(d *document, i int) int { return d.headingCue(i) }},
	{name: "heading-indent", of: func(d *document, i int) int {
		if d.heading[i] < 0 {
			return 255
		}
		return max(0, min(30+int(d.scans[d.heading[i]].indent-d.scans[i].indent), 60))
	}},
	{name: "until-share", has: func(d *document) []uint8 { return d.untilCue[cueShare] }},
	{name: "until-related", has: func(d *document) []uint8 { return d.untilCue[cueRelated] }},
	{name: "until-comment", has: func(d *document) []uint8 { return d.untilCue[cueComment] }},
	{name: "until-source", has: func(d *document) []uint8 { return d.untilCue[cueSource] }},
	{name: "until-time", has: func(d *document) []uint8 { return d.untilCue[cueTime] }},
}

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
	for k := 1; k <= 3 && i-k >= 0; k++ {
		if d.scans[i].words > 1 && d.scans[i-k].start == d.scans[i].start {
			return k
		}
	}
	return 0
}

// headingCue is the first cue of furniture in the heading over a line, the
// one it begins with counting most; 0 for none.
func (d *document) headingCue(i int) int {
	if d.heading[i] < 0 {
		return 0
	}
	l := &d.scans[d.heading[i]]
	for _, c := range [...]cue{cueComment, cueRelated, cueLegal, cueAccount, cueShare, cueSource, cueShop, cueMenu, cueTime} {
		if l.cues[c] > 0 {
			return int(c)
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
func (d *document) evidence(sum, words int32) int {
	return 128 + int(sum*roots[min(words, 511)]/64)
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// signed puts a distance that may be negative on the scale of lg.
func signed(n int32) int {
	if n < 0 {
		return max(0, 128-lg(-n)*2/3)
	}
	return min(255, 129+lg(n)*2/3)
}

func (d *document) para(i int) *para { return &d.paras[d.paraOf[i]] }

func (d *document) cueShare(i int, c cue) int {
	return share(d.scans[i].cues[c], max(2, d.scans[i].wordCount()))
}
