package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// Sites speak to their readers in sentences: "Want to know more? Follow us."

// maxAppeal bounds the columns of a line of such sentences, maxCalls those of one that no
// question or exclamation begins, maxCall those of a question or call among them.
const (
	maxAppeal = 180
	maxCalls  = 2 * maxCall
	maxCall   = 60
)

// appeals names the rule for the last sentence of line i, when it has several and
// each is an appeal to readers that rules know, or a short question or call above
// one; "" for other lines.
func (d *draft) appeals(i int) string {
	s, l := d.blocks[i].Text, &d.lines[i]
	if l.width > maxAppeal || l.signs&hasClause == 0 || !l.opens.Rule() && (l.signs&hasCall == 0 || !callsSoon(s)) && !(l.width <= maxCalls && d.callsFirst(s)) {
		return ""
	}
	at := nextSentence(s)
	if at == len(s) {
		return ""
	}
	id := ""
	for ; s != ""; at = nextSentence(s) {
		sentence := strings.Trim(s[:at], " \u00a0")
		if id = d.appeal(sentence); id == "" && !isCall(sentence) {
			return ""
		}
		s = s[at:]
	}
	return id
}

// appeal is the rule for an appeal that s is, "" when it is none.
func (d *draft) appeal(s string) string {
	if r := d.rules().Boilerplate(s); r != nil && appealRules[r.ID] {
		return r.ID
	}
	return d.called(s)
}

// called is the rule by whose words s calls readers to something or tells what the site
// earns by them, "" when it does not.
func (d *draft) called(s string) string {
	if r := d.rules().Words(s); r != nil && (callRules[r.ID] || saidByTheSite[r.ID]) {
		return r.ID
	}
	return ""
}

// callsFirst reports whether s begins with a short sentence that calls readers to something.
func (d *draft) callsFirst(s string) bool {
	k := strings.Index(s[:min(len(s), maxCall)], ". ")
	return k > 0 && d.called(s[:k]) != ""
}

// callsSoon reports whether s may begin with a short question or exclamation.
func callsSoon(s string) bool {
	s = s[:min(len(s), utf8.UTFMax*maxCall)]
	return strings.IndexByte(s, '?') >= 0 || strings.IndexByte(s, '!') >= 0 ||
		s[0] >= utf8.RuneSelf && (strings.Contains(s, "？") || strings.Contains(s, "！") || strings.Contains(s, "؟"))
}

// isCall reports whether s is a short question or exclamation.
func isCall(s string) bool {
	return columns(s) <= maxCall && strings.ContainsRune(callSigns, lastRune(s))
}

// nextSentence is where the second sentence of s begins, len(s) when there is one
// only.
func nextSentence(s string) int {
	last := len(strings.TrimRight(s, ".!?…。！？؟।۔ \u00a0"))
	for k := 0; k < last; k++ {
		c := s[k]
		if c < utf8.RuneSelf && signOf[c]&hasClause == 0 {
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[k:])
		}
		if isSentenceEnd(r) && (r >= 0x3000 || k+n < last && s[k+n] == ' ') {
			return k + n
		}
		k += n - 1
	}
	return len(s)
}

// isInvitation reports whether line i, which r matches by its first words, is a short
// sentence of the text, as "Join us on Saturday at the bridge." is: a sentence stands
// above it, and it has no word for what belongs to a site. Of Western languages rules know
// more than the first word.
func (d *draft) isInvitation(r *rules.Rule, i int) bool {
	l, s := &d.lines[i], d.blocks[i].Text
	if !openRules[r.ID] || !l.end || l.width > maxWordLine || strings.HasSuffix(s, "?") || d.lines[i].above == 0 || !strings.ContainsFunc(s, notWestern) && !fewRules[d.language()] {
		return false
	}
	above := d.prev(i - 1)
	return d.open(above) && d.lines[above].end && !d.rules().OfSite(s) && d.rules().Words(s) == nil
}

// fewRules are languages with the letters of Western ones of which rules know little more
// than the first words of what sites say.
var fewRules = map[string]bool{"tr": true, "az": true, "id": true, "ms": true, "vi": true}

// notWestern reports whether r is a letter that neither Greek nor the Germanic and Romance
// languages have.
func notWestern(r rune) bool {
	return r >= 0x400 && r < 0x1E00 || r > 0x3000 || strings.ContainsRune("čćšžđěřůťďňľąęłńśźżČĆŠŽĐŘŁŚŹŻğışəƏĞŞİ", r)
}
