package check

import "unscrape/parser"

var missingTimestamp = &Rule{
	ID:       "missing-timestamp",
	Severity: Warning,
	Title:    "the article has no time of publication",
	Why:      "News without a date cannot be put in order. A date that is there but ambiguous is a finding of ambiguous-timestamp.",
	Mend:     "When the pages state one, see with `unscrape explain` what its line was taken for, and add a label for it with --rules.",
	Fires:    one("News ID: 41\n\nBridge opens again\n\n" + prose),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose),
	article: func(s *subject) {
		if s.isArticle() && s.Timestamp.IsZero() && s.warning("ambiguous-timestamp") == nil {
			s.report(parser.Unknown, "the article has no time of publication")
		}
	},
}
