package check

var ambiguousTimestamp = &Rule{
	ID:       "ambiguous-timestamp",
	Severity: Warning,
	Title:    "the date can be read in more than one way",
	Why:      "06/10/2020 is in June or in October. The timestamp is null then, as a wrong date is worse than none.",
	Mend:     "When all dates of the source have one order, state it with --date-order dmy, mdy or ymd.",
	Fires:    one("News ID: 41\nPublished: 06/10/2020\n\nBridge opens again\n\n" + prose),
	Quiet:    one("News ID: 41\nPublished: 26/10/2020\n\nBridge opens again\n\n" + prose),
	article: func(s *subject) {
		if w := s.warning("ambiguous-timestamp"); w != nil {
			s.report(w.Span, "%s", w.Message)
		}
	},
}
