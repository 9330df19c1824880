package parser

import (
	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// rules lets the rules have their say about short blocks that the model holds
// for body.
func (d *page) rules() {
	d.aboveTitle()
	d.headOfMail()
	d.rows()
	from, to := d.prose()
	end := d.last // of the blocks that are no items of a list which ends the body
	for end > to && (!d.isBody(end) || d.html.Blocks[end].Flags&htmlpage.InList != 0) {
		end--
	}
	below := false // a heading of other stories and links only, or a list behind the text
	for i := range d.marks {
		b := &d.html.Blocks[i]
		if below = below && (b.LinkDensity() >= 0.95 || i > end && i <= d.last && d.last <= end+maxTags && b.P < almostSure && !d.trusts(d.last)); below && d.isBody(i) {
			d.drop(i, "links below a heading of none of the article")
		}
		below = below || b.Related || d.marks[i].kind == Boilerplate && d.elem(i).Level > 0
		if !d.isBody(i) || longer(d.texts[i], maxRuleBlock) || d.isCell(i) {
			continue
		}
		inside := i > from && i < to
		if isListSign(d.texts[i]) {
			d.drop(i, "sign of a list")
		} else if r := d.ruleOf(i, inside); r != nil {
			d.set(i, Boilerplate, NoRole, WhyRule, r.ID)
		} else {
			d.fieldLine(i, inside && d.trusts(i))
		}
	}
}

// maxRuleBlock bounds the length in characters of a block that a rule may take
// out of the body.
const maxRuleBlock = 200

// isListSign reports whether s is a sign of the list that scrapers print of the
// elements they found: "[<p>First.</p>, <p>Second.</p>]".
func isListSign(s string) bool { return s == "," || s == "[" || s == "]" }

// ruleOf is the rule by which a block of the body is none of it, nil when there is none.
// Between paragraphs, rules for edges do not count, nor those for what stands behind an
// article where the model is sure.
func (d *page) ruleOf(i int, inside bool) *rules.Rule {
	if r := d.wordRuleOf(i, inside); r != nil {
		return r
	}
	r := d.p.rules.Boilerplate(d.texts[i])
	if r == nil || inside && (r.At == rules.Edge || d.trusts(i) && endsArticle(r)) {
		return nil
	}
	if countWords(d.texts[i], minPhrase) < minPhrase && (d.html.Blocks[i].P >= almostSure || inside && d.trusts(i) && d.elem(i).Level > 0) {
		return nil
	}
	return r
}

// wordRuleOf is the rule that a paragraph of the body behind its first one matches
// by its words: for calls to readers anywhere, for notices when it is no sentence of
// the text and does not stand inside of it; nil when it matches none.
func (d *page) wordRuleOf(i int, inside bool) *rules.Rule {
	s, b := d.texts[i], &d.html.Blocks[i]
	if i <= d.first || b.Join != htmlpage.Paragraph || b.Flags&(htmlpage.InList|htmlpage.InQuote) != 0 || columns(s) > maxWordLine || isOpening(s) {
		return nil
	}
	r := d.p.rules.Words(s)
	if r == nil || callRules[r.ID] {
		return r
	}
	if inside || r.At == rules.Head || endsSentence(s) && d.isBody(i-1) {
		return nil
	}
	return r
}

// endsArticle reports whether what matches a rule stands behind an article.
func endsArticle(r *rules.Rule) bool { return r.Means == rules.End || r.Means == rules.Comments }

// trusts reports whether the model is as good as sure that a block is body.
// Between paragraphs it then has the last word about wordings that the text
// of an article may have as well: "The End", "Discussion", "Website: …".
func (d *page) trusts(i int) bool { return d.html.Blocks[i].P >= trusted }

// Probabilities by the model, in 255ths, from which on it is believed.
const (
	trusted    = 178
	almostSure = 241 // also of what stands beside the cell of the text
)

// minPhrase is how many words a block has at least that a rule takes out of the body
// although the model is almost sure of it, or of a heading in the text: "Feature" or
// "Recommendations" may be a subheading.
const minPhrase = 3

// prose is the first and the last block of the body that is a paragraph rather
// than a line.
func (d *page) prose() (first, last int) {
	first, last = len(d.marks), -1
	for i := range d.marks {
		if d.isBody(i) && len(d.texts[i]) >= minBody && !d.isRowOfLinks(i) {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// aboveTitle takes short lines out of the body that stand above the headline.
func (d *page) aboveTitle() {
	for i := d.first; i < d.title; i++ {
		if d.isBody(i) && len(d.texts[i]) < minBody && !d.trusts(i) {
			d.drop(i, whyAbove)
		}
	}
	d.bounds()
}

// minMailHead is how many labelled lines the head of a message has at least.
const minMailHead = 3

// headOfMail takes the lines out of the body with which a message begins that
// was saved as a page: sender, receivers, time and subject.
func (d *page) headOfMail() {
	end, subject := d.first, false
	for ; end <= d.last; end++ {
		m, ok := d.p.rules.Label(d.texts[end])
		if !ok || m.Value == "" {
			break
		}
		subject = subject || roleOf[m.Role] == Title
	}
	if !subject || end-d.first < minMailHead {
		return
	}
	for i := d.first; i < end; i++ {
		if d.isBody(i) {
			d.set(i, Field, OtherField, "head of a message", "")
		}
	}
	d.bounds()
}

// rows takes rows of links before and behind the paragraphs out of the body.
func (d *page) rows() {
	from, to := d.prose()
	for i := range d.marks {
		if d.isBody(i) && (i < from || i > to) && d.isRowOfLinks(i) {
			d.drop(i, "row of links")
		}
	}
	d.bounds()
}

// minRow is how many links are a row.
const minRow = 3

// isRowOfLinks reports whether a block is a row of links with signs between them, as
// menus have.
func (d *page) isRowOfLinks(i int) bool {
	b := &d.html.Blocks[i]
	n := b.Links()
	return n >= minRow && b.Beside() >= 2*(n-1) && b.Beside() <= 4*n
}

// isCell reports whether a block is in a row of a table with others, and not in
// a table that holds all of the body.
func (d *page) isCell(i int) bool {
	bs := d.html.Blocks
	if bs[i].Flags&htmlpage.InTable == 0 {
		return false
	}
	for _, e := range d.around(i) {
		if (e.Tag == atom.Td || e.Tag == atom.Th) && e.Holds(d.first, d.last) {
			return false
		}
	}
	return bs[i].Join == htmlpage.Wrapped || i+1 < len(bs) && bs[i+1].Join == htmlpage.Wrapped
}

// fieldLine takes a block out of the body that is a byline, a date, or a
// labelled list of links, as "Tags: …", and nothing else. Between paragraphs
// that the model is sure of (trusted), it is a date only.
func (d *page) fieldLine(i int, trusted bool) {
	s := d.texts[i]
	switch {
	case (i <= d.first+2 || i >= d.last-2) && hasDigit(s) && timestamp.IsDateLine(s):
		d.set(i, Field, Date, whyDateLine, "")
	case i <= d.first+2 && len(s) <= maxNames && d.nameAndDate(s):
		d.set(i, Field, Byline, "names and a date", "")
	default:
		if m, ok := d.p.rules.Label(s); ok && m.Fits && len(s) <= maxNames {
			d.labelled(i, m, trusted)
		}
	}
}

// labelled takes a block out of the body that begins with a label and has nothing else.
func (d *page) labelled(i int, m rules.Match, trusted bool) {
	s := d.texts[i]
	switch role := roleOf[m.Role]; {
	case isDateRole(role):
		if ts, _ := timestamp.Find(m.Value, d.dateOptions()); len(ts.Raw)+len(m.Text)+8 >= len(s) {
			d.set(i, Field, role, whyLabel, m.Text)
		}
	case trusted:
	case role == OtherField && d.html.Blocks[i].LinkDensity() > 0.3:
		d.set(i, Field, OtherField, whyLabel, m.Text)
	case role == Byline:
		if name, _, _ := d.byline(s); looksLikeNames(name) {
			d.set(i, Field, Byline, whyLabel, m.Text)
		}
	}
}

// nameAndDate reports whether s is a name and a date and nothing else.
func (d *page) nameAndDate(s string) bool {
	if !hasDigit(s) || endsSentence(s) {
		return false
	}
	name, _, dated := d.byline(s)
	return dated && looksLikeNames(name) && countWords(name, 5) <= 4
}
