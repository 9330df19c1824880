package parser

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Of several lines that may be the headline one is picked.

// pickHeadline chooses among candidates: one that stands twice, then the
// first that is more than a section's or a site's name, then the last.
func (d *draft) pickHeadline(found []int) int {
	if i := d.belowWindow(found); i >= 0 {
		return i
	}
	found = d.inScript(found)
	found = withoutFirst(found, d.isLetterhead)
	found = withoutFirst(found, func(i int) bool {
		return isOfficeWithMotto(d.blocks[i].Text) || strings.Count(d.blocks[i].Text, "   ") > 1 // the sections of a site in a row
	})
	found = d.belowLetterhead(d.behindMenu(d.withoutOffice(found)))
	if len(found) > 1 && (d.headsSectionOf(found[0], found[1]) || d.headsBlog(found[0], found[1])) {
		found = found[1:]
	}
	if last := found[max(len(found)-1, 0):]; len(found) > 1 && d.headsSite(found[0], last[0]) {
		found = last
	}
	found = withoutFirst(found, func(i int) bool { return d.isSetting(i) || d.countsWords(d.blocks[i].Text) })
	for _, i := range found {
		if len(found) > 1 && !d.isSectionName(i) && d.endsPath(i) {
			return i
		}
	}
	for _, i := range found {
		short := d.lines[i].width <= 8 && noSpaces(lastRune(d.blocks[i].Text)) // a name
		if !short && d.repeatedBelow(i) && !(d.isSectionName(i) && d.moreThanSection(found)) {
			return i
		}
	}
	found = withoutFirst(found, d.namesSender)
	for _, i := range found {
		if j := d.withoutPrefix(i); j >= 0 {
			return j
		}
	}
	found = d.toldBelow(d.withoutWriter(found))
	if len(found) > 1 && d.isKicker(found[0], found[1]) {
		return found[1]
	}
	return d.firstOrLast(found)
}

// withoutWriter is found without its last candidate when that is a name, which the text
// says nothing of, directly below another that is more than a few words in capitals.
func (d *draft) withoutWriter(found []int) []int {
	n := len(found) - 1
	if n < 1 || d.prev(found[n]-1) != found[n-1] {
		return found
	}
	name, above := d.blocks[found[n]].Text, d.blocks[found[n-1]].Text
	if !personal(name) || personal(above) || countWords(above, 4) < 4 || titleCase(above) || !d.onlyIn(name) || d.isSubject(name) {
		return found
	}
	return found[:n]
}

// withoutFirst is found without its first candidate when that is of a kind and not
// the only one.
func withoutFirst(found []int, is func(i int) bool) []int {
	if len(found) > 1 && is(found[0]) {
		return found[1:]
	}
	return found
}

// inScript is found without the candidates in letters of ASCII, names of sites and
// campaigns, when the text and others are in another script.
func (d *draft) inScript(found []int) []int {
	if len(found) < 2 || d.first >= len(d.blocks) || d.lines[d.first].signs&hasWide == 0 || !mostlyWide(clip(d.blocks[d.first].Text, textStart)) {
		return found
	}
	isWide := func(i int) bool { s := d.blocks[i].Text; return asciiPrefix(s) < len(s) }
	if !slices.ContainsFunc(found, isWide) {
		return found
	}
	return slices.DeleteFunc(found, func(i int) bool { return !isWide(i) })
}

// mostlyWide reports whether few bytes of s are ASCII.
func mostlyWide(s string) bool {
	ascii := 0
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == ' ' {
			continue
		}
		if ascii++; ascii*8 >= len(s) {
			return false
		}
	}
	return s != ""
}

// sentIn reports whether a word of s says that a correspondent sent the text in, in
// languages whose papers print that above the headline.
func sentIn(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		if correspondents[w] {
			return true
		}
	}
	return false
}

var correspondents = wordSet("correspondent")

// headsSectionOf reports whether line i is up to three short words in capitals between
// a date and line j, which is longer and is not in capitals: the section that the
// headline stands in.
func (d *draft) headsSectionOf(i, j int) bool {
	s, t := d.blocks[i].Text, d.blocks[j].Text
	above := d.prev(i - 1)
	return d.next(i+1) == j && above >= 0 && d.blocks[above].Kind == Field && allCapitals(s) && !allCapitals(t) && countWords(s, 4) < 4 && countWords(t, 5) > 4
}

