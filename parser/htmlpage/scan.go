package htmlpage

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// This file prepares the source of a page for html.Parse. Two thirds of an
// ordinary page are scripts, style sheets, comments and attributes that say
// nothing about its text, and html.Parse is slow on them. Nodes of its tree
// do not say either where in the source they come from. So the scanner writes
// a lean copy:
//
//	<div style="top:0" class=a onclick="x()"> Hello<script>…</script> <!-- c -->
//	<div class=a> ⟨mark 0⟩Hello
//
// A mark is one character of the private planes whose number is the index of
// a run of text in the source. It stands before the first character of the
// run that is not white space, so that it never makes text of white space. The
// walker of the tree takes the marks out again and knows where it is, however
// html.Parse moved or merged the text.
//
// The scanner follows the tokenizer of golang.org/x/net/html (WHATWG HTML,
// 13.2.5); a fuzz test holds it to the same text.

const (
	firstMark = 0xF0000
	lastMark  = 0x10FFFD
	maxMarks  = lastMark - firstMark + 1
)

// source is the lean copy of a page and what was cut out of it on purpose.
type source struct {
	src  string
	out  []byte
	runs []run    // runs of text in src without outer white space; runs[i] carries mark i
	ld   []string // contents of JSON-LD scripts

	limit int // depth from which tags are dropped; 0: none are
	depth int

	verbatim   bool // out is the source as it is, since the scanner could not be sure
	foreign    bool // in svg or math, where no element is raw text
	pre        bool // in pre, where white space counts
	gap        bool // white space was read and not yet written
	afterBlock bool // nothing but white space since the tag of a block
	passed     passed
}

// A run is the half-open range of a run of text in the source, and what stands
// between it and the run before it.
type run struct {
	start, end int
	passed     passed
}

// scanSource makes the lean copy. With limit > 0 tags of elements deeper than
// limit are left out, their text is kept.
func scanSource(src string, limit int, s *source) {
	*s = source{src: src, out: s.out[:0], runs: s.runs[:0], limit: limit}
	if cap(s.out) == 0 {
		s.out = make([]byte, 0, len(src)/2+64)
	}
	for i := 0; i < len(src); {
		lt := nextTag(src, i)
		s.text(i, lt)
		if lt == len(src) {
			break
		}
		i = s.markup(lt)
	}
	if s.verbatim {
		s.out, s.runs, s.ld = append(s.out[:0], src...), s.runs[:0], nil
	}
}

// nextTag is the index of the next '<' that begins markup, len(src) if none does.
func nextTag(src string, i int) int {
	for {
		n := strings.IndexByte(src[i:], '<')
		if n < 0 || i+n+1 >= len(src) {
			return len(src)
		}
		i += n
		c := src[i+1]
		if isASCIILetter(c) || c == '!' || c == '?' || c == '/' && i+2 < len(src) {
			return i
		}
		i++
	}
}

// text copies a run of text and puts its mark in. White space beside the tag
// of a block is no text and is left out, so that no node is made of it.
func (s *source) text(start, end int) {
	from := start
	for from < end && isSpace(s.src[from]) {
		from++
	}
	switch {
	case s.pre:
		s.out = append(s.out, s.src[start:from]...)
	case from > start:
		s.gap = true
	}
	if from == end {
		return
	}
	if s.gap && !s.afterBlock {
		s.out = append(s.out, ' ')
	}
	s.gap, s.afterBlock = false, false
	last := end
	for isSpace(s.src[last-1]) {
		last--
	}
	if len(s.runs) < maxMarks {
		s.out = utf8.AppendRune(s.out, rune(firstMark+len(s.runs)))
		s.runs = append(s.runs, run{from, last, s.passed})
		s.passed = 0
	}
	s.out = append(s.out, s.src[from:end]...)
}

// besideTag writes the white space before a tag where it counts.
func (s *source) besideTag(name string) {
	isBlock := isBlockName(name)
	if s.gap && !s.afterBlock && !isBlock {
		s.out = append(s.out, ' ')
	}
	s.gap, s.afterBlock = false, isBlock
}

