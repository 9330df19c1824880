package linemodel

import (
	"strconv"

	"unscrape/parser/internal/forest"
)

// names are the names of a line's numbers, in order: those of the first
// forest, then those that are made of its opinion.
var names, firstWidth = featureNames()

func featureNames() (out []string, first int) {
	for _, f := range own {
		out = append(out, f.name)
	}
	for _, f := range placed {
		out = append(out, f.name)
	}
	for _, o := range offsets {
		for _, n := range near {
			out = append(out, n+"["+strconv.Itoa(o)+"]")
		}
	}
	for _, r := range reaches {
		for _, n := range around {
			out = append(out, n+"["+strconv.Itoa(r[0])+":"+strconv.Itoa(r[1])+"]")
		}
	}
	first = len(out)
	for _, f := range second {
		out = append(out, f.name)
	}
	return out, first
}

var nearIndex, aroundIndex = indexes(near), indexes(around)

func indexes(list []string) []int {
	var out []int
	for _, n := range list {
		for i, f := range own {
			if f.name == n {
				out = append(out, i)
			}
		}
	}
	return out
}

// firstColumns computes the features of the first forest.
func (d *document) firstColumns(c *forest.Columns) {
	c.Reset(len(d.lines), len(names))
	d.inBlocks(func(from, to int) {
		for k := range own {
			own[k].fill(d, c.Of(k), from, to)
		}
		for k := range placed {
			placed[k].fill(d, c.Of(len(own)+k), from, to)
		}
	})
	k := len(own) + len(placed)
	for _, by := range offsets {
		for _, f := range nearIndex {
			c.SetNeighbour(k, f, by)
			k++
		}
	}
	d.ranges(c, k)
}

// secondColumns adds the features that are made of the first forest's
// opinion.
func (d *document) secondColumns(c *forest.Columns, o *opinion) {
	d.first = o
	d.inBlocks(func(from, to int) {
		for k := range second {
			second[k].fill(d, c.Of(firstWidth+k), from, to)
		}
	})
}

// inBlocks calls use for ranges of lines whose scans stay in the nearest
// cache.
func (d *document) inBlocks(use func(from, to int)) {
	const block = 128
	for from := 0; from < len(d.lines); from += block {
		use(from, min(from+block, len(d.lines)))
	}
}

func clamp(n int) uint8 { return uint8(max(0, min(n, 255))) }

// ranges computes the means of own features over ranges of lines, missing
// lines counting as 0, into the columns from k on: of two features at a time.
func (d *document) ranges(c *forest.Columns, k int) {
	d.sums = grow(d.sums, len(d.lines)+1)
	for q := 0; q < len(aroundIndex); q += 2 {
		second := min(q+1, len(aroundIndex)-1)
		sumPairs(d.sums, c.Of(aroundIndex[q]), c.Of(aroundIndex[second]))
		for r, reach := range reaches {
			at := k + r*len(around)
			means(c.Of(at+q), c.Of(at+second), d.sums, reach[0], reach[1]+1)
		}
	}
}

// sumPairs sets sums[i] to the sums of the first i numbers of a, and of b in the
// upper half.
func sumPairs(sums []uint64, a, b []uint8) {
	sum := uint64(0)
	b, sums = b[:len(a)], sums[:len(a)+1]
	for i := range a {
		sums[i] = sum
		sum += uint64(a[i]) | uint64(b[i])<<32
	}
	sums[len(a)] = sum
}

// means sets a[i] and b[i] to the means of the numbers from i+from to before
// i+to, given the sums of those before each.
func means(a, b []uint8, sums []uint64, from, to int) {
	const shift = 20
	n := len(a)
	inverse := uint64(1<<shift/(to-from) + 1) // exact for sums of up to 40 bytes, and they stay in their halves
	edge := func(i int) {
		lo, hi := max(0, min(n, i+from)), max(0, min(n, i+to))
		v := (sums[hi] - sums[lo]) * inverse
		a[i], b[i] = uint8(v>>shift), uint8(v>>(32+shift))
	}
	first, last := min(n, max(0, -from)), max(0, n-max(0, to))
	for i := range first {
		edge(i)
	}
	if first < last {
		a, b := a[first:last], b[first:last]
		before, behind := sums[first+from:], sums[first+to:]
		b, before, behind = b[:len(a)], before[:len(a)], behind[:len(a)]
		for i := range a {
			v := (behind[i] - before[i]) * inverse
			a[i], b[i] = uint8(v>>shift), uint8(v>>(32+shift))
		}
	}
	for i := max(first, last); i < n; i++ {
		edge(i)
	}
}

// Names are the names of the features in a row of the first forest.
func Names() []string { return names[:firstWidth] }

// SecondNames are the names of the features in a row of the second forest.
func SecondNames() []string { return names }

// Rows fills dst, grown as needed, with one row of len(Names()) numbers for
// each line. It is what training reads.
func Rows(dst []uint8, lines []Line, w *Words) []uint8 {
	var pg page
	pg.document.words = w
	pg.document.read(lines)
	pg.firstColumns(&pg.columns)
	return pg.gather(dst, firstWidth)
}

// SecondRows is Rows for the second forest, given the first one's
// probabilities in 255ths.
func SecondRows(dst []uint8, lines []Line, w *Words, p []uint8) []uint8 {
	var pg page
	pg.document.words = w
	pg.document.read(lines)
	pg.firstColumns(&pg.columns)
	pg.opinion.p = p
	pg.opinion.read(&pg.document)
	pg.secondColumns(&pg.columns, &pg.opinion)
	return pg.gather(dst, len(names))
}

func (pg *page) gather(dst []uint8, width int) []uint8 {
	dst = grow(dst, len(pg.lines)*width)
	for i := range pg.lines {
		pg.columns.Row(dst[i*width:(i+1)*width], i)
	}
	return dst
}
