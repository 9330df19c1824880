package parser

// A Candidate is a value that a web page offers for a field. Those of one
// field stand together, in the order in which the page was searched; one of
// them was chosen.
type Candidate struct {
	Role   Role   // ID, Title, Date, ModifiedDate or Byline
	Text   string // as the page has it
	Source string // where: "json-ld headline", "og:title", "h1", "shown", ...
	Weight int    // what speaks for it, agreement of the others included; 0 where the first one counts
	Reason string // why it was chosen, or was not
}

// mostCandidates is how many values of one field are weighed against one another:
// more than pages have, but for broken and hostile ones.
const mostCandidates = 500

// Reasons of candidates.
const (
	chosen     = "chosen"
	weighsLess = "weighs less"
	lessExact  = "the same day, less exact"
	sameValue  = "says the same"
	otherID    = "another source comes first"
	siteName   = "name of the site, weighs less"
)

// offer notes a candidate for a field.
func (d *page) offer(r Role, text, source string, weight int, reason string) {
	d.art.Candidates = append(d.art.Candidates, Candidate{r, text, source, weight, reason})
}
