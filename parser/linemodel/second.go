package linemodel

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
	words   counter
	sums    [2]counter // by shape: lines, probabilities
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
	o.words.reset(len(d.content))
	for i, p := range o.p {
		if p > 128 {
			for _, h := range d.content[d.scans[i].from:d.scans[i].to] {
				o.words.add(h)
			}
		}
	}
	o.overlap = grow(o.overlap, len(o.p))
	for i, p := range o.p {
		l := &d.scans[i]
		hits := 0
		for _, h := range d.content[l.from:l.to] {
			c := o.words.count(h)
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
	o.sums[0].reset(len(o.p))
	o.sums[1].reset(len(o.p))
	for i, p := range o.p {
		h := shapeOf(&d.scans[i])
		o.sums[0].add(h)
		o.sums[1].sum(h, int(p))
	}
	o.shape = grow(o.shape, len(o.p))
	for i := range o.p {
		h := shapeOf(&d.scans[i])
		o.shape[i] = uint8(o.sums[1].count(h) / max(1, o.sums[0].count(h)))
	}
}

type secondFeature struct {
	name string
	of   func(d *document, o *opinion, i int) int
}

var second = []secondFeature{
	{"p", func(d *document, o *opinion, i int) int { return int(o.p[i]) }},
	{"p[-4]", func(d *document, o *opinion, i int) int { return o.at(i - 4) }},
	{"p[-3]", func(d *document, o *opinion, i int) int { return o.at(i - 3) }},
	{"p[-2]", func(d *document, o *opinion, i int) int { return o.at(i - 2) }},
	{"p[-1]", func(d *document, o *opinion, i int) int { return o.at(i - 1) }},
	{"p[1]", func(d *document, o *opinion, i int) int { return o.at(i + 1) }},
	{"p[2]", func(d *document, o *opinion, i int) int { return o.at(i + 2) }},
	{"p[3]", func(d *document, o *opinion, i int) int { return o.at(i + 3) }},
	{"p[4]", func(d *document, o *opinion, i int) int { return o.at(i + 4) }},
	{"p[-8:-1]", func(d *document, o *opinion, i int) int { return o.mean(i-8, i) }},
	{"p[1:8]", func(d *document, o *opinion, i int) int { return o.mean(i+1, i+9) }},
	{"p[-25:-1]", func(d *document, o *opinion, i int) int { return o.mean(i-25, i) }},
	{"p[1:25]", func(d *document, o *opinion, i int) int { return o.mean(i+1, i+26) }},
	{"p-para", func(d *document, o *opinion, i int) int {
		return o.mean(int(d.para(i).from), int(d.para(i).to))
	}},
	{"p-page", func(d *document, o *opinion, i int) int { return o.mean(0, len(d.lines)) }},
	{"p-shape", func(d *document, o *opinion, i int) int { return int(o.shape[i]) }},
	{"p-overlap", func(d *document, o *opinion, i int) int { return int(o.overlap[i]) }},
	{"body-size", func(d *document, o *opinion, i int) int { return lg(o.body[len(d.lines)]) }},
	{"body-before", func(d *document, o *opinion, i int) int { return share(o.body[i], o.body[len(d.lines)]) }},
	{"body-before-size", func(d *document, o *opinion, i int) int { return lg(o.body[i]) }},
	{"body-after-size", func(d *document, o *opinion, i int) int { return lg(o.body[len(d.lines)] - o.body[i+1]) }},
	{"from-body", func(d *document, o *opinion, i int) int { return signed(int32(i) - o.main.from) }},
	{"to-body", func(d *document, o *opinion, i int) int { return signed(o.main.to - 1 - int32(i)) }},
	{"from-core", func(d *document, o *opinion, i int) int { return signed(int32(i) - o.core.from) }},
	{"to-core", func(d *document, o *opinion, i int) int { return signed(o.core.to - 1 - int32(i)) }},
	{"core-size", func(d *document, o *opinion, i int) int { return lg(o.core.mass) }},
	{"low-from-core", func(d *document, o *opinion, i int) int { return lg(o.low[i] - o.low[min(int(o.core.from), i)]) }},
	{"low-after-core", func(d *document, o *opinion, i int) int { return lg(o.low[i] - o.low[min(int(o.core.to), i)]) }},
	{"low-before-core", func(d *document, o *opinion, i int) int { return lg(o.low[max(int(o.core.from), i)] - o.low[i]) }},
	{"p-heading", func(d *document, o *opinion, i int) int {
		if d.heading[i] < 0 {
			return 255
		}
		return int(o.p[d.heading[i]])
	}},
	{"p-section", func(d *document, o *opinion, i int) int { return o.mean(int(d.heading[i]), i+1) }},
	{"lead", func(d *document, o *opinion, i int) int { return int(d.lead[i]) }},
	{"body-up", func(d *document, o *opinion, i int) int { return int(o.up[i]) }},
	{"body-down", func(d *document, o *opinion, i int) int { return int(o.down[i]) }},
	{"gap-size-up", func(d *document, o *opinion, i int) int {
		return lg(o.all[i] - o.all[max(0, i-int(o.up[i]))])
	}},
	{"gap-size-down", func(d *document, o *opinion, i int) int {
		return lg(o.all[min(len(d.lines), i+1+int(o.down[i]))] - o.all[i+1])
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
