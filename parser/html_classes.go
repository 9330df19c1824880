package parser

import (
	"slices"
	"strings"

	"unscrape/parser/htmlpage"
)

// Words in the classes and identifiers of elements, in lower case. They tell what an element
// is; the weights of package htmlpage, which the model sees, tell it of all others.
var (
	// of text that is read out only, or that search engines are asked to leave alone, and of
	// what who writes in a forum has below each message
	unheard = []string{"signature", "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "robots-nocontent"}

	// of tables that a wiki sets beside or below its text: facts in short, links to pages
	// alike, notices to writers
	wikiBoxes = []string{"infobox", "navbox", "ambox", "mbox-"}

	// of boxes that offer a newsletter or a subscription
	offers = []string{"newsletter", "subscribe", "subscription", "signup", "sign-up", "paywall", "mc4wp", "optin"}

	// of boxes that share an article, sort it or lead to others
	elsewhere = []string{"share", "sharing", "social", "related", "recommend", "readmore", "read-more", "read-also", "readalso", "tags", "breadcrumb", "toolbar", "tools", "links", "pagination", "pager", "post-nav"}

	// of numbers that say how many have read an article, and what they think of it
	figureParts = []string{"views", "count", "rating", "votes"}

	// of what describes a picture
	describes = []string{"img_desc", "img-desc", "imgdesc", "photo_desc", "photo-desc", "pic_desc", "pic-desc", "picdesc", "piccap", "pic-cap", "imgcap", "img-cap", "wp-caption"}

	// the whole class of the same
	captions = []string{"caption", "photo-caption", "image-caption", "img-caption"}

	// of cells with a line of program text, and of the numbers of its lines
	codeCells   = []string{"blob-code", "ln-code", "rouge-code"}
	lineNumbers = []string{"gutter", "lineno", "line-number", "lntd", "crayon-num"}

	// of bylines
	bylineWords = []string{"author", "byline", "writer", "contributor", "autor", "journalist"}

	// of authors' names, in the languages in which classes are written, and of what stands
	// beside these names
	writerWords = []string{"author", "byline", "autor", "auteur", "reporter", "journalist", "writer", "szerzo", "yazar", "muhabir", "penulis", "forfatter", "skribent"}
	besideName  = []string{"bio", "desc", "position", "title", "role", "job", "info", "social", "link", "more", "post", "about", "count", "label", "date", "time", "meta", "comment", "location", "email", "follow", "avatar", "prefix"}
)

// classSays reports whether class or identifier of an element or of the two around it contain
// one of the words.
func (d *page) classSays(e int32, words ...string) bool {
	for n := 0; n < 3 && e > 0; n++ {
		el := &d.html.Elems[e]
		if hasPart(el, words) {
			return true
		}
		e = el.Parent
	}
	return false
}

// hasPart reports whether class or identifier of an element contain one of the words.
func hasPart(e *htmlpage.Elem, words []string) bool {
	return (e.Class != "" || e.ID != "") && (hasWordOf(e.Class, words) || hasWordOf(e.ID, words))
}

// hasClass reports whether an element has one of some classes, in small letters.
func hasClass(e *htmlpage.Elem, names []string) bool {
	for class := range strings.FieldsSeq(e.Class) {
		if slices.Contains(names, strings.ToLower(class)) {
			return true
		}
	}
	return false
}

func hasWordOf(class string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return containsFold(class, w) })
}

// containsFold reports whether s contains word, which is in lower case, or
// word with a capital.
func containsFold(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word[1:])
		if i < 0 {
			return false
		}
		if i += from; i > 0 && s[i-1]|0x20 == word[0] {
			return true
		}
		from = i + 1
	}
}
