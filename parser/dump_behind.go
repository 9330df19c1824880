package parser

import "unscrape/parser/linemodel"

// leastBehind is the probability from which a sentence is text behind a break.
const leastBehind = 0.03

// breaks are the rules for what stands within an article: advertisements,
// pictures and single links.
var breaks = map[string]bool{"advertisement": true, "picture-credit": true, relatedInline: true}

// behindBreaks makes a sentence of a small page text when nothing but a break
// parts it from the text above: the model knows little of so short an article,
// and takes its last words for those of the page.
func (d *draft) behindBreaks(p *linemodel.Page, at []int) {
	if len(at) > smallPage || d.glued {
		return
	}
	text, broken := false, false
	for k := 0; k < len(at); {
		end := d.paragraph(p, at, k)
		switch open := d.open(at[k]); {
		case open && p.Body[k] >= bodyLine:
			text, broken = true, false
		case open && text && broken && p.Body[k] >= leastBehind && d.stops(at[end-1]) && d.widthOf(at[k:end]) >= shortSentence:
			for ; k < end; k++ {
				p.Body[k] = max(p.Body[k], bodyLine)
			}
			broken = false
		case !open && d.isBreak(at[k]):
			broken = true
		default:
			text = false
		}
		k = end
	}
}

// isBreak reports whether rules know block i for an advertisement, a picture or
// a link within an article.
func (d *draft) isBreak(i int) bool {
	b := &d.blocks[i]
	return b.Kind == Boilerplate && (b.Reason.Why == "rule" || b.Reason.Why == "caption with") && breaks[b.Reason.Detail]
}
