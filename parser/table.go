package parser

import "strings"

// isTableRow reports whether line i is a row of a table: one of three or more of its
// lines directly below one another.
func (d *draft) isTableRow(i int) bool {
	if !isRow(d.blocks[i].Text) {
		return false
	}
	from, to := i, i
	for from > 0 && from > i-2 && isRow(d.blocks[from-1].Text) {
		from--
	}
	for to+1 < len(d.blocks) && to < i+2 && isRow(d.blocks[to+1].Text) {
		to++
	}
	return to-from >= 2
}

// isRow reports whether s has a wide gap or dots in it, or stands between bars or corners,
// as the rows of tables do: "Bow ...... Orr", "| Ferry | 14:02 |", "+-------+-------+".
func isRow(s string) bool {
	const edges = "|+"
	return padding(s) > 0 || strings.Contains(s, " .....") || len(s) > 2 && strings.IndexByte(edges, s[0]) >= 0 && strings.IndexByte(edges, s[len(s)-1]) >= 0
}
