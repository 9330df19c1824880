package check

import "unscrape/parser"

var missingID = &Rule{
	ID:       "missing-id",
	Severity: Warning,
	Title:    "the article has no id",
	Why:      "Without an id an article cannot be told from its later versions, and has no name when it is written to a folder.",
	Mend:     "When the pages state one, add a label for it with --rules; when they do not, turn this rule off.",
	Fires:    one("Published: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose),
	article: func(s *subject) {
		if s.isArticle() && s.ID == "" {
			s.report(parser.Unknown, "the article has no id")
		}
	},
}
