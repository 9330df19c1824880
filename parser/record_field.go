package parser

import (
	"cmp"
	"strings"

	"unscrape/parser/rules"
)

// An element is open around the blocks of a record.
type element struct {
	name string // by plainName
	role Role   // of its text; NoRole for a record itself and what surrounds records
	from int    // its first block
}

// openElements are those open at a place of a record, the outermost first.
type openElements []element

// maxElements bounds how many elements are open at once: more are of a file that leaves
// out end tags.
const maxElements = 64

// with is the elements with another one in the innermost, or in its place when there are
// too many.
func (e openElements) with(inner element) openElements {
	return append(e[:min(len(e), maxElements-1)], inner)
}

// innermost is the index of the innermost element of a name, -1 when none is open.
func (e openElements) innermost(name string) int {
	k := len(e) - 1
	for k >= 0 && e[k].name != name {
		k--
	}
	return k
}

// elements marks what the elements of a record hold. Those of unknown names are
// fields of no interest when one of the text is there.
func (d *draft) elements() {
	var open openElements
	var unknown []int
	text := false
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.Kind != Hidden {
			if b.Kind == Body && len(open) > 0 {
				switch e := open[len(open)-1]; {
				case e.role == BodyLabel:
					d.textBlock(i, e, &text)
				case e.role == OtherField:
					d.elementDate(i, e)
					unknown = append(unknown, i)
				case e.role != NoRole && e.role != Title:
					d.elementField(i, e)
				}
			}
			continue
		}
		if key := b.Reason.Detail; key != "" { // of a literal, whose values hold no others
			if len(open) > 0 {
				d.closeElement(open, open[0].name, i)
			}
			open = open[:0].with(d.openElement(nil, key, "", i))
			continue
		}
		tag := strings.TrimSpace(d.raw(i))
		if name, ends := tagName(tag); ends {
			open = d.closeElement(open, plainName(name), i)
		} else if name != "" && !strings.HasSuffix(tag, "/>") {
			open = open.with(d.openElement(open, plainName(name), tag, i))
		}
	}
	if len(open) > 0 {
		d.closeElement(open, open[0].name, len(d.blocks))
	}
	for _, i := range unknown {
		if text {
			d.mark(i, Field, OtherField, "element", "")
		}
	}
	d.findProse()
}

// openElement is the element that a tag opens within others.
func (d *draft) openElement(around openElements, name, tag string, i int) element {
	e := element{name: name, role: d.p.RoleOf(name), from: i + 1}
	if n := len(around); name == nameKey && n > 0 && elementRoles[around[n-1].name] == Byline {
		e.role = Byline
	}
	switch {
	case isLayout(name):
		if len(around) > 0 {
			e.role = around[len(around)-1].role
		}
	case e.role != NoRole && e.role != BodyLabel && !d.holdsValue(i):
		e.role = NoRole
	case e.role == NoRole && (tag == "" || len(around) > 0) && d.holdsValue(i):
		e.role = OtherField
	case e.role == NoRole:
		d.art.ID = cmp.Or(d.art.ID, recordID(tag))
		d.state(tag)
	}
	return e
}

// holdsValue reports whether text or an element that lays text out follows the
// tag in block i.
func (d *draft) holdsValue(i int) bool {
	if holdsText(d.blocks, i) {
		return true
	}
	if i = notBlank(d.blocks, i+1); i == len(d.blocks) || d.blocks[i].Kind != Hidden {
		return false
	}
	tag := strings.TrimSpace(d.raw(i))
	return isLayout(plainName(elementName(tag))) || strings.HasPrefix(tag, "<![")
}

// recordID is the value of an attribute of a record's tag that names it.
func recordID(tag string) string {
	for name, value := range attributes(tag) {
		if elementRoles[name] == ID {
			id, _ := cutID(value)
			return id
		}
	}
	return ""
}

// state notes what the attributes of a record's tag say.
func (d *draft) state(tag string) {
	for name, value := range attributes(tag) {
		switch elementRoles[name] {
		case Title:
			d.stated.Title = cmp.Or(d.stated.Title, value)
		case Date:
			d.stated.Date = cmp.Or(d.stated.Date, value)
		case URL:
			d.stated.URL = cmp.Or(d.stated.URL, value)
		case Byline:
			if d.stated.Authors == nil {
				d.stated.Authors = []string{value}
			}
		}
	}
}

// closeElement closes the innermost element of a name and those within it,
// whose end tags were left out.
func (d *draft) closeElement(open openElements, name string, i int) openElements {
	k := open.innermost(name)
	if k < 0 {
		return open
	}
	if open[k].role == Title && !isLayout(name) {
		d.elementTitle(open[k].from, i)
	}
	return open[:k]
}

// textBlock notes block i of the text. Lines of one paragraph go on.
func (d *draft) textBlock(i int, e element, text *bool) {
	if isLayout(e.name) && i > e.from && d.blocks[i-1].Kind == Body {
		d.lines[i-1].wraps = true
	}
	if !*text {
		*text, d.bodyLabel = true, i-1
	}
	d.lines[i].prose = d.lines[i].prose || d.lines[i].end && d.lines[i].width >= shortSentence
}

// elementField takes block i for the field that its element announces.
func (d *draft) elementField(i int, e element) {
	value := d.blocks[i].Text
	if m, ok := d.rules().Label(value); ok && m.Value != "" && roleOf[m.Role] == e.role {
		value = m.Value
	}
	if saysNone(value) || e.role == Byline && !looksLikeNames(value) {
		d.mark(i, Field, OtherField, "element", e.name)
		return
	}
	if e.role == Byline && d.writers { // an element or a value for each
		d.art.Authors = append(d.art.Authors, splitNames(value)...)
		d.mark(i, Field, Byline, "element", e.name)
		return
	}
	d.writers = d.writers || e.role == Byline && d.art.Authors == nil
	d.setField(i, e.role, rules.Match{Value: value, Text: e.name})
}

// datelineElement is the name of elements for where and when a text was written.
const datelineElement = "dateline"

// elementDate takes the date of block i where its element is one of those.
func (d *draft) elementDate(i int, e element) {
	if e.name == datelineElement {
		d.addDates(d.blocks[i].Text, i, Date, bareDate)
	}
}

// elementTitle takes blocks [from, to) for the headline, up to a drawn line
// below which the writers stand.
func (d *draft) elementTitle(from, to int) {
	var words []string
	first, end := -1, from
	for ; end < to && !isRule(d.blocks[end].Text); end++ {
		if d.blocks[end].Text != "" && d.open(end) {
			if first < 0 {
				first = end
			}
			words = append(words, d.blocks[end].Text)
			d.mark(end, Field, Title, "element", "")
		}
	}
	if d.art.Title == "" && first >= 0 {
		d.art.Title, d.title = plainTitle(strings.Join(words, " ")), first
	}
	for ; end < to; end++ {
		if d.blocks[end].Text == "" || !d.open(end) {
			continue
		}
		if m, ok := d.labelOf(end); ok && roleOf[m.Role] == Byline && d.fits(m) {
			d.setField(end, Byline, m)
		} else {
			d.mark(end, Field, OtherField, "element", "")
		}
	}
}
