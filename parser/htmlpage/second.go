package htmlpage

import (
	"strconv"

	"unscrape/parser/internal/counter"
	"unscrape/parser/internal/forest"
)

// The second forest sees what the first one thinks of the block, of its
// neighbours, of the elements around it and of the page.

// opinion is what the features of the second forest are made of.
type opinion struct {
	p       []uint8 // probability of body by the first forest, in 255ths
	body    []int32 // characters expected to be body, before each block
	all     []int32 // characters before each block
	elems   []int32 // characters expected to be body in each element
	main    stretch
	up      []uint8 // blocks to the next likely block of body above
	down    []uint8
	overlap []uint8 // content words shared with likely body
	sums    [2]counter.Counter
}

const likely = 150

func (j *judge) form(o *opinion) {
	n := len(j.facts)
	o.body, o.all = grow(o.body, n+1), grow(o.all, n+1)
	o.body[0], o.all[0] = 0, 0
	o.elems = grow(o.elems, len(j.page.Elems))
	clear(o.elems)
	for i := range n {
		s := j.facts[i].Size
		in := s * int32(o.p[i]) / 255
		o.all[i+1] = o.all[i] + s
		o.body[i+1] = o.body[i] + in
		o.elems[j.page.Blocks[i].Elem] += in
	}
	for i := len(o.elems) - 1; i > 0; i-- {
		o.elems[j.page.Elems[i].Parent] += o.elems[i]
	}
	o.findMain(j)
	o.findGaps()
	o.findOverlap(j)
	o.sums[0].Reset(n)
	o.sums[1].Reset(n)
	for i, p := range o.p {
		o.sums[0].Add(j.facts[i].group)
		o.sums[1].Sum(j.facts[i].group, int(p))
	}
}

func (o *opinion) findMain(j *judge) {
	var best, cur stretch
	for i, p := range o.p {
		if cur.mass <= 0 {
			cur = stretch{from: int32(i)}
		}
		cur.mass += (min(j.facts[i].Size, 300) + 8) * (int32(p) - 110) / 64
		cur.to = int32(i + 1)
		if cur.mass > best.mass {
			best = cur
		}
	}
	o.main = best
}

func (o *opinion) findGaps() {
	n := len(o.p)
	o.up, o.down = grow(o.up, n), grow(o.down, n)
	dist := 250
	for i := range n {
		o.up[i] = uint8(min(250, dist))
		if dist++; o.p[i] > likely {
			dist = 0
		}
	}
	dist = 250
	for i := n - 1; i >= 0; i-- {
		o.down[i] = uint8(min(250, dist))
		if dist++; o.p[i] > likely {
			dist = 0
		}
	}
}

func (o *opinion) findOverlap(j *judge) {
	j.table.Reset(len(j.scan.Content))
	for i, p := range o.p {
		if p > 128 {
			for _, h := range j.wordsOf(i) {
				j.table.Add(h)
			}
		}
	}
	o.overlap = grow(o.overlap, len(o.p))
	for i, p := range o.p {
		hits, ws := 0, j.wordsOf(i)
		for _, h := range ws {
			if j.table.Count(h) > flag(p > 128) {
				hits++
			}
		}
		o.overlap[i] = uint8(min(200, 200*hits/max(2, len(ws))))
	}
}

func (o *opinion) at(i int) int {
	if i < 0 || i >= len(o.p) {
		return 0
	}
	return int(o.p[i])
}

// mean is the mean probability of the characters of a range of blocks.
func (o *opinion) mean(from, to int) int {
	from, to = max(0, min(from, len(o.p))), max(0, min(to, len(o.p)))
	all := o.all[to] - o.all[from]
	if all <= 0 {
		return 0
	}
	return int(int64(o.body[to]-o.body[from]) * 255 / int64(all))
}

var secondNames = []string{
	"p", "p-4", "p-3", "p-2", "p-1", "p+1", "p+2", "p+3", "p+4", "p-8:-1", "p+1:8", "p-25:-1", "p+1:25",
	"p-page", "p-group", "p-overlap", "body-size", "body-before", "body-before-size", "body-after-size",
	"from-body", "to-body", "body-up", "body-down", "gap-size-up", "gap-size-down",
	"p-elem", "body-elem", "p-up", "body-up1", "p-up2", "body-up2", "p-up3", "body-up3", "p-up4", "body-up4",
	"p-before-in-up", "p-after-in-up", "p-head", "p-under-head",
}

func (j *judge) second(r *filler, o *opinion, i int) {
	n := len(j.facts)
	r.put(int(o.p[i]))
	for _, d := range [...]int{-4, -3, -2, -1, 1, 2, 3, 4} {
		r.put(o.at(i + d))
	}
	r.put(o.mean(i-8, i))
	r.put(o.mean(i+1, i+9))
	r.put(o.mean(i-25, i))
	r.put(o.mean(i+1, i+26))
	r.put(o.mean(0, n))
	g := j.facts[i].group
	r.put(o.sums[1].Count(g) / max(1, o.sums[0].Count(g)))
	r.put(int(o.overlap[i]))
	total := o.body[n]
	r.put(lg(total))
	r.put(share(o.body[i], total))
	r.put(lg(o.body[i]))
	r.put(lg(total - o.body[i+1]))
	r.put(signed(int32(i) - o.main.from))
	r.put(signed(o.main.to - 1 - int32(i)))
	r.put(int(o.up[i]))
	r.put(int(o.down[i]))
	r.put(lg(o.all[i] - o.all[max(0, i-int(o.up[i]))]))
	r.put(lg(o.all[min(n, i+1+int(o.down[i]))] - o.all[i+1]))
	j.secondElems(r, o, i, total)
}

