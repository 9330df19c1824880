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
func (d *draft) storyLists() blockRanges {
	lists := d.datedLists()
	rest, own := lists, int32(0)
	for _, i := range d.visible {
		if l := &d.lines[i]; !rest.holds(i) && l.prose && l.end {
			own += l.width
		}
	}
	if own < minOwnText {
		return nil
	}
	return lists
}

// onlyNews reports whether the text of the part is in lists of stories, the newest first, but
// for a sentence.
func (d *draft) onlyNews() bool {
	news, outside := d.news, int32(0)
	for _, i := range d.visible {
		if !news.holds(i) && d.open(i) {
			outside += d.lines[i].width
		}
	}
	return d.news != nil && outside < longProse
}

// blockRanges are ranges of blocks, in order.
type blockRanges [][2]int

// holds reports whether block i is in one of the ranges, and drops those above it: it is
// asked about one block after another.
func (r *blockRanges) holds(i int) bool {
	for len(*r) > 0 && (*r)[0][1] < i {
		*r = (*r)[1:]
	}
	return len(*r) > 0 && (*r)[0][0] <= i
}

// datedLists are lists of stories and of posts as ranges of blocks. Those of stories that have
// the newest first are news.
func (d *draft) datedLists() (lists blockRanges) {
	d.news = nil
	dated := d.datesOfLists()
	for k := 0; k < len(dated); {
		end := k + 1
		for end < len(dated) && d.nextInList(dated[end-1], dated[end]) && (dated[k].timed || end == k+1 || evenlySpaced(dated[end-2:end+1])) {
			end++
		}
		list := dated[k:end]
		k = end
		if len(list) >= minStories && !ascending(list) || len(list) >= minPosts && list[0].timed {
			r := d.wholeStories(list)
			lists = append(lists, [2]int{d.visible[r[0]], d.visible[r[1]]})
			if len(list) >= minStories && d.isNews(list) {
				d.news = append(d.news, lists[len(lists)-1])
			}
		}
	}
	return lists
}

// isNews reports whether a story stands between all dates of a list, and the newest first.
func (d *draft) isNews(list []listDate) bool {
	for k := 1; k < len(list); k++ {
		if list[k].when.After(list[k-1].when) || !d.isStory(d.visible[list[k-1].at+1:list[k].at]) {
			return false
		}
	}
	return list[0].when.After(list[len(list)-1].when)
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
		headed = headed || !d.stops(i) && (countWords(s, 3) == 3 || noSpaces(lastRune(s)))
	}
	return headed && width <= maxStoryWidth
}

// wholeStories is the range of d.visible from the first date of a list to the last, with the
// rest of the first story above or of the last one below where either stands there but not
// both.
func (d *draft) wholeStories(dated []listDate) [2]int {
	first, last := dated[0].at, dated[len(dated)-1].at
	if dated[0].timed && !d.isNews(dated) {
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

// evenlySpaced reports whether the third of three dates stands as far below the second as
// that below the first, give or take a line.
func evenlySpaced(dated []listDate) bool {
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
func (d *draft) markLists(lists blockRanges) {
	for _, r := range lists {
		for i := r[0]; i <= r[1]; i++ {
			if d.open(i) {
				d.strike(i, "list of stories or posts", "")
			}
		}
	}
}

// holdsForText reports whether the model, which says p of the lines, holds a fifth of those in
// lists for text of the article.
func holdsForText(p []float32, at []int, lists blockRanges) bool {
	all, text := 0, 0
	for k, i := range at {
		if lists.holds(i) {
			if all++; p[k] >= bodyLine {
				text++
			}
		}
	}
	return text*5 > all
}
