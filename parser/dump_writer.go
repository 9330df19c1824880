package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
)

// How far behind the text the author may be named, in visible lines.
const (
	authorTail = 30
	cardTail   = 12
)

// tailByline looks for the author of a page that names one behind its text,
// up to the comments and the list of other stories: with a label, or on a line
// of its own above a note that begins with the name. It must be the only one
// there. Without one, other names that labels announced far from the headline
// are taken.
func (d *draft) tailByline(other []string) {
	if d.art.Authors != nil {
		return
	}
	names, block := "", -1
	n := 0
	for i := range d.below(d.last, authorTail) {
		if d.endsStory(i) {
			break
		}
		v := d.writer(i, n < cardTail)
		if v == "" && n == 0 {
			v = d.nameBelow(i)
		}
		n++
		if letterWeight(v) < minName || sameWords(v, names) || d.rules().Knows(v) {
			continue
		}
		if names != "" {
			return
		}
		names, block = v, i
	}
	if names != "" {
		d.setField(block, Byline, rules.Match{Value: names})
	} else if len(other) > 0 && letterWeight(other[0]) >= minName && !d.allCommon(other[0]) && d.signed() {
		d.art.Authors = other
	}
}

// signed reports whether a byline stands above the comments and the list of
// other stories behind the text.
func (d *draft) signed() bool {
	for _, i := range d.visible {
		switch b := &d.blocks[i]; {
		case b.Kind == Field && b.Role == Byline:
			return true
		case i > d.last && d.endsStory(i):
			return false
		}
	}
	return false
}

// minName is what the letters of a name weigh at least, by letterWeight.
const minName = 3

// writer is the name that a label announces in block i of the tail, or on the
// line below, or that heads a note.
func (d *draft) writer(i int, note bool) string {
	s := d.blocks[i].Text
	if v, _ := d.labelledNames(s); v != "" {
		return v
	}
	if m, ok := d.rules().Label(s); ok && roleOf[m.Role] == Byline && m.Value == "" && m.Alone {
		if j := d.next(i + 1); j < len(d.blocks) {
			return d.bylineNames(d.blocks[j].Text)
		}
	}
	if j := d.nextWords(i); note && j < len(d.blocks) && len(s) <= maxNames && isPortrait(s) {
		return strings.Join(d.namesBelow(s, d.blocks[j].Text), ", ")
	}
	if note && d.headsNote(i) {
		name := d.asName(s, false)
		if first, _ := d.commonWords(name); !first {
			return name
		}
	}
	return ""
}

// headsNote reports whether one of the two lines below block i begins with
// the words of it, or with the first of them, and goes on, as a note about an
// author does.
func (d *draft) headsNote(i int) bool {
	s := d.blocks[i].Text
	if len(s) > maxNames {
		return false
	}
	first, _, _ := strings.Cut(s, " ")
	for j := range d.below(i, 2) {
		note := d.blocks[j].Text
		if rest, ok := strings.CutPrefix(note, s+" "); ok && countWords(rest, minNote) >= minNote {
			return true
		}
		if rest, ok := strings.CutPrefix(note, first+" "); ok && !isCamel(first) && countWords(rest, minNote) >= minNote {
			verb, _, _ := strings.Cut(rest, " ")
			return noteVerbs[verb]
		}
	}
	return false
}

// isCamel reports whether a word has a capital behind its first letter, as names of
// products have.
func isCamel(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	return strings.IndexFunc(w[n:], unicode.IsUpper) >= 0
}

// noteVerbs are the verbs behind the first name with which a note about an author
// begins.
var noteVerbs = wordSet("note-verb")

// minNote is the number of words that a note about an author has at least.
const minNote = 4

// nameBelow is the name that is all of block i, directly below the text; "" when
// its words are common ones, or headings have capitals as names in the text's
// language.
func (d *draft) nameBelow(i int) string {
	s := d.blocks[i].Text
	name := d.asName(s, false)
	if name == "" || name != s || strings.ContainsAny(name, ",'’!?:&") || !d.lines[d.last].end || capitalised[d.language()] {
		return ""
	}
	if first, other := d.commonWords(name); first || other {
		return ""
	}
	return name
}

// capitalised are the languages in which words of headings and buttons begin with
// capitals. "" is none that is known.
var capitalised = map[string]bool{"": true, "en": true, "de": true, "id": true, "ms": true, "tl": true, "tr": true, "az": true, "af": true}
