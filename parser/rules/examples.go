package rules

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// An example is a line of a rule file that says what its entry does to it.
type example struct {
	kind  exampleKind
	entry string // id of the rule or label
	file  string
	line  int // in the file
	text  string
	value string // for found
}

type exampleKind uint8

const (
	dropped    exampleKind = iota // the rule matches the text
	kept                          // the rule does not
	found                         // the label finds value in the text
	unlabelled                    // the label is not found
)

// A Failure is an example that does not hold.
type Failure struct {
	File string
	Line int    // in the file
	ID   string // of the rule or label
	Text string // the example
	What string // what happened instead
}

// lines reads examples. They come behind the id of their entry.
func (l *loader) lines(n *yaml.Node, entry string, kind exampleKind) (all []string, err error) {
	if entry == "" {
		return nil, wrong(n, "id comes first")
	}
	err = each(n, func(item *yaml.Node) error {
		s, err := text(item)
		all = append(all, s)
		l.examples = append(l.examples, example{kind, entry, l.name, item.Line, s, ""})
		return err
	})
	return all, err
}

// values reads examples of lines and the values in them.
func (l *loader) values(n *yaml.Node, entry string) error {
	if entry == "" {
		return wrong(n, "id comes first")
	}
	return fields(n, func(line string, value *yaml.Node) error {
		if value.Kind != yaml.ScalarNode {
			return wrong(value, "expected text")
		}
		l.examples = append(l.examples, example{found, entry, l.name, value.Line, line, value.Value})
		return nil
	})
}

// Test runs the examples of the file against its own rules and labels.
func (f *File) Test() []Failure {
	var failures []Failure
	s := &Set{[]*part{f.part}}
	for _, e := range f.examples {
		if what := s.contradicts(e); what != "" {
			failures = append(failures, Failure{e.file, e.line, e.entry, e.text, what})
		}
	}
	return failures
}

// contradicts says how s does not do what e says; "" when it does.
func (s *Set) contradicts(e example) string {
	switch e.kind {
	case dropped:
		if !s.ruleMatches(e.entry, e.text) {
			return "the rule does not match"
		}
	case kept:
		if s.ruleMatches(e.entry, e.text) {
			return "the rule matches"
		}
	case found:
		m, ok := s.Label(e.text)
		switch {
		case !ok:
			return "no label is found"
		case m.ID != e.entry:
			return fmt.Sprintf("the label found is %s", m.ID)
		case m.Value != e.value:
			return fmt.Sprintf("the value found is %q", m.Value)
		}
	case unlabelled:
		if m, ok := s.Label(e.text); ok && m.ID == e.entry {
			return "the label is found"
		}
	}
	return ""
}

// ruleMatches reports whether the rule with that id is among those that match.
func (s *Set) ruleMatches(id, line string) bool {
	for _, p := range s.parts {
		if len(p.bags) > 0 && p.wordRule(line, id) != nil {
			return true
		}
		var h hits
		p.findRules(line, &h)
		for _, x := range h.list[:h.n] {
			if r := p.rules[x.entry]; r.ID == id && r.accepts(line, x) {
				return true
			}
		}
	}
	return false
}
