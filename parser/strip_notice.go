package parser

import "unscrape/parser/rules"

// noticeRules are the rules for notices that are as long as paragraphs.
var noticeRules = map[string]bool{"copyright": true, "reproduction-notice": true, "export-notice": true, "mail-footer": true}

// noticeGoesOn marks the lines that a notice, which r matches at line i, is wrapped on.
func (d *draft) noticeGoesOn(i int, r *rules.Rule) {
	for k, end := i+1, d.noticeEnd(r, i); k <= end; k++ {
		if d.open(k) {
			d.strike(k, "goes on from", r.ID)
		}
	}
}

// noticeEnd is the last line of the notice that r matches at line i.
func (d *draft) noticeEnd(r *rules.Rule, i int) int {
	for noticeRules[r.ID] && i+1 < len(d.blocks) && d.lines[i].wraps {
		i++
	}
	return i
}
