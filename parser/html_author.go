package parser

import (
	"slices"
	"strings"
)

// A writer is a candidate for the authors of a page.
type writer struct {
	names  []string
	ids    []int32 // of the names, in order: names of the same words have the same
	source string
	weight int
	block  int // where it is shown, -1 when it is not
	total  int // weight with what speaks for it
}

var authorTags = map[string]int{
	"author": 6, "article:author": 5, "parsely-author": 7, "sailthru.author": 7, "dc.creator": 6, "dcterms.creator": 6, "byl": 7,
	"citation_author": 6, "article:author_name": 7, "article.author": 6, "rbauthors": 6, "cxenseparse:author": 6, "og:article:author": 5,
	"og:author": 5, "articleauthor": 6, "article-author": 6, "article_author": 6, "author-name": 6, "author_name": 6, "authors": 6, "dc.contributor": 3, "bt:author": 6, "cse_author": 6, "creator": 5,
}

// chooseAuthors weighs the names that the page offers: a source gains the
// weight of others that share a name with it, but for those of the same block.
func (d *page) chooseAuthors() {
	found := d.writers()
	best := -1
	for i := range found {
		w := &found[i]
		w.total = w.weight
		for k := range found {
			if found[k].source != w.source && (w.block < 0 || found[k].block != w.block) && sharesName(w, &found[k]) {
				w.total += found[k].weight
			}
		}
		if d.isSite(w.names[0]) || d.isPartOfPageTitle(w.names[0]) && showsOther(found, w) { // a site's name is a name for want of a better one
			w.total /= 3
		}
		if best < 0 || w.total > found[best].total {
			best = i
		}
	}
	if best < 0 {
		return
	}
	best = shortest(found, best)
	for i := range found {
		d.offer(Byline, strings.Join(found[i].names, ", "), found[i].source, found[i].total, d.whyAuthors(found, i, best))
	}
	d.art.Authors = found[best].names
	d.authorFields(found, &found[best])
	d.bylinesInBody()
}

// spelt is a name in capitals as another block of the page has it, other names as they are.
func (d *page) spelt(name string) string {
	if strings.ToUpper(name) == name && personal(name) {
		for _, s := range d.texts {
			if s != name && strings.EqualFold(s, name) && personal(s) {
				return s
			}
		}
	}
	return name
}

// showsOther reports whether the page shows the name of another person than w.
func showsOther(found []writer, w *writer) bool {
	return slices.ContainsFunc(found, func(o writer) bool {
		return o.block >= 0 && personal(o.names[0]) && !strings.Contains(o.names[0], w.names[0])
	})
}

// shortest is the index of the writer whose name others, and the one at index
// best among them, have with something glued to it, as "Jane Roe Senior Editor";
// best when there is none.
func shortest(found []writer, best int) int {
	long := found[best].names[0]
	for i := range found {
		if strings.HasPrefix(long, found[i].names[0]+" ") && len(found[i].names) == len(found[best].names) && countWords(found[i].names[0], 2) > 1 {
			return i
		}
	}
	return best
}

// bylinesInBody takes lines out of the body that are the authors' names at its edge.
func (d *page) bylinesInBody() {
	d.bounds()
	for _, i := range [...]int{d.first, d.last} {
		if i < 0 || i >= len(d.marks) || !d.isBody(i) || len(d.texts[i]) > maxNames {
			continue
		}
		s := d.texts[i]
		if slices.ContainsFunc(d.art.Authors, func(name string) bool { return sameWords(s, name) }) || slices.EqualFunc(splitNames(s), d.art.Authors, sameWords) {
			d.set(i, Field, Byline, "name of the author", "")
		}
	}
}

func (d *page) whyAuthors(found []writer, i, best int) string {
	switch {
	case i == best:
		return chosen
	case sharesName(&found[i], &found[best]):
		return sameValue
	case d.isSite(found[i].names[0]):
		return siteName
	}
	return weighsLess
}

// authorFields notes the winner in the ledger, and where the page shows it.
func (d *page) authorFields(found []writer, w *writer) {
	shown := false
	for i := range found {
		f := &found[i]
		if f.block >= 0 && !d.isBody(f.block) && sharesName(f, w) {
			d.set(f.block, Field, Byline, "byline", f.source)
			shown = true
		}
	}
	if shown {
		return
	}
	d.field(Byline, strings.Join(w.names, ", "), "byline", w.source)
}

// sharesName reports whether one name at least is of both.
func sharesName(a, b *writer) bool {
	for i, k := 0, 0; i < len(a.ids) && k < len(b.ids); {
		switch {
		case a.ids[i] == b.ids[k]:
			return true
		case a.ids[i] < b.ids[k]:
			i++
		default:
			k++
		}
	}
	return false
}

// nameIDs numbers names, in the order in which their words come first.
type nameIDs map[string]int32

// of are the numbers of the names that have letters, sorted.
func (ids nameIDs) of(names []string) []int32 {
	all := make([]int32, 0, len(names))
	for _, name := range names {
		words := letterString(name)
		if words == "" {
			continue
		}
		id, known := ids[words]
		if !known {
			id = int32(len(ids))
			ids[words] = id
		}
		all = append(all, id)
	}
	slices.Sort(all)
	return all
}

// notNames are what content systems write where a name is expected.
var notNames = map[string]bool{
	"admin": true, "administrator": true, "editor": true, "author": true, "staff": true, "guest": true, "user": true,
	"root": true, "webmaster": true, "super user": true, "unknown": true, "anonymous": true, "none": true, "null": true, "n/a": true, "by": true, "ez systems": true,
}

// persons are names without the site's own, unless there is no other.
func (d *page) persons(names []string) []string {
	site := func(s string) bool { return d.isSite(s) || d.isPartOfPageTitle(s) }
	if others := slices.DeleteFunc(slices.Clone(names), site); len(others) > 0 {
		return others
	}
	return names
}

func (d *page) realNames(names []string) (out []string) {
	for _, n := range names {
		n = strings.TrimSpace(cleanText(n))
		if m, ok := d.p.rules.Label(n); ok && roleOf[m.Role] == Byline && m.Value != "" {
			n = m.Value
		}
		if strings.Count(n, "(") > strings.Count(n, ")") { // cut off as punctuation
			n += ")"
		}
		if n == "" || notNames[strings.ToLower(n)] || strings.Contains(n, ".author") || strings.Contains(n, ": ") || d.inTitle(n) || len(n) > maxNames || allDigits(n) || d.p.rules.Knows(n) {
			continue
		}
		if len(names) < 9 { // as writers of one article are
			n = d.spelt(n)
		}
		out = append(out, n)
	}
	return out
}
