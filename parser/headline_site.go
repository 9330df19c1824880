package parser

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Above a headline stand the name of the page's window, that of the site and those of its
// sections, and behind it or before it, on the same line, the site and its owner.

// headsBlog reports whether line i is the name of a blog and line j the headline of its
// entry: the day stands between, the text directly below or below the writer, and a
// notice of who posted it behind that.
func (d *draft) headsBlog(i, j int) bool {
	below := d.next(j + 1)
	if d.hasRole(below, Byline) {
		below = d.next(below + 1)
	}
	if between := d.next(i + 1); !d.isDated(between) || d.next(between+1) != j || below != d.first {
		return false
	}
	k := d.next(d.last + 1)
	if k == len(d.blocks) {
		return false
	}
	return d.hasRole(k, Byline) || d.blocks[k].Reason.Detail == postedNotice
}

// headsSite reports whether line i, the first one, is the name of a site, short and with
// its menu or motto directly below, and line j the headline: that stands apart from
// these and directly above the writer or the day.
func (d *draft) headsSite(i, j int) bool {
	motto, below := i+1, j+1
	if i != d.next(0) || d.lines[i].end || countWords(d.blocks[i].Text, minBelowOffice+1) > minBelowOffice || j <= motto || d.blocks[motto].Text == "" || d.blocks[j-1].Text != "" {
		return false
	}
	return (d.blocks[motto].Kind == Boilerplate || startsLower(d.blocks[motto].Text)) && !d.lines[motto].end && (d.isDated(below) || d.hasRole(below, Byline))
}

// belowWindow is the candidate that the first one, the name of a page's window, says
// with the name of the site about it or cut off, the longest of those; -1 when there is
// none.
func (d *draft) belowWindow(found []int) int {
	best := -1
	for _, i := range found[min(1, len(found)):] {
		if s := d.blocks[i].Text; namesWindow(d.blocks[found[0]].Text, s) && (best < 0 || len(s) > len(d.blocks[best].Text)) {
			best = i
		}
	}
	return best
}

// namesWindow reports whether window is the headline s, with the name of a site before
// or behind it, or its beginning with dots for the rest.
func namesWindow(window, s string) bool {
	if letterWeight(s) < 8 {
		return false
	}
	if strings.HasSuffix(window, "...") || strings.HasSuffix(window, "…") {
		start := strings.TrimRight(window, ".… ")
		if letterWeight(start) >= 8 && strings.HasPrefix(s, start) {
			return true
		}
	}
	if rest, ok := cutWords(window, s); ok && hasWord(rest) && siteSuffix(rest) {
		return true
	}
	name, ok := strings.CutSuffix(window, s)
	return ok && sitePrefix(name)
}

// sitePrefix reports whether s is a short name and a separator with spaces about it.
func sitePrefix(s string) bool {
	name := strings.TrimRight(s, "-–—|｜:·•»« ")
	return name != "" && len(name) < len(s)-1 && s[len(s)-1] == ' ' && columns(name) <= 50 && !endsSentence(name)
}

// behindMenu are the candidates behind the last part of a menu, if the date or
// the writer stands by one of them: those above it are news of the day.
func (d *draft) behindMenu(found []int) []int {
	for k := len(found) - 1; k > 0; k-- {
		if !d.menuBetween(found[k-1], found[k]) {
			continue
		}
		for _, i := range found[k:] {
			if !d.isSectionName(i) && d.besideDate(i) {
				return found[k:]
			}
		}
	}
	for k := minSections; k < len(found); k++ {
		if i := found[k]; countWords(d.blocks[i].Text, minBelowOffice) >= minBelowOffice && d.besideDate(i) && d.areSections(found[:k]) {
			return found[k:]
		}
	}
	return found
}

// minSections is the least number of names of sections below one another.
const minSections = 3

