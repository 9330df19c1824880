package check

var duplicateBody = &Rule{
	ID:       "duplicate-body",
	Severity: Warning,
	Title:    "the body is that of another article, letter for letter",
	Why:      "A page that was fetched under two addresses counts twice in every statistic, and stands on both sides of a split into training and test data. The one that was published first has no finding.",
	Mend:     "Keep the first one; look for addresses that differ only in parameters.",
	Fires: Example{Files: []File{
		{"a.txt", "News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose},
		{"b.txt", "News ID: 42\nPublished: 2020-10-07 08:30 GMT\n\nBridge is open\n\n" + prose},
	}},
	Quiet: Example{Files: []File{
		{"a.txt", "News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose},
		{"b.txt", "News ID: 42\nPublished: 2020-10-07 08:30 GMT\n\nFerry stays\n\nThe ferry beside the bridge stays in service, the council said on Wednesday.\n"},
	}},
	corpus: func(c *corpus) {
		c.groups(func(i int32) uint64 { return c.at(i).body }, func(group []int32) {
			for _, i := range group[1:] {
				c.report(i, c.at(i).line, group, "the body is that of %s, letter for letter%s", c.location(group[0]), among(group))
			}
		})
	},
}
