package parser

import (
	"slices"
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
				d.mark(i, Boilerplate, NoRole, "words of menus and buttons", "")
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
		} else if d.mass.before[i] == d.mass.total && d.mass.total > 0 && d.open(i) && d.chromeOf(i) >= minTailChrome {
			d.mark(i, Boilerplate, NoRole, "words of menus and buttons", "")
		}
	}
	d.findProse()
	d.wordless()
	d.afterEnd()
	d.signedBy()
	d.pollAnswers()
	d.related()
	d.findProse()
}

// strips marks line i, which r matches, if the rule may be used there.
func (d *draft) strips(r *rules.Rule, i int) bool {
	if !d.mayStand(r, i) || d.saysSomething(r, i) || r.ID == pictureCredit && d.amongKeys(i) || d.withinText(r, i) || d.isSubheading(r, i) || d.isInvitation(r, i) {
		return false
	}
	d.strike(i, "rule", r.ID)
	if r.Means == rules.NoArticle && d.mass.before[i] < longProse {
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

// readerAppeal and followLine are rules for sentences that ask readers for
// something.
const (
	readerAppeal = "reader-appeal"
	followLine   = "follow-line"
)

// callRules are the rules for lines that call readers to follow the site.
var callRules = map[string]bool{"call-to-readers": true, "call-to-readers-unspaced": true}

// pollButton is the rule for the buttons of a poll, pollHead that for headings of questions
// to readers; maxPoll is how many answers these have at most.
const (
	pollButton = "poll-button"
	pollHead   = "poll-head"
	maxPoll    = 8
)

// pollAbove marks a poll from its question to its button i, with short answers between,
// and reports whether there is one.
func (d *draft) pollAbove(i int) bool {
	for j, n := d.prev(i-1), 0; j > d.first && n <= maxPoll; j, n = d.prev(j-1), n+1 {
		if n > 1 && isQuestion(d.blocks[j].Text) {
			for ; j <= i; j = d.next(j + 1) {
				if d.open(j) {
					d.strike(j, "rule", pollButton)
				}
			}
			return true
		}
		if d.lines[j].end {
			break
		}
	}
	return false
}

// saidByTheSite are the rules for other whole sentences that the site says to its readers
// between those of an article, and for the time that reading takes.
var saidByTheSite = map[string]bool{readerAppeal: true, followLine: true, "follow-ending": true, "view-counter": true}

// paywall is the rule for what stands in the place of an article or, behind some
// of its text, of the rest.
const paywall = "paywall"

// navigationLine is the rule for the words of menus.
const navigationLine = "navigation-line"

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
	before, total := zeroed(d.scratch.before, len(d.blocks)), int32(0)
	d.scratch.before = before
	for _, i := range d.visible {
		before[i] = total
		if d.lines[i].prose && d.open(i) && !d.lines[i].matched {
			total += d.lines[i].width
		}
	}
	d.mass.before, d.mass.total = before, total
}

// mayStand reports whether rule r may match at block i.
func (d *draft) mayStand(r *rules.Rule, i int) bool {
	before, total := d.mass.before[i], d.mass.total
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
	s, l, before := d.blocks[i].Text, d.lines[i], d.mass.before[i]
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
	return before > 0 && l.width >= least && endsWithStop(s) && (before < d.mass.total || r.ID == relatedInline)
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

// comments marks what stands below the heading of readers' comments, when most
// of the text stands above it.
func (d *draft) comments() {
	if !slices.ContainsFunc(d.blocks, headsComments) {
		return
	}
	var mass, below int32
	from := -1
	for _, i := range d.visible {
		if from < 0 && mass > 0 && headsComments(d.blocks[i]) && !d.leadsProse(i) {
			from = i
		}
		if d.open(i) && d.lines[i].end {
			if mass += d.lines[i].width; from >= 0 {
				below += d.lines[i].width
			}
		}
	}
	if from < 0 || below*3 > mass {
		return
	}
	for i := from + 1; i < len(d.blocks); i++ {
		if d.open(i) {
			d.mark(i, Boilerplate, NoRole, "below the comments' heading", "")
		}
	}
}

// headsComments reports whether a block is the heading of readers' comments.
func headsComments(b Block) bool {
	return b.Kind == Boilerplate && b.Reason.Why == "rule" && strings.HasPrefix(b.Reason.Detail, "comments-")
}

// isSubheading reports whether the word of a menu in block i stands alone between a
// sentence of the text and a question, as "FAQ" does.
func (d *draft) isSubheading(r *rules.Rule, i int) bool {
	before := d.mass.before[i]
	if r.ID != navigationLine || before == 0 || before == d.mass.total {
		return false
	}
	j, k := d.prev(i-1), d.next(i+1)
	return j < i-1 && k > i+1 && d.open(j) && d.open(k) && d.isSentence(j) && strings.HasSuffix(d.blocks[k].Text, "?")
}

// related marks the short lines below the heading of a list of other articles
// or of buttons, up to the next running text.
func (d *draft) related() {
	lastText := d.lastText()
	end, wasBehind := 0, false // of the last list
	for _, i := range d.visible {
		r := d.matched(i)
		behind := i > d.last || i >= lastText
		if r == nil || r.Means != rules.Related || d.blocks[i].Kind != Boilerplate || i <= d.first || i < end && behind == wasBehind {
			continue // no heading, or one within that list
		}
		end, wasBehind = d.listBelow(i, d.boxEnd(i, lastText), behind, r), behind
	}
}

// listBelow marks the list below heading i, which r matches, and returns where it
// ends. Behind the text, and up to the end of a box, blank lines and prose do not end
// it.
func (d *draft) listBelow(i, box int, behind bool, r *rules.Rule) int {
	k := d.next(i + 1)
	for ; k < len(d.blocks); k = d.next(k + 1) {
		if !behind && k > box && d.lines[k].blanks >= 1 && !d.spacedItem(i, k) {
			break
		}
		if !d.open(k) {
			continue
		}
		if k > box && (!behind && d.lines[k].prose || d.isText(k)) && !d.boxed(i, k) && !d.nextEntry(k) {
			break
		}
		d.mark(k, Boilerplate, NoRole, "below", r.ID)
		d.lines[k].prose = false
	}
	return k
}

// pollAnswers marks the short lines directly below a question that the site puts to its
// readers, or below the heading of one, with the question itself.
func (d *draft) pollAnswers() {
	for _, i := range d.visible {
		if d.blocks[i].Kind != Boilerplate {
			continue
		}
		r := d.matched(i)
		if r == nil || r.ID != pollHead && (!strings.HasPrefix(r.ID, "rate-") || !isQuestion(d.blocks[i].Text)) {
			continue
		}
		for k := i + 1; k < len(d.blocks) && k <= i+maxPoll; k++ {
			s := d.blocks[k].Text
			if s == "" || !isQuestion(s) && (d.lines[k].end || d.open(k) && (countWords(s, 4) > 3 || r.ID != pollHead && personal(s))) {
				break
			}
			if d.open(k) {
				d.strike(k, "below", r.ID)
			}
		}
	}
}

// isQuestion reports whether s ends with a question mark.
func isQuestion(s string) bool { return strings.ContainsRune("?؟？;", lastRune(s)) }

// maxBoxLines bounds the visible lines of a box from its heading to the word for its end.
const maxBoxLines = 8

// boxEnd is the line with the word for the end of the box of the site that line i
// heads above the last line of the text, -1 when there is none.
func (d *draft) boxEnd(i, lastText int) int {
	for k, n := d.next(i+1), 0; k < lastText && n < maxBoxLines; k, n = d.next(k+1), n+1 {
		if r := d.ruleOf(k); r != nil && r.ID == endWord {
			return k
		}
	}
	return -1
}

// nextEntry reports whether line k begins with the sign of the entry directly
// above it.
func (d *draft) nextEntry(k int) bool {
	above := &d.blocks[k-1]
	return above.Reason.Why == "below" && sameSign(above.Text, d.blocks[k].Text)
}

// boxed reports whether line k is the only entry below the heading i, a sentence
// as long as a headline: the heading ends with a colon, and a blank line stands below.
func (d *draft) boxed(i, k int) bool {
	j := d.next(k + 1)
	return strings.HasSuffix(d.blocks[i].Text, ":") && k == i+1 && d.lines[k].width < 2*proseWidth &&
		!hasSentenceBreak(d.blocks[k].Text) && (j == len(d.blocks) || d.lines[j].blanks > 0)
}

// spacedItem reports whether line k is the first below the heading i of a list,
// in a text whose lines all have blank ones above, and text stands below it.
func (d *draft) spacedItem(i, k int) bool {
	j, n := d.next(k+1), d.lines[i].blanks
	return d.next(i+1) == k && d.lines[k].blanks == n && j < len(d.blocks) && d.lines[j].blanks == n && d.lines[j].prose
}

// lastText is the last open line that is text rather than a headline, -1 when
// there is none.
func (d *draft) lastText() int {
	for i := d.prev(len(d.blocks) - 1); i >= 0; i = d.prev(i - 1) {
		if d.open(i) && d.isText(i) {
			return i
		}
	}
	return -1
}

// isText reports whether line k is longer than a headline, or ends with a full
// stop as hardly one does, or goes on on the next line.
func (d *draft) isText(k int) bool {
	l := d.lines[k]
	return l.width >= longProse || l.wraps || l.end && l.width >= shortSentence && endsWithStop(d.blocks[k].Text)
}

// endsUnmarked reports whether line i, of a script that ends no sentence with a
// sign, is as long as a sentence.
func (d *draft) endsUnmarked(i int) bool {
	return d.lines[i].width >= shortSentence*3/2 && isThai(lastRune(d.blocks[i].Text))
}

// tailFragments marks the fragments that stand behind boilerplate or a field at
// the end: names of buttons, links and offices that no rule knows.
func (d *draft) tailFragments() {
	seen := d.signedByAgency()
	for i := d.last + 1; i < len(d.blocks); i++ {
		switch b := &d.blocks[i]; {
		case b.Kind == Boilerplate && !d.isInsert(i) || b.Kind == Field:
			seen = true
		case d.open(i) && isDeskCode(b.Text):
			d.mark(i, Boilerplate, NoRole, "code of a desk", "")
			seen = true
		case seen && d.open(i) && !d.lines[i].end && d.lines[i].width < proseWidth && !(d.endsUnmarked(i) && d.blocks[min(i+1, len(d.blocks)-1)].Text == ""):
			d.mark(i, Boilerplate, NoRole, "among boilerplate at the end", "")
		}
	}
}
