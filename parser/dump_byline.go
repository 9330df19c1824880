package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/timestamp"
)

// enoughForName is the evidence from which a line that no label announces is
// the author's name. A wrong name is worse than none.
const enoughForName = 4

// pageByline looks for the author of a page without a labelled one: the line
// of one person's name by the headline that has the most evidence.
func (d *draft) pageByline(from, to int) {
	if d.art.Authors != nil || d.title < 0 {
		return
	}
	best, most := -1, enoughForName-1
	var names []string
	for i := from; i < to; i++ {
		if name, dated := d.nameIn(i); name != "" {
			if e := d.nameEvidence(i, name, dated); e > most {
				best, most, names = i, e, splitNames(name)
			}
		}
	}
	if best < 0 || len(names) == 0 {
		return
	}
	d.art.Authors = names
	if d.open(best) {
		d.mark(best, Field, Byline, "name by the headline", "")
	}
}

// bylineIn takes the names that a label at the head of line i announces, or
// one behind its date, whatever else is glued to them: "By Jane Roe | 5 min".
func (d *draft) bylineIn(i int) {
	s := d.blocks[i].Text
	m, ok := d.rules().Label(s)
	if !ok || roleOf[m.Role] != Byline {
		ts, _ := d.findDate(s)
		if ts.IsZero() {
			return
		}
		rest := strings.TrimLeft(s[ts.Start+len(ts.Raw):], " \t\u00a0-–—|•·/,;.()")
		if m, ok = d.rules().Label(rest); !ok || roleOf[m.Role] != Byline {
			return
		}
	}
	v := m.Value
	if ts, _ := d.findDate(v); !ts.IsZero() {
		v = v[:ts.Start]
	}
	v = pageName(v)
	if name, rest, found := strings.Cut(v, ","); found && !personal(rest) {
		v = name
	}
	if v != "" && hasUpper(v) && countWords(v, 7) < 7 && looksLikeNames(v) {
		d.setField(i, Byline, v, m.Text)
	}
}

// nameIn is the name that line i is, alone or before its date; "" when it is
// none.
func (d *draft) nameIn(i int) (name string, dated bool) {
	b := &d.blocks[i]
	if b.Text == "" || len(b.Text) > maxNames || d.lines[i].prose || !d.open(i) && (b.Kind != Field || b.Role != Date && b.Role != ModifiedDate) {
		return "", false
	}
	name = b.Text
	if ts, _ := d.findDate(name); !ts.IsZero() {
		name, dated = name[:ts.Start], true
	}
	if name = twice(pageName(name)); !personal(name) || isOffice(name) || d.rules().Chrome(name) > 0 || d.rules().Boilerplate(name) != nil || sameWords(name, d.art.Title) {
		return "", false
	}
	return name, dated
}

// nameEvidence weighs what speaks for line i to be the author's name: the date
// beside it, its place below the headline, that its words are no common ones,
// and where the page says it again: under a portrait or at the head of a note
// about the author, not in a menu.
func (d *draft) nameEvidence(i int, name string, dated bool) int {
	e := 0
	if dated || d.holdsDate(d.prev(i-1)) || d.holdsDate(d.next(i+1)) {
		e += 3
	}
	if i > d.title {
		e++
		if d.next(d.title+1) == i {
			e += 2
		}
	}
	if d.commonWord(name) {
		e -= 3
	} else {
		e++
	}
	return e + d.saidAgain(i, name)
}

func (d *draft) saidAgain(i int, name string) (e int) {
	for j := range d.blocks {
		s := d.blocks[j].Text
		if j == i || len(s) < len(name) {
			continue
		}
		switch at := strings.Index(s, name); {
		case at < 0:
		case len(s) == len(name) && j < d.title-aboveTitle:
			return -3
		case len(s) == len(name) && j > i+4:
		default:
			e = 2
		}
	}
	return e
}

// holdsDate reports whether block i is a date or a short line with one.
func (d *draft) holdsDate(i int) bool {
	if i < 0 || i >= len(d.blocks) {
		return false
	}
	b := &d.blocks[i]
	if b.Kind == Field && (b.Role == Date || b.Role == ModifiedDate) {
		return true
	}
	if d.lines[i].prose || len(b.Text) > maxKey {
		return false
	}
	ts, _ := d.findDate(b.Text)
	return ts.Precision >= timestamp.Day
}

