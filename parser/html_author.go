package parser

import (
	"iter"
	"slices"
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// A writer is a candidate for the authors of a page.
type writer struct {
	names  []string
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
			if k != i && found[k].source != w.source && (w.block < 0 || found[k].block != w.block) && shareName(w.names, found[k].names) {
				w.total += found[k].weight
			}
		}
		if d.isSite(w.names[0]) { // a site's name is a name for want of a better one
			w.total /= 3
		}
		if w.total > 0 && (best < 0 || w.total > found[best].total) {
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

// shortest is the index of the writer whose name others, and the one at index
// best among them, have with something glued to it, as "Jane Roe Senior Editor";
// best when there is none.
func shortest(found []writer, best int) int {
	long := found[best].names[0]
	for i := range found {
		rest, ok := strings.CutPrefix(long, found[i].names[0]+" ")
		if ok && len(found[i].names) == len(found[best].names) && (startsLower(rest) || countWords(found[i].names[0], 2) > 1) {
			return i
		}
	}
	return best
}

// bylinesInBody takes lines out of the body that are an author's name at its
// edge, or such a name, a date and hardly a word besides.
func (d *page) bylinesInBody() {
	d.bounds()
	for i := d.first; i <= d.last; i++ {
		s := d.texts[i]
		if d.marks[i].kind != Body || len(s) > maxNames || endsSentence(s) {
			continue
		}
		for _, name := range d.art.Authors {
			switch {
			case (i == d.first || i == d.last) && (sameWords(s, name) || sameNames(splitNames(s), d.art.Authors)):
				d.set(i, Field, Byline, "name of the author", "")
			case (i == d.first || i == d.last) && d.namesOnly(s, name):
				d.set(i, Field, Byline, "label and name of the author", "")
			case strings.Contains(s, name) && hasDigit(s) && countWords(s, 20) <= countWords(name, 10)+8:
				if ts, _ := timestamp.Find(s, d.dateOptions()); !ts.IsZero() {
					d.set(i, Field, Byline, "author and date", "")
				}
			}
		}
	}
}

// namesOnly reports whether s is the label of a byline and a name.
func (d *page) namesOnly(s, name string) bool {
	if names := d.hanNames(s); len(names) == 1 {
		return names[0] == name
	}
	found, labelled, _ := d.byline(s)
	return labelled && sameWords(found, name)
}

// sameNames reports whether two lists hold the same names in the same order.
func sameNames(a, b []string) bool { return slices.EqualFunc(a, b, sameWords) }

func (d *page) whyAuthors(found []writer, i, best int) string {
	switch {
	case i == best:
		return chosen
	case shareName(found[i].names, found[best].names):
		return sameValue
	case d.isSite(found[i].names[0]):
		return siteName
	}
	return weighsLess
}

// authorFields notes the winner in the ledger, and where the page shows it.
func (d *page) authorFields(found []writer, w *writer) {
	shown := false
	for _, f := range found {
		if f.block >= 0 && d.marks[f.block].kind != Body && shareName(f.names, w.names) {
			d.set(f.block, Field, Byline, "byline", f.source)
			shown = true
		}
	}
	if shown {
		return
	}
	d.fields = append(d.fields, Block{Span: Unknown, Text: strings.Join(w.names, ", "), Kind: Field, Role: Byline, Reason: Reason{Why: "byline", Detail: w.source}})
}

func shareName(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if sameWords(x, y) {
				return true
			}
		}
	}
	return false
}

func (d *page) writers() []writer {
	var found []writer
	add := func(names []string, source string, weight, block int) {
		names = d.persons(d.realNames(names))
		if len(names) > 0 && len(found) < mostCandidates {
			found = append(found, writer{names, source, weight, block, 0})
		}
	}
	for i := range d.meta.Items {
		it := &d.meta.Items[i]
		w := 4
		if it.IsArticle() {
			w = 8
		}
		var names []string
		for _, n := range it.Authors {
			names = append(names, splitNames(n)...)
		}
		add(names, "json-ld author", w, -1)
	}
	var cited []string
	for _, t := range d.meta.Tags {
		w := authorTags[t.Name]
		if w == 0 || looksLikeURL(t.Content) {
			continue
		}
		if t.Name == "citation_author" {
			cited = append(cited, t.Content)
			continue
		}
		add(splitNames(t.Content), t.Name, w, -1)
	}
	add(cited, "citation_author", 7, -1)
	for _, k := range [...]string{"1", "2"} { // label and value of a card
		label, value := d.meta.Tag("twitter:label"+k), d.meta.Tag("twitter:data"+k)
		if m, ok := d.p.rules.Label(label + ": " + value); ok && roleOf[m.Role] == Byline {
			add(splitNames(m.Value), "twitter:data"+k, 6, -1)
		}
	}
	d.markedWriters(add)
	d.signed(add)
	d.shownWriters(add)
	if len(found) == 0 {
		d.farWriters(add)
	}
	return found
}

// farWriters adds the one name that labels announce far from the headline.
func (d *page) farWriters(add func(names []string, source string, weight, block int)) {
	only, block := "", -1
	for i := range d.marks {
		if k := &d.marks[i]; k.kind != Field || k.role != Byline || d.classSays(d.html.Blocks[i].Elem, "comment") {
			continue
		}
		name, labelled, _ := d.byline(d.texts[i])
		switch {
		case !labelled || !personal(name):
		case only != "" && !sameWords(name, only):
			return
		default:
			only, block = name, i
		}
	}
	if only != "" {
		add(splitNames(only), "shown", 2, block)
	}
}

