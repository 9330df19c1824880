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
				d.mark(i, Boilerplate, NoRole, menuWords, "")
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
			d.mark(i, Boilerplate, NoRole, menuWords, "")
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

// menuWords is the reason of lines with hardly any other words.
const menuWords = "words of menus and buttons"

// strips marks line i, which r matches, if the rule may be used there.
func (d *draft) strips(r *rules.Rule, i int) bool {
	if !d.mayStand(r, i) || d.saysSomething(r, i) || r.ID == pictureCredit && d.amongKeys(i) || d.withinText(r, i) || d.isSubheading(r, i) || d.isInvitation(r, i) {
		return false
	}
	d.strike(i, "rule", r.ID)
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

// endsUnmarked reports whether line i, of a script that ends no sentence with a
// sign, is as long as a sentence.
func (d *draft) endsUnmarked(i int) bool {
	return d.lines[i].width >= shortSentence*3/2 && isSoutheastAsian(lastRune(d.blocks[i].Text))
}

// minVerses is the least number of lines that are verses.
const minVerses = 3

// onlyLines reports whether a document with a headline and labels has no sentences but short
// lines below all of its fields, three at least, as verses are.
func (d *draft) onlyLines() bool {
	lines := 0
	for k := len(d.visible) - 1; k >= 0; k-- {
		i := d.visible[k]
		if !d.open(i) {
			return lines >= minVerses && d.title >= 0 && d.hasRole(i, ID, Date, Title, Byline) && d.blocks[i].Reason.Why == "label"
		}
		lines++
	}
	return false
}

// tailFragments marks the fragments that stand behind boilerplate or a field at
// the end: names of buttons, links and offices that no rule knows. Behind the text itself
// up to maxSigning of a few words each are who wrote it or sent it: hardly a text ends
// without a sentence below one.
func (d *draft) tailFragments() {
	if d.last < 0 && d.onlyLines() {
		return
	}
	seen := d.signedByAgency() || d.signedInWords()
	signed := d.signedAtRight()
	for i := d.last + 1; i < len(d.blocks); i++ {
		switch b := &d.blocks[i]; {
		case b.Kind == Boilerplate && !d.isInsert(i) || b.Kind == Field:
			seen = true
		case d.open(i) && i >= signed:
			d.mark(i, Boilerplate, NoRole, "signature", "")
			seen = true
		case d.open(i) && (isDeskCode(b.Text) || isInitials(b.Text)):
			d.mark(i, Boilerplate, NoRole, "code of a desk", "")
			seen = true
		case seen && d.open(i) && !d.lines[i].end && d.lines[i].width < proseWidth && !(d.endsUnmarked(i) && d.blocks[min(i+1, len(d.blocks)-1)].Text == ""):
			d.mark(i, Boilerplate, NoRole, "among boilerplate at the end", "")
		}
	}
}

// signedAtRight is the line from which on nothing but lines far to the right of the last
// sentence of the text is open, as those who sign an act stand; len(d.blocks) when there
// is none.
func (d *draft) signedAtRight() int {
	i := len(d.blocks)
	if last := d.last; last < 0 || !d.lines[last].end || d.lines[last].indent >= centred/2 {
		return i
	}
	for ; i-1 > d.last; i-- {
		if l := &d.lines[i-1]; d.open(i-1) && (l.indent < centred || l.width >= maxKey || l.end && endsWithStop(d.blocks[i-1].Text) || listMark(d.blocks[i-1].Text) != 0) {
			break
		}
	}
	return i
}

// Bounds of the lines that sign a text: how many, the columns of each, fewer in scripts
// without spaces, and the words of all.
const (
	maxSigning      = 2
	signingWidth    = 40
	signingNoSpaces = 12
	signingWords    = 5
)

// signedInWords reports whether nothing but a few words on a line or two is open behind
// the last sentence of the text.
func (d *draft) signedInWords() bool {
	last := d.last
	if last < 0 || d.first == last || !d.stops(last) || d.lines[last].width < signingWidth {
		return false
	}
	lines, words := 0, 0
	for i := d.nextOpen(last + 1); i < len(d.blocks); i = d.nextOpen(i + 1) {
		if isDeskCode(d.blocks[i].Text) {
			continue
		}
		lines++
		words += countWords(d.blocks[i].Text, signingWords+1)
		if lines > maxSigning || words > signingWords || !d.maySign(i) {
			return false
		}
	}
	return lines > 0
}

// maySign reports whether line i may sign a text: it is no clause, of a script that ends
// none with a sign perhaps, nothing of a list or a table, no outcry and nothing said.
func (d *draft) maySign(i int) bool {
	s, l := d.blocks[i].Text, &d.lines[i]
	switch end := lastRune(s); {
	case l.width > signingWidth, isSoutheastAsian(end), noSpaces(end) && l.width > signingNoSpaces:
		return false
	case l.key, listMark(s) != 0, hasDigit(s), strings.Contains(s, "  "):
		return false
	default:
		return !strings.ContainsAny(s, "!?！？؟") && !strings.ContainsRune(closers+":：", end)
	}
}
