package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// stripText marks the boilerplate of a part that is no whole page, which takes a
// look at all of a line.
func (d *draft) stripText() {
	if d.inspect(d.visible) {
		d.findProse()
		d.fields()
	}
}

// inspect marks the lines that a look at all of them shows for boilerplate: by
// several sentences, by what stands behind a headline's or a caption's words, or by
// which words they have. It reports whether there are any.
func (d *draft) inspect(lines []int) (found bool) {
	byWords := d.scratch.byWords[:0]
	for _, i := range lines {
		if len(d.blocks[i].Text) > maxRuleLine || !d.open(i) || d.ruledHere(i) || d.continuesText(i) {
			continue
		}
		if d.struck(i) {
			found = true
			continue
		}
		if r := d.wordRuleOf(i); r != nil {
			d.setRule(i, r)
			d.lines[i].matched = true
			byWords = append(byWords, i)
		}
	}
	d.scratch.byWords = byWords
	if len(byWords) == 0 {
		return found
	}
	d.proseMass()
	for _, i := range byWords {
		found = d.strips(d.ruleOf(i), i) || found
	}
	d.pollAnswers()
	d.related()
	return found
}

// isWrappedDateline reports whether line i, which goes on in the next one, begins with the
// place in capitals that a text was sent from: the writer stands behind it.
func (d *draft) isWrappedDateline(i int) bool {
	place, _, _ := strings.Cut(d.blocks[i].Text, " ")
	return d.lines[i].wraps && utf8.RuneCountInString(place) > 2 && isUpperWord(place)
}

// ruledHere reports whether line i matches a rule that may be used where it stands.
func (d *draft) ruledHere(i int) bool {
	r := d.matched(i)
	return r != nil && (r.At == rules.Any || d.mayStand(r, i))
}

// struck marks line i when its parts show it for boilerplate, and reports whether it
// did.
func (d *draft) struck(i int) bool {
	if d.linksOther(i) {
		d.strike(i, WhyRule, relatedInline)
	} else if id := d.appeals(i); id != "" {
		d.strike(i, WhyRule, id)
	} else if d.embedded(i) {
		d.strike(i, whyEmbedded, "")
		if j := d.prev(i - 1); strings.HasPrefix(d.blocks[i].Text, "— ") && d.open(j) && (strings.Contains(d.blocks[j].Text, "pic.twitter.com/") || strings.Contains(d.blocks[j].Text, "https://t.co/")) {
			d.strike(j, whyEmbedded, "") // the words of the post, which end with such an address
		}
	} else if id := d.creditBehind(i); id != "" && !d.isWrappedDateline(i) {
		d.strike(i, "caption with", id)
		if credit, ok := strings.CutPrefix(d.blocks[i].Text, d.blocks[max(i-1, 0)].Text+" "); ok && d.open(i-1) && !startsLower(credit) {
			d.strike(i-1, whyCredited, "") // the same for those who do not see the picture
		}
	} else {
		return false
	}
	return true
}

// linksOther reports whether line i is the heading of a list of other articles
// and the one headline that it has, behind a colon, a bracket, or a sign between spaces.
func (d *draft) linksOther(i int) bool {
	s := d.blocks[i].Text
	if i <= d.first || !d.lines[i].opens.Rule() || d.lines[i].end && endsWithStop(s) {
		return false
	}
	head := ""
	bracket := s[0] == '[' || strings.HasPrefix(s, "【")
	if d.lines[i].key {
		head = s[:indexColon(s)]
	} else if k := behindHead(s); k > 0 && hasWord(s[k:]) {
		head = s[:k]
	} else if bracket {
		head, _ = cutAny(strings.TrimLeft(s, "[【"), "]】")
	}
	if head == "" || hasDigit(head) { // "Top 10: …" is a headline
		return false
	}
	r := d.rules().Boilerplate(strings.TrimSpace(head))
	return r.Says(rules.Related) && (r.ID == relatedHead || bracket)
}

// behindHead is where a bar or an arrow stands in s behind its first words, or a
// dash between spaces behind two words or more; -1 when there is none: "Read also|
// The bridge", "Read also – The bridge".
func behindHead(s string) int {
	s = s[:min(len(s), maxSetOff)]
	if k := strings.IndexAny(s, "|>›»→▶►▷"); k >= 0 {
		return k
	}
	for _, dash := range dashes {
		if k := strings.Index(s, dash); k >= 0 && strings.Contains(s[:k], " ") {
			return k
		}
	}
	return -1
}

// maxWordLine is the most columns of a line that a rule may match by its words.
const maxWordLine = 110

// wordRuleOf is the rule that line i matches by its words; nil when it matches none.
func (d *draft) wordRuleOf(i int) *rules.Rule {
	s, l := d.blocks[i].Text, &d.lines[i]
	if l.width > maxWordLine || l.width < shortSentence/2 || l.wraps {
		return nil
	}
	calls, notifies := d.mayCall(i), d.mayNotify(i)
	if !calls && !notifies {
		return nil
	}
	r := d.rules().Words(s)
	if r == nil || withoutStop[r.ID] && l.end && endsWithStop(s) || r.At == rules.Any && !calls || (r.At == rules.Tail || r.At == rules.Edge) && !notifies && !(r.ID == viewsTalk && d.next(i+1) == len(d.blocks)) {
		return nil
	}
	return r
}

// mayCall reports whether line i may call readers to something: it is no list, nothing
// said, and has three words.
func (d *draft) mayCall(i int) bool {
	s := d.blocks[i].Text
	return !('0' <= s[0] && s[0] <= '9' || isASCIILetter(s[0]) && strings.Count(s, " ") < 2 ||
		strings.IndexByte(s, '|') >= 0 && strings.Contains(s, " | ") || isOpening(s))
}

// mayNotify reports whether line i stands below the first line of the text and is no
// sentence of it: those with a full stop are, unless the line above matches a rule or
// that below the last one does.
func (d *draft) mayNotify(i int) bool {
	if i <= d.first {
		return false
	}
	above, below := d.prev(i-1), d.next(i+1)
	return !d.lines[i].end || !endsWithStop(d.blocks[i].Text) || d.lines[above].matched || !d.open(above) ||
		i >= d.last && below < len(d.blocks) && d.lines[below].matched
}

// isOpening reports whether s begins with a sign that opens a quotation.
func isOpening(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“„«「『‘”", r)
}

// embedded reports whether line i is what is left of a post that a page shows: the
// address of its picture, or who wrote it and when, as in "— Jane Roe (@janeroe)
// May 3, 2020".
func (d *draft) embedded(i int) bool {
	s := d.blocks[i].Text
	if s[0] != 'p' && s[0] != "—"[0] { // as most lines
		return false
	}
	if strings.HasPrefix(s, "pic.twitter.com/") {
		return !strings.ContainsRune(s, ' ')
	}
	return signsPost(s)
}

// signsPost reports whether s says who wrote a post of a network and when: "— Jane Roe
// (@janeroe) May 3, 2020".
func signsPost(s string) bool {
	_, account, _ := strings.Cut(s, "(@")
	_, date, _ := strings.Cut(account, ") ")
	return strings.HasPrefix(s, "— ") && len(s) <= maxDateLine && timestamp.IsDateLine(date)
}
