package linemodel

import (
	"unscrape/parser/internal/counter"
	"unscrape/parser/language"
)

// A document is a page with what the features of its lines need to know of
// the other lines. Its slices are reused from page to page.
type document struct {
	lines []Line
	scans []scan
	scanner

	paras  []para
	paraOf []int32
	mass   []int32 // prose: characters of the line if it reads like sentences, else 0
	before []int32 // prose before the line
	total  int32   // prose of the page

	main         run // the densest run of prose
	repeats      []uint8
	seen         []uint8 // repeats above the line
	runs         [3][]uint8
	overlap      []uint8
	cueLines     [cues][]int // lines that are furniture
	ways, places ramp        // of signed and of lg, for the features of places
	gaps         ramp        // of distances up to maxGap
	sinceCue     [cues][]uint8
	untilCue     [cues][]uint8
	gapUp        []uint8 // lines to the next line of prose above
	gapDown      []uint8
	starts       []uint8 // lines of the page that begin with the same two words
	dated        []uint8 // 1 for short lines with a date, a time or an age
	lead         []uint8 // content words shared with the page's first lines, where its name stands
	heading      []int32 // the last line above, or the line itself, that may be a heading; -1 for none
	headingCue   []uint8 // the cue of that

	density  int32 // function words in a hundred words of prose, 0 when they are unknown
	indent   int32 // of prose
	blanks   int32 // before prose
	wrapped  bool
	numbers  counter.Numbering
	ids      []int32 // numbers of lines
	distinct int     // content words
	tally    []int32 // by number
	sums     []uint64

	sample []byte // of the prose

	first *opinion // of the first forest, once it has been asked
}

// A para is a run of lines that one sentence goes through: hard-wrapped
// lines, or the pieces of a paragraph with links in it.
type para struct {
	from, to                  int32 // lines
	size, stops, words, funcs int32
	evidence                  int32
}

// A run is a half-open range of lines.
type run struct{ from, to, mass int32 }

func (d *document) read(lines []Line) {
	d.lines = lines
	d.loadTables()
	d.ways.extend(len(lines), signed)
	d.places.extend(len(lines), lg)
	d.content = d.content[:0]
	d.scans = grow(d.scans, len(lines))
	for i := range lines {
		l := &d.scans[i]
		d.scanner.line(lines[i].Text, l)
		if l.bullet = bulletOf(l); l.first == symbol && l.words > 0 {
			l.bullet = bullet
		}
	}
	d.numberWords()
	d.findWrapping()
	d.findParas()
	d.findProse()
	d.main = d.densestRun()
	d.countRepeats()
	d.findRuns()
	d.findCues()
	d.findOverlap()
	d.findStarts()
	d.findHeadings()
	d.findLead()
}

