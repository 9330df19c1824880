package parser

import (
	"cmp"
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
	if len(s) > maxCaption {
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
		if r == nil || stop && d.namesSource(s[from+1:]) || d.signsText(r, i, s, from) {
			return ""
		}
		return r.ID
	}
	if r := d.openCredit(i, s); r != nil && !(hasDigit(s) && d.isDateLine(s)) {
		return r.ID
	}
	return ""
}

// namesOwner reports whether line i ends with who took, owns or gave the picture that it
// is the caption of, in a shape that no label is needed for.
func (d *draft) namesOwner(i int) bool {
	l, s := &d.lines[i], d.blocks[i].Text
	if l.width <= maxPhotographed && (photographed(s) || inBrackets(s) || l.signs&hasWide != 0 && ownedBy(s)) {
		return true
	}
	return l.signs&hasClause != 0 && !l.end && (d.ownedBySource(s) || slashedName(s) || i < d.last && endsInReporter(s))
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
	if l.signs&hasClause != 0 && !endsInBracket(s) && (!l.end || endsInitial(s) || endsInInitials(s)) {
		from := creditStart(s, len(s))
		r := d.credit(s, from)
		for n := 0; n < 2 && r == nil && from > 0; n++ { // the picture's own number or an agency may stand behind the credit
			from = creditStart(s, from-1)
			r = d.credit(s, from)
		}
		if r != nil && (signsBoth(s[from:]) || r.ID == pictureAgency && d.first < i && i >= d.last && endsSentence(strings.TrimRight(s[:from], " "))) { // an agency signs the text
			return nil
		} else if r != nil {
			return r
		}
	}
	if !l.end && l.signs&hasClause != 0 {
		if r := d.outletBehind(s); r != nil {
			return r
		}
	}
	switch {
	case l.signs&hasColon == 0:
		return nil
	case l.end:
		return d.stoppedCredit(s)
	}
	if k := lastSpaced(s, '/', maxSetOff); k > 0 && l.signs&hasWide != 0 { // 있다 /사진=강변신문
		return d.credit(s, k+1)
	}
	return d.creditLabel(s)
}

// outletBehind is the rule for what took a picture that stands behind a stroke and the name
// of who did: "The mill Jane Roe/Example Agency"; nil when there is none.
func (d *draft) outletBehind(s string) *rules.Rule {
	tail := max(minCaption, len(s)-maxCredit)
	k := strings.LastIndexByte(s[min(tail, len(s)):], '/') + tail
	if k <= tail || !startsUpper(s[k+1:]) {
		return nil
	}
	before, last, _ := cutLastWord(s[:k])
	_, first, _ := cutLastWord(before)
	if r := d.rules().Boilerplate("(" + s[k+1:] + ")"); r != nil && r.Means == rules.Caption && personal(first+" "+last) {
		return r
	}
	return nil
}

// stoppedCredit is the rule for the label of a picture's credit that stands behind a
// caption before a name and a full stop: "The sisters at the mill. Photo: Jane Roe."
func (d *draft) stoppedCredit(s string) *rules.Rule {
	s, ok := strings.CutSuffix(s, ".")
	tail := max(0, len(s)-maxCredit)
	if !ok || strings.IndexByte(s[tail:], ':') < 0 || !personal(strings.TrimSpace(s[strings.LastIndexByte(s, ':')+1:])) {
		return nil
	}
	return d.credit(s, creditStart(s, len(s)))
}

// signsBoth reports whether s is who wrote a Chinese text and took its pictures, which
// stands behind its last sentence in brackets: （图/文 葉知秋）.
func signsBoth(s string) bool {
	return strings.HasPrefix(s, "（") && strings.Contains(s[:min(len(s), maxSignature)], "文")
}

// maxSignature is in how many bytes the words for text and pictures stand.
const maxSignature = 12

// signsText reports whether the bracket at from, which r matches, is only a name, without
// words for whose a picture is as "(Photo by Jane Doe)" has: an agency signs its texts so,
// and its name is explained so.
func (d *draft) signsText(r *rules.Rule, i int, s string, from int) bool {
	return !(r.ID == pictureCredit && countWords(s[from:], 3) > 2) && !strings.ContainsAny(s[from:], ":=©") &&
		(d.lines[i].width < minCaption || endsSentence(s[:from-1]) && endsWithStop(s[:from-1]))
}

// namesSource reports whether s begins with the label of a source, which stands
// behind a sentence of the text too: "(Source: Statistics Office)."
func (d *draft) namesSource(s string) bool {
	m, ok := d.rules().Label(s)
	return ok && m.ID == sourceLabel
}

// captionAbove marks the short line directly above line i, within the text, which
// names the owner of a picture.
func (d *draft) captionAbove(i int) {
	j := d.prev(i - 1)
	if j == i-1 && j > d.first && d.open(j) && !d.lines[j].end && d.lines[j].width < proseWidth {
		d.strike(j, whyCredited, "")
	}
}

// captionsAbove marks the short lines between the headline and the text, and the one that
// begins the text, that have the credit of a picture directly below them.
func (d *draft) captionsAbove() {
	for i := d.next(d.title + 1); i <= d.first && i+1 < len(d.blocks); i = d.next(i + 1) {
		if d.open(i) && !d.lines[i].end && d.lines[i].width < proseWidth && d.rules().Boilerplate(d.blocks[i+1].Text).Is(pictureCredit) {
			d.mark(i, Boilerplate, NoRole, whyCredited, "")
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
	if r := d.rules().Boilerplate(tail); r.Says(rules.Caption) {
		return r
	}
	if owner, by, ok := cutPhoto(tail); ok && s[from] == '(' && startsUpper(owner) && owner != "The" && countWords(owner, 3) < 3 {
		if r := d.rules().Boilerplate("Photo" + cmp.Or(by, ": "+owner)); r.Says(rules.Caption) {
			return r
		}
	}
	if s[from-1] == '|' || from > 1 && s[from-2] == '/' { // its colon may be left out
		word, name, _ := strings.Cut(tail, " ")
		if r := d.rules().Boilerplate(word + ": " + name); personal(name) && r.Says(rules.Caption) {
			return r
		}
	}
	return nil
}

// cutPhoto splits s about the word for a picture of the paper that owns it: "Express
// photo by Jane Roe", "HT Photo".
func cutPhoto(s string) (owner, by string, ok bool) {
	for _, photo := range [...]string{" photo", " Photo"} {
		if owner, by, ok = strings.Cut(s, photo); ok && (by == "" || by[0] == ' ') {
			return owner, by, true
		}
	}
	return "", "", false
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
	name := strings.TrimSpace(s[colon+1:])
	if from < 0 || strings.IndexByte(s[:from], ' ') < 0 || !personal(name) && !fewCaseless(name) {
		return nil
	}
	if first, _ := utf8.DecodeRuneInString(s[from+1:]); unicode.IsLower(first) {
		return nil
	}
	if r := d.rules().Boilerplate(s[from+1:]); r.Is(pictureCredit) {
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
	0x93: true, 0x94: true, 0x82: true, 0xA4: true, 0x9F: true, 0x89: true, // of "–", "—", "。", "।", "؟" and "։"
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
	return strings.HasSuffix(before, " –") || strings.HasSuffix(before, " —") || strings.ContainsRune("।۔։؟", lastRune(before))
}
