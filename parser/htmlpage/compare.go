package htmlpage

import "unscrape/parser/linemodel"

// Evidence is what the page says about its article outside the text.
type Evidence struct {
	Titles      []string // headlines, the likeliest first
	Description string
	Body        string // as of JSON-LD articleBody
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
	j.table.reset(len(j.scan.Content) - n + 8)
	for _, h := range j.scan.Content[n:] {
		if j.table.count(h) == 0 {
			j.table.add(h)
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
				hits += min(1, j.table.count(h))
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
	j.scan.Content = j.scan.Content[:n]
}

func (j *judge) compareSummary(description string) {
	var l linemodel.Shape
	j.scan.Scan(description, &l)
	if l.Words < 4 {
		return
	}
	for i := range j.facts {
		if f := &j.facts[i]; f.Hash == l.Hash {
			f.summary = true
		}
	}
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
	j.table.reset(len(j.scan.Content) - n)
	for _, h := range j.scan.Content[n:] {
		j.table.add(h)
	}
	for i := range j.facts {
		f, ws := &j.facts[i], j.wordsOf(i)
		hits := 0
		for _, h := range ws {
			hits += min(1, j.table.count(h))
		}
		f.body = uint8(200 * hits / max(2, len(ws)))
	}
}
