package parser

// What rules match and where they may stand is data (package rules). What else follows
// from some of them is decided by their names.
const (
	readerAppeal   = "reader-appeal"   // asks readers for something
	followLine     = "follow-line"     // the same
	navigationLine = "navigation-line" // words of menus
	loginForm      = "login-form"      // fields and links of a form to log in
	paywall        = "paywall"         // stands in the place of an article or, behind some of its text, of the rest
	viewsTalk      = "views-talk"      // whose the views on a site are: the last sentence of many

	pollButton = "poll-button" // below the answers of a poll
	pollHead   = "poll-head"   // heading of a question to readers

	relatedInline = "related-inline" // link to another article on one line with its headline
	relatedHead   = "related-head"   // heading of a list of them
	relatedWord   = "related-word"   // the same, shorter

	pictureCredit = "picture-credit" // who took or owns a picture
	pictureOwner  = "picture-owner"  // who gave it and who may sell it
	pictureAgency = "picture-agency" // who sells it

	endOrnament = "end-ornament"  // row of signs
	endWord     = "end-word-bare" // word for the end without signs about it
)

// appealRules are the rules for sentences that ask readers for something.
var appealRules = map[string]bool{readerAppeal: true, followLine: true, "newsletter": true, "support-appeal": true}

// openRules are the rules with the first words of what a site says to its readers, which
// what an article says to them begins with too.
var openRules = map[string]bool{readerAppeal: true, followLine: true, "reproduction-notice": true}

// callRules are the rules for lines that call readers to follow the site.
var callRules = map[string]bool{"call-to-readers": true, "call-to-readers-unspaced": true}

// saidByTheSite are the rules for other whole sentences that the site says to its readers
// between those of an article, and for the time that reading takes.
var saidByTheSite = map[string]bool{readerAppeal: true, followLine: true, "follow-ending": true, "view-counter": true}

// withoutStop are the rules for questions and buttons, which end with no full stop as a
// sentence does that tells of them.
var withoutStop = map[string]bool{"related-talk": true, "rate-talk": true, "newsletter-talk": true}

// noticeRules are the rules for notices that are as long as paragraphs.
var noticeRules = map[string]bool{"copyright": true, "reproduction-notice": true, "export-notice": true, "mail-footer": true}

// inserts are the rules for lines that pages put between the paragraphs of a text.
var inserts = map[string]bool{relatedInline: true, pageNumber: true, "advertisement": true, pictureCredit: true}
