package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// Bounds of a caption that names its photographer at the end, in bytes and, of
// one with an agency in brackets, in columns.
const (
	maxCaption = 400
	maxCredit  = 80
	minCaption = 40
)

// creditBehind names the rule for credits of pictures that the end of a caption
// matches: behind its last full stop or bar, or in brackets behind words that
// end no sentence. It is "" for other lines.
func (d *draft) creditBehind(i int) string {
	s := d.blocks[i].Text
	if len(s) > maxCaption || s == "" {
		return ""
	}
	if d.namesOwner(i) {
		return pictureCredit
	}
	stop := strings.HasSuffix(s, ").")
	if stop {
		s = s[:len(s)-1]
	}
	if from := lastBracket(s); from >= 0 {
		r := d.credit(s, from)
		if r == nil || stop && d.namesSource(s[from+1:]) || d.signsText(i, s, from) {
			return ""
		}
		return r.ID
	}
	if r := d.openCredit(i, s); r != nil && !(stop && d.namesSource(s[1:])) {
		return r.ID
	}
	return ""
}

// namesOwner reports whether line i ends with who took, owns or gave the picture that it
// is the caption of, in a shape that no label is needed for.
func (d *draft) namesOwner(i int) bool {
	l, s := &d.lines[i], d.blocks[i].Text
	if l.width <= maxPhotographed && (photographed(s) || inCapitals(s) || l.signs&hasWide != 0 && ownedBy(s)) {
		return true
	}
	return l.signs&hasClause != 0 && !l.end && (d.ownedBySource(s) || slashedName(s))
}

// lastBracket is where the bracket opens that s ends with, -1 when that is not among the
// last maxCredit bytes.
func lastBracket(s string) int {
	tail := max(0, len(s)-maxCredit)
	if !endsInBracket(s) {
		return -1
	}
	if k := strings.LastIndexAny(s[tail:], "[("); k >= 0 {
		return tail + k
	}
	return -1
}

func endsInBracket(s string) bool {
	return s[len(s)-1] == ')' || s[len(s)-1] == ']'
}

// openCredit is the rule for credits of pictures that the end of line i matches without
// brackets, nil when there is none.
func (d *draft) openCredit(i int, s string) *rules.Rule {
	l := &d.lines[i]
	if l.signs&hasClause != 0 && !endsInBracket(s) && (!l.end || endsInInitial(s)) {
		from := creditStart(s, len(s))
		r := d.credit(s, from)
		for n := 0; n < 2 && r == nil && from > 0; n++ { // the picture's own number or an agency may stand behind the credit
			from = creditStart(s, from-1)
			r = d.credit(s, from)
		}
		if r != nil {
			return r
		}
	}
	if !l.end && l.signs&hasColon != 0 {
		return d.creditLabel(s)
	}
	return nil
}

// signsText reports whether the bracket at from is only a name: an agency signs its texts
// so, and its name is explained so.
func (d *draft) signsText(i int, s string, from int) bool {
	return !strings.ContainsAny(s[from:], ":=©") && (d.lines[i].width < minCaption || endsSentence(s[:from-1]) && endsWithStop(s[:from-1]))
}

// namesSource reports whether s begins with the label of a source, which stands
// behind a sentence of the text too: "(Source: Statistics Office)."
func (d *draft) namesSource(s string) bool {
	m, ok := d.rules().Label(s)
	return ok && m.ID == source
}

// endsInInitial reports whether s ends with a capital and a full stop, as a name
// in short does.
func endsInInitial(s string) bool {
	if n := len(s); n > 1 && ('a' <= s[n-2] && s[n-2] <= 'z' || strings.HasSuffix(s, "”")) { // as nearly all sentences do
		return false
	}
	s = strings.TrimSuffix(s, ".")
	r, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsUpper(r) && (before == '.' || before == ' ')
}

// pictureCredit is the rule for who took or owns a picture.
const pictureCredit = "picture-credit"

// maxPhotographed is the most columns of a caption that ends with the word for
// taking a picture.
const maxPhotographed = 120

