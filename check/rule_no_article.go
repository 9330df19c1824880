package check

import "unscrape/parser"

var noArticle = &Rule{
	ID:       "no-article",
	Severity: Warning,
	Title:    "the document is no article",
	Why:      "Login pages, captchas, error pages and listings of headlines end up in every crawl.",
	Mend:     "Remove the document, or fetch it again when it should have been an article.",
	Fires:    one("Latest news\nBridge opens again\nFerry stays\nRoof gone\nTools to lend\nHerons back\nFilms again\nTunnel closes for winter\n"),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose),
	article: func(s *subject) {
		switch w := s.warning("no-article"); {
		case w != nil:
			s.report(w.Span, "the document is no article: %s", w.Message)
		case !s.isArticle() && s.Title == "":
			s.report(parser.Unknown, "the document is no article: it has neither headline nor text")
		}
	},
}
