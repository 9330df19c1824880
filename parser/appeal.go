package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// Sites speak to their readers in sentences: "Want to know more? Follow us."

// maxAppeal and maxAppealWidth bound the length in bytes and columns of a line of
// such sentences, maxCall the columns of a question or call among them.
const (
	maxAppeal      = 320
	maxAppealWidth = 180
	maxCall        = 60
)

// appealRules are the rules for sentences that ask readers for something.
var appealRules = map[string]bool{readerAppeal: true, followLine: true, "newsletter": true, "support-appeal": true}

// appeals names the rule for the last sentence of line i, when it has several and
// each is an appeal to readers that rules know, or a short question or call above
// one; "" for other lines.
func (d *draft) appeals(i int) string {
	s := d.blocks[i].Text
	if len(s) > maxAppeal || d.lines[i].width > maxAppealWidth || d.lines[i].signs&hasClause == 0 || !d.lines[i].opens.Rule() && !callsSoon(s, d.lines[i].signs == hasAny) {
		return ""
	}
	at := lastSentence(s)
	if at == 0 {
		return ""
	}
	r := d.appeal(s[at:])
	if r == nil {
		return ""
	}
	for at > 0 {
		s = strings.TrimRight(s[:at], " \u00a0")
		at = lastSentence(s)
		if d.appeal(s[at:]) == nil && !isCall(s[at:]) {
			return ""
		}
	}
	return r.ID
}

func (d *draft) appeal(s string) *rules.Rule {
	if r := d.rules().Boilerplate(s); r != nil && appealRules[r.ID] {
		return r
	}
	return nil
}

// callsSoon reports whether s, which may have letters beyond ASCII or not, may
// begin with a short question or exclamation.
func callsSoon(s string, wide bool) bool {
	s = s[:min(len(s), utf8.UTFMax*maxCall)]
	return strings.IndexByte(s, '?') >= 0 || strings.IndexByte(s, '!') >= 0 ||
		wide && s[0] >= utf8.RuneSelf && (strings.Contains(s, "？") || strings.Contains(s, "！") || strings.Contains(s, "؟"))
}

// isCall reports whether s is a short question or exclamation.
func isCall(s string) bool {
	return columns(s) <= maxCall && strings.ContainsRune("?!？！؟", lastRune(s))
}

// lastSentence is where the last sentence of s begins, 0 when there is one only.
func lastSentence(s string) int {
	end := len(strings.TrimRight(s, ".!?…。！？؟।۔ \u00a0"))
	for k := end - 1; k > 0; k-- {
		switch c := s[k]; {
		case c == ' ':
			if c = s[k-1]; c == '.' || c == '!' || c == '?' {
				return k
			} else if c < utf8.RuneSelf {
				continue
			}
			if r, _ := utf8.DecodeLastRuneInString(s[:k]); isSentenceEnd(r) {
				return k
			}
		case c == 0xE3 || c == 0xEF: // as ideographic signs begin
			if r, n := utf8.DecodeRuneInString(s[k:]); r >= 0x3000 && isSentenceEnd(r) {
				return k + n
			}
		}
	}
	return 0
}
