package linemodel

import (
	"math"
	"math/bits"
)

// A feature is a number from 0 to 255 that says something about a line; all
// of a line's are its row.
type feature struct {
	name string
	of   func(d *document, i int) int
}

// lg is 16 times the binary logarithm of 1+n, interpolated.
func lg(n int32) int {
	n = max(n, 0) + 1
	k := bits.Len32(uint32(n)) - 1
	return 16*k + int(n<<4>>k)&15
}

// share is a in two hundredths of b.
func share(a, b int32) int { return int(200 * int64(a) / int64(max(b, 1))) }

// own are the features of a line by itself and in its document.
var own = []feature{
	{"size", func(d *document, i int) int { return lg(d.scans[i].size) }},
	{"words", func(d *document, i int) int { return lg(d.scans[i].wordCount()) }},
	{"word-length", func(d *document, i int) int { return share(d.scans[i].size, 10*d.scans[i].wordCount()) }},
	{"longest-word", func(d *document, i int) int { return int(d.scans[i].longest) }},
	{"letters", func(d *document, i int) int {
		l := &d.scans[i]
		return share(l.count[upper]+l.count[lower]+l.count[caseless]+l.densest+l.count[mark], l.chars)
	}},
	{"digits", func(d *document, i int) int { return share(d.scans[i].count[digit], d.scans[i].chars) }},
	{"upper", func(d *document, i int) int {
		l := &d.scans[i]
		return share(l.count[upper], l.count[upper]+l.count[lower])
	}},
	{"capitals", func(d *document, i int) int { return share(d.scans[i].caps, d.scans[i].words) }},
	{"numbers", func(d *document, i int) int { return share(d.scans[i].numbers, d.scans[i].words) }},
	{"function-words", func(d *document, i int) int {
		l := &d.scans[i]
		if d.density == 0 {
			return 0
		}
		return share(l.cues[cueWord]*100, 2*d.density*max(4, l.wordCount()))
	}},
	{"stops", func(d *document, i int) int { return int(d.scans[i].stops) }},
	{"commas", func(d *document, i int) int { return int(d.scans[i].count[comma]) }},
	{"comma-share", func(d *document, i int) int { return share(d.scans[i].count[comma]*10, d.scans[i].words) }},
	{"colons", func(d *document, i int) int { return int(d.scans[i].count[colon]) }},
	{"quotes", func(d *document, i int) int { return int(d.scans[i].count[quote]) }},
	{"brackets", func(d *document, i int) int { return int(d.scans[i].count[opening]) }},
	{"separators", func(d *document, i int) int { return share(d.scans[i].count[separator], d.scans[i].words) }},
	{"symbols", func(d *document, i int) int { return share(d.scans[i].count[symbol], d.scans[i].chars) }},
	{"first", func(d *document, i int) int { return int(d.scans[i].first) }},
	{"last", func(d *document, i int) int { return int(d.scans[i].last) }},
	{"dots", func(d *document, i int) int { return flag(d.scans[i].dots) }},
	{"bullet", func(d *document, i int) int { return int(d.scans[i].bullet) }},
	{"trail", func(d *document, i int) int { return flag(d.scans[i].trail) }},
	{"furniture", func(d *document, i int) int {
		n := int32(0)
		for _, c := range d.scans[i].cues[cueShare:] {
			n += c
		}
		return share(n, max(2, d.scans[i].wordCount()))
	}},
	{"share", func(d *document, i int) int { return d.cueShare(i, cueShare) }},
	{"account", func(d *document, i int) int { return d.cueShare(i, cueAccount) }},
	{"legal", func(d *document, i int) int { return d.cueShare(i, cueLegal) }},
	{"related", func(d *document, i int) int { return d.cueShare(i, cueRelated) }},
	{"comment", func(d *document, i int) int { return d.cueShare(i, cueComment) }},
	{"menu", func(d *document, i int) int { return d.cueShare(i, cueMenu) }},
	{"source", func(d *document, i int) int { return d.cueShare(i, cueSource) }},
	{"shop", func(d *document, i int) int { return d.cueShare(i, cueShop) }},
	{"time", func(d *document, i int) int { return d.cueShare(i, cueTime) }},
	{"blanks", func(d *document, i int) int { return min(d.lines[i].BlankBefore, 20) }},
	{"blanks-rel", func(d *document, i int) int { return min(20+d.lines[i].BlankBefore-int(d.blanks), 40) }},
	{"blanks-after", func(d *document, i int) int {
		if i+1 == len(d.lines) {
			return 20
		}
		return min(d.lines[i+1].BlankBefore, 20)
	}},
	{"indent", func(d *document, i int) int { return max(0, min(30+int(d.scans[i].indent-d.indent), 60)) }},
	{"repeats", func(d *document, i int) int { return int(d.repeats[i]) }},
	{"seen", func(d *document, i int) int { return int(d.seen[i]) }},
	{"run1", func(d *document, i int) int { return int(d.runs[0][i]) }},
	{"run2", func(d *document, i int) int { return int(d.runs[1][i]) }},
	{"run3", func(d *document, i int) int { return int(d.runs[2][i]) }},
	{"para-size", func(d *document, i int) int { return lg(d.para(i).size) }},
	{"para-stops", func(d *document, i int) int { return int(d.para(i).stops) }},
	{"para-lines", func(d *document, i int) int { return int(d.para(i).to - d.para(i).from) }},
	{"para-function-words", func(d *document, i int) int {
		p := d.para(i)
		if d.density == 0 {
			return 0
		}
		return share(p.funcs*100, 2*d.density*max(4, p.words))
	}},
	{"mass", func(d *document, i int) int { return lg(d.mass[i]) }},
	{"overlap", func(d *document, i int) int { return int(d.overlap[i]) }},
	{"starts", func(d *document, i int) int { return int(d.starts[i]) }},
	{"same-start", func(d *document, i int) int { return d.sameStart(i) }},
	{"dated", func(d *document, i int) int { return 200 * int(d.dated[i]) }},
	{"joined", func(d *document, i int) int { return int(d.scans[i].joined) }},
	{"url", func(d *document, i int) int { return flag(d.scans[i].url) }},
	{"repeated", func(d *document, i int) int { return 100 * int(min(d.repeats[i], 3)-1) }},
	{"evidence", func(d *document, i int) int { return d.evidence(d.scans[i].evidence[0], d.scans[i].words) }},
	{"short-evidence", func(d *document, i int) int {
		if l := &d.scans[i]; l.words <= 12 {
			return d.evidence(l.evidence[1], l.words)
		}
		return 0
	}},
	{"heading-evidence", func(d *document, i int) int {
		if d.heading[i] < 0 {
			return 0
		}
		l := &d.scans[d.heading[i]]
		return d.evidence(l.evidence[1], l.words)
	}},
	{"para-evidence", func(d *document, i int) int { return d.evidence(d.para(i).evidence, d.para(i).words) }},
	{"gap-up", func(d *document, i int) int { return int(d.gapUp[i]) }},
	{"gap-down", func(d *document, i int) int { return int(d.gapDown[i]) }},
}

