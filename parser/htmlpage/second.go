package htmlpage

import (
	"strconv"

	"unscrape/parser/internal/counter"
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
	o.main = densest(n, func(i int) (int32, bool) { return (min(j.facts[i].Size, 300) + 8) * (int32(o.p[i]) - 110) / 64, true })
	o.up, o.down = gaps(o.up, o.down, n, 250, func(i int) bool { return o.p[i] > likely })
	o.overlap = j.overlapWith(o.overlap, func(i int) bool { return o.p[i] > 128 })
	o.sums[0].Reset(n)
	o.sums[1].Reset(n)
	for i, p := range o.p {
		o.sums[0].Add(j.facts[i].group)
		o.sums[1].Sum(j.facts[i].group, int(p))
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
