package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// maxNames bounds the width in bytes of a byline's names.
const maxNames = 160

// looksLikeNames reports whether s can be the names of people or agencies:
// few words, no digits, no end of a sentence, capitals where the script has
// them.
func looksLikeNames(s string) bool {
	s = strings.Trim(withoutAddress(s), " .-–—|:،")
	if s == "" || len(s) > maxNames || !hasWord(s) {
		return false
	}
	words := 0
	for w := range strings.FieldsFuncSeq(s, isNameBreak) {
		words++
		r, n := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsDigit(r):
			return false
		case isLower(r) && !nameParticles[strings.TrimRight(w, ".")] && words < 6:
			return false
		case isSentenceEnd(lastRune(w)) && utf8.RuneCountInString(w[n:]) > 3 && words > 3:
			return false
		}
	}
	return words <= 14
}

// isLower reports whether r is lower case in a script whose names begin with a
// capital. Georgian letters count as lower case and have no such capitals.
func isLower(r rune) bool { return unicode.IsLower(r) && !unicode.Is(unicode.Georgian, r) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isNameBreak(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",;/&|、，؛،()[]", r)
}

// nameParticles are the words that names join with in lower case.
var nameParticles = map[string]bool{
	"and": true, "und": true, "et": true, "y": true, "e": true, "i": true, "og": true, "och": true, "en": true,
	"of": true, "for": true, "in": true, "at": true, "de": true, "da": true, "do": true, "dos": true, "das": true, "del": true,
	"della": true, "di": true, "du": true, "la": true, "le": true, "van": true, "von": true, "der": true, "den": true,
	"bin": true, "al": true, "el": true, "ibn": true, "ve": true, "dan": true, "a": true, "oraz": true, "и": true, "і": true, "та": true,
	"the": true, "with": true, "af": true, "av": true, "zu": true, "ter": true, "ten": true, "och ": true, "ja": true, "és": true, "și": true,
}

