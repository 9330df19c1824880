package linemodel

// What the lines of a page have in common: words, beginnings, all they say.

// numberWords puts numbers in the place of the hashes of the content words.
func (d *document) numberWords() {
	d.numbers.Reset(len(d.content))
	for i, h := range d.content {
		d.content[i] = uint32(d.numbers.Of(h))
	}
	d.distinct = d.numbers.Len()
}

// numberLines fills ids with numbers that lines have in common when their
// hashes are the same.
func (d *document) numberLines(hash func(l *scan) uint32) {
	d.ids = grow(d.ids, len(d.scans))
	d.numbers.Reset(len(d.scans))
	for i := range d.scans {
		d.ids[i] = d.numbers.Of(hash(&d.scans[i]))
	}
}

// tallies returns n counts of nothing. They hold until it is called again.
func (d *document) tallies(n int) []int32 {
	d.tally = grow(d.tally, n)
	clear(d.tally)
	return d.tally
}

func (d *document) countRepeats() {
	n := len(d.lines)
	d.repeats, d.seen = grow(d.repeats, n), grow(d.seen, n)
	d.numberLines(func(l *scan) uint32 { return l.hash })
	count := d.tallies(n)
	for i, id := range d.ids {
		d.seen[i] = uint8(min(255, count[id]))
		count[id]++
	}
	for i, id := range d.ids {
		d.repeats[i] = uint8(min(255, count[id]))
	}
}

func (d *document) findStarts() {
	d.starts, d.dated = grow(d.starts, len(d.lines)), grow(d.dated, len(d.lines))
	d.numberLines(func(l *scan) uint32 { return l.start })
	count := d.tallies(len(d.lines))
	for _, id := range d.ids {
		count[id]++
	}
	for i := range d.scans {
		l := &d.scans[i]
		d.starts[i] = 0
		if l.words > 1 {
			d.starts[i] = uint8(min(255, count[d.ids[i]]-1))
		}
		d.dated[i] = 0
		if l.wordCount() <= 12 && (l.joined > 0 || l.cues[cueTime] > 0 && l.count[digit] > 0) {
			d.dated[i] = 1
		}
	}
}

// findOverlap measures how many of a line's content words stand in the
// other lines of the main run.
func (d *document) findOverlap() {
	d.overlap = grow(d.overlap, len(d.lines))
	d.shared(d.overlap, func(i int) bool { return int32(i) >= d.main.from && int32(i) < d.main.to })
}

// shared fills dst with how many of a line's content words stand in the other
// lines that are in a part, in two hundredths.
func (d *document) shared(dst []uint8, in func(i int) bool) {
	count := d.tallies(d.distinct)
	for i := range d.scans {
		if in(i) {
			for _, w := range d.wordsOf(i) {
				count[w]++
			}
		}
	}
	for i := range d.scans {
		words, own := d.wordsOf(i), one(in(i))
		hits := int32(0)
		for _, w := range words {
			hits += one(count[w] > own)
		}
		dst[i] = uint8(min(200, 200*int(hits)/max(2, len(words))))
	}
}

func (d *document) wordsOf(i int) []uint32 { return d.content[d.scans[i].from:d.scans[i].to] }

// findLead measures how much of a line stands in the first lines of the page
// with a few words, the line itself not counted: dumps with the page's title
// have it there, with the name of the site.
func (d *document) findLead() {
	d.lead = grow(d.lead, len(d.lines))
	count := d.tallies(d.distinct)
	end := 0
	for n := 0; end < len(d.lines) && n < 2; end++ {
		if l := &d.scans[end]; l.content >= 2 {
			n++
			for _, h := range d.content[l.from:min(l.to, l.from+100)] {
				count[h]++
			}
		}
	}
	for i := range d.scans {
		l := &d.scans[i]
		d.lead[i] = 0
		if l.content < 1 || l.size > 250 || i < end {
			continue
		}
		hits := int32(0)
		for _, h := range d.wordsOf(i) {
			hits += one(count[h] > 0)
		}
		d.lead[i] = uint8(200 * hits / l.content)
	}
}
