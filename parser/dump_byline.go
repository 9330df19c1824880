package parser

import (
	"strings"

	"unscrape/parser/timestamp"
)

// The author of a page whom no label announces: a name by the headline, or below a portrait.

// enoughForName is the evidence from which a line that no label announces is
// the author's name. A wrong name is worse than none.
const enoughForName = 4

// enoughForCaseless is the same in a script without capitals.
const enoughForCaseless = 5

// pageByline looks for the author of a page without a labelled one: the line
// of one person's name by the headline that has the most evidence, or that directly above
// it when it is the owner of the page.
func (d *draft) pageByline(from, to int) {
	if d.art.Authors != nil || d.title < 0 {
		return
	}
	best, most := -1, enoughForName-1
	var names []string
	weigh := func(i int) {
		dated, name := false, d.nameBehindDash(i)
		if name == "" {
			name, dated = d.nameIn(i, true)
		}
		if name != "" {
			if e := d.nameEvidence(i, name, dated, most); e > most && (!isCaseless(name) || e >= enoughForCaseless && d.onlyIn(name)) {
				best, most, names = i, e, splitNames(d.withoutRole(name))
			}
		}
	}
	for i := range d.shown(from, to) {
		weigh(i)
	}
	if len(names) > 0 && d.ownsPage(names[0]) {
		if above := d.prevWords(best); above > d.title && !strings.ContainsAny(d.blocks[above].Text, "—–“\"") {
			most = enoughForName - 1
			weigh(above)
		}
	}
	if len(names) == 0 || d.allCommon(names[0]) {
		return
	}
	d.art.Authors = names
	if d.open(best) {
		d.mark(best, Field, Byline, "name by the headline", "")
	}
}

// withoutRole cuts what a person is off behind a comma, or a calling.
func (d *draft) withoutRole(name string) string {
	if before, last, _ := cutLastWord(name); before != "" && callings[last] {
		return before
	}
	head, rest := cutAny(name, ",،")
	if !allPersonal(strings.TrimLeft(rest, ",،")) {
		return head
	}
	return name
}

// nameIn is the name that line i is, alone or beside its date, perhaps in a
// script without capitals; "" when it is none.
func (d *draft) nameIn(i int, caseless bool) (name string, dated bool) {
	b := &d.blocks[i]
	if len(b.Text) > maxNames || d.lines[i].prose || !d.open(i) && b.Reason.Why != whyAbove && (b.Kind != Field || b.Role != Date && b.Role != ModifiedDate) {
		return "", false
	}
	ts, _ := d.findDate(b.Text)
	if ts.IsZero() {
		return d.asName(b.Text, caseless), false
	}
	for _, side := range [...]string{b.Text[:ts.Start], b.Text[ts.Start+len(ts.Raw):]} {
		if strings.HasSuffix(strings.TrimRight(side, " \u00a0"), ":") && countWords(side, 2) < 2 {
			continue // a label
		}
		for part := range strings.FieldsFuncSeq(side, func(r rune) bool { return strings.ContainsRune("|•·/—", r) }) {
			if name = d.asName(part, caseless); name != "" {
				return name, true
			}
			if len(part) > len("記者") && isHanName(part) && strings.Count(d.part(), part) > 1 && d.rules().Chrome(part) == 0 {
				return part, true // it signs the text or its picture too
			}
		}
	}
	return "", true
}

// asName is the name that s is with what stands around it on a page, perhaps in
// a script without capitals, "" when it is none.
func (d *draft) asName(s string, caseless bool) string {
	name := twice(pageName(withoutAddress(s)))
	person, _ := cutAny(name, ",،")
	if notAName(s, person) || strings.Contains(d.art.Title, person) || saysMore(s) && endsSentence(s) {
		return ""
	}
	if strings.Contains(person, ":") || strings.Contains(person, " By ") || !(personal(person) || d.twoWriters(person) || caseless && isCaseless(person)) || hasJobWord(person) || showsPortrait(person) ||
		hasOrdinary(person) || d.rules().Chrome(name) > 0 || d.rules().Boilerplate(name) != nil {
		return ""
	}
	first, _, _ := strings.Cut(person, " ")
	if officeNames[strings.ToLower(first)] { // an office
		return ""
	}
	for _, s := range [...]string{person, first} {
		if len(s) <= len("Lê") && asciiPrefix(s) < len(s) {
			continue // no article of French
		}
		if m, ok := d.rules().Label(s); ok && (m.Value == "" || roleOf[m.Role] != Byline) {
			return ""
		}
	}
	return name
}

// twoWriters reports whether s is the names of two persons, no word of which is a common one.
func (d *draft) twoWriters(s string) bool {
	if !twoNames(s) {
		return false
	}
	first, other := d.commonWords(s)
	return !first && !other
}

// notAName reports whether what a line says is no person: a button, an outcry,
// a number of three digits behind it, an ampersand or a last word of one letter
// in it.
func notAName(line, person string) bool {
	if strings.HasPrefix(line, "(BUTTON)") || strings.ContainsAny(person, "!?") || isLetter(person[strings.LastIndexByte(person, ' ')+1:]) {
		return true
	}
	for w := range strings.FieldsSeq(person) {
		if strings.Contains(w, "&") && w != "&" {
			return true
		}
	}
	_, rest, _ := strings.Cut(line, person)
	rest = strings.TrimLeft(rest, " ")
	return len(rest) > 2 && allDigits(rest[:3])
}

// isLetter reports whether s is one capital without a dot.
func isLetter(s string) bool { return len(s) == 1 && 'A' <= s[0] && s[0] <= 'Z' }

