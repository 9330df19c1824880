package parser

import (
	"strings"
	"unicode/utf8"
)

// A wrapProof is what speaks for a wrap. A line that passes the greedy test is
// a proof, and a stronger one when the next line goes on in lower case.
type wrapProof struct {
	proof, lower int
	closed       int   // of proof: in runs that end as sentences
	below        int   // of these: in other runs than the first of the document, which may be its head
	passed, all  int32 // width of the lines that pass, and of those that could be broken off
	goOn, open   int   // lines that go on in lower case, whether they pass or not, and all that could
	full         bool  // of one run: its lines end sentences but pass, too
	head         int   // of one run: lines above the text
	cut          bool  // of one run: it has lines below the text
}

func (p *wrapProof) add(q wrapProof) {
	p.proof += q.proof
	p.lower += q.lower
	p.closed += q.closed
	p.passed += q.passed
	p.all += q.all
	p.goOn += q.goOn
	p.open += q.open
}

// holds reports whether the runs of a document are wrapped at w together.
// Without a line that goes on in lower case, narrow ones may be verses, and two
// the entries of a list.
func (p *wrapProof) holds(w int32) bool {
	return p.proof+p.lower >= minWrapProof && (p.lower > 0 || p.proof > minWrapProof && w >= minSpacedWidth || p.closed >= minWrapProof && w >= minClosedWidth) &&
		float64(p.passed) >= minWrapShare*float64(p.all)
}

// certain reports whether a run tells by itself that it is wrapped.
func (p *wrapProof) certain() bool { return !p.cut && p.lower >= minCertain && p.lower*2 > p.proof }

// ragged reports whether most lines go on in lower case, whatever their width.
func (p *wrapProof) ragged() bool { return p.goOn > minGoingOn && p.goOn*3 >= p.open*2 }

// testRun applies the greedy test to the lines of one run but the last; no
// line passes when too many fail. Lines that end a sentence, or are a key and
// its value, were not broken off.
func (u *unwrapper) testRun(blocks []Block, lines []line) (p wrapProof) {
	if padding(blocks[0].Text) > 0 && padding(blocks[len(blocks)-1].Text) > 0 {
		return p // rows of a table
	}
	w, failed, ends, full := u.w, 0, 0, 0
	for i := range lines {
		if lines[i].width > w+wrapSlack {
			failed++ // no wrap at w would have left it
		}
		if i == len(lines)-1 {
			break
		}
		if p.open+ends+failed == 0 && lines[i].width <= w/2 && !lines[i].end {
			continue // headings above
		}
		pass := overflows(lines[i], blocks[i+1].Text, w) && !sameSign(blocks[i].Text, blocks[i+1].Text)
		if pass && !lines[i].end && sameWord(blocks[i].Text, blocks[i+1].Text) {
			continue // commands, entries of a list
		}
		if pass && i == 0 && u.d.looksLikeField(blocks[1].Text, &lines[1]) {
			continue // a headline above its byline
		}
		if !pass && p.open+ends+failed == 0 && !lines[i].end && lines[i].indent >= lines[len(lines)-1].indent+headIndent {
			continue // the same, in the middle of the page
		}
		if lines[i].end {
			if ends++; pass {
				full++
			}
			continue
		}
		if !pass && (lines[i].key || lines[i+1].indent > lines[i].indent+1) {
			continue
		}
		if lines[i].width <= w+wrapSlack {
			p.all += lines[i].width
		}
		p.open++
		lower := lines[i+1].lower
		if lower {
			p.goOn++
		}
		if !pass {
			failed++
			continue
		}
		p.proof++
		if lower {
			p.lower++
		}
		p.passed += lines[i].width
	}
	p.full = failed == 0 && p.open == 0 && ends > 0 && full == ends
	p.settle(w, lines, failed, ends)
	return p
}

// settle tells what the lines of one run prove, of which failed do not pass and ends end a
// sentence: nothing when too many do, unless they keep a common width all the same.
func (p *wrapProof) settle(w int32, lines []line, failed, ends int) {
	common := failed == 0 && ends <= maxEnds*p.proof && w >= minClosedWidth && w <= maxCommonWrap
	if p.goOn >= minGoingOn && 2*p.goOn > len(lines) { // a ragged column
		p.proof, p.lower, p.passed = p.goOn, p.goOn, p.all
	} else if failed > p.proof/6 || ends > p.proof && !common {
		p.proof, p.lower, p.passed = 0, 0, 0
	}
	if lines[len(lines)-1].end {
		p.closed = p.proof
	}
}

// maxEnds is how many lines of a run of common width may end a sentence for each that
// passes.
const maxEnds = 3

// lastEnd is the last of the lines that ends a sentence, -1 when none does.
func lastEnd(lines []line) int {
	i := len(lines) - 1
	for i >= 0 && !lines[i].end {
		i--
	}
	return i
}

// maxHeadLines is how many lines of the head may stand directly above the text.
const maxHeadLines = 12

// testText is testRun for the text of a run: when too many lines of the whole fail, those
// below the last that ends a sentence may be names and buttons, and the first ones those of
// the document's head. The text is then below one of these, and below all fields among
// them.
func (u *unwrapper) testText(blocks []Block, lines []line, mayHead bool) wrapProof {
	p := u.testRun(blocks, lines)
	if p.proof > 0 {
		return p
	}
	last := lastEnd(lines)
	cut := last > 0 && last < len(lines)-1
	if cut {
		blocks, lines = blocks[:last+1], lines[:last+1]
		if q := u.testRun(blocks, lines); q.proof > 0 {
			q.cut = true
			return q
		}
	}
	if !mayHead {
		return p
	}
	below := wrapProof{}
	for h := 1; h <= min(maxHeadLines, len(lines)-2) && !lines[h-1].end; h++ {
		switch {
		case u.d.looksLikeField(blocks[h-1].Text, &lines[h-1]):
			below = wrapProof{}
		case u.tells(below):
			continue
		}
		if lines[h].lower || lines[h-1].indent > lines[h].indent || overflows(lines[h-1], blocks[h].Text, u.w) {
			continue
		}
		below = u.testRun(blocks[h:], lines[h:])
		below.head, below.cut = h, cut
	}
	if u.tells(below) {
		return below
	}
	return p
}

// tells reports whether p has lines that go on, or ends as a sentence and is wide.
func (u *unwrapper) tells(p wrapProof) bool {
	return p.lower > 0 || p.closed > 0 && u.w >= minClosedWidth
}

// headIndent is how much more than its text the lines of a headline directly above it are
// indented, in columns.
const headIndent = 4

// sameWord reports whether two lines begin with the same word, as commands do.
func sameWord(a, b string) bool {
	n := strings.IndexByte(a, ' ')
	return n > 2 && len(b) > n && a[:n+1] == b[:n+1]
}

// sameSign reports whether two lines begin with the same sign that is no
// letter, digit or quote, as the entries of a list or of a bill do.
func sameSign(a, b string) bool {
	r, _ := utf8.DecodeRuneInString(a)
	q, _ := utf8.DecodeRuneInString(b)
	return r == q && !isWordRune(r) && !strings.ContainsRune("\"'“„«‘(", r)
}
