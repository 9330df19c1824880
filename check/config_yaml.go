package check

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A lineError is what is wrong at a line of the file.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return e.err.Error() }

func at(n *yaml.Node, err error) error { return &lineError{n.Line, err} }

// eachPair calls f for the pairs of a mapping. No key may be there twice.
func eachPair(n *yaml.Node, f func(key, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return at(n, errors.New("want a mapping: KEY: VALUE"))
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if line, ok := seen[key.Value]; ok {
			return at(key, fmt.Errorf("%s is in line %d already", key.Value, line))
		}
		seen[key.Value] = key.Line
		if err := f(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// mappings are the keys of settings that are KEY=VALUE on the command line, and
// a pair as the configuration writes it.
var mappings = map[string]string{
	"severity":  "missing-id: off",
	"threshold": "short-body: 200",
	"max":       "missing-title: 2%",
	"map":       "title: headline",
}

// settingValues are the values of a Setting for a key.
func settingValues(key string, n *yaml.Node) ([]string, error) {
	values, err := valuesOf(n)
	pair, ok := mappings[key]
	if err == nil && ok && slices.ContainsFunc(values, func(v string) bool { return !strings.Contains(v, "=") }) {
		err = at(n, fmt.Errorf("%s: want a mapping, such as {%s}", key, pair))
	}
	return values, err
}

func valuesOf(n *yaml.Node) (values []string, err error) {
	switch n.Kind {
	case yaml.ScalarNode:
		return []string{n.Value}, nil
	case yaml.SequenceNode:
		for _, e := range n.Content {
			if e.Kind != yaml.ScalarNode {
				return nil, at(e, errors.New("want a string in the list"))
			}
			values = append(values, e.Value)
		}
		return values, nil
	}
	err = eachPair(n, func(key, value *yaml.Node) error {
		if value.Kind != yaml.ScalarNode {
			return at(value, fmt.Errorf("want one value for %q", key.Value))
		}
		values = append(values, key.Value+"="+value.Value)
		return nil
	})
	return values, err
}
