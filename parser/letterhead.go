package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// officeNames are words, in lower case, of the names of offices, as all are called here
// whose name stands as a letterhead above what they publish: schools, agencies and papers
// too. officeNameWords are the single words of those.
var (
	officeNames     = setOf(officeNameList)
	officeNameWords = setOf(strings.Fields(strings.Join(officeNameList, " ")))
)

// maxListedWords bounds the words of officeNameList that are looked up together.
const maxListedWords = 4

var officeNameList = vocabulary["office"]

// maxOfficeWords bounds the words of a letterhead, and maxShoutedOffice those of one in
// capitals. The headline below it has minBelowOffice at least.
const (
	maxOfficeWords   = 5
	maxShoutedOffice = 9
	minBelowOffice   = 4
)

// isOfficeName reports whether s is the name of an office: it has the
// word for one, and no other word in lower case but short ones, as a headline
// about that office has. Without capitals it is short, or has two such words.
func isOfficeName(s string) bool {
	if isInQuotes(s) {
		return true
	}
	if name, _, ok := strings.Cut(s, ", "); ok && isMinistry(name) { // and its town
		return true
	}
	n := countWords(s, maxShoutedOffice+1)
	if n > maxShoutedOffice || hasDigit(s) || endsSentence(s) || strings.ContainsAny(s, ":,\"«“") {
		return false
	}
	if endsInOfficeName(s) {
		return true
	}
	known := countOfficeNames(strings.Fields(strings.ToLower(s)))
	if known == 0 {
		return false
	}
	switch upper := strings.ToUpper(s); {
	case upper == strings.ToLower(s): // no capitals
		return n < maxOfficeWords || n == maxOfficeWords && known > 1
	case upper == s:
		return true
	}
	return n <= maxOfficeWords && !hasOtherWord(s) || beginsWithOfficeName(s) || isMinistry(s)
}

// ministries are words, in lower case, for a ministry, behind which its field stands
// in lower case.
var ministries = wordSet("ministry")

// isMinistry reports whether s is such a word, one more, another behind a conjunction,
// and short words perhaps.
func isMinistry(s string) bool {
	n, joined := 0, false
	for w := range strings.FieldsSeq(s) {
		if n == 0 && !ministries[strings.ToLower(w)] {
			return false
		}
		if n == 0 || utf8.RuneCountInString(w) > 3 && !joined {
			n++
		}
		joined = utf8.RuneCountInString(w) == 1
	}
	return n == 2
}

// media are words, in lower case, that papers, stations and agencies with a name in
// quotation marks begin with, besides those of officeNameList.
var media = wordSet("media")

// isInQuotes reports whether s is a word for an office and its name in quotation marks,
// and nothing else: "Радио «Пример»".
func isInQuotes(s string) bool {
	kind, name, _ := strings.Cut(s, " ")
	r, n := utf8.DecodeRuneInString(name)
	if !strings.ContainsRune("«„“\"", r) {
		return false
	}
	end := strings.IndexAny(name[n:], "»“”\"")
	if end <= 0 || utf8.RuneCountInString(name[n+end:]) > 1 {
		return false
	}
	kind = strings.ToLower(kind)
	return media[kind] || officeNames[kind]
}

// officeNameEnds are how names of papers, agencies and offices end in scripts that put no
// spaces between words.
var officeNameEnds = vocabulary["office-end"]

// endsInOfficeName reports whether s is a short name of those.
func endsInOfficeName(s string) bool {
	if len(s) > maxTerm || !noSpaces(lastRune(s)) || strings.ContainsAny(s, " 　") {
		return false
	}
	return strings.HasPrefix(s, "株式会社") || slices.ContainsFunc(officeNameEnds, func(end string) bool { return strings.HasSuffix(s, end) })
}

// beginsWithOfficeName reports whether s begins with the name of an office of three words or
// four, as in Vietnamese, whose words are syllables.
func beginsWithOfficeName(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	for n := 3; n <= min(len(words), maxListedWords); n++ {
		if officeNames[strings.Join(words[:n], " ")] {
			return true
		}
	}
	return false
}

