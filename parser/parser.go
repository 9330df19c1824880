package parser

import (
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// Format says how a document is to be read.
type Format uint8

const (
	Auto Format = iota // by content
	Text
	HTML
)

// Hints are what the container of a document knows about it. The zero value
// means that nothing is known.
type Hints struct {
	Name    string // becomes Article.Source
	Format  Format
	Charset string // as declared by HTTP or MIME; "" when not declared
	URL     string // address the document was fetched from; "" when unknown

	Captured string // when it was fetched or sent, as the container writes it; "" when unknown
	Stated   Stated // by the container, of a document with one article
}

// Options configure a Parser. The zero value is the default.
type Options struct {
	Rules *rules.Set        // nil: the built-in ones
	Dates timestamp.Options // what the user says about dates; Language "" lets each document's own text decide

	// Explain names in the ledger what weighed most for the line model. It
	// takes several times as long.
	Explain bool
}

// A Parser reads documents. It holds no state of a document and may be used
// by several goroutines at once.
type Parser struct {
	rules   *rules.Set
	dates   timestamp.Options
	explain bool
}

// New makes a parser.
func New(o Options) *Parser {
	if o.Rules == nil {
		o.Rules = rules.Builtin()
	}
	return &Parser{rules: o.Rules, dates: o.Dates, explain: o.Explain}
}

// Parse reads one document and returns its articles, at least one. A document
// that is no article has one with an empty body and a warning that says why.
// The articles do not alias data; their ledgers joined cover the decoded text.
func (p *Parser) Parse(data []byte, h Hints) []*Article {
	text, enc, warnings := decode(data, h.Charset)
	var articles []*Article
	record := h.Format != HTML && isRecord(text)
	page := h.Format == HTML || h.Format == Auto && !record && looksLikeHTML(text) && !p.isLiteral(text)
	how := noMarkup
	switch {
	case record:
		how = recorded
	case page && h.Format == Auto && framesText(text):
		how = framed
	case page && (h.Format == Auto || len(text) < maxElement && isElement(text)) && isFragment(text):
		how = fragment
	}
	if page && how == noMarkup {
		articles = p.parseHTML(text, h, enc, warnings)
	} else {
		articles = p.parseText(text, how, h, enc, warnings)
	}
	if len(articles) == 1 && articles[0].Body != "" {
		p.take(articles[0], h.Stated)
	}
	return articles
}

// reading is how the text of a document is read.
type reading struct {
	record   bool // elements or keys announce its fields
	variants variants
}

// A markup says what the elements of a text are.
type markup uint8

const (
	noMarkup markup = iota // none
	recorded               // those of records
	framed                 // a frame about plain text
	fragment               // the layout of an article, or of a part of it
)

// parseText reads the articles of a text, of the records of a file, or of the text that
// a page is no more than a frame or a layout for.
func (p *Parser) parseText(text string, m markup, h Hints, enc Encoding, warnings []Warning) []*Article {
	r := newTextReader(text)
	blocks := r.blocks()
	room := blocks
	how := reading{record: m == recorded, variants: r.variants}
	switch m {
	case recorded, framed:
		blocks = cutElements(text, blocks)
	case fragment:
		blocks = cutFragment(text)
	case noMarkup:
		blocks, how.record = p.cutLiterals(text, blocks)
	}
	if r.variants.any() && (m != noMarkup || how.record) {
		r.variants.foldBlocks(blocks)
	}
	var articles []*Article
	for part := range p.parts(text, how.record, blocks) {
		a := &Article{Source: h.Name, URL: h.URL, Captured: h.Captured, Text: text, Encoding: enc, Warnings: warnings}
		p.draft(text, how, part, a)
		articles = append(articles, a)
	}
	articles[0].room = room
	return articles
}

// plain takes the stages of a document that is no whole page.
func (d *draft) plain() {
	d.belowRow()
	d.itemsOfText()
	d.stripText()
	d.keepCode()
	d.comments()
	d.datedBylines()
	d.dateLines()
	d.numbers()
	d.unknownKeys()
	d.greeting()
	d.contents()
	d.findProse()
	d.breadcrumbs()
	d.headline()
	d.bylines()
	d.withoutPaper()
	d.nameBehindText()
	d.nameByHeadline()
	d.nameAboveEssay()
	d.noteOnWriter()
	d.linesByDate()
	d.placeBelowDate()
	d.captionsAbove()
	d.repeats()
	d.findProse()
	d.senders()
	d.tailFragments()
	d.strays()
	d.lead()
	d.filed()
}

// fields finds what labels announce.
func (d *draft) fields() {
	d.segment()
	d.label()
}

// draft takes the blocks of one article through the stages.
func (p *Parser) draft(text string, how reading, blocks []Block, a *Article) {
	d := p.begin(text, how, blocks, a)
	if d.dumped = d.dump(); d.dumped {
		d.repeats()
	} else {
		d.plain()
	}
	d.datelineAbove()
	d.reporterInDateline()
	d.mailBehind()
	d.trimOwner()
	d.chooseDate()
	d.releaseNumber()
	d.verdict()
	a.Body = d.body()
	a.Ledger = d.blocks
	if a.Body != "" {
		p.take(a, d.stated)
	}
	d.release()
}

// begin takes the blocks of one article through the stages before the line
// model, which labels and rules go through alone.
func (p *Parser) begin(text string, how reading, blocks []Block, a *Article) *draft {
	d := &draft{p: p, text: text, variants: how.variants, blocks: blocks, art: a, title: -1, deck: -1, event: -1, bodyLabel: -1, scratch: scratches.Get().(*scratch)}
	d.when = d.dateOptions()
	d.measure()
	d.runningHeads()
	d.sheetNumbers()
	d.numberedHeads()
	d.printouts()
	d.linkList()
	d.cutSeams()
	d.cutSentences()
	d.wrap()
	d.twoPartHeadlines()
	d.findProse()
	d.export()
	if how.record {
		d.elements()
	}
	d.findDeck()
	d.fields()
	first, last := d.first, d.last
	d.strip()
	if d.first != first || d.last != last { // notices stood above the head or below the tail
		d.fields()
	}
	return d
}