// photographed reports whether s ends with a name and a word for taking or
// giving a picture, in brackets or behind an equals sign, as Chinese and
// Japanese captions do: （記者葉知秋攝）, ＝高見沢涼撮影; or behind a full stop or
// a sign of copyright: 。本报记者 葉知秋 摄, ⓒ시청 제공. In Lithuanian the word
// stands behind the name, too.
func photographed(s string) bool {
	if last := s[len(s)-1]; last < utf8.RuneSelf && last != ')' && last != '.' && last != 'r' {
		return false
	}
	if strings.HasSuffix(s, " nuotr.") || strings.HasSuffix(s, " nuotr") {
		return true
	}
	tail := strings.TrimSuffix(strings.TrimSuffix(s, "）"), ")")
	if len(tail) < 3 || tail[len(tail)-1] < 0x80 {
		return false
	}
	for _, word := range photoWords {
		if name, ok := strings.CutSuffix(tail, word); ok {
			if bare := strings.TrimSuffix(name, " "); len(bare) < len(name) && isHanName(bare) { // 葉知秋 摄
				return true
			}
			k := max(strings.LastIndex(name, "（"), strings.LastIndex(name, "＝"), strings.LastIndexAny(name, "(="))
			if at := strings.LastIndex(name, ". "); at > max(k, minCaption) && countWords(name[at+1:], 3) < 3 {
				return name[len(name)-1] == ' ' // 신안군 제공
			}
			if at := max(strings.LastIndex(name, "。"), strings.LastIndex(name, "ⓒ"), strings.LastIndex(name, "©")); at > k {
				return len(name)-at <= maxCredit && (name[len(name)-1] == ' ' || name[at] != "。"[0])
			}
			return k > 0 && len(name)-k <= maxCredit && (len(tail) < len(s) || name[k] == '=' || strings.HasPrefix(name[k:], "＝"))
		}
	}
	return false
}

// ownedBy reports whether s ends with the sign of copyright and a name, in
// brackets or behind a sentence, as "A postman on his round. (©DR)" and "A postman
// on his round. © Jean Roe" do.
func ownedBy(s string) bool {
	if s[len(s)-1] != ')' {
		k := strings.Index(s, ". © ")
		return k > 0 && len(s)-k <= maxKey && !hasDigit(s[k:]) && !endsSentence(s) && countWords(s[k:], maxOwner+1) <= maxOwner
	}
	k := strings.LastIndex(s, "(©")
	return k > 0 && len(s)-k <= maxKey
}

// maxOwner is how many words the name of an owner has.
const maxOwner = 4

// ownedBySource reports whether s is a sentence and, behind a bar, the label of a
// source and a name, as "A postman on his round. | Source: The Post" has it.
func (d *draft) ownedBySource(s string) bool {
	k := lastSpaced(s, '|', maxCredit)
	if k < minCaption/2 || len(s) > maxCaption || !strings.HasPrefix(s[k:], " | ") || hasDigit(s[k:]) || !endsSentence(s[:k]) {
		return false
	}
	m, ok := d.rules().Label(s[k+len(" | "):])
	return ok && m.ID == source && m.Sep
}

// slashedName reports whether s, which ends no sentence, is one and, behind a
// slash, a name of a word or two, as Korean captions end: "…있다. /가사도초".
func slashedName(s string) bool {
	k := lastSpaced(s, '/', maxKey)
	if k < minCaption/2 || k+2 == len(s) || s[k+2] == ' ' || !endsSentence(s[:k]) {
		return false
	}
	name := s[k+2:]
	return countWords(name, 3) < 3 && !hasDigit(name) && !strings.Contains(name, "/")
}

// lastSpaced is the place of the last space with a sign behind it among the last
// n bytes of s, -1 when there is none.
func lastSpaced(s string, sign byte, n int) int {
	from := max(0, len(s)-n)
	if strings.IndexByte(s[from:], sign) < 0 { // as in most lines
		return -1
	}
	for k := len(s) - 1; k > from; k-- {
		if s[k] == sign && s[k-1] == ' ' {
			return k - 1
		}
	}
	return -1
}

