package main

import (
	"path/filepath"
	"strings"
)

// spans are the units of relative times, by CLDR's names; the index is the
// value of the words.
var spans = []string{"second", "minute", "hour", "day", "week", "month", "year"}

var widths = []string{"", "-short", "-narrow"}

type field map[string]any

// addRelative adds the words of "2 hours ago", "vor 2 Stunden" and
// "yesterday". What the patterns of all units have in common says that the
// time is past; the rest is the unit.
func addRelative(lex *lexicon, root, lang, locale string) error {
	var file struct {
		Main map[string]struct {
			Dates struct{ Fields map[string]field }
		}
	}
	if err := readJSON(filepath.Join(root, "cldr-dates-full", "main", locale, "dateFields.json"), &file); err != nil {
		return err
	}
	fields := file.Main[locale].Dates.Fields
	for _, width := range widths {
		var heads, tails [][]string // words before and behind the number
		var units []int
		for unit, name := range spans {
			past, _ := fields[name+width]["relativeTime-type-past"].(map[string]any)
			for _, p := range past {
				before, behind, ok := strings.Cut(p.(string), "{0}")
				if ok && !strings.HasPrefix(before, "-") {
					heads = append(heads, splitWords(before))
					tails = append(tails, splitWords(behind))
					units = append(units, unit)
				}
			}
		}
		addSpans(lex, lang, heads, tails, units)
		for key, day := range map[string]int{"relative-type-0": 0, "relative-type--1": 1, "relative-type--2": 2} {
			if name, ok := fields["day"+width][key].(string); ok {
				lex.add(lang, "DayWord", day, name)
			}
		}
	}
	return nil
}

// splitWords splits text at spaces and, in scripts without spaces, at every
// letter.
func splitWords(text string) []string {
	k := key(text)
	if solid(k) {
		return strings.Split(k, "")
	}
	return strings.Fields(k)
}

func addSpans(lex *lexicon, lang string, heads, tails [][]string, units []int) {
	if len(heads) == 0 {
		return
	}
	head, tail := heads[0], tails[0]
	for i := range heads {
		head = commonHead(head, heads[i])
		tail = commonTail(tail, tails[i])
	}
	join := " "
	if len(tail) > 0 && solid(tail[0]) {
		join = ""
	}
	if len(head) > 0 {
		lex.add(lang, "Ago", 0, strings.Join(head, " "))
	}
	if len(tail) > 0 {
		lex.add(lang, "Ago", 1, strings.Join(tail, join))
	}
	if len(head)+len(tail) == 0 {
		return
	}
	for i, t := range tails {
		if unit := t[:len(t)-len(tail)]; len(unit) > 0 {
			lex.add(lang, "Span", units[i], strings.Join(unit, join))
		}
	}
}

func commonHead(a, b []string) []string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

func commonTail(a, b []string) []string {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return a[len(a)-n:]
}