// shownWriters finds bylines among the blocks around the headline and behind
// the text: by label ("By …"), by markup (class, a link to a person's page),
// by standing beside a date.
func (d *page) shownWriters(add func(names []string, source string, weight, block int)) {
	for i := range d.edge(6, 8) {
		s := d.texts[i]
		if longer(s, maxNames) || d.isSite(s) || d.isMenu(i) || d.marks[i].kind == Body && d.html.Blocks[i].P > 250 {
			continue
		}
		near := 0
		if i > d.last {
			near = -2
		}
		if names := d.hanNames(s); names != nil {
			add(names, "shown", 7+near, i)
			continue
		}
		name, labelled, dated := d.byline(s)
		if name == "" && labelled && i+1 < len(d.texts) && len(d.texts[i+1]) < maxNames/2 {
			name, _, _ = d.byline(d.texts[i+1])
		}
		if labelled && d.partOfTitle(s) { // a site may be called "De Bode"
			continue
		}
		if !labelled && dated && (name == "" || !looksLikeNames(name)) {
			name = d.labelledName(s)
			labelled = name != ""
		}
		if !looksLikeNames(name) || strings.ContainsAny(name, "0123456789?!:") {
			continue
		}
		w := d.bylineMarkup(i)
		switch {
		case labelled:
			w = 7
			if i < d.first && i > d.title && d.title >= 0 && personal(withoutAddress(name)) {
				w = 22
			}
		case w > 0 && countWords(name, 7) <= 6:
		case personal(withoutAddress(name)) && (dated || d.dateBeside(i)) && !d.allCommon(name):
			w = 4
		default:
			continue
		}
		add(splitNames(name), "shown", w+near, i)
	}
}

// isMenu reports whether a block is three links or more, none of them to a
// person, and nothing else.
func (d *page) isMenu(i int) bool {
	b := &d.html.Blocks[i]
	return b.Links() >= 3 && b.LinkDensity() > 0.95 && b.Flags&htmlpage.PersonLink == 0
}

// edge yields the shown blocks where fields stand: some before headline and
// body, a few between them, and some behind the body.
func (d *page) edge(before, after int) iter.Seq[int] {
	head := d.titleOr(d.first)
	from, to := max(0, min(d.first, head)-before), max(d.first, head)+3
	return func(yield func(int) bool) {
		for i := from; i < len(d.texts) && i <= max(d.last, to)+after; i++ {
			if i > to && i < d.last {
				i = d.last
			}
			if d.shown(i) && !yield(i) {
				return
			}
		}
	}
}

func (d *page) isChrome(s string) bool {
	return d.p.rules.Chrome(s) > 0 || d.p.rules.Boilerplate(s) != nil
}

// bylineMarkup is the weight of what the markup of a block says about its
// being a byline.
func (d *page) bylineMarkup(i int) int {
	w := 0
	b := &d.html.Blocks[i]
	if b.Flags&htmlpage.PersonLink != 0 {
		w = 4
	}
	if d.classSays(b.Elem, "author", "byline", "writer", "contributor", "autor", "journalist") {
		w += 4
	}
	return w
}

// dateBeside reports whether a block next to block i is nothing but a date.
func (d *page) dateBeside(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(d.texts) && len(d.texts[k]) < 60 && timestamp.IsDateLine(d.texts[k]) {
			return true
		}
	}
	return false
}

// classSays reports whether the class or id of an element or the two around
// it has one of the words.
func (d *page) classSays(e int32, words ...string) bool {
	for range 3 {
		if e <= 0 {
			return false
		}
		el := &d.html.Elems[e]
		for _, w := range words {
			if containsFold(el.Class, w) || containsFold(el.ID, w) {
				return true
			}
		}
		e = el.Parent
	}
	return false
}

// containsFold reports whether s contains word, which is in lower case, or
// word with a capital.
func containsFold(s, word string) bool {
	i := strings.Index(s, word[1:])
	return i > 0 && s[i-1]|0x20 == word[0]
}

// notNames are what content systems write where a name is expected.
var notNames = map[string]bool{
	"admin": true, "administrator": true, "editor": true, "author": true, "staff": true, "guest": true, "user": true,
	"root": true, "webmaster": true, "super user": true, "unknown": true, "anonymous": true, "none": true, "null": true, "n/a": true, "by": true,
}

// persons are names without the site's own, unless there is no other.
func (d *page) persons(names []string) []string {
	site := func(s string) bool { return d.isSite(s) || d.partOfTitle(s) }
	if others := slices.DeleteFunc(slices.Clone(names), site); len(others) > 0 {
		return others
	}
	return names
}

func (d *page) realNames(names []string) (out []string) {
	for _, n := range names {
		n = strings.TrimSpace(cleanText(n))
		switch m, ok := d.p.rules.Label(n); {
		case !ok:
		case roleOf[m.Role] == Byline && m.Value != "":
			n = m.Value
		case m.Value == "" && (roleOf[m.Role] == Date || roleOf[m.Role] == ModifiedDate):
			continue
		}
		if strings.Count(n, "(") > strings.Count(n, ")") { // cut off as punctuation
			n += ")"
		}
		if n == "" || notNames[strings.ToLower(n)] || looksLikeURL(n) || strings.Contains(n, ": ") || d.inTitle(n) || len(n) > maxNames || allDigits(n) || d.isChrome(n) {
			continue
		}
		out = append(out, n)
	}
	return out
}
