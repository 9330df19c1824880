// Package linemodel tells the lines of an article from the navigation,
// notices, related stories and comments around it in the text of a whole
// page.
package linemodel

// A Line is one line of text that is not blank, or one block of a page.
type Line struct {
	Text        string // as it stands in the dump: outer white space is evidence
	BlankBefore int    // blank lines before it
}
