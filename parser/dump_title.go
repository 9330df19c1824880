package parser

import (
	"strings"

	"unscrape/parser/linemodel"
	"unscrape/parser/rules"
)

// What the page itself says for a line to be its headline, in the log-odds of
// the model: the line stands within a longer one, as the name of a window, a
// path of sections or a link to share do, at such a line's end, and a date
// stands below it.
const (
	saidWithin = 0.8
	saidAtEnd  = 0.5
	aboveDate  = 0.8
	belowPath  = 0.8 // a path of sections stands above it
	belowDate  = 0.5 // a date stands directly above it
	firstRank  = 2   // it is a heading of the first rank in Markdown
	lowerRank  = 0.5 // the same of another, which may be that of a part

	againstOwner   = 3   // the notice of copyright names it
	againstOffice  = 2   // it is the name of an office
	againstCaption = 1   // the credit of a picture stands directly below it
	againstEntry   = 1.5 // it stands in a list of other stories

	// linesToDate is in how many visible lines below it the date is looked for.
	linesToDate = 5

	// subtitleGap is how much less likely the line above a subtitle may be.
	subtitleGap = 0.8

	// sectionGap is how much less likely than the name of a section a line may
	// be to be the headline in its place.
	sectionGap = 2

	mostEvidence = saidWithin + saidAtEnd + aboveDate + belowPath + belowDate

	// mostWeighed is for how many lines evidence is looked for in all of a page.
	mostWeighed = 200
)

// pageHeadline takes the line that the model and the page hold most likely for
// the headline of those that no label and no rule has claimed. The name of a
// section gives way to a line that is not much less likely.
func (d *draft) pageHeadline(titles []linemodel.Title, at []int) {
	if d.art.Title != "" {
		return
	}
	best, score := -1, float32(0)
	var scores map[int]float32
	if d.hasSubtitles() {
		scores = map[int]float32{}
	}
	most := float32(mostEvidence)
	if d.variants.marked {
		most += firstRank
	}
	for _, t := range titles[:min(len(titles), mostWeighed)] {
		if best >= 0 && t.Score+most <= score {
			break
		}
		i := at[t.Line]
		if !d.mayName(i) {
			continue
		}
		s := t.Score + d.titleEvidence(i)
		if d.isShortName(i) {
			if d.chromeOf(i) > 0 {
				continue // an entry of a menu
			}
			s -= sectionGap
		}
		if scores != nil {
			scores[i] = s
		}
		if best < 0 || s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		best = d.headlineAbove()
	} else if j := d.prev(best - 1); j >= 0 && !d.isShortName(j) && scores[j] >= score-subtitleGap && scores[j] != 0 {
		best = j // and a subtitle below it
	}
	if best < 0 {
		return
	}
	d.setTitle(best, d.blocks[best].Text, whyModel, "")
	d.printedTitle()
}

// hasSubtitles reports whether the line above one that may be a subtitle is
// looked at: not in English, whose subtitles the model knows, and in Persian,
// whose papers have a line above the headline.
func (d *draft) hasSubtitles() bool { return d.isForeign() && d.pageLanguage != "fa" }

// headlineAbove is the line above the text that may be its headline when the
// model has no candidate: below a path of sections or above a date, -1 when
// there is none.
func (d *draft) headlineAbove() int {
	for i := range d.above(d.first, aboveTitle) {
		if !d.mayName(i) || d.isShortName(i) || endsSentence(d.blocks[i].Text) && endsWithStop(d.blocks[i].Text) {
			continue
		}
		if j := d.prev(i - 1); d.holdsDate(d.next(i+1)) || j >= 0 && isBreadcrumb(d.blocks[j].Text) {
			return i
		}
	}
	return -1
}