// isOfficeWithMotto reports whether s is the name of an office and, behind a bar, what it
// says of itself: "Example News Agency | News of the world", or behind a dash
// the name of a part of it.
func isOfficeWithMotto(s string) bool {
	for _, dash := range dashes {
		if name, part, ok := strings.Cut(s, dash); ok && isOfficeName(name) && isOfficeName(part) {
			return true
		}
	}
	name, _, ok := strings.Cut(s, " | ")
	return ok && isOfficeName(name)
}

// countOfficeNames is how many names of offices the words hold, which it may shorten.
func countOfficeNames(words []string) int {
	n := 0
	for i := range words {
		if last := words[i][strings.LastIndexByte(words[i], '-')+1:]; officeNames[last] { // "Courier-Gazette"
			words[i] = last
		}
		if !officeNameWords[words[i]] {
			continue
		}
		for k := i + 1; k <= min(len(words), i+maxListedWords); k++ {
			if officeNames[strings.Join(words[i:k], " ")] {
				n++
			}
		}
	}
	return n
}

// areas are words for the area that an office is there for, which follow its name.
var areas = wordSet("area")

// hasOtherWord reports whether s has a longer word in lower case that is no part
// of the name of an office, and no area.
func hasOtherWord(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 && !officeNameWords[w] && !areas[w] {
			return true
		}
	}
	return false
}

// belowLetterhead are the candidates for the headline without the name of the
// office that publishes the text and what is between it and them, when fields or
// lines of the page part it from the last or from the next.
func (d *draft) belowLetterhead(found []int) []int {
	if len(found) > 2 && isOfficeName(d.blocks[found[0]].Text) {
		found = slices.DeleteFunc(found, func(i int) bool { return isStreet(d.blocks[i].Text) })
	}
	if len(found) < 2 || len(found) == 2 && d.blocks[found[0]].Text == d.blocks[found[1]].Text {
		return found
	}
	if k := d.belowAct(found); k > 0 {
		return found[k:]
	}
	if len(found) > 2 && d.longerThanName(found[2]) && isOfficeName(d.blocks[found[0]].Text) && isOfficeName(d.blocks[found[1]].Text) {
		return found[2:] // the office below the ministry
	}
	for k := 1; k < len(found); k++ {
		if !d.longerThanName(found[k]) {
			continue
		}
		name, above := d.blocks[found[0]].Text, d.blocks[found[k-1]].Text
		office := isOfficeName(name) || d.signsBelow(found[0]) || !d.longerThanName(found[0]) && isOfficeName(above)
		shouted := allCapitals(above) && !allCapitals(d.blocks[found[k]].Text) // as the headline is not
		if d.partedOrNamed(found[k-1], found[k]) && office || shouted && d.releasedBetween(found[k-1], found[k]) || mayNameOffice(name) && d.releasedBetween(found[0], found[k]) {
			return found[k:]
		}
	}
	if k := d.officeAbove(found); k > 0 {
		return found[k:]
	}
	for _, k := range [...]int{len(found) - 1, 1} {
		i := found[k]
		if d.partedFrom(found[0], i) && countWords(d.blocks[i].Text, minBelowOffice) >= minBelowOffice && isOfficeName(d.blocks[found[0]].Text) {
			return found[k:]
		}
	}
	return found
}

// isStreet reports whether s is a number, the name of a street and that of its town.
func isStreet(s string) bool {
	number, name, _ := strings.Cut(s, " ")
	return allDigits(number) && strings.Contains(name, ", ") && !hasOtherWord(name)
}

// signsBelow reports whether a line behind the text is the word for an office and the
// name in line i.
func (d *draft) signsBelow(i int) bool {
	for k := d.next(d.last + 1); k < len(d.blocks); k = d.next(k + 1) {
		if office, ok := strings.CutSuffix(d.blocks[k].Text, " "+d.blocks[i].Text); ok && isOfficeName(office) {
			return true
		}
	}
	return false
}

// belowAct is the first candidate of more words than a name has below the kind of an
// act, of which the date or number stands beside it; 0 when there is none.
func (d *draft) belowAct(found []int) int {
	for k := 1; k < len(found); k++ {
		if !d.longerThanName(found[k]) {
			continue
		}
		for i := d.prev(found[k] - 1); i > found[0]; i = d.prev(i - 1) {
			if d.blocks[i].Reason.Detail == actKind {
				return k
			}
		}
		return 0
	}
	return 0
}

