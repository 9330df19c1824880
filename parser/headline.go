package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// Bounds of what can be a headline, in columns.
const (
	maxHeadline         = 220
	maxSentenceHeadline = 75 // with a full stop
	minHeadline         = 5
)

// mostHeadlines is how many lines of the head may be headlines. Of the lists of
// words and records that files hold as well, all lines may.
const mostHeadlines = 100

// headline finds the headline among the open lines of the head, or takes the
// labelled one, and marks what stands above it.
func (d *draft) headline() {
	if d.art.Title != "" {
		d.printedHeadline()
		return
	}
	if d.matter(true) {
		return
	}
	i := d.pickHeadline(d.headlines())
	if i < 0 {
		i = d.callAsHeadline()
	}
	if (i < 0 || isOfficeName(d.blocks[i].Text)) && d.matter(false) || (i < 0 || !d.longerThanName(i)) && d.pictures() || i < 0 {
		return
	}
	d.entitle(i, d.blocks[i].Text, "first line that reads as a headline", "")
	d.wrappedHeadline(i)
}

// entitle takes the title on line i for the headline, and marks what stands above.
func (d *draft) entitle(i int, title, why, detail string) {
	d.art.Title, d.title = plainTitle(title), i
	d.mark(i, Field, Title, why, detail)
	d.aboveHeadline(i)
}

// callAsHeadline is the first line when it has the words of a call to readers, and the
// date of what is open but has no other headline below; -1 when it has not.
func (d *draft) callAsHeadline() int {
	if len(d.visible) < 2 || !d.isDated(d.visible[1]) {
		return -1
	}
	i := d.visible[0]
	if b := &d.blocks[i]; b.Kind != Boilerplate || !callRules[b.Reason.Detail] || d.lines[i].end || d.lines[i].width > maxHeadline {
		return -1
	}
	return i
}

// matter takes what a label of the subject announces, on its line or on the next, for
// the headline of a text that has none or no more than the name of an office: more
// words than the name of a section has. The subject of a mail, which mailed asks for
// alone, is one in any case.
func (d *draft) matter(mailed bool) bool {
	sender := false
	for i := range d.aboveText() {
		sender = sender || namesMailbox(d.blocks[i].Text)
		if mailed && !sender {
			continue
		}
		m, ok := d.labelOf(i)
		if !ok || m.ID != matterLabel || !m.Sep || !d.hasRole(i, OtherField) {
			continue
		}
		if j := d.next(i + 1); m.Value == "" && j < d.first {
			m.Value, i = d.blocks[j].Text, j
		}
		if m.Value != "" && sender || !mailed && (countWords(m.Value, 3) >= 3 || noSpaces(lastRune(m.Value)) && columns(m.Value) > 12) {
			d.entitle(i, withoutList(m.Value), "label of the subject", m.Text)
			return true
		}
	}
	return false
}

// withoutList is the subject of a mail without the name of the list that it was sent to, in
// brackets before it: "[harbour-news] The ferry is back".
func withoutList(s string) string {
	if name, subject, ok := strings.Cut(s, "] "); ok && name != "" && name[0] == '[' && !strings.Contains(name, " ") && strings.TrimSpace(subject) != "" {
		return strings.TrimSpace(subject)
	}
	return s
}

// namesMailbox reports whether s ends with an address of mail in angle brackets, as the
// line of a mail for its sender does.
func namesMailbox(s string) bool {
	if !strings.HasSuffix(s, ">") {
		return false
	}
	at := strings.LastIndexByte(s, '<')
	return at >= 0 && isAddress(s[at+1:len(s)-1])
}

// pictures takes the first line but for fields and boilerplate for the headline of a video or
// of pictures, with the word for them before it: "Video: Bears on a swing".
func (d *draft) pictures() bool {
	for i := range d.aboveText() {
		m, ok := d.labelOf(i)
		if ok && m.Sep && m.ID != matterLabel && moreThanCredit(m, allCapitals(m.Text)) && d.hasRole(i, OtherField) {
			d.entitle(i, d.blocks[i].Text, "headline of pictures", m.Text)
			return true
		}
		if d.open(i) {
			return false
		}
	}
	return false
}

