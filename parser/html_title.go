package parser

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/timestamp"
)

// A headline is a candidate for the title of a page.
type headline struct {
	text   string
	source string
	weight int
	block  int    // where it is shown, -1 when it is not
	total  int    // weight with what speaks for it
	whole  string // with the site's name, as it is shown; "" when that is not left out
}

// chooseTitle weighs the headlines that the page offers: one gains the weight
// of others that say the same, of titles that it is a part of, and of being
// shown above the text.
func (d *page) chooseTitle() {
	found := d.headlines()
	best := -1
	for i := range found {
		h := &found[i]
		d.show(h)
		h.total = d.weighTitle(found, i)
		if best < 0 || h.total > found[best].total {
			best = i
		}
	}
	if best < 0 {
		return
	}
	for i := range found {
		d.offer(Title, found[i].text, found[i].source, found[i].total, d.whyTitle(found, i, best))
	}
	h := found[best]
	d.art.Title, d.title = h.text, h.block
	if from, to := d.prose(); h.block > from && h.block < to && d.trusts(h.block) {
		d.title = -1 // a part of the text has the name of all of it
	}
	if d.title < 0 {
		d.field(Title, h.text, "headline", h.source)
		return
	}
	if h.whole == "" {
		d.art.Title = d.texts[h.block]
	}
	d.set(h.block, Field, Title, "headline", h.source)
}

// weighTitle is the weight of candidate i with what speaks for it.
func (d *page) weighTitle(found []headline, i int) int {
	h := &found[i]
	w := h.weight
	for k := range found {
		switch {
		case k == i:
		case sameWords(h.text, found[k].text):
			w += found[k].weight
		case isTitleWithoutSite(h.text, found[k].text):
			w += found[k].weight / 2
		}
	}
	if h.block >= 0 && (h.block <= d.last || d.last < 0) { // else it is of what follows
		w += 4
		if h.block <= d.first+2 {
			w += 2
		}
	}
	if d.isSite(h.text) {
		w /= 4
	}
	if strings.HasPrefix(h.source, "title ") && d.shownAbove(h.text, 2) {
		w += 4
	}
	return w
}

func (d *page) whyTitle(found []headline, i, best int) string {
	switch {
	case i == best:
		return chosen
	case sameWords(found[i].text, found[best].text):
		return sameValue
	case d.isSite(found[i].text):
		return siteName
	}
	return weighsLess
}

// headlines are the candidates, in the order of the page's own word.
func (d *page) headlines() []headline {
	var found []headline
	offer := func(h headline) {
		h.text, h.block = cleanText(h.text), -1
		if len(found) < mostCandidates && hasWord(h.text) && utf8.RuneCountInString(h.text) <= 2*maxHeadline {
			found = append(found, h)
		}
	}
	add := func(s, source string, weight int) { offer(headline{text: s, source: source, weight: weight}) }
	for _, it := range d.meta.Items {
		if it.IsArticle() {
			add(it.Headline, "json-ld headline", 6)
			break
		}
	}
	for i, h := range d.meta.Headings {
		w := d.headingWeight(i, h)
		add(h, "h1", w)
		if s := d.withoutSite(h); s != h {
			offer(headline{text: s, source: "h1 without the site's name", weight: w + 1, whole: h})
		}
	}
	for _, t := range titleTags {
		if s := d.meta.Tag(t.name); s != "" {
			add(s, t.name, t.weight)
			d.parts(s, t.name, t.weight, add)
		}
	}
	if s := d.meta.Title; s != "" {
		add(s, "title", 2)
		d.parts(s, "title", 3, add)
	}
	for i, h := range d.meta.Headings[:min(len(d.meta.Headings), maxKickers)] {
		if s := d.withoutKicker(h); s != h {
			offer(headline{text: s, source: "h1 without its kicker", weight: d.headingWeight(i, h) + 1, whole: h})
		}
	}
	d.markedHeadline(add)
	if len(d.meta.Headings) == 0 {
		d.titledLines(add)
		d.toldLine(add)
	}
	if len(found) == 0 {
		d.headingAboveText(add)
	}
	if len(found) == 0 {
		d.lineAboveText(add)
	}
	return found
}

// titleTags are the meta elements that have a headline.
var titleTags = [...]struct {
	name   string
	weight int
}{
	{"og:title", 4}, {"twitter:title", 2}, {"parsely-title", 4}, {"sailthru.title", 4}, {"dc.title", 3}, {"dcterms.title", 3},
	{"citation_title", 5}, {"headline", 4}, {"articletitle", 4},
}

