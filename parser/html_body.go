package parser

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// repeats marks the blocks of the body that say the headline again. A heading
// between paragraphs may have the words of the headline: it stays.
func (d *page) repeats() {
	if letters(d.art.Title) < 4 {
		return
	}
	from, to := d.prose()
	for i := range d.marks {
		if i == d.title || i > from && i < to && d.trusts(i) && d.html.Elems[d.html.Blocks[i].Elem].Level > 0 || !d.shown(i) || len(d.texts[i]) > 2*len(d.art.Title)+80 {
			continue
		}
		if sameWords(d.texts[i], d.art.Title) {
			d.set(i, Repeat, NoRole, "repeat of the headline", "")
		}
	}
}

// rules lets the rules have their say about short blocks that the model holds
// for body.
func (d *page) rules() {
	d.aboveTitle()
	d.headOfMail()
	d.rows()
	from, to := d.prose()
	below := 0 // behind the links of the last such heading
	for i := range d.marks {
		if b := &d.html.Blocks[i]; i >= below && (b.Related || d.marks[i].kind == Boilerplate && d.html.Elems[b.Elem].Level > 0) {
			below = d.linksBelow(i)
		}
		b := &d.html.Blocks[i]
		if d.marks[i].kind != Body || tooLong(d.texts[i]) || d.isCell(i) {
			continue
		}
		if isListSign(d.texts[i]) && b.Join == htmlpage.Paragraph {
			d.set(i, Boilerplate, NoRole, "sign of a list", "")
			continue
		}
		inside := i > from && i < to
		if r := d.wordRuleOf(i, inside); r != nil {
			d.set(i, Boilerplate, NoRole, "rule", r.ID)
			continue
		}
		if r := d.p.rules.Boilerplate(d.texts[i]); r != nil && b.P <= 240 && !(inside && (r.At == rules.Edge || d.trusts(i) && endsText(r))) {
			d.set(i, Boilerplate, NoRole, "rule", r.ID)
			continue
		}
		d.fieldLine(i, inside && d.trusts(i))
	}
}

// isListSign reports whether s is a sign of the list that scrapers print of the
// elements they found: "[<p>First.</p>, <p>Second.</p>]".
func isListSign(s string) bool {
	switch s {
	case ",", "[", "]":
		return true
	}
	return false
}

// wordRuleOf is the rule that a paragraph of the body behind its first one matches
// by its words: for calls to readers anywhere, for notices when it is no sentence of
// the text and does not stand inside of it; nil when it matches none. Those in
// English the model knows.
func (d *page) wordRuleOf(i int, inside bool) *rules.Rule {
	s, b := d.texts[i], &d.html.Blocks[i]
	if i <= d.first || d.lang == "" || d.lang == "en" || b.Join != htmlpage.Paragraph || b.Flags&(htmlpage.InList|htmlpage.InQuote) != 0 || columns(s) > maxWordLine || isOpening(s) {
		return nil
	}
	r := d.p.rules.Words(s)
	if r == nil || callRules[r.ID] {
		return r
	}
	if inside || r.At == rules.Head || endsSentence(s) && d.marks[i-1].kind == Body {
		return nil
	}
	return r
}

// aboveTitle takes lines out of the body that stand above the headline: the
// site's name, an address, a date.
func (d *page) aboveTitle() {
	for i := d.first; i < d.title; i++ {
		s := d.texts[i]
		if d.marks[i].kind == Body && len(s) < minBody && (!d.trusts(i) && !endsSentence(s) || d.isSite(s) || strings.HasPrefix(d.meta.Title, s) || looksLikeURL(s) || d.dated(s)) {
			d.set(i, Boilerplate, NoRole, "above the headline", "")
		}
	}
	d.bounds()
}

// dated reports whether s is a date, or a line with one: "No. 34 (812), 24 August
// 2001".
func (d *page) dated(s string) bool {
	if !hasDigit(s) {
		return false
	}
	if timestamp.IsDateLine(s) {
		return true
	}
	ts, _ := timestamp.Find(s, d.dateOptions())
	return ts.Precision >= timestamp.Day && len(ts.Raw) > len(s)/2 && !endsSentence(s)
}

// endsText reports whether what matches a rule stands behind an article.
func endsText(r *rules.Rule) bool { return r.Means == rules.End || r.Means == rules.Comments }

// trusts reports whether the model is as good as sure that a block is body.
// Between paragraphs it then has the last word about wordings that the text
// of an article may have as well: "The End", "Discussion", "Website: …".
func (d *page) trusts(i int) bool { return d.html.Blocks[i].P >= trusted }

const trusted = 178

