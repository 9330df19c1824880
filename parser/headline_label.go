package parser

import (
	"strings"
	"unicode"

	"unscrape/parser/rules"
)

// Headlines behind labels that may announce something else: subjects and pictures.

// matter takes what a label of the subject announces, on its line or on the next, for
// the headline of a text that has none or no more than the name of an office: more
// words than the name of a section has. The subject of a mail, which mailed asks for
// alone, is one in any case.
func (d *draft) matter(mailed bool) bool {
	sender := false
	for i := range d.aboveText() {
		sender = sender || namesMailbox(d.blocks[i].Text)
		if mailed && !sender {
			continue
		}
		m, ok := d.labelOf(i)
		if !ok || m.ID != matterLabel || !m.Sep || !d.hasRole(i, OtherField) {
			continue
		}
		if j := d.next(i + 1); m.Value == "" && j < d.first {
			m.Value, i = d.blocks[j].Text, j
		}
		if m.Value != "" && sender || !mailed && (countWords(m.Value, 3) >= 3 || noSpaces(lastRune(m.Value)) && columns(m.Value) > 12) {
			d.entitle(i, withoutList(m.Value), "label of the subject", m.Text)
			return true
		}
	}
	return false
}

// withoutList is the subject of a mail without the name of the list that it was sent to, in
// brackets before it: "[harbour-news] The ferry is back".
func withoutList(s string) string {
	if name, subject, ok := strings.Cut(s, "] "); ok && name != "" && name[0] == '[' && !strings.Contains(name, " ") && strings.TrimSpace(subject) != "" {
		return strings.TrimSpace(subject)
	}
	return s
}

// namesMailbox reports whether s ends with an address of mail in angle brackets, as the
// line of a mail for its sender does.
func namesMailbox(s string) bool {
	if !strings.HasSuffix(s, ">") {
		return false
	}
	at := strings.LastIndexByte(s, '<')
	return at >= 0 && isAddress(s[at+1:len(s)-1])
}

// pictures takes the first line but for fields and boilerplate for the headline of a video or
// of pictures, with the word for them before it: "Video: Bears on a swing".
func (d *draft) pictures() bool {
	for i := range d.aboveText() {
		m, ok := d.labelOf(i)
		if ok && m.Sep && m.ID != matterLabel && moreThanCredit(m, allCapitals(m.Text)) && d.hasRole(i, OtherField) {
			d.entitle(i, d.blocks[i].Text, "headline of pictures", m.Text)
			return true
		}
		if d.open(i) {
			return false
		}
	}
	return false
}

// moreThanCredit reports whether the value of label m has words that no name of a person or an
// office has; the label may be any in capitals, or else that of a credit.
func moreThanCredit(m rules.Match, capitals bool) bool {
	if hasOtherWord(m.Value) {
		return (capitals || m.ID == otherHandLabel) && countWords(m.Value, 3) >= 3
	}
	r := lastRune(m.Value)
	return m.ID == otherHandLabel && !unicode.IsLower(r) && !unicode.IsUpper(r) && !strings.ContainsAny(m.Value, "/（(") && (countWords(m.Value, 6) >= 6 || noSpaces(r) && columns(m.Value) > 16)
}
