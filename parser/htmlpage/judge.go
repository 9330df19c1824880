package htmlpage

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
	"unscrape/parser/internal/forest"

	"unscrape/parser/internal/counter"
	"unscrape/parser/linemodel"
)

// facts are what the features know of a block by itself.
type facts struct {
	linemodel.Shape
	mass    int32 // size of its text if it reads like sentences and is no link, else 0
	density uint8 // share of text in links, in 200ths
	group   uint32
	tag     uint8
	para    int32 // length of the paragraph that it is a line of
	title   uint8 // 0 no, 1 has most words of the headline, 2 is the headline
	rule    uint8 // what the rules call it: see known
	chrome  uint8 // words of menus and buttons that it consists of
	label   uint8 // role of the label that it begins with, 0 for none
	date    bool  // is nothing but a date
	head    int32 // last heading above it, -1 when there is none
	seen    uint8 // copies of it above
	body    uint8 // share of its words in the evidence's body, in 200ths; 255 when there is none
	summary bool  // is the description
	told    uint8 // share of its words in the description, in 200ths
	author  uint8 // 0 no, 1 has a word of an author's name, 2 has all of a name, 3 begins with it
	site    bool  // has the name of the site
	passed  passed
}

// A judge computes the features of a page's blocks. Its slices are reused.
type judge struct {
	page    *Page
	foreign bool // no word of the page's language is known
	scan    linemodel.Scanner
	facts   []facts
	before  []int32 // mass before each block
	main    stretch // densest run of prose
	inner   int32   // element with half of the prose
	outer   int32   // element with most of the prose
	titles  []int   // blocks that are the headline

	density   int32 // function words in a hundred words of prose, 0 when unknown
	up        [cues][]uint8
	upRule    [3][]uint8
	gapUp     []uint8
	sinceRule []uint8
	gapDown   []uint8
	repeats   []uint8
	overlap   []uint8
	table     counter.Counter
	groups    [3]counter.Counter // by group: blocks, size, mass
	opinion   opinion
	columns   forest.Columns        // of the first forest
	scores    [][forest.Block]int32 // what it says
	rows      []uint8
	row       []uint8
	inBody    []int32 // bytes of body before each block
	sample    []byte  // of the prose
}

// cues is the number of cues of a shape, function words included.
const cues = len(linemodel.Shape{}.Cues)

type stretch struct{ from, to, mass int32 }

