package parser

import (
	"slices"
	"strings"
)

// Bylines behind the text, and what is said of the writer there.

// accountByline marks a byline behind the text that an account follows, as
// "-- By Jane Roe Follow @janeroe".
func (d *draft) accountByline() {
	for i := len(d.blocks) - 1; i > d.last; i-- {
		if !d.open(i) {
			continue
		}
		name := withoutAddress(d.blocks[i].Text)
		if name == d.blocks[i].Text {
			continue
		}
		if m, ok := d.rules().Label(strings.TrimLeft(name, "-–— ")); ok && d.isByline(m) {
			d.setField(i, Byline, m)
		}
	}
}

// nameBehindText marks the one line that is a person's name between the last
// sentence and the end or what is no text.
func (d *draft) nameBehindText() {
	i := d.next(d.last + 1)
	if i < len(d.blocks) && d.blocks[i].Kind == Boilerplate {
		i = d.next(i + 1) // a button
	}
	if d.last < 0 || d.title < 0 || len(d.dates) == 0 || d.art.Authors != nil || i >= len(d.blocks) || !d.open(i) || !d.lines[d.last].end {
		return
	}
	s, vietnamese := behindAgency(d.blocks[i].Text), isVietnamese(d.blocks[d.last].Text)
	if vietnamese {
		s, _, _ = strings.Cut(s, " (") // "Trần Mai (tổng hợp)"
	}
	j := d.next(i + 1)
	for d.open(j) && (isDeskCode(d.blocks[j].Text) || isInitials(d.blocks[j].Text)) {
		j = d.next(j + 1)
	}
	if d.open(j) || !personal(s) && !((d.isDated(j) || d.hasRole(j, ID)) && isCaseless(s) && d.onlyIn(s)) || strings.ContainsAny(s, ",'’!?:()/") || isOfficeName(s) || d.beginsWithButton(s) {
		return
	}
	isAgency := func(w string) bool { return len(w) > 2 && isUpperWord(w) && !vietnamese }
	if slices.ContainsFunc(strings.Fields(s), isAgency) {
		return
	}
	d.setAuthors(i, splitNames(s), "name behind the text")
}

// behindAgency is what a line says behind the capitals of an agency, a dash, its desk and
// a comma: "TSA - Nauka, Anna Wilk"; s when it is no such line.
func behindAgency(s string) string {
	for _, dash := range dashes {
		agency, rest, _ := strings.Cut(s, dash)
		if _, name, ok := strings.Cut(rest, ", "); ok && isUpperWord(agency) {
			return name
		}
	}
	return s
}

// isVietnamese reports whether s has vowels with two marks, as only Vietnamese has:
// its papers print the names of writers in capitals.
func isVietnamese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x1EA0 && r <= 0x1EF9 })
}

// noteOnWriter marks the line at the end of the text that says who the writer is:
// the star before it, the only one, answers the one behind the name in the byline.
func (d *draft) noteOnWriter() {
	if d.art.Authors == nil {
		return
	}
	note, starred := -1, false
	for _, i := range d.visible {
		switch s := d.blocks[i].Text; {
		case i < d.first:
			starred = starred || d.hasRole(i, Byline) && strings.HasSuffix(strings.TrimRight(s, ")"), "*")
		case !starred || s[0] == '*' && note >= 0:
			return
		case s[0] == '*':
			note = i
		}
	}
	if note >= max(d.last, 0) {
		d.mark(note, Boilerplate, NoRole, "note on the writer", "")
	}
}

// maxWriterNote bounds the columns of a note on the writer.
const maxWriterNote = 240
