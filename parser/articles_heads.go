package parser

import (
	"slices"
	"strconv"
	"strings"

	"unscrape/parser/timestamp"
)

// Files of several articles may count them, "Article 1", "--- 2 of 12 ---", put one
// line above each, "=== BEGIN ===", the day and the time, have a heading of Markdown for
// each headline, or a drawn line between two.

// headStarts finds where the line that the file begins with begins again, or counts
// on, above a dated text each time. Lines that are no headline and the name of a feed are marked.
func headStarts(blocks []Block) []int {
	first := firstLine(blocks)
	if first == len(blocks) {
		return []int{0}
	}
	name, head := first, articleHead(blocks[first].Text)
	if k := first + 1 + firstLine(blocks[first+1:]); head.shape == "" && k < len(blocks) && blocks[k-1].Text == "" {
		if h := articleHead(blocks[k].Text); h.timed {
			head, first = h, k
		}
	}
	if head.shape == "" {
		return []int{0}
	}
	starts, heads := []int{0}, []int{first}
	for i := first + 1; i < len(blocks); i++ {
		h := articleHead(blocks[i].Text)
		if h.shape != head.shape || head.n+h.n > 0 && h.n != head.n+len(heads) || h.timed && blocks[i-1].Text != "" {
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
		if below := blocks[min(i+1, to-1)].Text; !isDatedArticle(blocks[i:to]) || head.timed && (endsSentence(below) || countWords(below, minBelowOffice) < minBelowOffice) {
			return []int{0}
		}
	}
	if head.timed && name < first {
		blocks[name].Kind, blocks[name].Reason = Boilerplate, Reason{Why: whySeparates}
	}
	if !head.title && head.n <= 1 { // else it may be an identifier
		for _, i := range heads {
			blocks[i].Kind, blocks[i].Reason = Boilerplate, Reason{Why: whySeparates}
		}
	}
	return starts
}

// An articleLine is what a line above an article is like.
type articleLine struct {
	shape string // what it has in common with those of the other articles; "" when it is no such line
	title bool   // is the headline besides, or to be read otherwise
	timed bool   // is the day and the time of day
	n     int    // number of the article, 0 when it has none
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
		if number, of, ok := strings.Cut(s[marks+1:], "/"); ok && allDigits(number) && allDigits(of) {
			n, _ := strconv.Atoi(number)
			return articleLine{shape: s[:marks], n: n}
		}
		return articleLine{shape: s[:marks], title: true}
	}
	if len(s) > maxArticleLine && len(strings.Trim(s, ruleSigns)) > maxArticleLine {
		return articleLine{}
	}
	if s[0]-'0' < 10 && strings.IndexByte(s, ':') > 0 && timestamp.IsDateLine(s) {
		return articleLine{shape: withoutDigits(s), title: true, timed: true}
	}
	if count, number := ordinal(s); count != "" {
		for w := range strings.FieldsSeq(s[len(count)+len(number):]) {
			if hasWord(w) && !countWordsOf[strings.ToLower(w)] { // a headline
				return articleLine{}
			}
		}
		n, _ := strconv.Atoi(number)
		return articleLine{shape: count, n: n}
	}
	if desk, number, ok := strings.Cut(s, " "); ok && len(desk) > 1 && isUpperWord(desk) { // a dispatch: "FGN 1047 05.10.98 14:32"
		if number, at, _ := strings.Cut(number, " "); allDigits(number) && timestamp.IsDateLine(at) {
			return articleLine{shape: desk, title: true}
		}
	}
	if strings.IndexByte(ruleSigns, s[0]) >= 0 && strings.IndexByte(ruleSigns, s[len(s)-1]) >= 0 && hasWord(s) {
		return articleLine{shape: s}
	}
	return articleLine{}
}

