package linemodel

// findCues measures how far each line is from the nearest ones of furniture above
// and below, by cue.
func (d *document) findCues() {
	d.cueSets = grow(d.cueSets, len(d.lines))
	for i := range d.scans {
		d.cueSets[i] = d.scans[i].cueSet()
	}
	for c := cueShare; c < cues; c++ {
		up, down := grow(d.sinceCue[c], len(d.lines)), grow(d.untilCue[c], len(d.lines))
		dist := uint8(250)
		for i, set := range d.cueSets {
			dist = nextDistance(dist, set>>c&1 != 0)
			up[i] = dist
		}
		dist = 250
		for i := len(d.cueSets) - 1; i >= 0; i-- {
			dist = nextDistance(dist, d.cueSets[i]>>c&1 != 0)
			down[i] = dist
		}
		d.sinceCue[c], d.untilCue[c] = up, down
	}
}

// nextDistance is the distance of a line to a cue, up to 250, when that of the
// line before is known.
func nextDistance(dist uint8, isCue bool) uint8 {
	switch {
	case isCue:
		return 0
	case dist < 250:
		return dist + 1
	}
	return dist
}

// cueSet has a bit for each cue of furniture that a short line is.
func (l *scan) cueSet() (set uint16) {
	words := l.wordCount()
	if l.stops > 0 || words > 16 {
		return 0
	}
	for c := cueShare; c < cues; c++ {
		if l.cues[c] > 0 && (words <= 6 || c == cueComment && l.numbers > 0) {
			set |= 1 << c
		}
	}
	return set
}
