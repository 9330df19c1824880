package linemodel

import (
	"cmp"
	_ "embed"
	"errors"
	"math"
	"slices"
	"sync"
)

//go:embed line.model
var embedded []byte

// A Model says how likely each line of a page is to be text of the article.
// It may be used by several goroutines at once.
type Model struct {
	words         *Words
	first, second *Forest
	title         *Forest   // of the headline, among its candidates
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

// Read decodes a model: the word weights and three forests, one after the other. It fails when they
// want features that this package does not compute.
func Read(data []byte) (*Model, error) {
	words, rest, err := ReadWords(data)
	if err != nil {
		return nil, err
	}
	first, rest, err := ReadForest(rest)
	if err != nil {
		return nil, err
	}
	second, rest, err := ReadForest(rest)
	if err != nil {
		return nil, err
	}
	title, rest, err := ReadForest(rest)
	if err != nil {
		return nil, err
	}
	if len(rest) > 0 {
		return nil, errForest
	}
	if !slices.Equal(first.Names, Names()) || !slices.Equal(second.Names, SecondNames()) || !slices.Equal(title.Names, SecondNames()) {
		return nil, errors.New("linemodel: the model was trained for other features")
	}
	return &Model{words: words, first: first, second: second, title: title}, nil
}

// floor is the probability by the first forest, in 255ths, up to which a line
// is not worth asking the second.
const floor = 3

// page holds what scoring one page needs; it is reused.
type page struct {
	document
	opinion
	rows, secondRows []uint8
	p                []uint8
}

// A Page is what a model says of the lines of a page. Its slices are as long
// as the page and are reused when it is scored again.
type Page struct {
	Body   []float32 // probability that the line is text of the article
	Joined []bool    // the line goes on with the sentence of the line before it
	Titles []Title   // lines that may be the headline, the most likely first
}

// A Title is a line and how likely it is the headline rather than another
// line, in log-odds.
type Title struct {
	Line  int
	Score float32
}

// Score fills dst. Lines must not be blank.
func (m *Model) Score(dst *Page, lines []Line) {
	pg := m.page(lines)
	defer m.pages.Put(pg)
	dst.Body, dst.Joined = grow(dst.Body, len(lines)), grow(dst.Joined, len(lines))
	width := len(m.second.Names)
	for i := range lines {
		dst.Joined[i] = i > 0 && pg.paraOf[i] == pg.paraOf[i-1]
		if dst.Body[i] = float32(pg.p[i]) / 255; pg.p[i] <= floor {
			continue
		}
		dst.Body[i] = probability(m.second.Score(pg.secondRows[i*width : (i+1)*width]))
	}
	dst.Titles = dst.Titles[:0]
	pg.candidates(&pg.document, func(i int) {
		score := m.title.Score(pg.secondRows[i*width : (i+1)*width])
		dst.Titles = append(dst.Titles, Title{i, float32(score) / one})
	})
	slices.SortStableFunc(dst.Titles, func(a, b Title) int { return cmp.Compare(b.Score, a.Score) })
}

// Explain calls use for each line with the features that moved its score,
// those that moved it most first.
func (m *Model) Explain(lines []Line, use func(i int, w []Weight)) {
	pg := m.page(lines)
	defer m.pages.Put(pg)
	for i := range lines {
		f, rows := m.second, pg.secondRows
		if pg.p[i] <= floor {
			f, rows = m.first, pg.rows
		}
		width := len(f.Names)
		use(i, f.Explain(rows[i*width:(i+1)*width]))
	}
}

// page computes the rows of the second forest.
func (m *Model) page(lines []Line) *page {
	pg, _ := m.pages.Get().(*page)
	if pg == nil {
		pg = new(page)
	}
	pg.document.words = m.words
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
