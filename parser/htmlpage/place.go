package htmlpage

// densest is the run of n blocks with the greatest sum of weights. Blocks without a weight
// are passed over.
func densest(n int, weight func(i int) (w int32, ok bool)) stretch {
	var best, cur stretch
	for i := range n {
		w, ok := weight(i)
		if !ok {
			continue
		}
		if cur.mass <= 0 {
			cur = stretch{from: int32(i)}
		}
		cur.mass += w
		cur.to = int32(i + 1)
		if cur.mass > best.mass {
			best = cur
		}
	}
	return best
}

// proseWeight is the mass of a block for the densest run of prose, each block that is none
// costing as much as a short sentence of prose.
func (j *judge) proseWeight(i int) (w int32, ok bool) {
	f := &j.facts[i]
	if f.mass == 0 {
		return -20 - min(f.Size, 100)/4, j.page.Blocks[i].Flags&Unseen == 0
	}
	return f.mass, true
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
		j.groups[k].Reset(len(j.facts))
	}
	for i := range j.facts {
		f := &j.facts[i]
		j.groups[0].Add(f.group)
		j.groups[1].Sum(f.group, int(f.Size))
		j.groups[2].Sum(f.group, int(f.mass))
	}
}

func (j *judge) findRepeats() {
	j.repeats = grow(j.repeats, len(j.facts))
	j.table.Reset(len(j.facts))
	for i := range j.facts {
		n := j.table.Add(j.facts[i].Hash)
		j.facts[i].seen = uint8(min(255, n))
	}
	for i := range j.facts {
		j.repeats[i] = uint8(min(255, j.table.Count(j.facts[i].Hash)))
	}
}

// overlapWith measures, in 200ths, how many of a block's content words stand in the other
// blocks of a kind.
func (j *judge) overlapWith(out []uint8, is func(i int) bool) []uint8 {
	j.table.Reset(len(j.scan.Content))
	for i := range j.facts {
		if is(i) {
			for _, h := range j.wordsOf(i) {
				j.table.Add(h)
			}
		}
	}
	out = grow(out, len(j.facts))
	for i := range out {
		own, hits, ws := flag(is(i)), 0, j.wordsOf(i)
		for _, h := range ws {
			hits += flag(j.table.Count(h) > own)
		}
		out[i] = uint8(min(200, 200*hits/max(2, len(ws))))
	}
	return out
}

func (j *judge) wordsOf(i int) []uint32 { return j.scan.Content[j.facts[i].From:j.facts[i].To] }

// findGaps counts the blocks to the next prose and to the last cues.
func (j *judge) findGaps() {
	j.gapUp, j.gapDown = gaps(j.gapUp, j.gapDown, len(j.facts), 200, func(i int) bool { return j.facts[i].mass > 40 })
	for c := 1; c < cues; c++ {
		j.up[c] = j.since(j.up[c], func(f *facts) bool { return f.Cues[c] > 0 && f.Words <= 6 && f.Stops == 0 })
	}
	j.sinceRule = j.since(j.sinceRule, func(f *facts) bool { return f.passed&passedRule != 0 })
	for k, r := range [...]uint8{ruleRelated, ruleComments, ruleEnd} {
		j.upRule[k] = j.since(j.upRule[k], func(f *facts) bool { return f.rule == r })
	}
}

// gaps are the numbers of blocks between each of n blocks and the nearest ones of a kind
// above and below, most where there are none or so many.
func gaps(up, down []uint8, n, most int, is func(i int) bool) (_, _ []uint8) {
	up, down = grow(up, n), grow(down, n)
	gap := most
	for i := range n {
		up[i] = uint8(min(gap, most))
		if gap++; is(i) {
			gap = 0
		}
	}
	gap = most
	for i := n - 1; i >= 0; i-- {
		down[i] = uint8(min(gap, most))
		if gap++; is(i) {
			gap = 0
		}
	}
	return up, down
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
