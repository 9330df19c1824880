package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	d.setTitle(i, title, why, detail)
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

func (d *draft) nextOpen(i int) int {
	for i < len(d.blocks) && !d.open(i) {
		i++
	}
	return i
}

// isSectionName reports whether line i is as short as a section's or a site's
// name, or centred as the name of a newspaper.
func (d *draft) isSectionName(i int) bool {
	return d.lines[i].indent >= centred && d.lines[i].width < maxShortLine || d.isShortName(i)
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

// centredBelow reports whether lines i and j, with a blank one below, are centred capitals.
func (d *draft) centredBelow(i, j int) bool {
	a, b := d.lines[i], d.lines[j]
	middles := 2*a.indent + a.width - 2*b.indent - b.width
	return b.indent > 0 && a.indent != b.indent && -2 <= middles && middles <= 2 && (j+1 == len(d.blocks) || d.blocks[j+1].Text == "") &&
		allCapitals(d.blocks[i].Text) && allCapitals(d.blocks[j].Text)
}

// wrappedHeadline joins the second line of a headline that was broken by a
// hard wrap or before its last words.
func (d *draft) wrappedHeadline(i int) {
	j := i + 1
	if j >= len(d.blocks) || !d.open(j) || d.lines[j].prose || !d.lines[i].wraps && !(d.lines[j].lower && d.isWrappedAt(d.first)) && !d.centredBelow(i, j) {
		return
	}
	d.art.Title += " " + d.blocks[j].Text
	d.mark(j, Field, Title, "headline goes on", "")
}
