package check

var duplicateID = &Rule{
	ID:       "duplicate-id",
	Severity: Error,
	Title:    "another article has the same id",
	Why:      "Whoever stores articles by id keeps only the last one of them.",
	Mend:     "Look at where the id comes from; when articles of several sites are checked together, check each site by itself.",
	Fires: Example{Files: []File{
		{"a.txt", "News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose},
		{"b.txt", "News ID: 41\nPublished: 2020-10-07 08:30 GMT\n\nFerry stays\n\nThe ferry beside the bridge stays in service, the council said on Wednesday.\n"},
	}},
	Quiet: Example{Files: []File{
		{"a.txt", "News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose},
		{"b.txt", "News ID: 42\nPublished: 2020-10-07 08:30 GMT\n\nFerry stays\n\nThe ferry beside the bridge stays in service, the council said on Wednesday.\n"},
	}},
	corpus: func(c *corpus) {
		c.different(func(i int32) uint64 { return c.at(i).id }, "the id is that of %s, which is another story%s")
	},
}
