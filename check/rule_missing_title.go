package check

import "unscrape/parser"

var missingTitle = &Rule{
	ID:       "missing-title",
	Severity: Warning,
	Title:    "the article has no headline",
	Why:      "The scraper kept the text and lost the headline, or the first sentence stands where it should.",
	Mend:     "See with `unscrape explain` what the first lines were taken for.",
	Fires:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\n" + prose),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose),
	article: func(s *subject) {
		if s.isArticle() && s.Title == "" {
			s.report(parser.Unknown, "the article has no headline")
		}
	},
}