func (d *document) loadTables() {
	d.scanner.table = classTable()
	if d.words == nil {
		d.words = noWeights()
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// findWrapping decides whether the page's lines were broken at a column.
func (d *document) findWrapping() {
	near, long := 0, 0
	for i := range d.scans {
		switch c := d.scans[i].chars; {
		case c > 100:
			long++
		case c > 50 && c <= 85:
			near++
		}
	}
	d.wrapped = near > 10 && near > 8*long
}

func (d *document) continues(i int) bool {
	l, p := &d.scans[i], &d.scans[i-1]
	if d.lines[i].BlankBefore > 0 || l.bullet == bullet || l.first == digit && l.indent != p.indent {
		return false
	}
	switch l.first {
	case comma, stop, closing, colon:
		return true
	}
	if p.last == stop {
		return d.wrapped && p.chars > 55 && l.indent == p.indent
	}
	if d.wrapped && p.chars > 50 && l.indent >= p.indent {
		return true
	}
	return (l.first == lower || p.trail || p.last == comma) && p.size > 0 && l.indent == p.indent && (p.size > 30 || l.first == lower || p.last == comma || l.size > 60)
}

func (d *document) findParas() {
	d.paras = d.paras[:0]
	d.paraOf = grow(d.paraOf, len(d.lines))
	for i := range d.lines {
		if i == 0 || !d.continues(i) {
			d.paras = append(d.paras, para{from: int32(i)})
		}
		p, l := &d.paras[len(d.paras)-1], &d.scans[i]
		d.paraOf[i] = int32(len(d.paras) - 1)
		p.to = int32(i + 1)
		p.size += l.size
		p.evidence += l.evidence[0]
		p.stops += l.stops
		p.words += l.wordCount()
		p.funcs += l.cues[cueWord]
	}
}

// wordCount estimates the words of scripts that do not part them.
func (l *scan) wordCount() int32 { return l.words + l.densest/2 }

// findProse measures which lines read like sentences, judged by their
// paragraph: long enough, with an end of a sentence, and with as many
// function words as the page's sentences have.
func (d *document) findProse() {
	var words, funcs int32
	for i := range d.paras {
		if p := &d.paras[i]; p.size >= 60 && p.stops > 0 {
			words += p.words
			funcs += p.funcs
		}
	}
	d.density = 0
	if words > 0 && funcs*100 >= words*6 {
		d.density = max(1, funcs*100/words)
	}
	d.mass = grow(d.mass, len(d.lines))
	d.before = grow(d.before, len(d.lines)+1)
	d.gapUp, d.gapDown = grow(d.gapUp, len(d.lines)), grow(d.gapDown, len(d.lines))
	d.total = 0
	var indents, blanks [16]int32
	gap := 200
	for i := range d.lines {
		p := &d.paras[d.paraOf[i]]
		d.mass[i] = 0
		d.before[i] = d.total
		d.gapUp[i] = uint8(min(gap, 200))
		gap++
		if p.size >= 60 && p.stops > 0 && p.funcs*250 >= p.words*d.density || p.size >= 160 && d.density > 0 && p.funcs*150 >= p.words*d.density {
			d.mass[i] = min(d.scans[i].size, 600)
			d.total += d.mass[i]
			if d.scans[i].size > 40 {
				gap = 0
			}
			if int32(i) == p.from {
				indents[min(d.scans[i].indent, 15)] += d.mass[i]
				blanks[min(d.lines[i].BlankBefore, 15)] += d.mass[i]
			}
		}
	}
	d.before[len(d.lines)] = d.total
	gap = 200
	for i := len(d.lines) - 1; i >= 0; i-- {
		d.gapDown[i] = uint8(min(gap, 200))
		gap++
		if d.mass[i] > 40 {
			gap = 0
		}
	}
	d.indent, d.blanks = mode(&indents), mode(&blanks)
}

func mode(counts *[16]int32) int32 {
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	return int32(best)
}

// densestRun is the range of lines with the most prose, each other line
// costing as much as a short sentence of prose.
func (d *document) densestRun() run {
	var best, cur run
	for i, m := range d.mass {
		if m == 0 {
			m = -25 - min(d.scans[i].size, 100)/4
		}
		if cur.mass <= 0 {
			cur = run{from: int32(i)}
		}
		cur.mass += m
		cur.to = int32(i + 1)
		if cur.mass > best.mass {
			best = cur
		}
	}
	return best
}

// findRuns measures, for periods of one, two and three lines, how many lines
// around a line have the shape of the line one period before them: lists of
// headlines, of headlines with dates, and so on.
func (d *document) findRuns() {
	for k := range d.runs {
		period := k + 1
		d.runs[k] = grow(d.runs[k], len(d.lines))
		for i := 0; i < len(d.lines); {
			j := i + 1
			for j < len(d.lines) && j-period >= i && d.sameShape(j, j-period) || j < i+period && j < len(d.lines) {
				j++
			}
			for q := i; q < j; q++ {
				d.runs[k][q] = uint8(min(255, j-i))
			}
			i = j
		}
	}
}

func (d *document) sameShape(i, j int) bool {
	a, b := &d.scans[i], &d.scans[j]
	if a.first != b.first || a.last != b.last || a.indent != b.indent || (a.stops > 0) != (b.stops > 0) {
		return false
	}
	diff := lg(a.size) - lg(b.size)
	return diff > -16 && diff < 16
}

// findHeadings finds the short lines that longer ones follow.
func (d *document) findHeadings() {
	d.heading, d.headingCue = grow(d.heading, len(d.lines)), grow(d.headingCue, len(d.lines))
	last, cue := int32(-1), uint8(0)
	for i := range d.scans {
		l := &d.scans[i]
		if l.bullet != bullet && l.size <= 100 && l.stops == 0 && (d.lines[i].BlankBefore > 0 || l.indent < d.indent || i+1 < len(d.scans) && d.scans[i+1].size > 2*l.size) && i+1 < len(d.scans) {
			last, cue = int32(i), uint8(l.cue())
		}
		d.heading[i], d.headingCue[i] = last, cue
	}
}

// isForeign reports whether the page is in another language than English. Its
// densest run of prose may be program text, and the first prose of a page the
// names of languages, so that both must say so.
func (d *document) isForeign() bool {
	if d.total == 0 {
		return d.speaksForeign(run{0, int32(len(d.lines)), 0}, 0)
	}
	return d.speaksForeign(d.main, 1) && d.speaksForeign(run{0, int32(len(d.lines)), 0}, 1)
}

// speaksForeign reports whether the lines of a run that have a mass of prose are
// in another language than English.
func (d *document) speaksForeign(r run, least int32) bool {
	d.sample = d.sample[:0]
	for i := int(r.from); i < int(r.to) && len(d.sample) < sampleSize; i++ {
		if d.mass[i] >= least {
			d.sample = append(append(d.sample, d.lines[i].Text...), ' ')
		}
	}
	return IsForeign(string(d.sample))
}

// IsForeign reports whether a text is in a language that the forests for other
// languages than English were trained for.
func IsForeign(text string) bool {
	switch language.Guess(text) {
	case "", "en":
		return false
	case "th", "lo", "km", "my": // without signs at the ends of sentences
		return false
	}
	return true
}

// sampleSize is how many bytes tell the language.
const sampleSize = 1 << 10
