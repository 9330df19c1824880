package parser

// What rules match and where they may stand is data (package rules). What else follows
// from some of them is decided by their ids, all of which are here.

// Rules for boilerplate.
const (
	readerAppeal   = "reader-appeal"   // asks readers for something
	followLine     = "follow-line"     // the same
	newsletter     = "newsletter"      // offers one
	navigationLine = "navigation-line" // words of menus
	shareLine      = "share-line"      // buttons to share a text
	networkLine    = "network-line"    // name of a network, which is one
	loginForm      = "login-form"      // fields and links of a form to log in
	paywall        = "paywall"         // stands in the place of an article or, behind some of its text, of the rest
	errorPage      = "error-page"      // a server says that the page is not to be had
	viewsTalk      = "views-talk"      // whose the views on a site are: the last sentence of many
	viewCounter    = "view-counter"    // how often a text is read
	relativeTime   = "relative-time"   // as readers' comments have it: "2 hours ago"
	pageNumber     = "page-number"     // of print

	pollButton = "poll-button" // below the answers of a poll
	pollHead   = "poll-head"   // heading of a question to readers

	relatedInline = "related-inline" // link to another article on one line with its headline
	relatedHead   = "related-head"   // heading of a list of them
	relatedWord   = "related-word"   // the same, shorter

	aboutAuthor  = "about-author"  // heading of a note about the author
	postedNotice = "posted-notice" // who posted an entry of a blog, and when
	genre        = "genre"         // kind of text in a paper
	exportCover  = "export-cover"  // what exports state of an article

	releaseKind = "release-kind" // what an office calls the kind of text that it sends out
	actKind     = "act-kind"     // kind of an act
	deskLine    = "desk-line"    // desk that a text is from

	pictureCredit = "picture-credit" // who took or owns a picture
	pictureOwner  = "picture-owner"  // who gave it and who may sell it
	pictureAgency = "picture-agency" // who sells it

	endOrnament = "end-ornament"  // row of signs
	endWord     = "end-word-bare" // word for the end without signs about it
)

// Rules for labels.
const (
	descriptionLabel = "description" // of a summary, which is all the text of some records
	deckLabel        = "deck"        // of the sentence below a headline
	subjectLabel     = "subject"     // of what a mail is about, which indexes have too
	matterLabel      = "matter"      // the same, of letters too: no headline by itself
	sourceLabel      = "source"      // of the paper that a text is from
	sectionLabel     = "section"     // of the part of a site or of a paper
	tagsLabel        = "tags"        // of keywords
	counterLabel     = "counter"     // of how often and how long a text is read
	contactLabel     = "contact"     // of how an office is reached
	otherHandLabel   = "other-hand"  // of those who had a hand in a text but are not its writers
	venueLabel       = "venue"       // of a place: of an event, or where an article was written
	createdLabel     = "created"     // of the time when a text was written, that of its publication when nothing else states one
	genericDateLabel = "date-label"  // that say no more than "Date:", which events have too
	bareDateLabel    = "date-bare"   // the same in languages that need no colon behind it
)

// appealRules are the rules for sentences that ask readers for something.
var appealRules = map[string]bool{readerAppeal: true, followLine: true, newsletter: true, "support-appeal": true}

// openRules are the rules with the first words of what a site says to its readers, which
// what an article says to them begins with too.
var openRules = map[string]bool{readerAppeal: true, followLine: true, "reproduction-notice": true}

// callRules are the rules for lines that call readers to follow the site.
var callRules = map[string]bool{"call-to-readers": true, "call-to-readers-unspaced": true}

// saidByTheSite are the rules for other whole sentences that the site says to its readers
// between those of an article, and for the time that reading takes.
var saidByTheSite = map[string]bool{readerAppeal: true, followLine: true, "follow-ending": true, "affiliate-talk": true, viewCounter: true}

// withoutStop are the rules for questions and buttons, which end with no full stop as a
// sentence does that tells of them.
var withoutStop = map[string]bool{"related-talk": true, "rate-talk": true, "newsletter-talk": true}

// formRules are the rules for lines of forms and of choices that pages ask for.
var formRules = map[string]bool{newsletter: true, loginForm: true, paywall: true, "cookie-notice": true, "cookie-button": true}

// noticeRules are the rules for notices that are as long as paragraphs.
var noticeRules = map[string]bool{"copyright": true, "reproduction-notice": true, "export-notice": true, "mail-footer": true}

// inserts are the rules for lines that pages put between the paragraphs of a text.
var inserts = map[string]bool{relatedInline: true, pageNumber: true, "advertisement": true, pictureCredit: true}
