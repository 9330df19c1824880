package rules

import "testing"

// TestBeginnings compares what the indexes find with what a walk through them
// finds without a look at the set of beginnings, for every example of every
// rule, for what is left of it behind each word, and for lines shorter than a
// beginning or with a placeholder within it.
func TestBeginnings(t *testing.T) {
	s := Builtin()
	found := 0
	short := []string{"AD", "Ad: x", "PR", "광고", "广告", "ID", "ID 5", "No. 5", "第2页", "第 12 頁", "p. 3", "Фін", "à 5", "vor 3 Stunden", "3 min"}
	for _, line := range append(examples(s), short...) {
		for _, p := range s.parts {
			for _, k := range []kinds{ofRules, ofLabels, ofWords} {
				x := p.index(k)
				for pos := skipSpace(line, 0); pos < len(line); pos = skipSpace(line, wordEnd(line, pos)) {
					var with, without hits
					p.find(k, line, pos, &with)
					if x.root == 0 {
						continue
					}
					x.walk(line, pos, x.root, &without)
					if with != without {
						t.Errorf("%q: found %v, a walk finds %v", line[pos:], with.list[:with.n], without.list[:without.n])
					}
					found += with.n
				}
			}
		}
	}
	if found == 0 {
		t.Error("nothing is found in the examples")
	}
}

// examples are the lines that the rules of s give as examples.
func examples(s *Set) (lines []string) {
	for _, p := range s.parts {
		for _, r := range p.rules {
			lines = append(append(lines, r.Drop...), r.Keep...)
		}
	}
	return lines
}
