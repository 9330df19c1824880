package check

var shortBody = &Rule{
	ID:       "short-body",
	Severity: Warning,
	Title:    "the body is very short",
	Why:      "A single short sentence is more often a teaser, a caption or a notice than an article.",
	Mend:     "Look whether the page has more text; a source of one-line news needs a lower threshold.",
	Unit:     "columns of text, in which a Chinese, Japanese or Korean character takes two",
	Limit:    40,
	Fires:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\nTitle: Bridge opens again\n\nThe bridge is open again.\n"),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\nTitle: Bridge opens again\n\n" + prose),
	article: func(s *subject) {
		if !s.isArticle() || len(s.Body) >= 4*int(s.threshold) {
			return
		}
		if n := columns(s.Body); n < int(s.threshold) {
			s.report(s.body()[0].span, "the body is %s long", plural(n, "column"))
		}
	},
}

// columns is the number of columns that s takes on a terminal.
func columns(s string) (n int) {
	for _, r := range s {
		n++
		if r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3fffd) {
			n++
		}
	}
	return n
}