// markup copies the markup at i, or leaves it out, and returns its end.
func (s *source) markup(i int) int {
	src := s.src
	switch c := src[i+1]; {
	case c == '!' && strings.HasPrefix(src[i:], "<!--"):
		return commentEnd(src, i+4)
	case c == '!' && (len(src) > i+9 && strings.EqualFold(src[i+2:i+9], "doctype") || strings.HasPrefix(src[i:], "<![CDATA[")):
		end := closeAngle(src, i) // the parser decides about CDATA, which is text in svg and math only
		s.out = append(s.out, src[i:end]...)
		return end
	case c == '!' || c == '?':
		return closeAngle(src, i)
	case c == '/' && !isASCIILetter(src[i+2]):
		return closeAngle(src, i+2)
	case c == '/':
		return s.endTag(i)
	}
	return s.startTag(i)
}

// closeAngle is the index behind the next '>'.
func closeAngle(src string, i int) int {
	n := strings.IndexByte(src[i:], '>')
	if n < 0 {
		return len(src)
	}
	return i + n + 1
}

// commentEnd is the index behind the end of a comment whose text begins at i.
func commentEnd(src string, i int) int {
	if strings.HasPrefix(src[i:], ">") {
		return i + 1
	}
	if strings.HasPrefix(src[i:], "->") {
		return i + 2
	}
	for j := i; ; {
		n := strings.Index(src[j:], "--")
		if n < 0 {
			return len(src)
		}
		j += n + 1
		rest := src[j+1:]
		if strings.HasPrefix(rest, ">") {
			return j + 2
		}
		if strings.HasPrefix(rest, "!>") {
			return j + 3
		}
	}
}

func (s *source) endTag(i int) int {
	name, end := tagName(s.src, i+2)
	end = behindTag(s.src, end)
	s.besideTag(name)
	switch name {
	case "pre":
		s.pre = false
	case "svg", "math":
		s.foreign = false
	}
	if s.limit > 0 && s.leave(name) {
		s.drop(name)
		return end
	}
	if s.foreign && isDrawing(name) {
		return end
	}
	s.out = append(s.out, "</"...)
	s.out = append(s.out, name...)
	s.out = append(s.out, '>')
	return end
}

func (s *source) startTag(i int) int {
	name, pos := tagName(s.src, i+1)
	mark := len(s.out)
	raw := rawKind(name)
	s.passed |= passedBy(name)
	if raw != notRaw && s.foreign && s.limit == 0 && !s.plainRaw(name, pos) {
		s.verbatim = true
		return len(s.src)
	}
	if raw != rawCut {
		s.besideTag(name)
	}
	s.out = append(s.out, '<')
	s.out = append(s.out, name...)
	a := attrScan{src: s.src, pos: pos}
	isLD := false
	for a.next() {
		if keepsAttr(name, a.name(), a.value()) {
			s.out = append(s.out, ' ')
			s.out = append(s.out, s.src[a.from:a.to]...)
		}
		if strings.EqualFold(a.name(), "type") && mentionsLD(a.value()) {
			isLD = true
		}
	}
	if a.pos > len(s.src) || s.src[a.pos-1] != '>' { // the file ends within the tag
		s.out = s.out[:mark]
		return len(s.src)
	}
	if s.src[a.pos-2] == '/' {
		s.out = append(s.out, '/')
	}
	s.out = append(s.out, '>')
	switch {
	case s.limit > 0 && s.enter(name):
		s.out = s.out[:mark]
		s.drop(name)
	case s.foreign && isDrawing(name), !s.foreign && len(s.runs) > 1 && isPicture(name), name == "link" && !s.relates(i, a.pos):
		s.out = s.out[:mark]
	}
	switch {
	case name == "pre":
		s.pre = true
	case name == "svg", name == "math":
		s.foreign = s.src[a.pos-2] != '/'
	case s.foreign && endsForeign(name):
		s.foreign = false
	}
	if raw == notRaw {
		return a.pos
	}
	return s.rawText(name, raw, mark, a.pos, isLD)
}

