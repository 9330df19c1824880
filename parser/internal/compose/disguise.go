package compose

import (
	"hash/fnv"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Disguise makes a page look as if it were written in another language, so
// that the model learns what holds in all of them: function words and the
// words of menus and buttons become words of the same class, all others
// become made-up words, and the punctuation is the other language's.
type Disguise struct {
	Language string
	letters  []rune // of made-up words, lower case where the script has case
	cased    bool
	spaced   bool    // puts spaces between words
	per      float64 // letters per letter of English
	marks    *strings.Replacer
	words    map[string][]string // by class
	class    map[string]string   // of English words
}

var arabicMarks = strings.NewReplacer(",", "،", "?", "؟", ";", "؛")
var hanMarks = strings.NewReplacer(",", "，", ". ", "。", ".\n", "。\n", "?", "？", "!", "！", ":", "：", ";", "；", "(", "（", ")", "）")
var noMarks = strings.NewReplacer()

// Disguises are the languages of scripts, shapes and function words as
// different as possible; "xx" and "ka" are languages that the lexicon does
// not know.
func Disguises(lexicon string) ([]*Disguise, error) {
	data, err := os.ReadFile(lexicon)
	if err != nil {
		return nil, err
	}
	all := map[string]map[string][]string{} // language, class
	for line := range strings.Lines(string(data)) {
		if head, list, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
			class, language, _ := strings.Cut(head, " ")
			if all[language] == nil {
				all[language] = map[string][]string{}
			}
			all[language][class] = append(all[language][class], strings.Fields(list)...)
		}
	}
	english := map[string]string{}
	for _, class := range slices.Sorted(maps.Keys(all["en"])) {
		for _, w := range all["en"][class] {
			if english[w] == "" || class == "word" {
				english[w] = class
			}
		}
	}
	latin, cyrillic := []rune("aeiouaeionrtslcdmpbgvkjzž"), []rune("аеиоуаеинтсрвлкмдпябзгчжш")
	out := []*Disguise{
		{Language: "fa", letters: []rune("اینرمدهوتسبشکلگخزف"), spaced: true, per: 0.85, marks: arabicMarks},
		{Language: "ar", letters: []rune("اليمنرتوبدسعقفكهحج"), spaced: true, per: 0.9, marks: arabicMarks},
		{Language: "ru", letters: cyrillic, cased: true, spaced: true, per: 1.15, marks: noMarks},
		{Language: "pl", letters: latin, cased: true, spaced: true, per: 1.1, marks: noMarks},
		{Language: "es", letters: latin, cased: true, spaced: true, per: 1, marks: noMarks},
		{Language: "vi", letters: []rune("aâbcdđeêghiklmnoôơpqrstuưvxyạảấầộớ"), cased: true, spaced: true, per: 0.6, marks: noMarks},
		{Language: "hi", letters: []rune("कनरसतमलपदयवहबगजािीेो"), spaced: true, per: 0.9, marks: strings.NewReplacer(". ", "। ", ".\n", "।\n")},
		{Language: "ko", letters: []rune("사이고지기시한부정대국경제보도자연구장민주공원안일상인수전"), spaced: true, per: 0.45, marks: noMarks},
		{Language: "zh", letters: []rune("国人大年会学生工作经济市场发展公司政府社会时间问题中心教育文化新法机关老师城区"), per: 0.3, marks: hanMarks},
		{Language: "th", letters: []rune("กขคงจชดตทนบปพมยรลวสหอาิีุูเแโไ่้"), per: 1, marks: strings.NewReplacer(". ", " ", ",", "")},
		{Language: "xx", letters: latin, cased: true, spaced: true, per: 1.1, marks: noMarks},
		{Language: "ka", letters: []rune("აიეორნსმდლვთბგკტ"), spaced: true, per: 1.1, marks: noMarks},
	}
	for _, d := range out {
		d.words, d.class = all[d.Language], english
	}
	return out, nil
}

// Text disguises a text word by word; line ends and indents stay.
func (d *Disguise) Text(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		end := i + n
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(r) && r != '\'' && r != '’' {
				break
			}
			end += n
		}
		b.WriteString(d.word(s[i:end]))
		i = end
		if !d.spaced && i+1 < len(s) && s[i] == ' ' && isLetter(s[i+1]) {
			i++
		}
	}
	return d.marks.Replace(b.String())
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0xC3 }

// word is always the same for the same word.
func (d *Disguise) word(w string) string {
	low := strings.ToLower(w)
	h := fnv.New64a()
	h.Write([]byte(low))
	seed := h.Sum64()
	if list := d.words[d.class[low]]; len(list) > 0 {
		return d.like(w, list[seed%uint64(len(list))])
	}
	n := max(1, int(float64(utf8.RuneCountInString(w))*d.per+float64(seed%100)/100))
	out := make([]rune, n)
	for i := range out {
		seed = seed*6364136223846793005 + 1442695040888963407
		out[i] = d.letters[seed>>33%uint64(len(d.letters))]
	}
	return d.like(w, string(out))
}

// like gives out the capitals of w.
func (d *Disguise) like(w, out string) string {
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case !d.cased || !unicode.IsUpper(r):
		return out
	case len(w) > 1 && w == strings.ToUpper(w):
		return strings.ToUpper(out)
	}
	o, n := utf8.DecodeRuneInString(out)
	return string(unicode.ToUpper(o)) + out[n:]
}