// inCapitals reports whether s ends with a paper and a photographer in brackets,
// the paper at least in capitals, with a slash between, as Indonesian captions
// do: (KABAR/PUTRI A).
func inCapitals(s string) bool {
	if s[len(s)-1] != ')' {
		return false
	}
	k := strings.LastIndexByte(s, '(')
	if k <= 0 || len(s)-k > maxCredit {
		return false
	}
	paper, name, ok := strings.Cut(s[k+1:len(s)-1], "/")
	upper := 0
	if isUpperWord(paper) && personal(name) {
		return len(paper) >= 4
	}
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			upper++
		case r != ' ' && r != '.':
			return false
		}
	}
	return ok && upper >= 4 && len(paper) >= 4 && !hasDigit(paper)
}

var photoWords = []string{"攝", "摄", "攝影", "摄影", "翻攝", "供图", "供圖", "撮影", "提供", "촬영", "제공"}

// isHanName reports whether s is two to four Han letters, as names of Chinese people
// are.
func isHanName(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 4
}

// captionsAbove marks the short lines between the headline and the text that have
// the credit of a picture directly below them.
func (d *draft) captionsAbove() {
	if d.title < 0 {
		return
	}
	for i := d.next(d.title + 1); i < d.first && i+1 < len(d.blocks); i = d.next(i + 1) {
		if !d.open(i) || d.open(i+1) || d.lines[i].end || d.lines[i].width >= proseWidth || i == d.deck {
			continue
		}
		if r := d.ruleOf(i + 1); r != nil && r.ID == pictureCredit {
			d.mark(i, Boilerplate, NoRole, "caption above its credit", "")
		}
	}
}

// credit is the rule for credits of pictures that s[from:] matches, nil when
// it matches none or from is 0.
func (d *draft) credit(s string, from int) *rules.Rule {
	if from <= 0 {
		return nil
	}
	tail := strings.Trim(s[from:], "[]() ")
	if r := d.rules().Boilerplate(tail); r != nil && r.Means == rules.Caption {
		return r
	}
	if s[from-1] == '|' || from > 1 && s[from-2] == '/' { // its colon may be left out
		word, name, _ := strings.Cut(tail, " ")
		if r := d.rules().Boilerplate(word + ": " + name); personal(name) && r != nil && r.Means == rules.Caption {
			return r
		}
	}
	return nil
}

// creditLabel is the rule for credits of pictures that the last word before the
// last colon of s and what stands behind it match, when words stand before both:
// "The wheel after its repair Photo: Jane Roe".
func (d *draft) creditLabel(s string) *rules.Rule {
	tail := max(0, len(s)-maxCredit)
	colon := tail + strings.LastIndexByte(s[tail:], ':')
	if colon <= tail || !strings.HasPrefix(s[colon+1:], " ") {
		return nil
	}
	from := strings.LastIndexByte(s[:colon], ' ')
	if from < 0 || strings.IndexByte(s[:from], ' ') < 0 || !personal(strings.TrimSpace(s[colon+1:])) {
		return nil
	}
	if first, _ := utf8.DecodeRuneInString(s[from+1:]); unicode.IsLower(first) {
		return nil
	}
	if r := d.rules().Boilerplate(s[from+1:]); r != nil && r.ID == "picture-credit" {
		return r
	}
	return nil
}

// creditStart is where the last words of s[:end] begin, behind a full stop and
// a space, a bar, or a slash or dash between spaces; 0 when there is none of
// these in the last maxCredit bytes of s.
func creditStart(s string, end int) int {
	for i := end - 1; i > 0 && i >= len(s)-maxCredit; i-- {
		if endsClause[s[i]] && (s[i] != ' ' || endsClause[s[i-1]]) && partsClauses(s, i) {
			return i + 1
		}
	}
	return 0
}

// endsClause has the last bytes of what stands between clauses.
var endsClause = [256]bool{
	'|': true, ' ': true, '.': true, '!': true, '?': true, '/': true, '-': true,
	0x93: true, 0x94: true, 0x82: true, // of "–", "—" and "。"
}

// partsClauses reports whether s[:i+1] ends with what stands between clauses.
func partsClauses(s string, i int) bool {
	if s[i] != ' ' {
		return s[i] == '|' || strings.HasSuffix(s[:i+1], "。")
	}
	before := s[:i]
	switch before[i-1] {
	case '.', '!', '?':
		return true
	case '/', '-':
		return strings.HasSuffix(before[:i-1], " ")
	}
	return strings.HasSuffix(before, " –") || strings.HasSuffix(before, " —")
}
