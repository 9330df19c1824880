package linemodel

import "math/bits"

// maxGap is the largest distance of a line to a cue that is told.
const maxGap = 250

// findCues measures how far each line is from the nearest ones of furniture above
// and below, by cue.
func (d *document) findCues() {
	for c := range d.cueLines {
		d.cueLines[c] = d.cueLines[c][:0]
	}
	for i := range d.scans {
		for set := d.scans[i].cueSet(); set != 0; set &= set - 1 {
			c := bits.TrailingZeros16(set)
			d.cueLines[c] = append(d.cueLines[c], i)
		}
	}
	n := len(d.lines)
	d.gaps.extend(n+maxGap, func(distance int32) int { return int(min(distance, maxGap)) })
	for c := cueShare; c < cues; c++ {
		d.sinceCue[c], d.untilCue[c] = grow(d.sinceCue[c], n), grow(d.untilCue[c], n)
		d.distances(d.sinceCue[c], d.untilCue[c], d.cueLines[c])
	}
}

// distances sets up and down to the distance of each line to those at given
// places above and below it, or itself.
func (d *document) distances(up, down []uint8, at []int) {
	from, ramp, told := 0, d.gaps.from(-maxGap), 0
	for _, i := range at {
		copy(up[from:i], ramp)
		copy(down[told:i+1], d.gaps.to(int32(i-told)))
		from, ramp, told = i, d.gaps.from(0), i+1
	}
	copy(up[from:], ramp)
	copy(down[told:], d.gaps.falling)
}

// cueSet has a bit for each cue of furniture that a short line is.
func (l *scan) cueSet() (set uint16) {
	words := l.wordCount()
	if l.stops > 0 || words > 16 {
		return 0
	}
	if words > 6 {
		if l.cues[cueComment] > 0 && l.numbers > 0 {
			set = 1 << cueComment
		}
		return set
	}
	for c := cueShare; c < cues; c++ {
		if l.cues[c] > 0 {
			set |= 1 << c
		}
	}
	return set
}

// A ramp has a function of distances from -reach to reach, rising and falling, so
// that what lines are from a line of their page is copied.
type ramp struct {
	rising, falling []uint8
	reach           int
}

// extend makes the ramp of a function reach as far as n.
func (r *ramp) extend(n int, of func(distance int32) int) {
	if len(r.rising) > 2*n {
		return
	}
	n += n / 2
	r.rising, r.falling, r.reach = make([]uint8, 2*n+1), make([]uint8, 2*n+1), n
	for i := range r.rising {
		r.rising[i] = clamp(of(int32(i - n)))
		r.falling[2*n-i] = r.rising[i]
	}
}

// from is, by line, the function of how far the line is behind line at.
func (r *ramp) from(at int32) []uint8 { return r.rising[r.reach-int(at):] }

// to is, by line, the function of how far the line is before line at.
func (r *ramp) to(at int32) []uint8 { return r.falling[r.reach-int(at):] }