// mayName reports whether line i is open and has the shape of a headline: no
// part of a paragraph, list item, label, date, address, form or path of sections.
func (d *draft) mayName(i int) bool {
	s := unframed(d.blocks[i].Text)
	if !d.open(i) || d.lines[i].wraps && d.lines[i].prose || d.inSentence(i) {
		return false
	}
	return letterWeight(s) >= 4 && !strings.ContainsRune("*+•", runeAt(s, 0)) && !strings.HasSuffix(s, ",") && !strings.Contains(s, "://") &&
		!strings.Contains(s, "__") && !d.isDateLine(s) && !isBreadcrumb(s) && !d.isLabelled(s) && !isOfficeWithMotto(s) && strings.Count(s, cellSign) < minCells
}

// minCells is the number of cells, but for one, of a row of a menu, which
// cellSign stands between.
const (
	minCells = 2
	cellSign = "│"
)

// titleEvidence weighs what the page says for line i to be its headline.
func (d *draft) titleEvidence(i int) float32 {
	e := float32(0)
	s := d.blocks[i].Text
	if d.variants.marked {
		switch {
		case strings.HasPrefix(s, "# "):
			e += firstRank
		case strings.HasPrefix(s, "## "):
			e += lowerRank
		}
	}
	if letterWeight(s) >= 8 {
		within, end := d.saidInLonger(s)
		if within {
			e += saidWithin
		}
		if end {
			e += saidAtEnd
		}
	}
	if d.isForeign() && isOfficeName(s) {
		e -= againstOffice
	}
	if d.ownsPage(s) {
		e -= againstOwner
	}
	if d.isBelowPath(i) {
		e += belowPath
	}
	if d.isListed(i) {
		e -= againstEntry
	}
	if j := d.next(i + 1); j < len(d.blocks) && d.creditsPicture(j) {
		e -= againstCaption
	}
	if j := d.prev(i - 1); j >= 0 && d.holdsDate(j) {
		e += belowDate
	}
	for j := range d.below(i, linesToDate) {
		if d.holdsDate(j) {
			return e + aboveDate
		}
	}
	return e
}

// creditsPicture reports whether line i is the credit of a picture, by a rule or
// with a label.
func (d *draft) creditsPicture(i int) bool {
	return d.blocks[i].Reason.Detail == pictureCredit || d.blocks[i].Kind == Field && d.ruleOf(i).Is(pictureCredit)
}

// saidInLonger reports whether s stands within a longer line of the page, and
// at the end of one.
func (d *draft) saidInLonger(s string) (within, end bool) {
	text := d.part()
	for from := 0; ; {
		at := strings.Index(text[from:], s)
		if at < 0 {
			return within, end
		}
		at += from
		from = at + len(s)
		before, after := text[strings.LastIndexByte(text[:at], '\n')+1:at], text[from:]
		if n := strings.IndexByte(after, '\n'); n >= 0 {
			after = after[:n]
		}
		if len(before)+len(after) > mostAround*len(s) { // a sentence about it
			from += len(after) // whatever else is on the line
			continue
		}
		if isWordRune(lastRune(before)) || isWordRune(runeAt(after, 0)) {
			continue
		}
		more := hasWord(after)
		within = within || more || hasWord(before)
		end = end || !more && hasWord(before)
	}
}

// mostAround is how many times as long as a headline what else stands on a line with it
// may be.
const mostAround = 5

// isBelowPath reports whether a path of sections stands above line i, with
// nothing but the date and the number of the article between.
func (d *draft) isBelowPath(i int) bool {
	for i = d.prev(i - 1); i >= 0; i = d.prev(i - 1) {
		if !d.hasRole(i, Date, ModifiedDate, ID) {
			return d.open(i) && isBreadcrumb(d.blocks[i].Text)
		}
	}
	return false
}

// isListed reports whether line i is one of the first below a heading of other
// stories.
func (d *draft) isListed(i int) bool {
	for j := range d.above(i, listed) {
		if d.isKnown(j, rules.Related) {
			return true
		}
		if !d.open(j) || isBreadcrumb(d.blocks[j].Text) || d.holdsDate(j) {
			return false
		}
	}
	return false
}

// listed is how many lines of a list of other stories are counted with its
// heading.
const listed = 6
