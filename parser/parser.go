// Package parser turns one document into articles: decode (bytes to UTF-8),
// blocks (lines of text or elements of HTML, each with its span), label
// (fields found), strip (repeats and boilerplate marked), article.
//
// Stages mark blocks and never delete them, so that every article carries
// the ledger of its whole part of the document.
package parser

// Format says how a document is to be read.
type Format uint8

const (
	Auto Format = iota // by content
	Text
	HTML
)

// Hints are what the container of a document knows about it. The zero value
// means that nothing is known.
type Hints struct {
	Name    string // becomes Article.Source
	Format  Format
	Charset string // as declared by HTTP or MIME; "" when not declared
	URL     string // address the document was fetched from; "" when unknown
}
