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
	return d.ruleOf(i).Says(rules.Posted) && d.blocks[i].Kind == Field
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
			if roleOf[m.Role] == Byline && looksLikeNames(m.Value) && !d.rules().Knows(m.Value) {
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
