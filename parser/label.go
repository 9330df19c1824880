package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// roleOf maps the roles that rule files name to those of blocks.
var roleOf = map[string]Role{
	"id": ID, "timestamp": Date, "modified": ModifiedDate, "title": Title, "authors": Byline,
	"url": URL, "language": Language, "body": BodyLabel, "other": OtherField,
}

// label finds labelled fields in the head and in the tail, and never between
// two paragraphs of running text, where "Date:" belongs to the article.
func (d *draft) label() {
	d.frontMatter()
	d.separators()
	d.addressAbove()
	d.keysAboveText()
	for i := d.next(0); i < len(d.blocks) && i <= d.first && i != d.event; i = d.next(i + 1) {
		if d.open(i) {
			d.labelLine(i, i == d.first || i == d.deck)
		}
		if d.bodyLabel >= 0 && i >= d.bodyLabel {
			break
		}
	}
	for i := d.prev(len(d.blocks) - 1); i > d.last && i > d.bodyLabel; i = d.prev(i - 1) {
		if d.open(i) && i > d.first {
			d.labelLine(i, false)
			d.addressLine(i)
		}
	}
	d.datesWithin()
	d.unknownKeysAboveText()
}

// separators marks the lines of an export format that are neither field nor
// text: "3 of 10 DOCUMENTS", and the codes between parts of the text or before them.
func (d *draft) separators() {
	last, coded := -1, []int(nil) // that counts, and those with the text behind a code
	for _, i := range d.visible {
		s := d.blocks[i].Text
		switch {
		case len(s) > 3 && d.lines[i].opens.Label() && s[2] == ' ' && s[3] == ' ' && d.open(i):
			if m, ok := d.labelOf(i); ok && m.Code && roleOf[m.Role] == BodyLabel && m.Value != "" {
				coded = append(coded, i)
			}
		case len(s) > maxCountLine || !d.open(i):
		case isDocumentLine(s):
			_, code, _ := strings.Cut(s, " ")
			d.setField(i, ID, rules.Match{Value: code, Text: s[:len(s)-len(code)-1]})
		case isCountLine(s):
			d.mark(i, Boilerplate, NoRole, whySeparates, "")
			last = i
		case len(s) <= 3 && d.lines[i].opens.Label():
			if m, ok := d.labelOf(i); ok && m.Code && m.Alone && roleOf[m.Role] == BodyLabel {
				d.mark(i, Field, BodyLabel, whyLabel, m.Text)
				if d.bodyLabel < 0 {
					d.bodyLabel = i
				}
			}
		}
	}
	if last >= 0 {
		d.cover(last)
	}
	for _, i := range slices.Backward(coded) {
		m, _ := d.labelOf(i)
		d.announce(i, m)
	}
}

// cover marks what stands above the first article of an export.
func (d *draft) cover(separator int) {
	for i := range separator {
		if d.open(i) {
			d.mark(i, Boilerplate, NoRole, "cover page", "")
		}
	}
	d.findProse()
}

// labelLine marks block i when it begins with a label whose value fits. In a
// line of running text only labels of the title and the text count.
func (d *draft) labelLine(i int, running bool) {
	s, labelled := d.blocks[i].Text, d.lines[i].opens.Label()
	if d.lines[i].key && !running && (labelled || i < d.first && d.besideLabel(i)) {
		if key, ok := keyOfNone(s); ok {
			d.mark(i, Field, OtherField, "no value behind the key", key)
			return
		}
	}
	if !labelled {
		return
	}
	m, ok := d.labelOfField(i, running)
	if !ok {
		return
	}
	role := roleOf[m.Role]
	if (m.ID == venueLabel || role == Date && (m.ID == genericDateLabel || m.ID == bareDateLabel)) && d.takesEvent(i) {
		return
	}
	if m.ID == subjectLabel && i > d.last {
		role = OtherField // of an index
	}
	if role == OtherField && d.isKindAndDate(s, m) || (role == OtherField || role == Byline) && i > d.last && d.lines[i].key && d.inBox(i) {
		return
	}
	if m.ID == descriptionLabel && m.Sep && i >= d.first && m.Value != "" {
		if d.goesOnWith(i, m.Value) {
			if d.mark(i, Field, OtherField, whyLabel, m.Text); i == d.first {
				d.findProse()
			}
			return
		}
		role = BodyLabel
	}
	if running && !(m.Sep && (role == Title || role == BodyLabel || d.startsWithDate(m.Value, role))) {
		return
	}
	if m.Value == "" {
		d.labelAlone(i, m, role)
		return
	}
	if d.labelWithValue(i, m, role); m.ID == sectionLabel {
		d.pathBehind(i)
	}
}

