package check

var tooFewArticles = &Rule{
	ID:       "too-few-articles",
	Severity: Error,
	Title:    "fewer articles than the gate asks for",
	Why:      "A crawl that was blocked leaves a few error pages and no articles. `--min-articles N` closes the gate when fewer than N articles with a body were found.",
	Mend:     "Look at what the crawl fetched.",
	Fires:    Example{Flags: []string{"--min-articles", "2"}, Files: one("News ID: 41\n\nBridge opens again\n\n" + prose).Files},
	Quiet:    Example{Flags: []string{"--min-articles", "1"}, Files: one("News ID: 41\n\nBridge opens again\n\n" + prose).Files},
	gate: func(c *corpus, s *Summary) {
		n := 0
		for _, f := range s.Folders {
			n += f.Filled["body"]
		}
		if n < c.options.MinArticles {
			c.reportOn("", "", "%s with a body, at least %d asked for", plural(n, "article"), c.options.MinArticles)
		}
	},
}
