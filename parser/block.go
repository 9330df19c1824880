package parser

// Span is a half-open byte range [Start, End) of the decoded text of a
// document. 0 <= Start <= End <= len(text), except for Unknown.
type Span struct{ Start, End int }

// Unknown is the span of a block whose place in the source could not be
// established. It occurs in documents read as HTML only.
var Unknown = Span{-1, -1}

// Len is the length of the span in bytes; 0 for Unknown.
func (s Span) Len() int { return s.End - s.Start }

// Kind says what a block is to the article.
type Kind uint8

const (
	Blank       Kind = iota // white space and invisible characters only
	Field                   // a field, or the label of one
	Body                    // text of the article
	Repeat                  // the headline again
	Boilerplate             // everything else that is visible
	Hidden                  // text that the page does not show, or markup without text
)

var kindNames = [...]string{"blank", "field", "body", "repeat", "boilerplate", "hidden"}

// String is the name of the kind as the ledger prints it.
func (k Kind) String() string { return kindNames[k] }

// Role names the field that a block of kind Field belongs to.
type Role uint8

const (
	NoRole       Role = iota
	ID                // identifier of the article
	Date              // time of publication
	ModifiedDate      // time of the last change
	Title             // headline
	Byline            // authors
	URL               // address of the article
	Language          // language of the article
	BodyLabel         // the words that announce the text, as in "Content:"
	OtherField        // a labelled value that the record does not keep
)

var roleNames = [...]string{"", "id", "timestamp", "modified", "title", "authors", "url", "language", "body", "other"}

// String is the name of the role as the ledger prints it; "" for NoRole.
func (r Role) String() string { return roleNames[r] }

// Join says how a body block follows the body block before it.
type Join uint8

const (
	Paragraph Join = iota // begins a paragraph
	LineBreak             // a line of its own within the paragraph
	Wrapped               // continues the line before: joined by one space, or by none between ideographs
)

// A Block is a line of text, or the part of a line that has one kind, or a
// block element of HTML.
//
// In text the spans of a document's blocks follow one another without gap or
// overlap, line ends included, so that joined they give the decoded text back.
type Block struct {
	Span   Span
	Text   string // what a reader sees: entities decoded, invisible characters and outer white space gone; of lines that are no text of the article also with plain spaces and composed letters (variant.go)
	Kind   Kind
	Role   Role // for Field
	Join   Join // for Body
	Reason Reason
	Markup *Markup // nil for plain text
}

// Markup is what HTML tells about a block.
type Markup struct {
	Tag         string  // name of the element; "" for names that HTML has not
	LinkDensity float32 // share of the text's characters inside links, 0 to 1
	Landmark    string  // nearest landmark: "article", "main", "nav", "aside", "header", "footer", or ""
	Depth       int     // number of ancestors below body
	Heading     int     // 1 to 6 for h1 to h6, else 0
}
