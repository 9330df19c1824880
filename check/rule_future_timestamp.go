package check

import (
	"time"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

var futureTimestamp = &Rule{
	ID:       "future-timestamp",
	Severity: Error,
	Title:    "the article was published in the future",
	Why:      "The date of an event, or a date whose day and month were exchanged, was taken for that of publication. Only checked against --now, as a report must not depend on the clock.",
	Mend:     "See with `unscrape explain` which line the date comes from.",
	Fires:    Example{Flags: []string{"--now", "2020-10-05T12:00:00Z"}, Files: one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose).Files},
	Quiet:    Example{Flags: []string{"--now", "2020-10-06T12:00:00Z"}, Files: one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose).Files},
	article: func(s *subject) {
		now := s.options.Now
		if !now.IsZero() && !s.Timestamp.IsZero() && earliest(s.Timestamp).After(now) {
			s.report(s.field(parser.Date), "published at %s, which is after %s", s.Timestamp, now.UTC().Format(time.RFC3339))
		}
	},
}

// earliest is the first moment that a timestamp may mean: without a zone it
// may be local time as far east as UTC+14.
func earliest(t timestamp.Timestamp) time.Time {
	if t.Zone == timestamp.NoZone {
		return t.Time.Add(-14 * time.Hour)
	}
	return t.Time
}
