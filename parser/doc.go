// Package parser turns one document into articles: decode (bytes to UTF-8),
// blocks (lines of text or elements of HTML, each with its span), label
// (fields found), strip (repeats and boilerplate marked), article.
//
// Stages mark blocks and never delete them, so that every article carries
// the ledger of its whole part of the document.
//
// # Reading
//
// parser.go has Parse and the order of the stages of text, html.go that of the
// stages of web pages. What comes out is in article.go and block.go.
//
//	decode.go, decode_line.go  bytes become text, and text lines
//	entity.go, direction.go    what a reader sees of a piece of text
//	read.go                    the lines of a text become blocks
//	variant.go, markdown.go    other spaces and accents, links of Markdown: read as plain, given as written
//	tag.go                     tags, wherever they stand in a text
//	html_detect.go             what is a web page, and which is only a frame about plain text
//	fragment.go                the layout of an article without a page
//	record.go, record_field.go files of marked-up records and what their elements hold
//	literal.go, literal_reader.go  lists and objects as programs print them
//	stated.go                  fields of the container
//	articles.go, articles_heads.go  where the articles of a file begin, and the same in
//	splitter.go                for files of any size
//
// # Text
//
// A draft (draft.go) is an article in the making, which the stages of text share and whose
// blocks they cut (cut.go). What is known of its lines is in text.go, signs.go and wrap*.go,
// where its running text stands in prose.go, the memory that drafts and blocks hand on in
// memory.go. The stages:
//
//	segment*.go       cut lines that hold several fields
//	label*.go, key.go find what labels and other keys announce, field.go keeps it
//	event.go          boxes that say when and where something is to be
//	export.go         articles that a press database printed
//	strip*.go         boilerplate by the rules, and what stands around it
//	rule_ids.go, reason.go  rules and reasons that the stages know by their ids and words
//	inspect.go, appeal.go  what a site says to its readers, by words and by sentences
//	noise.go, links.go, code.go, desk.go, printout.go  boilerplate by its shape
//	date*.go, number.go, headline*.go, breadcrumb.go, letterhead.go, deck.go, byline*.go,
//	reporter.go, posted.go, lead.go  fields that nothing announces
//	dateline.go       place and agency on a line of their own, which go with the text
//	signature.go, letter.go  who signs a text, whom a letter greets and how its senders are reached
//	repeat.go, contents.go  the headline again, and the subheadings
//	stray.go          lines about clean text, by the line model
//	dump.go           all of it for dumps of whole pages, by the line model, in dump_*.go
//	verdict.go, noarticle.go  whether there is an article
//	body.go           the text
//
// # Pages
//
// html.go is the same for web pages, whose blocks and probabilities come from package
// htmlpage. Fields are chosen among what the page offers; the body is what the model has
// found, with what other stages add to it and take from it.
//
//	html_title.go     headlines
//	html_site.go      the name of a site in headings and titles
//	html_author.go, html_writers.go, html_byline.go, html_names.go  authors
//	html_date.go, html_moments.go, html_shown.go  dates, those of the metadata and those that are shown
//	html_id.go        identifiers
//	html_classes.go   what elements are by their classes
//	html_fill.go, html_program.go  add to the body
//	html_rules.go, html_boxes.go, html_cards.go, html_others.go, html_repeats.go, html_tail.go  take from it
//	html_verdict.go   whether there is an article
//	html_article.go   the body, the ledger and what was offered for each field
//
// # Any text
//
// What is asked of any text: plain_title.go, words.go, letters.go, digits.go, names.go with
// name_*.go, list_mark.go, needle.go. Words of languages are in vocabulary.txt, by class
// (vocabulary.go).
package parser