// besideLabel reports whether the line directly above or below line i is a key that is a
// label: line i is a field too then, and no headline.
func (d *draft) besideLabel(i int) bool {
	labelled := func(k int) bool {
		return k >= 0 && k < len(d.lines) && d.lines[k].key && d.lines[k].opens.Label()
	}
	return labelled(i-1) || labelled(i+1)
}

// keyOfNone is the key of a line that says that a field has no value: "author: None".
func keyOfNone(s string) (key string, ok bool) {
	if len(s) > maxKey {
		return "", false
	}
	key, value := s, ""
	if k := max(strings.LastIndexByte(s, ':'), strings.LastIndex(s, "：")); k > 0 {
		key, value = s[:k], strings.TrimLeft(s[k:], ":：")
	}
	return key, len(value) <= maxNoValue && saysNone(value)
}

// maxNoValue is the most bytes of one of noValues and the white space around it.
const maxNoValue = 12

// saysNone reports whether s is what programs and forms write where a field has no value.
func saysNone(s string) bool { return noValues[strings.TrimSpace(s)] }

var noValues = map[string]bool{
	"None": true, "none": true, "NONE": true, "null": true, "NULL": true, "Null": true, "nil": true, "nan": true, "NaN": true, "N/A": true, "n/a": true,
	"undefined": true, "[]": true, "{}": true, "-": true, "--": true, "—": true, "无": true, "無": true,
}

// pathBehind marks the parts of a path of sections that the value of the label on line i
// goes on with behind slashes: "Section: Culture / Theatre".
func (d *draft) pathBehind(i int) {
	for ; d.besideNext(i) && d.open(i+1) && !d.lines[i+1].key && d.lines[i+1].width < maxShortLine; i++ {
		if !strings.HasSuffix(strings.TrimRight(d.raw(i), " "), "/") && !strings.HasPrefix(strings.TrimLeft(d.raw(i+1), " "), "/") {
			return
		}
		d.mark(i+1, Field, OtherField, "goes on with the field", "")
	}
}

// labelOfField is the label that line i begins with. Behind one of writers stands no
// value, names, or an office and a name; "Author: the editors" is marked as it is.
func (d *draft) labelOfField(i int, running bool) (rules.Match, bool) {
	m, ok := d.labelOf(i)
	if !ok && d.lines[i].width < maxShortLine && (d.belowPair(i) || d.betweenLabelAndText(i)) {
		m, ok = d.rules().Label(d.blocks[i].Text + ":")
		ok = ok && m.Value == "" && (roleOf[m.Role] == BodyLabel || roleOf[m.Role] == OtherField && d.belowPair(i))
	}
	if s, j := d.blocks[i].Text, d.next(i+1); !ok && j < d.first && (strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：")) { // "Ref:" above "4417"
		m, ok = d.rules().Label(s + " " + d.blocks[j].Text)
		if ok = ok && m.Strict && m.Value == d.blocks[j].Text && d.fits(m); ok {
			m.Value, m.Alone = "", true
		}
	}
	if ok && (roleOf[m.Role] != Byline || m.Value == "" || d.fits(m)) {
		return m, true
	}
	office, rest, named := d.bylineWithOffice(d.blocks[i].Text)
	if named && d.isDateLine(rest) {
		d.addDates(rest, i, d.dateRole(rest), bareDate)
	}
	if !named && ok && m.Sep && !m.Strict && !running && !d.lines[i].end && countWords(m.Value, 5) < 5 && !d.isDateLine(m.Value) {
		d.mark(i, Field, Byline, "label of no name", "")
	}
	return office, named
}

// labelWithValue takes the value that stands behind the label of line i.
func (d *draft) labelWithValue(i int, m rules.Match, role Role) {
	switch role {
	case ID:
		if v, counter, ok := strings.Cut(m.Value, ")"); ok && d.blocks[i].Text[0] == '(' && isCounters(counter) {
			m.Value = v // "(Release ID: 1234567) Visitors: 12"
		}
	case Date:
		m.Value = d.withLabelledTime(i, m.Value)
	}
	switch {
	case role == BodyLabel:
		if m.Sep {
			d.announce(i, m)
		}
	case d.fits(m) && !(role == Date && m.ID == genericDateLabel && d.eventBox(i)):
		if role == Title && d.art.Title == "" {
			m.Value = d.withColumn(i, m.Value)
		}
		d.setField(i, role, m)
		if m.ID == sourceLabel || m.ID == otherHandLabel && d.isDateLine(m.Value) {
			d.addDates(m.Value, i, Date, bareDate) // of the issue
		}
	case role == Date && m.Sep && m.ID != genericDateLabel && d.lines[i].width < maxShortLine && hasDigit(m.Value):
		d.mark(i, Field, Date, "label of a date that cannot be read", m.Text)
	}
}

