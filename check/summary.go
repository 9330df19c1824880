package check

import (
	"fmt"
	"maps"
	"slices"
)

// A Summary says how complete the articles of a run are. It is what a later
// run is compared with.
type Summary struct {
	Articles int                `json:"articles"`
	Findings map[string]int     `json:"findings"` // by rule; those that a baseline has, too
	Folders  map[string]*Folder `json:"folders"`  // by name; "." is the folder of names without one
}

// A Folder is the summary of the articles of one folder of the input.
type Folder struct {
	Articles int            `json:"articles"`
	Filled   map[string]int `json:"filled"` // articles that have the field, by its name
	Length   [3]int         `json:"length"` // quartiles of the lengths of bodies, in code points, of those that have one
	Rules    map[string]int `json:"rules"`  // articles that have a finding, by rule

	lengths []uint32 // sorted
}

// fields are those whose presence is counted.
var fields = []struct {
	name string
	fact facts
}{
	{"authors", hasAuthors},
	{"body", hasBody},
	{"id", hasID},
	{"timestamp", hasTimestamp},
	{"title", hasTitle},
}

// ReadSummary reads the summary in a report that was written as JSON.
func ReadSummary(data []byte) (*Summary, error) {
	var report struct {
		Summary *Summary `json:"summary"`
	}
	if err := fromJSON(data, &report); err != nil {
		return nil, fmt.Errorf("no report of an earlier run, as --report json=FILE writes it: %w", err)
	}
	if report.Summary == nil {
		return nil, fmt.Errorf("no report of an earlier run, as --report json=FILE writes it: it has no summary")
	}
	return report.Summary, nil
}

func (c *corpus) summary() *Summary {
	s := &Summary{Articles: c.n, Folders: map[string]*Folder{}}
	folders := make([]*Folder, len(c.folders))
	for i, f := range c.folders {
		folders[i] = &Folder{Articles: f.articles, Filled: map[string]int{}, Rules: map[string]int{}}
		for n, count := range f.rules {
			if count > 0 {
				folders[i].Rules[allRules[n].ID] = count
			}
		}
		s.Folders[f.name] = folders[i]
	}
	for i := range int32(c.n) {
		folders[c.at(i).folder].count(c.at(i))
	}
	for _, f := range folders {
		slices.Sort(f.lengths)
		for q := range f.Length {
			if n := len(f.lengths); n > 0 {
				f.Length[q] = int(f.lengths[(n-1)*(q+1)/4])
			}
		}
	}
	return s
}

func (f *Folder) count(e *entry) {
	for _, field := range fields {
		if e.facts&field.fact != 0 {
			f.Filled[field.name]++
		}
	}
	if e.length > 0 {
		f.lengths = append(f.lengths, e.length)
	}
}

// names are the folders' names in order.
func (s *Summary) names() []string { return slices.Sorted(maps.Keys(s.Folders)) }

// percent is part of whole as people write it.
func percent(part, whole int) string {
	share := 100 * float64(part) / float64(max(whole, 1))
	switch {
	case share > 0 && share < 1, share > 99 && share < 100:
		return fmt.Sprintf("%.1f %%", share)
	}
	return fmt.Sprintf("%.0f %%", share)
}

// plural is a number with its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
