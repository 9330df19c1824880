package rules

import "unicode/utf8"

// opens returns the kinds of phrases of p that may begin line[pos:].
func (p *part) opens(line string, pos int) kinds {
	if pos < len(line) && isASCIILetter(line[pos]) {
		if p.first[line[pos]|0x20] == 0 {
			return 0
		}
		return p.begin.begin(line, pos)
	}
	r, _ := next(line, pos)
	if r < utf8.RuneSelf && p.first[r] == 0 {
		return 0
	}
	k := p.begin.begin(line, pos)
	if beginsNumber(r) {
		if end, ok := numberEnd(line, pos); ok {
			k |= p.begin.beginNumber(line, end)
		}
	}
	return k
}

// An Opening says what a line may begin with. It is asked once for a line and
// spares the looks for what the line does not begin with.
type Opening uint8

// Opening looks at the first letters of line.
func (s *Set) Opening(line string) Opening {
	line = spacedKey(line)
	i, j := 0, 0
	if line == "" || !isASCIILetter(line[0]) { // but most do begin so
		i = skipSpace(line, 0)
		j = skipLead(line, i)
	}
	var k kinds
	for _, p := range s.parts {
		k |= p.opens(line, j)
		if i < j {
			k |= p.opens(line, i) & (ofRules | ofLines)
		}
		if p.ends(line) {
			k |= ofRules | ofLines
		}
	}
	if j < len(line) && !isASCIILetter(line[j]) && skipSigns(line, j) != j { // words of menus stand behind numbers too
		k |= ofWords
	}
	return Opening(k)
}

// Rule is false when Boilerplate returns nil for the line and for any part of
// it that begins the line and ends before a sign or a space.
func (o Opening) Rule() bool { return kinds(o)&ofRules != 0 }

// Line is false when Boilerplate returns nil for the line.
func (o Opening) Line() bool { return kinds(o)&ofLines != 0 }

// Label is false when Label finds none.
func (o Opening) Label() bool { return kinds(o)&ofLabels != 0 }

// Words is false when Chrome returns 0.
func (o Opening) Words() bool { return kinds(o)&ofWords != 0 }
