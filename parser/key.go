package parser

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Keys are words before a colon, known as labels or not.

// frontMatter marks the "key: value" lines between two lines of dashes at the
// very top, as static site generators write them.
func (d *draft) frontMatter() {
	i := d.next(0)
	if i >= len(d.blocks) || d.blocks[i].Text != "---" {
		return
	}
	end := i + 1
	for end < len(d.blocks) && d.blocks[end].Text != "---" {
		if d.blocks[end].Text != "" && !d.lines[end].key && !d.belowKey(end) {
			return
		}
		end++
	}
	if end == len(d.blocks) {
		return
	}
	for k := i; k <= end; k++ {
		if d.blocks[k].Text == "" || !d.open(k) {
			continue
		}
		key, value, _ := strings.Cut(d.blocks[k].Text, ":")
		if m, ok := d.rules().Label(key + ":"); ok && !d.belowKey(k) {
			m.Value = d.yamlValue(k, strings.TrimSpace(value))
			if m.Value != "" && d.fits(m) {
				d.setField(k, roleOf[m.Role], m)
				continue
			}
		}
		d.mark(k, Field, OtherField, "front matter", "")
	}
	d.findProse()
}

// belowKey reports whether line k of front matter is an item of a list, a comment or
// indented: what belongs to the key above.
func (d *draft) belowKey(k int) bool {
	s := d.blocks[k].Text
	return strings.HasPrefix(s, "- ") || s == "-" || s[0] == '#' || d.lines[k].indent > 0
}

// yamlValue is the value of the key on line k of front matter, s behind its colon or the
// lines below: the items of a list with semicolons between, or a folded text. Only
// the quotes of a scalar are taken off (YAML 1.2.2, section 7.3).
func (d *draft) yamlValue(k int, s string) string {
	folded := strings.HasPrefix(s, ">") || strings.HasPrefix(s, "|")
	if s != "" && !folded {
		return unquoteScalar(s)
	}
	var parts []string
	for k++; d.blocks[k].Text != "---" && d.blocks[k].Text != "" && d.belowKey(k); k++ {
		item, listed := strings.CutPrefix(d.blocks[k].Text, "- ")
		if item[0] == '#' && !folded { // a comment
			continue
		}
		if listed == folded {
			return s
		}
		parts = append(parts, unquoteScalar(strings.TrimSpace(item)))
	}
	if folded {
		return strings.Join(parts, " ")
	}
	return strings.Join(parts, "; ")
}

// unquoteScalar takes the quotes off a scalar of YAML.
func unquoteScalar(s string) string {
	if len(s) >= 2 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return unquote(s)
}

// isKeyValue reports whether s is a short key, a colon, and perhaps a value.
func isKeyValue(s string) bool {
	colon := indexColon(s[:min(len(s), maxKey+3)])
	if colon <= 0 {
		return false
	}
	key := s[:colon]
	return hasWord(key) && countWords(key, 5) < 5 && !hasClauseSign(key)
}

// hasClauseSign reports whether s has a sign that parts or closes clauses, which
// no key has.
func hasClauseSign(s string) bool {
	for _, r := range s {
		switch r {
		case '.', '!', '?', '،', ',', ';', '"', '“', '«', '(':
			return true
		}
	}
	return false
}

// indexColon is the offset of the first colon of any script in s, or of what
// closes a key in lenticular brackets, or -1.
func indexColon(s string) int {
	if strings.HasPrefix(s, "【") {
		return strings.Index(s, "】")
	}
	ascii := asciiPrefix(s)
	if i := strings.IndexByte(s[:ascii], ':'); i >= 0 || ascii == len(s) {
		return i
	}
	for i := ascii; i < len(s); i++ {
		if startsColon[s[i]] && slices.ContainsFunc(colons, func(c string) bool { return strings.HasPrefix(s[i:], c) }) {
			return i
		}
	}
	return -1
}

var colons = []string{":", "：", "՝", "៖", "፦"}

// startsColon has the first bytes of colons.
var startsColon = func() (t [256]bool) {
	for _, c := range colons {
		t[c[0]] = true
	}
	return t
}()

// maxKey bounds the length of a key of unknown meaning, in bytes.
const maxKey = 48

