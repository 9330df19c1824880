package htmlpage

import (
	"slices"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// known looks the short blocks up in what is known of the words of pages.
func (j *judge) known() {
	set := rules.Builtin()
	for i := range j.facts {
		f, b := &j.facts[i], &j.page.Blocks[i]
		n := int(b.end - b.start)
		if n > maxRule || b.Flags&Unseen != 0 {
			continue
		}
		text := j.page.Text(i)
		f.date = n <= maxDate && f.Digits > 0 && timestamp.IsDateLine(text)
		if j.foreign {
			continue
		}
		opens := set.Opening(text)
		if opens.Rule() {
			f.rule = ruleOf(set.Boilerplate(text))
		}
		if opens.Words() {
			f.chrome = uint8(min(255, set.Chrome(text)))
		}
		if n <= maxLabel && opens.Label() {
			if m, ok := set.Label(text); ok && (m.Fits || m.Sep) {
				f.label = uint8(1 + slices.Index(labelRoles, m.Role))
			}
		}
	}
}

// labelRoles are the roles of labels in the order of the feature.
var labelRoles = []string{"id", "timestamp", "modified", "title", "authors", "url", "language", "body", "other"}

func ruleOf(r *rules.Rule) uint8 {
	if r == nil {
		return noRule
	}
	switch r.Means {
	case rules.End:
		return ruleEnd
	case rules.Related:
		return ruleRelated
	case rules.Comments:
		return ruleComments
	}
	return ruleAny + uint8(r.At)
}
