package parser

import "strings"

// Browsers print the moment and the title of a page above each sheet, and its address
// and the number of the sheet below. The moment is that of a visit.

// printouts blanks out those lines.
func (d *draft) printouts() {
	var feet []int // in d.visible: the first line behind each address and number
	for k, i := range d.visible {
		if s := d.blocks[i].Text; strings.HasPrefix(s, "http") {
			if n := d.footOfSheet(k, s); n > 0 {
				feet = append(feet, k+n)
				d.blankLines(k, n)
			}
		}
	}
	if len(feet) == 0 {
		return // as in nearly all texts
	}
	d.headOfSheet(0, len(feet) > 1)
	for _, k := range feet {
		d.headOfSheet(k, true)
	}
	d.findVisible()
}

// footOfSheet is how many visible lines from the k-th on, s, are an address and the
// number of a sheet: "https://mill.example/news  1/2", or the number below.
func (d *draft) footOfSheet(k int, s string) int {
	address, number, wide := strings.Cut(s, "  ")
	if !strings.Contains(address, "://") || strings.Contains(address, " ") {
		return 0
	}
	switch {
	case wide && isSheet(strings.TrimSpace(number)):
		return 1
	case !wide && k+1 < len(d.visible) && isSheet(d.blocks[d.visible[k+1]].Text):
		return 2
	}
	return 0
}

// isSheet reports whether s is the number of a sheet and how many there are: "1/2".
func isSheet(s string) bool {
	n, all, ok := strings.Cut(s, "/")
	return ok && len(s) < 10 && allDigits(n) && allDigits(all)
}

// headOfSheet blanks out the k-th visible line when it is a moment with the title of the
// page behind a wide gap or, if titled, on the next line.
func (d *draft) headOfSheet(k int, titled bool) {
	if k >= len(d.visible) {
		return
	}
	moment, title, _ := strings.Cut(d.blocks[d.visible[k]].Text, "  ")
	if !strings.Contains(moment, ":") || !d.isDateLine(moment) {
		return
	}
	if title == "" && titled {
		d.blankLines(k, 2)
	} else {
		d.blankLines(k, 1)
	}
}

// blankLines blanks n visible lines from the k-th on out, as far as there are so many.
func (d *draft) blankLines(k, n int) {
	for _, i := range d.visible[k:min(k+n, len(d.visible))] {
		d.blankOut(i, "printed around a page", "")
	}
}
