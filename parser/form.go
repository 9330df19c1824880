package parser

import "strings"

// Pages that ask for something and say nothing else: a form for a newsletter,
// the choices of a cookie notice.

// formRules are the rules for lines of such forms.
var formRules = map[string]bool{"newsletter": true, "login-form": true, "paywall": true, "cookie-notice": true, "cookie-button": true}

// formOnly reports whether a sentence within a line is one of a form. It is
// meant for documents of a few short lines, in which such a sentence is glued
// to the form's heading.
func (d *draft) formOnly() bool {
	for i := range d.blocks {
		if !d.open(i) {
			continue
		}
		s := d.blocks[i].Text
		for k := 0; k+1 < len(s); k++ {
			if !isSentenceEnd(rune(s[k])) || s[k+1] != ' ' {
				continue
			}
			for _, part := range []string{s[:k+1], strings.TrimSpace(s[k+1:])} {
				if r := d.rules().Boilerplate(part); r != nil && formRules[r.ID] {
					return true
				}
			}
		}
	}
	return false
}

// Bounds of a cookie notice with its choices: lines that rules know for those
// of one, and the lines that stand between two of them at most.
const (
	minConsent = 6
	maxBetween = 6
)

// consentOnly reports whether all the text of the part stands among the
// headings and buttons of a cookie notice.
func (d *draft) consentOnly() bool {
	known, since, text := 0, maxBetween+1, 0 // lines and text since the last heading or button
	for i := range d.blocks {
		b := &d.blocks[i]
		switch {
		case b.Text == "":
		case b.Kind == Boilerplate && strings.HasPrefix(b.Reason.Detail, "cookie-"):
			known++
			since, text = 0, 0
		case d.open(i):
			if since > maxBetween {
				return false
			}
			since++
			text++
		default:
			since++
		}
	}
	return known >= minConsent && text == 0
}
