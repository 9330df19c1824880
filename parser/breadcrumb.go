package parser

import (
	"strings"
	"unicode/utf8"
)

// breadcrumbs marks the lines of the head that are a path of sections, as
// "Home > Sport > Rowing".
func (d *draft) breadcrumbs() {
	for i := range d.aboveText() {
		name, place, _ := strings.Cut(d.blocks[i].Text, " | ")
		named := place != "" && personal(name) && d.nextOpen(0) < i && d.isDated(d.next(i+1)) && !strings.Contains(place, " ") && !d.rules().Knows(place) && !d.beginsWithButton(name) && !isOfficeName(name) // "Jane Roe | Millford"
		if d.open(i) && !named && (isBreadcrumb(d.blocks[i].Text) || d.pathFromHome(d.blocks[i].Text) || isArchivePath(d.blocks[i].Text)) {
			d.mark(i, Boilerplate, NoRole, whyPath, "")
		}
	}
}

// pathFromHome reports whether s is a short path with dashes between its sections, or
// with a slash, or slashes or bars behind a key, the first of which is the word for the
// first page of a site.
func (d *draft) pathFromHome(s string) bool {
	leadsHome := func(path, sep string, least int) bool {
		if !strings.Contains(path, sep) {
			return false
		}
		parts := strings.Split(path, sep)
		return len(parts) >= least && shortNames(parts) && d.rules().Knows(parts[0])
	}
	if leadsHome(s, " - ", 3) || leadsHome(s, " / ", 2) {
		return true
	}
	path, ok := behindKey(s)
	return ok && (leadsHome(path, " / ", 2) || leadsHome(path, " | ", 2) || leadsHome(path, " » ", 2) || leadsHome(path, ">>", 2))
}

// isArchivePath reports whether s is a short path with dashes, one part of which is a year:
// "Harbour College - Press Office - 2014 - November".
func isArchivePath(s string) bool {
	if strings.Count(s, " - ") < 2 {
		return false
	}
	names, years := 0, 0
	for p := range strings.SplitSeq(s, " - ") {
		switch {
		case len(p) == 4 && allDigits(p):
			years++
		case hasDigit(p) || countWords(p, 5) > 4:
			return false
		default:
			names++
		}
	}
	return years == 1 && names > 1 && !endsSentence(s)
}

// behindKey is what stands behind a short key and its colon in s.
func behindKey(s string) (value string, ok bool) {
	k := indexColon(s)
	if k <= 0 || k >= maxKey {
		return "", false
	}
	_, n := utf8.DecodeRuneInString(s[k:])
	return strings.TrimLeft(s[k+n:], " \u00a0\u3000"), true
}

// maxPath is the most columns of a path of sections.
const maxPath = 160

// isBreadcrumb reports whether s is a few short names with arrows, bars or
// slashes between them: three of them, or two with an arrow.
func isBreadcrumb(s string) bool {
	if !hasPathSign(s) {
		return false
	}
	if path, ok := behindKey(s); ok && strings.ContainsAny(path, ">›»→＞") { // where the reader is
		s = path
	}
	if columns(s) > maxPath || endsSentence(s) || strings.ContainsAny(s, ":@;=\"") {
		return false
	}
	for _, sep := range []string{" › ", " » ", " > ", " → ", " | ", " / ", " < ", " ‹ ", " « ", ">>", ">", "›", "＞"} {
		parts := strings.Split(s, sep)
		if len(parts) < 2 || !shortNames(parts) {
			continue
		}
		if len(parts) > 2 || sep != " | " && sep != " / " || columns(s) < 40 && countWords(s, 6) < 6 {
			return true
		}
	}
	return false
}

// hasPathSign reports whether s has a sign that parts a path.
func hasPathSign(s string) bool {
	for _, r := range s {
		switch r {
		case '>', '<', '|', '/', '›', '»', '→', '‹', '«', '＞':
			return true
		}
	}
	return false
}

// shortNames reports whether each of parts has words, and no more than a
// section's name has. The last may be a headline.
func shortNames(parts []string) bool {
	for k, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" && k == 0 { // the path may begin with an arrow
			continue
		}
		longest := int32(32)
		if noSpaces(lastRune(p)) {
			longest = 20
		}
		last := k > 0 && k == len(parts)-1
		if !hasWord(p) || !last && countWords(p, 5) > 4 || columns(p) > longest && (!last || k == 1) {
			return false
		}
	}
	return true
}
