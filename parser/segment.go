package parser

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// maxFieldLine bounds the length in bytes of a line that may hold fields.
const maxFieldLine = 400

// segment cuts the lines of the head and the tail that hold several fields,
// as in "发布时间：2020-10-06 来源：…" or "News | 5 May 2020 | By Jane Roe", so
// that each field is a block of its own.
func (d *draft) segment() {
	var cuts []cut
	for i := d.next(0); i < len(d.blocks); i = d.next(i + 1) {
		if i >= d.first && i <= d.last {
			i = d.last
			continue
		}
		l, s := &d.lines[i], d.blocks[i].Text
		if l.whole || len(s) > maxFieldLine && len(s)-padding(s) > maxFieldLine || !d.open(i) {
			continue
		}
		if at := d.cuts(i); len(at) > 0 {
			cuts = append(cuts, cut{block: i, at: at})
		} else {
			l.whole = true
		}
	}
	d.split(cuts)
}

// cuts finds where block i is to be cut, as offsets from its span's start:
// before each label that stands behind other text, at wide gaps and bars when a
// part between them is a date or a label, behind a date that a label follows, and
// between a number and a date.
func (d *draft) cuts(i int) []int {
	if !d.mayCut(i) {
		return nil
	}
	raw, s := d.text[d.blocks[i].Span.Start:d.blocks[i].Span.End], d.blocks[i].Text
	at := d.fieldCuts(s)
	if len(at) == 0 || d.isCaption(i) || d.ruleOf(i).Is(releaseKind) { // P R E S S   R E L E A S E
		return nil
	}
	for k, n := range at {
		if at[k] = d.placeOf(raw, s[n:]); at[k] <= 0 {
			return nil
		}
	}
	return at
}

// placeOf is where in raw, a line as it stands in the document, the end of what it shows
// stands: not byte for byte when it has entities or invisible characters. It is -1 when
// it is not found.
func (d *draft) placeOf(raw, end string) int {
	raw = trimLineEnd(raw)
	if at := len(strings.TrimRight(raw, " \t")) - len(end); at >= 0 && strings.HasPrefix(raw[at:], end) {
		return at
	}
	end = strings.TrimLeft(end, " ")
	for from := range raw[:min(len(raw), maxFieldLine)] {
		if d.clean(raw[from:]) == end {
			return from
		}
	}
	return -1
}

// fieldCuts is cuts for lines of any kind, as offsets in the line's text raw.
func (d *draft) fieldCuts(raw string) []int {
	if at := d.seamByDate(raw); at > 0 {
		return []int{at}
	}
	gaps, labels, after := d.wordCuts(raw)
	if len(gaps)+len(labels) == 0 && after == 0 || len(labels) == 0 && d.isDateLine(raw) && !(len(gaps) > 0 && namesWriter(raw, gaps)) {
		return nil
	}
	gaps = d.wholeDates(raw, gaps)
	switch {
	case d.anyField(raw, gaps):
		return union(gaps, labels)
	case len(labels) > 0 && (d.isField(raw[:labels[0]]) || d.isDateLabel(raw[labels[0]:]) && (isWriter(raw[:labels[0]]) || hasJobWord(strings.TrimRight(raw[:labels[0]], " ,"))) || len(labels) > 1 && d.isDateLabel(raw[labels[1]:])):
		return labels
	case after > 0 && (d.isDateLine(strings.TrimRight(raw[:after], " \t\u00a0-–—|,;.")) || d.isNumberField(raw[:after]) && d.isDateLabel(raw[after:])):
		return []int{after}
	}
	return nil
}

// isCaption reports whether line i is the caption of a picture or its credit,
// without a date.
func (d *draft) isCaption(i int) bool {
	s := d.blocks[i].Text
	if before, _, ok := strings.Cut(s, " | "); ok && !hasDigit(s) && !personal(before) && d.creditBehind(i) != "" {
		_, labelled := d.labelOf(i)
		return !labelled
	}
	return d.ruleOf(i).Says(rules.Caption) && !hasDigit(s)
}

