package compose

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"

	"unscrape/parser/language"
)

// A Stock is what pages in a language are composed of: articles of the test
// cases, words of menus, and phrases that the rules know, by the rule's id.
type Stock struct {
	Cases    []Case // all of the language
	Articles []Story
	Menu     []string
	Phrases  map[string][]string
}

// A Case is a test case of one article.
type Case struct {
	File        string // without its extension
	Title, Body string
}

// A Story has all of its text, and the longer paragraphs of it.
type Story struct {
	Title            string
	Text, Paragraphs []string
}

// leastStories is how many articles a language must have for pages to be
// composed in it.
const leastStories = 4

// Rich reports whether there is enough for pages.
func (s *Stock) Rich() bool { return len(s.Articles) >= leastStories && len(s.Menu) > 0 }

// ReadStocks reads the stocks by language from folders of test cases and rules.
func ReadStocks(cases, rules string) (map[string]*Stock, error) {
	stocks := map[string]*Stock{}
	of := func(lang string) *Stock {
		if stocks[lang] == nil {
			stocks[lang] = &Stock{Phrases: map[string][]string{}}
		}
		return stocks[lang]
	}
	names, err := filepath.Glob(filepath.Join(cases, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		one := Case{File: strings.TrimSuffix(name, ".json")}
		if json.Unmarshal(data, &one) != nil || one.Title == "" { // several articles, or none
			continue
		}
		s := of(language.Guess(one.Body))
		s.Cases = append(s.Cases, one)
		if story := newStory(one.Title, one.Body); len(story.Paragraphs) > 1 {
			s.Articles = append(s.Articles, story)
		}
	}
	return stocks, readPhrases(rules, of)
}

func newStory(title, body string) Story {
	s := Story{Title: title}
	for p := range strings.SplitSeq(body, "\n\n") {
		p = strings.Join(strings.Fields(p), " ")
		s.Text = append(s.Text, p)
		if len(p) >= leastParagraph {
			s.Paragraphs = append(s.Paragraphs, p)
		}
	}
	return s
}

// leastParagraph is the length in bytes from which a line is no subheading and no
// entry of a list.
const leastParagraph = 40

// readPhrases reads chrome.yaml and the rules for lines and their beginnings.
func readPhrases(rules string, of func(lang string) *Stock) error {
	files, err := filepath.Glob(filepath.Join(rules, "*.yaml"))
	if err != nil {
		return err
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var f struct {
			Chrome map[string][]string
			Rules  []struct {
				ID          string
				Line, Start map[string][]string
			}
		}
		if yaml.Unmarshal(data, &f) != nil { // labels
			continue
		}
		for lang, words := range f.Chrome {
			of(lang).Menu = words
		}
		for _, r := range f.Rules {
			for _, m := range []map[string][]string{r.Line, r.Start} {
				for lang, phrases := range m {
					s := of(lang)
					s.Phrases[r.ID] = append(s.Phrases[r.ID], phrases...)
				}
			}
		}
	}
	return nil
}
