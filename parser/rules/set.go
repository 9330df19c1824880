// Package rules is what unscrape knows about the words of news pages, as data:
// labels of fields ("News ID:", "تاریخ انتشار", "发布时间") and lines that are
// no part of an article (share buttons, captchas, copyright notices). The YAML
// files of this folder hold it; each says at its top how to add to it.
//
// A phrase matches a line whatever the case, accents, kinds of quotes, dashes,
// digits and white space, and whatever bullets or brackets surround it. A line
// that matches nothing is given up at its first letters, without allocation.
package rules

import (
	_ "embed"
	"slices"
	"sync"
	"unicode/utf8"
)

//go:generate go test -run TestBuiltinAgreesWithFiles -update .

// builtin is the compact form of the YAML files, written by go generate.
//
//go:embed builtin.bin
var builtin string

// A Place says where in a document a rule may match.
type Place uint8

const (
	Any  Place = iota // also between paragraphs
	Head              // before the first paragraph
	Tail              // behind the last paragraph
	Edge              // before the first or behind the last paragraph
)

// Meaning is what a matching line says about the lines around it.
type Meaning uint8

const (
	Nothing   Meaning = iota
	End               // the article ends here: what follows is tail
	Related           // short lines that follow are links to other articles
	Comments          // what follows was written by readers
	NoArticle         // a document without prose that has this line is no article
	Caption           // words before it on its line are those of a picture
	Posted            // it states when its text was published, and perhaps by whom
)

var (
	placeNames   = []string{"any", "head", "tail", "edge"}
	meaningNames = []string{"", "end", "related", "comments", "no-article", "caption", "posted"}
)

// String is the place as rule files write it.
func (p Place) String() string { return placeNames[p] }

// String is the meaning as rule files write it; "" for Nothing.
func (m Meaning) String() string { return meaningNames[m] }

// A Rule recognises lines of boilerplate.
type Rule struct {
	ID    string
	Why   string // one sentence for people
	At    Place
	Means Meaning
	Drop  []string // examples of lines that match
	Keep  []string // examples of lines that do not

	whole  bool // phrases fill the line; otherwise they begin it or, if ends, end it
	ends   bool
	framed bool // signs stand before and behind the phrase
	within int  // runes that a line may have, when phrases do not fill it
}

// Is reports whether r is the rule with one of the ids; nil is none.
func (r *Rule) Is(ids ...string) bool { return r != nil && slices.Contains(ids, r.ID) }

// Says reports whether r means m; a nil rule says nothing.
func (r *Rule) Says(m Meaning) bool { return r != nil && r.Means == m }

// A Label recognises the words that announce a field.
type Label struct {
	ID    string
	Role  string // "id", "timestamp", "modified", "title", "authors", "url", "language", "body" or "other"
	Shape Shape  // of the values

	Bare   bool // works without a separator, before a value that has the shape
	Strict bool // works only before a value that has the shape, with a separator or without
	Alone  bool // works on a line of its own, without a separator
	Code   bool // a field code: capitals as written, two spaces before the value
}

// A Set is rules and labels ready to match. It never changes and may be used
// by several goroutines.
type Set struct{ parts []*part }

// A part is what was compiled together.
type part struct {
	rules   []*Rule
	labels  []*Label
	langs   []string // by number in the indexes; "" for phrases of no language
	line    index    // of phrases of rules
	label   index    // of phrases of labels
	chrome  index    // of words of menus and buttons
	end     index    // of phrases that end lines, backwards
	begin   prefixSet
	endings endSet
	longest int                  // bytes of a line that such a phrase may end
	bags    []bag                // of rules with the matcher words
	word    index                // of their words
	leads   leadSet              // of those in first lists, "" when there are none
	sites   []string             // words in lower case for what belongs to a site
	first   [utf8.RuneSelf]kinds // by ASCII rune: the indexes with a phrase that may begin with it
}

// index returns the index of one kind.
func (p *part) index(k kinds) *index {
	switch k {
	case ofLabels:
		return &p.label
	case ofWords:
		return &p.chrome
	}
	return &p.line
}

// setFirst sets what tells the indexes by the first rune of a line.
func (p *part) setFirst() {
	for _, k := range []kinds{ofRules, ofLabels, ofWords} {
		x := p.index(k)
		for r := range x.first {
			if x.first[r] != 0 || x.number && beginsNumber(rune(r)) {
				p.first[r] |= k
			}
		}
	}
}

// setLongest sets how long a line may be that a phrase ends.
func (p *part) setLongest() {
	for _, r := range p.rules {
		if r.ends {
			p.longest = max(p.longest, r.within*utf8.UTFMax)
		}
	}
}

// Builtin returns the rules and labels that are part of the program.
var Builtin = sync.OnceValue(func() *Set {
	return &Set{[]*part{readPart(builtin)}}
})

// With returns a set that has what s has and what f adds.
func (s *Set) With(f *File) *Set {
	parts := append([]*part(nil), s.parts...)
	return &Set{append(parts, f.part)}
}

// Rules returns the rules in the order of their files.
func (s *Set) Rules() []*Rule {
	var all []*Rule
	for _, p := range s.parts {
		all = append(all, p.rules...)
	}
	return all
}

// Labels returns the labels in the order of their files.
func (s *Set) Labels() []*Label {
	var all []*Label
	for _, p := range s.parts {
		all = append(all, p.labels...)
	}
	return all
}
