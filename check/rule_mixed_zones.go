package check

var mixedZones = &Rule{
	ID:       "mixed-zones",
	Severity: Warning,
	Title:    "some articles of a folder state a time zone, and others do not",
	Why:      "Times with and without a zone cannot be put in one order: 08:30 may be before or after 07:00 UTC.",
	Mend:     "State the zone of the times that have none with --assume-tz.",
	Unit:     "articles of each kind that a folder must have",
	Limit:    2,
	Fires: Example{Files: append(pages("", 2, "News ID: 4%[1]d\nPublished: 2020-10-%[1]d 08:30 GMT\n\nBridge %[1]d opens again\n\n"+prose),
		File{"x.txt", "News ID: 51\nPublished: 2020-10-07 09:30\n\nFerry stays\n\n" + prose},
		File{"y.txt", "News ID: 52\nPublished: 2020-10-08 09:30\n\nFerry goes\n\n" + prose})},
	Quiet: Example{Files: append(pages("", 2, "News ID: 4%[1]d\nPublished: 2020-10-%[1]d 08:30 GMT\n\nBridge %[1]d opens again\n\n"+prose),
		File{"x.txt", "News ID: 51\nPublished: 2020-10-07 09:30 GMT\n\nFerry stays\n\n" + prose})},
	corpus: func(c *corpus) {
		stated, local := make([]int, len(c.folders)), make([]int, len(c.folders))
		for i := range int32(c.n) {
			e := c.at(i)
			switch e.facts & (hasClock | hasZone) {
			case hasClock | hasZone:
				stated[e.folder]++
			case hasClock:
				local[e.folder]++
			}
		}
		for i, f := range c.folders {
			if least := int(c.threshold()); stated[i] >= least && local[i] >= least {
				c.reportOn(f.name, "", "%s state a time zone, and %d do not", plural(stated[i], "article"), local[i])
			}
		}
	},
}
