package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pageByline looks for the author of a page without a labelled one: a line of
// one person's name by the headline, alone or with the date, that stands
// beside a date or that the page says again, as under a portrait or at the
// head of a note about the author.
func (d *draft) pageByline(from, to int) {
	if d.art.Authors != nil || d.title < 0 {
		return
	}
	for i := d.title + 1; i < to; i++ {
		if d.nameIn(i) {
			return
		}
	}
	for i := d.title - 1; i >= from; i-- {
		if d.nameIn(i) {
			return
		}
	}
}

func (d *draft) nameIn(i int) bool {
	s := d.blocks[i].Text
	if s == "" || len(s) > maxNames || d.lines[i].prose || d.blocks[i].Kind == Field && d.blocks[i].Role != Date {
		return false
	}
	name, dated := d.beforeDate(s)
	if name = undouble(pageName(name)); !personal(name) {
		return false
	}
	if !dated && !d.besideDate(i) && !d.namedAgain(name, i) {
		return false
	}
	d.art.Authors = splitNames(name)
	if d.open(i) {
		d.mark(i, Field, Byline, "name by the headline", "")
	}
	return true
}

// beforeDate cuts a line before its date, if it has one.
func (d *draft) beforeDate(s string) (before string, dated bool) {
	ts, _ := d.findDate(s)
	if ts.IsZero() {
		return s, false
	}
	return s[:ts.Start], true
}

// namedAgain reports whether another line of the page is the name or begins
// with it.
func (d *draft) namedAgain(name string, i int) bool {
	for j := range d.blocks {
		if j != i && strings.HasPrefix(pageName(d.blocks[j].Text), name) {
			return true
		}
	}
	return false
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
	if len(s) > 4 && strings.HasPrefix(s, "By") && unicode.IsUpper(rune(s[2])) && unicode.IsLower(rune(s[3])) {
		s = s[2:]
	}
	s = cutName(s)
	return strings.Trim(s, " \u00a0•·⋅|,-–—/")
}

// cutName cuts a byline before what is no name any more: a dot or bar, a
// number, "in Section", "on Monday".
func cutName(s string) string {
	for i, r := range s {
		if unicode.IsDigit(r) || strings.ContainsRune("•·⋅|–—(", r) {
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

// undouble takes one of two equal halves: "Jane Roe Jane Roe", "Jane RoeJane
// Roe".
func undouble(s string) string {
	if a, b := s[:len(s)/2], s[len(s)-len(s)/2:]; strings.TrimSpace(a) == strings.TrimSpace(b) && utf8.ValidString(a) && len(a) > 3 {
		return strings.TrimSpace(a)
	}
	return s
}
