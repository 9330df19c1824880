package align

import "slices"

// Exact is Lines for lines of which most stand in the gold text word for word:
// the chain of such lines that covers most of it, with few gaps, counts whole.
// In the gaps a line counts when at least half of its tokens stand in the
// gap's gold text; elsewhere only when it is long and Lines finds most of it.
func Exact(lines [][]string, gold []string) []int {
	loose := Lines(lines, gold)
	out := make([]int, len(lines))
	chain := exactChain(lines, gold)
	for _, m := range chain {
		out[m.line] = len(lines[m.line])
	}
	line, token := 0, 0
	for _, m := range append(chain, match{line: len(lines), start: len(gold)}) {
		if m.start > token {
			fillGap(out, lines, loose, gold[token:m.start], line, m.line)
		}
		line, token = m.line+1, m.end
	}
	for i, l := range lines {
		if out[i] == 0 && len(l) >= 8 && loose[i]*10 >= 9*len(l) {
			out[i] = loose[i]
		}
	}
	return out
}

// fillGap counts the tokens of lines from to to that stand in the gold text of
// a gap.
func fillGap(out []int, lines [][]string, loose []int, gold []string, from, to int) {
	have := map[string]int{}
	for _, g := range gold {
		have[g]++
	}
	for i := from; i < to; i++ {
		l, here := lines[i], map[string]int{}
		for _, w := range l {
			if here[w] < have[w] {
				here[w]++
				out[i]++
			}
		}
		if out[i]*2 < len(l) || len(l) < gram && len(gold) > 4*len(l) {
			out[i] = min(out[i], loose[i])
		}
	}
}

// exactChain is the chain of lines that stand in the gold text word for word
// and in its order. A token counts one, a gap costs a half.
func exactChain(lines [][]string, gold []string) []match {
	type link struct {
		match
		before *link
	}
	places := map[string][]int{}
	for i, w := range gold {
		places[w] = append(places[w], i)
	}
	const never = -1e9
	best, last := make([]float64, len(gold)+1), make([]*link, len(gold)+1)
	for i := range best {
		best[i] = never
	}
	best[0] = 0
	type end struct {
		at    int
		score float64
		last  *link
	}
	for i, l := range lines {
		if len(l) == 0 {
			continue
		}
		var ends []end
		for _, p := range places[l[0]] {
			if p+len(l) > len(gold) || !slices.Equal(gold[p:p+len(l)], l) {
				continue
			}
			from, score := p, best[p]
			for k := range p {
				if best[k]-.5 > score {
					from, score = k, best[k]-.5
				}
			}
			m := match{line: i, start: p, end: p + len(l)}
			ends = append(ends, end{m.end, score + float64(len(l)) - .01, &link{m, last[from]}})
		}
		for _, e := range ends {
			if e.score > best[e.at] {
				best[e.at], last[e.at] = e.score, e.last
			}
		}
	}
	top, score := len(gold), best[len(gold)]
	for k := range gold {
		if best[k]-.5 > score {
			top, score = k, best[k]-.5
		}
	}
	var chain []match
	for x := last[top]; x != nil; x = x.before {
		chain = append(chain, x.match)
	}
	slices.Reverse(chain)
	return chain
}
