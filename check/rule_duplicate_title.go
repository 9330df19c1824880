package check

var duplicateTitle = &Rule{
	ID:       "duplicate-title",
	Severity: Warning,
	Title:    "another article has the same title",
	Why:      "When different stories have one title, it is the name of the site, of a section or of a column, and not the headline.",
	Mend:     "Look at what the title is on these pages. A column that bears its name each day is no mistake: turn the rule off for its folder.",
	Fires: Example{Files: []File{
		{"a.txt", "News ID: 41\nPublished: 2020-10-06 08:30 GMT\nTitle: The Daily Bridge\n\n" + prose},
		{"b.txt", "News ID: 42\nPublished: 2020-10-07 08:30 GMT\nTitle: The Daily Bridge\n\nThe ferry beside the bridge stays in service, the council said on Wednesday.\n"},
	}},
	Quiet: Example{Files: []File{
		{"a.txt", "News ID: 41\nPublished: 2020-10-06 08:30 GMT\nTitle: Bridge opens again\n\n" + prose},
		{"b.txt", "News ID: 42\nPublished: 2020-10-07 08:30 GMT\nTitle: Ferry stays\n\nThe ferry beside the bridge stays in service, the council said on Wednesday.\n"},
	}},
	corpus: func(c *corpus) {
		c.different(func(i int32) uint64 { return c.at(i).title }, "the title is that of %s, which is another story%s")
	},
}