// moreThanCredit reports whether the value of label m has words that no name of a person or an
// office has; the label may be any in capitals, or else that of a credit.
func moreThanCredit(m rules.Match, capitals bool) bool {
	if hasOtherWord(m.Value) {
		return (capitals || m.ID == otherHandLabel) && countWords(m.Value, 3) >= 3
	}
	r := lastRune(m.Value)
	return m.ID == otherHandLabel && !unicode.IsLower(r) && !unicode.IsUpper(r) && !strings.ContainsAny(m.Value, "/（(") && (countWords(m.Value, 6) >= 6 || noSpaces(r) && columns(m.Value) > 16)
}

// headlines are the first open lines of the head that could be headlines.
func (d *draft) headlines() []int {
	var found []int
	end := min(d.first+1, len(d.blocks))
	if d.bodyLabel >= 0 {
		end = min(end, d.bodyLabel)
	}
	for i := d.next(0); i < end && len(found) < mostHeadlines && !d.beginsText(i); i = d.next(i + 1) {
		if d.open(i) && d.readsAsHeadline(i) {
			if d.underlined(i) || d.isOnlyHeading(i) {
				return []int{i}
			}
			if len(found) > 0 && d.headsForm(found[len(found)-1]) && !personal(d.blocks[i].Text) {
				found = found[:len(found)-1]
			}
			found = append(found, i)
		}
	}
	if i := d.nextOpen(d.bodyLabel + 1); len(found) == 0 && d.bodyLabel >= 0 && i < d.first && d.readsAsHeadline(i) {
		return append(found, i) // below the label of the text
	}
	return found
}

// underlined reports whether a row of "=" stands directly below line i, as below a
// headline in plain text, and is not the one above another line with one below.
func (d *draft) underlined(i int) bool { return d.isRowOfSigns(i+1) && !d.isRowOfSigns(i+3) }

// isOnlyHeading reports whether line i is the only heading of the first rank in Markdown.
func (d *draft) isOnlyHeading(i int) bool {
	const mark = "# "
	return strings.HasPrefix(d.blocks[i].Text, mark) && !slices.ContainsFunc(d.visible, func(k int) bool { return k != i && strings.HasPrefix(d.blocks[k].Text, mark) })
}

// isRowOfSigns reports whether block i is there and a row of "=".
func (d *draft) isRowOfSigns(i int) bool {
	return i < len(d.blocks) && len(d.blocks[i].Text) >= minHeadline && strings.Trim(d.blocks[i].Text, "=") == ""
}

// beginsText reports whether line i is as long as a sentence and ends with a colon, below
// which verses or something said stand.
func (d *draft) beginsText(i int) bool {
	return d.open(i) && d.lines[i].width >= proseWidth && endsInColon(d.blocks[i].Text)
}

// readsAsHeadline reports whether line i could be a headline: not too long,
// no sentence, no list item, and with text behind it.
func (d *draft) readsAsHeadline(i int) bool {
	l, s := d.lines[i], unframed(d.blocks[i].Text)
	if l.width < minHeadline || l.width > maxHeadline || l.wraps && (!titleCase(s) || l.prose && d.lines[i+1].lower) && !d.standsAlone(i) {
		return false
	}
	if i > 0 && d.lines[i-1].wraps || unlikeHeadline(s, &l) || namesMailbox(s) {
		return false
	}
	if '1' <= s[0] && s[0] <= '9' {
		if ts, _ := d.findDate(s); ts.Start == 0 && ts.Precision >= timestamp.Minute { // and what is allowed from then on
			return false
		}
	}
	if d.sharesLine(i) && (countWords(s, 4) < 4 || personal(s)) && !noSpaces(lastRune(s)) {
		return false
	}
	j := d.nextOpen(i + 1)
	if j >= len(d.blocks) {
		return false
	}
	switch last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers)); {
	case l.end && endsInUnit(s):
		return true
	case strings.ContainsRune(":：,،;؛", last):
		return false
	case strings.ContainsRune(".。।۔॥", last) && !strings.HasSuffix(s, ".."):
		return d.sentenceAsHeadline(i, j)
	case l.prose:
		return d.lines[j].prose && titleCase(s)
	}
	return true
}

// mostAbove is among how many visible lines from the first on a headline of two
// parts is looked for.
const mostAbove = 6

