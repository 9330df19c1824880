package check

import "strings"

var deepNesting = &Rule{
	ID:       "deep-nesting",
	Severity: Warning,
	Title:    "the markup is nested deeper than any page",
	Why:      "The page is broken or hostile. Its text was kept, but not the structure, so that fields may be wrong.",
	Mend:     "Look at the page; a scraper that wraps pages into one another makes such files.",
	Fires:    Example{Files: []File{{"page.html", "<!DOCTYPE html><title>Bridge opens again</title>" + strings.Repeat("<div>", 600) + "<p>" + prose}}},
	Quiet:    Example{Files: []File{{"page.html", "<!DOCTYPE html><title>Bridge opens again</title><div><p>" + prose}}},
	article: func(s *subject) {
		if w := s.warning("deep-nesting"); w != nil {
			s.report(w.Span, "%s", w.Message)
		}
	},
}
