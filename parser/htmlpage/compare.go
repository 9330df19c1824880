package htmlpage

import (
	"slices"

	"unscrape/parser/linemodel"
)

// Evidence is what the page says about its article outside the text.
type Evidence struct {
	Titles      []string // headlines, the likeliest first
	Description string
	Body        string // as of JSON-LD articleBody
	Authors     []string
	Site        string // name of the site
}

// compare holds the blocks against what the page says about its article.
func (j *judge) compare(ev Evidence) {
	j.titles = j.titles[:0]
	n := len(j.scan.Content)
	var hashes []uint32
	var l linemodel.Shape
	for _, t := range ev.Titles {
		j.scan.Scan(t, &l)
		hashes = append(hashes, l.Hash)
	}
	j.table.Reset(len(j.scan.Content) - n + 8)
	for _, h := range j.scan.Content[n:] {
		if j.table.Count(h) == 0 {
			j.table.Add(h)
		}
	}
	for i := range j.facts {
		f := &j.facts[i]
		if j.page.Blocks[i].Flags&Unseen != 0 {
			continue
		}
		for _, h := range hashes {
			if h == f.Hash && f.Words > 0 {
				f.title = 2
			}
		}
		if f.title == 0 && f.Words <= 30 {
			hits := 0
			for _, h := range j.wordsOf(i) {
				hits += min(1, j.table.Count(h))
			}
			if hits >= 2 && hits*4 >= 3*len(j.wordsOf(i)) {
				f.title = 1
			}
		}
		if f.title == 2 {
			j.titles = append(j.titles, i)
		}
	}
	j.compareSummary(ev.Description)
	j.compareBody(ev.Body)
	j.compareNames(ev)
	j.scan.Content = j.scan.Content[:n]
}

func (j *judge) compareSummary(description string) {
	var l linemodel.Shape
	j.scan.Scan(description, &l)
	if l.Words < 4 {
		return
	}
	j.table.Reset(l.To - l.From)
	for _, h := range j.scan.Content[l.From:l.To] {
		j.table.Add(h)
	}
	for i := range j.facts {
		f := &j.facts[i]
		f.summary = f.Hash == l.Hash
		f.told = j.shareKnown(i)
	}
}

// shareKnown is the share of a block's words in the table, in 200ths.
func (j *judge) shareKnown(i int) uint8 {
	ws, hits := j.wordsOf(i), 0
	for _, h := range ws {
		hits += min(1, j.table.Count(h))
	}
	return uint8(200 * hits / max(2, len(ws)))
}

// compareNames looks for the names of authors and site in the blocks.
func (j *judge) compareNames(ev Evidence) {
	for _, name := range j.authors(ev) {
		j.lookFor(name, func(f *facts, whole, first bool) {
			switch {
			case whole && first:
				f.author = 3
			case whole:
				f.author = max(f.author, 2)
			default:
				f.author = max(f.author, 1)
			}
		})
	}
	j.lookFor(ev.Site, func(f *facts, whole, _ bool) { f.site = whole })
}

// maxName is how many words a name may have.
const maxName = 5

// lookFor calls found for each block that has words of a name: all of them,
// and one of them first.
func (j *judge) lookFor(name string, found func(f *facts, whole, first bool)) {
	var l linemodel.Shape
	j.scan.Scan(name, &l)
	words := j.scan.Content[l.From:l.To]
	if len(words) > maxName {
		return
	}
	for i := range j.facts {
		own, hits, first := j.wordsOf(i), 0, false
		for _, h := range words {
			if k := slices.Index(own, h); k >= 0 {
				hits++
				first = first || k == 0
			}
		}
		if hits > 0 {
			found(&j.facts[i], hits == len(words), first)
		}
	}
}

// authors are the names that the metadata give, or else those that the page
// links to persons.
func (j *judge) authors(ev Evidence) []string {
	if len(ev.Authors) > 0 {
		return ev.Authors
	}
	var out []string
	for i := range j.facts {
		f, b := &j.facts[i], &j.page.Blocks[i]
		if b.Flags&PersonLink != 0 && b.Flags&Unseen == 0 && f.Spaced >= 2 && f.Spaced <= 4 && f.Caps == f.Spaced && len(out) < 3 {
			out = append(out, j.page.Text(i))
		}
	}
	return out
}

func (j *judge) compareBody(body string) {
	if len(body) < 400 {
		for i := range j.facts {
			j.facts[i].body = 255
		}
		return
	}
	n := len(j.scan.Content)
	var l linemodel.Shape
	j.scan.Scan(body, &l)
	j.table.Reset(len(j.scan.Content) - n)
	for _, h := range j.scan.Content[n:] {
		j.table.Add(h)
	}
	for i := range j.facts {
		j.facts[i].body = j.shareKnown(i)
	}
}
