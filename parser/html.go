package parser

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/language"
	"unscrape/parser/timestamp"
)

// A page is an article in the making from HTML.
type page struct {
	p     *Parser
	html  *htmlpage.Page
	meta  htmlpage.Meta
	texts []string // of the blocks
	marks []mark   // of the blocks
	art   *Article
	lang  string // for dates

	first, last int // blocks of the body; first > last when there is none
	title       int // block of the headline, -1 when it is not shown
	fields      []Block
}

// mark is what a block is found to be.
type mark struct {
	kind   Kind
	role   Role
	why    string
	detail string
}

// parseHTML reads the article of a web page.
func (p *Parser) parseHTML(text string, h Hints, enc Encoding, warnings []Warning) []*Article {
	a := &Article{Source: h.Name, URL: h.URL, Text: text, Encoding: enc, Warnings: warnings}
	d := &page{p: p, html: htmlpage.Read(text), art: a, title: -1}
	d.meta = d.html.Meta()
	d.html.Judge(d.meta.Evidence())
	if d.html.Deep {
		a.Warnings = append(a.Warnings, Warning{"deep-nesting", "elements are nested too deep, the inner ones were read without their tags", Unknown})
	}
	d.read()
	d.labels()
	d.chooseTitle()
	d.repeats()
	d.rules()
	d.bounds()
	d.chooseDate()
	d.chooseAuthors()
	d.chooseRest()
	d.verdict()
	a.Body = d.body()
	a.Ledger = d.ledger()
	d.html.Release()
	return []*Article{a}
}

// read takes the texts of the blocks and what the model says about them.
func (d *page) read() {
	n := len(d.html.Blocks)
	d.texts, d.marks = make([]string, n), make([]mark, n)
	var sample strings.Builder
	for i := range d.html.Blocks {
		b := &d.html.Blocks[i]
		d.texts[i] = d.html.Text(i)
		switch {
		case b.Body:
			d.marks[i] = mark{kind: Body, why: "model"}
			if sample.Len() < 2000 {
				sample.WriteString(d.texts[i])
				sample.WriteByte('\n')
			}
		case b.Flags&htmlpage.Unseen != 0:
			d.marks[i] = mark{kind: Hidden, why: "element that is not shown"}
		case b.Flags&htmlpage.HiddenAttr != 0:
			d.marks[i] = mark{kind: Hidden, why: "hidden by attribute"}
		default:
			d.marks[i] = mark{kind: Boilerplate, why: "model"}
		}
	}
	d.bounds()
	d.art.Language = d.meta.Language
	if d.lang = languageTag(d.meta.Language); d.lang == "" {
		d.lang = language.Guess(sample.String())
	}
	d.lang, _, _ = strings.Cut(d.lang, "-")
}

// bounds finds the first and the last block of the body.
func (d *page) bounds() {
	d.first, d.last = len(d.marks), -1
	for i := range d.marks {
		if d.marks[i].kind == Body {
			d.first = min(d.first, i)
			d.last = i
		}
	}
}

func (d *page) shown(i int) bool { return d.marks[i].kind != Hidden }

func (d *page) set(i int, k Kind, r Role, why, detail string) {
	d.marks[i] = mark{k, r, why, detail}
}

func (d *page) dateOptions() timestamp.Options {
	o := d.p.dates
	if o.Language == "" {
		o.Language = d.lang
	}
	return o
}

