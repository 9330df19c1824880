package parser

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxLiteralDepth is how many containers a literal may have within one another.
const maxLiteralDepth = 8

// A literalReader reads a literal of Python or JSON and notes its strings, numbers and
// other values.
type literalReader struct {
	p      *Parser
	text   string
	pos    int
	key    string // that the value being read has; "" for none
	fresh  string // that key before a value of it has been read, else ""
	keyed  bool   // a key announces a field
	texts  bool   // a key announces the text
	linked bool   // a key is one of JSON-LD's own, as pages have it in scripts
	bare   bool   // the literal is a string
	dating bool   // the arguments of a date are being read
	listed int    // strings, with or without keys
	long   int    // bytes of the longest one
	pieces []literalPiece
}

// A literalPiece is a value within a literal, or a line of a string.
type literalPiece struct {
	span  Span
	key   string // that announces it; "" for none and for further ones of one key
	shown string
}

// add notes a value.
func (r *literalReader) add(start, end int, shown string) {
	r.pieces = append(r.pieces, literalPiece{Span{start, end}, r.fresh, shown})
	r.fresh = ""
}

// value reads a value at a depth of containers.
func (r *literalReader) value(depth int) bool {
	r.space()
	if r.pos == len(r.text) || depth > maxLiteralDepth {
		return false
	}
	switch c := r.text[r.pos]; {
	case c == '{' || c == '[' || c == '(':
		return r.container(c, depth)
	case r.quote() >= 0:
		r.bare = depth == 0
		return r.str()
	default:
		return depth > 0 && r.name(depth)
	}
}

// space goes on to what is no white space.
func (r *literalReader) space() {
	for r.pos < len(r.text) && isASCIISpace(r.text[r.pos]) {
		r.pos++
	}
}

// quote is the length of the prefix of the string that begins here, as the b of
// b'…'; -1 when none begins.
func (r *literalReader) quote() int {
	for n := range 2 {
		if r.pos+n >= len(r.text) {
			break
		}
		switch r.text[r.pos+n] {
		case '\'', '"':
			return n
		case 'b', 'u':
		default:
			return -1
		}
	}
	return -1
}

// container reads a list, a tuple, a set or an object, whose first sign is open.
func (r *literalReader) container(open byte, depth int) bool {
	closing := open + 2 // as in ASCII
	if open == '(' {
		closing = ')'
	}
	outer := r.key
	defer func() { r.key = outer }()
	r.pos++
	for {
		r.space()
		if r.pos == len(r.text) {
			return false
		}
		if r.text[r.pos] == closing {
			r.pos++
			return true
		}
		if r.key = outer; open == '{' && !r.readKey(outer) {
			return false
		}
		if !r.value(depth + 1) {
			return false
		}
		r.space()
		if r.pos < len(r.text) && r.text[r.pos] == ',' {
			r.pos++
		} else if r.pos == len(r.text) || r.text[r.pos] != closing {
			return false
		}
	}
}

// readKey reads a key and the colon behind it. Within a value whose key is known it
// says nothing of its own.
func (r *literalReader) readKey(outer string) bool {
	n, fresh := len(r.pieces), r.fresh
	if r.quote() < 0 || !r.str() || len(r.pieces) != n+1 {
		return false
	}
	key := r.pieces[n].shown
	r.pieces, r.fresh = r.pieces[:n], fresh
	if r.space(); r.pos == len(r.text) || r.text[r.pos] != ':' {
		return false
	}
	r.pos++
	role := r.p.RoleOf(key)
	r.keyed = r.keyed || role != NoRole
	r.texts = r.texts || role == BodyLabel
	r.linked = r.linked || strings.HasPrefix(key, "@")
	switch {
	case outer == "" || r.p.RoleOf(outer) == NoRole:
		r.key, r.fresh = key, key
	case role == URL || role == ID || role == Date || strings.HasPrefix(key, "@"): // of a writer or of a picture, say
		r.key = outer + "." + key
		r.fresh = r.key
	default:
		r.fresh = cmp.Or(fresh, outer)
	}
	return true
}

