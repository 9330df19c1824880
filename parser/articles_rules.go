package parser

import "unscrape/parser/timestamp"

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
	if last := starts[len(starts)-1]; !hasVisible(blocks[last:]) {
		starts = starts[:len(starts)-1]
	}
	for k, from := range starts {
		to := len(blocks)
		if k+1 < len(starts) {
			to = starts[k+1] - 1
		}
		if !isDatedText(blocks[from:to]) {
			return starts[:1]
		}
	}
	return starts
}

// isDrawn reports whether s is four or more of one sign, as "####".
func isDrawn(s string) bool {
	return len(s) >= 4 && (s[0] == '#' || s[0] == '=' || s[0] == '*') && isOneSign(s)
}

func isOneSign(s string) bool {
	for i := range len(s) {
		if s[i] != s[0] {
			return false
		}
	}
	return true
}

func hasVisible(blocks []Block) bool {
	for i := range blocks {
		if blocks[i].Text != "" {
			return true
		}
	}
	return false
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
		case visible <= datedLines && len(s) <= maxDateLine:
			ts, _ := timestamp.Find(s, timestamp.Options{})
			dated = dated || ts.Precision >= timestamp.Day && !ts.IsZero()
		}
	}
	return dated && sentences > 1 && sentences*2 >= visible-1
}
