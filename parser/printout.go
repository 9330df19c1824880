package parser

import (
	"slices"
	"strconv"
	"strings"
)

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

// Printed pages carry a number, and beside it the name of the paper or of the
// article, which is said once for all of them.

// maxPageNumber bounds the width in columns of a line with the number of a
// page.
const maxPageNumber = 24

// runningHeads marks the lines that stand directly above or below the number
// of a page and have stood by an earlier one, with that number. They part the
// lines around them no more than blank ones do.
func (d *draft) runningHeads() {
	var pages []int
	for _, i := range d.visible {
		if l := &d.lines[i]; l.width <= maxPageNumber && l.signs&hasField != 0 && l.opens.Rule() && hasDigit(d.blocks[i].Text) {
			pages = append(pages, i)
		}
	}
	if len(pages) < 2 {
		return // as in most texts
	}
	pages = slices.DeleteFunc(pages, func(i int) bool { return !d.ruleOf(i).Is(pageNumber) })
	seen := map[string]bool{}
	for _, p := range pages {
		again := false
		for _, i := range [...]int{p - 1, p + 1} {
			if i < 0 || i >= len(d.blocks) || d.blocks[i].Text == "" || d.lines[i].prose {
				continue
			}
			head := withoutDigits(d.blocks[i].Text)
			if seen[head] {
				d.blankOut(i, "running head", "")
				again = true
			}
			seen[head] = true
		}
		if again {
			d.blankOut(p, WhyRule, pageNumber)
		}
	}
	d.findVisible()
}

// sheetNumbers blanks out the numbers that stand alone below each sheet of a text, from 1 on
// to the last line.
func (d *draft) sheetNumbers() {
	const minLines = 5 // of a sheet
	var sheets []int
	last := 0
	for k, i := range d.visible {
		if d.lines[i].width <= 2 && k-last >= minLines && d.blocks[i].Text == strconv.Itoa(len(sheets)+1) {
			sheets, last = append(sheets, i), k
		}
	}
	if len(sheets) > 1 && last+1 == len(d.visible) {
		for _, i := range sheets {
			d.blankOut(i, WhyRule, pageNumber)
		}
		d.findVisible()
	}
}

// blankOut marks line i, which no stage is to see.
func (d *draft) blankOut(i int, why, detail string) {
	d.mark(i, Boilerplate, NoRole, why, detail)
	blanks := d.lines[i].blanks + 1
	d.lines[i] = line{}
	if j := d.next(i + 1); j < len(d.lines) {
		d.lines[j].blanks = max(d.lines[j].blanks, blanks)
	}
}

// withoutDigits is s without its digits and outer white space.
func withoutDigits(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if digitValue(r) >= 0 {
			return -1
		}
		return r
	}, s))
}

// maxNumberedHead bounds the width in columns of a running head beside the number of its
// page.
const maxNumberedHead = 140

// numberedHeads blanks out the lines of which all but the number of a page, which stands
// last behind a wide gap, has stood on a line with a lower one: "The Mill    Page 2".
func (d *draft) numberedHeads() {
	type sheet struct{ block, number int }
	var seen map[string]sheet
	found := false
	for _, i := range d.visible {
		l, s := &d.lines[i], d.blocks[i].Text
		if l.signs&hasField == 0 || l.prose || l.width > maxNumberedHead {
			continue
		}
		if last := s[len(s)-1]; last == '.' || isASCIILetter(last) || !strings.Contains(s, "   ") {
			continue
		}
		k := strings.LastIndex(s, "   ")
		if !hasDigit(s[k:]) || !hasWord(s[:k]) {
			continue
		}
		key := strings.TrimRight(s[:k], " ") + withoutDigits(s[k:])
		this := sheet{i, firstNumber(s[k:])}
		if above, ok := seen[key]; ok && above.number < this.number && d.isPageNumber(strings.TrimSpace(s[k:])) {
			d.blankOut(above.block, "running head", "")
			d.blankOut(i, "running head", "")
			found = true
		}
		if seen == nil {
			seen = map[string]sheet{}
		}
		seen[key] = this
	}
	if found {
		d.findVisible()
	}
}

// isPageNumber reports whether rules know s for the number of a page.
func (d *draft) isPageNumber(s string) bool {
	return d.rules().Boilerplate(s).Is(pageNumber)
}

// firstNumber is the first number in s, 0 when it has none.
func firstNumber(s string) int {
	n := 0
	for _, r := range s[max(firstDigit(s), 0):] {
		v := digitValue(r)
		if v < 0 || n > 1<<20 {
			break
		}
		n = n*10 + v
	}
	return n
}
