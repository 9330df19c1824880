package htmlpage

import (
	"golang.org/x/net/html/atom"
)

// rawness says how the tokenizer reads the content of an element.
type rawness uint8

const (
	notRaw  rawness = iota
	rawKeep         // text up to the end tag
	rawCut          // text that is no text of the page: scripts and style sheets
	rawRest         // text up to the end of the file
)

func rawKind(name string) rawness {
	switch len(name) {
	case 3, 5, 6, 7, 8, 9:
	default:
		return notRaw
	}
	switch name {
	case "script", "style":
		return rawCut
	case "title", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp":
		return rawKeep
	case "plaintext":
		return rawRest
	}
	return notRaw
}

// isVoid reports whether an element has no content.
func isVoid(name string) bool {
	switch atom.Lookup([]byte(name)) {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Keygen, atom.Basefont, atom.Bgsound:
		return true
	}
	return false
}

// countsForDepth reports whether an element's tags come in pairs, as a rule.
// Those whose end tag is optional would make an ordinary page look deep.
func countsForDepth(name string) bool {
	switch atom.Lookup([]byte(name)) {
	case atom.P, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot,
		atom.Option, atom.Optgroup, atom.Colgroup, atom.Caption, atom.Rp, atom.Rt, atom.Html, atom.Head, atom.Body:
		return false
	}
	return !isVoid(name)
}

// isDrawing reports whether an element of svg has no text of its own.
func isDrawing(name string) bool {
	switch name {
	case "path", "g", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "defs", "stop", "symbol":
		return true
	}
	return false
}

// isPicture reports whether an element is void and makes no difference to the
// tree once there is text in the page.
func isPicture(name string) bool { return name == "img" || name == "source" || name == "track" }

// passed are elements without text that stand between a text and the one before.
type passed uint8

const (
	passedPicture passed = 1 << iota
	passedRule
)

// passedBy is what is passed with a start tag.
func passedBy(name string) passed {
	switch name {
	case "img", "picture", "amp-img":
		return passedPicture
	case "hr":
		return passedRule
	}
	return 0
}

// endsForeign reports whether the start tag of an HTML element ends svg and
// math around it (WHATWG HTML, 13.2.6.5).
func endsForeign(name string) bool {
	switch name {
	case "b", "big", "center", "code", "em", "embed", "i", "img", "listing", "menu", "nobr", "pre", "ruby", "s", "small",
		"span", "strong", "strike", "sub", "sup", "tt", "u", "var":
		return true
	case "html", "link", "base", "title", "section", "article", "aside", "main", "nav", "header", "footer", "thead",
		"tbody", "tfoot", "tr", "td", "th", "form", "fieldset", "figure", "figcaption", "address", "option", "select",
		"optgroup", "path", "g", "symbol", "defs":
		return false
	}
	return isBlockName(name)
}

// isBlockName reports whether white space beside an element's tags is no text.
func isBlockName(name string) bool {
	switch name {
	case "html", "head", "body", "meta", "link", "base", "title", "div", "p", "ul", "ol", "li", "dl", "dt", "dd",
		"h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "aside", "main", "nav", "header", "footer",
		"table", "thead", "tbody", "tfoot", "tr", "td", "th", "form", "fieldset", "figure", "figcaption",
		"blockquote", "address", "hr", "br", "option", "select", "optgroup", "path", "g", "symbol", "defs":
		return true
	}
	return false
}

func isInlineName(name string) bool {
	return displayOf(atom.Lookup([]byte(name))) == inline
}

// display says what an element does to the text around and in it.
type display uint8

const (
	inline   display = iota
	block            // begins and ends a block
	boxed            // stands in a line of text, but is none of it: buttons, menus, players
	unseen           // its text is not shown
	skipped          // its text is no text
	lineStop         // br
	rule             // hr
)

func displayOf(a atom.Atom) display {
	switch a {
	case atom.Script, atom.Style:
		return skipped
	case atom.Br:
		return lineStop
	case atom.Hr:
		return rule
	case atom.Head, atom.Title, atom.Noscript, atom.Iframe, atom.Template, atom.Noembed, atom.Noframes,
		atom.Audio, atom.Video, atom.Canvas:
		return unseen
	case atom.Button, atom.Select, atom.Option, atom.Optgroup, atom.Textarea, atom.Object, atom.Svg, atom.Datalist, atom.Label:
		return boxed
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
		atom.Hgroup, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.P, atom.Plaintext, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp:
		return block
	}
	return inline
}
