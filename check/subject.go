package check

import (
	"fmt"
	"strings"

	"unscrape/parser"
)

// A subject is an article on its way through the rules.
type subject struct {
	*parser.Article
	*Checker
	file      string
	text      *text // nil when the document is not text with spans
	line      int   // of the article in its file, when text is nil
	rule      *Rule
	threshold float64
	severity  Severity
	bytes     byteSet // of the id, the title and the body
	parts     []passage
	findings  *[]Finding
}

// A passage is a paragraph or line of the body, or the title.
type passage struct {
	text string
	span parser.Span
}

// body returns the passages of the body in order.
func (s *subject) body() []passage {
	if s.parts != nil {
		return s.parts
	}
	for i := range s.Ledger {
		if b := &s.Ledger[i]; b.Kind == parser.Body {
			s.parts = append(s.parts, passage{b.Text, b.Span})
		}
	}
	if s.parts == nil && s.Body != "" {
		for paragraph := range strings.SplitSeq(s.Body, "\n\n") {
			s.parts = append(s.parts, passage{paragraph, parser.Unknown})
		}
	}
	return s.parts
}

// isArticle reports whether there is anything to expect fields of.
func (s *subject) isArticle() bool { return s.Body != "" }

// headline is the title and where it stands.
func (s *subject) headline() passage { return passage{s.Title, s.field(parser.Title)} }

// field is the span of the first block with the role, or else of the first
// line of the article.
func (s *subject) field(role parser.Role) parser.Span {
	for i := range s.Ledger {
		if b := &s.Ledger[i]; b.Kind == parser.Field && b.Role == role && b.Span != parser.Unknown {
			return b.Span
		}
	}
	return s.start()
}

// start is the span of the first line that is not blank.
func (s *subject) start() parser.Span {
	for i := range s.Ledger {
		if b := &s.Ledger[i]; b.Kind != parser.Blank && b.Span != parser.Unknown {
			return b.Span
		}
	}
	return parser.Unknown
}

// within is the span of the words of a passage, as narrow as it can be found.
// The words may stand otherwise in the source, as with entities.
func (p passage) within(source string, words string) parser.Span {
	if p.span == parser.Unknown {
		return p.span
	}
	if i := strings.Index(source[p.span.Start:p.span.End], words); i >= 0 {
		return parser.Span{Start: p.span.Start + i, End: p.span.Start + i + len(words)}
	}
	return p.span
}

// report adds a finding of the current rule, about the whole article when the
// span is Unknown. The source line is part of the fingerprint, the message is
// not, as it may have numbers.
func (s *subject) report(span parser.Span, format string, args ...any) {
	f := Finding{
		Rule:     s.rule,
		Severity: s.severity,
		File:     s.file,
		Place:    Place{Line: s.line, Span: parser.Unknown},
		Message:  fmt.Sprintf(format, args...),
	}
	switch start := s.start(); {
	case s.text == nil:
	case span != parser.Unknown:
		f.Place = s.text.place(span)
	case start != parser.Unknown:
		f.Line, _ = s.text.at(start.Start)
	}
	f.detail = f.Source + "\x00" + s.ID
	*s.findings = append(*s.findings, f)
}

// reportWords adds a finding about words of a passage.
func (s *subject) reportWords(p passage, words, format string, args ...any) {
	s.report(p.within(s.Text, words), format, args...)
}

// warning is the first warning of the parser with the code; nil when there is
// none.
func (s *subject) warning(code string) *parser.Warning {
	for i := range s.Warnings {
		if s.Warnings[i].Code == code {
			return &s.Warnings[i]
		}
	}
	return nil
}
