package main

import (
	"fmt"
	"strings"

	"unscrape/parser/linemodel"
)

// evaluate prints the mean F1 of the words of the lines that the embedded
// model takes for body, and of the lines that a person would take, for each
// tool and part.
func evaluate(pages func(func(*page)) error, each bool) error {
	type key struct {
		tool string
		part int
	}
	type sum struct {
		pages         int
		model, oracle float64
		titles, right int
	}
	sums := map[key]*sum{}
	model := linemodel.Default()
	var scores linemodel.Page
	err := pages(func(p *page) {
		model.ScorePage(&scores, p.lines)
		var got, best []string
		for i, l := range p.tokens {
			if scores.Body[i] >= 0.5 {
				got = append(got, l...)
			}
			if p.body(i) {
				best = append(best, l...)
			}
		}
		kind, _, _ := strings.Cut(p.tool, " ")
		k := key{kind, p.part()}
		if sums[k] == nil {
			sums[k] = new(sum)
		}
		f := wordF1(got, p.goldTokens)
		sums[k].pages++
		sums[k].model += f
		sums[k].oracle += wordF1(best, p.goldTokens)
		if p.headline != "" {
			sums[k].titles++
			if len(scores.Titles) > 0 && p.isTitle(scores.Titles[0].Line) {
				sums[k].right++
			}
		}
		if each {
			fmt.Printf("%s %s %d %.3f\n", p.name, p.tool, p.part(), f)
		}
	})
	for part, name := range []string{"training", "validation"} {
		for _, tool := range tools {
			if s := sums[key{tool, part}]; s != nil {
				n := float64(s.pages)
				fmt.Printf("%-10s %-10s pages %d word_f1 %.4f oracle %.4f title %.4f\n", name, tool, s.pages, s.model/n, s.oracle/n, float64(s.right)/float64(max(1, s.titles)))
			}
		}
	}
	return err
}

func wordF1(got, want []string) float64 {
	if len(got) == 0 && len(want) == 0 {
		return 1
	}
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	hits := 0
	for _, w := range got {
		if left[w] > 0 {
			left[w]--
			hits++
		}
	}
	return 2 * float64(hits) / float64(len(got)+len(want))
}