// areSections reports whether the lines are of a few words each and stand directly
// below one another.
func (d *draft) areSections(lines []int) bool {
	for k, i := range lines {
		if countWords(d.blocks[i].Text, minBelowOffice) >= minBelowOffice || k > 0 && i != lines[k-1]+1 {
			return false
		}
	}
	return true
}

// menuBetween reports whether rules know a line between two blocks for one of a
// menu or of a path of sections.
func (d *draft) menuBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		b := &d.blocks[i]
		if b.Kind == Boilerplate && (b.Reason.Detail == navigationLine || b.Reason.Detail == loginForm || b.Reason.Why == whyPath) {
			return true
		}
	}
	return false
}

// moreThanSection reports whether one of the lines is longer than the name of a
// section, which stands twice where a menu and the page have it.
func (d *draft) moreThanSection(found []int) bool {
	return slices.ContainsFunc(found, func(i int) bool { return !d.isSectionName(i) })
}

// isOneWord reports whether s is a single short word of a script with spaces,
// as the name of a section is.
func isOneWord(s string) bool {
	return countWords(s, 2) < 2 && columns(s) < 14 && !noSpaces(lastRune(s))
}

// trimOwner takes the name that the notice of copyright has too off the headline: in
// brackets before it, "[The Post] …", or behind a bar or a dash, where it may be that of
// the source as well.
func (d *draft) trimOwner() {
	title := d.art.Title
	if title == "" {
		return
	}
	if title[0] == '[' || strings.HasPrefix(title, "【") {
		if k := strings.IndexAny(title[:min(len(title), maxSetOff)], "]】"); k >= 0 {
			_, n := utf8.DecodeRuneInString(title[k:])
			rest := strings.TrimSpace(title[k+n:])
			if letterWeight(rest) >= 8 && d.ownsPage(strings.Trim(title[:k], "[【 ")) {
				d.art.Title = rest
			}
		}
		return
	}
	for _, sign := range [...]string{" | ", "｜", " - ", " – ", " — ", "_"} {
		if !strings.Contains(title, sign) {
			continue
		}
		k := strings.LastIndex(title, sign)
		if letterWeight(title[:k]) < 8 {
			continue
		}
		if name := strings.TrimSpace(title[k+len(sign):]); d.ownsPage(name) || d.isSource(name) {
			d.art.Title = strings.TrimSpace(title[:k])
			return
		}
	}
}

// isSource reports whether a label announces s for the source of the text.
func (d *draft) isSource(s string) bool {
	for _, i := range d.visible {
		if d.blocks[i].Kind == Field {
			if m, ok := d.labelOf(i); ok && m.ID == sourceLabel && m.Value == s {
				return true
			}
		}
	}
	return false
}

// trimSite takes the site's name off a headline that stands without it
// elsewhere in the head.
func (d *draft) trimSite() {
	for i := d.next(0); i <= d.first && i < len(d.blocks); i = d.next(i + 1) {
		rest, ok := cutWords(d.art.Title, d.blocks[i].Text)
		if !ok || !d.open(i) || letterWeight(d.blocks[i].Text) < 8 || !siteSuffix(rest) {
			continue
		}
		d.mark(d.title, Repeat, NoRole, "repeat of the headline with a site's name", "")
		d.entitle(i, d.blocks[i].Text, "headline without the site's name", "")
		return
	}
}

// siteSuffix reports whether rest is a separator and a short name, as in
// " - The Daily Post" or " | Example.com".
func siteSuffix(rest string) bool {
	if after := strings.TrimLeft(rest, "\"“”»«"); len(after) < len(rest) && siteSuffix(after) {
		return true // what closes a quotation, unless it is the separator
	}
	t := strings.TrimLeft(rest, " \u00a0\"”")
	r, n := utf8.DecodeRuneInString(t)
	if !strings.ContainsRune("-–—|｜:·•»«/_", r) || len(t) == len(rest) && !strings.ContainsRune("|｜_", r) {
		return false
	}
	name := strings.TrimSpace(t[n:])
	return name != "" && columns(name) <= 50 && !endsSentence(name)
}
