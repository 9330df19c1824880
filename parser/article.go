package parser

import "unscrape/parser/timestamp"

// An Article is what one document, or one of the articles in it, holds.
// Its strings may alias the decoded text of the document.
type Article struct {
	ID        string              // identifier as written, digits of all scripts as ASCII; "" when absent
	Timestamp timestamp.Timestamp // time of publication; zero when absent
	Title     string              // headline; "" when absent
	Body      string              // paragraphs separated by one blank line; "" when the document is no article
	Authors   []string            // names without "By"; nil when absent
	Modified  timestamp.Timestamp // time of the last change; zero when absent
	URL       string              // "" when absent
	Language  string              // BCP 47 tag that the document states; "" when it states none
	Source    string              // the input's name, as the user gave it
	Captured  string              // when the document was fetched or sent, as its container writes it; "" when unknown

	Text       string // decoded text of the whole document, which the spans of the ledger index
	Encoding   Encoding
	Warnings   []Warning   // what went wrong or remained in doubt, in the order found; nil when nothing did
	Candidates []Candidate // what a web page offers for its fields; nil for text
	Ledger     []Block     // all blocks of the article's part of the document, in order

	room []Block // of the ledgers of all articles of the document, for Recycle; nil but for its first one
}

// isNone takes what was found of an article away, for it is none. What is known of
// the document stays.
func (a *Article) isNone(why string) {
	a.ID, a.Title, a.Authors = "", "", nil
	a.Timestamp, a.Modified = timestamp.Timestamp{}, timestamp.Timestamp{}
	a.Warnings = append(a.Warnings, Warning{"no-article", why, Unknown})
}

// Encoding says how the bytes of a document became text. Names are those of
// the WHATWG Encoding Standard, lower case.
type Encoding struct {
	Declared string // by the document or its container; "" when not declared
	Detected string // by byte order mark or by the bytes themselves; "" when not needed
	Used     string // what the bytes were decoded with
	Replaced int    // number of U+FFFD written for bytes that could not be decoded
}

// A Warning is a doubt about an article that did not stop it.
type Warning struct {
	Code    string // stable, kebab-case: "ambiguous-timestamp", "replaced-characters", "deep-nesting", ...
	Message string // one sentence for people, without a full stop
	Span    Span   // where; Unknown when it concerns the whole document
}
