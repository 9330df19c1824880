package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// bylineWithOffice finds the label of a byline before a name that a paper, a
// place or a date, the rest, follows behind a comma or a dash.
func (d *draft) bylineWithOffice(s string) (m rules.Match, rest string, ok bool) {
	if !d.rules().BeginsWithLabel(s, "authors") {
		return m, "", false
	}
	for _, cut := range append(dashesAndBar, ", ") {
		if name, rest, found := strings.Cut(s, cut); found {
			if m, ok := d.rules().Label(name); ok && d.isByline(m) {
				return m, rest, true
			}
		}
	}
	m, ok = d.rules().Label(withoutJob(s))
	return m, "", ok && d.isByline(m)
}

// isByline reports whether m is the label of a writer with names behind it.
func (d *draft) isByline(m rules.Match) bool {
	return roleOf[m.Role] == Byline && m.Value != "" && d.fits(m)
}

// bylines marks a line of names that no label announces: directly above or
// below a date in the head, as "Jane Roe" between headline and date; before a dash on the
// line of the date where there is no headline. When the writer is known, other hands are
// marked.
func (d *draft) bylines() {
	d.aboveLength()
	d.reporterLines()
	d.accountByline()
	for i := range d.aboveText() {
		if d.title < 0 && !d.beforeDash(i) || i <= d.title && (d.blocks[i].Reason.Why != whyAbove || !d.besideNext(i)) || i > d.title && !d.open(i) || !d.besideDate(i) {
			continue
		}
		s := strings.Trim(d.blocks[i].Text, " -–—|•·*")
		s, _ = cutFirst(s, dashes) // the site, the office
		if name, ok := strings.CutPrefix(s, "From "); ok && personal(name) {
			s, _ = cutFirst(name, []string{",", " in "}) // where
		}
		switch {
		case !personal(s) && !twoNames(s) || d.lines[i].key || d.beginsWithButton(s) || d.lines[i].end && saysMore(s):
		case d.isCredit(s) || isOfficeName(s):
			d.mark(i, Field, OtherField, "another hand", "")
		case d.art.Authors == nil:
			names, _, _ := strings.Cut(s, "|")
			d.setAuthors(i, splitNames(d.withoutRole(names)), "names beside the date")
			return
		}
	}
}

// beforeDash reports whether the line of block i goes on with a dash.
func (d *draft) beforeDash(i int) bool {
	if !d.besideNext(i) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(d.blocks[i+1].Text)
	return strings.ContainsRune("-–—", r)
}

// aboveLength takes the name directly above the number of words, which exports state,
// for the writer's.
func (d *draft) aboveLength() {
	for i := range d.aboveText() {
		s := d.blocks[i].Text
		if d.art.Authors != nil || !d.open(i) || i+1 == len(d.blocks) || !hasDigit(d.blocks[i+1].Text) || !personal(s) {
			continue
		}
		if d.ruleOf(i + 1).Is(exportCover) {
			d.setAuthors(i, splitNames(s), "name above the number of words")
		}
	}
}

// saysMore reports whether a word in lower case stands behind the comma of s, which
// ends a sentence: "Read Gogol, says the guard."
func saysMore(s string) bool {
	_, more, ok := strings.Cut(s, ", ")
	return ok && startsLower(more)
}

// dashesAndBar stand between a name and the site, the office or a date.
var dashesAndBar = []string{" - ", " – ", " — ", " | "}

var dashes = dashesAndBar[:3]

// beginsWithButton reports whether s is a line that rules know, or its first word one of
// a button or a menu.
func (d *draft) beginsWithButton(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return d.rules().Knows(first) || d.rules().Boilerplate(s) != nil
}

// withoutPaper takes the name of the paper, which the notice of copyright says
// too, off the names behind the first.
func (d *draft) withoutPaper() {
	if a := d.art.Authors; len(a) > 1 {
		d.art.Authors = append(a[:1:1], slices.DeleteFunc(slices.Clone(a[1:]), d.ownsPage)...)
	}
}

// nameByHeadline marks the line of a person's name directly above the headline,
// with the date above it, or directly below the headline, when it has as much
// evidence as on a whole page.
func (d *draft) nameByHeadline() {
	if d.art.Authors != nil || len(d.dates)+len(d.doubts) == 0 || d.exported || d.nameOnDate() || d.title < 0 {
		return
	}
	for _, i := range [...]int{d.prev(d.title - 1), d.belowTitle()} {
		if i < 0 || i >= d.first || d.lines[i].width > maxShortLine || d.lines[i].signs&hasColon != 0 && endsInColon(d.blocks[i].Text) || i < d.title && !d.isDated(d.prev(i-1)) || i > d.title && !d.open(i) {
			continue
		}
		dated, name := false, d.nameBehindDash(i)
		if name == "" {
			name, dated = d.nameIn(i, true)
		}
		if name == "" {
			name = d.nameBehindPlace(i)
		}
		if first, rest, ok := strings.Cut(name, " "); ok && byWords[first] {
			name = rest
		}
		if name = d.withoutRole(name); name == "" || dated || d.nameEvidence(i, name, false, enoughForName-1) < enoughForName || isCaseless(name) && !d.opines(i, name) || i > d.title && d.isSubject(name) {
			continue
		}
		d.setAuthors(i, splitNames(name), "name by the headline")
		return
	}
}

