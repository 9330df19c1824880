package check

import (
	"strings"
	"unicode/utf8"

	"unscrape/parser"
)

// maxSource is how many code points of a line a finding keeps.
const maxSource = 160

// A text finds lines and columns in the decoded text of a document. It
// remembers the last line, so that going forward through a document counts
// its lines once.
type text struct {
	s         string
	off, line int // the line that starts at off is the line-th, from zero
}

// at returns the line of an offset, from one, and where it starts.
func (t *text) at(off int) (line, start int) {
	if off < t.off {
		t.off, t.line = 0, 0
	}
	passed := t.s[t.off:off]
	if n := strings.Count(passed, "\n"); n > 0 {
		t.line += n
		t.off += strings.LastIndexByte(passed, '\n') + 1
	}
	return t.line + 1, t.off
}

// place returns the place of a span without the white space around it.
func (t *text) place(s parser.Span) Place {
	raw := t.s[s.Start:s.End]
	if trimmed := strings.TrimSpace(raw); trimmed != "" {
		s.Start += strings.Index(raw, trimmed)
		s.End = s.Start + len(trimmed)
	}
	p := Place{Span: s}
	last := max(s.Start, s.End-1)
	line, start := t.at(s.Start)
	p.Line, p.Column = line, utf8.RuneCountInString(t.s[start:s.Start])+1
	p.Source = sourceLine(t.s[start:])
	p.EndLine, start = t.at(last)
	p.EndColumn = max(1, utf8.RuneCountInString(t.s[start:s.End]))
	t.off, t.line = start, p.EndLine-1
	return p
}

// sourceLine is the first line of s, cut to maxSource.
func sourceLine(s string) string {
	s = s[:min(len(s), maxSource*utf8.UTFMax+1)]
	s, _, _ = strings.Cut(s, "\n")
	s = strings.TrimRight(s, "\r")
	n := 0
	for i := range s {
		if n == maxSource {
			return s[:i]
		}
		n++
	}
	return strings.ToValidUTF8(s, "")
}
