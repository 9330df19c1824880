package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names are the names of one kind by width, as "wide" or "abbreviated", and
// key, as "10" or "tue".
type names map[string]map[string]string

type calendar struct {
	Months      map[string]names // by context: "format", "stand-alone"
	Days        map[string]names
	DayPeriods  map[string]names
	DateFormats map[string]any
}

var weekdays = map[string]int{"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}

// addCLDR adds names of months, days and parts of the day, and the order in
// which each language writes the parts of a date.
func addCLDR(lex *lexicon, root string) error {
	rules, err := readRules(root)
	if err != nil {
		return err
	}
	for _, l := range languages {
		for i, locale := range l.locales {
			cal, err := readCalendar(root, "cldr-dates-full", locale, "gregorian")
			if err != nil {
				return err
			}
			if i == 0 {
				lex.orders[l.code] = order(fmt.Sprint(cal.DateFormats["short"]))
				lex.dots[l.code] = strings.Contains(fmt.Sprint(cal.DateFormats["long"]), "d.")
			}
			if l.code != "si" { // those are months of the moon
				addMonths(lex, l.code, "Month", cal)
			}
			addDays(lex, l.code, cal)
			if err := addRelative(lex, root, l.code, locale); err != nil {
				return err
			}
			addPeriods(lex, l.code, cal, rules[strings.SplitN(locale, "-", 2)[0]])
		}
		if l.code == "ar" {
			cal, err := readCalendar(root, "cldr-cal-islamic-full", "ar", "islamic")
			if err != nil {
				return err
			}
			addMonths(lex, l.code, "Hijri", cal)
		}
	}
	return nil
}

func readCalendar(root, pkg, locale, name string) (calendar, error) {
	var file struct {
		Main map[string]struct {
			Dates struct{ Calendars map[string]calendar }
		}
	}
	err := readJSON(filepath.Join(root, pkg, "main", locale, "ca-"+name+".json"), &file)
	return file.Main[locale].Dates.Calendars[name], err
}

func readJSON(path string, v any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, v)
}

func addMonths(lex *lexicon, lang, kind string, cal calendar) {
	for _, context := range cal.Months {
		for _, width := range []string{"wide", "abbreviated"} {
			for key, name := range context[width] {
				n, _ := strconv.Atoi(key)
				if !strings.ContainsFunc(name, unicode.IsDigit) {
					lex.add(lang, kind, n, name)
				}
			}
		}
	}
}

func addDays(lex *lexicon, lang string, cal calendar) {
	for _, context := range cal.Days {
		for _, width := range []string{"wide", "abbreviated", "short"} {
			for key, name := range context[width] {
				if isNumeral := lang == "zh" && utf8.RuneCountInString(name) == 1; !isNumeral && !strings.ContainsFunc(name, unicode.IsDigit) {
					lex.add(lang, "Weekday", weekdays[key], name)
				}
			}
		}
	}
}

// rules are hours, as from*100+before, by the name of a part of the day.
type rules map[string]int

func readRules(root string) (map[string]rules, error) {
	var file struct {
		Supplemental struct {
			DayPeriodRuleSet map[string]map[string]struct {
				From   string `json:"_from"`
				Before string `json:"_before"`
			}
		}
	}
	err := readJSON(filepath.Join(root, "cldr-core", "supplemental", "dayPeriods.json"), &file)
	all := map[string]rules{}
	for lang, set := range file.Supplemental.DayPeriodRuleSet {
		all[lang] = rules{"am": 12, "pm": 1224}
		for name, r := range set {
			if r.From != "" {
				all[lang][name] = hour(r.From)*100 + hour(r.Before)
			}
		}
	}
	return all, err
}

func hour(s string) int {
	n, _ := strconv.Atoi(s[:2])
	return n
}

func addPeriods(lex *lexicon, lang string, cal calendar, r rules) {
	for _, context := range cal.DayPeriods {
		for _, width := range []string{"wide", "abbreviated"} {
			for key, name := range context[width] {
				key = strings.TrimSuffix(strings.TrimSuffix(key, "-alt-variant"), "-alt-ascii")
				switch value, ok := r[key]; {
				case key == "am":
					lex.add(lang, "Period", 12, name)
				case key == "pm":
					lex.add(lang, "Period", 1224, name)
				case ok:
					lex.add(lang, "Period", value, name)
				}
			}
		}
	}
}

// order tells the order of a CLDR date pattern as the constant of package
// timestamp is called.
func order(pattern string) string {
	y, m, d := strings.IndexByte(pattern, 'y'), strings.IndexAny(pattern, "ML"), strings.IndexByte(pattern, 'd')
	switch {
	case y < m && y < d:
		return "YMD"
	case d < m:
		return "DMY"
	}
	return "MDY"
}