// twoPartHeadlines takes the first lines that read as headlines of two parts for
// no running text.
func (d *draft) twoPartHeadlines() {
	for _, i := range d.visible[:min(len(d.visible), mostAbove)] {
		if l := &d.lines[i]; l.prose && (d.twoParts(i) || l.end && l.width < longProse && endsInUnit(d.blocks[i].Text)) {
			d.lines[i].prose = false
		}
	}
}

// units are short forms of what is counted, with the full stop that ends them.
var units = map[string]bool{"proc.": true, "pct.": true, "тыс.": true, "тис.": true, "млн.": true, "млрд.": true, "руб.": true, "грн.": true, "лв.": true, "tys.": true, "mln.": true, "mld.": true, "zł.": true, "hod.": true, "odst.": true, "мм.": true, "км.": true}

// endsInUnit reports whether s is one sentence that ends with a number and a unit's short
// form, as headlines do with its full stop only: "Prices up by 2.4 proc."
func endsInUnit(s string) bool {
	before, last, _ := cutLastWord(s)
	return units[last] && hasDigit(before[strings.LastIndexByte(before, ' ')+1:]) && !hasSentenceBreak(s)
}

// twoParts reports whether line i is a sentence and what goes with it without a
// full stop, as "“We carry on”. Talk with a miller" is: it is the first, with blank
// lines between it and the text, or what was said comes first.
func (d *draft) twoParts(i int) bool {
	l, s := d.lines[i], d.blocks[i].Text
	if l.end || l.wraps || l.signs&hasClause == 0 || l.width >= longProse {
		return false
	}
	if d.belowFields(i) && i+1 < len(d.blocks) && (d.blocks[i+1].Text == "" || d.isDatedAbove(i)) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("«“„\"", first) && (strings.Contains(s, "». ") || strings.Contains(s, "”. ") || strings.Contains(s, "“. ") || strings.Contains(s[1:], "\". "))
}

// isDatedAbove reports whether one of the two lines above line i is its date.
func (d *draft) isDatedAbove(i int) bool {
	return slices.ContainsFunc(slices.Collect(d.above(i, 2)), d.isDated)
}

// belowFields reports whether nothing but names and lines with a key or a date, or what
// may be one, stands above line i.
func (d *draft) belowFields(i int) bool {
	for k := d.prev(i - 1); k >= 0; k = d.prev(k - 1) {
		if l := &d.lines[k]; l.prose || !l.key && !hasDigit(d.blocks[k].Text) && !allPersonal(d.blocks[k].Text) {
			return false
		}
	}
	return true
}

// sharesLine reports whether block i is a part of a line that a field was cut
// off, as a name or a section beside a date is.
func (d *draft) sharesLine(i int) bool {
	part := func(a int) bool { return d.besideNext(a) && (d.blocks[a].Kind == Field || d.blocks[a+1].Kind == Field) }
	return part(i-1) || part(i)
}

// standsAlone reports whether line i and those that it is wrapped with are few,
// end no sentence, and have a blank line behind them.
func (d *draft) standsAlone(i int) bool {
	width := int32(0)
	for n := 0; n < 3 && i < len(d.lines); n++ {
		width += d.lines[i].width
		if !d.lines[i].wraps {
			return !d.lines[i].end && width <= maxHeadline && (i+1 == len(d.blocks) || d.blocks[i+1].Text == "")
		}
		i++
	}
	return false
}

// sentenceAsHeadline reports whether a line with a full stop is a headline
// all the same: written in title case, the first one above a date or a byline, or short
// above much longer paragraphs.
func (d *draft) sentenceAsHeadline(i, j int) bool {
	s := d.blocks[i].Text
	if hasSentenceBreak(s) {
		return false
	}
	if titleCase(s) && countWords(s, 4) >= 4 {
		return true
	}
	if d.hasRole(d.next(i+1), Date, Byline) && (i == d.next(0) || !d.lines[i].prose && d.headsAsSentence(i)) {
		return true
	}
	if d.lines[i].width > maxSentenceHeadline || j == i+1 {
		return false
	}
	n := 0
	for k := j; k < len(d.blocks) && n < 3; k = d.nextOpen(k + 1) {
		if d.lines[k].width < 2*maxSentenceHeadline {
			return false
		}
		n++
	}
	return n == 3
}