// nameKey is the key of a name, which writers have and sites and things.
const nameKey = "name"

// RoleOf is what the value of a key of a record, or the text of an element, is by its
// name, as written in any language; NoRole when that is not known.
func (p *Parser) RoleOf(key string) Role {
	if role := elementRoles[plainName(key)]; role != NoRole {
		return role
	}
	if m, ok := p.rules.Label(key + ":"); ok && m.Value == "" && key != nameKey {
		return roleOf[m.Role]
	}
	return NoRole
}

// name reads a number, a name as None, or a call as datetime.date(2020, 3, 14).
func (r *literalReader) name(depth int) bool {
	start := r.pos
	for r.pos < len(r.text) && (isASCIILetter(r.text[r.pos]) || strings.IndexByte("0123456789_.+-", r.text[r.pos]) >= 0) {
		r.pos++
	}
	word := r.text[start:r.pos]
	if word == "" {
		return false
	}
	if r.pos < len(r.text) && r.text[r.pos] == '(' {
		return r.call(start, word, depth)
	}
	if r.pos < len(r.text) && r.text[r.pos] == '=' { // the name of an argument
		r.pos++
		return r.value(depth + 1)
	}
	switch word {
	case "None", "null", "True", "False", "true", "false", "nan", "NaN":
		return true
	}
	r.add(start, r.pos, word)
	return true
}

// call reads the arguments of a call, whose name begins at start. That of a date becomes one
// value, and so does a call without values or within a date, which gives its zone.
func (r *literalReader) call(start int, name string, depth int) bool {
	n, within := len(r.pieces), r.dating
	last := name[strings.LastIndexByte(name, '.')+1:]
	dates := last == "datetime" || last == "date"
	r.dating = within || dates
	if !r.container('(', depth) {
		return false
	}
	r.dating = within
	shown := name
	switch {
	case dates:
		shown = r.moment(n)
	case !within && n < len(r.pieces):
		return true
	}
	if n < len(r.pieces) {
		r.fresh, r.pieces = r.pieces[n].key, r.pieces[:n]
	}
	r.add(start, r.pos, shown)
	return true
}

// moment is the date that the numbers from piece n on are the arguments of, as
// ISO 8601 writes it; "" when they are none. A zone is read when it is UTC, parts of a
// second are not.
func (r *literalReader) moment(n int) string {
	var sb strings.Builder
	for i, a := range r.pieces[n:] {
		if v, err := strconv.Atoi(a.shown); err != nil || v < 0 {
			if i > 3 && strings.HasSuffix(strings.ToLower(a.shown), "utc") {
				sb.WriteByte('Z')
			}
			break
		}
		if i > 5 {
			continue
		}
		if sb.WriteString([...]string{"", "-", "-", "T", ":", ":"}[i]); len(a.shown) == 1 {
			sb.WriteByte('0')
		}
		sb.WriteString(a.shown)
	}
	return sb.String()
}

// str reads a string, each of its lines as a piece.
func (r *literalReader) str() bool {
	prefix := r.text[r.pos : r.pos+r.quote()]
	r.pos += len(prefix)
	quote := r.text[r.pos]
	r.pos++
	begin, start := r.pos, r.pos
	octets := prefix == "b"
	var sb strings.Builder
	line := func(next int) {
		s := sb.String()
		if octets {
			s = strings.ToValidUTF8(s, "\uFFFD")
		}
		r.add(start, next, elementText(s))
		sb.Reset()
		start = next
	}
	for {
		k := strings.IndexAny(r.text[r.pos:], "\\\n'\"<")
		if k < 0 {
			return false
		}
		sb.WriteString(r.text[r.pos : r.pos+k])
		r.pos += k
		switch c := r.text[r.pos]; {
		case c == '\n':
			return false
		case c == quote:
			r.listed++
			r.long = max(r.long, r.pos-begin)
			line(r.pos)
			r.pos++
			return true
		case c == '<':
			tag, ends := endsBlock(r.text[r.pos:])
			sb.WriteString(tag)
			if r.pos += len(tag); ends {
				line(r.pos)
			}
		case c != '\\':
			sb.WriteByte(c)
			r.pos++
		default:
			shown, size := unescape(r.text[r.pos:], octets)
			if size == 0 {
				return false
			}
			if r.pos += size; shown == "\n" {
				line(r.pos)
			} else {
				sb.WriteString(shown)
			}
		}
	}
}

