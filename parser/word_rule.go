package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// maxWordLine is the most columns of a line that a rule may match by its words.
const maxWordLine = 110

// callRules are the rules for lines that call readers to follow the site.
var callRules = map[string]bool{"call-to-readers": true, "call-to-readers-unspaced": true}

// wordRuleOf is the rule that line i matches by its words; nil when it matches none.
func (d *draft) wordRuleOf(i int) *rules.Rule {
	s, l := d.blocks[i].Text, &d.lines[i]
	if l.width > maxWordLine || l.width < shortSentence/2 || l.wraps || d.first >= len(d.blocks) {
		return nil
	}
	calls, notifies := d.mayCall(i), d.mayNotify(i)
	if !calls && !notifies {
		return nil
	}
	r := d.rules().Words(s)
	if r == nil || r.At == rules.Any && !calls || r.At == rules.Tail && !notifies {
		return nil
	}
	return r
}

// mayCall reports whether line i may call readers to something: it is short, no list,
// and nothing said.
func (d *draft) mayCall(i int) bool {
	s := d.blocks[i].Text
	if '0' <= s[0] && s[0] <= '9' || isASCIILetter(s[0]) && !hasThreeWords(s) {
		return false
	}
	return !isOpening(s) && !strings.Contains(s, " | ")
}

// mayNotify reports whether line i stands below the first line of the text and is no
// sentence of it: those with a full stop are, unless the line above matches a rule.
func (d *draft) mayNotify(i int) bool {
	if i <= d.first {
		return false
	}
	above := d.prev(i - 1)
	return !d.lines[i].end || !endsWithStop(d.blocks[i].Text) || d.lines[above].matched || !d.open(above)
}

// isOpening reports whether s begins with a sign that opens a quotation.
func isOpening(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“„«「『‘”", r)
}
