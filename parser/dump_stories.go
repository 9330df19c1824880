package parser

import (
	"slices"
	"time"

	"unscrape/parser/timestamp"
)

// Lists of other stories and posts of readers, told by the dates between their lines: a
// page may have more of them than of its article, and the line model takes the larger part
// for the text.

// Bounds of such lists.
const (
	minStories    = 4   // lines with a date in a list of stories
	minPosts      = 3   // lines with a time of a day among posts
	maxDatedRow   = 60  // columns of a line with a date
	maxStoryGap   = 6   // lines from one date to the next
	maxStoryWidth = 400 // columns of all between them
	minOwnText    = 600 // columns of running text outside of all lists
)

// A listDate is a short line with a date.
type listDate struct {
	at    int // index in d.visible
	when  time.Time
	timed bool // has a time of the day
}

// storyLists are lists of stories and of posts as ranges of blocks, from the first date to the
// last; nil when they leave no text outside.
func (d *draft) storyLists() (runs [][2]int) {
	dated := d.datesOfLists()
	for k := 0; k < len(dated); {
		end := k + 1
		for end < len(dated) && d.nextInList(dated[end-1], dated[end]) && (dated[k].timed || end == k+1 || even(dated[end-2:end+1])) {
			end++
		}
		if n := end - k; n >= minStories && !ascending(dated[k:end]) || n >= minPosts && dated[k].timed {
			runs = append(runs, d.wholeStories(dated[k:end]))
		}
		k = end
	}
	if runs == nil {
		return nil
	}
	own, r := int32(0), 0
	for n, i := range d.visible {
		for r < len(runs) && runs[r][1] < n {
			r++
		}
		if l := &d.lines[i]; l.prose && l.end && (r == len(runs) || n < runs[r][0]) {
			own += l.width
		}
	}
	if own < minOwnText {
		return nil
	}
	for r := range runs {
		runs[r][0], runs[r][1] = d.visible[runs[r][0]], d.visible[runs[r][1]]
	}
	return runs
}

// datesOfLists are the short lines with a date that end no sentence, nil when hardly any has
// a year.
func (d *draft) datesOfLists() (dated []listDate) {
	least := minPosts
	for _, i := range d.visible {
		if d.mayBeListDate(i) {
			if least--; least == 0 {
				break
			}
		}
	}
	if least > 0 {
		return nil
	}
	for n, i := range d.visible {
		if !d.mayBeListDate(i) {
			continue
		}
		ts, problem := timestamp.Find(d.blocks[i].Text, timestamp.Options{})
		if problem == timestamp.Ambiguous || ts.Precision >= timestamp.Day {
			dated = append(dated, listDate{n, ts.Time, ts.Precision >= timestamp.Minute})
		}
	}
	return dated
}

// mayBeListDate reports whether line i is short, ends no sentence and has what may be a year:
// a digit beyond ASCII, or two behind 19 or 20.
func (d *draft) mayBeListDate(i int) bool {
	l, s := &d.lines[i], d.blocks[i].Text
	if l.signs&hasField == 0 || l.width > maxDatedRow || l.prose && l.end {
		return false
	}
	for k := 0; k+4 <= len(s); k++ {
		if c := s[k]; (c == '1' && s[k+1] == '9' || c == '2' && s[k+1] == '0') && isASCIIDigit(rune(s[k+2])) && isASCIIDigit(rune(s[k+3])) {
			return true
		}
	}
	return l.signs&hasWide != 0 && hasDigit(s)
}

// nextInList reports whether two dates may be those of one story or post and of the next.
func (d *draft) nextInList(a, b listDate) bool {
	gap := b.at - a.at
	if a.timed != b.timed || gap < 2 || gap > maxStoryGap {
		return false
	}
	if a.timed {
		return true
	}
	return gap > 2 && d.isStory(d.visible[a.at+1:b.at])
}

// isStory reports whether lines are a headline and little else.
func (d *draft) isStory(lines []int) bool {
	width, headed := int32(0), false
	for _, i := range lines {
		l, s := &d.lines[i], d.blocks[i].Text
		width += l.width
		headed = headed || !(l.end && endsWithStop(s)) && (countWords(s, 3) == 3 || noSpaces(lastRune(s)))
	}
	return headed && width <= maxStoryWidth
}

// wholeStories is the range of d.visible from the first date of a list to the last, with the
// rest of the first story above or of the last one below where either stands there but not
// both.
func (d *draft) wholeStories(dated []listDate) [2]int {
	first, last := dated[0].at, dated[len(dated)-1].at
	if dated[0].timed {
		return [2]int{first, last}
	}
	above := max(0, first-(dated[1].at-first)+1)
	below := min(len(d.visible), last+dated[1].at-first)
	knows := func(i int) bool { return d.matched(i) != nil }
	ends := d.isStory(d.visible[above:first]) && !slices.ContainsFunc(d.visible[above:first], knows)
	begins := d.isStory(d.visible[last+1:below]) && !slices.ContainsFunc(d.visible[last+1:below], knows)
	switch {
	case ends && !begins:
		first = above
	case begins && !ends:
		last = below - 1
	}
	return [2]int{first, last}
}

// even reports whether the third of three dates stands as far below the second as that below
// the first, give or take a line.
func even(dated []listDate) bool {
	more := (dated[2].at - dated[1].at) - (dated[1].at - dated[0].at)
	return -1 <= more && more <= 1
}

// ascending reports whether no date is earlier than the one before and the last is later
// than the first, as in a chronicle.
func ascending(dated []listDate) bool {
	for k := 1; k < len(dated); k++ {
		if dated[k].when.Before(dated[k-1].when) {
			return false
		}
	}
	return dated[0].when.Before(dated[len(dated)-1].when)
}

// markLists marks the lines of lists of stories and of posts.
func (d *draft) markLists(runs [][2]int) {
	for _, r := range runs {
		for i := r[0]; i <= r[1]; i++ {
			if d.open(i) {
				d.mark(i, Boilerplate, NoRole, "list of stories or posts", "")
				d.lines[i].prose = false
			}
		}
	}
}

// holdsForText reports whether the model, which says p of the lines, holds a fifth of those in
// lists for text of the article.
func holdsForText(p []float32, at []int, lists [][2]int) bool {
	all, text := 0, 0
	for k, i := range at {
		for len(lists) > 0 && lists[0][1] < i {
			lists = lists[1:]
		}
		if len(lists) > 0 && lists[0][0] <= i {
			if all++; p[k] >= bodyLine {
				text++
			}
		}
	}
	return text*5 > all
}
