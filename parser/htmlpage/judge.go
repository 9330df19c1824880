package htmlpage

import (
	"slices"

	"golang.org/x/net/html/atom"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// Evidence is what the page says about its article outside the text.
type Evidence struct {
	Titles      []string // headlines, the likeliest first
	Description string
	Body        string // as of JSON-LD articleBody
}

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

	density int32 // function words in a hundred words of prose, 0 when unknown
	up      [cues][]uint8
	upRule  [3][]uint8
	gapUp   []uint8
	gapDown []uint8
	repeats []uint8
	overlap []uint8
	table   counter
	groups  [3]counter // by group: blocks, size, mass
	opinion opinion
	rows    []uint8
	row     []uint8
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
	j.main = j.densest()
	j.findElems()
	j.findGroups()
	j.findRepeats()
	j.findOverlap()
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
	*f = facts{}
	j.scan.Scan(p.Text(i), &f.Shape)
	f.density = uint8(min(200, 200*b.link/max(1, b.end-b.start)))
	if j.foreign {
		clear(f.Cues[:])
	}
	e := &p.Elems[b.Elem]
	f.tag = tagCode(e.Tag)
	f.group = hashString(e.Class)*31 + uint32(e.Tag)
	if e.Parent > 0 {
		up := &p.Elems[e.Parent]
		f.group = f.group*31 + hashString(up.Class)*7 + uint32(up.Tag)
	}
}

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

// densest is the run of blocks with the most prose, each other block costing
// as much as a short sentence of prose.
func (j *judge) densest() stretch {
	var best, cur stretch
	for i := range j.facts {
		m := j.facts[i].mass
		if m == 0 {
			if j.page.Blocks[i].Flags&Unseen != 0 {
				continue
			}
			m = -20 - min(j.facts[i].Size, 100)/4
		}
		if cur.mass <= 0 {
			cur = stretch{from: int32(i)}
		}
		cur.mass += m
		cur.to = int32(i + 1)
		if cur.mass > best.mass {
			best = cur
		}
	}
	return best
}

// findElems finds the smallest elements that hold half and most of the prose
// of the densest run.
func (j *judge) findElems() {
	j.inner, j.outer = 0, 0
	all := int64(j.before[j.main.to] - j.before[j.main.from])
	for i := range j.page.Elems {
		e := &j.page.Elems[i]
		if e.first > e.last {
			continue
		}
		a, b := max(e.first, j.main.from), min(e.last+1, j.main.to)
		if a >= b {
			continue
		}
		in := int64(j.before[b] - j.before[a])
		if in*2 > all {
			j.inner = int32(i)
		}
		if in*10 > all*9 {
			j.outer = int32(i)
		}
	}
}

func (j *judge) findGroups() {
	for k := range j.groups {
		j.groups[k].reset(len(j.facts))
	}
	for i := range j.facts {
		f := &j.facts[i]
		j.groups[0].add(f.group)
		j.groups[1].sum(f.group, int(f.Size))
		j.groups[2].sum(f.group, int(f.mass))
	}
}

func (j *judge) findRepeats() {
	j.repeats = grow(j.repeats, len(j.facts))
	j.table.reset(len(j.facts))
	for i := range j.facts {
		n := j.table.add(j.facts[i].Hash)
		j.facts[i].seen = uint8(min(255, n))
	}
	for i := range j.facts {
		j.repeats[i] = uint8(min(255, j.table.count(j.facts[i].Hash)))
	}
}

// findOverlap measures how many of a block's content words stand in the other
// blocks of the densest run.
func (j *judge) findOverlap() {
	j.table.reset(len(j.scan.Content))
	for i := j.main.from; i < j.main.to; i++ {
		for _, h := range j.wordsOf(int(i)) {
			j.table.add(h)
		}
	}
	j.overlap = grow(j.overlap, len(j.facts))
	for i := range j.facts {
		inside := 0
		if int32(i) >= j.main.from && int32(i) < j.main.to {
			inside = 1
		}
		ws, hits := j.wordsOf(i), 0
		for _, h := range ws {
			if j.table.count(h) > inside {
				hits++
			}
		}
		j.overlap[i] = uint8(min(200, 200*hits/max(2, len(ws))))
	}
}

func (j *judge) wordsOf(i int) []uint32 { return j.scan.Content[j.facts[i].From:j.facts[i].To] }