// headsAsSentence reports whether line i, the first of the text, is a headline that asks or calls, or
// one with a full stop above a date or a writer: one sentence that is no speech, with more
// below and no other headline above.
func (d *draft) headsAsSentence(i int) bool {
	l, s := &d.lines[i], d.blocks[i].Text
	if !l.end || l.wraps || l.width >= maxSaying || !strings.ContainsRune("?？؟!！", lastRune(s)) && !(trailsOff(s) && d.belowFields(i)) && !(endsWithStop(s) && d.aboveField(i)) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(s); !isWordRune(first) && !strings.ContainsRune("¿¡", first) { // somebody says so
		return false
	}
	if j := d.next(i + 1); j == len(d.blocks) || hasSentenceBreak(s) || d.lines[j].end && d.lines[j].width <= l.width {
		return false
	}
	for k := d.prev(i - 1); k >= 0; k = d.prev(k - 1) {
		if !d.open(k) || d.lines[k].width < minHeadline || d.lines[k].signs&hasField != 0 && d.isDateLine(d.blocks[k].Text) {
			continue
		}
		if m, ok := d.valueOf(k); !ok || roleOf[m.Role] == Title {
			return false
		}
	}
	return true
}

// aboveField reports whether a date or the label of a writer stands directly below line i.
func (d *draft) aboveField(i int) bool {
	j := d.next(i + 1)
	if j == len(d.blocks) || d.lines[j].end && d.lines[j].width >= proseWidth {
		return false
	}
	if d.lines[j].signs&hasField != 0 && d.isDateLine(d.blocks[j].Text) {
		return true
	}
	m, ok := d.labelOf(j)
	return ok && d.isByline(m)
}

func (d *draft) nextOpen(i int) int {
	for i < len(d.blocks) && !d.open(i) {
		i++
	}
	return i
}

// isSectionName reports whether line i is as short as a section's or a site's
// name, or centred as the name of a newspaper.
func (d *draft) isSectionName(i int) bool {
	return d.lines[i].indent >= centred && d.lines[i].width < maxKey || d.isShortName(i)
}

// isShortName reports whether line i is as short as a section's or a site's
// name.
func (d *draft) isShortName(i int) bool {
	s := d.blocks[i].Text
	switch width := d.lines[i].width; {
	case width >= 24:
		return strings.IndexByte(s, ' ') < 0 && !noSpaces(lastRune(s)) // a path of codes
	case noSpaces(lastRune(s)):
		return width <= 8
	}
	return countWords(withoutSign.Replace(s), 3) < 3
}

// withoutSign takes the sign out that stands between the names of two sections.
var withoutSign = strings.NewReplacer(" - ", " ", " • ", " ", " · ", " ", " / ", " ", " | ", " ")

// centred is the indentation from which a short line counts as centred.
const centred = 16

// repeatedBelow reports whether line i stands again below, alone or with a
// site's name, or begins the first line of running text.
func (d *draft) repeatedBelow(i int) bool {
	s := d.blocks[i].Text
	if letterWeight(s) < 8 {
		return false
	}
	for j := d.next(i + 1); j < len(d.blocks); j = d.next(j + 1) {
		if d.lines[j].width <= 2*maxHeadline && !d.lines[j-1].wraps && sameWords(s, d.blocks[j].Text) {
			return true
		}
	}
	return false
}

// whyAbove is the reason of lines above the headline.
const whyAbove = "above the headline"

// aboveHeadline marks the open lines above the headline: what is left there
// names a section or a site.
func (d *draft) aboveHeadline(title int) {
	for i := 0; i < title; i++ {
		if d.open(i) && !d.lines[i].prose && !(d.lines[i].end && d.lines[i].width >= proseWidth) {
			d.mark(i, Boilerplate, NoRole, whyAbove, "")
		}
	}
}

// isWrappedAt reports whether line i is the first of a paragraph with hard wraps.
func (d *draft) isWrappedAt(i int) bool {
	return i < len(d.lines) && d.lines[i].wraps && d.lines[i].blanks > 0
}

// wrappedHeadline joins the second line of a headline that was broken by a
// hard wrap or before its last words.
func (d *draft) wrappedHeadline(i int) {
	j := i + 1
	if j >= len(d.blocks) || !d.open(j) || d.lines[j].prose || !d.lines[i].wraps && !(d.lines[j].lower && d.isWrappedAt(d.first)) {
		return
	}
	d.art.Title += " " + d.blocks[j].Text
	d.mark(j, Field, Title, "headline goes on", "")
}
