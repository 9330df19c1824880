package parser

import (
	"slices"
	"strings"
)

// Articles about programs show code. What is hidden as program text that a dump
// took along belongs to such an article when all of it stands within the text.

// minCode is how many lines of code an article has that shows some.
const minCode = 3

// pageWords stand in the scripts of pages and the markup that converters leave.
var pageWords = []string{"window.", "(window", "document.", "jQuery", "$(", ".push(", "{.", "{=", "@context", "adsby", "googletag"}

// keepCode takes back the program text of a part that shows code.
func (d *draft) keepCode() {
	if !d.programs {
		return
	}
	var code []int
	for _, i := range d.visible {
		if !d.isCode(i) {
			continue
		}
		if i < d.first || i > d.last || servesPage(d.blocks[i].Text) {
			return
		}
		code = append(code, i)
	}
	if len(code) < minCode {
		return
	}
	for _, i := range code {
		d.takeBack(i)
	}
}

// isCode reports whether line i was hidden as program text, or is a bracket without
// words, as closes a block of one.
func (d *draft) isCode(i int) bool {
	switch b := &d.blocks[i]; b.Reason.Why {
	case whyProgram:
		return b.Kind == Hidden
	case whyNoWords:
		return strings.Trim(b.Text, "(){}[];,") == ""
	}
	return false
}

func servesPage(s string) bool {
	return slices.ContainsFunc(pageWords, func(w string) bool { return strings.Contains(s, w) })
}
