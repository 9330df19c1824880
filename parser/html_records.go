package parser

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// minRecord is how many labels a record of a page has at least.
const minRecord = 2

// maxRecord is how many blocks a record has at most.
const maxRecord = 60

// records takes tables and lists of labels and values out of the end of the
// body that tell who made the page and when.
func (d *page) records() {
	_, end := d.prose()
	for k := range d.html.Elems {
		e := &d.html.Elems[k]
		if e.Tag != atom.Table && e.Tag != atom.Dl {
			continue
		}
		if first, last := e.Bounds(); first > end && first <= last && last-first < maxRecord && d.isRecord(first, last) {
			for i := first; i <= last; i++ {
				if d.marks[i].kind == Body {
					d.set(i, Boilerplate, NoRole, "record of the page", "")
				}
			}
		}
	}
}

// isRecord reports whether every other one of a range of blocks is a label, and
// one of them that of a date or a name.
func (d *page) isRecord(first, last int) bool {
	labels, told := 0, false
	for i := first; i <= last; i++ {
		m, ok := d.p.rules.Label(d.texts[i])
		switch {
		case ok && m.Value == "":
			role := roleOf[m.Role]
			told = told || role == Date || role == ModifiedDate || role == Byline
			labels++
		case strings.HasSuffix(d.texts[i], ":") && len(d.texts[i]) <= maxKey:
			labels++
		}
	}
	return told && labels >= minRecord && 2*labels >= last-first
}