// commonWord reports whether a word of a name stands in lower case elsewhere
// in the document, as the words of a section or a heading do.
func (d *draft) commonWord(name string) bool {
	for w := range strings.FieldsSeq(name) {
		w = strings.TrimRight(w, ".,")
		if low := strings.ToLower(w); low != w && !nameParticles[low] && hasWholeWord(d.text, low) {
			return true
		}
	}
	return false
}

// hasWholeWord reports whether w stands in text with no letter beside it.
func hasWholeWord(text, w string) bool {
	for {
		at := strings.Index(text, w)
		if at < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		text = text[at+len(w):]
		if after, _ := utf8.DecodeRuneInString(text); !isNameRune(before) && !isNameRune(after) {
			return true
		}
	}
}

// isNameRune reports whether r joins a word to a longer one or to an address.
func isNameRune(r rune) bool {
	return isWordRune(r) || strings.ContainsRune("-_@/.", r)
}

// pageName takes off what stands around a name in a line of a dump: bullets,
// the name of an image in brackets, bars, and a glued "By".
func pageName(s string) string {
	s = strings.TrimLeft(s, "*•·▪□◦○+-–—|#> \u00a0")
	if s != "" && s[0] == '[' {
		if end := strings.IndexByte(s, ']'); end > 0 {
			s = s[end+1:]
		}
	}
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "(BUTTON)"))
	if len(s) > 4 && strings.HasPrefix(s, "By") && unicode.IsUpper(rune(s[2])) && unicode.IsLower(rune(s[3])) {
		s = s[2:]
	}
	s = cutName(s)
	return undouble(strings.Trim(s, " \u00a0•·⋅|,-–—/:"))
}

// cutName cuts a byline before what is no name any more: a dot or bar, a
// number, "in Section", "on Monday".
func cutName(s string) string {
	for i, r := range s {
		if unicode.IsDigit(r) || strings.ContainsRune("•·⋅|–—([", r) {
			return s[:i]
		}
	}
	for _, cut := range []string{" in ", " In ", " on ", " On ", "Updated", "Published"} {
		if before, _, found := strings.Cut(s, cut); found && strings.TrimSpace(before) != "" {
			s = before
		}
	}
	return s
}

// undouble takes one of equal halves or thirds: "Jane Roe Jane Roe", "Jane
// RoeJane Roe".
func undouble(s string) string {
	for _, n := range [...]int{2, 3} {
		k := len(s) / n
		if a, b := s[:k], s[len(s)-k:]; strings.TrimSpace(a) == strings.TrimSpace(b) && utf8.ValidString(a) && len(a) > 3 {
			return strings.TrimSpace(a)
		}
	}
	return s
}

// twice is the two or three words that s ends with twice, as the name of a
// portrait and the name below it, else s.
func twice(s string) string {
	words := strings.Fields(s)
	for n := 2; n <= 3 && len(words) > 2*n; n++ {
		if tail := words[len(words)-n:]; slices.Equal(tail, words[len(words)-2*n:len(words)-n]) {
			return strings.Join(tail, " ")
		}
	}
	return s
}

// cleanNames takes off the authors' names what a page glues to them. Of many
// words those are the name that another line begins or ends with.
func (d *draft) cleanNames() {
	names := d.art.Authors[:0:0]
	for _, n := range d.art.Authors {
		if n = pageName(n); !hasWord(n) {
			continue
		}
		if countWords(n, 4) > 3 {
			n = d.knownName(n)
		}
		names = append(names, n)
	}
	if len(names) == 0 {
		names = nil
	}
	d.art.Authors = names
}

// knownName is the two or three words at the beginning of s that are a line of
// their own on the page, else s.
func (d *draft) knownName(s string) string {
	words := strings.Fields(s)
	for _, n := range [...]int{3, 2} {
		name := strings.Join(words[:n], " ")
		for i := range d.blocks {
			if t := pageName(d.blocks[i].Text); strings.HasPrefix(t, name) && !strings.HasPrefix(t, s) && len(t) < len(s) {
				return name
			}
		}
	}
	return s
}
