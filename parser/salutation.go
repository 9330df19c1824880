package parser

import "strings"

// Letters that are sent out begin with whom they greet and end with a farewell and
// who signs.

// Bounds of a greeting and of a farewell: their words, and the lines of who signs.
const (
	maxGreeting = 8
	maxSigners  = 8
)

// greeting marks whom a letter greets, between its fields and the text, and the
// farewell behind the text with the names and offices below it.
func (d *draft) greeting() {
	i := d.prev(d.first - 1)
	if i < 0 || d.first == len(d.blocks) || !d.open(i) || d.lines[i].wraps || !greets(d.blocks[i].Text) {
		return
	}
	if above := d.prev(i - 1); above < 0 || d.blocks[above].Kind != Field {
		return
	}
	d.mark(i, Boilerplate, NoRole, "greeting", "")
	for k, n := d.prev(len(d.blocks)-1), 0; k > d.last && n < maxSigners; k = d.prev(k - 1) {
		if !d.open(k) {
			continue
		}
		if n++; greets(d.blocks[k].Text) {
			d.farewell(k)
			return
		}
	}
}

// farewell marks the open lines from line i on.
func (d *draft) farewell(i int) {
	for ; i < len(d.blocks); i = d.next(i + 1) {
		if d.open(i) {
			d.mark(i, Boilerplate, NoRole, "farewell", "")
		}
	}
}

// greets reports whether s is a few words and a comma.
func greets(s string) bool {
	comma := strings.HasSuffix(s, ",") || strings.HasSuffix(s, "،") || strings.HasSuffix(s, "，")
	return comma && countWords(s, maxGreeting+1) <= maxGreeting
}
