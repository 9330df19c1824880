package rules

import (
	"strings"
	"unicode/utf8"
)

const maxFieldsLine = 600 // bytes: longer lines hold no list of fields

// Fields appends to dst the labels of a line of metadata, wherever in it they
// stand, each with the value up to the next label: "Story 88 | Published: 3
// May 2020 | By Jane Doe". It is for lines that are known to be no prose.
func (s *Set) Fields(dst []Match, line string) []Match {
	first := len(dst)
	if len(line) > maxFieldsLine {
		if m, ok := s.Label(line); ok {
			dst = append(dst, m)
		}
		return dst
	}
	for i, hard := skipSpace(line, 0), true; i < len(line); {
		start := skipLead(line, i)
		if m, ok := s.labelIn(line, i, start, hard); ok {
			dst = append(dst, m)
			i, hard = m.Offset, true
			continue
		}
		i, hard = nextWord(line, start)
	}
	return cutValues(dst, first, line)
}

// labelIn is labelAt for a place inside the line. Values of free text may
// hold anything that looks like a label, so that such a label counts only
// behind a hard break.
func (s *Set) labelIn(line string, i, start int, hard bool) (Match, bool) {
	m, ok := s.labelAt(line, i, start, true)
	if !ok || hard {
		return m, ok
	}
	return m, m.Shape != AnyText || m.Sep && m.Role == "other"
}

// nextWord returns the start of the next word behind the one at i, and
// whether more than a space stands between them.
func nextWord(line string, i int) (start int, hard bool) {
	digit := false
	for i < len(line) {
		if c := line[i]; isASCIILetter(c) {
			digit = false
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		if !isWord(r) || digit && !isDigit(r) && r >= 0x0600 {
			break
		}
		digit = isDigit(r)
		i += size
	}
	spaces := 0
	for i < len(line) && !isASCIILetter(line[i]) {
		r, size := utf8.DecodeRuneInString(line[i:])
		if isWord(r) {
			break
		}
		switch f := fold(r); {
		case r == '\t' || f == '|' || f == '/' || isOrnament(r):
			hard = true
		case f == ' ':
			if spaces++; spaces > 1 {
				hard = true
			}
		}
		i += size
	}
	return i, hard
}

// cutValues ends each value of dst[first:] at the next label, and takes out
// the labels without separator whose value then has not their shape.
func cutValues(dst []Match, first int, line string) []Match {
	end := len(line)
	n := len(dst)
	for i := len(dst) - 1; i >= first; i-- {
		m := &dst[i]
		m.setValue(line, end)
		if end < len(line) {
			m.Value = strings.TrimRight(m.Value, " \t|/-–—,;·•([")
			m.Fits = m.Shape.fits(m.Value, m.Sep)
		}
		m.Alone = m.Value == ""
		if !m.Fits && (!m.Sep || m.Strict) {
			copy(dst[i:], dst[i+1:n])
			n--
			continue
		}
		end = m.Start
	}
	return dst[:n]
}
