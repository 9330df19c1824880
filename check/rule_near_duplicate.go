package check

var nearDuplicate = &Rule{
	ID:       "near-duplicate",
	Severity: Warning,
	Title:    "the body is almost that of another article",
	Why: "An article that was corrected or sent again is the same story with a few other words. " +
		"The one that was published first has no finding. Bodies of 400 bytes and more are compared by their simhashes of 64 bits; a copy of a copy is a copy.",
	Mend:  "Keep one version of the story; the newest is usually the one to keep.",
	Unit:  "bits in which simhashes may differ, at most 6 (unrelated articles differ in about 32)",
	Limit: 6,
	Fires: Example{Files: pages("", 2, tunnel)},
	Quiet: Example{Files: []File{
		pages("", 1, tunnel)[0],
		{"bridge.txt", "News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose +
			"\nThe ferry beside it stays in service until the end of the year, so that cyclists who do not trust the wind on the bridge " +
			"have another way. It has carried forty thousand of them since January, and a third of these came twice a day.\n"},
	}},
	corpus: func(c *corpus) {
		c.groups(func(i int32) uint64 { return uint64(c.story[i]) + 1 }, func(group []int32) {
			for _, i := range group[1:] {
				if c.exact[i] == i {
					c.report(i, c.at(i).line, group, "the body is almost that of %s%s", c.location(group[0]), among(group))
				}
			}
		})
	},
}
