package parser

import (
	"strconv"
	"strings"
)

// readText cuts decoded text into one block a line, and one for the lines of a link or a
// heading of Markdown that is broken at a column. The blocks' spans cover the text.
func readText(text string) []Block { return newTextReader(text).blocks() }

// blocks cuts the text of a new reader.
func (r *textReader) blocks() []Block {
	text := r.text
	blocks, n := roomFor(strings.Count(text, "\n")+1), 0
	for pos := 0; pos < len(text); {
		for pos < len(text) && text[pos] == '\n' && n < len(blocks) { // four of five lines of some dumps
			blocks[n].Span = Span{pos, pos + 1}
			n++
			pos++
		}
		if pos == len(text) {
			break
		}
		if n == len(blocks) { // line ends other than line feeds
			blocks = append(blocks, make([]Block, n)...)
		}
		b := &blocks[n]
		n++
		shown, next := r.line(pos)
		b.Span = Span{pos, next}
		if shown != "" {
			b.Text, b.Kind = shown, Body
		}
		pos = next
	}
	return blocks[:n]
}

// A textReader reads text line by line, from its beginning on. It knows where
// the next characters stand that a reader does not see as they are, so that the
// lines before them are taken as they are.
type textReader struct {
	text      string
	cut       func(text string, pos int) (line string, next int)
	ampersand int  // the first one from the line on that is read next; len(text) when there is none
	invisible int  // likewise
	tagged    bool // the text has elements within its lines
	variants       // which the lines are read without
	quoted    bool // all lines begin with the sign of a quotation in mail
	numbered  bool // all lines begin with their number and a tab
}

// readerHead is how much of a text, in bytes, tells how all of it is to be read.
const readerHead = 4096

func newTextReader(text string) *textReader {
	head := text[:min(len(text), readerHead)]
	r := &textReader{text: text, cut: nextLine, ampersand: -1, invisible: -1, tagged: hasInline(head), quoted: isQuoted(head), numbered: isNumberedText(head)}
	if onlyLF(text) {
		r.cut = untilLF
	}
	invisible, noBreak := oddCharacters(text)
	if !invisible { // as in most documents
		r.invisible = len(text)
	}
	r.look(0)
	r.variants = variants{spelled: hasVariants(text, noBreak, text[r.ampersand:])}
	r.variants.linked, r.variants.marked = markdown(text)
	return r
}

// look finds what stands at or behind pos, where a line begins.
func (r *textReader) look(pos int) {
	if r.ampersand < pos {
		r.ampersand = placeFrom(r.text, pos, strings.IndexByte(r.text[pos:], '&'))
	}
	if r.invisible < pos {
		r.invisible = placeFrom(r.text, pos, indexInvisible(r.text[pos:]))
	}
}

// placeFrom is the place of what was found at text[pos+i]; len(text) when i < 0.
func placeFrom(text string, pos, i int) int {
	if i < 0 {
		return len(text)
	}
	return pos + i
}

// isQuoted reports whether all visible lines of s, three or more, begin with ">".
func isQuoted(s string) bool {
	if s = strings.TrimLeft(s, " \r\n"); s == "" || s[0] != '>' {
		return false
	}
	n := 0
	for line := range eachLine(s) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '>' {
			return false
		}
		n++
	}
	return n > 2
}

// isNumberedText reports whether the visible lines of s, three or more, are numbered from
// one, as some programs print them (cat -n, nl).
func isNumberedText(s string) bool {
	if s = strings.TrimLeft(s, " \r\n"); !strings.HasPrefix(s, "1\t") {
		return false
	}
	n := 0
	for line := range eachLine(s) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		size := numberLen(line)
		if n++; strings.TrimSpace(line[:size]) != strconv.Itoa(n) {
			return n > 3 && lineEnd(line) == 0 // cut off
		}
	}
	return n > 2
}

// numberLen is the length of the number and the tab that line begins with; 0 when it
// begins with none.
func numberLen(line string) int {
	number, _, ok := strings.Cut(line, "\t")
	if !ok || !allDigits(strings.TrimLeft(number, " ")) {
		return 0
	}
	return len(number) + 1
}

// line is what a reader sees of the line at pos, and where the next one starts.
func (r *textReader) line(pos int) (shown string, next int) {
	raw, next := r.cut(r.text, pos)
	if r.linked {
		raw, next = r.unbroken(raw, pos, next)
	}
	if shown = r.shown(raw, next); shown != "" && r.variants.any() {
		shown = r.fold(shown)
	}
	return shown, next
}

// shown is line for the line whose end is known, with variants.
func (r *textReader) shown(raw string, next int) string {
	if r.numbered {
		raw = raw[numberLen(raw):]
	}
	if r.quoted {
		raw = strings.TrimLeft(raw, "> ")
	}
	if r.tagged && strings.IndexByte(raw, '<') >= 0 {
		r.look(next)
		return cleanText(withoutInline(raw))
	}
	if min(r.ampersand, r.invisible) >= next {
		return trimSpace(raw)
	}
	r.look(next)
	return cleanText(raw)
}