// relates reports whether a link element says something about the page.
func (s *source) relates(start, end int) bool {
	tag := s.src[start:end]
	return strings.Contains(tag, "canonical") || strings.Contains(tag, "shortlink") || strings.Contains(tag, "author")
}

// rawText deals with the content of elements whose content is not markup.
func (s *source) rawText(name string, raw rawness, mark, pos int, isLD bool) int {
	switch raw {
	case rawCut:
		end, closed := rawEnd(s.src, pos, name)
		if isLD {
			s.ld = append(s.ld, s.src[pos:end])
		}
		s.out = s.out[:mark]
		if !closed {
			return len(s.src)
		}
		_, tail := tagName(s.src, end+2)
		return behindTag(s.src, tail)
	case rawRest:
		s.text(pos, len(s.src))
		return len(s.src)
	}
	end, _ := rawEnd(s.src, pos, name)
	before := s.passed // the text may be a picture for browsers without scripts
	s.text(pos, end)
	s.passed = before
	return end
}

// plainRaw reports whether it makes no difference that an element in svg or
// math may be no raw text: its content has no markup. What such an element is
// depends on the tree that the parser builds.
func (s *source) plainRaw(name string, pos int) bool {
	end, closed := plainRawEnd(s.src, pos, name)
	body := s.src[pos:end]
	gt := strings.IndexByte(body, '>')
	return closed && gt >= 0 && body[max(0, gt-1)] != '/' && strings.IndexByte(body[gt:], '<') < 0
}

// rawEnd is the index of the end tag that closes a raw text element whose
// content begins at pos.
func rawEnd(src string, pos int, name string) (end int, closed bool) {
	if name == "script" {
		end, closed = plainRawEnd(src, pos, name)
		if !strings.Contains(src[pos:end], "<!--") {
			return end, closed
		}
		return scriptEnd(src, pos)
	}
	return plainRawEnd(src, pos, name)
}

func plainRawEnd(src string, pos int, name string) (end int, closed bool) {
	for i := pos; ; {
		n := strings.Index(src[i:], "</")
		if n < 0 {
			return len(src), false
		}
		i += n + 2
		tail := i + len(name)
		if tail < len(src) && strings.EqualFold(src[i:tail], name) && endsTagName(src[tail]) {
			return i - 2, true
		}
	}
}

// scriptEnd leaves the rules for comments within scripts to the tokenizer.
func scriptEnd(src string, pos int) (end int, closed bool) {
	const open = "<script>"
	z := html.NewTokenizer(io.MultiReader(strings.NewReader(open), strings.NewReader(src[pos:])))
	z.Next()
	if z.Next() == html.TextToken {
		pos += len(z.Raw())
	}
	return pos, pos < len(src)
}

// enter counts a start tag and reports whether it is too deep.
func (s *source) enter(name string) bool {
	if !countsForDepth(name) {
		return s.depth > s.limit && !isVoid(name)
	}
	s.depth++
	return s.depth > s.limit
}

// leave counts an end tag and reports whether its start tag was too deep.
func (s *source) leave(name string) bool {
	deep := s.depth > s.limit
	if countsForDepth(name) && s.depth > 0 {
		s.depth--
	}
	return deep
}

// drop leaves a sign for a tag that is left out, so that blocks stay apart.
func (s *source) drop(name string) {
	const sign = "<hr>"
	if !isInlineName(name) && !bytes.HasSuffix(s.out, []byte(sign)) {
		s.out = append(s.out, sign...)
	}
}

// tagName is the name at the beginning of a tag in lower case, and where it ends.
func tagName(src string, i int) (name string, end int) {
	end = i
	upper := false
	for end < len(src) && !endsTagName(src[end]) {
		upper = upper || 'A' <= src[end] && src[end] <= 'Z'
		end++
	}
	if name = src[i:end]; upper { // as in pages of the nineties
		name = strings.ToLower(name)
	}
	return name, end
}

func endsTagName(c byte) bool { return isSpace(c) || c == '/' || c == '>' }

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