// nameEvidence weighs what speaks for line i to be the author's name: the date
// beside it, its place below the headline, a job below it, that its words are
// no common ones, and where the page says it again: under a portrait or at the
// head of a note about the author, not in a menu. What cannot become more than
// most is not weighed to the end.
func (d *draft) nameEvidence(i int, name string, dated bool, most int) int {
	e := 0
	switch above, below := d.prevWords(i), d.nextWords(i); {
	case dated || d.holdsDate(above) || d.holdsDate(below):
		e += 3
	case d.holdsDate(d.prevWords(above)) || d.holdsDate(d.nextWords(below)):
		e += 2
	}
	if i > d.title {
		e++
		if d.belowTitle() == i {
			e += 2
		} else if j := d.next(i + 1); j < len(d.blocks) && isRole(d.blocks[j].Text) {
			e += 2
		}
	}
	if e+rareWords+sayingAgain <= most {
		return e
	}
	switch first, other := d.commonWords(name); {
	case first:
		e -= 3
	case other:
		e--
	default:
		e += rareWords
	}
	if e+sayingAgain <= most {
		return e
	}
	return e + d.saidAgain(i, name)
}

// The most that the last two kinds of evidence weigh.
const (
	rareWords   = 1
	sayingAgain = 2
)

// nextWords is the next block behind i with a word, len(d.blocks) when there is
// none.
func (d *draft) nextWords(i int) int {
	for i = d.next(min(i+1, len(d.blocks))); i < len(d.blocks) && !hasWord(d.blocks[i].Text); i = d.next(i + 1) {
	}
	return i
}

// prevWords is the last block before i with a word, -1 when there is none.
func (d *draft) prevWords(i int) int {
	for i = d.prev(max(i, 0) - 1); i >= 0 && !hasWord(d.blocks[i].Text); i = d.prev(i - 1) {
	}
	return i
}

func (d *draft) saidAgain(i int, name string) (e int) {
	n := newNeedle(name)
	for _, j := range d.visible {
		s := d.blocks[j].Text
		if j == i || len(s) < len(name) {
			continue
		}
		switch at := n.in(s); {
		case at < 0:
		case len(s) == len(name) && j < d.title-aboveTitle:
			return -3
		case len(s) == len(name) && j > i+4:
		default:
			e = sayingAgain
		}
	}
	return e
}

// holdsDate reports whether block i is a date or a short line with one.
func (d *draft) holdsDate(i int) bool {
	if i < 0 || i >= len(d.blocks) {
		return false
	}
	b := &d.blocks[i]
	if b.Kind == Field && (b.Role == Date || b.Role == ModifiedDate) {
		return true
	}
	if d.lines[i].prose || len(b.Text) > maxKey {
		return false
	}
	ts, problem := d.findDate(b.Text)
	return ts.Precision >= timestamp.Day || problem == timestamp.Ambiguous
}

// portraitEdges are words, in lower case, around the name in what the image of a
// person is named by: "Picture of Jane Roe", "Jane Roe's profile photo".
var portraitEdges = map[string]bool{
	"of": true, "profile": true, "the": true, "author": true, "author's": true, "pic": true, "de": true, "del": true, "do": true, "da": true,
	"von": true, "van": true, "autor": true, "perfil": true, "автора": true, "uživatele": true, "użytkownika": true, "korisnika": true,
}

// onPortraits takes the name that the image of a person and the line below it
// say, from the lines of a range that is near a date.
func (d *draft) onPortraits(from, to int) {
	for i := range d.shown(from, to) {
		s := d.blocks[i].Text
		if len(s) > maxNames || d.lines[i].prose || !d.open(i) || !isPortrait(s) {
			continue
		}
		j := d.nextWords(i)
		if j >= to {
			continue
		}
		if names := d.namesBelow(s, d.blocks[j].Text); names != nil && d.nearDate(j) {
			d.art.Authors = names
			d.mark(j, Field, Byline, "name below a portrait", "")
			return
		}
	}
}

// namesBelow are the names of a line that stands below the image of one of
// these people.
func (d *draft) namesBelow(image, line string) []string {
	person, line := portrayed(image), pageName(line)
	if person == "" && !(personal(line) && containsFold(image, "author")) || hasJobWord(person) || d.allCommon(person) {
		return nil
	}
	names := splitNames(d.withoutRole(line))
	for _, n := range names {
		if n = pageName(n); sameWords(n, person) || person == "" {
			return names
		}
	}
	if strings.HasPrefix(line, person+" ") {
		return []string{person}
	}
	return nil
}

// isPortrait reports whether s names the image of somebody, rather than a sign of
// the site.
func isPortrait(s string) bool {
	return showsPortrait(s) && !containsFold(s, "logo") && !containsFold(s, "icon")
}

// portrayed is who is shown by an image of this name, without the words for one;
// "" when it only says that it shows somebody.
func portrayed(s string) string {
	words := strings.Fields(pageName(s))
	edge := func(w string) bool {
		w = strings.ToLower(strings.Trim(w, ".,:\"()"))
		return portraitEdges[w] || portraits[w]
	}
	for len(words) > 0 && edge(words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && edge(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	s = strings.Join(words, " ")
	for _, genitive := range [...]string{"'s", "’s"} {
		s = strings.TrimSuffix(s, genitive)
	}
	return s
}

// nearDate reports whether one of the three lines with words above or below a
// block is a date or has one.
func (d *draft) nearDate(i int) bool {
	above, below := i, i
	for range 3 {
		above, below = d.prevWords(above), d.nextWords(below)
		if d.holdsDate(above) || d.holdsDate(below) {
			return true
		}
	}
	return false
}