func (j *judge) secondElems(r *filler, o *opinion, i int, total int32) {
	e := j.page.Blocks[i].Elem
	up := e
	for k := range 5 {
		el := &j.page.Elems[e]
		r.put(int(int64(o.elems[e]) * 255 / int64(max(1, el.size))))
		r.put(share(o.elems[e], total))
		e = j.bigger(e)
		if k == 0 {
			up = e
		}
	}
	el := &j.page.Elems[up]
	r.put(o.mean(int(el.first), i))
	r.put(o.mean(i+1, int(el.last)+1))
	h := int(j.facts[i].head)
	r.put(o.at(h))
	r.put(o.mean(h+1, i))
}

// bigger is the nearest element around e that holds more text.
func (j *judge) bigger(e int32) int32 {
	size := j.page.Elems[e].size
	up := max(0, j.page.Elems[e].Parent)
	for up > 0 && j.page.Elems[up].size == size {
		up = max(0, j.page.Elems[up].Parent)
	}
	return up
}

func nearNames() (out []string) {
	for _, o := range offsets {
		for _, n := range near {
			out = append(out, n+"["+strconv.Itoa(o)+"]")
		}
	}
	return out
}

var nearIndex = func() (out []int) {
	for _, n := range near {
		for k, m := range ownNames {
			if n == m {
				out = append(out, k)
			}
		}
	}
	return out
}()

var (
	firstWidth  = len(ownNames) + len(offsets)*len(near)
	secondWidth = firstWidth + len(secondNames)
)

// firstColumns computes the features of the first forest for all blocks.
func (j *judge) firstColumns() {
	n, width := len(j.facts), len(ownNames)
	j.columns.Reset(n, firstWidth)
	j.rows = grow(j.rows, 8*width)
	var rows [8][]uint8
	for from := 0; from < n; from += len(rows) {
		k := 0
		for ; k < len(rows) && from+k < n; k++ {
			rows[k] = j.rows[k*width : (k+1)*width]
			j.own(rows[k], from+k)
		}
		j.columns.SetRows(from, rows[:k])
	}
	k := width
	for _, by := range offsets {
		for _, f := range nearIndex {
			if ownNames[f] == "group" {
				j.sameGroup(j.columns.Of(k), by)
			} else {
				j.columns.SetNeighbour(k, f, by)
			}
			k++
		}
	}
}

// sameGroup tells of each block whether the one by blocks further down looks
// alike, 255 when there is none.
func (j *judge) sameGroup(column []uint8, by int) {
	for i := range column {
		if m := i + by; m < 0 || m >= len(j.facts) {
			column[i] = 255
		} else {
			column[i] = uint8(flag(j.facts[m].group == j.facts[i].group))
		}
	}
}

// FirstNames are the names of the first forest's features.
func FirstNames() []string { return append(append([]string(nil), ownNames...), nearNames()...) }

// SecondNames are the names of the second forest's features.
func SecondNames() []string { return append(FirstNames(), secondNames...) }

// Rows are for training: the rows of all blocks, of the second forest when
// the probabilities by the first one are given. With foreign they are made as
// if the language of the page were unknown.
func (p *Page) Rows(ev Evidence, first []uint8, foreign bool) []uint8 {
	j := judge{foreign: foreign}
	j.read(p, ev)
	j.firstColumns()
	width, o := firstWidth, opinion{p: first}
	if first != nil {
		j.form(&o)
		width = secondWidth
	}
	out := make([]uint8, len(p.Blocks)*width)
	for i := range p.Blocks {
		row := out[i*width : (i+1)*width]
		j.columns.Row(row[:firstWidth], i)
		if first != nil {
			j.second(&filler{row: row, n: firstWidth}, &o, i)
		}
	}
	return out
}

// Said is, for training, what the forests say of the blocks of a page, and what
// the second one read of them.
type Said struct {
	First  []uint8 // probability of body by the first forest, in 255ths
	Second []int32 // log-odds in 4096ths by the second one
	rows   []uint8
}

// Row is what the second forest read of block i.
func (s *Said) Row(i int) []uint8 { return s.rows[i*secondWidth : (i+1)*secondWidth] }

// Say asks the forests about all blocks.
func (p *Page) Say(ev Evidence, first *forest.Symmetric, second *forest.Forest) *Said {
	var j judge
	var o opinion
	j.read(p, ev)
	j.first(first, &o)
	s := &Said{First: o.p, rows: p.Rows(ev, o.p, false)}
	for i := range p.Blocks {
		s.Second = append(s.Second, second.Score(s.Row(i)))
	}
	return s
}
