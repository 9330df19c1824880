package parser

import (
	"iter"
	"strings"

	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// writers are the candidates for the authors of the page.
func (d *page) writers() []writer {
	var found []writer
	ids := nameIDs{}
	add := func(names []string, source string, weight, block int) {
		names = d.persons(d.realNames(names))
		if len(names) > 0 && len(found) < mostCandidates {
			found = append(found, writer{names, ids.of(names), source, weight, block, 0})
		}
	}
	for _, it := range d.meta.Items {
		w := 4
		if it.IsArticle() && !it.Corporate {
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
		if k := &d.marks[i]; k.kind != Field || k.role != Byline {
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
// by standing beside a date. Those below the heading of the comments are readers.
func (d *page) shownWriters(add func(names []string, source string, weight, block int)) {
	for i := range d.edge(6, 8) {
		if i > d.last && d.isCommentsHead(i) {
			return
		}
		names, weight := d.shownWriter(i)
		if i > d.last+1 {
			weight -= 2
		}
		add(names, "shown", weight, i)
	}
}

// maxCards is how many blocks below the text are looked at for others of a class.
const maxCards = 1000

// isOneOfMany reports whether block i stands below the text in an element with the class of
// two others there, which say something else: readers, and writers of other stories.
func (d *page) isOneOfMany(i int) bool {
	e, n := d.elem(i), 0
	if i <= d.last || e.Class == "" {
		return false
	}
	for k := d.last + 1; k < min(len(d.texts), d.last+maxCards) && n < 2; k++ {
		if o := d.elem(k); o.Tag == e.Tag && o.Class == e.Class && d.texts[k] != d.texts[i] {
			n++
		}
	}
	return n == 2
}

// shownWriter are the names on block i and the weight of what tells that they are the
// writers'; nil when nothing does.
func (d *page) shownWriter(i int) ([]string, int) {
	s := d.texts[i]
	if longer(s, maxNames) || d.html.Blocks[i].Flags&htmlpage.InCaption != 0 || d.elem(i).Mark == htmlpage.Nav || d.isSite(s) || d.isMenu(i) || signsPost(s) || d.isBody(i) && d.html.Blocks[i].P > 250 {
		return nil, 0
	}
	if names := d.hanNames(s); names != nil {
		return names, 7
	}
	name, labelled, dated := d.byline(s)
	if name == "" && labelled {
		name = d.nameBelow(i)
	}
	if labelled && d.isPartOfPageTitle(s) { // a site may be called "De Bode"
		return nil, 0
	}
	if !labelled && dated && !mayBeNames(name) {
		name = d.labelledName(s)
		labelled = name != ""
	}
	if before, desk, ok := strings.Cut(name, ", "); ok && hasDigit(desk) && personal(before) { // "Jane Roe, Channel 4 North"
		name = before
	}
	if !mayBeNames(name) {
		return nil, 0
	}
	weight := d.weighShown(i, name, labelled, dated)
	if weight == 0 {
		return nil, 0
	}
	if d.lang == "zh" && areHanNames(name) {
		return strings.Fields(name), weight
	}
	return splitNames(name), weight
}

// mayBeNames reports whether s looks like names and has no signs that no name has.
func mayBeNames(s string) bool {
	return looksLikeNames(s) && !strings.ContainsAny(s, "0123456789?!:：")
}

// nameBelow is the name below the label of writers alone in block i, or below the
// initials of that name; "" when there is none.
func (d *page) nameBelow(i int) (name string) {
	switch {
	case i+2 < len(d.texts) && initialsOf(d.texts[i+1], d.texts[i+2]):
		name, _, _ = d.byline(d.texts[i+2])
	case i+1 < len(d.texts) && len(d.texts[i+1]) < maxNames/2:
		name, _, _ = d.byline(d.texts[i+1])
	}
	return name
}

// weighShown is the weight of a name in block i, 0 when nothing tells that it is the
// writer's.
func (d *page) weighShown(i int, name string, labelled, dated bool) int {
	person := personal(withoutAddress(name))
	marked := d.bylineMarkup(i)
	switch {
	case labelled && d.title >= 0 && d.title < i && i < d.first && person:
		return 22
	case labelled:
		return 7
	case d.isOneOfMany(i):
		return 0
	case marked > 0 && countWords(name, 7) <= 6:
		return marked
	case isHanName(name) && d.besideDate(i) && strings.HasSuffix(d.texts[max(0, d.last)], "（"+name+"）"),
		person && (dated || d.besideDate(i)) && !d.allCommon(name),
		i == d.title+1 && i > 0 && personal(name) && !d.allCommon(name) && d.saysAgain(i, name):
		return 4
	}
	return 0
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
	return func(yield func(int) bool) {
		for i := range d.texts {
			if d.atEdge(i, before, after) && !yield(i) {
				return
			}
		}
	}
}

// atEdge reports whether a block is one of those that edge yields.
func (d *page) atEdge(i, before, after int) bool {
	to := d.title + 3
	if d.first <= d.last {
		to = max(d.first, d.title) + 3
	}
	return i >= d.top()-before && (i <= to || i >= d.last && i <= max(d.last, to)+after) && 0 <= i && i < len(d.texts) && d.shown(i)
}

// top is the headline or the first block of the body, whichever stands first.
func (d *page) top() int {
	if d.title >= 0 {
		return min(d.first, d.title)
	}
	return d.first
}

// bylineMarkup is the weight of what the markup of a block says about its
// being a byline.
func (d *page) bylineMarkup(i int) int {
	w := 0
	b := &d.html.Blocks[i]
	if b.Flags&htmlpage.PersonLink != 0 {
		w = 4
	}
	if d.classSays(b.Elem, bylineWords...) {
		w += 4
	}
	return w
}

// besideDate reports whether a block next to block i, or the next but one on lines of the
// same paragraph, is nothing but a date.
func (d *page) besideDate(i int) bool {
	isDate := func(k int) bool {
		return k >= 0 && k < len(d.texts) && timestamp.IsDateLine(d.texts[k])
	}
	return isDate(i-1) || isDate(i+1) || isDate(i+2) && d.html.Blocks[i+1].Join == htmlpage.LineBreak && d.html.Blocks[i+2].Join == htmlpage.LineBreak
}
