package linemodel

import (
	"fmt"
	"slices"
)

// The second forest sees what the first one thinks of the line, of its
// neighbours and of the page, beside the line's own features and its place.

// opinion is what the features of the second forest are made of.
type opinion struct {
	p       []uint8    // probability of body by the first forest, in 255ths
	body    []int32    // characters expected to be body, before each line
	all     []int32    // characters before each line
	padded  [2][]int32 // body and all with margins, as if the page had more lines without text
	main    run        // the stretch of lines with the most body
	up      []uint8    // lines to the next likely line of body above
	down    []uint8
	core    run                        // the same, of likely lines only
	low     []int32                    // unlikely lines, before each line
	overlap []uint8                    // content words shared with likely body
	shape   []uint8                    // mean probability of the page's lines of the same shape
	shapes  []struct{ lines, sum int } // by number: how many lines, and their probabilities
}

func (o *opinion) read(d *document) {
	n := len(d.lines)
	o.body, o.all = padded(&o.padded[0], n+1), padded(&o.padded[1], n+1)
	for i := range n {
		s := d.scans[i].size
		o.all[i+1] = o.all[i] + s
		o.body[i+1] = o.body[i] + s*int32(o.p[i])/255
	}
	for i := range margin {
		o.padded[0][margin+n+1+i], o.padded[1][margin+n+1+i] = o.body[n], o.all[n]
	}
	o.main, o.core = o.stretch(d, 110), o.stretch(d, 190)
	o.low = grow(o.low, n+1)
	o.low[0] = 0
	for i, p := range o.p {
		o.low[i+1] = o.low[i]
		if p < 64 {
			o.low[i+1]++
		}
	}
	o.up, o.down = grow(o.up, n), grow(o.down, n)
	dist := 250
	for i := range n {
		o.up[i] = uint8(min(250, dist))
		if dist++; o.p[i] > 150 {
			dist = 0
		}
	}
	dist = 250
	for i := n - 1; i >= 0; i-- {
		o.down[i] = uint8(min(250, dist))
		if dist++; o.p[i] > 150 {
			dist = 0
		}
	}
	o.findOverlap(d)
	o.findShapes(d)
}

// margin is as many lines as a mean may reach over the ends of a page.
const margin = 32

// padded makes room in s for n numbers between margins and returns that of the
// numbers. The first of them and those before it are 0.
func padded(s *[]int32, n int) []int32 {
	*s = grow(*s, n+2*margin)
	clear((*s)[:margin+1])
	return (*s)[margin : margin+n]
}

// stretch is the range of lines with the most text of a probability above a
// level, other text subtracted.
func (o *opinion) stretch(d *document, level int32) run {
	var best, cur run
	for i, p := range o.p {
		if cur.mass <= 0 {
			cur = run{from: int32(i)}
		}
		cur.mass += (min(d.scans[i].size, 300) + 8) * (int32(p) - level) / 64
		cur.to = int32(i + 1)
		if cur.mass > best.mass {
			best = cur
		}
	}
	return best
}

func (o *opinion) findOverlap(d *document) {
	o.overlap = grow(o.overlap, len(o.p))
	d.shared(o.overlap, func(i int) bool { return o.p[i] > 128 })
}

// shapeOf puts lines that look alike into one bin.
func shapeOf(l *scan) uint32 {
	h := uint32(hashStart)
	for _, v := range [...]int32{int32(l.first), int32(l.last), min(l.indent, 20), int32(lg(l.size) / 24), min(l.stops, 2)} {
		h = (h ^ uint32(v)) * hashPrime
	}
	return h
}

func (o *opinion) findShapes(d *document) {
	d.numberLines(shapeOf)
	o.shapes = grow(o.shapes, d.numbers.Len())
	clear(o.shapes)
	for i, p := range o.p {
		s := &o.shapes[d.ids[i]]
		s.lines++
		s.sum += int(p)
	}
	o.shape = grow(o.shape, len(o.p))
	for i, id := range d.ids {
		s := &o.shapes[id]
		o.shape[i] = uint8(s.sum / s.lines)
	}
}