// ruleStarts finds where articles begin below drawn lines, in a file without
// labels: each of its parts has a date within its first lines, and
// sentences for the greater part. The sections of one article have no dates, the
// entries of a listing have no sentences. The headline and the date may be a part of their
// own. The name of the file may stand above the first line, and a few words behind the
// last; these are marked.
func ruleStarts(blocks []Block) []int {
	whole := []int{0}
	parts := ruledParts(blocks)
	if len(parts) == 1 {
		return whole
	}
	parts = withHeads(parts, blocks)
	if len(parts) > 2 && isHead(parts[0].of(blocks)) {
		parts = parts[1:]
	}
	if last := parts[len(parts)-1].of(blocks); len(parts) > 2 && isBrief(last) && !isDatedArticle(last) {
		parts = parts[:len(parts)-1]
	}
	if len(parts) < 2 || slices.ContainsFunc(parts, func(p part) bool { return !isDatedArticle(p.of(blocks)) }) {
		return whole
	}
	for i := range blocks {
		if b := &blocks[i]; b.Text != "" && (i < parts[0].from-1 || i > parts[len(parts)-1].to) {
			b.Kind, b.Reason = Boilerplate, Reason{Why: whySeparates}
		}
	}
	starts := whole
	for _, p := range parts[1:] {
		starts = append(starts, p.from)
	}
	return starts
}

// A part is the range of blocks between two drawn lines.
type part struct{ from, to int }

func (p part) of(blocks []Block) []Block { return blocks[p.from:p.to] }

// ruledParts are what drawn lines part a file into, one at least.
func ruledParts(blocks []Block) []part {
	parts := []part{{0, len(blocks)}}
	for i := range blocks {
		if s := blocks[i].Text; len(s) > len("---") && s[0] != '_' && (isRule(s) || isLooseRule(s)) && !(i > 0 && int(columns(blocks[i-1].Text)) == len(s)) { // browsers draw theirs of low lines, headlines are underlined
			parts[len(parts)-1].to = i
			parts = append(parts, part{i + 1, len(blocks)})
		}
	}
	if last := parts[len(parts)-1]; len(parts) > 1 && !hasVisible(last.of(blocks)) {
		parts = parts[:len(parts)-1]
	}
	return parts
}

// withHeads is parts with those that are a headline and a date and the texts below them as
// one.
func withHeads(parts []part, blocks []Block) []part {
	out := parts[:0]
	for k := 0; k < len(parts); k++ {
		p := parts[k]
		if head := p.of(blocks); k+1 < len(parts) && isHead(head) && holdDay(head) && !isDatedArticle(parts[k+1].of(blocks)) {
			k++
			p.to = parts[k].to
		}
		out = append(out, p)
	}
	return out
}

// isHead reports whether no more than a few lines of blocks are visible, and none ends a
// sentence.
func isHead(blocks []Block) bool {
	return isBrief(blocks) && !slices.ContainsFunc(blocks, func(b Block) bool { return endsSentence(b.Text) })
}

// holdDay reports whether a line of blocks holds a whole date.
func holdDay(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool { return b.Text != "" && holdsDay(b.Text) })
}

// isBrief reports whether no more than a few lines of blocks are visible.
func isBrief(blocks []Block) bool {
	const mostLines = 3 // and one that is drawn
	lines := 0
	for i := range blocks {
		if blocks[i].Text != "" {
			lines++
		}
	}
	return lines <= mostLines+1
}

// isDatedArticle reports whether one of the first lines of blocks holds a date, and most
// of what they say is sentences, in lines of their own or wrapped.
func isDatedArticle(blocks []Block) bool {
	const mostLines = 5 // above which the date stands
	lines, dated, said, all, begun := 0, false, int32(0), int32(0), int32(0)
	for i := range blocks {
		s := blocks[i].Text
		if s == "" || isRule(s) {
			begun = 0
			continue
		}
		lines++
		width := columns(s)
		all += width
		if endsSentence(s) && endsWithStop(s) && begun+width >= shortSentence {
			said += begun + width
			begun = 0
			continue
		}
		if begun += width; width < proseWidth {
			begun = 0 // no wrapped line
		}
		if lines <= mostLines {
			dated = dated || holdsDay(s)
		}
	}
	return dated && said*2 > all
}
