package parser

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// posted reads block i, the notice of a blog that its entry was posted, for the
// date and for the writer that stands behind the word "by".
func (d *draft) posted(i int) {
	s, found := d.blocks[i].Text, len(d.dates)
	d.addDates(s, i, Date, bareDate)
	if len(d.dates) > found {
		d.mark(i, Field, Date, d.blocks[i].Reason.Why, d.blocks[i].Reason.Detail)
	}
	if d.art.Authors == nil {
		d.art.Authors = d.poster(s)
	}
}

// isPosted reports whether block i is such a notice.
func (d *draft) isPosted(i int) bool {
	r := d.ruleOf(i)
	return r != nil && r.Means == rules.Posted && d.blocks[i].Kind == Field
}

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

// poster is who posted an entry by its notice s, nil when it does not say.
func (d *draft) poster(s string) []string {
	if m, ok := d.nameBehindBy(s); ok {
		return splitNames(m.Value)
	}
	return nil
}

// nameBehindBy is the label of a byline within s and the name behind it, which
// ends before a word without a capital, as in "Posted by Jane Roe on 4 May 2019
// in Mills", or with the line.
func (d *draft) nameBehindBy(s string) (rules.Match, bool) {
	for end := range nameEnds(s) {
		for _, m := range d.rules().Fields(nil, s[:end]) {
			m.Value = strings.TrimRight(m.Value, ".,;:)")
			if roleOf[m.Role] == Byline && looksLikeNames(m.Value) && !d.saysNothing(m.Value) {
				return m, true
			}
		}
	}
	return rules.Match{}, false
}

// nameEnds yields the ends of the words of s with a capital that no such word
// follows, or that a sign stands behind.
func nameEnds(s string) iter.Seq[int] {
	return func(yield func(int) bool) {
		end, capital := 0, false // of the word before
		for w := range strings.SplitSeq(s, " ") {
			r, _ := utf8.DecodeRuneInString(w)
			if capital && !unicode.IsUpper(r) && !yield(end-1) {
				return
			}
			end += len(w) + 1
			capital = unicode.IsUpper(r)
			if n := len(strings.TrimRight(w, ".,;:)")); capital && n > 2 && n < len(w) && !yield(end-1) {
				return
			}
		}
		if capital {
			yield(len(s))
		}
	}
}
