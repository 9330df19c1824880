// Package parser turns one document into articles: decode (bytes to UTF-8),
// blocks (lines of text or elements of HTML, each with its span), label
// (fields found), strip (repeats and boilerplate marked), article.
//
// Stages mark blocks and never delete them, so that every article carries
// the ledger of its whole part of the document.
//
// # The room
//
// parser.go has Parse and the order of the stages of text, html.go that of the
// stages of web pages. What comes out is in article.go and block.go.
//
// Bytes become text in decode*.go, entity.go and direction.go; html_detect.go tells a
// web page, and one that is only a frame about plain text, fragment.go the layout of an
// article without a page, record.go a file of marked-up records, literal*.go what programs
// print of their lists and objects. read.go makes blocks of the lines of text, tag.go
// takes tags off them, variant.go and markdown.go other spaces, accents and links; articles*.go, record.go and, for files of any size, splitter.go find
// where articles begin.
//
// A draft (draft.go) is an article in the making, which the stages of text share.
// What is known of its lines is in text.go, signs.go and wrap.go, the memory that
// drafts hand on in memory.go. The stages:
//
//	segment*.go       cut lines that hold several fields
//	label*.go, key.go  find what labels and other keys announce, field.go keeps it
//	record_field.go, stated.go  what the elements of records and fields of JSON Lines hold
//	event.go          boxes that say when and where something is to be
//	export.go         articles that a press database printed
//	strip*.go         boilerplate by the rules, and what stands around it
//	inspect.go, appeal.go  what a site says to its readers, by words and by sentences
//	noise.go, links.go, code.go, desk.go, running_head.go, printout.go  boilerplate by its shape
//	date*.go, number.go, headline*.go, breadcrumb.go, letterhead.go, deck.go, byline.go,
//	reporter.go, posted.go, lead.go  fields that nothing announces
//	salutation.go, contact.go, signed.go  whom a letter greets, who signs it and how they are reached
//	repeat.go         the headline again
//	stray.go          lines about clean text, by the line model
//	dump*.go          all of it for dumps of whole pages, by the line model
//	dateline.go       place and agency on a line of their own, which go with the text
//	verdict.go, noarticle.go  whether there is an article
//	body.go           the text
//
// A page (html.go) is the same for web pages, whose blocks and probabilities
// come from package htmlpage. Fields are chosen among candidates
// (html_candidate.go): headlines in html_title.go; authors in html_author.go,
// html_writers.go, html_byline.go and html_names.go; dates in html_date.go, html_moments.go,
// html_near.go and html_address.go; identifiers in html_fields.go and html_id.go.
// html_fill.go, html_answers.go and html_program.go add to the body that the model
// has found;
// html_others.go, html_stories.go, html_boxes.go, html_copies.go, html_records.go and html_body.go,
// which joins it, take from it; html_walls.go decides whether there is an article.
// html_ledger.go makes the ledger.
//
// What is asked of any text: plain_title.go, words.go, letters.go, digits.go, names.go,
// list_mark.go, needle.go.
package parser
