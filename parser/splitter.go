package parser

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// A Splitter finds where articles begin in a file that is too large to be read
// at once and is made of articles one after another, each with a header block
// of labels or in an element of its own.
type Splitter struct {
	p             *Parser
	record        bool   // articles are elements
	first, second string // labels that a header block begins with, or the beginning of a record's tag
	start         []byte // line end and first
}

// Splitter looks at the beginning of a file, of at least some KB. It is nil
// when the file is not known to be made of articles and must be parsed whole.
func (p *Parser) Splitter(head []byte) *Splitter {
	if text := string(head[:min(len(head), 64<<10)]); isRecord(text) {
		return p.recordSplitter(text)
	}
	blocks := readText(string(head[:min(len(head), 4<<10)]))
	first, second := p.header(blocks)
	if first == "" {
		return nil
	}
	return &Splitter{p: p, first: first, second: second, start: []byte("\n" + first)}
}

// recordSplitter is the splitter of records, nil when text has no two of them
// or when a record would be taken for a page.
func (p *Parser) recordSplitter(text string) *Splitter {
	blocks := cutElements(text, readText(text))
	starts := recordStarts(text, blocks)
	if len(starts) < 2 {
		return nil
	}
	span := blocks[starts[1]].Span
	name := elementName(strings.TrimSpace(text[span.Start:span.End]))
	if atom.Lookup([]byte(strings.ToLower(name))) != 0 {
		return nil
	}
	return &Splitter{p: p, record: true, first: "<" + name, start: []byte("\n<" + name)}
}

// Last is the offset in chunk of the last article that begins behind the first
// byte, 0 when none does. Parsed one after another, the parts before and from
// there on give the same articles as the whole.
func (s *Splitter) Last(chunk []byte) int {
	from := 0
	if s.record {
		if from = s.behindTwo(chunk); from == 0 {
			return 0
		}
	}
	for end := len(chunk); ; {
		at := bytes.LastIndex(chunk[from:end], s.start)
		if at < 0 {
			return 0
		}
		if end = from + at; s.begins(chunk, end+1) {
			return end + 1
		}
	}
}

// behindTwo is the offset behind the first two records of chunk, 0 when there are
// not as many: with two, a part tells what is said of all of them.
func (s *Splitter) behindTwo(chunk []byte) int {
	closing := []byte("</" + s.first[1:] + ">")
	_, rest, _ := bytes.Cut(chunk, closing)
	_, rest, ok := bytes.Cut(rest, closing)
	if !ok {
		return 0
	}
	return len(chunk) - len(rest)
}

// begins applies the same test as recordStarts or headerStarts to the line at
// pos.
func (s *Splitter) begins(chunk []byte, pos int) bool {
	if s.record {
		end := pos + len(s.first)
		return end < len(chunk) && (chunk[end] == '>' || chunk[end] == ' ')
	}
	before := chunk[:pos]
	if prev := bytes.LastIndex(before[:pos-1], s.start); prev >= 0 {
		before = before[prev+1:]
	}
	if !hasText(before) {
		return false
	}
	above := bytes.LastIndexByte(chunk[:pos-1], '\n') + 1
	rest := chunk[above:min(len(chunk), pos+1024)]
	if rest[len(rest)-1] != '\n' && pos+1024 < len(chunk) {
		rest = rest[:bytes.LastIndexByte(rest, '\n')+1]
	}
	blocks := readText(string(rest))
	i := 0
	for i < len(blocks) && blocks[i].Span.Start < pos-above {
		i++
	}
	return i > 0 && i < len(blocks) && s.p.startsHeader(blocks, i, s.first, s.second)
}

// hasText reports whether a line of chunk is long enough to be text.
func hasText(chunk []byte) bool {
	for len(chunk) > 0 {
		end := bytes.IndexByte(chunk, '\n')
		if end < 0 {
			end = len(chunk) - 1
		}
		if end >= proseWidth && !(strings.IndexByte(ruleSigns, chunk[0]) >= 0 && isRule(string(bytes.TrimSpace(chunk[:end])))) {
			return true
		}
		chunk = chunk[end+1:]
	}
	return false
}
