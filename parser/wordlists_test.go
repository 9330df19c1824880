package parser

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestWordListsHaveNoDoubles(t *testing.T) {
	lists := maps.Clone(vocabulary)
	for name, list := range map[string][]string{
		"partingSigns": partingSigns, "titleSeparators": titleSeparators, "weakSeparators": weakSeparators,
		"idTags": idTags, "idKeys": idKeys, "idSuffixes": idSuffixes, "writerWords": writerWords,
		"reporters": reporters, "tasks": tasks,
		"and, short-and and particle": slices.Concat(vocabulary["and"], vocabulary["short-and"], vocabulary["particle"]),
		"media and office":            slices.Concat(vocabulary["media"], vocabulary["office"]),
	} {
		lists[name] = list
	}
	for name, list := range lists {
		sorted := slices.Sorted(slices.Values(list))
		for i := range sorted[1:] {
			if sorted[i] == sorted[i+1] {
				t.Errorf("%s: %q twice", name, sorted[i])
			}
		}
	}
}

// TestVocabularyCanBeReached holds classes against the files that name them, and words
// against how they are looked up: one at a time but for phrases, in lower case but for
// words that stand before others.
func TestVocabularyCanBeReached(t *testing.T) {
	phrases := []string{"office", "opinion"}
	cased := []string{"where", "before-date"}
	asked := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?:vocabulary\[|wordSet\()"([^"]+)"`).FindAllStringSubmatch(sourceText(t), -1) {
		if asked[m[1]] = true; vocabulary[m[1]] == nil {
			t.Errorf("vocabulary.txt has no class %s", m[1])
		}
	}
	for class, words := range vocabulary {
		if !asked[class] {
			t.Errorf("vocabulary.txt: nothing asks for class %s", class)
		}
		for _, w := range words {
			switch {
			case w != strings.ToLower(w) && !slices.Contains(cased, class),
				w != strings.Join(strings.Fields(w), " "), w == "",
				strings.Contains(w, " ") && !slices.Contains(phrases, class):
				t.Errorf("vocabulary.txt: %s: %q", class, w)
			}
		}
	}
	for w := range fileEnds {
		if w != strings.ToLower(w) {
			t.Errorf("fileEnds: %q", w)
		}
	}
}

// sourceText is the text of the package without its tests.
func sourceText(t *testing.T) string {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var sb strings.Builder
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sb.Write(text)
	}
	return sb.String()
}
