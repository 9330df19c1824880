package parser

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// parts cuts the blocks of a file into those of its articles: at the
// separators of export formats, where the element of a record or a header block
// of labels begins again. A file without either is one part.
func (p *Parser) parts(text string, record bool, blocks []Block) iter.Seq[[]Block] {
	return func(yield func([]Block) bool) {
		starts := p.partStarts(text, record, blocks)
		for k, from := range starts {
			to := len(blocks)
			if k+1 < len(starts) {
				to = starts[k+1]
			}
			if !yield(blocks[from:to:to]) {
				return
			}
		}
	}
}

// partStarts are the first blocks of the parts, 0 always among them.
func (p *Parser) partStarts(text string, record bool, blocks []Block) []int {
	if record {
		if at := literalStarts(blocks); len(at) > 1 {
			return at
		}
		return recordStarts(text, blocks)
	}
	for _, starts := range [...]func([]Block) []int{exportSeparators, exportEnds, p.headerStarts, headStarts} {
		if at := starts(blocks); len(at) > 1 {
			return at
		}
	}
	return ruleStarts(blocks)
}

// headerStarts finds where the header block of the file's first lines begins
// again. The file must begin with a label of an identifier, a date or a
// headline, or of an address or a writer above two other labels; a start is a line
// with the same label, with a line of text since the last start, and with the header's
// second label below it if there is one.
func (p *Parser) headerStarts(blocks []Block) []int {
	starts := []int{0}
	if !beginsAgain(blocks) {
		return starts
	}
	first, second := p.header(blocks)
	if first == "" {
		return starts
	}
	text := 0
	for i := range blocks {
		s := blocks[i].Text
		if len(s) > maxFieldLine && !isRule(s) {
			text++
		}
		if len(s) < len(first) || s[:len(first)] != first || i == 0 {
			if text == 0 && len(s) >= proseWidth && !isRule(s) {
				text++
			}
			continue
		}
		if text > 0 && p.startsHeader(blocks, i, first, second) {
			starts = append(starts, i)
			text = 0
		}
	}
	return starts
}

// beginsAgain reports whether a line begins with the same bytes as the first visible
// one, up to four: at a look, most files are one article.
func beginsAgain(blocks []Block) bool {
	i := firstLine(blocks)
	if i == len(blocks) {
		return false
	}
	start := blocks[i].Text[:min(len(blocks[i].Text), 4)]
	for k := i + 1; k < len(blocks); k++ {
		if strings.HasPrefix(blocks[k].Text, start) {
			return true
		}
	}
	return false
}

// header is what the file's first visible line begins with, up to the value
// of its label, and the same of the line below; "" when they are no header. A
// key or words that are no label count when a label stands below them and their value is
// a number.
func (p *Parser) header(blocks []Block) (first, second string) {
	i := firstLine(blocks)
	if i == len(blocks) {
		return "", ""
	}
	first, role := p.headerLabel(blocks[i].Text)
	if k := belowHeader(blocks, i); k < len(blocks) {
		second, _ = p.headerLabel(blocks[k].Text)
	}
	switch role {
	case ID, Date, Title:
		return first, second
	case URL, Byline:
		third, _ := p.headerLabel(blocks[min(i+2, len(blocks)-1)].Text)
		if second != "" && third != "" && third != first { // no list of links
			return first, second
		}
	}
	if key, ok := strings.CutSuffix(blocks[i].Text, numbered(blocks[i].Text)); ok && key != blocks[i].Text && second != "" && hasWord(key) { // "Message #12"
		return key, second
	}
	if count, _ := ordinal(blocks[i].Text); count != "" && second != "" {
		return count, second
	}
	return "", ""
}

// firstLine is the first visible line that is not drawn; len(blocks) when there is none.
func firstLine(blocks []Block) int {
	i := 0
	for i < len(blocks) && (blocks[i].Text == "" || isRule(blocks[i].Text)) {
		i++
	}
	return i
}

// belowHeader is the line below line i, or below the rule that underlines it.
func belowHeader(blocks []Block, i int) int {
	for i++; i < len(blocks) && (isRule(blocks[i].Text) || blocks[i].Text == "" && isRule(blocks[i-1].Text)); i++ {
	}
	return i
}

// ordinal cuts a line that counts an article, as "--- Article 1 of 12 ---", into what
// stands before its number and the number; "" and "" when s is no such line.
func ordinal(s string) (count, n string) {
	at := firstDigit(s)
	if at <= 0 || len(strings.Trim(s, ruleSigns)) > maxTerm || !hasWord(s[:at]) || countWords(s[:at], 4) > 3 {
		return "", ""
	}
	rest := strings.TrimLeft(s[at:], "0123456789")
	if strings.IndexByte(s[:at], '/') >= 0 || len(s)-at-len(rest) > maxArticleDigits {
		return "", "" // an address, a date
	}
	if of, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " "); hasWord(of) && !countWordsOf[strings.ToLower(of)] {
		return "", ""
	}
	return s[:at], s[at : len(s)-len(rest)]
}

// maxArticleDigits is the most digits of the number of an article in a file.
const maxArticleDigits = 6

var countWordsOf = wordSet("count")

// headerLabel is what s begins with up to the value of its label; "" when it
// has none.
func (p *Parser) headerLabel(s string) (string, Role) {
	m, ok := p.rules.Label(s)
	if !ok || m.Value == "" {
		return "", NoRole
	}
	return s[:m.Start+len(m.Text)], roleOf[m.Role]
}

// startsHeader reports whether the header block begins again at block i.
func (p *Parser) startsHeader(blocks []Block, i int, first, second string) bool {
	if label, _ := p.headerLabel(blocks[i].Text); label == "" && numbered(blocks[i].Text) == "" {
		if count, _ := ordinal(blocks[i].Text); count != first {
			return false
		}
	}
	if blocks[i-1].Text != "" && !isRule(blocks[i-1].Text) {
		// Without a blank line above, only the whole header will do.
		if second == "" {
			return false
		}
	}
	if second == "" {
		return true
	}
	i = belowHeader(blocks, i)
	return i < len(blocks) && strings.HasPrefix(blocks[i].Text, second)
}

// ruleSigns are what lines are drawn of.
const ruleSigns = "-=_*#~+"

// isRule reports whether s is a drawn line, as "-----" or "=====".
func isRule(s string) bool {
	return len(s) >= 3 && strings.IndexByte(ruleSigns, s[0]) >= 0 && strings.Trim(s, ruleSigns) == ""
}

// isLooseRule reports whether s is signs of drawn lines with spaces between, "* * *", or
// others than those, "———".
func isLooseRule(s string) bool {
	return len(s) >= len("* * *") && (s[0] >= utf8.RuneSelf || s[1] == ' ') && strings.Trim(s, ruleSigns+" —–―•·■□◆◇★☆") == ""
}

// hasVisible reports whether a line of blocks is not blank.
func hasVisible(blocks []Block) bool { return slices.ContainsFunc(blocks, isVisible) }

func isVisible(b Block) bool { return b.Text != "" }
