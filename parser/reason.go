package parser

import "strconv"

// Reason says why a block has its kind. It is kept as parts so that parsing
// formats nothing; String joins them.
type Reason struct {
	Why    string  // WhyRule, "label", "model", "repeat of the headline", ...
	Detail string  // the rule's id, the label as written, the features that weighed most; "" when there is none
	Score  float32 // probability of Body, when the line model decided; else 0
}

// String is the reason as the ledger prints it.
func (r Reason) String() string {
	s := r.Why
	if r.Score != 0 {
		s += " " + strconv.FormatFloat(float64(r.Score), 'f', 2, 32)
	}
	if r.Detail != "" {
		s += " " + r.Detail
	}
	return s
}

// WhyRule is the reason of boilerplate that a rule knows, whose id is the detail.
const WhyRule = "rule"

// Other reasons that several stages give or that one asks another for.
const (
	whyLabel      = "label"                      // a label announces it; the detail is the label
	whyNoValue    = "label without a value"      // that is missing
	whyKeyAbove   = "key above the text"         // unknown, with a value
	whyDateLine   = "line is a date"             // and nothing else of weight
	whyTimeOfDate = "time of the date beside it" // of day
	whyModel      = "model"                      // the model holds it for text or for none
	whyText       = "text"                       // nothing else is known of it
	whyBelow      = "below"                      // in a list below the line of a rule, whose id is the detail
	whyGoesOn     = "goes on with the line above"
	whyAbove      = "above the headline"
	whyBehindEnd  = "behind the end mark"
	whySeparates  = "separator of articles"
	whyPath       = "path of sections"
	whyMenu       = "words of menus and buttons" // and hardly any others
	whyNoWords    = "no words"
	whyEmbedded   = "post of a network"
	whyCredited   = "caption above its credit"
	whyMarkup     = "markup"
	whyProgram    = "program text"
)

// byRule reports whether a rule knows b as boilerplate.
func (b *Block) byRule() bool { return b.Kind == Boilerplate && b.Reason.Why == WhyRule }

// byLabel reports whether b is a field that a label announces.
func (b *Block) byLabel() bool { return b.Kind == Field && b.Reason.Why == whyLabel }