// prose is the first and the last block of the body that is a paragraph rather
// than a line.
func (d *page) prose() (first, last int) {
	first, last = len(d.marks), -1
	for i := range d.marks {
		if d.marks[i].kind == Body && len(d.texts[i]) >= minBody && !d.isRow(i) {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// rows takes rows of links before and behind the paragraphs out of the body.
func (d *page) rows() {
	from, to := d.prose()
	for i := range d.marks {
		if d.marks[i].kind == Body && (i < from || i > to) && d.isRow(i) {
			d.set(i, Boilerplate, NoRole, "row of links", "")
		}
	}
	d.bounds()
}

// isRow reports whether a block is a row of links with signs between them, as
// menus have.
func (d *page) isRow(i int) bool {
	b := &d.html.Blocks[i]
	n := b.Links()
	beside := len(d.texts[i]) - int(b.LinkDensity()*float32(len(d.texts[i])))
	return n >= minRow && beside >= 2*(n-1) && beside <= 4*n && !endsSentence(d.texts[i])
}

// minRow is how many links are a row.
const minRow = 3

// maxCell is how many blocks a cell has at most that is no column of the page.
const maxCell = 12

// isCell reports whether a block is in a row of a table with others, and not in
// a table that holds all of the body.
func (d *page) isCell(i int) bool {
	bs := d.html.Blocks
	if bs[i].Flags&htmlpage.InTable == 0 {
		return false
	}
	for e := bs[i].Elem; e > 0; e = d.html.Elems[e].Parent {
		el := &d.html.Elems[e]
		if first, last := el.Bounds(); (el.Tag == atom.Td || el.Tag == atom.Th) && (el.Holds(d.first, d.last) || last-first >= maxCell) {
			return false
		}
	}
	return bs[i].Join == htmlpage.Wrapped || i+1 < len(bs) && bs[i+1].Join == htmlpage.Wrapped
}

// maxRuleBlock bounds the length in characters of a block that a rule may take
// out of the body.
const maxRuleBlock = 200

// tooLong reports whether s has more characters than a rule may take out. Text
// that begins in Latin letters is taken to go on so.
func tooLong(s string) bool {
	return len(s) > maxRuleBlock && (s[0] < utf8.RuneSelf || len(s) > 4*maxRuleBlock || utf8.RuneCountInString(s) > maxRuleBlock)
}

// linksBelow takes the links below the heading of a list of other stories, or
// below a heading that is no part of the article, out of the body, and the dates
// between them. It returns the block behind these.
func (d *page) linksBelow(i int) int {
	k := i + 1
	for ; k < len(d.marks); k++ {
		if d.html.Blocks[k].LinkDensity() < 0.95 && !(k > i+1 && d.isStoryNote(k) && d.tellsTime(d.texts[k])) {
			break
		}
		if d.marks[k].kind == Body {
			d.set(k, Boilerplate, NoRole, "links below a heading of none of the article", "")
		}
	}
	return k
}

// fieldLine takes a block out of the body that is a byline, a date, or a
// labelled list of links, as "Tags: …", and nothing else. Between paragraphs
// that the model is sure of (trusted), it is a date only.
func (d *page) fieldLine(i int, trusted bool) {
	s := d.texts[i]
	m, ok := d.p.rules.Label(s)
	switch {
	case (i <= d.first+2 || i >= d.last-2) && hasDigit(s) && timestamp.IsDateLine(s):
		d.set(i, Field, Date, bareDateLine, "")
	case i <= d.first+2 && len(s) <= maxNames && d.nameAndDate(s):
		d.set(i, Field, Byline, "names and a date", "")
	case !ok || len(s) > maxNames || !m.Fits, trusted && roleOf[m.Role] != Date && roleOf[m.Role] != ModifiedDate:
	case roleOf[m.Role] == OtherField && d.html.Blocks[i].LinkDensity() > 0.3:
		d.set(i, Field, OtherField, "label", m.Text)
	case roleOf[m.Role] == Byline && !endsSentence(s):
		if name, _, _ := d.byline(s); looksLikeNames(name) {
			d.set(i, Field, Byline, "label", m.Text)
		}
	case roleOf[m.Role] == Date, roleOf[m.Role] == ModifiedDate:
		if ts, _ := timestamp.Find(m.Value, d.dateOptions()); len(ts.Raw)+len(m.Text)+8 >= len(s) {
			d.set(i, Field, roleOf[m.Role], "label", m.Text)
		}
	}
}

// nameAndDate reports whether s is a name and a date and nothing else.
func (d *page) nameAndDate(s string) bool {
	if !hasDigit(s) || endsSentence(s) {
		return false
	}
	name, _, dated := d.byline(s)
	return dated && name != "" && looksLikeNames(name) && countWords(name, 5) <= 4
}

// readAlso takes paragraphs out of the body that are a few words, a colon and
// a link up to the end, unless the model is sure of them: "Read also: …" in
// any language.
func (d *page) readAlso() {
	for i := range d.marks {
		b := &d.html.Blocks[i]
		if d.marks[i].kind != Body || d.trusts(i) || b.Join != htmlpage.Paragraph || i+1 < len(d.marks) && d.html.Blocks[i+1].Join != htmlpage.Paragraph ||
			b.Flags&(htmlpage.InList|htmlpage.InTable) != 0 || d.html.Elems[b.Elem].Level > 0 || b.Links() != 1 || b.LinkDensity() < 0.4 || b.LinkDensity() > 0.97 {
			continue
		}
		s := d.texts[i]
		if d.relatedWords(s[:max(0, len(s)-int(b.LinkDensity()*float32(len(s))+0.5))]) {
			d.set(i, Boilerplate, NoRole, "words for other stories and a link", "")
			continue
		}
		at := strings.IndexAny(s, ":：")
		if at <= 0 || at > maxKey || len(s) > 2*maxRuleBlock || countWords(s[:at], 5) > 4 {
			continue
		}
		if rest := float32(len(s) - at - 2); b.LinkDensity()*float32(len(s)) >= 0.9*rest {
			d.set(i, Boilerplate, NoRole, "words with a colon and a link", "")
		}
	}
}

// relatedWords reports whether s announces links to other stories.
func (d *page) relatedWords(s string) bool {
	if s = strings.TrimSpace(s); s == "" {
		return false
	}
	r := d.p.rules.Boilerplate(s)
	return r != nil && r.Means == rules.Related
}

// tail takes what is no running text off the end of the body: names with an
// address, lists of tags, labelled values, what stands below a heading that is
// no part of the article.
func (d *page) tail() {
	for i := len(d.marks) - 1; i >= 0; i-- {
		if d.marks[i].kind != Body {
			continue
		}
		why := d.tailFragment(i)
		if why == "" {
			return
		}
		d.set(i, Boilerplate, NoRole, why, "")
	}
}

// tailFragment is the reason why the last block of the body is none of it.
func (d *page) tailFragment(i int) string {
	s, b := d.texts[i], &d.html.Blocks[i]
	switch {
	case tooLong(s):
		return ""
	case d.html.Elems[b.Elem].Level == 0:
	case i > d.first && !d.trusts(i):
		return "heading with nothing below it"
	default:
		return ""
	}
	m, labelled := d.p.rules.Label(s)
	switch {
	case strings.HasPrefix(s, "▶") || strings.HasPrefix(s, "☞") || strings.HasPrefix(s, "▷"):
		return "pointer to other pages"
	case strings.HasPrefix(s, "©") && !endsSentence(s):
		return "notice of copyright"
	case isInitials(s):
		return "initials of those who wrote it"
	case strings.Contains(s, "@") && len(s) < 80 && !endsSentence(s):
		return "name and address"
	case b.Links() >= 2 && b.LinkDensity() >= 0.4 && !endsSentence(s) && b.Flags&htmlpage.InList == 0:
		return "list of links"
	case labelled && roleOf[m.Role] == OtherField && m.Fits && m.Value != "" && !longer(s, maxTagLine) && !(startsLower(m.Value) && endsSentence(s)):
		return "label"
	case i > 0 && !d.trusts(i) && d.marks[i-1].kind == Boilerplate && d.html.Blocks[i-1].Flags&htmlpage.Handle == 0 && d.html.Elems[d.html.Blocks[i-1].Elem].Level > 0:
		return "below a heading of none of the article"
	}
	return ""
}

// maxTagLine is how many characters a labelled value has that is taken off the
// end of the body.
const maxTagLine = 79

// isInitials reports whether s is some letters, a stroke and letters, as
// writers and agencies sign: "(kae/dpa)".
func isInitials(s string) bool {
	s = strings.Trim(s, "() ")
	a, b, ok := strings.Cut(s, "/")
	return ok && len(s) <= 12 && isSmall(a) && isSmall(b)
}

func isSmall(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) && r != '/' }) < 0
}

// body joins the blocks of the body.
func (d *page) body() string {
	size := 0
	for i := range d.marks {
		if d.marks[i].kind == Body {
			size += len(d.texts[i]) + 6
		}
	}
	var sb strings.Builder
	sb.Grow(size)
	prev, broken := -1, true
	for i := range d.marks {
		b := &d.html.Blocks[i]
		broken = broken || b.Join == htmlpage.Paragraph
		if d.marks[i].kind != Body {
			continue
		}
		switch {
		case prev < 0:
		case broken:
			sb.WriteString("\n\n")
		case b.Join == htmlpage.LineBreak:
			sb.WriteByte('\n')
		case spaced(d.texts[prev], d.texts[i]):
			sb.WriteByte(' ')
		}
		if b.Item > 0 && !startsWithNumber(d.texts[i]) {
			d.texts[i] = strconv.Itoa(int(b.Item)) + ". " + d.texts[i]
		}
		if prev >= 0 && (broken || b.Join == htmlpage.LineBreak) {
			sb.WriteString(d.html.Indent(i))
		}
		sb.WriteString(d.texts[i])
		prev, broken = i, false
	}
	return sb.String()
}