// wordCuts looks at the beginning of each word of raw but the first. gaps are
// those behind a wide gap or a bar, labels those of a label with a separator
// and a fitting value, after is the first label behind a word with a digit, 0
// when there is none.
func (d *draft) wordCuts(raw string) (gaps, labels []int, after int) {
	colon := strings.LastIndexByte(raw, ':')
	if asciiPrefix(raw) < len(raw) {
		colon = max(colon, strings.LastIndex(raw, "："))
	}
	within, titled := 0, false // the end of the last label, whether the line's own is of a headline
	writer := 0                // the last label of a byline, behind whose names another label may stand
	for w := range wordStarts(raw) {
		if w.gap {
			gaps = append(gaps, w.pos)
		}
		late := w.pos >= colon && !w.digit
		if w.pos < within || late && raw[max(w.pos-2, 0)] != ',' {
			continue
		}
		m, ok := d.rules().Label(raw[w.pos:])
		if !ok || m.Value == "" || late && letterWeight(m.Text) < 4 || hasDigit(m.Value) && slices.Contains(reporters, m.Text) {
			continue // "Saint-Malo, le 4 mai 2020", "김한별 기자 | 승인 2020.10.06"
		}
		if within == 0 { // it may be the end of the line's own label
			own, _ := d.rules().Label(raw)
			within, titled = own.Offset, own.Sep && roleOf[own.Role] == Title
		}
		if w.pos < within || titled && m.ID == contactLabel && !w.gap || m.ID == counterLabel && !hasDigit(m.Value) {
			continue
		}
		if m.Sep && roleOf[m.Role] == Byline {
			writer = w.pos
		}
		if !d.fits(m) {
			continue
		}
		within = w.pos + m.Offset
		switch {
		case m.Sep, !w.digit && d.dateFollows(m):
			if len(labels) == 0 && writer > 0 && writer < w.pos { // "Desk Published by: Jane Roe Updated 5 May 2020"
				labels = append(labels, writer)
			}
			labels = append(labels, w.pos)
		case after == 0:
			after = w.pos
		}
	}
	return gaps, labels, after
}

// namesWriter reports whether a writer stands behind the last of several gaps of raw, a
// date line, or a reporter before the first.
func namesWriter(raw string, gaps []int) bool {
	_, ok := reporterIn(raw[:gaps[0]])
	return ok || len(gaps) > 1 && isWriter(strings.TrimLeft(raw[gaps[len(gaps)-1]:], " |•·"))
}

// isWriter reports whether s is a person's name, with the word for a reporter
// perhaps.
func isWriter(s string) bool {
	s = strings.Trim(s, " ,\t\u00a0")
	_, ok := reporterIn(s)
	return ok || personal(s)
}

// isDateLabel reports whether s begins with the label of a date.
func (d *draft) isDateLabel(s string) bool {
	m, ok := d.rules().Label(s)
	return ok && isDateRole(roleOf[m.Role])
}

// dateFollows reports whether m is a label of a date directly before a whole one,
// as in "김한별 기자 승인 2020.10.06 댓글 0".
func (d *draft) dateFollows(m rules.Match) bool {
	return m.Start == 0 && d.startsWithDate(m.Value, roleOf[m.Role])
}

// A wordStart is the beginning of a word behind another.
type wordStart struct {
	pos   int
	gap   bool // a wide gap, a bar, a pictogram, a slash or semicolon between spaces or a bracket closes before it
	digit bool // the word before has a digit, or is short and that before it has one: "2:20 PM"
}

// maxClockWord is the most bytes of a word behind a time of day and of the space behind
// it: "p.m.", "CEST".
const maxClockWord = 5

// wordStarts yields the beginnings of the words of s but the first; a capital
// behind a digit begins one.
func wordStarts(s string) iter.Seq[wordStart] {
	return func(yield func(wordStart) bool) {
		inWord, first, digit := false, true, false
		spaces, bar, slash := 0, false, false // since the last word
		last := rune(0)                       // of the last word
		start, numbered := 0, false           // of the last word; the one before it has a digit
		for pos, size := 0, 0; pos < len(s); pos += size {
			if inWord && (last < '0' || last > '9') {
				if pos += asciiLetters(s[pos:]); pos == len(s) {
					return
				}
			}
			r := rune(s[pos])
			if size = 1; r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s[pos:])
			}
			isDigit := '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
			switch {
			case r == ' ' || r == '\u00a0':
				spaces++
				inWord = false
			case r == '|' || r == '•' || r == '·' || r == '▪' || r == '¦' || r == '\t' || r == '\u3000' || isPictogram(r):
				bar, inWord = true, false
			case (r == '/' || r == ';') && (spaces > 0 || slash) && !inWord:
				slash, spaces = true, 0
			case unicode.IsSpace(r):
				inWord = false
			case inWord && !('0' <= last && last <= '9' && unicode.IsUpper(r)): // no "2024Updated"
				digit, last = digit || isDigit, r
			case !first && !yield(wordStart{pos, bar || spaces >= 2 || slash && spaces > 0 || last == ']' && (r == '[' || isDigit && spaces > 0) || last == '】' && spaces > 0, digit || numbered && pos-start <= maxClockWord}):
				return
			default:
				start, numbered = pos, digit
				inWord, first, digit, spaces, bar, slash, last = true, false, isDigit, 0, false, false, r
			}
		}
	}
}

