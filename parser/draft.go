package parser

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"unscrape/parser/language"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// A draft is an article in the making: the blocks of its part of the
// document, and what the stages have found so far. len(lines) == len(blocks).
type draft struct {
	p        *Parser
	text     string   // decoded text of the whole document
	variants variants // that it has and the texts of blocks have not
	blocks   []Block
	lines    []line
	ruled    []*rules.Rule     // answers of ruleOf
	margin   int32             // columns of white space before all lines
	visible  []int             // blocks: in the dumps of some programs four of five are blank
	when     timestamp.Options // how dates are read
	art      *Article
	scratch  *scratch

	// Running text stands between these blocks; first == len(blocks) and
	// last == -1 when there is none. Before first is the head, behind last
	// the tail.
	first, last int

	title        int   // block of the headline, -1 when it has none
	deck         int   // block of the sentence between headline and date, -1 when there is none
	event        int   // first block of a box about an event that the text begins with, -1 when it does not
	bodyLabel    int   // block of a label that announces the text, -1 when there is none
	speaks       int   // block from which on the language is guessed
	width        int32 // of the column that a browser broke the lines of a page at, 0 when it broke none
	headEnd      int   // block behind the lines by the headline of a page, 0 when it is none
	mass         int32 // columns of running text that no rule matches
	dates        []date
	doubts       []doubt
	stated       Stated      // by the attributes of a record
	writers      bool        // an element of a record has told the authors
	nothing      string      // why the line model found no article; "" when it found one or was not asked
	dumped       bool        // the part is a whole page: the line model told its lines apart
	named        bool        // the text stands below a line with the name of the page's window
	pageLanguage string      // of a whole page, BCP 47; "" when unknown
	glued        bool        // the lines were cut at the ends of sentences
	exported     bool        // a database printed the part: keys stand directly above the text and below it
	programs     bool        // a line was hidden as program text
	wall         bool        // a line says that the page is an error, a login or the like
	logins       int         // lines of a form to log in; more than maxLogins when another line says so
	news         blockRanges // lists of stories in a page dump, each with a date, the newest first
	found        struct {    // the last answer of findDate
		text    string
		ts      timestamp.Timestamp
		problem timestamp.Problem
	}
}

// date is a candidate for the time of publication.
type date struct {
	ts     timestamp.Timestamp
	role   Role // Date or ModifiedDate
	weight int
	block  int
}

// part is what the document holds of the article, as it stands there. A draft has blocks.
func (d *draft) part() string {
	return d.text[d.blocks[0].Span.Start:d.blocks[len(d.blocks)-1].Span.End]
}

// mark gives a block its kind.
func (d *draft) mark(i int, k Kind, r Role, why, detail string) {
	b := &d.blocks[i]
	b.Kind, b.Role, b.Reason = k, r, Reason{Why: why, Detail: detail}
}

// takeBack opens block i again.
func (d *draft) takeBack(i int) { d.mark(i, Body, NoRole, "", "") }

// open reports whether block i is visible and no stage has claimed it. Outside of the
// document none is.
func (d *draft) open(i int) bool {
	return i >= 0 && i < len(d.blocks) && d.blocks[i].Kind == Body && d.blocks[i].Reason.Why == ""
}

// next is the first visible block from i on, len(d.blocks) when there is none.
func (d *draft) next(i int) int { return nextShown(d.lines, i) }

// findVisible lists the visible blocks.
func (d *draft) findVisible() {
	d.visible = d.visible[:0]
	for i := d.next(0); i < len(d.lines); i = d.next(i + 1) {
		d.visible = append(d.visible, i)
	}
}

// prev is the last visible block up to i, -1 when there is none.
func (d *draft) prev(i int) int {
	for lines := d.lines; i >= 0 && !lines[i].shown; i-- {
	}
	return i
}

// shown yields the visible blocks from one on and before another.
func (d *draft) shown(from, to int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := d.next(from); i < to && yield(i); i = d.next(i + 1) {
		}
	}
}

// below yields the n visible blocks behind block i.
func (d *draft) below(i, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; n > 0; n-- {
			if i = d.next(i + 1); i >= len(d.blocks) || !yield(i) {
				return
			}
		}
	}
}

// above yields the n visible blocks before block i, the nearest first.
func (d *draft) above(i, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; n > 0; n-- {
			if i = d.prev(i - 1); i < 0 || !yield(i) {
				return
			}
		}
	}
}

