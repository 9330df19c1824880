package parser

import (
	"strconv"
	"strings"
)

// Files of several articles may count them, "Article 1", "--- 2 of 12 ---", put one
// line above each, "=== BEGIN ===", or have a heading of Markdown for each headline.

// whySeparates is the reason of lines that stand between articles.
const whySeparates = "separator of articles"

// headStarts finds where the line that the file begins with begins again, or counts
// on, above a dated text each time. Lines that are no headline are marked.
func headStarts(blocks []Block) []int {
	first := firstLine(blocks)
	if first == len(blocks) {
		return []int{0}
	}
	head := articleHead(blocks[first].Text)
	if head.shape == "" || head.counts && head.n != 1 {
		return []int{0}
	}
	starts, heads := []int{0}, []int{first}
	for i := first + 1; i < len(blocks); i++ {
		h := articleHead(blocks[i].Text)
		if h.shape != head.shape || h.counts && h.n != len(heads)+1 {
			continue
		}
		at := i
		for at > 0 && isRule(blocks[at-1].Text) { // drawn above it
			at--
		}
		starts, heads = append(starts, at), append(heads, i)
	}
	if len(heads) == 1 {
		return starts
	}
	for k, i := range heads {
		to := len(blocks)
		if k+1 < len(heads) {
			to = starts[k+1]
		}
		if !head.title {
			i++
		}
		if !isDatedArticle(blocks[i:to]) {
			return []int{0}
		}
	}
	if !head.title {
		for _, i := range heads {
			blocks[i].Kind, blocks[i].Reason = Boilerplate, Reason{Why: whySeparates}
		}
	}
	return starts
}

// isDatedArticle reports whether one of the first lines of blocks holds a date, and most
// of what they say is sentences.
func isDatedArticle(blocks []Block) bool {
	const mostLines = 5 // above which the date stands
	lines, dated, said, all := 0, false, int32(0), int32(0)
	for i := range blocks {
		s := blocks[i].Text
		if s == "" || isRule(s) {
			continue
		}
		lines++
		width := columns(s)
		all += width
		if endsSentence(s) && endsWithStop(s) && width >= shortSentence {
			said += width
		} else if lines <= mostLines {
			dated = dated || holdsDay(s)
		}
	}
	return dated && said*2 > all
}

// An articleLine is what a line above an article is like.
type articleLine struct {
	shape  string // what it has in common with those of the other articles; "" when it is no such line
	title  bool   // is the headline besides
	counts bool   // has the number of the article,
	n      int    // which this is
}

// maxArticleLine bounds the length in bytes of a line above an article that is not its
// headline.
const maxArticleLine = 40

// articleHead tells what s is like if it is a line above an article.
func articleHead(s string) articleLine {
	if s == "" {
		return articleLine{}
	}
	if marks := len(s) - len(strings.TrimLeft(s, "#")); marks > 0 && marks < 4 && strings.HasPrefix(s[marks:], " ") {
		return articleLine{shape: s[:marks], title: true}
	}
	if len(s) > maxArticleLine {
		return articleLine{}
	}
	if count, number := ordinal(s); count != "" {
		for w := range strings.FieldsSeq(s[len(count)+len(number):]) {
			if hasWord(w) && !countWordsOf[strings.ToLower(w)] { // a headline
				return articleLine{}
			}
		}
		n, err := strconv.Atoi(number)
		return articleLine{shape: count, counts: err == nil, n: n}
	}
	if strings.IndexByte(ruleSigns, s[0]) >= 0 && strings.IndexByte(ruleSigns, s[len(s)-1]) >= 0 && hasWord(s) {
		return articleLine{shape: s}
	}
	return articleLine{}
}