// repeats marks the blocks of the body that say the headline again.
func (d *page) repeats() {
	if letters(d.art.Title) < 4 {
		return
	}
	for i := range d.marks {
		if i == d.title || !d.shown(i) || len(d.texts[i]) > 2*len(d.art.Title)+80 {
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
	for i := range d.marks {
		if b := &d.html.Blocks[i]; b.Related || d.marks[i].kind == Boilerplate && d.html.Elems[b.Elem].Level > 0 {
			d.linksBelow(i)
		}
		if d.marks[i].kind != Body || len(d.texts[i]) > maxRuleBlock {
			continue
		}
		if r := d.p.rules.Boilerplate(d.texts[i]); r != nil && d.html.Blocks[i].P <= 240 {
			d.set(i, Boilerplate, NoRole, "rule", r.ID)
			continue
		}
		d.fieldLine(i)
	}
}

// maxRuleBlock bounds the length in bytes of a block that a rule may take out
// of the body.
const maxRuleBlock = 200

// linksBelow takes the links below the heading of a list of other stories, or
// below a heading that is no part of the article, out of the body.
func (d *page) linksBelow(i int) {
	for k := i + 1; k < len(d.marks); k++ {
		if d.html.Blocks[k].LinkDensity() < 0.95 {
			return
		}
		if d.marks[k].kind == Body {
			d.set(k, Boilerplate, NoRole, "links below a heading of none of the article", "")
		}
	}
}

// fieldLine takes a block out of the body that is a byline, a date, or a
// labelled list of links, as "Tags: …", and nothing else.
func (d *page) fieldLine(i int) {
	s := d.texts[i]
	m, ok := d.p.rules.Label(s)
	switch {
	case hasDigit(s) && timestamp.IsDateLine(s):
		d.set(i, Field, Date, "line is a date", "")
	case !ok || len(s) > maxNames || !m.Fits:
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

// minBody is the length in bytes of the shortest body that a page may have.
const minBody = 100

// verdict empties the body of a page that is no article.
func (d *page) verdict() {
	why := d.noArticle()
	if why == "" {
		return
	}
	for i := range d.marks {
		if k := d.marks[i].kind; k == Body || k == Field || k == Repeat {
			d.set(i, Boilerplate, NoRole, "no article", why)
		}
	}
	a := d.art
	*a = Article{URL: a.URL, Language: a.Language, Source: a.Source, Text: a.Text, Encoding: a.Encoding, Warnings: a.Warnings}
	a.Warnings = append(a.Warnings, Warning{"no-article", why, Unknown})
	d.fields = nil
}

// noArticle is the reason why the page is no article, "" when it is one.
func (d *page) noArticle() string {
	var size, links float32
	for i := range d.marks {
		if d.marks[i].kind == Body {
			n := float32(len(d.texts[i]))
			size += n
			links += n * d.html.Blocks[i].LinkDensity()
		}
	}
	switch {
	case size < minBody:
		return "hardly any text"
	case links > 0.7*size:
		return "list of links"
	}
	return ""
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
		sb.WriteString(d.texts[i])
		prev, broken = i, false
	}
	return sb.String()
}

// ledger makes the blocks of the article. Fields that stand in markup only
// come first.
func (d *page) ledger() []Block {
	out := slices.Grow(d.fields, len(d.texts))
	markups := make([]Markup, len(d.texts))
	paths := newPaths(d.html)
	for i := range d.texts {
		b, m := &d.html.Blocks[i], &d.marks[i]
		e := &d.html.Elems[b.Elem]
		markups[i] = Markup{
			Path: paths.path(b.Elem), Class: paths.class(b.Elem), LinkDensity: b.LinkDensity(),
			Landmark: e.Mark.String(), Depth: max(0, int(e.Depth)-1), Heading: int(e.Level),
		}
		span := Unknown
		if b.Start >= 0 {
			span = Span{b.Start, b.End}
		}
		r := Reason{Why: m.why, Detail: m.detail}
		if m.why == "model" {
			r.Score = float32(b.P) / 255
		}
		out = append(out, Block{Span: span, Text: d.texts[i], Kind: m.kind, Role: m.role, Join: Join(b.Join), Reason: r, Markup: &markups[i]})
	}
	return out
}

// paths remembers the paths of elements that hold several blocks.
type paths struct {
	page  *htmlpage.Page
	paths []string
}

func newPaths(p *htmlpage.Page) *paths { return &paths{p, make([]string, len(p.Elems))} }

// path is the names of the elements from body to e, as "main>article>p".
func (s *paths) path(e int32) string {
	el := &s.page.Elems[e]
	if e == 0 || el.Tag == atom.Html || el.Tag == atom.Body {
		return ""
	}
	if s.paths[e] == "" {
		name := el.Tag.String()
		if el.Tag == 0 {
			name = "*"
		}
		if up := s.path(el.Parent); up != "" {
			name = up + ">" + name
		}
		s.paths[e] = name
	}
	return s.paths[e]
}

// class is the class and id of the nearest element that has any.
func (s *paths) class(e int32) string {
	for ; e > 0; e = s.page.Elems[e].Parent {
		el := &s.page.Elems[e]
		switch {
		case el.ID == "" && el.Class == "":
			continue
		case el.ID == "":
			return el.Class
		}
		return strings.TrimSpace(el.Class + " " + el.ID)
	}
	return ""
}