// placed are the features of where a line stands.
var placed = []feature{
	{"line", func(d *document, i int) int { return lg(int32(i)) }},
	{"lines-after", func(d *document, i int) int { return lg(int32(len(d.lines) - i)) }},
	{"place", func(d *document, i int) int { return share(int32(i), int32(len(d.lines))) }},
	{"prose-before", func(d *document, i int) int { return share(d.before[i], d.total) }},
	{"prose-before-size", func(d *document, i int) int { return lg(d.before[i]) }},
	{"prose-after-size", func(d *document, i int) int { return lg(d.total - d.before[i+1]) }},
	{"from-main", func(d *document, i int) int { return signed(int32(i) - d.main.from) }},
	{"to-main", func(d *document, i int) int { return signed(d.main.to - 1 - int32(i)) }},
	{"main-share", func(d *document, i int) int { return share(d.before[d.main.to]-d.before[d.main.from], d.total) }},
	{"main-size", func(d *document, i int) int { return lg(d.main.mass) }},
	{"page-lines", func(d *document, i int) int { return lg(int32(len(d.lines))) }},
	{"page-prose", func(d *document, i int) int { return lg(d.total) }},
	{"page-density", func(d *document, i int) int { return int(d.density) }},
	{"page-wrapped", func(d *document, i int) int { return flag(d.wrapped) }},
	{"page-blanks", func(d *document, i int) int { return int(d.blanks) }},
	{"page-indent", func(d *document, i int) int { return int(d.indent) }},
	{"since-share", func(d *document, i int) int { return int(d.sinceCue[cueShare][i]) }},
	{"since-account", func(d *document, i int) int { return int(d.sinceCue[cueAccount][i]) }},
	{"since-legal", func(d *document, i int) int { return int(d.sinceCue[cueLegal][i]) }},
	{"since-related", func(d *document, i int) int { return int(d.sinceCue[cueRelated][i]) }},
	{"since-comment", func(d *document, i int) int { return int(d.sinceCue[cueComment][i]) }},
	{"since-menu", func(d *document, i int) int { return int(d.sinceCue[cueMenu][i]) }},
	{"since-source", func(d *document, i int) int { return int(d.sinceCue[cueSource][i]) }},
	{"since-shop", func(d *document, i int) int { return int(d.sinceCue[cueShop][i]) }},
	{"since-time", func(d *document, i int) int { return int(d.sinceCue[cueTime][i]) }},
	{"heading-gap", func(d *document, i int) int {
		if d.heading[i] < 0 {
			return 255
		}
		return i - int(d.heading[i])
	}},
	{"heading-cue", func(d *document, i int) int { return d.headingCue(i) }},
	{"heading-indent", func(d *document, i int) int {
		if d.heading[i] < 0 {
			return 255
		}
		return max(0, min(30+int(d.scans[d.heading[i]].indent-d.scans[i].indent), 60))
	}},
	{"until-share", func(d *document, i int) int { return int(d.untilCue[cueShare][i]) }},
	{"until-related", func(d *document, i int) int { return int(d.untilCue[cueRelated][i]) }},
	{"until-comment", func(d *document, i int) int { return int(d.untilCue[cueComment][i]) }},
	{"until-source", func(d *document, i int) int { return int(d.untilCue[cueSource][i]) }},
	{"until-time", func(d *document, i int) int { return int(d.untilCue[cueTime][i]) }},
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
