package htmlpage

import (
	_ "embed"
	"math"
	"sync"

	"unscrape/parser/internal/forest"
	"unscrape/parser/linemodel"
)

//go:embed page.model
var modelFile []byte

//go:embed classes.txt
var classesFile string

// A model is the forests and the weights of class words. The first one is
// asked about all blocks and its trees are of the fast kind, the second one
// about few. The third one adds to what the second says of pages in other
// languages than English.
type model struct {
	classes *Classes
	first   *forest.Symmetric
	second  *forest.Forest
	foreign *forest.Forest
}

var builtin = sync.OnceValue(func() *model {
	m := &model{classes: ParseClasses(classesFile)}
	rest := modelFile
	var err error
	if m.first, rest, err = forest.ReadSymmetric(rest); err == nil {
		m.second, rest, err = forest.ReadForest(rest)
	}
	if err == nil {
		m.foreign, _, err = forest.ReadForest(rest)
	}
	if err != nil {
		panic(err) // the embedded file is damaged
	}
	return m
})

// Plausible is the first forest's probability, in 255ths, from which on the
// second one is asked.
const Plausible = 4

// limits are probabilities in 255ths.
type limits struct {
	// The first forest's between which the second one is asked. Outside of them
	// it would change the body of 25 of 613 English pages that neither has seen,
	// and no figure. Of others the first one is less sure.
	doubted, sure int

	// The second's from which on a block is body: below one half, as a paragraph
	// lost is worse than a line too many.
	accepted uint8
}

var (
	ofEnglish = limits{64, 215, 115}
	ofOthers  = limits{32, 256, 100}
)

// plain is the log-odds, in 4096ths, at which the second forest needs no more
// trees.
const plain = 4 * 4096

// Judge sets P and Body of all blocks.
func (p *Page) Judge(ev Evidence) {
	j := judges.get()
	m := builtin()
	j.read(p, ev)
	o := &j.opinion
	j.first(m.first, o)
	j.form(o)
	foreign, limit := j.isForeign(), ofEnglish
	if foreign {
		limit = ofOthers
	}
	row := grow(j.row, secondWidth)
	j.row = row
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.P, b.Body, b.Related = 0, false, j.facts[i].rule == ruleRelated
		switch first := int(o.p[i]); {
		case first < Plausible:
			continue
		case first < limit.doubted:
			b.P = o.p[i] / 2
			continue
		case first >= limit.sure:
			b.P, b.Body = o.p[i], true
			continue
		}
		j.columns.Row(row[:firstWidth], i)
		j.second(&filler{row: row, n: firstWidth}, o, i)
		if foreign {
			b.P = probability(m.second.Score(row) + m.foreign.Score(row))
		} else {
			b.P = probability(m.second.ScoreUntil(row, plain))
		}
		b.Body = b.P >= limit.accepted
	}
	j.even(foreign, limit.accepted)
	if j.page = nil; len(p.scan.src) <= maxSpare {
		judges.put(j)
	}
}

// isForeign reports whether the prose of the page is in another language than
// English: the densest part of it, which may be program text, and the first of it,
// which may be names of languages.
func (j *judge) isForeign() bool {
	return j.speaksForeign(j.main.from, j.main.to) && j.speaksForeign(0, int32(len(j.facts)))
}

func (j *judge) speaksForeign(from, to int32) bool {
	j.sample = j.sample[:0]
	for i := from; i < to && len(j.sample) < sampleSize; i++ {
		if j.facts[i].mass > 0 {
			j.sample = append(append(j.sample, j.page.Text(int(i))...), ' ')
		}
	}
	return linemodel.IsForeign(string(j.sample))
}

// sampleSize is how many bytes tell the language.
const sampleSize = 1 << 10

// first asks the first forest about the blocks that are shown.
func (j *judge) first(f *forest.Symmetric, o *opinion) {
	j.firstColumns()
	j.scores = grow(j.scores, forest.Blocks(len(j.facts)))
	f.Score(j.scores, &j.columns, nil)
	o.p = grow(o.p, len(j.facts))
	for i := range o.p {
		o.p[i] = 0
		if j.page.Blocks[i].Flags&Unseen == 0 {
			o.p[i] = probability(j.scores[i/forest.Block][i%forest.Block])
		}
	}
}

// probability turns log-odds in 4096ths into 255ths.
func probability(score int32) uint8 {
	i := (score + 8*4096) / (4096 / 16)
	return logistic()[max(0, min(i, int32(len(logistic())-1)))]
}

var logistic = sync.OnceValue(func() *[257]uint8 {
	t := new([257]uint8)
	for i := range t {
		t[i] = uint8(255/(1+math.Exp(-(float64(i)/16-8))) + .5)
	}
	return t
})
