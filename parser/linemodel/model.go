package linemodel

import (
	_ "embed"
	"errors"
	"math"
	"sync"
)

//go:embed line.model
var embedded []byte

// A Model says how likely each line of a page is to be text of the article.
// It may be used by several goroutines at once.
type Model struct {
	first, second *Forest
	pages         sync.Pool // of *page
}

// Default is the model that comes with the package.
var Default = sync.OnceValue(func() *Model {
	m, err := Read(embedded)
	if err != nil {
		panic(err) // the tests read the same bytes
	}
	return m
})

// Read decodes a model: two forests, one after the other. It fails when they
// want features that this package does not compute.
func Read(data []byte) (*Model, error) {
	first, rest, err := ReadForest(data)
	if err != nil {
		return nil, err
	}
	second, rest, err := ReadForest(rest)
	if err != nil {
		return nil, err
	}
	if len(rest) > 0 {
		return nil, errForest
	}
	if !equal(first.Names, Names()) || !equal(second.Names, SecondNames()) {
		return nil, errors.New("linemodel: the model was trained for other features")
	}
	return &Model{first: first, second: second}, nil
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// page holds what scoring one page needs; it is reused.
type page struct {
	document
	opinion
	rows, secondRows []uint8
	p                []uint8
}

// Score fills dst, grown as needed, with the probability of each line that
// it is text of the article. Lines must not be blank.
func (m *Model) Score(dst []float32, lines []Line) []float32 {
	pg := m.page(lines)
	dst = grow(dst, len(lines))
	width := len(m.second.Names)
	for i := range lines {
		dst[i] = probability(m.second.Score(pg.secondRows[i*width : (i+1)*width]))
	}
	m.pages.Put(pg)
	return dst
}

// Explain returns the features that moved the score of line i, those that
// moved it most first.
func (m *Model) Explain(lines []Line, i int) []Weight {
	pg := m.page(lines)
	defer m.pages.Put(pg)
	width := len(m.second.Names)
	return m.second.Explain(pg.secondRows[i*width : (i+1)*width])
}

// page computes the rows of the second forest.
func (m *Model) page(lines []Line) *page {
	pg, _ := m.pages.Get().(*page)
	if pg == nil {
		pg = new(page)
	}
	pg.document.read(lines)
	pg.rows = pg.document.rows(pg.rows)
	pg.p = grow(pg.p, len(lines))
	width := len(m.first.Names)
	for i := range lines {
		pg.p[i] = uint8(math.Round(255 * float64(probability(m.first.Score(pg.rows[i*width:(i+1)*width])))))
	}
	pg.opinion.p = pg.p
	pg.opinion.read(&pg.document)
	pg.secondRows = secondRows(pg.secondRows, pg.rows, &pg.document, &pg.opinion)
	return pg
}

// probability turns log-odds in fixed point into a probability.
func probability(score int32) float32 {
	return float32(1 / (1 + math.Exp(-float64(score)/one)))
}
