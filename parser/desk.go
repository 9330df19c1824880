package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDeskCode bounds the length in bytes of a desk's code.
const maxDeskCode = 32

// isCapitals reports whether s is from two to most capitals and nothing else, as
// an editor signs: "LAAC".
func isCapitals(s string, most int) bool {
	return len(s) >= 2 && len(s) <= most && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isDeskCode reports whether s is what an agency's desk signs with: initials in
// lower case with a slash behind each or between, as "kno/ agt/", or in brackets, as
// "(rin/ctn)", or capitals between slashes, or behind its name, as "APA jdo hw", or
// numbers with slashes between them, as "9123/1056".
func isDeskCode(s string) bool {
	if len(s) > maxDeskCode {
		return false
	}
	if signsInitials(s) || isInLower(s) || isArabicInitials(s) {
		return true
	}
	if n := len(s); n > 3 && n <= 12 && (s[0] == '(' && s[n-1] == ')' || s[0] == '[' && s[n-1] == ']') && !strings.ContainsAny(s, " .,-") && !hasDigit(s) {
		return true
	}
	if !strings.Contains(s, "/") {
		return false
	}
	if a, b, ok := strings.Cut(s, "//"); ok && isCapitals(strings.TrimSpace(a), 4) && isCapitals(strings.TrimSpace(b), 4) || isBetweenSlashes(s) {
		return true
	}
	letters, slashes, run := 0, 0, 0
	for _, r := range s {
		switch {
		case r == '/':
			slashes++
			run = 0
		case unicode.IsDigit(r), r == ' ', r == '*':
		case unicode.IsLower(r):
			letters++
			if run++; run > 4 {
				return false
			}
		default:
			return false
		}
	}
	return letters == 0 || slashes < 3 && !strings.ContainsAny(s, " 0123456789") || s[len(s)-1] == '/' && strings.Count(strings.TrimSpace(s), " ") < slashes
}

// signedByAgency marks the line directly behind the text that begins with the agency which
// the dateline has in brackets, with those who wrote and sent it behind: "एजेंसी मनोज दिलीप".
func (d *draft) signedByAgency() bool {
	i := d.next(d.last + 1)
	if d.last < 0 || i >= len(d.blocks) || !d.open(i) || d.lines[i].end || d.lines[i].width > maxPlaceAgency {
		return false
	}
	_, rest, _ := strings.Cut(clip(d.blocks[d.first].Text, maxDateLine), "(")
	agency, _, ok := strings.Cut(rest, ")")
	sign, names := strings.CutPrefix(strings.TrimLeft(d.blocks[i].Text, "-–—( "), agency)
	if !ok || !names || letters(agency) < 3 || countWords(agency, 3) > 2 || sign == "" || sign[0] != ' ' && sign[0] != ')' {
		return false
	}
	d.mark(i, Boilerplate, NoRole, "code of a desk", "")
	return true
}

// isBetweenSlashes reports whether s is two or three capitals between slashes: "/РБ/".
func isBetweenSlashes(s string) bool {
	name := strings.Trim(s, "/")
	if len(name)+2 != len(s) || s[0] != '/' {
		return false
	}
	n := 0
	for _, r := range name {
		if n++; !unicode.IsUpper(r) {
			return false
		}
	}
	return n == 2 || n == 3
}

// maxSlashed bounds the length in bytes of who and when with slashes between.
const maxSlashed = 100

// isSlashed reports whether s is four words or more with slashes between and no space,
// as the agency, the writers and the hour stand below what a wire sends.
func isSlashed(s string) bool {
	return len(s) <= maxSlashed && strings.Count(s, "/") > 2 && !strings.ContainsAny(s, " .:") && s[0] != '/'
}

// isInLower reports whether s is the initials of a writer in lower case, or of two:
// "jz", "mag", "mha ptd".
func isInLower(s string) bool {
	first, second, two := strings.Cut(s, " ")
	return isLowerInitials(first) && (!two || isLowerInitials(second))
}

// isLowerInitials reports whether s is two or three letters in lower case.
func isLowerInitials(s string) bool {
	n := 0
	for _, r := range s {
		if n++; n > 3 || !unicode.IsLower(r) {
			return false
		}
	}
	return n >= 2
}

// isArabicInitials reports whether s is letters of the Arabic script, each on its
// own, and numbers with a slash among them: "ت م/ ر ك", "م.ر / ۲۱۱".
func isArabicInitials(s string) bool {
	letters, slash, alone := 0, false, true
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			if !alone {
				return false
			}
			letters++
			alone = false
		case r == '/' || r == '.' || r == ' ':
			slash = slash || r == '/'
			alone = true
		case !unicode.IsDigit(r):
			return false
		}
	}
	return letters >= 2 && slash
}

// signsInitials reports whether s is the short name of an agency and two or three
// initials in lower case.
func signsInitials(s string) bool {
	name, rest, ok := strings.Cut(s, " ")
	if !ok || !isUpperWord(name) || utf8.RuneCountInString(name) < 2 || utf8.RuneCountInString(name) > 6 {
		return false
	}
	n := 0
	for w := range strings.FieldsSeq(rest) {
		if n++; n > 3 || !isLowerInitials(w) {
			return false
		}
	}
	return n >= 2
}
