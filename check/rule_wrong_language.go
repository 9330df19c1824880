package check

import (
	"slices"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"

	"unscrape/parser"
)

var wrongLanguage = &Rule{
	ID:       "wrong-language",
	Severity: Warning,
	Title:    "the text is in another language than it should be",
	Why: "A site sends its English page to crawlers, or a consent dialogue instead of the article. " +
		"The text is compared with the languages given with --language, or else with the one that the document states; with neither the rule is quiet.",
	Mend:  "Look at what was fetched; send an Accept-Language header.",
	Unit:  "letters from which a text is long enough to tell languages of one script apart",
	Limit: 300,
	Fires: Example{Flags: []string{"--language", "uk"}, Files: one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose).Files},
	Quiet: Example{Flags: []string{"--language", "en,uk"}, Files: one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose).Files},
	article: func(s *subject) {
		expected := s.options.Languages
		if len(expected) == 0 && s.Language != "" {
			expected = []string{s.Language}
		}
		if len(expected) == 0 || !s.isArticle() {
			return
		}
		if found := otherLanguage(s.Body, expected, int(s.threshold)); found != "" {
			s.report(s.bodySpan(), "the text is in %s, not in %s", found, strings.Join(expected, " or "))
		}
	},
}

func (s *subject) bodySpan() parser.Span {
	if parts := s.body(); len(parts) > 0 {
		return parts[0].span
	}
	return parser.Unknown
}

// otherLanguage is the language or script of body when it is surely none of
// the expected ones, else "".
func otherLanguage(body string, expected []string, enough int) string {
	found, letters := scriptOf(body)
	if letters < 20 {
		return ""
	}
	var wanted []string
	for _, tag := range expected {
		t, err := language.Parse(tag)
		if err != nil {
			return ""
		}
		script, _ := t.Script()
		base, _ := t.Base()
		if scripts[script.String()] == nil {
			return ""
		}
		if slices.Contains(scripts[script.String()], found) {
			wanted = append(wanted, base.ISO3())
		}
	}
	switch {
	case found == "":
		return ""
	case len(wanted) == 0:
		return found + " script"
	case letters < enough:
		return ""
	}
	info := whatlanggo.Detect(body[:min(len(body), 4*enough)])
	for _, w := range wanted {
		if whatlanggo.CodeToLang(w) < 0 || alike(w, info.Lang.Iso6393()) {
			return ""
		}
	}
	if info.Confidence < 1 {
		return ""
	}
	return info.Lang.String()
}

// families are languages that cannot be told apart surely, by their codes of
// ISO 639-3.
var families = [][]string{
	{"hrv", "srp", "bos", "slv", "hbs"}, {"ces", "slk"}, {"nob", "nno", "nor", "dan", "swe"}, {"ind", "msa", "zlm", "jav"},
	{"spa", "por", "glg", "cat"}, {"rus", "ukr", "bel", "bul", "mkd"}, {"nld", "afr"}, {"tur", "aze", "azj"},
	{"hin", "mar", "nep", "mai", "bho"}, {"fas", "pes", "urd", "ara", "arb"}, {"deu", "yid"},
}

func alike(a, b string) bool {
	return a == b || slices.ContainsFunc(families, func(f []string) bool { return slices.Contains(f, a) && slices.Contains(f, b) })
}

// scripts are the scripts, by their codes of ISO 15924, as scriptOf names them.
var scripts = map[string][]string{
	"Latn": {"Latin"}, "Cyrl": {"Cyrillic"}, "Arab": {"Arabic"}, "Grek": {"Greek"}, "Hebr": {"Hebrew"},
	"Hans": {"Han"}, "Hant": {"Han"}, "Jpan": {"Han", "Kana"}, "Kore": {"Hangul", "Han"}, "Deva": {"Devanagari"},
	"Beng": {"Bengali"}, "Thai": {"Thai"}, "Taml": {"Tamil"}, "Telu": {"Telugu"}, "Geor": {"Georgian"}, "Armn": {"Armenian"},
}

var scriptTables = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Arabic", unicode.Arabic}, {"Han", unicode.Han},
	{"Hangul", unicode.Hangul}, {"Kana", unicode.Hiragana}, {"Kana", unicode.Katakana}, {"Devanagari", unicode.Devanagari},
	{"Greek", unicode.Greek}, {"Hebrew", unicode.Hebrew}, {"Thai", unicode.Thai}, {"Bengali", unicode.Bengali},
	{"Tamil", unicode.Tamil}, {"Telugu", unicode.Telugu}, {"Georgian", unicode.Georgian}, {"Armenian", unicode.Armenian},
}

// sampled is how many letters scriptOf looks at.
const sampled = 600

// scriptOf is the script that most of the first letters of s have, "" when
// there is no such script, and the number of letters looked at.
func scriptOf(s string) (name string, letters int) {
	counts := map[string]int{}
	for _, r := range s {
		if letters == sampled {
			break
		}
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for _, t := range scriptTables {
			if unicode.Is(t.table, r) {
				counts[t.name]++
				break
			}
		}
	}
	for script, n := range counts {
		if 10*n > 7*letters {
			return script, letters
		}
	}
	return "", letters
}
