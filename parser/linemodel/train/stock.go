package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"unscrape/parser/language"
)

// A stock is what pages in a language are composed of: articles of the test
// cases, words of menus, and phrases that the rules know, by the rule's id.
type stock struct {
	pages    []*page // the cases that are pages themselves
	articles []story
	menu     []string
	phrases  map[string][]string
}

// A story has all of its text, and the longer paragraphs of it.
type story struct {
	title            string
	text, paragraphs []string
}

// readStocks reads the stocks by language.
func readStocks(cases, rules string) (map[string]*stock, error) {
	stocks := map[string]*stock{}
	of := func(lang string) *stock {
		if stocks[lang] == nil {
			stocks[lang] = &stock{phrases: map[string][]string{}}
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
		var one struct{ Title, Body string }
		if json.Unmarshal(data, &one) != nil || one.Title == "" { // several articles, or none
			continue
		}
		lang := language.Guess(one.Body)
		if p, err := readCase(strings.TrimSuffix(name, ".json"), one.Title, one.Body); err != nil {
			return nil, err
		} else if lang != "en" && len(p.lines) >= leastLines {
			of(lang).pages = append(of(lang).pages, p)
		}
		if s := newStory(one.Title, one.Body); len(s.paragraphs) > 1 {
			of(lang).articles = append(of(lang).articles, s)
		}
	}
	return stocks, readPhrases(rules, of)
}

func newStory(title, body string) story {
	s := story{title: title}
	for p := range strings.SplitSeq(body, "\n\n") {
		p = strings.Join(strings.Fields(p), " ")
		s.text = append(s.text, p)
		if len(p) >= leastParagraph {
			s.paragraphs = append(s.paragraphs, p)
		}
	}
	return s
}

// readCase reads NAME.txt as a page, one without lines when it is not in UTF-8.
func readCase(name, title, body string) (*page, error) {
	text, err := os.ReadFile(name + ".txt")
	if err != nil || !utf8.Valid(text) {
		return &page{}, err
	}
	p := &page{name: filepath.Base(name), tool: "composed", gold: gold{Title: title, Body: body}, lines: splitLines(string(text))}
	p.split()
	p.validation = false
	p.align()
	return p, nil
}

// leastLines is how many lines a page has.
const leastLines = 20

// leastParagraph is the length in bytes from which a line is no subheading and no
// entry of a list.
const leastParagraph = 40

// readPhrases reads chrome.yaml and the rules for lines and their beginnings.
func readPhrases(rules string, of func(lang string) *stock) error {
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
			of(lang).menu = words
		}
		for _, r := range f.Rules {
			for _, m := range []map[string][]string{r.Line, r.Start} {
				for lang, phrases := range m {
					s := of(lang)
					s.phrases[r.ID] = append(s.phrases[r.ID], phrases...)
				}
			}
		}
	}
	return nil
}
