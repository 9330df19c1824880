// Package align tells which lines of a page belong to the text that a person
// marked in it, for training.
package align

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Tokens are the words of a text as the score counts them: runs of letters,
// digits and underscores, lower case.
func Tokens(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// A match is a line, or most of it, found in the gold text.
type match struct {
	line       int
	start, end int // range of gold tokens
	weight     int // tokens of the line that stand there
}

const gram = 4

// Lines returns how many tokens of each line belong to the gold text. Lines
// and gold tell the same story in the same order: the heaviest chain of
// matches in both orders is kept, so that a table of contents or a list of
// related stories that repeats words of the text is not mistaken for it.
func Lines(lines [][]string, gold []string) []int {
	index := map[string][]int{}
	for i := range gold {
		for n := 1; n <= gram && i+n <= len(gold); n++ {
			k := strings.Join(gold[i:i+n], " ")
			index[k] = append(index[k], i)
		}
	}
	var all []match
	for i, l := range lines {
		all = append(all, candidates(i, l, index)...)
	}
	chain := heaviestChain(all, len(gold))
	out := make([]int, len(lines))
	covered := make([]bool, len(gold))
	for k, m := range chain {
		if len(lines[m.line]) < gram && !neighbours(chain, k) {
			continue
		}
		out[m.line] = m.weight
		for g := m.start; g < m.end; g++ {
			covered[g] = true
		}
	}
	moved(all, lines, covered, out)
	return out
}

// neighbours reports whether a short line stands beside another one both in
// the gold text and on the page.
func neighbours(chain []match, k int) bool {
	beside := func(a, b match) bool { return b.start-a.end <= 2 && b.line-a.line <= 12 }
	return k > 0 && beside(chain[k-1], chain[k]) || k+1 < len(chain) && beside(chain[k], chain[k+1])
}

// moved adds long lines that stand elsewhere than in the gold text's order.
func moved(all []match, lines [][]string, covered []bool, out []int) {
	for _, m := range all {
		n := len(lines[m.line])
		if n < 8 || out[m.line] > 0 || m.weight*10 < n*8 {
			continue
		}
		free := 0
		for g := m.start; g < m.end; g++ {
			if !covered[g] {
				free++
			}
		}
		if free*10 >= (m.end-m.start)*8 {
			out[m.line] = m.weight
			for g := m.start; g < m.end; g++ {
				covered[g] = true
			}
		}
	}
}

// candidates are the places of the gold text where a line may stand.
func candidates(i int, l []string, index map[string][]int) []match {
	if len(l) == 0 {
		return nil
	}
	if len(l) < gram {
		var out []match
		for _, p := range first(index[strings.Join(l, " ")], 60) {
			out = append(out, match{i, p, p + len(l), len(l)})
		}
		return out
	}
	hits := map[int]int{}
	for k := 0; k+gram <= len(l); k++ {
		for _, p := range first(index[strings.Join(l[k:k+gram], " ")], 20) {
			hits[p-k]++
		}
	}
	var diagonals []int
	for d := range hits {
		diagonals = append(diagonals, d)
	}
	slices.SortFunc(diagonals, func(a, b int) int {
		return cmp.Or(cmp.Compare(hits[b], hits[a]), cmp.Compare(a, b))
	})
	var out []match
	for _, d := range first(diagonals, 4) {
		if m := along(i, l, index, d); m.weight*2 >= len(l) {
			out = append(out, m)
		}
	}
	return out
}

// along matches a line with the gold text near one diagonal, so that words
// which only the line or only the gold has do not end the match.
func along(i int, l []string, index map[string][]int, diagonal int) match {
	m := match{line: i, start: -1}
	covered := make([]bool, len(l))
	for k := 0; k+gram <= len(l); k++ {
		p := nearest(first(index[strings.Join(l[k:k+gram], " ")], 40), k+diagonal)
		if d := p - k - diagonal; p < 0 || d < -12 || d > 12 {
			continue
		}
		if m.start < 0 || p < m.start {
			m.start = p
		}
		m.end = max(m.end, p+gram)
		for q := k; q < k+gram; q++ {
			covered[q] = true
		}
	}
	for _, c := range covered {
		if c {
			m.weight++
		}
	}
	return m
}

// nearest is the place that is nearest to at, -1 when there are none.
func nearest(places []int, at int) int {
	best := -1
	for _, p := range places {
		if best < 0 || max(p-at, at-p) < max(best-at, at-best) {
			best = p
		}
	}
	return best
}

func first(s []int, n int) []int { return s[:min(n, len(s))] }

// heaviestChain picks matches with rising lines and rising, disjoint gold
// ranges (a few tokens may overlap) whose weights sum to the most.
func heaviestChain(all []match, goldLen int) []match {
	tree := make([]int, goldLen+2) // Fenwick tree: best chain that ends at or before a gold token
	best, prev := make([]int, len(all)+1), make([]int, len(all)+1)
	at := func(g int) int {
		b := 0
		for g++; g > 0; g -= g & -g {
			if best[tree[g]] > best[b] {
				b = tree[g]
			}
		}
		return b
	}
	put := func(g, k int) {
		for g++; g < len(tree); g += g & -g {
			if best[k] > best[tree[g]] {
				tree[g] = k
			}
		}
	}
	top := 0
	for i := 0; i < len(all); {
		j := i
		for ; j < len(all) && all[j].line == all[i].line; j++ {
			prev[j+1] = at(all[j].start + min(2, all[j].weight/4))
			best[j+1] = best[prev[j+1]] + all[j].weight
			if best[j+1] > best[top] {
				top = j + 1
			}
		}
		for ; i < j; i++ {
			put(all[i].end, i+1)
		}
	}
	var chain []match
	for k := top; k > 0; k = prev[k] {
		chain = append(chain, all[k-1])
	}
	slices.Reverse(chain)
	return chain
}