// markedHeadline offers the first element that microdata call the headline, if it holds one
// block.
func (d *page) markedHeadline(add func(s, source string, weight int)) {
	if !d.html.HasProp("headline") {
		return
	}
	for i := range d.html.Elems {
		if e := &d.html.Elems[i]; e.Prop() == "headline" {
			if first, last := e.Bounds(); first == last && d.shown(first) {
				add(d.texts[first], "itemprop headline", 5)
			}
			return
		}
	}
}

// titledLines offers the lines where the text begins whose class is that of a title.
func (d *page) titledLines(add func(s, source string, weight int)) {
	for i := max(0, d.first-1); i <= min(d.first+1, d.last); i++ {
		if d.titled(i) {
			add(d.texts[i], "class of title", 4)
		}
	}
}

// maxAboveText is how many blocks above the text are looked at for a headline without markup.
const maxAboveText = 6

// toldLine offers the line nearest above the paragraphs that says what the text tells of,
// when what the page calls itself says less of it.
func (d *page) toldLine(add func(s, source string, weight int)) {
	own := cmp.Or(d.meta.Tag("og:title"), d.meta.Title)
	from, to := d.prose()
	for i := from - 1; i >= max(0, from-maxAboveText) && from < to; i-- {
		if _, labelled := d.p.rules.Label(d.texts[i]); labelled || !d.readsAsHeadline(i) || d.endsWithCredit(i) {
			continue
		}
		text := d.textFrom(i + 1)
		told, words := wordsTold(d.texts[i], text)
		if ownTold, ownWords := wordsTold(own, text); told >= 3 && 3*told >= words && told*ownWords > ownTold*words {
			add(d.texts[i], "line that the text tells of", 6)
			return
		}
	}
}

// textFrom is what the page shows from block i to the end of the body, up to toldText
// bytes, in lower case.
func (d *page) textFrom(i int) string {
	var sb strings.Builder
	for ; i <= d.last && sb.Len() < toldText; i++ {
		if d.shown(i) {
			sb.WriteString(strings.ToLower(d.texts[i]))
			sb.WriteByte(' ')
		}
	}
	return sb.String()
}

// headingAboveText offers the first heading of lower rank that the text begins with or
// stands below.
func (d *page) headingAboveText(add func(s, source string, weight int)) {
	for i := 0; i <= d.first && i <= d.last; i++ {
		if d.elem(i).Level > 0 && d.readsAsHeadline(i) {
			add(d.texts[i], "heading above the text", 1)
			return
		}
	}
}

// lineAboveText offers the line that the text stands below: a paragraph follows it.
func (d *page) lineAboveText(add func(s, source string, weight int)) {
	for i := max(0, d.first-1); i <= min(d.first, d.last-1); i++ {
		if next := d.texts[i+1]; d.isBody(i+1) && endsSentence(next) && longer(next, proseWidth) && d.readsAsHeadline(i) {
			add(d.texts[i], "line above the text", 1)
			return
		}
	}
}

// readsAsHeadline reports whether block i is short, ends no sentence and is no button.
func (d *page) readsAsHeadline(i int) bool {
	s := d.texts[i]
	return d.shown(i) && !endsSentence(s) && columns(s) >= minHeadline && columns(s) <= maxHeadline && (countWords(s, 2) == 2 || noSpaces(lastRune(s))) && d.html.Blocks[i].LinkDensity() < 0.5 && !timestamp.IsDateLine(s) && !d.p.rules.Knows(s)
}

// maxKickers is how many headings are looked at for words above the headline.
const maxKickers = 3

// titled reports whether the class of a block's element, or the one around it,
// is that of the title of a document of a word processor.
func (d *page) titled(i int) bool {
	e := d.elem(i)
	for range 2 {
		for w := range strings.FieldsSeq(e.Class) {
			if w == "title" || w == "MsoTitle" {
				return true
			}
		}
		e = &d.html.Elems[max(0, e.Parent)]
	}
	return false
}

// withoutKicker is a heading without the words of the element at its beginning, or all
// words before the element at its end, when a title of the page begins behind them.
func (d *page) withoutKicker(heading string) string {
	for _, pt := range d.html.Points {
		if pt.Node.DataAtom != atom.H1 {
			continue
		}
		first, last := pt.Node.FirstChild, pt.Node.LastChild
		if first != nil && first.Type == html.TextNode && strings.TrimSpace(htmlpage.Clean(first.Data)) == "" {
			first = first.NextSibling
		}
		for _, rest := range [...]string{strings.TrimSpace(strings.TrimPrefix(heading, textOf(first))), textOf(last)} {
			if rest == heading || !strings.HasSuffix(heading, rest) || countWords(rest, 3) < 3 && !noSpaces(lastRune(rest)) {
				continue
			}
			if strings.HasPrefix(d.meta.Title, rest) || strings.HasPrefix(d.meta.Tag("og:title"), rest) {
				return rest
			}
		}
	}
	return heading
}