// aboveText yields the visible blocks above the running text.
func (d *draft) aboveText() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := d.next(0); i < d.first && yield(i); i = d.next(i + 1) {
		}
	}
}

// edges yields the visible blocks above and below the running text.
func (d *draft) edges() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
			if i >= d.first && i <= d.last {
				i = d.last
			} else if !yield(i) {
				return
			}
		}
	}
}

// raw is the text of block i as it stands in the document, without the end of the line.
func (d *draft) raw(i int) string {
	return trimLineEnd(d.text[d.blocks[i].Span.Start:d.blocks[i].Span.End])
}

func trimLineEnd(s string) string {
	for n := lineEnd(s); n > 0; n = lineEnd(s) {
		s = s[:len(s)-n]
	}
	return s
}

// lineEnd is the length of the sign that ends a line which s ends with, 0 when it ends with
// none.
func lineEnd(s string) int {
	if s == "" {
		return 0
	}
	switch s[len(s)-1] {
	case '\n', '\r':
		return 1
	case 0xA8, 0xA9: // the last byte of a separator
		if strings.HasSuffix(s, "\u2028") || strings.HasSuffix(s, "\u2029") {
			return len("\u2028")
		}
	}
	return 0
}

func (d *draft) rules() *rules.Set { return d.p.rules }

// labelOf is the label that line i begins with. That there is none is kept, for several
// stages ask, and so are the last labels, for stages ask for those around each line.
func (d *draft) labelOf(i int) (m rules.Match, ok bool) {
	l := &d.lines[i]
	if !l.opens.Label() || l.noLabel {
		return m, false
	}
	s, last := d.blocks[i].Text, &d.scratch.labels[i%lastLabels]
	if last.line != s {
		if m, ok = d.rules().Label(s); !ok {
			l.noLabel = true
			return m, false
		}
		*last = labelled{s, m}
	}
	return last.match, true
}

// maxParts is the most columns of a line of several parts that rules match.
const maxParts = 100

// ruleOf is the rule that line i matches, wherever that may stand; nil when it
// matches none. The answer is kept, for several stages ask.
func (d *draft) ruleOf(i int) *rules.Rule {
	l := &d.lines[i]
	if l.rule > 0 {
		return d.ruled[l.rule-1]
	}
	if !l.opens.Rule() {
		return nil
	}
	var r *rules.Rule
	if l.opens.Line() {
		r = d.rules().Boilerplate(d.blocks[i].Text)
	}
	if s := d.blocks[i].Text; r == nil && l.width <= maxParts && (l.signs&hasClause != 0 || '1' <= s[0] && s[0] <= '9' || strings.Contains(s, "  ")) {
		r = d.rules().Parts(s)
	}
	d.setRule(i, r)
	return r
}

// setRule keeps r, nil for none, as the rule that line i matches. Few lines of a document
// match other rules than those before it.
func (d *draft) setRule(i int, r *rules.Rule) {
	k := slices.Index(d.ruled, r)
	if k < 0 {
		k = len(d.ruled)
		d.ruled = append(d.ruled, r)
	}
	d.lines[i].rule = uint16(k + 1)
}

// matched is the rule of line i if it counts there: the line is no field, and not a
// part of a sentence. It is nil for other lines.
func (d *draft) matched(i int) *rules.Rule {
	if !d.lines[i].matched {
		return nil
	}
	return d.ruleOf(i)
}

// chromeOf is the number of words of menus and buttons that line i consists of.
func (d *draft) chromeOf(i int) int {
	if !d.lines[i].opens.Words() {
		return 0
	}
	return d.rules().Chrome(d.blocks[i].Text)
}

// languageSample is how much of the text, in bytes, tells its language.
const languageSample = 768

// dateOptions are those of the user, with the language of the text as evidence.
func (d *draft) dateOptions() timestamp.Options {
	o := d.p.dates
	if o.Language == "" {
		o.Guess = sync.OnceValue(d.language)
	}
	return o
}

// language guesses the language of the text.
func (d *draft) language() string {
	if len(d.blocks) == 0 {
		return ""
	}
	from, to := max(d.blocks[d.speaks].Span.Start, 0), d.blocks[len(d.blocks)-1].Span.End
	return language.Guess(composed(d.text[from:max(from, min(to, from+languageSample))]))
}