// nameAboveEssay marks the line of a person's name between the headline and the text of a
// document without dates, which its sentences say nothing of, and the address below it.
// A deck may stand above it. Below a headline in title case the line may be more of that.
func (d *draft) nameAboveEssay() {
	if d.art.Authors != nil || d.title < 0 || len(d.dates)+len(d.doubts) > 0 || d.exported {
		return
	}
	i := d.next(d.title + 1)
	if d.open(i) && d.lines[i].width > maxShortLine && !d.lines[i].prose {
		i = d.next(i + 1)
	}
	text := d.next(i + 1)
	if text < d.first && isAddress(d.blocks[text].Text) {
		text = d.next(text + 1)
	}
	if text != d.first || text >= len(d.blocks) || d.lines[text].blanks == 0 || !d.open(i) || d.lines[i].width > maxShortLine || titleCase(d.art.Title) {
		return
	}
	name, _ := d.nameIn(i, true)
	if name = d.withoutRole(name); name == "" || d.isSubject(name) || !d.onlyIn(name) {
		return
	}
	if first, other := d.commonWords(name); first || other {
		return
	}
	d.setAuthors(i, splitNames(name), "name above the text")
	if k := d.next(i + 1); k < text {
		d.mark(k, Boilerplate, NoRole, "address", "")
	}
}

// nameBehindPlace is the name behind a place that the text speaks of, or the kind of the
// text, and a colon, in a script without capitals: "العقبة: رامي العتوم"; "" when there
// is none.
func (d *draft) nameBehindPlace(i int) string {
	place, name, ok := strings.Cut(d.blocks[i].Text, ": ")
	if !ok || !d.lines[i].key || !fewCaseless(place) || d.first >= len(d.blocks) {
		return ""
	}
	if !d.rules().Boilerplate(place).Is(genre) && !strings.Contains(d.blocks[d.first].Text, place) {
		return ""
	}
	return d.asName(name, true)
}

// nameBehindDash is the name that stands nowhere else, behind a dash and a place or a paper
// that the document names elsewhere too, in a script without capitals: "العقبة - رامي
// العتوم"; "" when there is none.
func (d *draft) nameBehindDash(i int) string {
	s := d.blocks[i].Text
	if len(s) > maxNames || asciiPrefix(s) > 0 { // the place has no capitals
		return ""
	}
	place, rest := cutAny(s, "-–—")
	if strings.TrimRight(place, " \u00a0") == place {
		return ""
	}
	place, name := strings.TrimRight(place, " \u00a0"), strings.TrimLeft(rest, "-–— \u00a0")
	if !fewCaseless(place) || d.linesWith(place) < 2 || d.linesWith(name) != 1 {
		return ""
	}
	return d.asName(name, true)
}

// linesWith is how many visible lines have s in them.
func (d *draft) linesWith(s string) (n int) {
	for _, i := range d.visible {
		if strings.Contains(d.blocks[i].Text, s) {
			n++
		}
	}
	return n
}

// opines reports whether line i below the headline, a name in a script without capitals,
// may be the writer of an opinion: the kind of the text stands directly by it, or what
// the writer is directly below.
func (d *draft) opines(i int, name string) bool {
	if i < d.title || i >= d.first || d.first >= len(d.blocks) || !d.onlyIn(name) {
		return false
	}
	above, below := d.prev(i-1), d.next(i+1) // the headline at least, and the text
	return d.lines[i].key || isRole(d.blocks[below].Text) || opinions[d.blocks[above].Text]
}

// opinions are words for texts that say what their writer thinks.
var opinions = wordSet("opinion")

// nameOnDate takes the name of a person that stands on the line of the date below or
// directly above the headline, set off by a bar or a dash, or by a comma where the time of
// day stands too, as it does behind no place. It reports whether there is one.
func (d *draft) nameOnDate() bool {
	for i := max(0, d.prev(d.title-1)); i < d.first; i = d.next(i + 1) {
		if d.blocks[i].Reason.Why != whyDateLine || !d.isDated(i) {
			continue
		}
		if name, _ := d.nameIn(i, false); name != "" && !saysWhere(name) && !strings.HasPrefix(name, "The ") && (!strings.Contains(d.blocks[i].Text, name+",") || strings.Contains(d.blocks[i].Text, ":")) && !d.isSubject(name) {
			d.art.Authors = splitNames(d.withoutRole(name))
			return true
		}
	}
	return false
}

