package check

import (
	"strings"

	"unscrape/parser"
)

var controlCharacters = &Rule{
	ID:       "control-characters",
	Severity: Error,
	Title:    "the text has control characters",
	Why:      "They can change what a terminal shows, or turn around the order in which text is read, and most programs that store text refuse some of them.",
	Mend:     "Remove them where the data was fetched; unscrape leaves the text as it is.",
	Fires:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\nThe bridge opened \x1b[31magain\x1b[0m on Tuesday after nine months of work, the town council said.\n"),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\nThe bridge opened\tagain on Tuesday after nine months of work, the town council said.\n"),
	article: func(s *subject) {
		if !s.bytes.control() {
			return
		}
		for _, p := range append([]passage{{s.ID, s.field(parser.ID)}, s.headline()}, s.body()...) {
			var n broken
			if n.count(p.text); n.letters > 0 {
				continue // controls are parts of letters there: mojibake says so
			}
			if i := strings.IndexFunc(p.text, isControl); i >= 0 {
				r := []rune(p.text[i:])[0]
				s.reportWords(p, string(r), "control character %U", r)
				return
			}
		}
	},
}

// isControl reports whether r is a control character other than white space,
// or one that turns the direction of text around.
func isControl(r rune) bool {
	switch {
	case r == '\t', r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}
