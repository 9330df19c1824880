package parser

import (
	"slices"
	"strings"
	"testing"
)

func TestWordListsHaveNoDoubles(t *testing.T) {
	for name, list := range map[string][]string{
		"officeNameList": officeNameList, "officeNameEnds": officeNameEnds, "ands": ands, "titleSeparators": titleSeparators,
		"weakSeparators": weakSeparators, "idTags": idTags, "idKeys": idKeys, "idSuffixes": idSuffixes, "writerWords": writerWords,
		"reporters": reporters, "taiwanPlaces": taiwanPlaces, "photoWords": photoWords, "tasks": tasks,
	} {
		sorted := slices.Sorted(slices.Values(list))
		for i := range sorted[1:] {
			if sorted[i] == sorted[i+1] {
				t.Errorf("%s: %q twice", name, sorted[i])
			}
		}
	}
	for w := range media {
		if officeNames[w] {
			t.Errorf("media: %q is in officeNameList", w)
		}
	}
}

func TestWordListsCanBeReached(t *testing.T) {
	for name, words := range map[string]map[string]bool{ // which a single word is looked up in, in lower case
		"areas": areas, "ministries": ministries, "media": media, "jobWords": jobWords, "nameParticles": nameParticles, "numberSigns": numberSigns,
		"portraits": portraits, "portraitEdges": portraitEdges, "countWordsOf": countWordsOf, "fileEnds": fileEnds,
	} {
		for w := range words {
			if w != strings.ToLower(w) || len(strings.Fields(w)) != 1 || w != strings.TrimSpace(w) {
				t.Errorf("%s: %q", name, w)
			}
		}
	}
	for _, name := range officeNameList {
		if name != strings.ToLower(name) || name != strings.Join(strings.Fields(name), " ") {
			t.Errorf("officeNameList: %q", name)
		}
	}
}