// textOf is the text of an element, "" for other nodes and nil.
func textOf(n *html.Node) string {
	if n == nil || n.Type != html.ElementNode {
		return ""
	}
	return strings.Join(textsOf(n), " ")
}

// headingWeight is the weight of a first-level heading: most when it shares
// words with what the page calls itself elsewhere, as the name of a site or a
// section in a page's header does not.
func (d *page) headingWeight(i int, s string) int {
	shares := sharesWords(s, d.meta.Title) || sharesWords(s, d.meta.Tag("og:title"))
	switch {
	case shares && d.namesSite(s):
		return 2
	case shares && i == 0:
		return 12
	case shares:
		return 11
	case i == 0:
		return 6
	}
	return 2
}

// sharesWords reports whether half of the words of s are in title.
func sharesWords(s, title string) bool {
	words, found := 0, 0
	title = strings.ToLower(title)
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		words++
		if strings.Contains(title, strings.Trim(w, ".,:;!?\"'“”‘’()")) {
			found++
		}
	}
	return 2*found >= words && words > 0
}

// titleSeparators stand between a headline and the name of a site or section.
var titleSeparators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " ｜ ", "｜", " / ", " ~ "}

// parts offers a title without the site's name before or behind it.
func (d *page) parts(s, source string, weight int, add func(s, source string, weight int)) {
	if head, tail, ok := strings.Cut(s, ": "); ok && d.isSite(head) {
		add(tail, source+" without the site's name", weight)
	}
	if whole := d.withoutSite(s); whole != s {
		add(whole, source+" without the site's name", weight)
		s = whole
	}
	for _, sep := range weakSeparators {
		if head, tail, ok := strings.Cut(s, sep); ok {
			d.shownPart(head, tail, source, weight, add)
		}
	}
	for _, sep := range titleSeparators {
		i := strings.LastIndex(s, sep)
		if i <= 0 {
			continue
		}
		switch head, tail := s[:i], s[i+len(sep):]; {
		case d.shownAbove(tail, 2) && !d.shownAbove(head, 0):
			add(tail, source+" as it is shown", weight)
		case countWords(tail, 6) < 6 && len(tail) < len(head):
			add(head, source+" without the site's name", weight)
		case d.isSite(head):
			add(tail, source+" without the site's name", weight)
		case d.namesSite(tail):
			add(head, source+" as it is shown", weight)
		case !d.shownAbove(head, 0):
			d.shownPart(head, tail, source, weight, add)
		}
		if k := strings.Index(s, sep); k > 0 && k != i {
			add(s[:k], source+" without the site's name", weight-1)
		}
	}
}

// weakSeparators stand between a headline and the name of a site as well as
// within headlines.
var weakSeparators = []string{" : ", ": ", "_", " < ", " > "}

// shownPart offers the longer part of a title when it is shown above the text.
func (d *page) shownPart(head, tail, source string, weight int, add func(s, source string, weight int)) {
	if len(tail) > len(head) {
		head, tail = tail, head
	}
	if len(head) > len(tail) && d.shownAbove(head, 0) {
		add(head, source+" as it is shown", weight)
	}
}

// shownAbove reports whether a block above the text or at its beginning, in a heading of
// that level or a lower one, has the words of s.
func (d *page) shownAbove(s string, level int8) bool {
	for i := max(0, d.first-6); i <= d.first+2 && i < len(d.texts); i++ {
		if d.shown(i) && d.elem(i).Level >= level && sameWords(d.texts[i], s) {
			return true
		}
	}
	return false
}

// show finds the block that shows a headline: one near the start of the body
// rather than in a menu or a list of stories.
func (d *page) show(h *headline) {
	text := cmp.Or(h.whole, h.text)
	for i := range d.texts {
		if !d.shown(i) || len(d.texts[i]) > 2*len(text)+20 || len(text) > 2*len(d.texts[i])+20 || !sameWords(d.texts[i], text) {
			continue
		}
		if h.block < 0 || d.elem(i).Level == 1 && d.elem(h.block).Level != 1 {
			h.block = i
		}
	}
	if h.block >= 0 && d.html.Blocks[h.block].LinkDensity() > 0.9 && d.elem(h.block).Level == 0 {
		h.block = -1
	}
}

// isTitleWithoutSite reports whether s is title without the name of a site or a section
// before or behind it.
func isTitleWithoutSite(s, title string) bool {
	if len(s) >= len(title) {
		return false
	}
	rest, ok := cutWords(title, s)
	return ok && siteSuffix(rest) || strings.HasSuffix(title, s) && siteSuffix(" | "+title[:len(title)-len(s)])
}
