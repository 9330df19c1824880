package parser

import "strings"

// Names of persons by their portraits.

// portraits are words, in lower case, of what an image is named by.
var portraits = wordSet("portrait")

// portraitStarts are the first bytes of portraits, in lower and upper case.
var portraitStarts = func() (t [256]bool) {
	for w := range portraits {
		t[w[0]], t[strings.ToUpper(w)[0]] = true, true
	}
	return t
}()

// showsPortrait reports whether a word of s tells that it names an image.
func showsPortrait(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if w = strings.Trim(w, ".,:'’\""); w != "" && portraitStarts[w[0]] && portraits[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// portraitEdges are words, in lower case, around the name in what the image of a
// person is named by: "Picture of Jane Roe", "Jane Roe's profile photo".
var portraitEdges = wordSet("portrait-edge")

// onPortraits takes the name that the image of a person and the line below it
// say, from the lines of a range that is near a date.
func (d *draft) onPortraits(from, to int) {
	for i := range d.shown(from, to) {
		s := d.blocks[i].Text
		if len(s) > maxNames || d.lines[i].prose || !d.open(i) || !isPortrait(s) {
			continue
		}
		j := d.nextWords(i)
		if j >= to {
			continue
		}
		if names := d.namesBelow(s, d.blocks[j].Text); names != nil && d.nearDate(j) {
			d.setAuthors(j, names, "name below a portrait")
			return
		}
	}
}

// namesBelow are the names of a line that stands below the image of one of
// these people.
func (d *draft) namesBelow(image, line string) []string {
	person, line := portrayed(image), pageName(line)
	if person == "" && !(personal(line) && containsFold(image, "author")) || hasJobWord(person) || d.allCommon(person) {
		return nil
	}
	names := splitNames(d.withoutRole(line))
	for _, n := range names {
		if n = pageName(n); sameWords(n, person) || person == "" {
			return names
		}
	}
	if strings.HasPrefix(line, person+" ") {
		return []string{person}
	}
	return nil
}

// isPortrait reports whether s names the image of somebody, rather than a sign of
// the site.
func isPortrait(s string) bool {
	return showsPortrait(s) && !containsFold(s, "logo") && !containsFold(s, "icon")
}

// portrayed is who is shown by an image of this name, without the words for one;
// "" when it only says that it shows somebody.
func portrayed(s string) string {
	words := strings.Fields(pageName(s))
	edge := func(w string) bool {
		w = strings.ToLower(strings.Trim(w, ".,:\"()"))
		return portraitEdges[w] || portraits[w]
	}
	for len(words) > 0 && edge(words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && edge(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	s = strings.Join(words, " ")
	for _, genitive := range [...]string{"'s", "’s"} {
		s = strings.TrimSuffix(s, genitive)
	}
	return s
}

// nearDate reports whether one of the three lines with words above or below a
// block is a date or has one.
func (d *draft) nearDate(i int) bool {
	above, below := i, i
	for range 3 {
		above, below = d.prevWords(above), d.nextWords(below)
		if d.holdsDate(above) || d.holdsDate(below) {
			return true
		}
	}
	return false
}
