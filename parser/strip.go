package parser

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// maxRuleLine bounds the length in bytes of a line that a rule may match.
const maxRuleLine = 600

// strip marks boilerplate by the rules. Where a rule may stand is measured in
// running text, so the head ends with the first and the tail begins behind the
// last line of it that no rule matches.
func (d *draft) strip() {
	d.markup()
	for _, i := range d.visible {
		if len(d.blocks[i].Text) <= maxRuleLine && d.open(i) && !d.continuesText(i) {
			if d.ruleOf(i) != nil {
				d.lines[i].matched = true
			} else if !d.isSentence(i) && d.chromeOf(i) >= minChrome {
				d.mark(i, Boilerplate, NoRole, whyMenu, "")
			}
		}
	}
	d.proseMass()
	for _, i := range d.visible {
		if r := d.matched(i); r != nil {
			switch {
			case r.ID == pollButton && d.pollAbove(i):
			case !d.strips(r, i):
			case d.lines[i].wraps && noticeRules[r.ID]:
				d.noticeGoesOn(i, r)
			case r.Means == rules.Posted:
				d.posted(i)
			case r.ID == pictureOwner:
				d.captionAbove(i)
			}
		} else if d.lines[i].above == d.mass && d.mass > 0 && d.open(i) && d.chromeOf(i) >= minTailChrome {
			d.mark(i, Boilerplate, NoRole, whyMenu, "")
		}
	}
	d.findProse()
	d.wordless()
	d.afterEnd()
	d.signedBy()
	d.mailSignature()
	d.pollAnswers()
	d.related()
	d.findProse()
}

// strips marks line i, which r matches, if the rule may be used there.
func (d *draft) strips(r *rules.Rule, i int) bool {
	if !d.mayStand(r, i) || d.saysSomething(r, i) || r.ID == pictureCredit && d.amongKeys(i) || d.withinText(r, i) || d.isSubheading(r, i) || d.isInvitation(r, i) {
		return false
	}
	d.strike(i, WhyRule, r.ID)
	if r.Means == rules.NoArticle && d.lines[i].above < longProse {
		d.wall = true
		if r.ID == loginForm {
			d.logins++
		} else {
			d.logins = maxLogins + 1
		}
	}
	return true
}

// amongKeys reports whether line i within the text is a key and its value, and so are the
// lines directly above and below: who did what for a play, not who took a picture.
func (d *draft) amongKeys(i int) bool {
	keyed := func(k int) bool { return d.open(k) && d.lines[k].key && d.matched(k) == nil }
	return keyed(d.prev(i-1)) && keyed(d.next(i+1))
}

// strike marks line i as boilerplate.
func (d *draft) strike(i int, why, detail string) {
	d.mark(i, Boilerplate, NoRole, why, detail)
	d.lines[i].prose = false
}

// isSentence reports whether a line is running text that ends as a sentence, as
// no row of buttons does.
func (d *draft) isSentence(i int) bool { return d.lines[i].prose && d.lines[i].end }

// Numbers of words of menus and buttons that fill a line which is nothing
// else, anywhere and behind the text.
const (
	minChrome     = 3
	minTailChrome = 2
)

// continuesText reports whether line i goes on with a line before it that no
// rule matches: its words are a part of that sentence.
func (d *draft) continuesText(i int) bool {
	return d.open(i-1) && d.lines[i-1].wraps && !d.lines[i-1].matched
}

// proseMass measures the running text before each block and in all, without the
// lines that rules match.
func (d *draft) proseMass() {
	d.mass = 0
	for _, i := range d.visible {
		l := &d.lines[i]
		l.above = d.mass
		if l.prose && d.open(i) && !l.matched {
			d.mass += l.width
		}
	}
}

// mayStand reports whether rule r may match at block i.
func (d *draft) mayStand(r *rules.Rule, i int) bool {
	before, total := d.lines[i].above, d.mass
	switch r.At {
	case rules.Head:
		return before == 0 || before*10 < total && !d.leadsProse(i)
	case rules.Tail:
		return before == total || before*2 > total && !d.leadsProse(d.noticeEnd(r, i))
	case rules.Edge:
		return before == 0 || before == total || !d.leadsProse(i)
	}
	return true
}

// saysSomething reports whether a line that a rule matches is text all the
// same: something said, in quotes or behind a dash, or a longer sentence with a
// full stop between paragraphs.
func (d *draft) saysSomething(r *rules.Rule, i int) bool {
	s, l, before := d.blocks[i].Text, d.lines[i], d.lines[i].above
	switch {
	case !l.end, saidByTheSite[r.ID], callRules[r.ID],
		formRules[r.ID] && i > 0 && formRules[d.blocks[i-1].Reason.Detail]: // a sentence of a form
		return false
	}
	if r.ID == navigationLine && d.answers(i) {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(s); isOpening(s) || strings.ContainsRune("—–-", first) {
		return true
	}
	least := int32(2 * shortSentence)
	if r.Means == rules.Nothing { // buttons have no full stop
		least = shortSentence
	}
	return before > 0 && l.width >= least && endsWithStop(s) && (before < d.mass || r.ID == relatedInline)
}

// answers reports whether a question stands above line i, which ends with a full stop:
// "Yes." says something then.
func (d *draft) answers(i int) bool {
	j := d.prev(i - 1)
	return d.open(j) && strings.HasSuffix(d.blocks[j].Text, "?") && endsWithStop(d.blocks[i].Text)
}

// leadsProse reports whether the next visible line is open running text, as it
// is behind a subheading.
func (d *draft) leadsProse(i int) bool {
	j := d.next(i + 1)
	return d.open(j) && d.lines[j].prose
}

// isSubheading reports whether the word of a menu in block i stands alone between a
// sentence of the text and a question, as "FAQ" does, or a list of sentences.
func (d *draft) isSubheading(r *rules.Rule, i int) bool {
	before := d.lines[i].above
	if r.ID != navigationLine || before == 0 || before == d.mass {
		return false
	}
	j, k := d.prev(i-1), d.next(i+1)
	return j < i-1 && d.open(j) && d.open(k) && d.isSentence(j) &&
		(k > i+1 && strings.HasSuffix(d.blocks[k].Text, "?") || listMark(d.blocks[k].Text) != 0 && d.lines[k].width >= shortSentence && !d.lines[k].matched)
}