// unknownKeys marks the lines of unknown keys that stand within a block of
// labelled lines in the head: they are fields that the record does not keep.
func (d *draft) unknownKeys() {
	end := 0 // of the keys directly below one another
	for i := range d.aboveText() {
		s := d.blocks[i].Text
		if !d.open(i) || d.lines[i].end && !startsLower(strings.TrimLeft(s[indexColon(s)+1:], " ")) || d.art.Authors == nil && d.lines[i].opens.Label() && d.takesWriter(i) || !d.lines[i].key {
			continue
		}
		for end = max(end, i+1); end < len(d.blocks) && d.isKnownField(i-2) && d.open(end) && d.lines[end].key; end++ {
		}
		if d.isKnownField(i-1) && !d.mayHead(i) && (isHeaderKey(d.blocks[i].Text) || d.isKnownField(end) || end == len(d.blocks) || d.blocks[end].Text == "") {
			d.mark(i, Field, OtherField, "among labelled lines", "")
		}
	}
}

// mayHead reports whether line i is the only one that can be the headline, with a
// colon in it: no label with a colon above, unless many words are behind its own and no
// other line of the head is open, or, but for what somebody says and for two words before
// the colon, below. With few words behind the colon, or a label below the two before it, no
// other line of the head is open.
func (d *draft) mayHead(i int) bool {
	s := d.blocks[i].Text
	labelled := func(k int) bool { return d.isKnownField(k) && d.lines[k].key }
	if d.art.Title != "" {
		return false
	}
	long, below := countWords(s[indexColon(s):], 5) > 4, labelled(d.next(i+1))
	alone := d.nextOpen(i+1) >= d.first && d.nextOpen(0) == i
	if labelled(d.prev(i - 1)) {
		return long && alone && !below
	}
	return long && (saidByName(s) || !below) || (long && countWords(s[:indexColon(s)], 2) > 1 || countWords(s[indexColon(s):], 3) > 2 && !below) && alone
}

// saidByName reports whether s is who says something, in two words or more, and what
// in quotation marks to its end, as the headline of an interview is.
func saidByName(s string) bool {
	name, said := s[:indexColon(s)], strings.TrimLeft(s[indexColon(s):], ": \u00a0")
	first, _ := utf8.DecodeRuneInString(said)
	return strings.ContainsRune("«„“", first) && strings.ContainsRune("»”“", lastRune(said)) && countWords(name, 2) > 1
}

// isHeaderKey reports whether s begins with a key as the headers of mail and
// web servers have, one word of parts with dashes between: "Content-Type:".
func isHeaderKey(s string) bool {
	key := s[:indexColon(s)]
	return strings.Contains(key, "-") && !strings.Contains(key, " ") && startsUpper(key)
}

func (d *draft) isKnownField(i int) bool {
	return i >= 0 && i < len(d.blocks) && d.blocks[i].Kind == Field && d.blocks[i].Role != BodyLabel
}

// addressAbove takes an address that is all of the first line for the
// article's.
func (d *draft) addressAbove() {
	i := d.next(0)
	if i >= d.first || !d.open(i) || d.art.URL != "" {
		return
	}
	if s := d.blocks[i].Text; strings.HasPrefix(s, "http") && strings.Contains(s, "://") && !strings.Contains(s, " ") {
		d.art.URL = s
		d.mark(i, Field, URL, "address above the text", "")
	}
}

// addressLine marks block i of the tail when it is a key and an address.
func (d *draft) addressLine(i int) {
	if s := d.blocks[i].Text; d.open(i) && d.lines[i].key {
		if value := strings.TrimSpace(s[indexColon(s)+1:]); strings.Contains(value, "://") && !strings.Contains(value, " ") {
			d.mark(i, Field, OtherField, "address", "")
		}
	}
}

// keysAboveText tells the keys of a record from running text, whatever their
// values read as, when the label of the text stands below them.
func (d *draft) keysAboveText() {
	for i := d.first; i < len(d.blocks); i = d.next(i + 1) {
		m, ok := d.labelOf(i)
		if d.lines[i].prose && !d.lines[i].key && !(ok && m.Sep) {
			return
		}
		if ok && i > d.first && d.open(i) && roleOf[m.Role] == BodyLabel && (m.Sep || m.Value == "") {
			for k := d.first; k < i; k++ {
				d.lines[k].prose = false
			}
			d.findProse()
			return
		}
	}
}

// unknownKeysAboveText marks the lines of keys above the label of the text that
// are no labels.
func (d *draft) unknownKeysAboveText() {
	for k := d.next(0); k < d.bodyLabel; k = d.next(k + 1) {
		if d.open(k) && d.lines[k].key && numbered(d.blocks[k].Text) == "" {
			d.mark(k, Field, OtherField, whyKeyAbove, "")
			if j := d.next(k + 1); endsInColon(d.blocks[k].Text) && d.art.Title != "" && j < d.bodyLabel && d.open(j) {
				d.mark(j, Field, OtherField, whyKeyAbove, "")
			}
		}
	}
}