// startsCut has the bytes that a sign between fields or a digit, of any script,
// begins with.
var startsCut = func() (t [256]bool) {
	for _, c := range "0123456789:|/\t" {
		t[c] = true
	}
	for c := 0xC2; c < 0x100; c++ {
		ideograph, hangul := 0xE4 <= c && c <= 0xE9, 0xEB <= c && c <= 0xED
		t[c] = c == 0xC2 || c == 0xD9 || c >= 0xDB && !ideograph && !hangul
	}
	return t
}()

// mayCut reports whether line i has a digit, a sign that parts fields or a wide
// gap in it, without which it holds one field at most.
func (d *draft) mayCut(i int) bool {
	s := d.blocks[i].Text
	if d.lines[i].signs&hasField == 0 {
		return strings.Contains(s, "  ")
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c == "•"[0] && !strings.HasPrefix(s[i:], "•") && !strings.HasPrefix(s[i:], "▪"): // a quotation mark, most of the time
		case startsCut[c], c == ' ' && i > 0 && s[i-1] == ' ':
			return true
		}
	}
	return false
}

// asciiLetters is the number of ASCII letters that s begins with.
func asciiLetters(s string) int {
	for i := range len(s) {
		if !isASCIILetter(s[i]) {
			return i
		}
	}
	return len(s)
}

// wholeDates drops the gaps within a date that begins or ends the line, as
// between day and time in "Headline | 3 May 2020 | 09:00".
func (d *draft) wholeDates(raw string, gaps []int) []int {
	for k := range gaps {
		if d.isDateLine(raw[gaps[k]:]) {
			return gaps[:k+1]
		}
	}
	for k := len(gaps) - 1; k > 0; k-- {
		if d.isDateLine(strings.TrimRight(raw[:gaps[k]], " |/•·▪¦\u3000\t")) {
			return gaps[k:]
		}
	}
	return gaps
}

// anyField reports whether one of the parts of raw between cuts is a date, a
// labelled field, the kind of the text or the number of a page.
func (d *draft) anyField(raw string, cuts []int) bool {
	if len(cuts) == 0 {
		return false
	}
	start := 0
	for _, end := range append(slices.Clip(cuts), len(raw)) {
		if d.isPart(raw[start:end], start == 0 && strings.HasSuffix(raw[:end], "\u3000")) || behindColumn(raw[:start]) && d.isDayAtPlace(raw[start:end]) || d.rules().Boilerplate(raw[start:end]).Is(releaseKind, pageNumber) {
			return true
		}
		start = end
	}
	return false
}

// behindColumn reports whether s ends with the gap between two columns.
func behindColumn(s string) bool {
	return strings.HasSuffix(s, "    ") || strings.HasSuffix(s, "\t")
}

// isDayAtPlace reports whether s is up to three words for a place and a whole date, as the
// right column of a letterhead is; isPlaceAndDate asks more of a line of its own.
func (d *draft) isDayAtPlace(s string) bool {
	if !hasDigit(s) || len(s) > maxPlaceLine {
		return false
	}
	ts, _ := d.findDate(s)
	return ts.Precision >= timestamp.Day && ts.Start > 0 && countWords(s[:ts.Start], 4) < 4 && !hasWord(s[ts.End():])
}

// isField reports whether s is a date or a label with a value that fits.
func (d *draft) isField(s string) bool { return d.isPart(s, false) }

// isPart is isField for a part of a line, the first of several with one wide space
// between perhaps: behind the label of a headline these are the headline's own.
func (d *draft) isPart(s string, first bool) bool {
	s = strings.Trim(s, " \t\u00a0\u3000|/•·▪¦-–—")
	if s == "" {
		return false
	}
	if d.isDateLine(s) {
		return true
	}
	m, ok := d.rules().Label(s)
	return ok && m.Value != "" && !(first && roleOf[m.Role] == Title) && d.fits(m)
}

// union merges two ascending lists without doubles.
func union(a, b []int) []int {
	both := slices.Concat(a, b)
	slices.Sort(both)
	return slices.Compact(both)
}
