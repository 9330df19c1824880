package check

import "unscrape/parser"

var emptyBody = &Rule{
	ID:       "empty-body",
	Severity: Error,
	Title:    "the article has a headline, and no text",
	Why:      "The scraper saved the page before its text was loaded, or stopped at a paywall.",
	Mend:     "Fetch the page again.",
	Fires:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\nTitle: Bridge opens again\n"),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\nTitle: Bridge opens again\n\n" + prose),
	article: func(s *subject) {
		if !s.isArticle() && s.Title != "" && s.warning("no-article") == nil {
			s.report(s.field(parser.Title), "the article has a headline, and no text")
		}
	},
}
