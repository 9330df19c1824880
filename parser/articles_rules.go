package parser

import (
	"slices"
	"strings"

	"unscrape/parser/timestamp"
)

// ruleStarts finds where articles begin below lines drawn of one sign, in a
// file without labels: each of its parts has a date within its first lines, and
// sentences for the greater part. The sections of one article have no dates, the
// entries of a listing have no sentences.
func ruleStarts(blocks []Block) []int {
	starts := []int{0}
	for i := range blocks {
		if isDrawn(blocks[i].Text) {
			starts = append(starts, i+1)
		}
	}
	if len(starts) == 1 {
		return starts
	}
	end := len(blocks)
	if last := starts[len(starts)-1]; !hasVisible(blocks[last:]) {
		starts, end = starts[:len(starts)-1], last-1
	}
	for k, from := range starts {
		to := end
		if k+1 < len(starts) {
			to = starts[k+1] - 1
		}
		if !isDatedText(blocks[from:to]) {
			return starts[:1]
		}
	}
	return starts
}

// isDrawn reports whether s is four or more of one sign, as "####", or ten dashes.
func isDrawn(s string) bool {
	return len(s) >= 4 && (s[0] == '#' || s[0] == '=' || s[0] == '*' || s[0] == '-' && len(s) >= 10) && isOneSign(s)
}

func isOneSign(s string) bool {
	return strings.Trim(s, s[:1]) == ""
}

func hasVisible(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool { return b.Text != "" })
}

// datedLines is how many visible lines from the top may hold the date of a part.
const datedLines = 3

// isDatedText reports whether the blocks are a dated text.
func isDatedText(blocks []Block) bool {
	visible, sentences, dated := 0, 0, false
	for i := range blocks {
		s := blocks[i].Text
		if s == "" {
			continue
		}
		visible++
		switch {
		case endsSentence(s) && endsWithStop(s) && columns(s) >= shortSentence:
			if sentences++; hasSentenceBreak(s) {
				sentences++
			}
		case visible <= datedLines:
			dated = dated || holdsDay(s)
		}
	}
	return dated && sentences > 1 && sentences*2 >= visible-1
}

// holdsDay reports whether s, no longer than lines with a date are, has a whole date in
// it, in whatever order.
func holdsDay(s string) bool {
	if len(s) > maxDateLine {
		return false
	}
	ts, problem := timestamp.Find(s, timestamp.Options{})
	return problem == timestamp.Ambiguous || ts.Precision >= timestamp.Day && !ts.IsZero()
}
