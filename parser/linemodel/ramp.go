package linemodel

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