// saysWhere reports whether s begins with a Slavic word for in or on, and a full stop
// does not make it the initial of a name: "V Horní Lípě".
func saysWhere(s string) bool {
	first, place, _ := strings.Cut(s, " ")
	return place != "" && wheres[first]
}

var wheres = wordSet("where")

// isSubject reports whether the text speaks of what name says, or half of its words
// stand in it in lower case: "Key Findings" is no person.
func (d *draft) isSubject(name string) bool {
	words, common := 0, 0
	for w := range strings.FieldsSeq(name) {
		words++
		if low := strings.ToLower(w); low != w && hasWholeWord(d.part(), low) {
			common++
		}
	}
	if common*2 >= words {
		return true
	}
	for i := d.next(d.first); i < d.last; i = d.next(i + 1) {
		if d.lines[i].prose && strings.Contains(d.blocks[i].Text, name) {
			return true
		}
	}
	return false
}

// belowTitle is the first line below the headline that is neither a date, an identifier
// nor boilerplate.
func (d *draft) belowTitle() int {
	i := d.next(d.title + 1)
	for i < d.first && (d.isDated(i) || d.hasRole(i, ID) || d.blocks[i].Kind == Boilerplate) {
		i = d.next(i + 1)
	}
	return i
}

// isCredit reports whether s begins with a word for an editor, a photographer
// or the like, as labels have it.
func (d *draft) isCredit(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	m, ok := d.rules().Label(first + ":")
	return ok && roleOf[m.Role] == OtherField
}

// maxByDate is how many short lines may stand between a headline and its date.
const maxByDate = 2

// linesByDate marks the short lines between the headline and its date: names
// of writers, offices, sections and places that nothing announces.
func (d *draft) linesByDate() {
	if d.title < 0 {
		return
	}
	var found []int
	for i := d.next(d.title + 1); i < d.first; i = d.next(i + 1) {
		switch {
		case d.hasRole(i, Date, ModifiedDate):
			for _, k := range found {
				d.mark(k, Boilerplate, NoRole, "short line by the date", "")
			}
			return
		case !d.open(i), i == d.deck:
		case len(found) == maxByDate || d.lines[i].end || d.lines[i].width > maxShortLine || countWords(d.blocks[i].Text, 5) > 4 && !isOfficeName(d.blocks[i].Text):
			return
		default:
			found = append(found, i)
		}
	}
}

// placeBelowDate marks the line directly below the date that is a place and agencies.
func (d *draft) placeBelowDate() {
	for i := range d.aboveText() {
		if i > d.title && d.open(i) && d.isDated(d.prev(i-1)) && isPlaceAndCapitals(d.blocks[i].Text) {
			d.mark(i, Boilerplate, NoRole, "place and agencies", "")
		}
	}
}

// besideDate reports whether a date stands directly beside line i, or below the paper under it.
func (d *draft) besideDate(i int) bool {
	below := d.next(i + 1)
	if below < d.first && d.open(below) && !d.lines[below].key && d.isDated(d.next(below+1)) && isOfficeName(d.blocks[below].Text) {
		below = d.next(below + 1)
	}
	return d.isDated(d.prev(i-1)) || d.isDated(below)
}

// datedBylines reads the lines of the head that are the label of a byline, a name
// and a date: "By Jane Roe, Example Agency on 4 May 2019".
func (d *draft) datedBylines() {
	for i := range d.aboveText() {
		b := &d.blocks[i]
		if d.lines[i].signs&hasField == 0 || len(b.Text) > maxLineOfFields || !d.open(i) && !d.hasRole(i, Byline) || !d.rules().Opening(b.Text).Label() {
			continue
		}
		ts, _ := d.findDate(b.Text)
		if ts.Precision < timestamp.Day || countWords(b.Text[ts.End():], 4) > 3 {
			continue
		}
		names, label := d.namesBehind(withoutPreposition(b.Text[:ts.Start]))
		if names == "" {
			names, label = d.namesAtHead(b.Text)
		}
		if first, name, _ := strings.Cut(withoutPreposition(b.Text[:ts.Start]), " "); names == "" && isCaseless(name) {
			names, label = d.namesBehind(first + ": " + name)
		}
		if names == "" {
			continue
		}
		if d.art.Authors == nil {
			d.art.Authors = splitNames(names)
		}
		d.addDates(b.Text, i, d.dateRole(b.Text[:ts.Start]), bareDate)
		d.mark(i, Field, Byline, whyLabel, label)
	}
}
