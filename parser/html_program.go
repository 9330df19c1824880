package parser

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"unscrape/parser/htmlpage"
)

// This file is about text whose lines are lines: program text, and prose that
// was broken at a column.

// program takes program text for body that the model doubts, between blocks of
// the body, and puts its lines together that are elements of their own.
func (d *page) program() {
	for i := d.first; i <= d.last; i++ {
		to, doubt := i, false
		for ; to <= d.last && (d.isProgram(to) || to > i && allDigits(d.texts[to])); to++ {
			doubt = doubt || d.doubted(to) && d.html.Blocks[to].P >= likelySentence
		}
		for k := i; k < to; k++ {
			if doubt && d.doubted(k) && !allDigits(d.texts[k]) {
				d.html.Blocks[k].P = trusted
				d.set(k, Body, NoRole, "program text between blocks of the body", "")
			}
			if k > i && d.sameProgram(k-1, k) {
				d.html.Blocks[k].Join = htmlpage.LineBreak
			}
		}
		i = max(i, to-1)
	}
}

// isProgram reports whether all of a block is program text.
func (d *page) isProgram(i int) bool {
	e := d.elem(i)
	return d.html.Blocks[i].Flags&htmlpage.InPre != 0 || e.Tag == atom.Code || e.Tag == atom.Td && hasPart(e, codeCells)
}

// sameProgram reports whether two blocks are lines of one program, each in an
// element of its own in the same one.
func (d *page) sameProgram(i, k int) bool {
	es := d.html.Elems
	x, y := d.elem(i), d.elem(k)
	if x.Tag == atom.Pre && y.Tag == atom.Pre {
		return x.Parent == y.Parent && !strings.ContainsRune(d.texts[i]+d.texts[k], '\n')
	}
	return x.Tag == atom.Code && y.Tag == atom.Code && (x.Parent == y.Parent || es[x.Parent].Parent == es[y.Parent].Parent && es[x.Parent].Tag == atom.Div)
}

// isLineNumbers reports whether a block has the numbers of the lines of program
// text and nothing else.
func (d *page) isLineNumbers(i int) bool {
	s := d.texts[i]
	if d.html.Blocks[i].Flags&(htmlpage.InPre|htmlpage.InTable) == 0 {
		return false
	}
	before := -1
	for line := range strings.FieldsSeq(s) {
		n, err := strconv.Atoi(line)
		if err != nil || before >= 0 && n != before+1 {
			return false
		}
		before = n
	}
	return strings.ContainsRune(s, '\n') || d.classSays(d.html.Blocks[i].Elem, lineNumbers...)
}

// Columns at which prose may have been broken, and how many lines show it.
const (
	minBreak  = 45
	maxBreak  = 110
	minBroken = 4
)

// unwrap joins lines that were broken at a column: of those with a break behind
// them, nearly all are so long that the next word would not have fitted.
func (d *page) unwrap() {
	column := 0
	for i := d.first; i < d.last; i++ {
		if d.breaks(i) {
			column = max(column, utf8.RuneCountInString(d.texts[i]))
		}
	}
	if column < minBreak || column > maxBreak {
		return
	}
	full, short := 0, 0
	for i := d.first; i < d.last; i++ {
		switch {
		case !d.breaks(i):
		case d.fills(i, column):
			full++
		default:
			short++
		}
	}
	if full < minBroken || 8*short > full {
		return
	}
	for i := d.first; i < d.last; i++ {
		if d.breaks(i) && d.fills(i, column) {
			d.html.Blocks[i+1].Join = htmlpage.Wrapped
		}
	}
}

// breaks reports whether a br ends block i within a paragraph of the body.
func (d *page) breaks(i int) bool {
	b, next := &d.html.Blocks[i], &d.html.Blocks[i+1]
	es := d.html.Elems
	return next.Join == htmlpage.LineBreak && d.isBody(i) && d.isBody(i+1) &&
		(b.Elem == next.Elem || es[b.Elem].Parent == next.Elem || es[next.Elem].Parent == b.Elem)
}

// fills reports whether the first word of the next block would not have fitted
// on the line of block i.
func (d *page) fills(i, column int) bool {
	word, _, _ := strings.Cut(d.texts[i+1], " ")
	return utf8.RuneCountInString(d.texts[i])+1+utf8.RuneCountInString(word) > column
}
