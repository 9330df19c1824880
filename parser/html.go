package parser

import (
	"iter"
	"strings"
	"unicode"

	"unscrape/parser/htmlpage"
	"unscrape/parser/language"
	"unscrape/parser/rules"
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
	lang  string           // for dates
	cards map[cardKind]int // elements with a linked headline by kind, nil before alike is asked
	front bool             // cards are most of the text, and no heading is the headline

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
	a := &Article{Source: h.Name, URL: h.URL, Captured: h.Captured, Text: text, Encoding: enc, Warnings: warnings}
	d := &page{p: p, html: htmlpage.Read(text), art: a, title: -1}
	d.meta = d.html.Meta()
	d.html.Judge(d.meta.Evidence())
	if d.html.Deep {
		a.Warnings = append(a.Warnings, Warning{"deep-nesting", "elements are nested too deep, the inner ones were read without their tags", Unknown})
	}
	d.read()
	d.labels()
	d.chooseTitle()
	d.belowTitle()
	d.repeats()
	d.copies()
	d.others()
	d.boxes()
	d.records()
	d.rules()
	d.readAlso()
	d.contacts()
	d.tail()
	d.bounds()
	d.chooseDate()
	d.chooseAuthors()
	d.chooseRest()
	d.verdict()
	d.unwrap()
	a.Body = d.body()
	a.Ledger = d.ledger()
	a.room = a.Ledger
	d.html.Release()
	return []*Article{a}
}

// read takes the texts of the blocks and what the model says about them, and puts into
// the body what the model doubts and the page shows to be of it.
func (d *page) read() {
	n := len(d.html.Blocks)
	d.texts, d.marks = make([]string, n), make([]mark, n)
	for i := range d.texts {
		d.texts[i] = d.html.Text(i)
		k, why := d.byModel(i)
		d.marks[i] = mark{kind: k, why: why}
	}
	d.art.Language = d.meta.Language
	if d.lang = languageTag(d.meta.Language); d.lang == "" {
		d.lang = language.Guess(d.sample())
	}
	d.lang, _, _ = strings.Cut(d.lang, "-")
	d.unveil()
	d.bounds()
	d.fill()
	d.bounds()
	d.headings()
	d.introduced()
	d.program()
	d.answers()
	d.bounds()
}

// byModel is what block i is by its markup and by the model, and why.
func (d *page) byModel(i int) (Kind, string) {
	b := &d.html.Blocks[i]
	switch {
	case b.Flags&htmlpage.Handle != 0 && b.Flags&htmlpage.InPre != 0:
		return Boilerplate, "number of a line"
	case b.Flags&htmlpage.Handle != 0:
		return Boilerplate, "link beside a heading"
	case b.Flags&htmlpage.Unseen != 0:
		return Hidden, "element that is not shown"
	case b.Body && isUnseen(d.texts[i]):
		return Boilerplate, "nothing to be seen"
	case b.Body:
		return Body, whyModel
	case b.Flags&htmlpage.HiddenAttr != 0:
		return Hidden, "hidden by attribute"
	}
	return Boilerplate, whyModel
}

// sample is the beginning of the body, which tells its language.
func (d *page) sample() string {
	var sb strings.Builder
	for i := 0; i < len(d.marks) && sb.Len() < 2000; i++ {
		if d.isBody(i) {
			sb.WriteString(d.texts[i])
			sb.WriteByte('\n')
		}
	}
	return sb.String()
}

// isUnseen reports whether s has marks for the writer's program only, as a
// joiner of no width in an empty paragraph, or pictures instead of letters:
// emoji, the signs of a font of icons, boxes to tick.
func isUnseen(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r < 0x1f000 && !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Co) && !strings.ContainsRune("\ufe0f▢☐☑☒✓✔", r)
	}) < 0
}

// unveil takes what is hidden by attribute for shown where most of the body is
// hidden: a script shows the page once it has loaded.
func (d *page) unveil() {
	veiled, all := 0, 0
	for i := range d.marks {
		if d.isBody(i) {
			all += len(d.texts[i])
			if d.html.Blocks[i].Flags&htmlpage.HiddenAttr != 0 {
				veiled += len(d.texts[i])
			}
		}
	}
	if 2*veiled <= all {
		return
	}
	for i := range d.marks {
		if d.marks[i].kind == Hidden && d.html.Blocks[i].Flags&htmlpage.Unseen == 0 {
			d.drop(i, whyModel)
		}
	}
}

// bounds finds the first and the last block of the body.
func (d *page) bounds() {
	d.first, d.last = len(d.marks), -1
	for i := range d.marks {
		if d.isBody(i) {
			d.first = min(d.first, i)
			d.last = i
		}
	}
}

func (d *page) shown(i int) bool  { return d.marks[i].kind != Hidden }
func (d *page) isBody(i int) bool { return d.marks[i].kind == Body }

// elem is the element that block i stands in.
func (d *page) elem(i int) *htmlpage.Elem { return &d.html.Elems[d.html.Blocks[i].Elem] }

// around yields the elements around block i and their indexes, the nearest first and the
// root left out.
func (d *page) around(i int) iter.Seq2[int32, *htmlpage.Elem] {
	return func(yield func(int32, *htmlpage.Elem) bool) {
		for e := d.html.Blocks[i].Elem; e > 0; e = d.html.Elems[e].Parent {
			if !yield(e, &d.html.Elems[e]) {
				return
			}
		}
	}
}

// doubted reports whether block i is none of the body only because the model says so.
func (d *page) doubted(i int) bool {
	return d.marks[i].kind == Boilerplate && d.marks[i].why == whyModel
}

// means reports whether a rule with that meaning matches s.
func (d *page) means(s string, m rules.Meaning) bool {
	return d.p.rules.Boilerplate(s).Says(m)
}

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

// drop takes a block out of the body.
func (d *page) drop(i int, why string) { d.set(i, Boilerplate, NoRole, why, "") }

// field notes a field that stands in the markup of the page only.
func (d *page) field(r Role, text, why, detail string) {
	d.fields = append(d.fields, Block{Span: Unknown, Text: text, Kind: Field, Role: r, Reason: Reason{Why: why, Detail: detail}})
}