// officeAbove is the first candidate that is longer than names of offices and sections
// below the name of an office, with the date below it, below its deck or above the office;
// 0 when there is none.
func (d *draft) officeAbove(found []int) int {
	k := 1
	for k < len(found)-1 && !d.longerThanName(found[k]) {
		k++
	}
	below := d.next(found[k] + 1)
	if len(found) > k+1 && below == found[k+1] {
		below = d.next(below + 1)
	}
	name := d.blocks[found[0]].Text
	dated := d.isDated(below) || d.isDated(d.prev(found[0]-1)) && !allCapitals(name)
	if dated && d.longerThanName(found[k]) && isOfficeNameOnly(name) {
		return k
	}
	return 0
}

// mayNameOffice reports whether s has the word for an office among its first three, whatever
// follows.
func mayNameOffice(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	return countOfficeNames(words[:min(len(words), 3)]) > 0
}

// releasedBetween reports whether a line between two blocks says what kind of text an
// office sends out, or which of its desks does.
func (d *draft) releasedBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if d.matched(i).Is(releaseKind, deskLine) || d.hasRole(i, ID) && d.numbersRelease(d.blocks[i].Reason.Detail) {
			return true
		}
	}
	return false
}

// numbersRelease reports whether a label is the kind of a release, with a word for its
// number perhaps: "PRESS RELEASE NO."
func (d *draft) numbersRelease(label string) bool {
	label, _ = cutAny(label, "№°º")
	kind, _, _ := cutLastWord(label)
	return d.isReleaseKind(label) || d.isReleaseKind(kind)
}

// isOfficeNameOnly reports whether s is the name of an office and cannot be a headline about
// it: without capitals it ends with the word for one, or has hardly more.
func isOfficeNameOnly(s string) bool {
	if strings.ContainsFunc(s, hasCase) {
		return isOfficeName(s)
	}
	_, last, _ := cutLastWord(s)
	return officeNames[last] || isOfficeName(s) && countWords(s, minBelowOffice) < minBelowOffice
}

func hasCase(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }

// withoutOffice is found without the name of an office that is twice among it, as above
// the date and below it, when a longer line stands behind.
func (d *draft) withoutOffice(found []int) []int {
	if len(found) < 3 {
		return found
	}
	for k := range found[:len(found)-2] {
		name := d.blocks[found[k]].Text
		twice := func(i int) bool { return d.blocks[i].Text == name }
		at := slices.IndexFunc(found[k+1:], twice)
		if at < 0 || !isOfficeName(name) {
			continue
		}
		if behind := found[k+at+2:]; slices.ContainsFunc(behind, d.longerThanName) {
			return slices.DeleteFunc(found, twice)
		}
	}
	return found
}

// partedOrNamed reports whether a field stands between two blocks, or the one above
// is a name that is written without spaces.
func (d *draft) partedOrNamed(from, to int) bool {
	return d.fieldBetween(from, to) || endsInOfficeName(d.blocks[from].Text)
}

// longerThanName reports whether line i is longer than the names of offices are.
func (d *draft) longerThanName(i int) bool {
	s := d.blocks[i].Text
	return countWords(s, minBelowOffice) >= minBelowOffice || noSpaces(lastRune(s)) && d.lines[i].width >= 20
}

// fieldBetween reports whether a field stands between two blocks.
func (d *draft) fieldBetween(from, to int) bool {
	return slices.ContainsFunc(d.blocks[from+1:to], func(b Block) bool { return b.Kind == Field })
}

// partedFrom reports whether a field or boilerplate stands between two blocks.
func (d *draft) partedFrom(from, to int) bool {
	return slices.ContainsFunc(d.blocks[from+1:to], func(b Block) bool { return b.Kind == Field || b.Kind == Boilerplate })
}

// endsPath reports whether a path of sections above line i ends with its words.
func (d *draft) endsPath(i int) bool {
	s := d.blocks[i].Text
	for k := d.prev(i - 1); k >= 0; k = d.prev(k - 1) {
		if b := &d.blocks[k]; b.Kind == Boilerplate && b.Reason.Why == whyPath && strings.HasSuffix(b.Text, s) {
			return true
		}
	}
	return false
}
