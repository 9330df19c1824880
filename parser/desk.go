package parser

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Behind a text those who wrote and sent it sign with codes.

// maxDeskCode bounds the length in bytes of what a desk signs with.
const maxDeskCode = 100

// Capitals, small letters and digits of codes, within brackets of an expression.
const (
	capital = `A-ZÀ-ÖØ-ÞĀ-žΑ-ΩЀ-Я`
	small   = `a-zß-öø-žα-ωа-џ`
	digit   = `0-9٠-٩۰-۹`
)

// deskCode matches what an agency's desk signs with.
var deskCode = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`[A-Z]{2,5}`, // LAAC
	`[–—-]{0,3}[` + small + `]{2,3}(?: [` + small + `]{2,3})?`,           // jz, mha ptd, --al ki
	`\([^()]{2,8}\) [` + small + `]{2,4}(?: [` + small + `]{2,4})?`,      // (abc;12) abc de
	`[` + capital + `]{2,6}(?: +[` + small + `]{2,3}){2,3}`,              // APA jdo hw
	`/[` + capital + `][` + capital + small + `]{1,3}/`,                  // /РБ/
	`[A-Z]{2,4} ?// ?[A-Z]{2,4}`,                                         // AB // CD
	`[` + capital + `]{2,4}(?:/[` + capital + `]{2,4}){1,2}\.?`,          // ABC/DEF.
	`\([^ .,` + digit + `-]{2,10}\)|\[[^ .,` + digit + `-]{2,10}\]`,      // (rin/ctn)
	`[` + small + `]{0,4}(?:/[` + small + `]{0,4}){1,2}`,                 // rin/ctn
	`(?:[` + small + `]{1,4}/ ?)+`,                                       // kno/ agt/
	`[` + digit + `][` + digit + ` ]*/[` + digit + ` /]*`,                // 9123/1056
	`(?:[ء-ۓ][. ]+)*[ء-ۓ][. ]*/(?:[. /` + digit + `]|[ء-ۓ](?:[. /]|$))*`, // ت م/ ر ك, م.ر / ۲۱۱
	`[^ .:/]+(?:/[^ .:/]*){3,}`,                                          // the agency, the writers and the hour
}, `|`) + `)$`)

// isDeskCode reports whether s is such a code.
func isDeskCode(s string) bool { return len(s) <= maxDeskCode && deskCode.MatchString(s) }

// signedByAgency marks the line directly behind the text that begins with the agency which
// the dateline has in brackets, with those who wrote and sent it behind: "एजेंसी मनोज दिलीप".
func (d *draft) signedByAgency() bool {
	i := d.next(d.last + 1)
	if d.last < 0 || i >= len(d.blocks) || !d.open(i) || d.lines[i].end || d.lines[i].width > maxPlaceAgency {
		return false
	}
	_, rest, _ := strings.Cut(clip(d.blocks[d.first].Text, textStart), "(")
	agency, _, ok := strings.Cut(rest, ")")
	names, signed := strings.CutPrefix(strings.TrimLeft(d.blocks[i].Text, "-–—( "), agency)
	if !ok || !signed || names == "" || names[0] != ' ' && names[0] != ')' {
		return false
	}
	d.mark(i, Boilerplate, NoRole, "code of a desk", "")
	return true
}

// isLowerInitials reports whether s is two or three letters in lower case.
func isLowerInitials(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 3 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLower(r) })
}