// findGaps counts the blocks to the next prose and to the last cues.
func (j *judge) findGaps() {
	n := len(j.facts)
	j.gapUp, j.gapDown = grow(j.gapUp, n), grow(j.gapDown, n)
	gap := 200
	for i := range n {
		j.gapUp[i] = uint8(min(gap, 200))
		gap++
		if j.facts[i].mass > 40 {
			gap = 0
		}
	}
	gap = 200
	for i := n - 1; i >= 0; i-- {
		j.gapDown[i] = uint8(min(gap, 200))
		gap++
		if j.facts[i].mass > 40 {
			gap = 0
		}
	}
	for c := 1; c < cues; c++ {
		j.up[c] = j.since(j.up[c], func(f *facts) bool { return f.Cues[c] > 0 && f.Words <= 6 && f.Stops == 0 })
	}
	for k, r := range [...]uint8{ruleRelated, ruleComments, ruleEnd} {
		j.upRule[k] = j.since(j.upRule[k], func(f *facts) bool { return f.rule == r })
	}
}

// since counts the blocks since the last one of a kind.
func (j *judge) since(up []uint8, is func(f *facts) bool) []uint8 {
	up = grow(up, len(j.facts))
	dist := 250
	for i := range j.facts {
		if is(&j.facts[i]) {
			dist = 0
		}
		up[i] = uint8(min(250, dist))
		dist++
	}
	return up
}

// findHeads finds the heading above each block.
func (j *judge) findHeads() {
	head := int32(-1)
	for i := range j.facts {
		j.facts[i].head = head
		b := &j.page.Blocks[i]
		if j.page.Elems[b.Elem].Level > 0 && b.Flags&Unseen == 0 {
			head = int32(i)
		}
	}
}

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

// known looks the short blocks up in what is known of the words of pages.
func (j *judge) known() {
	set := rules.Builtin()
	for i := range j.facts {
		f, b := &j.facts[i], &j.page.Blocks[i]
		n := int(b.end - b.start)
		if n > maxRule || b.Flags&Unseen != 0 {
			continue
		}
		text := j.page.Text(i)
		f.date = n <= maxDate && f.Digits > 0 && timestamp.IsDateLine(text)
		if j.foreign {
			continue
		}
		f.rule = ruleOf(set.Boilerplate(text))
		f.chrome = uint8(min(255, set.Chrome(text)))
		if m, ok := set.Label(text); n <= maxLabel && ok && (m.Fits || m.Sep) {
			f.label = uint8(1 + slices.Index(labelRoles, m.Role))
		}
	}
}

// labelRoles are the roles of labels in the order of the feature.
var labelRoles = []string{"id", "timestamp", "modified", "title", "authors", "url", "language", "body", "other"}

func ruleOf(r *rules.Rule) uint8 {
	if r == nil {
		return noRule
	}
	switch r.Means {
	case rules.End:
		return ruleEnd
	case rules.Related:
		return ruleRelated
	case rules.Comments:
		return ruleComments
	}
	return ruleAny + uint8(r.At)
}

// compare holds the blocks against what the page says about its article.
func (j *judge) compare(ev Evidence) {
	j.titles = j.titles[:0]
	n := len(j.scan.Content)
	var hashes []uint32
	var l linemodel.Shape
	for _, t := range ev.Titles {
		j.scan.Scan(t, &l)
		hashes = append(hashes, l.Hash)
	}
	j.table.reset(len(j.scan.Content) - n + 8)
	for _, h := range j.scan.Content[n:] {
		if j.table.count(h) == 0 {
			j.table.add(h)
		}
	}
	for i := range j.facts {
		f := &j.facts[i]
		if j.page.Blocks[i].Flags&Unseen != 0 {
			continue
		}
		for _, h := range hashes {
			if h == f.Hash && f.Words > 0 {
				f.title = 2
			}
		}
		if f.title == 0 && f.Words <= 30 {
			hits := 0
			for _, h := range j.wordsOf(i) {
				hits += min(1, j.table.count(h))
			}
			if hits >= 2 && hits*4 >= 3*len(j.wordsOf(i)) {
				f.title = 1
			}
		}
		if f.title == 2 {
			j.titles = append(j.titles, i)
		}
	}
	j.compareSummary(ev.Description)
	j.compareBody(ev.Body)
	j.scan.Content = j.scan.Content[:n]
}

func (j *judge) compareSummary(description string) {
	var l linemodel.Shape
	j.scan.Scan(description, &l)
	if l.Words < 4 {
		return
	}
	for i := range j.facts {
		if f := &j.facts[i]; f.Hash == l.Hash {
			f.summary = true
		}
	}
}

func (j *judge) compareBody(body string) {
	if len(body) < 400 {
		for i := range j.facts {
			j.facts[i].body = 255
		}
		return
	}
	n := len(j.scan.Content)
	var l linemodel.Shape
	j.scan.Scan(body, &l)
	j.table.reset(len(j.scan.Content) - n)
	for _, h := range j.scan.Content[n:] {
		j.table.add(h)
	}
	for i := range j.facts {
		f, ws := &j.facts[i], j.wordsOf(i)
		hits := 0
		for _, h := range ws {
			hits += min(1, j.table.count(h))
		}
		f.body = uint8(200 * hits / max(2, len(ws)))
	}
}

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