func (j *judge) read(p *Page, ev Evidence) {
	j.page = p
	j.scan.Content = j.scan.Content[:0]
	j.facts = grow(j.facts, len(p.Blocks))
	for i := range p.Blocks {
		j.fact(i)
	}
	j.findMass()
	j.sum()
	j.main = densest(len(j.facts), j.proseWeight)
	j.findElems()
	j.findGroups()
	j.findRepeats()
	j.overlap = j.overlapWith(j.overlap, func(i int) bool { return j.main.from <= int32(i) && int32(i) < j.main.to })
	j.known()
	j.findGaps()
	j.findHeads()
	j.compare(ev)
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

func (j *judge) fact(i int) {
	p, b, f := j.page, &j.page.Blocks[i], &j.facts[i]
	*f = facts{passed: b.passed}
	j.scan.Scan(p.Text(i), &f.Shape)
	f.density = uint8(min(200, 200*b.link/max(1, b.end-b.start)))
	if f.Stops == 0 && f.density == 0 && p.Elems[b.Elem].Level == 0 && unstopped(p.Text(i)) {
		f.Stops, f.Last = 1, stopClass()
	}
	if j.foreign {
		clear(f.Cues[:])
	}
	e := &p.Elems[b.Elem]
	f.tag = tagCode(e.Tag)
	f.group = e.hash*31 + uint32(e.Tag)
	if e.Parent > 0 {
		up := &p.Elems[e.Parent]
		f.group = f.group*31 + up.hash*7 + uint32(up.Tag)
	}
}

// minUnstopped is how many bytes a sentence has at least that no sign ends.
const minUnstopped = 60

// unstopped reports whether s ends with a letter of a script that ends
// sentences by white space only: Thai and Lao.
func unstopped(s string) bool {
	if len(s) < minUnstopped {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x0E00 && r <= 0x0EFF
}

// stopClass is the class of a full stop.
var stopClass = sync.OnceValue(func() uint8 {
	var sc linemodel.Scanner
	var l linemodel.Shape
	sc.Scan("a.", &l)
	return l.Last
})

// findMass tells prose: sentences with function words outside of links.
func (j *judge) findMass() {
	func_, all := int32(0), int32(0)
	for i := range j.facts {
		if f := &j.facts[i]; f.Stops > 0 && f.Words >= 12 && f.density < 100 {
			func_ += f.Cues[0]
			all += f.Words
		}
	}
	j.density = 0
	if all > 40 {
		j.density = 100 * func_ / all
		if j.density < 5 {
			j.density = 0
		}
	}
	for i := range j.facts {
		f, b := &j.facts[i], &j.page.Blocks[i]
		f.mass = 0
		if b.Flags&Unseen != 0 || f.density > 120 || f.Words < 5 {
			continue
		}
		if f.Stops == 0 && f.Size < 120 {
			continue
		}
		if j.density > 0 && 250*f.Cues[0] < j.density*f.Words && f.Size < 200 {
			continue
		}
		f.mass = f.Size - f.Size*int32(f.density)/200
	}
	j.paragraphs()
}

// paragraphs sums the lines of each paragraph.
func (j *judge) paragraphs() {
	for i := 0; i < len(j.facts); {
		k, n := i+1, j.facts[i].Size
		for k < len(j.facts) && j.page.Blocks[k].Join != Paragraph {
			n += j.facts[k].Size
			k++
		}
		for ; i < k; i++ {
			j.facts[i].para = n
		}
	}
}

// sum fills the elements' sums.
func (j *judge) sum() {
	p := j.page
	for i := range p.Elems {
		p.Elems[i].sums = sums{}
	}
	j.before = grow(j.before, len(p.Blocks)+1)
	j.before[0] = 0
	for i := range p.Blocks {
		f := &j.facts[i]
		e := &p.Elems[p.Blocks[i].Elem]
		e.size += f.Size
		e.link += f.Size * int32(f.density) / 200
		e.prose += f.mass
		j.before[i+1] = j.before[i] + f.mass
	}
	for i := len(p.Elems) - 1; i > 0; i-- {
		e := &p.Elems[i]
		up := &p.Elems[e.Parent]
		up.size += e.size
		up.link += e.link
		up.prose += e.prose
	}
}

func (j *judge) total() int32 { return j.before[len(j.facts)] }

// What a rule that matches a block says.
const (
	noRule uint8 = iota
	ruleAny
	ruleHead
	ruleTail
	ruleEnd
	ruleRelated
	ruleComments
)

// Lengths in bytes up to which blocks are held against rules, labels, dates.
const (
	maxRule  = 200
	maxLabel = 160
	maxDate  = 60
)

// tagCode puts the elements in an order in which neighbours are alike.
func tagCode(a atom.Atom) uint8 {
	for i, t := range tagOrder {
		if t == a {
			return uint8(i + 1)
		}
	}
	return 0
}

var tagOrder = [...]atom.Atom{
	atom.A, atom.Button, atom.Label, atom.Option, atom.Time, atom.Figcaption, atom.Figure, atom.Small, atom.Span,
	atom.Em, atom.I, atom.B, atom.Strong, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Header, atom.Footer,
	atom.Section, atom.Article, atom.Div, atom.Blockquote, atom.P, atom.Pre, atom.Code, atom.H6, atom.H5, atom.H4,
	atom.H3, atom.H2, atom.H1,
}
