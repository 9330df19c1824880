package check

import (
	"fmt"
	"sort"
	"strings"
)

var drift = &Rule{
	ID:       "drift",
	Severity: Error,
	Title:    "a folder is not what it was",
	Why: "When a site is redesigned, a field turns to null in every new page, and nobody notices for weeks. " +
		"Each folder is compared with the report of an earlier run given with `--against`: how many articles have each field, " +
		"how long their bodies are, how many have a finding of each rule. What moved by more than the threshold, " +
		"and by more than chance explains, is a finding.",
	Mend:  "Look at the pages of the folder; add rules for their new shape, or accept it by making the new report the one to compare with.",
	Unit:  "percentage points that a share must move, and percent that a median length must",
	Limit: 10,
	Fires: Example{
		Earlier: pages("site/", 12, "News ID: 41%[1]d\nPublished: 2020-10-%[1]d 08:30 GMT\n\nBridge %[1]d opens again\n\n"+prose),
		Files:   pages("site/", 12, "News ID: 41%[1]d\n\nBridge %[1]d opens again\n\n"+prose),
	},
	Quiet: Example{
		Earlier: pages("site/", 12, "News ID: 41%[1]d\nPublished: 2020-10-%[1]d 08:30 GMT\n\nBridge %[1]d opens again\n\n"+prose),
		Files:   pages("site/", 12, "News ID: 42%[1]d\nPublished: 2020-11-%[1]d 08:30 GMT\n\nTunnel %[1]d opens again\n\n"+prose),
	},
	gate: (*corpus).drift,
}

// Chance explains what it would do in one of significance runs.
const significance = 100

// A move is a difference between two runs and how likely chance makes it.
type move struct {
	folder, what, text string
	chance             float64
}

func (c *corpus) drift(now *Summary) {
	before := c.options.Against
	if before == nil {
		return
	}
	var moves []move
	compared := 0
	for _, name := range before.names() {
		old := before.Folders[name]
		f := now.Folders[name]
		if f == nil {
			c.reportOn(name, "articles", "no article in %s any more, before %d", name, old.Articles)
			continue
		}
		m, n := f.moves(name, old, c.threshold())
		moves = append(moves, m...)
		compared += n
	}
	for _, m := range moves {
		// Many comparisons find something by chance: Bonferroni's correction.
		if p := m.chance * float64(compared); p < 1.0/significance {
			c.reportOn(m.folder, m.what, "%s; chance would do that in %s", m.text, odds(p))
		}
	}
}

func odds(p float64) string {
	if p < 1e-9 {
		return "fewer than one of 1,000,000,000 runs"
	}
	return fmt.Sprintf("one of %.0f runs", 1/p)
}

// moves compares a folder with what it was. n counts the comparisons.
func (f *Folder) moves(name string, old *Folder, threshold float64) (all []move, n int) {
	for _, field := range fields {
		hits, before := f.Filled[field.name], old.Filled[field.name]
		n++
		if points(before, old.Articles)-points(hits, f.Articles) > threshold {
			text := shares(field.name, name, hits, f.Articles, before, old.Articles)
			all = append(all, move{name, field.name, text, chanceOfFewer(hits, f.Articles, before, old.Articles)})
		}
	}
	for _, r := range allRules {
		if strings.HasPrefix(r.ID, "missing-") {
			continue // the fields say it
		}
		hits, before := f.Rules[r.ID], old.Rules[r.ID]
		n++
		if points(hits, f.Articles)-points(before, old.Articles) > threshold {
			text := shares(r.ID, name, hits, f.Articles, before, old.Articles)
			all = append(all, move{name, r.ID, text, chanceOfFewer(before, old.Articles, hits, f.Articles)})
		}
	}
	if m, ok := f.lengthMove(name, old, threshold); ok {
		all = append(all, m)
	}
	return all, n + 1
}

// lengthMove compares the lengths of bodies.
func (f *Folder) lengthMove(name string, old *Folder, threshold float64) (move, bool) {
	median, before := f.Length[1], old.Length[1]
	if len(f.lengths) == 0 || before == 0 || abs(median-before)*100 <= int(threshold)*before {
		return move{}, false
	}
	var counts [4]int
	from := 0
	for q, limit := range old.Length {
		to := sort.Search(len(f.lengths), func(i int) bool { return int(f.lengths[i]) > limit })
		counts[q] = to - from
		from = to
	}
	counts[3] = len(f.lengths) - from
	text := fmt.Sprintf("bodies in %s have %d characters in the middle (quartiles %v), before %d (%v)", name, median, f.Length, before, old.Length)
	return move{name, "length", text, chanceOfQuarters(counts, len(f.lengths), old.Filled["body"])}, true
}

func shares(what, folder string, hits, now, hitsBefore, before int) string {
	return fmt.Sprintf("%s in %d of %d articles of %s (%s), before in %d of %d (%s)", what,
		hits, now, folder, percent(hits, now), hitsBefore, before, percent(hitsBefore, before))
}

func points(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

func abs(n int) int { return max(n, -n) }
