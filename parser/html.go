package parser

import (
	"strings"
	"unicode"

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

// read takes the texts of the blocks and what the model says about them.
func (d *page) read() {
	n := len(d.html.Blocks)
	d.texts, d.marks = make([]string, n), make([]mark, n)
	var sample strings.Builder
	for i := range d.html.Blocks {
		b := &d.html.Blocks[i]
		d.texts[i] = d.html.Text(i)
		switch {
		case b.Flags&htmlpage.Handle != 0 && b.Flags&htmlpage.InPre != 0:
			d.marks[i] = mark{kind: Boilerplate, why: "number of a line"}
		case b.Flags&htmlpage.Handle != 0:
			d.marks[i] = mark{kind: Boilerplate, why: "link beside a heading"}
		case b.Flags&htmlpage.Unseen != 0:
			d.marks[i] = mark{kind: Hidden, why: "element that is not shown"}
		case b.Body && isUnseen(d.texts[i]):
			d.marks[i] = mark{kind: Boilerplate, why: "nothing to be seen"}
		case b.Body:
			d.marks[i] = mark{kind: Body, why: "model"}
			if sample.Len() < 2000 {
				sample.WriteString(d.texts[i])
				sample.WriteByte('\n')
			}
		case b.Flags&htmlpage.HiddenAttr != 0:
			d.marks[i] = mark{kind: Hidden, why: "hidden by attribute"}
		default:
			d.marks[i] = mark{kind: Boilerplate, why: "model"}
		}
	}
	d.unveil()
	d.fill()
	d.bounds()
	d.headings()
	d.introduced()
	d.program()
	d.answers()
	d.bounds()
	d.art.Language = d.meta.Language
	if d.lang = languageTag(d.meta.Language); d.lang == "" {
		d.lang = language.Guess(sample.String())
	}
	d.lang, _, _ = strings.Cut(d.lang, "-")
}

// isUnseen reports whether s has marks for the writer's program only, as a
// joiner of no width in an empty paragraph, or pictures instead of letters:
// emoji, the signs of a font of icons, boxes to tick.
func isUnseen(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x200b:
			if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
				return false
			}
		case r >= 0x1f000, r == 0xfe0f, strings.ContainsRune("▢☐☑☒✓✔", r), unicode.IsSpace(r), unicode.In(r, unicode.Cf, unicode.Co):
		default:
			return false
		}
	}
	return true
}

// unveil takes what is hidden by attribute for shown where most of the body is
// hidden: a script shows the page once it has loaded.
func (d *page) unveil() {
	veiled, all := 0, 0
	for i := range d.marks {
		if d.marks[i].kind == Body {
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
			d.marks[i] = mark{kind: Boilerplate, why: "model"}
		}
	}
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
	d.art.isNone(why)
	d.fields = nil
}
