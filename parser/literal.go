package parser

import (
	"slices"
	"strings"
)

// Scrapers that print what they hold leave literals of Python or JSON behind, on
// one line or more, below a headline or behind a label:
//
//	{'title': 'The headline', 'date': '2020-03-14', 'text': 'First.\n\nSecond.'}
//	Content: ['First.', "Second."]
//
// Their keys announce fields as the elements of records do. The grammar is what both
// languages have in common: docs.python.org/3/reference/lexical_analysis.html, RFC 8259.

const (
	maxBadLiterals   = 16 // beginnings that turn out to be none, after which no more are looked for
	maxLiteralLabel  = 40 // bytes of the label that a literal may stand behind
	minLiteralString = 40 // bytes of the longest string of a list of paragraphs
	minLiteralText   = 80 // bytes of the longest string of an object beside other lines
)

// cutLiterals makes blocks of their own of the strings of literals, and of each line
// of a string; keyed reports whether keys announce them. The blocks between are
// hidden and have the key of the string behind them as their reason's detail.
func (p *Parser) cutLiterals(text string, blocks []Block) (out []Block, keyed bool) {
	done := 0 // blocks that are in out
	first := slices.IndexFunc(blocks, isVisible)
	final := len(blocks) - 1
	for final > first && !isVisible(blocks[final]) {
		final--
	}
	for i, bad := nextEdge(blocks, 0), 0; i < len(blocks) && bad < maxBadLiterals; i = nextEdge(blocks, i+1) {
		b := &blocks[i]
		start := literalStart(b.Text)
		if start < 0 {
			continue
		}
		raw := text[b.Span.Start:b.Span.End]
		from := strings.Index(raw, b.Text[start:start+1])
		r := literalReader{p: p, text: text, pos: b.Span.Start + from}
		last := -1
		if from >= 0 && r.value(0) {
			last = r.endsLine(blocks, i)
		}
		if last < 0 || (start == 0 || r.keyed) && !r.tells(i <= first && last >= final) {
			bad++
			continue
		}
		out = append(out, blocks[done:i]...)
		if label := cleanText(raw[:from]); start > 0 && r.long < minLiteralString && !r.keyed {
			out = append(out, Block{Span: Span{b.Span.Start, blocks[last].Span.End}, Kind: Body, Text: label + " " + r.joined()})
		} else {
			at := b.Span.Start
			if label != "" {
				out = append(out, Block{Span: Span{at, at + from}, Kind: Body, Text: label})
				at += from
			}
			out = r.blocks(out, at, blocks[last].Span.End)
		}
		keyed = keyed || r.keyed
		i, done = last, last+1
	}
	if done == 0 {
		return blocks, false
	}
	return append(out, blocks[done:]...), keyed
}

// isLiteral reports whether text is a literal with keys and nothing else.
func (p *Parser) isLiteral(text string) bool {
	if s := strings.TrimLeft(text[:min(len(text), 256)], " \t\r\n\f\ufeff"); s == "" || s[0] != '{' && s[0] != '[' {
		return false
	}
	r := literalReader{p: p, text: text}
	return r.value(0) && r.keyed && strings.TrimSpace(text[r.pos:]) == ""
}

// literalStart is where in a line a literal may begin; -1 when none does.
func literalStart(line string) int {
	last := len(line) - 1
	switch line[0] {
	case '{', '[', '(':
		if last == 0 || strings.IndexByte(" '\"{[(bu", line[1]) >= 0 {
			return 0
		}
		return -1
	case '\'', '"', 'b':
		s := strings.TrimPrefix(line, "b")
		if s != "" && (s[0] == '\'' || s[0] == '"') && line[last] == s[0] && strings.Contains(line, `\n`) {
			return 0
		}
	}
	if line[last] != ']' && line[last] != '}' {
		return -1
	}
	k := strings.IndexAny(line[:min(len(line), maxLiteralLabel)], "[{")
	if k < 2 {
		return -1
	}
	if label := strings.TrimRight(line[:k], " \t"); !strings.HasSuffix(label, ":") && !strings.HasSuffix(label, "：") {
		return -1
	}
	if strings.IndexByte(`'"{`, line[k+1]) < 0 {
		return -1
	}
	return k
}

// nextEdge is the first block from i on whose line may begin or end with a literal;
// len(blocks) when there is none.
func nextEdge(blocks []Block, i int) int {
	for ; i < len(blocks); i++ {
		if s := blocks[i].Text; s != "" && (edgesLiteral[s[0]] || edgesLiteral[s[len(s)-1]]) {
			break
		}
	}
	return i
}

// edgesLiteral marks the bytes that a literal begins with, or ends with behind a label.
var edgesLiteral = [256]bool{'{': true, '[': true, '(': true, '\'': true, '"': true, 'b': true, '}': true, ']': true}

// literalStarts are the blocks at which the objects of a literal begin: where the
// first key is there again, with a text since.
func literalStarts(blocks []Block) []int {
	starts := []int{0}
	first, text := "", false
	for i := range blocks {
		b := &blocks[i]
		text = text || len(b.Text) >= proseWidth
		switch {
		case b.Kind != Hidden || b.Reason.Detail == "":
		case first == "":
			first = b.Reason.Detail
		case b.Reason.Detail == first && text:
			starts = append(starts, i)
			text = false
		}
	}
	return starts
}