// second are the features that are made of the first forest's opinion.
var second = slices.Concat([]feature{
	{"p", func(b block) { b.copy(b.first.p) }},
}, opinions(), []feature{
	{"p-para", func(b block) {
		b.paragraphs(func(p *para) int { return b.first.mean(int(p.from), int(p.to)) })
	}},
	{"p-page", func(b block) { b.all(b.first.mean(0, len(b.lines))) }},
	{"p-shape", func(b block) { b.copy(b.first.shape) }},
	{"p-overlap", func(b block) { b.copy(b.first.overlap) }},
	{"body-size", func(b block) { b.all(lg(b.first.body[len(b.lines)])) }},
	{"body-before", func(b block) { b.over(b.first.body, func(n int32) int { return share(n, b.first.body[len(b.lines)]) }) }},
	{"body-before-size", func(b block) { b.over(b.first.body, lg) }},
	{"body-after-size", func(b block) {
		b.over(b.first.body[1:], func(n int32) int { return lg(b.first.body[len(b.lines)] - n) })
	}},
	{"from-body", func(b block) { b.copy(b.ways.from(b.first.main.from)) }},
	{"to-body", func(b block) { b.copy(b.ways.to(b.first.main.to - 1)) }},
	{"from-core", func(b block) { b.copy(b.ways.from(b.first.core.from)) }},
	{"to-core", func(b block) { b.copy(b.ways.to(b.first.core.to - 1)) }},
	{"core-size", func(b block) { b.all(lg(b.first.core.mass)) }},
	{"low-from-core", func(b block) {
		start := b.first.low[b.first.core.from]
		b.over(b.first.low, func(n int32) int { return lg(n - start) })
	}},
	{"low-after-core", func(b block) {
		end := b.first.low[b.first.core.to]
		b.over(b.first.low, func(n int32) int { return lg(n - end) })
	}},
	{"low-before-core", func(b block) {
		start := b.first.low[b.first.core.from]
		b.over(b.first.low, func(n int32) int { return lg(start - n) })
	}},
	{"p-heading", func(b block) {
		b.at(func(i int) int {
			if b.heading[i] < 0 {
				return 255
			}
			return int(b.first.p[b.heading[i]])
		})
	}},
	{"p-section", func(b block) { b.at(func(i int) int { return b.first.mean(int(b.heading[i]), i+1) }) }},
	{"lead", func(b block) { b.copy(b.lead) }},
	{"body-up", func(b block) { b.copy(b.first.up) }},
	{"body-down", func(b block) { b.copy(b.first.down) }},
	{"gap-size-up", func(b block) {
		b.at(func(i int) int {
			return lg(b.first.all[i] - b.first.all[max(0, i-int(b.first.up[i]))])
		})
	}},
	{"gap-size-down", func(b block) {
		b.at(func(i int) int {
			return lg(b.first.all[min(len(b.lines), i+1+int(b.first.down[i]))] - b.first.all[i+1])
		})
	}},
})

// opinions are the features of what the first forest thinks of the lines nearby.
func opinions() (out []feature) {
	for _, by := range []int{-4, -3, -2, -1, 1, 2, 3, 4} {
		out = append(out, feature{fmt.Sprintf("p[%d]", by), func(b block) { b.neighbour(b.first.p, by) }})
	}
	for _, r := range [][2]int{{-8, -1}, {1, 8}, {-25, -1}, {1, 25}} {
		out = append(out, feature{fmt.Sprintf("p[%d:%d]", r[0], r[1]), func(b block) { b.means(r[0], r[1]+1) }})
	}
	return out
}

// means fills in the mean probabilities of the characters from line i+from to
// before line i+to.
func (b block) means(from, to int) {
	col, at := b.col, margin+b.from
	body, all := b.first.padded[0], b.first.padded[1]
	bodyFrom, bodyTo := body[at+from:][:len(col)], body[at+to:][:len(col)]
	allFrom, allTo := all[at+from:][:len(col)], all[at+to:][:len(col)]
	for i := range col {
		col[i] = mean(bodyTo[i]-bodyFrom[i], allTo[i]-allFrom[i])
	}
}

// mean is the mean probability of the characters of a range of lines.
func (o *opinion) mean(from, to int) int {
	body, all := o.padded[0], o.padded[1]
	from, to = from+margin, to+margin
	return int(mean(body[to]-body[from], all[to]-all[from]))
}

// mean is in 255ths how much of all is body.
func mean(body, all int32) uint8 {
	if all <= 0 {
		return 0
	}
	return uint8(int64(body) * 255 / int64(all))
}