// nameSeparators divide the names of a byline.
var nameSeparators = []string{" and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " ve ", " dan ", " oraz ", " и ", " і ", " та ", " و ", " & ", " with ", " ja ", " és ", " și ", " va ", " và ", " un ", " ir ", " dhe ", " eta ", " και ", " और ", " आणि ", " এবং ", " ও ", " اور ", ";", "/", "|", "、", "；", "　"}

// shortSeparators divide two names too, but are parts of names and words of
// other languages as well: they count between first and last names only.
var shortSeparators = []string{" i ", " a "}

// offices are words, in lower case, of what people are at a paper rather than
// of their names.
var offices = map[string]bool{
	"writer": true, "editor": true, "reporter": true, "correspondent": true, "staff": true, "columnist": true, "news": true,
	"корреспондент": true, "редактор": true, "кореспондент": true, "redaktor": true, "redakcja": true, "redaktionen": true, "redaksjonen": true, "redactie": true, "redaktsioon": true, "redakcija": true, "redakcia": true, "szerkesztőség": true, "redacția": true, "редакция": true, "редакція": true, "редакцията": true, "уредништво": true, "redakciya": true, "toimitus": true, "redazione": true, "rédaction": true, "redação": true, "redaksi": true, "humas": true, "biro": true, "admin": true, "administrator": true, "redakce": true,
	"korespondent": true, "dopisnik": true, "novinar": true, "novinarka": true, "corresponsal": true, "redacción": true,
	"redator": true, "repórter": true, "correspondant": true, "correspondante": true, "journaliste": true, "redaktion": true,
	"korrespondent": true, "muhabir": true, "muhabiri": true, "wartawan": true, "corrispondente": true, "jornalista": true,
}

// isOffice reports whether one of the words of s tells an office.
func isOffice(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if offices[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// bylineWithOffice finds the label of a byline before a name that a paper, a
// place or a date, the rest, follows behind a comma or a dash.
func (d *draft) bylineWithOffice(s string) (m rules.Match, rest string, ok bool) {
	if len(s) > maxNames || !d.rules().BeginsWithLabel(s, "authors") {
		return m, "", false
	}
	for _, cut := range []string{" — ", " – ", " - ", " | ", ", "} {
		name, rest, found := strings.Cut(s, cut)
		if !found {
			continue
		}
		if m, ok := d.rules().Label(name); ok && roleOf[m.Role] == Byline && m.Value != "" && d.fits(m) {
			return m, rest, true
		}
	}
	return m, "", false
}

func isComma(r rune) bool { return r == ',' || r == '，' || r == '،' }

// withoutAddress takes the name out of "name@example.org (Jane Roe)" and
// "Jane Roe <name@example.org>"; other text stays as it is.
func withoutAddress(s string) string {
	s = linkWords(s)
	if !strings.Contains(s, "@") {
		return s
	}
	before, rest, _ := strings.Cut(s, "(")
	if strings.Contains(before, "@") && rest != "" {
		name, _, _ := strings.Cut(rest, ")")
		return name
	}
	for _, cut := range []string{"<", " Follow @", " @"} {
		s, _, _ = strings.Cut(s, cut)
	}
	return s
}

// splitNames divides a byline into names, without "By", without what follows
// "for" or a dash, and without the agency or office behind a comma.
func splitNames(s string) []string {
	s = strings.Trim(withoutAddress(s), " \t\u00a0-–—:|.")
	for _, cut := range []string{" for ", " | ", " – ", " — ", " - ", " @"} {
		s, _, _ = strings.Cut(s, cut)
	}
	joined := false
	for _, sep := range nameSeparators {
		if strings.Contains(s, sep) {
			joined = joined || sep[0] == ' '
			s = strings.ReplaceAll(s, sep, "\x00")
		}
	}
	for _, sep := range shortSeparators {
		if a, b, ok := strings.Cut(s, sep); ok && personal(a) && personal(b) {
			joined, s = true, a+"\x00"+b
		}
	}
	parts := strings.Split(s, "\x00")
	var names []string
	for _, part := range parts {
		fields := strings.FieldsFunc(part, isComma)
		if isInverted(fields) {
			names = append(names, strings.TrimSpace(fields[0])+", "+strings.TrimSpace(fields[1]))
			continue
		}
		for k, n := range fields {
			if k > 0 && joined && part == parts[len(parts)-1] {
				break // "Jane Roe and John Doe, Example Agency"
			}
			n = strings.Trim(n, " \t\u00a0()[]<>\"'")
			if hasWord(n) && !strings.Contains(n, "@") && !(countWords(n, 2) == 1 && isOffice(n)) && (k == 0 || countWords(n, 2) > 1 && !isOffice(n) || noSpaces(lastRune(n))) {
				names = append(names, n)
			}
		}
	}
	return names
}

// linkWords is s with the words of links in Markdown instead of these.
func linkWords(s string) string {
	middle := strings.Index(s, "](")
	if middle < 0 {
		return s
	}
	start, end := strings.LastIndexByte(s[:middle], '['), strings.IndexByte(s[middle:], ')')
	if start < 0 || end < 0 {
		return s
	}
	return s[:start] + s[start+1:middle] + linkWords(s[middle+end+1:])
}

// isInverted reports whether the parts between commas are a surname and the
// given names behind it, as catalogues have them: "Roe, Jane A.".
func isInverted(parts []string) bool {
	if len(parts) != 2 || countWords(parts[0], 2) != 1 || countWords(parts[1], 3) > 2 || isOffice(parts[0]) || isOffice(parts[1]) {
		return false
	}
	for _, s := range parts {
		if s = strings.TrimSpace(s); letters(s) < 2 || !hasUpper(s) || noSpaces(lastRune(s)) || hasDigit(s) {
			return false
		}
	}
	return true
}

// reporters are the words for a reporter that stand behind the name.
var reporters = []string{"기자", "특파원", "記者", "记者"}

// reporterLines marks lines of the head and the tail as "한서윤 기자
// name@example.org": a name, the word for a reporter, and perhaps an address.
func (d *draft) reporterLines() {
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		if i >= d.first && i <= d.last {
			i = d.last
			continue
		}
		if !d.open(i) && d.blocks[i].Reason.Why != whyAbove || d.lines[i].end {
			continue
		}
		name, ok := reporterIn(d.blocks[i].Text)
		if !ok {
			continue
		}
		if d.art.Authors == nil {
			d.art.Authors = splitNames(name)
		}
		d.mark(i, Field, Byline, "name of a reporter", "")
	}
}

// reporterIn is the name of a line that holds a name, the word for a reporter
// before or behind it, and perhaps a place or an address.
func reporterIn(s string) (name string, ok bool) {
	if len(s) > maxReporterLine || asciiPrefix(s) == len(s) {
		return "", false
	}
	for _, word := range reporters {
		name, rest, found := strings.Cut(s, word)
		if !found {
			continue
		}
		if strings.Trim(name, " [【（(〔［") == "" { // 記者許文心∕竹溪報導
			name, _ = cutAny(strings.TrimLeft(rest, " 　"), "∕/／（(　 ") // the place follows
			rest = ""
		}
		name = strings.Trim(name, " []()【】（）〔〕［］/=")
		rest = strings.TrimSpace(rest)
		if looksLikeNames(name) && shortParts(name) && (rest == "" || strings.Contains(rest, "@") || !hasWord(rest)) {
			return name, true
		}
	}
	return "", false
}

// shortParts reports whether s is at most three words, none longer than names
// are in Chinese, Japanese and Korean.
func shortParts(s string) bool {
	n := 0
	for w := range strings.FieldsFuncSeq(s, isNameBreak) {
		if n++; n > 3 || columns(w) > 10 {
			return false
		}
	}
	return n > 0
}

// signature marks a byline behind the text that an account follows, as
// "-- By Jane Roe Follow @janeroe".
func (d *draft) signature() {
	for i := len(d.blocks) - 1; i > d.last; i-- {
		s := d.blocks[i].Text
		name := withoutAddress(s)
		if !d.open(i) || len(name) == len(s) {
			continue
		}
		m, ok := d.rules().Label(strings.TrimLeft(name, "-–— "))
		if !ok || roleOf[m.Role] != Byline || !d.fits(m) {
			continue
		}
		d.setField(i, Byline, m.Value, m.Text)
	}
}

// nameBehindText marks the one line that is a person's name between the last
// sentence and the end or what is no text.
func (d *draft) nameBehindText() {
	i := d.next(d.last + 1)
	if d.last < 0 || d.title < 0 || len(d.dates) == 0 || d.art.Authors != nil || i >= len(d.blocks) || !d.open(i) || !d.lines[d.last].end {
		return
	}
	s := d.blocks[i].Text
	if j := d.next(i + 1); j < len(d.blocks) && d.open(j) || !personal(s) || strings.ContainsAny(s, ",'’!?:") || isOffice(s) || d.rules().Chrome(s) > 0 {
		return
	}
	for w := range strings.FieldsSeq(s) {
		if len(w) > 2 && isUpperWord(w) { // an agency
			return
		}
	}
	d.art.Authors = splitNames(s)
	d.mark(i, Field, Byline, "name behind the text", "")
}

// cutAny cuts s before the first of the given signs.
func cutAny(s, signs string) (before, after string) {
	if i := strings.IndexAny(s, signs); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// maxReporterLine bounds the length in bytes of a reporter's line.
const maxReporterLine = 105

// bylines marks a line of names that no label announces: directly above or
// below a date in the head, as "Jane Roe" between headline and date.
func (d *draft) bylines() {
	d.reporterLines()
	d.signature()
	if d.art.Authors != nil || d.title < 0 {
		return
	}
	for i := d.next(d.title + 1); i < d.first && i < len(d.blocks); i = d.next(i + 1) {
		s := strings.Trim(d.blocks[i].Text, " -–—|•·")
		s, _, _ = strings.Cut(s, " - ") // the site
		if !d.open(i) || !d.besideDate(i) || !personal(s) {
			continue
		}
		if d.isCredit(s) {
			d.mark(i, Field, OtherField, "another hand", "")
			continue
		}
		name, _ := cutAny(s, ",|")
		d.art.Authors = splitNames(name)
		d.mark(i, Field, Byline, "names beside the date", "")
		return
	}
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
	if d.art.Authors != nil || d.title < 0 || len(d.dates) == 0 || d.exported {
		return
	}
	for _, i := range [...]int{d.prev(d.title - 1), d.next(d.title + 1)} {
		if i < 0 || i >= d.first || d.lines[i].width > maxKey || i < d.title && !d.isDated(d.prev(i-1)) || i > d.title && !d.open(i) {
			continue
		}
		name, dated := d.nameIn(i, false)
		if name == "" || dated || d.nameEvidence(i, name, false, enoughForName-1) < enoughForName || d.allCommon(name) {
			continue
		}
		d.art.Authors = splitNames(d.withoutRole(name))
		d.mark(i, Field, Byline, "name by the headline", "")
		return
	}
}

// isDated reports whether block i is a date of publication.
func (d *draft) isDated(i int) bool {
	return i >= 0 && i < len(d.blocks) && d.blocks[i].Kind == Field && d.blocks[i].Role == Date
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
	for i := d.next(d.title + 1); i < d.first && i < len(d.blocks); i = d.next(i + 1) {
		switch {
		case d.blocks[i].Kind == Field && (d.blocks[i].Role == Date || d.blocks[i].Role == ModifiedDate):
			for _, k := range found {
				d.mark(k, Boilerplate, NoRole, "short line by the date", "")
			}
			return
		case !d.open(i):
		case len(found) == maxByDate || d.lines[i].end || d.lines[i].width > maxKey || countWords(d.blocks[i].Text, 5) > 4:
			return
		default:
			found = append(found, i)
		}
	}
}

func (d *draft) besideDate(i int) bool {
	for _, k := range []int{d.prev(i - 1), d.next(i + 1)} {
		if d.isDated(k) {
			return true
		}
	}
	return false
}

// personal reports whether s looks like one person's name in a script with
// capitals: two to four words, each with a capital, not counting "van der".
func personal(s string) bool {
	s, _, _ = strings.Cut(s, ",")
	words := 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"“"))
		if unicode.IsUpper(r) {
			words++
		} else if !nameParticles[w] {
			return false
		}
	}
	return words >= 2 && words <= 4 && looksLikeNames(s)
}