// namesSender reports whether line i is the name of the paper, the agency or the
// office that a text is from.
func (d *draft) namesSender(i int) bool {
	s := d.blocks[i].Text
	if name, paper, ok := strings.Cut(s, " - "); ok && countWords(name, 4) < 4 && isOfficeName(paper) { // and who wrote for it
		return true
	}
	if isPlaceAndCapitals(s) {
		return true
	}
	if countWords(s, 5) < 5 && (strings.HasSuffix(s, ")") && strings.Contains(s, " (") && d.besideDate(i) || sentIn(s)) { // and where
		return true
	}
	return d.ownsPage(s) || d.namesRelease(s) || isDesk(s) && d.besideDate(i)
}

// firstOrLast is the first candidate that is no name of a section or a site, else
// the first that the text begins below, else the last; -1 when that is one word.
func (d *draft) firstOrLast(found []int) int {
	for _, i := range found {
		if !d.isSectionName(i) {
			return i
		}
	}
	for _, i := range found {
		j := d.nextOpen(d.next(i + 1))
		if j < len(d.blocks) && d.lines[j].width >= 2*shortSentence && endsWithStop(d.blocks[j].Text) && !isOneWord(d.blocks[i].Text) {
			return i
		}
	}
	if len(found) == 0 || isOneWord(d.blocks[found[len(found)-1]].Text) {
		return -1
	}
	return found[len(found)-1]
}

// isLetterhead reports whether line i stands directly above the number of a press
// release: it names who releases it.
func (d *draft) isLetterhead(i int) bool {
	j := d.next(i + 1)
	return d.hasRole(j, ID) && d.numbersRelease(d.blocks[j].Reason.Detail)
}

// namesRelease reports whether s is an office and, beside it, what kind of text
// it sends out: "Harbour Board - Press release".
func (d *draft) namesRelease(s string) bool {
	for _, sep := range dashesAndBar {
		if _, kind, ok := strings.Cut(s, sep); ok && d.isReleaseKind(kind) {
			return true
		}
	}
	return false
}

// isReleaseKind reports whether s is what an office calls the kind of text that it
// sends out, or what else stands above it: "Press release".
func (d *draft) isReleaseKind(s string) bool {
	return d.rules().Boilerplate(s).Is(releaseKind)
}

// countsWords reports whether the last part of s, behind a comma or a dot, is how many
// words an article has, as press databases print it below the name of the paper.
func (d *draft) countsWords(s string) bool {
	if !hasDigit(s) {
		return false
	}
	k := max(strings.LastIndex(s, ", "), strings.LastIndex(s, "• "))
	return k >= 0 && len(s)-k <= maxSetOff && hasDigit(s[k:]) && d.rules().Boilerplate(s[k:]).Is(exportCover)
}

// isSetting reports whether line i is a key and a number or a word or two for its
// value, as the size of the letters and the time of reading are, or a number and
// two words below a line of the page, as that is without a key.
func (d *draft) isSetting(i int) bool {
	s := d.blocks[i].Text
	if !d.lines[i].key {
		j := d.prev(i - 1)
		return '1' <= s[0] && s[0] <= '9' && countWords(s, 4) < 4 && !noSpaces(lastRune(s)) && j >= 0 && d.blocks[j].Kind != Body
	}
	value := s[indexColon(s):]
	return countWords(value, 3) < 3 && (hasDigit(value) || letterWeight(value) < 4) || isWordTwice(strings.TrimLeft(value, ":： "))
}

// isWordTwice reports whether s is one word and the same again, as the buttons for
// the size of the letters are where the first letter has a name.
func isWordTwice(s string) bool {
	first, more, ok := strings.Cut(s, " ")
	return ok && first == strings.TrimSpace(more)
}

// isDesk reports whether s is the editors' office of a paper by name.
func isDesk(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return hasJobWord(first) && countWords(s, 5) < 5
}

// isKicker reports whether line i is the kicker above headline j: a few words
// above more, and directly below these the deck, which is a sentence.
func (d *draft) isKicker(i, j int) bool {
	return d.deck >= 0 && d.next(j+1) == d.deck && d.next(i+1) == j &&
		countWords(d.blocks[i].Text, 5) < 5 && countWords(d.blocks[j].Text, 6) > 5
}

// withoutPrefix is the next line of the head when it has the text of line i
// behind its colon, as "Press release: …" above the headline has; -1 otherwise.
func (d *draft) withoutPrefix(i int) int {
	j := d.nextOpen(d.next(i + 1))
	if j <= d.first && j < len(d.blocks) && letterWeight(d.blocks[j].Text) >= 8 && endsWith(d.blocks[i].Text, d.blocks[j].Text) {
		return j
	}
	return -1
}
