package linemodel

import "unscrape/parser/internal/counter"

// The second forest sees what the first one thinks of the line, of its
// neighbours and of the page, beside the line's own features and its place.

// opinion is what the features of the second forest are made of.
type opinion struct {
	p       []uint8 // probability of body by the first forest, in 255ths
	body    []int32 // characters expected to be body, before each line
	all     []int32 // characters before each line
	main    run     // the stretch of lines with the most body
	up      []uint8 // lines to the next likely line of body above
	down    []uint8
	core    run     // the same, of likely lines only
	low     []int32 // unlikely lines, before each line
	overlap []uint8 // content words shared with likely body
	shape   []uint8 // mean probability of the page's lines of the same shape
	words   counter.Counter
	sums    [2]counter.Counter // by shape: lines, probabilities
}

func (o *opinion) read(d *document) {
	n := len(d.lines)
	o.body, o.all = grow(o.body, n+1), grow(o.all, n+1)
	o.body[0], o.all[0] = 0, 0
	for i := range n {
		s := d.scans[i].size
		o.all[i+1] = o.all[i] + s
		o.body[i+1] = o.body[i] + s*int32(o.p[i])/255
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
	o.words.Reset(len(d.content))
	for i, p := range o.p {
		if p > 128 {
			for _, h := range d.content[d.scans[i].from:d.scans[i].to] {
				o.words.Add(h)
			}
		}
	}
	o.overlap = grow(o.overlap, len(o.p))
	for i, p := range o.p {
		l := &d.scans[i]
		hits := 0
		for _, h := range d.content[l.from:l.to] {
			c := o.words.Count(h)
			if p > 128 {
				c--
			}
			if c > 0 {
				hits++
			}
		}
		o.overlap[i] = uint8(min(200, 200*hits/max(2, int(l.content))))
	}
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
	o.sums[0].Reset(len(o.p))
	o.sums[1].Reset(len(o.p))
	for i, p := range o.p {
		h := shapeOf(&d.scans[i])
		o.sums[0].Add(h)
		o.sums[1].Sum(h, int(p))
	}
	o.shape = grow(o.shape, len(o.p))
	for i := range o.p {
		h := shapeOf(&d.scans[i])
		o.shape[i] = uint8(o.sums[1].Count(h) / max(1, o.sums[0].Count(h)))
	}
}

// second are the features that are made of the first forest's opinion.
var second = []feature{
	{name: "p", has: func(d *document) []uint8 { return d.first.p }},
	{name: "p[-4]", of: func(d *document, i int) int { return d.first.at(i - 4) }},
	{name: "p[-3]", of: func(d *document, i int) int { return d.first.at(i - 3) }},
	{name: "p[-2]", of: func(d *document, i int) int { return d.first.at(i - 2) }},
	{name: "p[-1]", of: func(d *document, i int) int { return d.first.at(i - 1) }},
	{name: "p[1]", of: func(d *document, i int) int { return d.first.at(i + 1) }},
	{name: "p[2]", of: func(d *document, i int) int { return d.first.at(i + 2) }},
	{name: "p[3]", of: func(d *document, i int) int { return d.first.at(i + 3) }},
	{name: "p[4]", of: func(d *document, i int) int { return d.first.at(i + 4) }},
	{name: "p[-8:-1]", of: func(d *document, i int) int { return d.first.mean(i-8, i) }},
	{name: "p[1:8]", of: func(d *document, i int) int { return d.first.mean(i+1, i+9) }},
	{name: "p[-25:-1]", of: func(d *document, i int) int { return d.first.mean(i-25, i) }},
	{name: "p[1:25]", of: func(d *document, i int) int { return d.first.mean(i+1, i+26) }},
	{name: "p-para", of: func(d *document, i int) int {
		return d.first.mean(int(d.para(i).from), int(d.para(i).to))
	}},
	{name: "p-page", page: func(d *document) int { return d.first.mean(0, len(d.lines)) }},
	{name: "p-shape", has: func(d *document) []uint8 { return d.first.shape }},
	{name: "p-overlap", has: func(d *document) []uint8 { return d.first.overlap }},
	{name: "body-size", page: func(d *document) int { return lg(d.first.body[len(d.lines)]) }},
	{name: "body-before", of: func(d *document, i int) int { return share(d.first.body[i], d.first.body[len(d.lines)]) }},
	{name: "body-before-size", of: func(d *document, i int) int { return lg(d.first.body[i]) }},
	{name: "body-after-size", of: func(d *document, i int) int { return lg(d.first.body[len(d.lines)] - d.first.body[i+1]) }},
	{name: "from-body", of: func(d *document, i int) int { return signed(int32(i) - d.first.main.from) }},
	{name: "to-body", of: func(d *document, i int) int { return signed(d.first.main.to - 1 - int32(i)) }},
	{name: "from-core", of: func(d *document, i int) int { return signed(int32(i) - d.first.core.from) }},
	{name: "to-core", of: func(d *document, i int) int { return signed(d.first.core.to - 1 - int32(i)) }},
	{name: "core-size", page: func(d *document) int { return lg(d.first.core.mass) }},
	{name: "low-from-core", of: func(d *document, i int) int { return lg(d.first.low[i] - d.first.low[min(int(d.first.core.from), i)]) }},
	{name: "low-after-core", of: func(d *document, i int) int { return lg(d.first.low[i] - d.first.low[min(int(d.first.core.to), i)]) }},
	{name: "low-before-core", of: func(d *document, i int) int { return lg(d.first.low[max(int(d.first.core.from), i)] - d.first.low[i]) }},
	{name: "p-heading", of: func(d *document, i int) int {
		if d.heading[i] < 0 {
			return 255
		}
		return int(d.first.p[d.heading[i]])
	}},
	{name: "p-section", of: func(d *document, i int) int { return d.first.mean(int(d.heading[i]), i+1) }},
	{name: "lead", has: func(d *document) []uint8 { return d.lead }},
	{name: "body-up", has: func(d *document) []uint8 { return d.first.up }},
	{name: "body-down", has: func(d *document) []uint8 { return d.first.down }},
	{name: "gap-size-up", of: func(d *document, i int) int {
		return lg(d.first.all[i] - d.first.all[max(0, i-int(d.first.up[i]))])
	}},
	{name: "gap-size-down", of: func(d *document, i int) int {
		return lg(d.first.all[min(len(d.lines), i+1+int(d.first.down[i]))] - d.first.all[i+1])
	}},
}

func (o *opinion) at(i int) int {
	if i < 0 || i >= len(o.p) {
		return 0
	}
	return int(o.p[i])
}

// mean is the mean probability of the characters of a range of lines.
func (o *opinion) mean(from, to int) int {
	from, to = max(0, min(from, len(o.p))), max(0, min(to, len(o.p)))
	all := o.all[to] - o.all[from]
	if all <= 0 {
		return 0
	}
	return int(int64(o.body[to]-o.body[from]) * 255 / int64(all))
}
