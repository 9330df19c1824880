package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"unscrape/parser"
)

// A corpus is all articles of a run.
type corpus struct {
	*Checker
	entries  []*[chunk]entry // in chunks, so that growing copies nothing
	n        int
	folders  []folder
	numbers  map[string]uint32 // of folders
	exact    []int32           // the earliest entry with the same body
	story    []int32           // the earliest entry of those that are copies of one another, exact or near
	findings *findings
	rule     *Rule
}

const chunk = 1 << 12

type folder struct {
	name     string
	articles int
	rules    []int // articles that have a finding, by the number of the rule
}

func (c *corpus) add(f found) {
	if c.n%chunk == 0 {
		c.entries = append(c.entries, new([chunk]entry))
	}
	number, ok := c.numbers[f.folder]
	if !ok {
		number = uint32(len(c.folders))
		c.numbers[f.folder] = number
		c.folders = append(c.folders, folder{name: f.folder, rules: make([]int, len(allRules))})
	}
	f.entry.folder = number
	*c.at(int32(c.n)) = f.entry
	c.n++
	c.folders[number].articles++
	for _, r := range f.rules {
		c.folders[number].rules[r.number()]++
	}
}

func (c *corpus) at(i int32) *entry { return &c.entries[i/chunk][i%chunk] }

// earlier orders entries by time of publication, then by place. It does not
// depend on the order in which they came.
func (c *corpus) earlier(i, j int32) int {
	a, b := c.at(i), c.at(j)
	return cmp.Or(
		cmp.Compare(a.published, b.published), strings.Compare(a.file, b.file), cmp.Compare(a.line, b.line),
		cmp.Compare(a.id, b.id), cmp.Compare(a.title, b.title), cmp.Compare(a.body, b.body),
	)
}

// groups calls f with the entries that have one key, other than zero, and are
// more than one, the earliest first. f must not keep the slice.
func (c *corpus) groups(key func(i int32) uint64, f func([]int32)) {
	type keyed struct {
		key uint64
		i   int32
	}
	all := make([]keyed, 0, c.n)
	for i := range int32(c.n) {
		if k := key(i); k != 0 {
			all = append(all, keyed{k, i})
		}
	}
	slices.SortFunc(all, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	var group []int32
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].key == all[0].key {
			n++
		}
		if n > 1 {
			group = group[:0]
			for _, k := range all[:n] {
				group = append(group, k.i)
			}
			slices.SortFunc(group, c.earlier)
			f(group)
		}
		all = all[n:]
	}
}

// report adds a finding of the current rule about an article, at a line of its
// file.
func (c *corpus) report(i int32, line uint32, group []int32, format string, args ...any) {
	e := c.at(i)
	f := Finding{File: e.file, Place: Place{Line: int(line), Span: parser.Unknown}, Message: fmt.Sprintf(format, args...)}
	f.detail = fmt.Sprint(e.id, e.title)
	for _, j := range group[:min(len(group), maxRelated+1)] {
		if j != i && len(f.Related) < maxRelated {
			f.Related = append(f.Related, c.location(j))
		}
	}
	if c.put(f) {
		c.folders[e.folder].rules[c.rule.number()]++
	}
}

// maxRelated is how many other articles a finding names.
const maxRelated = 5

func (c *corpus) location(i int32) Location {
	e := c.at(i)
	return Location{e.file, int(e.line)}
}

// reportOn adds a finding of the current rule about a folder, or about the
// whole run when the folder is "". What the finding is about tells it from
// others of the folder.
func (c *corpus) reportOn(folder, about, format string, args ...any) {
	c.put(Finding{File: folder, Place: Place{Span: parser.Unknown}, Message: fmt.Sprintf(format, args...), detail: about})
}

// put adds a finding of the current rule unless that is off for the file.
func (c *corpus) put(f Finding) bool {
	f.Rule = c.rule
	f.Severity = c.settings(f.File).severity[c.rule.number()]
	if f.Severity == Off {
		return false
	}
	c.findings.add(f)
	return true
}

// threshold is that of the current rule for the whole run.
func (c *corpus) threshold() float64 { return c.base.threshold[c.rule.number()] }

// different reports each article but the first of those that have one key and
// are different stories.
func (c *corpus) different(key func(i int32) uint64, format string) {
	c.groups(key, func(group []int32) {
		var stories []int32
		seen := map[int32]bool{}
		for _, i := range group {
			if !seen[c.story[i]] {
				seen[c.story[i]] = true
				stories = append(stories, i)
			}
		}
		for n := 1; n < len(stories); n++ {
			c.report(stories[n], c.at(stories[n]).line, stories, format, c.location(stories[0]), among(stories))
		}
	})
}

// among says that there are more of a group than a finding and the first.
func among(group []int32) string {
	if len(group) == 2 {
		return ""
	}
	return fmt.Sprintf(", as in %d articles", len(group))
}
