package check

var tooManyFindings = &Rule{
	ID:       "too-many-findings",
	Severity: Error,
	Title:    "more findings of a rule than the gate allows",
	Why: "Some gaps are normal: a few articles of any site state no date. `--max RULE=2%` closes the gate when there are more. " +
		"A rule with a gate does not fail the run by itself: its findings are reported, and count only together.",
	Mend:  "Look at the findings of the rule, or raise the gate.",
	Fires: Example{Flags: []string{"--max", "missing-timestamp=10%"}, Files: one("News ID: 41\n\nBridge opens again\n\n" + prose).Files},
	Quiet: Example{Flags: []string{"--max", "missing-timestamp=1"}, Files: one("News ID: 41\n\nBridge opens again\n\n" + prose).Files},
	gate: func(c *corpus, s *Summary) {
		for _, m := range c.options.Max {
			if n := s.Findings[m.Rule.ID]; m.exceeded(n, s.Articles) {
				c.reportOn("", m.Rule.ID, "%s: %s in %s (%s), at most %s allowed",
					m.Rule.ID, plural(n, "finding"), plural(s.Articles, "article"), percent(n, s.Articles), m)
			}
		}
	},
}
