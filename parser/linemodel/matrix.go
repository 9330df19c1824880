package linemodel

import "strconv"

// names are the names of a row's numbers, in order.
var names = featureNames()

func featureNames() []string {
	var out []string
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
	return out
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

// rows computes the rows of all lines, one after the other.
func (d *document) rows(dst []uint8) []uint8 {
	width := len(names)
	dst = grow(dst, len(d.lines)*width)
	for i := range d.lines {
		row := dst[i*width : (i+1)*width]
		for k, f := range own {
			row[k] = clamp(f.of(d, i))
		}
		for k, f := range placed {
			row[len(own)+k] = clamp(f.of(d, i))
		}
	}
	d.neighbours(dst, width, len(own)+len(placed))
	d.ranges(dst, width, len(own)+len(placed)+len(offsets)*len(near))
	return dst
}

func clamp(n int) uint8 { return uint8(max(0, min(n, 255))) }

func (d *document) neighbours(dst []uint8, width, at int) {
	for i := range d.lines {
		row := dst[i*width+at:]
		for k, o := range offsets {
			for q, f := range nearIndex {
				v := uint8(255)
				if j := i + o; j >= 0 && j < len(d.lines) {
					v = dst[j*width+f]
				}
				row[k*len(near)+q] = v
			}
		}
	}
}

func (d *document) ranges(dst []uint8, width, at int) {
	n := len(d.lines)
	sums := make([]int32, n+1)
	for q, f := range aroundIndex {
		for i := range n {
			sums[i+1] = sums[i] + int32(dst[i*width+f])
		}
		for k, r := range reaches {
			length := int32(r[1] - r[0] + 1)
			for i := range n {
				a, b := max(0, min(n, i+r[0])), max(0, min(n, i+r[1]+1))
				dst[i*width+at+k*len(around)+q] = uint8((sums[b] - sums[a]) / length)
			}
		}
	}
}

// Names are the names of the features in a row.
func Names() []string { return names }

// Rows appends nothing and keeps nothing: it fills dst, grown as needed,
// with one row of len(Names()) numbers for each line. It is what training
// reads.
func Rows(dst []uint8, lines []Line, w *Words) []uint8 {
	var d document
	d.words = w
	d.read(lines)
	return d.rows(dst)
}
