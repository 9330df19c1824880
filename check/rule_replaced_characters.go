package check

import "strings"

var replacedCharacters = &Rule{
	ID:       "replaced-characters",
	Severity: Warning,
	Title:    "characters are lost",
	Why:      "U+FFFD stands where bytes could not be decoded, here or by the scraper. The letters cannot be had back from this file.",
	Mend:     "Fetch the page again and keep its bytes, with the charset that the server declares.",
	Unit:     "lost characters that are too many",
	Limit:    1,
	Fires:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nCaf\ufffd opens again\n\n" + prose),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nCafé opens again\n\n" + prose),
	article: func(s *subject) {
		if !s.bytes["\ufffd"[0]] {
			return
		}
		n := strings.Count(s.Title, "\ufffd") + strings.Count(s.Body, "\ufffd")
		if n == 0 || n < int(s.threshold) {
			return
		}
		for _, p := range append([]passage{s.headline()}, s.body()...) {
			if strings.Contains(p.text, "\ufffd") {
				s.reportWords(p, "\ufffd", "%s lost (U+FFFD)", plural(n, "character"))
				return
			}
		}
	},
}
