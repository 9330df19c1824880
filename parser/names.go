package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names of persons in bylines and beside labels.

// maxNames bounds the width in bytes of a byline's names.
const maxNames = 160

// looksLikeNames reports whether s can be the names of people or agencies:
// few words, no digits, no end of a sentence, capitals where the script has
// them.
func looksLikeNames(s string) bool {
	s = withoutRank(strings.Trim(withoutRemark(withoutAddress(s)), " .-–—|:،"))
	if s == "" || len(s) > maxNames || !hasWord(s) || strings.ContainsRune("?？。！", lastRune(s)) {
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

// endsInitial reports whether s ends with a capital and a dot: "J. R."
func endsInitial(s string) bool {
	name, dotted := strings.CutSuffix(s, ".")
	r, n := utf8.DecodeLastRuneInString(name)
	return dotted && unicode.IsUpper(r) && (len(name) == n || name[len(name)-n-1] == ' ' || name[len(name)-n-1] == '.')
}

// withoutRemark is a byline without a remark in brackets at its end, which begins
// with a small letter or says what the person is at the paper: "Jane Roe (with agencies)",
// "Jane Roe (Millford, correspondent)".
func withoutRemark(s string) string {
	if k := strings.Index(s, " ("); k > 0 && s[len(s)-1] == ')' && (startsLower(s[k+2:]) || hasJobWord(s[k+2:len(s)-1])) {
		return s[:k]
	}
	return s
}

func isNameBreak(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",;/&|、，؛،()[]", r)
}

// ands stand between names with spaces about them: words, in lower case, and the sign
// that stands in names of firms too. partingSigns do without spaces.
var (
	andWords = vocabulary["and"]
	ands     = append(andWords, "&")
)

var partingSigns = []string{";", "/", "|", "、", "；", "　"}

// shortAnds are such words too, but parts of names and words of other languages as
// well: they count between first and last names only.
var shortAnds = vocabulary["short-and"]

// nameParticles are the words that names join with in lower case.
var nameParticles = setOf(slices.Concat(andWords, shortAnds, vocabulary["particle"]))

// jobWords are words, in lower case, of what people are at a paper rather than
// of their names.
var jobWords = wordSet("job")

// callings are Korean words for what a writer of essays is, which stand behind the name.
var callings = wordSet("calling")

// hasJobWord reports whether one of the words of s tells what somebody is at a paper.
func hasJobWord(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if jobWords[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// isRole reports whether s is one or two words of what people are at a paper and
// nothing else: "журналист, фотограф", or one and where, without capitals.
func isRole(s string) bool {
	if first, where, ok := strings.Cut(s, " "); ok && jobWords[first] && fewCaseless(where) {
		return true
	}
	n := 0
	for w := range strings.FieldsFuncSeq(s, isNameBreak) {
		if n++; !jobWords[strings.ToLower(w)] {
			return false
		}
	}
	return n > 0
}

const commas = ",，،"

func isComma(r rune) bool { return strings.ContainsRune(commas, r) }

// withoutAddress takes the name out of "name@example.org (Jane Roe)",
// "Jane Roe <name@example.org>" and "Jane Roe name@example.org"; other text stays as it is.
func withoutAddress(s string) string {
	s = linkWords(s)
	if !strings.Contains(s, "@") {
		return withoutSpelt(s)
	}
	before, rest, _ := strings.Cut(s, "(")
	if strings.Contains(before, "@") && rest != "" {
		name, _, _ := strings.Cut(rest, ")")
		return name
	}
	for _, cut := range []string{"<", " Follow @", " @"} {
		s, _, _ = strings.Cut(s, cut)
	}
	if name, word, ok := cutLastWord(s); ok && strings.Contains(word, "@") && personal(name) {
		return name
	}
	return s
}

// withoutSpelt is a name without an address behind it that is kept from robots:
// "Jane Roe jane at example.org".
func withoutSpelt(s string) string {
	before, host, ok := strings.Cut(s, " at ")
	i := strings.LastIndexByte(before, ' ')
	if !ok || i <= 0 || !strings.Contains(host, ".") || strings.ContainsAny(host, " ,") || strings.ToLower(before[i:]) != before[i:] {
		return s
	}
	return before[:i]
}

// splitNames divides a byline into names, without "By", without what follows
// "for" or a dash, and without the agency or office behind a comma.
func splitNames(s string) (names []string) {
	parts, joined := nameParts(withoutAffiliation(s))
	for i, part := range parts {
		fields := strings.FieldsFunc(part, isComma)
		if isInverted(fields) {
			names = append(names, strings.TrimSpace(fields[0])+", "+strings.TrimSpace(fields[1]))
			continue
		}
		if joined && i == len(parts)-1 {
			fields = fields[:min(1, len(fields))] // "Jane Roe and John Doe, Example Agency"
		}
		for k, n := range fields {
			n = withoutJob(withoutReporter(strings.Trim(n, " \t\u00a0()[]<>\"'*")))
			if mayBeName(n, k == 0) {
				names = append(names, n)
			}
		}
	}
	return names
}

// mayBeName reports whether n, which stands between commas of a byline, may be a
// name: behind the first comma stand jobs and places as well.
func mayBeName(n string, first bool) bool {
	one := countWords(n, 2) == 1
	if !hasWord(n) || strings.Contains(n, "@") || one && hasJobWord(n) || isUnnamed(n) {
		return false
	}
	return first || !one && !hasJobWord(n) && !startsLower(n) || noSpaces(lastRune(n))
}

// isUnnamed reports whether s is what somebody is at the paper that does not name him, "Our
// Special Correspondent", or the initials of an agency and its place, "PIB Delhi".
func isUnnamed(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	return isRole(s) || ofPaper[strings.ToLower(first)] && isUnnamed(rest) || isUpperWord(first) && hasJobWord(first) && isPlace("- "+rest)
}

var ofPaper = wordSet("of-paper")

// withoutRank is a byline without the rank before the name, short words in lower case
// with a full stop each: "asp. szt. Jan Nowak".
func withoutRank(s string) string {
	name := s
	for startsLower(name) {
		rank, rest, ok := strings.Cut(name, ". ")
		if !ok || len(rank) > 8 {
			return s
		}
		name = rest
	}
	return name
}

// withoutAffiliation is a byline without what stands about its names: what follows
// "for", a dash or a bar, brackets, and an agency behind a slash.
func withoutAffiliation(s string) string {
	s = strings.Trim(withoutAddress(s), " \t\u00a0-–—:|•·●⋅")
	if s = withoutRank(strings.TrimLeft(s, ".")); !endsInitial(s) {
		s = strings.TrimRight(s, " .")
	}
	if name, _, _ := strings.Cut(strings.TrimRight(s, "）"), "（"); name != "" { // without the office
		s = name
	}
	if before, _, found := strings.Cut(s, " for "); found && countWords(before, 2) > 1 { // a center is for research
		s = before
	}
	for _, cut := range dashesAndBar {
		before, place, ok := strings.Cut(s, cut)
		if name, paper, _ := strings.Cut(before, ", "); ok && isPlace(cut+place) && isOfficeName(paper) {
			before = name // "Jane Roe, The Post — Millford"
		}
		s = before
	}
	s, _, _ = strings.Cut(s, " @")
	if name, desk, ok := strings.Cut(s, ", "); ok && hasDigit(desk) && personal(name) { // "Jane Roe, Channel 4 North and East"
		s = name
	}
	if name, _, ok := strings.Cut(s, "｜"); ok { // "池以晴 攝影｜胡遠山"
		s, _, _ = cutLastWord(name)
	}
	s = withoutTown(withoutRemark(s))
	if name, agency, ok := strings.Cut(s, "/"); ok && countWords(name, 2) > 1 {
		if countWords(agency, 2) == 1 || strings.Contains(agency, "(") { // "Jane Roe/Example", "Jane Roe/TOWN(Province), Example"
			s = name
		}
	}
	return s
}

// withoutTown is a name in capitals without the town behind it, which is not: "JANE ROE Millford".
func withoutTown(s string) string {
	for end, words := 0, 0; ; words++ {
		w, _, _ := strings.Cut(s[end:], " ")
		if !isUpperWord(w) {
			if words > 1 && isPlace("- "+s[end:]) {
				return s[:end-1]
			}
			return s
		}
		if end += len(w) + 1; end >= len(s) {
			return s
		}
	}
}

// nameParts divides a byline at what stands between names but commas. joined tells
// that words such as "and" do.
func nameParts(s string) (parts []string, joined bool) {
	for _, and := range ands {
		if strings.Contains(s, and) {
			parted := strings.ReplaceAll(s, " "+and+" ", "\x00")
			joined, s = joined || len(parted) < len(s), parted
		}
	}
	for _, sign := range partingSigns {
		s = strings.ReplaceAll(s, sign, "\x00")
	}
	for _, and := range shortAnds {
		if a, b, ok := strings.Cut(s, " "+and+" "); ok && personal(a) && personal(b) {
			joined, s = true, a+"\x00"+b
		}
	}
	return strings.Split(s, "\x00"), joined
}

// isInverted reports whether the parts between commas are a surname and the
// given names behind it, as catalogues have them: "Roe, Jane A.".
func isInverted(parts []string) bool {
	if len(parts) != 2 || countWords(parts[0], 2) != 1 || countWords(parts[1], 3) > 2 || hasJobWord(parts[0]) || hasJobWord(parts[1]) {
		return false
	}
	for _, s := range parts {
		if s = strings.TrimSpace(s); startsLower(s) || noSpaces(lastRune(s)) {
			return false
		}
	}
	return true
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
			if initial, name, ok := strings.Cut(w, "."); ok && utf8.RuneCountInString(initial) == 1 && len(name) > 2 { // "D.Saraa"
				words++
			}
		} else if !nameParticles[w] {
			return false
		}
	}
	return words >= 2 && words <= 4 && looksLikeNames(s)
}

// twoNames reports whether s is the names of two persons with a slash or the word for and
// between.
func twoNames(s string) bool {
	if strings.Count(s, " ") < 4 {
		return false
	}
	parts, joined := nameParts(s)
	return (joined || strings.Contains(s, " / ")) && len(parts) == 2 && personal(parts[0]) && personal(parts[1])
}
