package check

import "strings"

// sentence is the length in bytes from which a line with a full stop says
// something, whatever it begins with.
const sentence = 40

var leftoverBoilerplate = &Rule{
	ID:       "leftover-boilerplate",
	Severity: Warning,
	Title:    "the text has lines that are no part of the article",
	Why: "Share buttons, links to other articles and notices were kept as text: a line at the start or the end is known from other sites, " +
		"or several articles of the folder begin or end with the same line.",
	Mend:  "Add a rule for the line with --rules, and send it to us when other sites have it too.",
	Unit:  "different articles of a folder that begin or end with the same line",
	Limit: 4,
	Fires: Example{Files: sameEnd(5)},
	Quiet: Example{Files: sameEnd(3)},
	article: func(s *subject) {
		parts := s.body()
		if len(parts) < 3 {
			return
		}
		for i, p := range parts {
			stop := strings.HasSuffix(p.text, ".") || strings.HasSuffix(p.text, "。")
			least := sentence
			if i > 0 && i < len(parts)-1 { // among other lines of text
				least = sentence / 2
			}
			if i >= 2 && i < len(parts)-3 || len(p.text) > shared || stop && len(p.text) >= least {
				continue
			}
			if stop && i > 0 && strings.HasSuffix(parts[i-1].text, "?") { // an answer
				continue
			}
			if r := s.options.Rules.Boilerplate(p.text); r != nil {
				s.report(p.span, "this line may be boilerplate (rule %s)", r.ID)
			}
		}
	},
	corpus: func(c *corpus) {
		c.sharedLines(func(e *entry) (uint64, uint32) { return e.first, e.firstLine }, "begin")
		c.sharedLines(func(e *entry) (uint64, uint32) { return e.last, e.lastLine }, "end")
	},
}

// sharedLines reports lines that several articles of a folder have in one
// place, once for each line. Copies of one article count once.
func (c *corpus) sharedLines(line func(*entry) (hash uint64, number uint32), where string) {
	key := func(i int32) uint64 {
		e := c.at(i)
		h, _ := line(e)
		if h == 0 {
			return 0
		}
		return mix(h ^ uint64(e.folder)<<32)
	}
	c.groups(key, func(group []int32) {
		stories := map[int32]bool{}
		for _, i := range group {
			stories[c.story[i]] = true
		}
		if len(stories) < int(c.threshold()) {
			return
		}
		e := c.at(group[0])
		_, number := line(e)
		c.report(group[0], number, group, "%d articles of the folder %s %s with this line", len(group), c.folders[e.folder].name, where)
	})
}

func sameEnd(n int) []File {
	stories := []string{
		"The ferry beside the bridge stays in service.\n\nThe council said so on Wednesday, after cyclists had asked for it.\n\n",
		"A storm took the roof off the market hall.\n\nNobody was hurt, and the stalls moved to the school yard.\n\n",
		"The library lends tools from Monday on.\n\nDrills and ladders are to be brought back within three days.\n\n",
		"Two herons nest on the island in the pond.\n\nThe park keeper has closed the path until they have left.\n\n",
		"The last cinema of the town shows films again.\n\nA club of thirty people has bought the old projector.\n\n",
	}
	titles := []string{"Ferry stays", "Roof gone", "Tools to lend", "Herons back", "Films again"}
	var files []File
	for i := range n {
		files = append(files, File{"site/" + titles[i] + ".txt", titles[i] + "\n\n" + stories[i] + "Our news is made possible by the Miller Trust\n"})
	}
	return files
}