// unescape reads the escape that s starts with: what it stands for, and its length in
// bytes, which is 0 at the end of a text. octets says that \x announces a byte. Unknown
// ones stand for themselves, as in Python.
func unescape(s string, octets bool) (shown string, size int) {
	if len(s) < 2 {
		return "", 0
	}
	digits := 0
	switch s[1] {
	case 'n':
		return "\n", 2
	case 'r', 'b', 'f', 'v', 'a':
		return "", 2
	case 't':
		return " ", 2
	case '\\', '\'', '"', '/':
		return s[1:2], 2
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	}
	r, ok := hexRune(s, 2, digits)
	if !ok {
		return `\`, 1
	}
	size = 2 + digits
	if octets && digits == 2 {
		return string([]byte{byte(r)}), size
	}
	if utf16.IsSurrogate(r) && strings.HasPrefix(s[size:], `\u`) {
		if low, ok := hexRune(s, size+2, 4); ok && utf16.DecodeRune(r, low) != utf8.RuneError {
			return string(utf16.DecodeRune(r, low)), size + 6
		}
	}
	return string(r), size
}

// hexRune is the character whose number the hexadecimal digits of s from a place on are.
func hexRune(s string, from, digits int) (r rune, ok bool) {
	if len(s) < from+digits {
		return 0, false
	}
	code, err := strconv.ParseUint(s[from:from+digits], 16, 31)
	return rune(code), err == nil
}

// endsLine is the block that the literal, which began in block i, ends with; -1 when
// something stands behind it on its line.
func (r *literalReader) endsLine(blocks []Block, i int) int {
	for blocks[i].Span.End < r.pos {
		i++
	}
	if strings.Trim(visibleText(r.text[r.pos:blocks[i].Span.End]), ",;") != "" {
		return -1
	}
	return i
}

// tells reports whether the literal is more than words in brackets: keys announce its
// strings, or it is a list of paragraphs, or the text in quotation marks; whole says
// that there is nothing else in the document.
func (r *literalReader) tells(whole bool) bool {
	switch {
	case r.keyed: // else it is one that the text shows
		return r.listed > 1 && (whole || r.texts && !r.linked && r.long >= minLiteralText)
	case r.bare:
		return whole && len(r.pieces) > 1
	}
	return r.long >= minLiteralString && (whole || r.listed > 1 || r.text[r.pos-1] == ']')
}

// joined is all values with commas between.
func (r *literalReader) joined() string {
	var sb strings.Builder
	for i, p := range r.pieces {
		if i > 0 {
			sb.WriteString(", ")
		}
		sb.WriteString(p.shown)
	}
	return sb.String()
}

// blocks appends the blocks that cover the text from start to end.
func (r *literalReader) blocks(out []Block, start, end int) []Block {
	for _, p := range r.pieces {
		if start < p.span.Start {
			out = append(out, Block{Span: Span{start, p.span.Start}, Kind: Hidden, Reason: Reason{Why: whyMarkup, Detail: p.key}})
			start = p.span.Start
		}
		b := Block{Span: p.span, Text: p.shown}
		if p.shown != "" {
			b.Kind = Body
		}
		if p.span.Len() > 0 {
			out = append(out, b)
			start = p.span.End
		}
	}
	if start < end {
		out = append(out, Block{Span: Span{start, end}, Kind: Hidden, Reason: Reason{Why: whyMarkup}})
	}
	return out
}
