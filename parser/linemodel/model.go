// Package linemodel tells the lines of an article from the navigation,
// notices, related stories and comments around it in the text of a whole
// page.
package linemodel

import (
	_ "embed"
	"errors"
	"slices"
	"sync"

	"unscrape/parser/internal/forest"
)

//go:embed line.model
var embedded []byte

// A Line is one line of text that is not blank, or one block of a page.
type Line struct {
	Text        string // as it stands in the dump: outer white space is evidence
	BlankBefore int    // blank lines before it
}

// A Model says how likely each line of a page is to be text of the article.
// It may be used by several goroutines at once.
type Model struct {
	words         *Words
	first, second *forest.Symmetric
	title         *forest.Symmetric                         // of the headline, among its candidates
	foreign       struct{ second, title *forest.Symmetric } // what these add for pages in other languages than English
	pages         sync.Pool                                 // of *page
}

// Default is the model that comes with the package.
var Default = sync.OnceValue(func() *Model {
	m, err := Read(embedded)
	if err != nil {
		panic(err) // the tests read the same bytes
	}
	return m
})

// Read decodes a model: the word weights and its forests, one after the other.
// It fails when they want features that this package does not compute.
func Read(data []byte) (*Model, error) {
	words, rest, err := ReadWords(data)
	if err != nil {
		return nil, err
	}
	m := &Model{words: words}
	for _, f := range []struct {
		to    **forest.Symmetric
		names []string
	}{
		{&m.first, Names()},
		{&m.second, SecondNames()},
		{&m.title, SecondNames()},
		{&m.foreign.second, SecondNames()},
		{&m.foreign.title, SecondNames()},
	} {
		if *f.to, rest, err = forest.ReadSymmetric(rest); err != nil {
			return nil, err
		}
		if !slices.Equal((*f.to).Names, f.names) {
			return nil, errors.New("linemodel: the model was trained for other features")
		}
	}
	if len(rest) > 0 {
		return nil, errors.New("linemodel: bytes behind the model")
	}
	return m, nil
}

// floor is the probability by the first forest, in 255ths, up to which a line
// is not worth asking the second.
const floor = 3

// page holds what scoring one page needs; it is reused.
type page struct {
	document
	opinion
	columns forest.Columns
	scores  [][forest.Block]int32
	p       []uint8
	use     []bool // of blocks of lines
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
	m.score(dst, pg, false)
}

// ScorePage is Score for the lines of a whole page. Of one that is not in English
// it asks the forests that were trained on such pages, too.
func (m *Model) ScorePage(dst *Page, lines []Line) {
	pg := m.page(lines)
	defer m.pages.Put(pg)
	m.score(dst, pg, pg.isForeign())
}

func (m *Model) score(dst *Page, pg *page, foreign bool) {
	lines := pg.lines
	dst.Body, dst.Joined = grow(dst.Body, len(lines)), grow(dst.Joined, len(lines))
	m.second.Score(pg.scores, &pg.columns, pg.plausible())
	if foreign {
		m.foreign.second.Add(pg.scores, &pg.columns, pg.use)
	}
	for i := range lines {
		dst.Joined[i] = i > 0 && pg.paraOf[i] == pg.paraOf[i-1]
		if dst.Body[i] = float32(pg.p[i]) / 255; pg.p[i] > floor {
			dst.Body[i] = probability(pg.score(i))
		}
	}
	m.titles(dst, pg, foreign)
}

// score is what the forest that was asked last says of a line.
func (pg *page) score(i int) int32 { return pg.scores[i/forest.Block][i%forest.Block] }

// plausible marks the blocks of lines that the second forest is asked about.
func (pg *page) plausible() []bool {
	pg.use = grow(pg.use, len(pg.scores))
	clear(pg.use)
	for i, p := range pg.p {
		pg.use[i/forest.Block] = pg.use[i/forest.Block] || p > floor
	}
	return pg.use
}

// titles scores the candidates for the headline.
func (m *Model) titles(dst *Page, pg *page, foreign bool) {
	clear(pg.use)
	pg.candidates(&pg.document, func(i int) { pg.use[i/forest.Block] = true })
	m.title.Score(pg.scores, &pg.columns, pg.use)
	if foreign {
		m.foreign.title.Add(pg.scores, &pg.columns, pg.use)
	}
	dst.Titles = dst.Titles[:0]
	pg.candidates(&pg.document, func(i int) {
		dst.Titles = append(dst.Titles, Title{i, float32(pg.score(i)) / forest.One})
	})
	slices.SortFunc(dst.Titles, func(a, b Title) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return a.Line - b.Line
	})
}

// A Weight is how much a feature moved a score, in log-odds.
type Weight = forest.Weight

// Explain calls use for each line of a whole page with the features that moved its
// score, those that moved it most first.
func (m *Model) Explain(lines []Line, use func(i int, w []Weight)) {
	pg := m.page(lines)
	defer m.pages.Put(pg)
	var corrections []*forest.Symmetric
	if pg.isForeign() {
		corrections = []*forest.Symmetric{m.foreign.second}
	}
	for i := range lines {
		f, c := m.second, corrections
		if pg.p[i] <= floor {
			f, c = m.first, nil
		}
		row := make([]uint8, len(f.Names))
		pg.columns.Row(row, i)
		use(i, f.Explain(row, c...))
	}
}

// page computes the first forest's opinion and the columns of the second.
func (m *Model) page(lines []Line) *page {
	pg, _ := m.pages.Get().(*page)
	if pg == nil {
		pg = new(page)
	}
	pg.document.words = m.words
	pg.document.read(lines)
	pg.firstColumns(&pg.columns)
	pg.scores = grow(pg.scores, forest.Blocks(len(lines)))
	m.first.Score(pg.scores, &pg.columns, nil)
	pg.p = grow(pg.p, len(lines))
	table := probabilityLevels()
	for i := range lines {
		pg.p[i] = table.of(pg.score(i))
	}
	pg.opinion.p = pg.p
	pg.opinion.read(&pg.document)
	pg.secondColumns(&pg.columns, &pg.opinion)
	return pg
}
