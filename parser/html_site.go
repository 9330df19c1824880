package parser

import "strings"

// What is the name of a site in the headings and titles of its pages.

// namesSite reports whether a heading is what the page's title says behind a
// longer part that is shown above the text, or before such a part.
func (d *page) namesSite(s string) bool {
	for _, sep := range titleSeparators {
		if head, ok := strings.CutSuffix(d.meta.Title, sep+s); ok {
			first, _, _ := strings.Cut(head, sep)
			return d.shownAbove(head, 0) || d.shownAbove(first, 2)
		}
		if tail, ok := strings.CutPrefix(d.meta.Title, s+sep); ok {
			return d.endIsShown(tail)
		}
	}
	if tail, ok := strings.CutPrefix(d.meta.Title, s+": "); ok && d.shownAbove(tail, 2) {
		return true
	}
	return strings.HasSuffix(d.meta.Title, " ["+s+"]")
}

// endIsShown reports whether s, or what stands behind its last separator, is shown in a
// heading of lower rank above the text.
func (d *page) endIsShown(s string) bool {
	for _, sep := range titleSeparators {
		if k := strings.LastIndex(s, sep); k >= 0 && d.shownAbove(s[k+len(sep):], 2) {
			return true
		}
	}
	return d.shownAbove(s, 2)
}

// withoutSite is s without the site's name behind it.
func (d *page) withoutSite(s string) string {
	for _, sep := range titleSeparators {
		for {
			i := strings.LastIndex(s, sep)
			if i <= 0 || !d.isSite(s[i+len(sep):]) || !hasWord(s[:i]) {
				break
			}
			s = s[:i]
		}
	}
	return s
}

// isSite reports whether s is the name of the site.
func (d *page) isSite(s string) bool {
	return d.meta.Site != "" && sameWords(s, d.meta.Site)
}