// withColumn is value, of the label on line i, with the lines below that begin in its column.
func (d *draft) withColumn(i int, value string) string {
	column := d.lines[i].indent + d.lines[i].width - columns(value)
	for k := i + 1; column >= centred/2 && k < len(d.lines) && d.open(k) && !d.lines[k].key && d.lines[k].indent == column; k++ {
		value += " " + d.blocks[k].Text
		d.mark(k, Field, Title, "goes on with the field", "")
	}
	return value
}

// isKindAndDate reports whether s is the kind of a story and its date with a dash
// between them, as "Video – December 19, 2025", and no date of another thing.
func (d *draft) isKindAndDate(s string, m rules.Match) bool {
	label := strings.TrimRight(strings.TrimSuffix(s, m.Value), " \u00a0")
	return hasDigit(m.Value) && strings.ContainsRune("-–—", lastRune(label)) && d.isDateLine(m.Value)
}

// goesOnWith reports whether the next line begins with s, but for its end.
func (d *draft) goesOnWith(i int, s string) bool {
	j := d.next(i + 1)
	s = strings.TrimRight(s, " .…[]")
	return j < len(d.blocks) && strings.HasPrefix(d.blocks[j].Text, s)
}

// isAllText reports whether the sentence on line i, which the label of a summary
// announces, begins the text itself: it does not stand again below, nor does a
// label of the text.
func (d *draft) isAllText(i int) bool {
	if !d.isSentence(i) || d.goesOnWith(i, d.blocks[i].Text) {
		return false
	}
	for k := d.next(i + 1); k < len(d.blocks); k = d.next(k + 1) {
		if m, ok := d.labelOf(k); ok && roleOf[m.Role] == BodyLabel {
			return false
		}
	}
	return true
}

// takesWriter marks line i when it is a label for the writer and a name without a sign
// between, among labelled lines or above the date, in a script without capitals, where
// nothing tells a name, and reports whether it is.
func (d *draft) takesWriter(i int) bool {
	s := d.blocks[i].Text
	first, name, ok := strings.Cut(strings.TrimRight(s, " :"), " ")
	r, _ := utf8.DecodeRuneInString(s)
	if !ok || hasCase(r) || hasDigit(s) || countWords(name, 4) > 3 {
		return false
	}
	above := d.prev(i - 1)
	for above >= 0 && d.blocks[above].Kind == Boilerplate {
		above = d.prev(above - 1)
	}
	if !d.isKnownField(above) && !d.isDated(d.next(i+1)) {
		return false
	}
	if names, _ := d.namesBehind(first + ": " + name); names == "" {
		return false
	}
	d.setField(i, Byline, rules.Match{Value: name, Text: first})
	return true
}

// startsWithDate reports whether the value of a label for a time begins with
// one.
func (d *draft) startsWithDate(value string, role Role) bool {
	ts, _ := d.findDate(value)
	return isDateRole(role) && !ts.IsZero() && ts.Start == 0
}

// datesWithin marks labelled dates between paragraphs, which pages of many
// parts have, when neither head nor tail has one. Nothing but the date may
// stand behind the label.
func (d *draft) datesWithin() {
	if slices.ContainsFunc(d.dates, func(c date) bool { return c.weight >= createdDate }) {
		return
	}
	lead := d.first + belowText
	for i := d.next(d.first + 1); i < d.last; i = d.next(i + 1) {
		if !d.lines[i].opens.Label() || !d.open(i) || d.lines[i].width > maxDateWithLabel || d.lines[i].prose {
			continue
		}
		m, ok := d.labelOf(i)
		if !ok || !m.Sep && i > lead || m.ID == genericDateLabel {
			continue
		}
		if role := roleOf[m.Role]; isDateRole(role) && d.isDateLine(m.Value) && !d.eventBox(i) && !d.besideVenue(i) {
			d.setField(i, role, m)
		}
	}
}

// announce marks the label of the text; its value is the text's first line.
func (d *draft) announce(i int, m rules.Match) {
	raw := d.text[d.blocks[i].Span.Start:d.blocks[i].Span.End]
	at := d.placeOf(raw, m.Value)
	if at <= 0 {
		return
	}
	d.split([]cut{{block: i, at: []int{at}}})
	d.mark(i, Field, BodyLabel, whyLabel, m.Text)
	d.lines[i+1].prose = true
	d.bodyLabel = i
	d.first = min(d.first, i+1)
	d.last = max(d.last, i+1)
}
